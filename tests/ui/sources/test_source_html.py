"""What a source's page says of a passage."""

import pytest

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import Evidence, Link
from counterpoint.domain.source import Original, Source
from counterpoint.ui.paper.page_style import PageStyle
from counterpoint.ui.sources.passages import Group, Passage
from counterpoint.ui.sources.source_html import source_page
from counterpoint.ui.theme.theme import Theme
from tests.pseudo_translation import pseudo, pseudo_translated
from tests.ui.paper.test_page_style import plain


def said_of(theme: Theme, library: OpenedLibrary, **changes: object) -> str:
    """The page's words when the first passage of "talk" is altered in this way."""
    placed = next(library.placed(["talk"]))
    piece: Evidence = placed.evidence._replace(**changes)  # type: ignore[arg-type]
    passage = Passage((placed._replace(evidence=piece),))
    groups = [Group(placed.approach, (passage,))]
    source = library.contents.source("letter")
    page = source_page(PageStyle(theme), source, groups, 10, "")
    return " ".join(plain(page)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"voice": ("the ministry", "the minister")}, "the ministry → the minister"),
        ({"hedge": "supposedly noted"}, "hedged: “supposedly noted”"),
        ({"tone": "irony"}, "· irony"),
        ({"link": Link.INFERRED, "why": "it is meant"}, "inferred: it is meant"),
        ({"partial": "only talks are named"}, "in part: only talks are named"),
        ({"paragraph": "144"}, "144"),
    ],
)
def test_everything_that_qualifies_a_passage_is_said(
    theme: Theme, library: OpenedLibrary, changes: dict[str, object], said: str
) -> None:
    assert said not in said_of(theme, library, voice=("x",), paragraph="")
    assert said in said_of(theme, library, **changes)


def test_words_of_a_library_are_never_markup(theme: Theme, library: OpenedLibrary) -> None:
    evil = "<img src='file:///x'> & <b>"
    said = said_of(theme, library, voice=(evil,), hedge=evil, tone=evil, partial=evil)
    assert said.count(evil) == 4


def test_the_link_that_copies_the_digest_is_translated(
    theme: Theme, library: OpenedLibrary
) -> None:
    with pseudo_translated():
        said = said_of(theme, library)
    assert pseudo("Copy") in said


def page_of(theme: Theme, source: Source, about_groups: str = "The 2 approaches shown.") -> str:
    page = source_page(PageStyle(theme), source, [], 10, about_groups)
    return "\n".join(plain(page)).replace("\u00a0", " ")


def test_the_file_keeps_its_name_and_a_language_has_one(
    theme: Theme, library: OpenedLibrary
) -> None:
    source = library.contents.source("letter")
    original = Original("originals/letter.pdf", "word365_structure.pdf", "pdf", "0" * 64)
    said = page_of(theme, source._replace(language="fr", original=original))
    assert "Original\nword365_structure.pdf\n" in said
    assert "Language\nFrench (fr)\n" in said
    assert "Swiss German dialect" in page_of(
        theme, source._replace(language="Swiss German dialect")
    )


def test_what_is_not_stated_is_said_in_one_way(theme: Theme, library: OpenedLibrary) -> None:
    fields = ("author", "publisher", "date", "kind", "marking", "about", "access", "statement")
    source = library.contents.source("letter")._replace(**dict.fromkeys(fields, "not stated"))  # type: ignore[arg-type]
    said = page_of(theme, source)
    assert "Not stated" not in said
    assert said.count("Date not stated") == 1
    assert "Date\nnot stated\n" in said
    assert "Source summary statement\nnot stated\n" in said


def test_where_nothing_is_quoted_the_page_says_so(theme: Theme, library: OpenedLibrary) -> None:
    source = library.contents.source("letter")
    assert page_of(theme, source).endswith("None of their claims quotes this text.")
    assert page_of(theme, source, "").endswith("No claim quotes this text.")
    placed = next(library.placed(["talk"]))
    groups = [Group(placed.approach, (Passage((placed,)),))]
    some = plain(source_page(PageStyle(theme), source, groups, 10, ""))
    assert not any("quotes this text" in each for each in some)
