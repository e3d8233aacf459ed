"""What every document is read by, whatever it is."""

import gc
from collections.abc import Iterator

import pytest

from counterpoint.storage.importers.draft import Choices
from counterpoint.storage.importers.reading import read_document
from counterpoint.storage.importers.refusal import Refused


@pytest.fixture(params=[True, False], ids=["collecting", "not collecting"])
def collecting(request: pytest.FixtureRequest) -> Iterator[bool]:
    was, wanted = gc.isenabled(), bool(request.param)
    (gc.enable if wanted else gc.disable)()
    yield wanted
    (gc.enable if was else gc.disable)()


def test_garbage_is_collected_after_a_document_as_before_it(collecting: bool) -> None:
    read_document(b"We hold firm.", "txt", Choices())

    assert gc.isenabled() is collecting


def test_a_document_that_is_refused_changes_nothing_of_that(collecting: bool) -> None:
    with pytest.raises(Refused):
        read_document(b"%PDF-1.7 cut short", "pdf", Choices())

    assert gc.isenabled() is collecting
