"""The pictures of the README and the tour, taken of the real window on the shipped library.

    python3 dev.py shot
    python3 dev.py shot --check     only tell which of those that are there show another window

Off screen, with the shipped letters, at a time of our own, so that they are the same on every
machine; with 256 colours, which is a third of the size.
"""

import json
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
SCREEN = {"name": "pictures", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96}
WHEN = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
NOTE = (
    "If the tactics are opportunistic, pressure at the right moment should matter more than "
    "pressure over time. Does any text test this? Compare F: not likely to blink first."
)


ANOTHER_COLOUR = 32
"""A pixel is another where a channel differs by more: 256 colours are not all that there are."""
MOST_OTHERS = 0.0005
"""The share of pixels that may be others, as those of a letter whose edges came out otherwise."""


class Photographer:
    """Sits at the window, arranges it, and takes pictures, which go into `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        from counterpoint.application.clock import Clock
        from counterpoint.bootstrap import make_application, make_window

        self.application = make_application(screen=False)
        self.application.setCursorFlashTime(0)  # it does not blink
        self.window = make_window(ROOT, clock=Clock(now=lambda: WHEN))
        self.window.show()
        self.wait_until_open()

    def wait(self, milliseconds: int = 400) -> None:
        """Not QTest.qWait, which holds the interpreter's lock and starves the worker threads."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def wait_until_open(self) -> None:
        """Until the library is there with its panes, on a machine of any speed; then a moment."""
        for _ in range(150):
            if self.window.lifecycle.stage.ready:
                break
            self.wait()
        self.wait(3000)

    def size(self, width: int, height: int) -> None:
        self.window.resize(width, height)
        self.wait(100)
        stack = self.window.stack
        self.window.space.share_space(stack.width(), stack.height())

    def take(self, name: str, over: "QWidget | None" = None) -> None:
        """`over`: a widget that floats over the window, and is no part of its picture."""
        from PySide6.QtGui import QPainter

        self.wait()
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / f"{name}.png"
        picture = self.window.grab()
        if over is not None:
            painter = QPainter(picture)
            painter.drawPixmap(self.window.mapFromGlobal(over.pos()), over.grab())
            painter.end()
        save(picture, file)
        if file.is_relative_to(ROOT):
            print(file.relative_to(ROOT))

    def choose(self, approach: str, dimension: str) -> None:
        """The first claim of a cell, and its passage in the reader."""
        from counterpoint.domain.note import Target, TargetKind

        library = self.window.space.session.library
        if library is None:
            raise AssertionError("the library did not open")
        claim = library.approach(approach).position(dimension).claims[0]
        target = Target(TargetKind.CLAIM, approach, dimension, claim.id)
        self.window.space.navigator.go_to(target)

    def answer(self, approach: str, dimension: str) -> None:
        """The answer of a cell, all cells closed, and its passage in the reader."""
        from counterpoint.domain.note import Target, TargetKind

        space = self.window.space
        space.session.arrange(space.session.arrangement._replace(opened=frozenset()))
        space.navigator.go_to(Target(TargetKind.POSITION, approach, dimension))
        space.comparison.activate()

    def all_pictures(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from counterpoint.ui.settings.values import ColourScheme

        window = self.window
        grid = window.space.comparison.grid
        self.size(1600, 1000)
        self.take("answers")
        self.size(1280, 800)
        window.menus.trigger("depth-map")
        self.take("map")
        window.menus.trigger("depth-answers")

        self.size(1600, 1000)
        self.answer("hard-headed-engagement", "diagnosis")
        window.space.enter(window.space.notebook)
        QTest.keyClicks(window.space.notebook.editor, NOTE)
        self.wait(1500)
        self.take("desk")

        self.size(1280, 800)
        for page in ("question", "pair", "replies"):
            window.menus.trigger(f"{page}-page")
            self.take(f"{page}-page")
        window.menus.trigger("compare")

        self.choose("containment", "objective")
        grid.setFocus()
        QTest.keyClick(grid, Qt.Key.Key_Space)
        self.take("peek", window.space.comparison.peeker.card)
        QTest.keyClick(grid, Qt.Key.Key_Escape)

        self.take_palette()

        window.menus.trigger("approaches")
        self.take("approaches")
        window.approaches.picker.close_panel()

        window.space.session.show_view("sources")
        window.space.navigator.show_source("london-cable-2008")
        self.take("source")
        window.menus.trigger("about-texts")
        self.take("about-these-texts")
        window.space.session.show_view("notes")
        self.take("notes")
        self.take_paper()

        window.space.session.show_view("compare")
        self.answer("containment", "objective")
        window.menus.trigger("rows-gaps")
        self.take("gaps")
        window.menus.trigger("rows-all")

        window.appearance.set_scheme(ColourScheme.DARK)
        self.size(1600, 1000)
        self.answer("hard-headed-engagement", "diagnosis")
        self.take("dark")
        self.take_search()  # at last: it leaves another text in the reader

    def wait_until(self, it_is: "Callable[[], bool]") -> None:
        for _ in range(100):
            self.wait()
            if it_is():
                break

    def take_palette(self) -> None:
        from PySide6.QtTest import QTest

        self.window.menus.trigger("go-to")
        palette = self.window.go_to.palette
        QTest.keyClicks(palette.query, "nato ukraine")
        self.wait_until(self.texts_are_listed)
        self.take("palette")
        palette.dismiss()

    def texts_are_listed(self) -> bool:
        """Whether the palette has what is found in the index, too."""
        from PySide6.QtCore import Qt

        from counterpoint.application.library.find import Kind

        model = self.window.go_to.palette.results.model()
        entries = (
            model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())
        )
        return any(entry.kind is Kind.FOUND for entry in entries)

    def take_search(self) -> None:
        """The page of results, narrowed, with a passage in the reader."""
        from counterpoint.domain.search.narrowing import Chosen, Facet
        from counterpoint.ui.search.view import SearchView

        self.size(1280, 800)
        self.window.menus.trigger("colours-light")
        self.window.menus.trigger("search")
        view = self.window.space.pane("search")
        assert isinstance(view, SearchView)
        view.seek("sanctions")
        self.wait_until(lambda: view.at_rest and bool(view.rows.results))
        view.facets.toggled.emit(Chosen(Facet.KIND, "passage"))
        self.wait_until(lambda: view.at_rest and len(view.chips.chips) == 1)
        view.step(1)
        self.take("search")

    def take_paper(self) -> None:
        """A paper before it leaves, with all the width."""
        space = self.window.space
        for name in ("notebook", "reader"):
            space.show_pane(name, False)
        self.window.menus.trigger("handover")
        for _ in range(50):
            self.wait()
            if self.paper_is_there():
                break
        self.take("hand-over")
        for name in ("reader", "notebook"):
            space.show_pane(name, True)

    def paper_is_there(self) -> bool:
        """Whether the whole preview stands on its sheet."""
        from counterpoint.ui.handover.view import HandOverView

        view = self.window.space.pane("handover")
        return isinstance(view, HandOverView) and view.made is not None and view.paper.is_whole


def save(picture: "QPixmap", file: Path) -> None:
    """Writes a PNG of at most 256 colours, which show no difference: of all colours there are, not
    of the most frequent, or the small signs of the approaches would become alike."""
    from PIL import Image
    from PySide6.QtGui import QImage

    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    rows = image.bytesPerLine()
    whole = Image.frombuffer("RGB", size, bytes(image.constBits()), "raw", "RGB", rows, 1)
    cover = Image.Quantize.MAXCOVERAGE
    few = whole.quantize(256, method=cover, kmeans=1, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


def out_of_date(made: Path, kept: Path) -> list[str]:
    """For each picture in `made` that shows something else than the one of its name in `kept`, and
    for each that is in one of the two alone, what is to be said."""
    names = {path.name for folder in (made, kept) for path in folder.glob("*.png")}
    told = []
    for name in sorted(names):
        if not (kept / name).is_file():
            told.append(f"{name}: it is not there yet")
        elif not (made / name).is_file():
            told.append(f"{name}: it is taken no more; remove it")
        elif (others := share_of_others(made / name, kept / name)) > MOST_OTHERS:
            told.append(f"{name}: {others:.2%} of it is otherwise now")
    return told


def share_of_others(one: Path, other: Path) -> float:
    """Which share of the pixels of two pictures differ; 1 where they are of different sizes."""
    from PIL import Image, ImageChops

    with Image.open(one) as first, Image.open(other) as second:
        if first.size != second.size:
            return 1
        apart = ImageChops.difference(first.convert("RGB"), second.convert("RGB"))
    most = ImageChops.lighter(ImageChops.lighter(*apart.split()[:2]), apart.split()[2])
    counts = most.histogram()
    return sum(counts[ANOTHER_COLOUR + 1 :]) / sum(counts)


def main(*words: str) -> int:
    """Takes every picture anew, or with --check tells which are out of date, and ends with 1 where
    one is. Nothing of the person's own settings or notes is touched."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) if "--check" in words else PICTURES
        take_all(folder)
        told = out_of_date(folder, PICTURES)
    for line in told:
        print(f"docs/pictures/{line}")
    if told:
        print("Look at the window, then take the pictures anew: python3 dev.py shot")
    return 1 if told else 0


def take_all(folder: Path) -> None:
    """Every picture, into `folder`."""
    sys.path.insert(0, str(ROOT / "app"))
    with tempfile.TemporaryDirectory() as home:
        screens = Path(home, "screens.json")
        screens.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
        platform = f"offscreen:configfile={screens}"
        os.environ |= {"QT_QPA_PLATFORM": platform, "TZ": "UTC", "LC_ALL": "C.UTF-8"}
        os.environ["COUNTERPOINT_HOME"] = home
        photographer = Photographer(folder)
        photographer.all_pictures()
        photographer.window.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
