"""Windows on real libraries; every one is closed at the end of its test."""

import pytest

from counterpoint.ui.search.view import SearchView
from tests.at_window import AtWindow, Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

__all__ = ["fonts", "sit"]


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    return sit(disk.folder)


def view(at: AtWindow) -> SearchView:
    """The page of results."""
    pane = at.window.space.pane("search")
    assert isinstance(pane, SearchView)
    return pane
