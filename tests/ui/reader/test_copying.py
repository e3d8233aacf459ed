"""The words of a span as they are copied."""

from counterpoint.domain.source import Numbering
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
