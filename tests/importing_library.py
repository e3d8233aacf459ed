"""A library to import into, and documents to import, on a real disk."""

from pathlib import Path

from counterpoint.application.importing.documents import find_documents
from counterpoint.application.importing.importing import Importing, Outcome
from tests.library_on_disk import LibraryOnDisk

SPEECH = """\
The minister said that the talks would go on for as long as they were of use to both sides.

He added that no side had a right to end them alone, whatever the other might have done in the
meantime, and that the guarantor powers would be told of every step that was taken.

Nobody spoke of the neighbours, who had asked to be heard before the summer was over.
"""


ANNOTATION = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "urn:x:1",
    "type": "Annotation",
    "body": {"type": "TextualBody", "value": "Look here.", "purpose": "commenting"},
    "target": {
        "source": "urn:x",
        "selector": {"type": "TextQuoteSelector", "exact": "trade should grow"},
    },
}
"""Of a passage of that library."""


def library(folder: Path) -> LibraryOnDisk:
    """The small library of the other tests."""
    return LibraryOnDisk.make(folder)


def bring_in(folder: Path, *paths: Path) -> list[Outcome]:
    with Importing(folder) as importing:
        return importing.store(importing.previews(find_documents(paths)))


def everything(folder: Path) -> dict[str, bytes]:
    """Every file in `folder`, by its place."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }
