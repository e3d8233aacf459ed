"""A panel that is open has the colours and sizes that are in force."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel

from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.editing.checks_field import ChecksField
from counterpoint.ui.editing.entries_field import EntriesField
from counterpoint.ui.editing.panel import Panel
from counterpoint.ui.editing.words_field import WordsField
from tests.answered_library import with_answers
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

from .test_making_and_moving import do
from .test_words_in_place import edit, field, panel, write

__all__ = ["fonts", "sit"]
_OF = {
    "claim": GO_ON,
    "answer": Target(TargetKind.POSITION, "talk", "channels"),
    "approach": Target(TargetKind.APPROACH, "talk"),
}


def seen(panel: Panel) -> dict[str, object]:
    """All that it is drawn with, and its very picture."""
    return {
        "picture": panel.grab().toImage(),
        "labels": [
            (each.text(), each.font().pixelSize(), each.palette().windowText().color().name())
            for each in panel.findChildren(QLabel)
        ],
        "fields": [
            (each.words(), each.font().pixelSize()) for each in panel.findChildren(WordsField)
        ],
        "size": panel.size(),
    }


@pytest.fixture(autouse=True)
def no_blinking(qapp: QApplication) -> Iterator[None]:
    """The caret is the same in every picture."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


def made_in(at: AtWindow, of: str) -> Panel:
    made = edit(at, _OF[of])
    QApplication.processEvents()
    return made


@pytest.mark.parametrize("action", ["colours-dark", "zoom-in", "compact"])
@pytest.mark.parametrize("of", list(_OF))
def test_one_that_is_open_looks_as_one_that_is_opened_then(
    sit: Sit, disk: LibraryOnDisk, of: str, action: str
) -> None:
    at = sit(with_answers(disk).folder)
    made = made_in(at, of)
    before = seen(made)

    at.window.menus.trigger(action)
    at.qtbot.wait(50)

    after = seen(made)
    assert at.window.space.comparison.deeds.asker.panel is made
    at.window.space.comparison.deeds.asker.give_up()
    then = seen(made_in(at, of))
    for part in ("labels", "fields", "size"):
        assert after[part] == then[part], part
    if action != "compact":
        assert after["picture"] != before["picture"]
    assert after["picture"] == then["picture"]


def test_what_was_typed_stays_and_can_be_undone(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    words = field(edit(at, GO_ON), "text")
    write(at, words, "Mine.")

    small = words.font().pixelSize()
    at.window.menus.trigger("zoom-in")
    at.qtbot.waitUntil(lambda: words.font().pixelSize() > small)

    assert words.words() == "Mine."
    assert words.hasFocus()
    words.undo()
    assert words.words() != "Mine."
    assert words.words() in ("Talks should continue.", "")


def test_checks_and_lists_grow_too(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(with_answers(disk).folder)
    made = made_in(at, "approach")
    lists = made.findChildren(EntriesField)
    lists[0].add()
    cell = lists[0].rows[0].cells[0]
    small = cell.font().pixelSize()

    for _ in range(5):
        at.window.menus.trigger("zoom-in")

    at.qtbot.waitUntil(lambda: cell.font().pixelSize() > small)
    at.window.space.comparison.deeds.asker.give_up()
    checks = made_in(at, "answer").findChildren(ChecksField)
    assert checks


def test_what_stands_in_an_empty_field_is_whole(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(with_answers(disk).folder)
    at.window.theme.set_zoom(2.0)
    do(at, "new-claim", Target(TargetKind.POSITION, "firm", "channels"))
    made = panel(at)
    QApplication.processEvents()

    hinted = [each for each in made.findChildren(WordsField) if each.hint]

    assert hinted
    for each in hinted:
        ours = QFontMetrics(at.window.theme.fonts.ours())
        box = ours.boundingRect(
            QRect(0, 0, each.viewport().width(), 0),
            Qt.TextFlag.TextWordWrap.value,
            each.hint,
        )
        assert box.height() <= each.viewport().height(), each.hint


def test_our_words_stand_in_our_letter_and_a_sources_in_its_own(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(with_answers(disk).folder)
    fonts = at.window.theme.fonts
    ours, theirs = fonts.ours().family(), fonts.theirs().family()
    assert ours != theirs
    for action in ("move-here", "merge-here", "split-claim", "claim-kind"):
        do(at, action, NOT_REAL)
        made = panel(at)
        assert {each.font().family() for each in made.labels()} == {ours}, action
        for checks in made.findChildren(ChecksField):
            assert {each.font().family() for each in checks.findChildren(QLabel)} == {theirs}
        at.window.space.comparison.deeds.asker.give_up()


def test_each_field_of_a_holder_has_its_label_once_it_is_filled(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    made = made_in(sit(with_answers(disk).folder), "approach")
    (holders,) = [row.field for row in made.rows if row.asked.name == "proponents"]
    assert isinstance(holders, EntriesField)

    first = holders.rows[0]
    labels = {each.buddy(): each.text() for each in first.findChildren(QLabel)}

    assert [labels[cell] for cell in first.cells] == [cell.accessibleName() for cell in first.cells]
    assert all(each.isVisible() for each in first.findChildren(QLabel))


def test_the_two_ends_of_a_reply_are_told_apart(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(with_answers(disk).folder)
    at.window.menus.trigger("depth-claims")
    do(at, "new-reply", NOT_REAL)
    made = panel(at)

    names = [row.field.accessibleName() for row in made.rows]

    assert len(set(names)) == len(names), "no two sound alike"
    assert [label.text() for label in made.labels()][1:] == ["Who answers", "Whom"]
    answers, whom = made.labels()[1:]
    quotes = [row.field for row in made.rows if row.asked.name.endswith("-quote")]
    tops = [each.mapTo(made, QPoint(0, 0)).y() for each in (answers, quotes[0], whom, quotes[1])]
    assert tops == sorted(tops)


@pytest.mark.parametrize("action", ["colours-light", "colours-dark"])
def test_the_box_of_what_is_not_checked_is_seen(sit: Sit, disk: LibraryOnDisk, action: str) -> None:
    at = sit(with_answers(disk).folder)
    at.window.menus.trigger(action)
    checks = made_in(at, "answer").findChildren(ChecksField)[0]
    box = next(box for box in checks.boxes.values() if not box.isChecked())
    at.grid.setFocus()

    picture, theme = box.grab().toImage(), at.window.theme
    middle = picture.height() // 2
    row = [picture.pixelColor(x, middle).name() for x in range(picture.width())]

    assert QColor(theme.colours.control).name() in row
