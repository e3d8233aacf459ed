"""Writing with AltGr, dead keys and input methods: what is typed lands in the note meant."""

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import (
    QInputMethodEvent,
    QInputMethodQueryEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.domain.note import WHOLE_COMPARISON
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit, on_disk
from tests.library_on_disk import LibraryOnDisk

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
GROUP, NONE = Qt.KeyboardModifier.GroupSwitchModifier, Qt.KeyboardModifier.NoModifier


def focus(at: AtWindow) -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(at: AtWindow, key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> None:
    """As a keyboard does: a shortcut is looked for first."""
    widget = focus(at)
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, held, text)
    override.ignore()
    QApplication.sendEvent(widget, override)
    if held == CONTROL and not override.isAccepted():
        # The part of Qt that looks for shortcuts cannot be given an event: QTest reaches it.
        at.qtbot.keyClick(widget, key, held)
        return
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, held, text))
    QApplication.sendEvent(focus(at), QKeyEvent(QEvent.Type.KeyRelease, key, held, text))


def compose(at: AtWindow, preedit: str, commit: str = "") -> None:
    """What an input method sends to whatever has the focus."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(focus(at), event)


def at_claim(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    at = sit(disk.folder)
    at.window.space.comparison.select(GO_ON)
    at.grid.setFocus()
    return at


@pytest.fixture(params=[CONTROL | ALT, GROUP, NONE], ids=["windows", "x11", "plain"])
def altgr(request: pytest.FixtureRequest) -> Qt.KeyboardModifier:
    held: Qt.KeyboardModifier = request.param
    return held


KEYS = [(Qt.Key.Key_0, "@"), (Qt.Key.Key_3, "#"), (Qt.Key.Key_At, "@"), (Qt.Key.Key_E, "€")]


def take_for_shortcuts(at: AtWindow) -> list[str]:
    """Shortcuts on Ctrl and Alt with each key: Windows takes AltGr for both."""
    fired: list[str] = []
    for number in ("0", "3", "E"):
        shortcut = QShortcut(QKeySequence(f"Ctrl+Alt+{number}"), at.window)
        shortcut.activated.connect(lambda number=number: fired.append(number))
    return fired


@pytest.mark.parametrize(("key", "letter"), KEYS)
def test_altgr_types_in_a_note_and_begins_one(
    sit: Sit, disk: LibraryOnDisk, altgr: Qt.KeyboardModifier, key: Qt.Key, letter: str
) -> None:
    at = at_claim(sit, disk)
    fired = take_for_shortcuts(at)
    press(at, key, altgr, letter)
    assert at.words == letter
    press(at, key, altgr, letter)
    assert at.words == 2 * letter
    assert fired == []
    assert at.window.space.view_name() == "compare"


@pytest.mark.parametrize("where", ["find", "notes", "palette", "tags", "picker"])
def test_altgr_types_in_every_field(sit: Sit, disk: LibraryOnDisk, where: str) -> None:
    at = at_claim(sit, disk)
    fired = take_for_shortcuts(at)
    match where:
        case "find":
            at.jump_to(GO_ON)
            at.window.menus.trigger("find")
        case "notes":
            at.window.space.session.show_view("notes")
            at.window.space.notes.words.setFocus()
        case "palette":
            at.window.menus.trigger("go-to")
        case "tags":
            at.window.space.notebook.tags.field.setFocus()
        case "picker":
            at.window.menus.trigger("approaches")
    press(at, Qt.Key.Key_0, CONTROL | ALT, "@")
    assert focus(at).property("text") == "@"
    assert fired == []


def test_control_with_a_number_is_still_a_command(sit: Sit, disk: LibraryOnDisk) -> None:
    at = at_claim(sit, disk)
    at.type("A note.")
    at.window.theme.set_zoom(1.2)
    press(at, Qt.Key.Key_0, CONTROL, "0")
    assert at.window.theme.fonts.zoom == 1.0
    press(at, Qt.Key.Key_3, CONTROL, "3")
    assert at.window.space.view_name() == "notes"


def test_a_dead_key_begins_a_note_with_the_letter_that_it_makes(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = at_claim(sit, disk)
    press(at, Qt.Key.Key_Dead_Circumflex, NONE, "")
    assert at.grid.hasFocus()
    compose(at, "", "ê")  # as X11 and ibus tell it
    assert at.words == "ê"
    assert at.window.space.notebook.editor.hasFocus()
    assert at.window.space.session.target == GO_ON
    at.qtbot.keyClicks(focus(at), "tre")
    assert at.words == "être"


def test_what_is_composed_at_a_claim_is_seen_in_its_note_and_stays_there(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = at_claim(sit, disk)
    editor = at.window.space.notebook.editor
    at.window.space.show_pane("notebook", False)
    for preedit in ("n", "ni", "ni h"):
        compose(at, preedit)
        assert editor.isVisible()
        assert editor.composed() == preedit
        assert at.grid.hasFocus()  # else the input method would give it up
    compose(at, "", "你好")
    assert editor.hasFocus()
    assert at.words == "你好"
    at.wait_saved()
    assert on_disk(at.window.space.notes_folder) == ["你好"]


def test_hangul_goes_on_while_it_ends_the_syllable_before(sit: Sit, disk: LibraryOnDisk) -> None:
    at = at_claim(sit, disk)
    compose(at, "ㅎ")
    compose(at, "한")
    compose(at, "ㄱ", "한")
    assert at.grid.hasFocus()
    compose(at, "글")
    compose(at, "", "글")
    assert at.words == "한글"
    assert at.window.space.notebook.editor.hasFocus()


def test_what_is_given_up_leaves_nothing(sit: Sit, disk: LibraryOnDisk) -> None:
    at = at_claim(sit, disk)
    compose(at, "ni")
    compose(at, "")
    assert at.words == ""
    assert at.grid.hasFocus()
    compose(at, "", "\u3000")  # a space of full width begins no note
    assert at.words == ""


def test_where_nothing_is_chosen_it_is_on_the_whole_comparison_as_what_keys_type_is(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.grid.setFocus()
    assert at.grid.place() is None
    compose(at, "´")
    compose(at, "", "é")
    at.wait_saved()
    (note,) = at.window.space.live.notebook.notes.all()
    assert (note.target, note.body) == (WHOLE_COMPARISON, "é")


def test_the_note_that_is_there_is_gone_on_with_at_its_end(sit: Sit, disk: LibraryOnDisk) -> None:
    at = at_claim(sit, disk)
    at.type("One.", on=GO_ON)
    at.grid.setFocus()
    compose(at, "´")
    compose(at, "", "é")
    assert at.words == "One.é"


def test_going_elsewhere_while_composing_keeps_it_in_the_note_it_was_begun_in(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = at_claim(sit, disk)
    at.jump_to(GO_ON)
    compose(at, "ni")
    at.click_claim(NOT_REAL)
    at.qtbot.waitUntil(lambda: at.window.space.session.target == NOT_REAL)
    at.window.bar.search.setFocus()
    at.wait_saved()
    assert on_disk(at.window.space.notes_folder) == ["ni"]
    (note,) = at.window.space.live.notebook.notes.all()
    assert note.target == GO_ON


def test_another_note_while_composing_in_the_field_ends_it_in_the_first(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = at_claim(sit, disk)
    at.type("One ", on=GO_ON)
    compose(at, "ni")
    at.window.space.session.choose(NOT_REAL)  # as a click or a jump does
    assert at.words == ""
    at.wait_saved()
    assert on_disk(at.window.space.notes_folder) == ["One ni"]


def test_the_input_method_is_told_where_the_words_stand(sit: Sit, disk: LibraryOnDisk) -> None:
    at = at_claim(sit, disk)

    def answer(query: Qt.InputMethodQuery) -> object:
        asked = QInputMethodQueryEvent(query)
        QApplication.sendEvent(at.grid, asked)
        return asked.value(query)

    assert answer(Qt.InputMethodQuery.ImEnabled) is True
    compose(at, "ni")
    editor = at.window.space.notebook.editor
    place = answer(Qt.InputMethodQuery.ImCursorRectangle)
    assert isinstance(place, QRect)
    on_screen = QRect(at.grid.mapToGlobal(place.topLeft()), place.size())
    around = QRect(editor.mapToGlobal(editor.rect().topLeft()), editor.size())
    assert around.contains(on_screen.center())


def test_in_the_list_of_approaches_it_goes_to_the_field_above(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = at_claim(sit, disk)
    at.window.menus.trigger("approaches")
    picker = at.window.approaches.picker
    picker.list.setFocus()
    compose(at, "´")
    assert picker.list.hasFocus()
    compose(at, "", "é")
    assert picker.field.text() == "é"
    assert picker.field.hasFocus()
