"""Closing without losing a note, or a change of the library: saved, rescued, or asked."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from counterpoint.application.console import tell
from counterpoint.application.failures import NotWritten, told
from counterpoint.application.notes.rescue import RESCUES
from counterpoint.application.uncaught_errors import uncaught_errors
from counterpoint.labels.translation import tr
from counterpoint.ui.session.live_library import LiveLibrary
from counterpoint.ui.session.live_notebook import LiveNotebook
from counterpoint.ui.widgets.plain_box import PlainBox


def is_saved(live: LiveNotebook) -> bool:
    """Saves everything; False if the disk refused some, or something else went wrong."""
    with uncaught_errors:
        return live.flush()
    return False  # after an error


def may_close(window: QWidget, live: LiveNotebook) -> bool:
    """Saves everything. Where the disk refuses, asks: try again, save elsewhere, or stay open;
    True once nothing would be lost, or the person has said that it may be."""
    while not is_saved(live):
        words = live.unsaved_message() or tr("The disk has not taken your last notes.")
        box = PlainBox(window, tr("Notes are not saved"), words)
        box.setIcon(PlainBox.Icon.Warning)
        again = box.addButton(tr("Try again"), PlainBox.ButtonRole.AcceptRole)
        elsewhere = box.addButton(tr("Save elsewhere…"), PlainBox.ButtonRole.ActionRole)
        lose = box.addButton(tr("Close and lose them"), PlainBox.ButtonRole.DestructiveRole)
        stay = box.addButton(tr("Stay open"), PlainBox.ButtonRole.RejectRole)
        box.setDefaultButton(again)
        box.setEscapeButton(stay)
        box.exec()
        clicked = box.clickedButton()
        if clicked is lose:
            return True
        if clicked is elsewhere:
            save_elsewhere(window, live)
        elif clicked is not again:
            return False
    return True


def may_lose_changes(window: QWidget, editing: LiveLibrary) -> bool:
    """Writes the changes of the library. Where the disk refuses, asks: try again, or stay open;
    True once nothing would be lost, or the person has said that it may be."""
    while not _are_written(editing):
        words = editing.failure or tr("The disk has not taken your last changes of the library.")
        box = PlainBox(window, tr("Changes are not saved"), words)
        box.setIcon(PlainBox.Icon.Warning)
        again = box.addButton(tr("Try again"), PlainBox.ButtonRole.AcceptRole)
        lose = box.addButton(tr("Close and lose them"), PlainBox.ButtonRole.DestructiveRole)
        stay = box.addButton(tr("Stay open"), PlainBox.ButtonRole.RejectRole)
        box.setDefaultButton(again)
        box.setEscapeButton(stay)
        box.exec()
        if box.clickedButton() is lose:
            return True
        if box.clickedButton() is not again:
            return False
    return True


def save_or_rescue_changes(editing: LiveLibrary) -> bool:
    """Where the process has to end: writes the changes of the library, or, where the disk refuses,
    the files as they should be where unsaved notes go too. False if nothing took them."""
    return _are_written(editing) or any(_are_rescued(editing, folder) for folder in RESCUES)


def _are_written(editing: LiveLibrary) -> bool:
    with uncaught_errors:
        return editing.flush()
    return False  # after an error


def _are_rescued(editing: LiveLibrary, folder: Callable[[], Path]) -> bool:
    with uncaught_errors:
        try:
            place = folder()
            editing.save_rescue(place)
        except NotWritten as error:
            tell(f"{told(error)}\n")
        else:
            tell(tr("Unsaved changes of the library are in {folder}", folder=place) + "\n")
            return True
    return False


def save_elsewhere(window: QWidget, live: LiveNotebook) -> None:
    """Asks for a folder and writes the unsaved notes there; says what came of it. They stay
    unsaved here, so that nothing is taken for done that is not."""
    chosen = QFileDialog.getExistingDirectory(window, tr("Save the unsaved notes into a folder"))
    if chosen:
        box = PlainBox(window, tr("Notes"), live.save_rescue(Path(chosen)))
        box.setIcon(PlainBox.Icon.Information)
        box.exec()


def save_or_rescue(live: LiveNotebook) -> bool:
    """Where the process has to end: saves everything, or, where the disk refuses, puts the unsaved
    notes into the person's own folder, or into a new one among the system's temporary files. Says
    on the console where they are. False if nothing took all of them."""
    return is_saved(live) or any(_is_rescued(live, folder) for folder in RESCUES)


def _is_rescued(live: LiveNotebook, folder: Callable[[], Path]) -> bool:
    with uncaught_errors:
        try:
            place = folder()
            live.notebook.save_rescue(place, private=True)
        except NotWritten as error:
            tell(f"{told(error)}\n")
        else:
            tell(tr("Unsaved notes are in {folder}", folder=place) + "\n")
            return True
    return False
