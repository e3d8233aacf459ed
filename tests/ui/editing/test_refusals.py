"""What is not kept leads to its field, and nothing is told to be lacking before it is asked for."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.editing.entries_field import EntriesField
from counterpoint.ui.editing.framed import Framed
from counterpoint.ui.editing.panel import Panel
from counterpoint.ui.editing.words_field import WordsField
from tests.at_window import GO_ON, AtWindow, Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

from .test_making_and_moving import do
from .test_words_in_place import field, panel, write

__all__ = ["fonts", "sit"]
_CELL = Target(TargetKind.POSITION, "firm", "channels")
_LACKING = "Give the words of the source on which it rests."


def new_claim(at: AtWindow) -> Panel:
    do(at, "new-claim", _CELL)
    made = panel(at)
    write(at, field(made, "text"), "Trade should grow.")
    return made


def is_seen(made: Panel, words: WordsField) -> bool:
    """Whether it is whole within the panel."""
    return words.visibleRegion().boundingRect() == words.rect()


def border(words: WordsField) -> str:
    """The colour of its frame, two pixels within it."""
    frame = words.parentWidget()
    while not isinstance(frame, Framed):
        assert frame is not None
        frame = frame.parentWidget()
    return frame.grab().toImage().pixelColor(frame.width() // 2, 1).name()


def test_the_focus_goes_to_the_field_that_lacks_something_and_it_is_marked(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.theme.set_zoom(2.0)
    made = new_claim(at)
    quote, warning = field(made, "quote"), at.window.theme.colours.warning

    at.key(Qt.Key.Key_Return)

    assert made.said == _LACKING
    assert quote.hasFocus()
    assert is_seen(made, quote)
    assert border(quote) == warning
    assert quote.accessibleDescription() == _LACKING
    QTest.keyClicks(quote, "t")
    assert border(quote) != warning
    assert quote.accessibleDescription() != _LACKING


def test_a_click_elsewhere_keeps_the_focus_where_it_went(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    made = new_claim(at)

    at.grid.setFocus()

    at.qtbot.waitUntil(lambda: made.said == _LACKING)
    assert at.grid.hasFocus()


def test_what_nobody_has_come_to_yet_is_not_told_to_be_lacking(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    made = new_claim(at)
    at.qtbot.waitSignal(made.rest).wait()
    assert made.said == ""
    at.window.space.comparison.deeds.asker.give_up()

    do(at, "new-approach", GO_ON)
    made = panel(at)
    (holders,) = [row.field for row in made.rows if row.asked.name == "proponents"]
    assert isinstance(holders, EntriesField)
    with at.qtbot.waitSignal(made.rest):
        at.click(holders.add_button)

    assert made.said == ""


def test_a_new_claim_says_in_which_cell_it_will_stand(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)

    made = new_claim(at)

    assert "Channels · Firmness first" in [label.text() for label in made.labels()]
