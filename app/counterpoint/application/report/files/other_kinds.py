"""Exporting everything but the brief: each to one file, whole or not at all. All raise NotExported,
and may run on any thread."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from counterpoint.application.giving_way import collector_at_rest
from counterpoint.application.library.opened_library import OpenedLibrary, SourceAltered
from counterpoint.application.report.matrix import SHEETS, matrix
from counterpoint.application.report.notes_report import Choice, chosen_notes, notes_report
from counterpoint.application.report.pictures import map_picture, replies_picture
from counterpoint.application.report.references.references import references
from counterpoint.domain.report.material import Material
from counterpoint.labels.problem import in_a_line
from counterpoint.storage.exporters.failing import ExportCancelled, NotExported
from counterpoint.storage.exporters.out_file import check_target, stream_out, write_out
from counterpoint.storage.exporters.picture import png, svg
from counterpoint.storage.exporters.references.csl_json import csl_json
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.place import notes_in_reach

from .dates import epoch, iso, moment
from .exporting import Exported, Told, never, silent
from .writing import check_ending, written

Made = tuple[bytes, tuple[str, ...]]
Cancelled = Callable[[], bool]

MATRIX = {".xlsx": "Excel", ".csv": "a sheet as text"}
REFERENCES = {".json": "CSL-JSON", ".bib": "BibLaTeX", ".bibtex": "BibTeX", ".ris": "RIS"}
ANNOTATIONS = {".jsonld": "W3C Web Annotation", ".json": "W3C Web Annotation"}
PROJECT = {".qdpx": "REFI-QDA project", ".qdc": "REFI-QDA codebook"}
PICTURE = {".svg": "SVG", ".png": "PNG"}
LIBRARY = {".counterpoint": "a library in one file"}


@collector_at_rest()
def export_matrix(
    material: Material,
    out: Path,
    sheet: str = "Answers",
    progress: Told = silent,
    cancelled: Cancelled = never,
) -> Exported:
    """All sheets as .xlsx; one of them (by name) as .csv. A name that none has is refused for
    both."""
    ending = _ending(out, MATRIX)
    if sheet.casefold() not in map(str.casefold, SHEETS):
        known = ", ".join(map(str.casefold, SHEETS))
        raise NotExported(f"there is no sheet “{sheet}”; there are {known}")
    workbook = matrix(material, progress)
    if ending == ".xlsx":
        from counterpoint.storage.exporters.xlsx import xlsx

        made: Made = xlsx(workbook, moment(epoch(material)), progress, cancelled)
    else:
        from counterpoint.storage.exporters.csv_text import csv_text

        one = next(each for each in workbook.sheets if each.name.casefold() == sheet.casefold())
        made = csv_text(one)
    done = _put(out, made, cancelled)
    rows = [row for each in workbook.sheets for row in each.rows]
    del workbook
    while rows:  # all at once would hold up the window's thread
        rows.pop()
    return done


@collector_at_rest()
def export_references(material: Material, out: Path) -> Exported:
    """The descriptions of all sources."""
    from counterpoint.storage.exporters.references.bibtex import biblatex, bibtex
    from counterpoint.storage.exporters.references.ris import ris

    found = references(material.sources)
    match _ending(out, REFERENCES):
        case ".json":
            made: Made = (csl_json(found), ())
        case ".bib":
            made = biblatex(found)
        case ".bibtex":
            made = bibtex(found)
        case _:
            made = ris(found)
    return _put(out, made)


@collector_at_rest()
def export_annotations(material: Material, out: Path) -> Exported:
    """Passages and notes as W3C Web Annotations."""
    from counterpoint.storage.exporters.web_annotation import web_annotations

    _ending(out, ANNOTATIONS)
    return _put(out, web_annotations(material, iso(epoch(material))))


@collector_at_rest()
def export_project(
    material: Material,
    library: OpenedLibrary,
    out: Path,
    progress: Told = silent,
    cancelled: Cancelled = never,
) -> Exported:
    """A project for NVivo, MAXQDA, QualCoder and others (.qdpx), or its codes alone (.qdc)."""
    from counterpoint.storage.exporters.qda import codebook, project

    if _ending(out, PROJECT) == ".qdc":
        return _put(out, codebook(material))
    texts: dict[str, str] = {}
    for source in material.sources:
        progress(f"reading {source.short}")
        if cancelled():
            raise ExportCancelled
        try:
            texts[source.id] = library.text(source.id).text
        except SourceAltered as error:
            raise NotExported(
                f"corpus/{source.id}.txt was altered since its quotations were checked"
            ) from error
        except Unreadable as error:
            raise NotExported("; ".join(map(in_a_line, error.problems))) from error
    return _put(out, project(material, texts, iso(epoch(material)), cancelled), cancelled)


@collector_at_rest()
def export_notes(
    material: Material,
    out: Path,
    choice: Choice,
    title: str = "",
    reference: Path | None = None,
    cancelled: Cancelled = never,
) -> Exported:
    """The notes chosen, as a document."""
    check_target(out)
    check_ending(out)
    report = notes_report(material, chosen_notes(material, choice), title, "")
    return _put(out, written(report, out, epoch(material), reference, cancelled), cancelled)


def export_picture(material: Material, out: Path, *, replies: bool) -> Exported:
    """The map, or who answers whom."""
    ending = _ending(out, PICTURE)
    drawing = replies_picture(material) if replies else map_picture(material)
    return _put(out, svg(drawing) if ending == ".svg" else png(drawing))


@collector_at_rest()
def export_library(
    material: Material,
    folder: Path,
    out: Path,
    *,
    notes: bool = True,
    originals: bool = True,
    progress: Told = silent,
    cancelled: Cancelled = never,
) -> Exported:
    """The library in `folder` in one file, with its notes and the documents that its texts were
    taken from, or without."""
    from counterpoint.storage.exporters.library_file import Packing, pack_library

    _ending(out, LIBRARY)
    packing = Packing(
        folder,
        notes_in_reach(folder) if notes else None,
        originals,
        material.title,
        iso(epoch(material)),
    )
    told: list[str] = []

    def fill(target: BinaryIO) -> None:
        _, left_out = pack_library(packing, target, progress, cancelled)
        told.extend(left_out)

    stream_out(out, fill)
    return Exported(out, tuple(told))


def _ending(out: Path, endings: dict[str, str]) -> str:
    check_target(out)
    ending = out.suffix.casefold()
    if ending not in endings:
        known = ", ".join(f"{each} ({what})" for each, what in endings.items())
        raise NotExported(f"{out.name}: end the name in one of {known}")
    return ending


def _put(out: Path, made: Made, cancelled: Cancelled = never) -> Exported:
    data, told = made
    if cancelled():
        raise ExportCancelled
    write_out(out, data)
    return Exported(out, told)
