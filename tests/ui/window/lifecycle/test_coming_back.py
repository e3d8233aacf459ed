"""The next day: everything stands as it was left."""

from pathlib import Path

from PySide6.QtCore import QPoint

from counterpoint.domain.note import Target, TargetKind
from counterpoint.storage.place import shipped_library
from counterpoint.ui.theme.colours import dark
from tests.at_window import Sit
from tests.library_on_disk import LibraryOnDisk


def test_the_passage_is_marked_again_where_it_stood(sit: Sit) -> None:
    """In the library that is shipped: its texts are longer than the reader."""
    before = sit(shipped_library())
    library = before.window.space.session.library
    assert library is not None
    *_, far = (placed for placed in library.placed(["hard-headed-engagement"]))
    target = Target(TargetKind.CLAIM, far.approach.id, far.dimension, far.claim.id)
    before.jump_to(target)
    words, count = before.jumped_to(), before.window.space.reader.header.count.text()
    before.window.close()
    tops = []
    for _ in range(3):
        at = sit(shipped_library())
        assert at.window.space.session.target == target
        assert (at.jumped_to(), at.window.space.reader.header.count.text()) == (words, count)
        view = at.window.space.reader.view
        assert view.jump_span is not None
        assert view.screen_rectangle(view.jump_span).isValid()
        place = at.grid.place()
        assert place is not None
        assert at.grid.viewport().rect().intersects(at.grid.rect_of(place))
        tops.append(view.first_visible()[0])
        at.window.close()
    assert len(set(tops)) == 1


def test_a_window_left_dark_comes_back_dark_all_over(
    sit: Sit, disk: LibraryOnDisk, own_home: Path
) -> None:
    (own_home / "settings.json").write_text('{"colour_scheme": "dark"}', encoding="utf-8")
    at = sit(disk.folder)

    for segments, choice in ((at.window.bar.rows, "differ"), (at.window.bar.views, "notes")):
        picture = segments.button(choice).grab().toImage()
        assert picture.pixelColor(QPoint(5, 6)).name() == dark().paper
