"""A comparison on the screen, with the fonts that the product ships."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from counterpoint.domain.approach import Approach
from counterpoint.ui.comparison.view import ComparisonView
from counterpoint.ui.theme.theme import Theme
from tests.ui.comparison.material import library, six

FONTS = Path(__file__).parents[3] / "resources" / "fonts"

MakeView = Callable[..., ComparisonView]


@pytest.fixture(scope="session")
def shipped_fonts(qapp: object) -> None:
    for path in sorted(FONTS.glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


@pytest.fixture
def theme(shipped_fonts: None) -> Theme:
    return Theme()


@pytest.fixture
def make_view(qtbot: QtBot, theme: Theme) -> MakeView:
    """Gives a function that shows a comparison of approaches (by default the six) in a size."""
    made: list[ComparisonView] = []

    def make(
        approaches: Sequence[Approach] | None = None, width: int = 1000, height: int = 700
    ) -> ComparisonView:
        view = ComparisonView(theme)
        made.append(view)
        qtbot.addWidget(view)
        view.set_library(*library(six() if approaches is None else approaches))
        view.resize(width, height)
        view.show()
        qtbot.waitExposed(view)
        return view

    return make


@pytest.fixture
def view(make_view: MakeView) -> ComparisonView:
    return make_view()
