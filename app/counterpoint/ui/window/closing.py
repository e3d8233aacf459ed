"""Closing without losing a note."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from counterpoint.storage.atomic import NotWritten, make_folder
from counterpoint.storage.place import user_data
from counterpoint.ui.notebook.live import LiveNotebook

RESCUED = "counterpoint-rescued-notes"


def may_close(window: QWidget, live: LiveNotebook) -> bool:
    """Saves everything. Where the disk refuses, asks: try again, save elsewhere, or stay open;
    True once nothing would be lost, or the person has said that it may be."""
    while not live.flush():
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Notes are not saved")
        box.setText(live.unsaved_message() or "The disk has not taken your last notes.")
        again = box.addButton("Try again", QMessageBox.ButtonRole.AcceptRole)
        elsewhere = box.addButton("Save elsewhere…", QMessageBox.ButtonRole.ActionRole)
        lose = box.addButton("Close and lose them", QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton("Stay open", QMessageBox.ButtonRole.RejectRole)
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


def save_elsewhere(window: QWidget, live: LiveNotebook) -> None:
    """Asks for a folder and writes the unsaved notes there; says what came of it. They stay
    unsaved here, so that nothing is taken for done that is not."""
    chosen = QFileDialog.getExistingDirectory(window, "Save the unsaved notes into a folder")
    if chosen:
        QMessageBox.information(window, "Notes", live.save_rescue(Path(chosen)))


def save_last(live: LiveNotebook) -> None:
    """Where the process has to end and the disk refuses: puts the unsaved notes into the person's
    own folder, or into the system's for temporary files. Says on the console where they are."""
    for folder in (user_data(), Path(tempfile.gettempdir())):
        try:
            make_folder(folder / RESCUED)
            live.book.save_rescue(folder / RESCUED)
        except NotWritten as error:
            print(error, file=sys.stderr)
            continue
        print(f"Unsaved notes are in {folder / RESCUED}", file=sys.stderr)
        return
