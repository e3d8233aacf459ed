"""What is wrong with the notes' files is told where all else that is wrong is told."""

from pytestqt.qtbot import QtBot

from tests.at_window import AtWindow
from tests.library_on_disk import LibraryOnDisk
