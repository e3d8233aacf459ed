"""What pages are made of: nothing that a library says is markup in it."""

import pytest

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import Evidence
from counterpoint.domain.library import Passage, Reply, ReplyKind
from counterpoint.domain.quotation import QuotationState, Standing
from counterpoint.ui.pages.links import Side
from counterpoint.ui.pages.parts import Parts
from counterpoint.ui.paper.page_style import PageStyle
from counterpoint.ui.theme.theme import Theme
from tests.library_on_disk import LibraryOnDisk
from tests.ui.paper.test_page_style import plain

EVIL = "<img src='file:///x'> & <b>"


@pytest.fixture
def library(disk: LibraryOnDisk) -> OpenedLibrary:
    return OpenedLibrary.open(disk.folder, None)


def evil_piece(library: OpenedLibrary) -> Evidence:
    piece = next(library.placed(["talk"])).evidence
    quotation = piece.quotation._replace(words=EVIL)
    return piece._replace(quotation=quotation, voice=(EVIL,), hedge=EVIL, paragraph=EVIL)


def test_a_quotation(qapp: object, library: OpenedLibrary) -> None:
    parts = Parts(PageStyle(Theme()), library.contents)

    said = " ".join(plain(parts.quotation(evil_piece(library))))
    assert said.replace("\u00a0", " ").count(EVIL) == 4


def test_a_quotation_that_is_not_exact_says_so(qapp: object, library: OpenedLibrary) -> None:
    parts = Parts(PageStyle(Theme()), library.contents)
    piece = next(library.placed(["talk"])).evidence
    lost = piece._replace(standing=Standing(QuotationState.LOST, None))

    assert "Lost:" not in " ".join(plain(parts.quotation(piece)))
    assert "Lost:" in " ".join(plain(parts.quotation(lost)))


def test_a_letter_is_drawn_and_said_and_outlined_where_nothing_is_answered(
    qapp: object, library: OpenedLibrary
) -> None:
    parts = Parts(PageStyle(Theme()), library.contents)
    one, other = library.contents.approaches[:2]
    filled, outlined = parts.cue(one), parts.cue(one, silent=True)
    assert "mark:cue/" in filled
    assert "mark:outlined/" in outlined
    assert plain(parts.cues((one, other)))[0].replace("\ufffc", "").split() == [
        one.cue,
        other.cue,
    ]


def test_a_reply(qapp: object, library: OpenedLibrary) -> None:
    piece = evil_piece(library)
    passage = Passage(piece.source, piece.quotation, piece.standing, EVIL, (EVIL,))
    reply = Reply(ReplyKind.REBUTS, passage, passage, EVIL)
    contents = library.contents._replace(replies=(reply,))
    parts = Parts(PageStyle(Theme()), contents)

    said = " ".join(plain(parts.passage(reply, Side.BY) + parts.why(reply)))
    assert said.replace("\u00a0", " ").count(EVIL) == 4
