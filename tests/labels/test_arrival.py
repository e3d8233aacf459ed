"""The words for documents that come in."""

import pytest

from counterpoint.labels.arrival import guessed, size_and_guessed
from counterpoint.storage.importers.draft import Choices


@pytest.mark.parametrize("what", Choices._fields)
def test_all_that_may_be_guessed_has_a_name_of_its_own(what: str) -> None:
    assert guessed(what) != what or "_" not in what
    assert "_" not in size_and_guessed("Text", [what])
