"""Fixtures of the application's tests."""

from pathlib import Path

import pytest

from tests.hands import Hands


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    """Someone who writes notes, on a real folder, in a time of their own."""
    return Hands(tmp_path / "notes")
