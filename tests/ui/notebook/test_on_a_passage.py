"""A note on words chosen in a source."""

from counterpoint.domain.span import Span
from tests.at_window import Sit, fonts, sit
from tests.library_on_disk import LETTER, LibraryOnDisk

__all__ = ["fonts", "sit"]


def test_the_blank_behind_the_words_is_no_part_of_what_the_note_is_on(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    space = at.window.space
    space.navigator.open_source("letter")
    at.qtbot.waitUntil(lambda: space.reader.source is not None)
    start = LETTER.index("Nobody spoke")
    space.reader.note_requested.emit(Span(start, start + len("Nobody spoke ")))
    assert space.session.target.span == Span(start, start + len("Nobody spoke"))
    assert space.session.selection.quote == "Nobody spoke"
