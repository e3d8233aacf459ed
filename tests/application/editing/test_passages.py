"""What is selected is quoted in whole words, and stands in its text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.application.editing.made_ids import approach_id, claim_id
from counterpoint.application.editing.passages import NothingSelected, passage_at
from counterpoint.domain.anchoring import stands_at
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.source import Furniture, FurnitureKind, SourceText
from counterpoint.domain.span import Span, without
from counterpoint.storage.library.library_folder import read_files
from tests.library_on_disk import LETTER, LibraryOnDisk


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return LibraryOnDisk.make(tmp_path_factory.mktemp("library") / "small").folder


@given(st.data())
def test_whatever_is_selected_stands_exactly(library: Path, data: st.DataObject) -> None:
    files = read_files(library)
    (source,) = files.sources
    text = SourceText("letter", LETTER, source.digest)
    start = data.draw(st.integers(0, len(LETTER)))
    end = data.draw(st.integers(start, len(LETTER)))
    try:
        passage = passage_at(source, text, Span(start, end), ("its author",))
    except NothingSelected:
        outside = without(Span(start, end), source.interruptions)
        assert not any(LETTER[piece.start : piece.end].strip() for piece in outside)
        return

    located = files.resolved.ground.quotations.locate(passage)

    assert located.standing.exact
    assert located.findings == ()
    assert "PAGE 2" not in passage.quote


@pytest.mark.parametrize(
    ("text", "words", "quote"),
    [
        ("He said no-one would.", "one wou", "no-one would"),
        ("It rose by 2,500.5 points", "500", "2,500.5"),
        ("  a \n b  ", " \n b ", "b"),
        ("قال الوزير إن الحوار", "وزي", "الوزير"),
        ("the Cafe\u0301 closed", "Cafe", "Cafe\u0301"),
        ("so 👩\u200d🚀 flew", "👩", "👩\u200d🚀"),
    ],
)
def test_it_is_widened_to_whole_words(library: Path, text: str, words: str, quote: str) -> None:
    (source,) = read_files(library).sources
    start = text.index(words)
    plain = source._replace(furniture=())

    passage = passage_at(
        plain, SourceText("letter", text, "d"), Span(start, start + len(words)), ("x",)
    )

    assert passage.quote == quote
    assert passage.anchor is not None
    assert text[slice(*passage.anchor.span)] == quote
    assert passage.anchor.digest == "d"


PAGES = """The minority holds that the levy is equal.

2

HC 212 Report on the Border Levy

The majority holds that it is not.
"""
EDGES = (
    Furniture(Span(44, 45), FurnitureKind.PAGE_NUMBER, False),
    Furniture(Span(47, 79), FurnitureKind.HEADER, False),
)


@pytest.mark.parametrize(
    ("first", "last", "quote"),
    [
        ("levy", "majority", "levy is equal. The majority"),
        ("Report", "majority", "The majority"),
        ("levy", "Report", "levy is equal."),
        ("HC", "Report", "HC 212 Report"),
    ],
)
def test_over_the_edge_of_a_page_it_is_without_its_head_and_number(
    library: Path, first: str, last: str, quote: str
) -> None:
    (source,) = read_files(library).sources
    paged = source._replace(furniture=EDGES)
    span = Span(PAGES.index(first), PAGES.index(last) + len(last))

    passage = passage_at(paged, SourceText("letter", PAGES, "d"), span, ("x",))

    assert passage.quote == quote
    assert passage.anchor is not None
    assert stands_at(quote, PAGES, passage.anchor.span, paged.passed_over)
    assert passage.anchor.span in Haystack(PAGES, paged.passed_over).places(quote)


def test_of_a_note_that_is_broken_itself_all_is_quoted_but_what_breaks_it(library: Path) -> None:
    text = "The levy is equal.\n\n1 See the 41 report.\n\nThe majority holds that it is not.\n"
    (source,) = read_files(library).sources
    note = Furniture(Span(20, 40), FurnitureKind.FOOTNOTE, False)
    paged = source._replace(
        furniture=(note, Furniture(Span(30, 32), FurnitureKind.PAGE_NUMBER, True))
    )

    span = Span(text.index("levy"), text.index("report") + 1)
    passage = passage_at(paged, SourceText("letter", text, "d"), span, ("x",))

    assert passage.quote == "levy is equal. 1 See the report"


def test_ids_are_of_the_words_and_of_nothing_else() -> None:
    taken = frozenset({"talks-should-go-on"})
    assert claim_id("Talks should go on.", frozenset()) == "talks-should-go-on"
    assert claim_id("Talks should go on!", taken) == "talks-should-go-on-2"
    assert claim_id("A claim of very many words", frozenset()) == "a-claim-of-very-many"
    assert claim_id("対話", frozenset()) == "claim"
    assert approach_id("Replies", frozenset()) == "replies-2"
    assert approach_id("Con", frozenset()) == "con-text"
