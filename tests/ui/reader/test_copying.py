"""The words of a span as they are copied."""

from counterpoint.domain.source import Furniture, FurnitureKind, Numbering
from counterpoint.domain.span import Span
from counterpoint.ui.reader.copying import place_of, words_of
from tests.ui.reader.material import model_of, span_of

TEXT = "¶4. (C) The UK sees\u00a0it,\n  and says 😀 so.\n\n¶5. (C) Looking ahead.\n\nUnnumbered."


def test_line_breaks_are_spaces_and_nothing_else_is_changed() -> None:
    model = model_of(TEXT)
    span = span_of(TEXT, "sees", "so.")
    assert words_of(model, span) == "sees\u00a0it, and says 😀 so."


def test_paragraphs_are_kept_apart() -> None:
    model = model_of(TEXT)
    assert words_of(model, span_of(TEXT, "so.", "(C) Looking")) == "so.\n\n¶5. (C) Looking"
    assert words_of(model_of(""), Span(0, 0)) == ""


def test_a_place_is_one_paragraph_or_from_one_to_another() -> None:
    model = model_of(TEXT, numbering=Numbering.PILCROW)
    assert place_of(model, span_of(TEXT, "sees")) == "¶4"
    assert place_of(model, span_of(TEXT, "sees", "Looking")) == "¶4–¶5"
    assert place_of(model, span_of(TEXT, "Unnumbered")) == ""


def furniture(words: str, kind: FurnitureKind, *, interrupts: bool) -> Furniture:
    return Furniture(span_of(PAGES, words), kind, interrupts)


PAGES = "Peace is made by[1]\n\n[1] A note.\n\nthose who want it.\n\n7\n\nThey are few.\n\nEnd."


def test_what_stands_between_is_not_copied_unless_it_is_all_that_was_chosen() -> None:
    pieces = (
        furniture("[1]\n\n[1] A note.", FurnitureKind.FOOTNOTE, interrupts=True),
        furniture("7", FurnitureKind.PAGE_NUMBER, interrupts=False),
    )
    model = model_of(PAGES, pieces)

    assert words_of(model, span_of(PAGES, "Peace", "End.")) == (
        "Peace is made by those who want it.\n\nThey are few.\n\nEnd."
    )
    assert words_of(model, span_of(PAGES, "A note")) == "A note"
