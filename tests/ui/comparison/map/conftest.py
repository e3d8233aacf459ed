"""A comparison that shows the map."""

from collections.abc import Callable, Sequence

import pytest
from pytestqt.qtbot import QtBot

from counterpoint.application.library.arrangement import Arrangement, Depth
from counterpoint.domain.approach import Approach
from counterpoint.ui.comparison.map.view import MapView
from counterpoint.ui.comparison.view import ComparisonView
from counterpoint.ui.theme.theme import Theme
from tests.ui.comparison.map.material import answered_library

MakeMap = Callable[..., ComparisonView]


@pytest.fixture
def make_map(qtbot: QtBot, theme: Theme) -> MakeMap:
    """Gives a function that shows the map of approaches (by default the six) in a size."""
    made: list[ComparisonView] = []

    def make(
        approaches: Sequence[Approach] | None = None,
        width: int = 1280,
        height: int = 700,
        times: int = 1,
    ) -> ComparisonView:
        view = ComparisonView(theme)
        made.append(view)
        qtbot.addWidget(view)
        contents, read = answered_library(approaches, times)
        shown = Arrangement.first(contents.approaches)
        shown = shown.show_only(head.id for head in contents.approaches)
        view.set_library(contents, read, shown.at(Depth.MAP))
        view.resize(width, height)
        view.show()
        qtbot.waitExposed(view)
        return view

    return make


@pytest.fixture
def view(make_map: MakeMap) -> ComparisonView:
    return make_map()


@pytest.fixture
def on_map(view: ComparisonView) -> MapView:
    """The map, with the focus."""
    view.map.view.setFocus()
    return view.map.view
