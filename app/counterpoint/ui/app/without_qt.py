"""Telling a person something where Qt itself does not start."""

import shutil
import subprocess
import sys

from counterpoint.application import console

# Each opens a window by itself; the first that a desktop has will do.
DIALOGS = (
    ("zenity", "--error", "--no-markup", "--title=Counterpoint", "--text"),
    ("kdialog", "--title", "Counterpoint", "--error"),
    ("xmessage", "-center"),
    ("notify-send", "Counterpoint"),
)


def tell(message: str, *, dialog: bool) -> None:
    """Writes it to standard error; with `dialog` also into a window of the system's own, for where
    the program was started from an icon and nobody sees what it writes."""
    console.tell(f"{message}\n")
    if dialog:
        _open_dialog(message)


def _open_dialog(message: str) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, message, "Counterpoint", 0x10)
        return
    for program, *words in DIALOGS:
        if shutil.which(program):
            subprocess.run([program, *words, message], check=False, capture_output=True)
            return
