"""A small library, and many approaches."""

import pytest

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import ApproachSummary
from tests.library_on_disk import LibraryOnDisk


@pytest.fixture
def library(disk: LibraryOnDisk) -> OpenedLibrary:
    return OpenedLibrary.open(disk.folder, None)


@pytest.fixture
def many(library: OpenedLibrary) -> tuple[ApproachSummary, ...]:
    """Two hundred approaches, "Approach 0" to "Approach 199"."""
    head = library.contents.approach("talk")
    return tuple(
        head._replace(id=f"approach-{n}", title=f"Approach {n}", cue=f"{n}", shown=n < 6)
        for n in range(200)
    )
