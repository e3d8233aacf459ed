"""The bar over a source's page: its buttons are whole however little room there is."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.ui.sources.bar import SourceBar, cite_labels, open_labels
from counterpoint.ui.theme.theme import Theme

NAME = "A cable from the embassy in London"


@pytest.fixture
def bar(theme: Theme, window: QWidget) -> SourceBar:
    bar = SourceBar(theme, window)
    bar.show_name(NAME, source=True)
    bar.show()
    return bar


def make_as_wide(bar: SourceBar, width: int) -> None:
    bar.resize(width, bar.height())
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_at_its_least_width_the_buttons_are_whole(
    bar: SourceBar, theme: Theme, zoom: float
) -> None:
    theme.set_zoom(zoom)
    make_as_wide(bar, bar.minimumSizeHint().width())
    assert (bar.open_button.text(), bar.copy_button.text()) == (open_labels()[1], cite_labels()[1])
    for button in (bar.open_button, bar.copy_button):
        assert button.width() >= button.minimumSizeHint().width()
        assert bar.rect().contains(button.geometry())


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_at_any_width_what_is_there_is_whole(bar: SourceBar, theme: Theme, zoom: float) -> None:
    theme.set_zoom(zoom)
    least = bar.minimumSizeHint().width()
    for width in range(least, least + theme.fonts.px(400), 16):
        make_as_wide(bar, width)
        for button in (bar.open_button, bar.copy_button):
            assert button.width() >= button.minimumSizeHint().width(), width
    assert (bar.open_button.text(), bar.copy_button.text()) == (open_labels()[0], cite_labels()[0])
