"""Where the words of a new claim or reply come from: the reader, else wherever they stand."""

import pytest
from PySide6.QtCore import Qt

from counterpoint.application.library.anchor import anchor_library
from counterpoint.domain.editing.cells import claim_in
from counterpoint.domain.forms import PassageForm
from counterpoint.domain.note import Target, TargetKind
from counterpoint.storage.library.library_folder import read_files
from tests.at_window import GO_ON, AtWindow, Sit, fonts, sit
from tests.library_on_disk import LETTER, LETTER_YAML, LibraryOnDisk

from .test_making_and_moving import at_target, choose, do, keep, problems, saved
from .test_replies import mark
from .test_words_in_place import field, panel, write

__all__ = ["fonts", "sit"]
_CELL = Target(TargetKind.POSITION, "firm", "channels")
_VOICE = "the ministry\nthe minister"
_OTHER = "A SPEECH\n\n¶1. Trade should grow, and talks should go on. Talks should go on.\n"


@pytest.fixture
def two(disk: LibraryOnDisk) -> LibraryOnDisk:
    """With a second source, in which some words of the first stand too."""
    disk.write("corpus/speech.txt", _OTHER)
    described = LETTER_YAML.replace("Letter", "Speech").partition("furniture:")[0]
    disk.write("corpus/speech.yaml", described.replace("title: A letter", "title: A speech"))
    anchor_library(disk.folder)
    return disk


def select(at: AtWindow, words: str) -> int:
    """Words of the letter, in the reader; where they begin."""
    at.jump_to(GO_ON)
    start = LETTER.index(words)
    at.window.space.reader.view.select(start, start + len(words))
    return start


def made_passage(disk: LibraryOnDisk, approach: str, claim: str) -> PassageForm:
    form = read_files(disk.folder).resolved.approaches[approach].form
    return claim_in(form, claim).evidence[0].passage


def test_words_selected_in_the_reader_come_in_with_their_source_and_place(
    sit: Sit, two: LibraryOnDisk
) -> None:
    at = sit(two.folder)
    start = select(at, "should go on")  # it stands in several places

    do(at, "new-claim", _CELL)
    made = panel(at)
    assert field(made, "quote").words() == "should go on"
    write(at, field(made, "text"), "Talk on.")
    choose(made, "voice", _VOICE)
    keep(at)
    saved(at)

    passage = made_passage(two, "firm", "talk-on")
    assert (passage.source, passage.quote) == ("letter", "should go on")
    assert passage.anchor is not None
    assert passage.anchor.span.start == start
    assert problems(two) == []


def test_nothing_comes_in_where_the_reader_is_not_seen(sit: Sit, two: LibraryOnDisk) -> None:
    at = sit(two.folder)
    select(at, "should go on")
    at.window.menus.trigger("show-reader")
    at.qtbot.waitUntil(lambda: not at.window.space.reader.isVisible())

    do(at, "new-claim", _CELL)

    assert field(panel(at), "quote").words() == ""
    assert "selected in the reader" in field(panel(at), "quote").hint


def test_words_that_are_typed_are_found_in_the_one_source_that_has_them(
    sit: Sit, two: LibraryOnDisk
) -> None:
    at = sit(two.folder)
    at_target(at, _CELL)
    at.key(Qt.Key.Key_Insert)
    made = panel(at)
    write(at, field(made, "text"), "Trade should grow.")
    write(at, field(made, "quote"), "Talks should go on.")
    at.qtbot.waitUntil(lambda: "several sources (Letter, Speech)" in made.said)
    write(at, field(made, "quote"), "Nobody spoke of the ministers")
    at.qtbot.waitUntil(lambda: "in none of the sources" in made.said)
    choose(made, "source", "letter")
    write(at, field(made, "quote"), "Trade should grow, and talks")
    at.qtbot.waitUntil(lambda: "not in this source, but in Speech" in made.said)
    choose(made, "source", "")
    choose(made, "voice", _VOICE)
    at.qtbot.waitUntil(lambda: made.said == "")
    keep(at)
    saved(at)

    passage = made_passage(two, "firm", "trade-should-grow")
    assert passage.source == "speech"
    assert passage.anchor is not None
    assert passage.anchor.span.start == _OTHER.index("Trade")
    assert problems(two) == []


def test_a_reply_from_a_cell_has_the_selected_words_for_what_is_answered(
    sit: Sit, two: LibraryOnDisk
) -> None:
    at = sit(two.folder)
    at.window.menus.trigger("depth-claims")
    select(at, "that trade should grow")
    at_target(at, mark(at, "objections"))

    at.window.space.comparison.deeds.reply()  # as its menu has it

    made = panel(at)
    assert field(made, "by-quote").words().startswith("His critics called")
    assert field(made, "to-quote").words() == "that trade should grow"
    choose(made, "to-voice", _VOICE)
    write(at, field(made, "why"), "it answers that")
    keep(at)
    saved(at)
    assert problems(two) == []
