"""A small library, and many approaches."""

import pytest

from counterpoint.application.opened_library import OpenedLibrary
from counterpoint.domain.option import OptionHead
from tests.library_on_disk import LibraryOnDisk


@pytest.fixture
def library(disk: LibraryOnDisk) -> OpenedLibrary:
    return OpenedLibrary.open(disk.folder, None)


@pytest.fixture
def many(library: OpenedLibrary) -> tuple[OptionHead, ...]:
    """Two hundred approaches, "Approach 0" to "Approach 199"."""
    head = library.contents.option("talk")
    return tuple(
        head._replace(id=f"approach-{n}", title=f"Approach {n}", cue=f"{n}", shown=n < 6)
        for n in range(200)
    )
