"""What leaves a library besides papers, each as one file."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.report.files import other_kinds
from counterpoint.application.report.files.exporting import Exported, Told, never, silent
from counterpoint.application.report.material.gather import gather
from counterpoint.application.report.matrix import SHEETS
from counterpoint.domain.note import Note

from .failing import handing_over
from .wanted import Shown


class Kind(StrEnum):
    MATRIX = "matrix"
    REFERENCES = "references"
    ANNOTATIONS = "annotations"
    PROJECT = "project"
    MAP = "map"
    REPLIES = "replies"
    LIBRARY = "library"


_OF_MATRIX = (".xlsx", *(".csv" for _ in SHEETS))
_WITH = ((True, True), (False, True), (True, False), (False, False))
"""Of a library: whether with its notes, and with its originals."""
ENDINGS = {
    Kind.MATRIX: _OF_MATRIX,
    Kind.REFERENCES: (".json", ".bib", ".bibtex", ".ris"),
    Kind.ANNOTATIONS: (".jsonld",),
    Kind.PROJECT: (".qdpx", ".qdc"),
    Kind.MAP: (".svg", ".png"),
    Kind.REPLIES: (".svg", ".png"),
    Kind.LIBRARY: tuple(".counterpoint" for _ in _WITH),
}
"""The endings of the formats of each, in the order in which they are offered."""


def export_other(
    kind: Kind,
    library: OpenedLibrary,
    notes: Iterable[Note],
    shown: Shown,
    out: Path,
    which: int,
    progress: Told = silent,
    cancelled: Callable[[], bool] = never,
) -> Exported:
    """Writes `out`, in the format that is the one of number `which` in ENDINGS. A library is
    written as it is on the disk. For a worker thread. Raises NotHandedOver; then nothing has
    changed."""
    with handing_over():
        progress("gathering")
        material = gather(library, notes, shown.approaches, shown.questions)
        match kind:
            case Kind.MATRIX:
                sheet = SHEETS[max(0, which - 1)]
                return other_kinds.export_matrix(material, out, sheet, progress, cancelled)
            case Kind.REFERENCES:
                return other_kinds.export_references(material, out)
            case Kind.ANNOTATIONS:
                return other_kinds.export_annotations(material, out)
            case Kind.PROJECT:
                return other_kinds.export_project(material, library, out, progress, cancelled)
            case Kind.MAP | Kind.REPLIES:
                replies = kind is Kind.REPLIES
                return other_kinds.export_picture(material, out, replies=replies)
            case Kind.LIBRARY:
                with_notes, with_originals = _WITH[which]
                return other_kinds.export_library(
                    material,
                    library.folder,
                    out,
                    notes=with_notes,
                    originals=with_originals,
                    progress=progress,
                    cancelled=cancelled,
                )
