"""Handing over, beside the bare writers that are given the same blocks or cells.

- the full paper on this library as docx and as PDF, from the material to the file, against Pandoc
  and Typst alone, each given what ours gives it;
- the matrix of 20,000 claims as a workbook, against XlsxWriter with the same words.
"""

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typst
import xlsxwriter

from counterpoint.application.report.brief.brief import Wishes, write_brief
from counterpoint.application.report.brief.citing import cited, forget, style_file
from counterpoint.application.report.brief.end_matter import WHOLE
from counterpoint.application.report.files.exporting import Extras, export_brief
from counterpoint.application.report.files.other_kinds import export_matrix
from counterpoint.application.report.material.reading import read_material
from counterpoint.application.report.matrix import matrix
from counterpoint.application.report.references.references import references
from counterpoint.domain.report.blocks import Cite, inlines
from counterpoint.domain.report.material import Material
from counterpoint.storage.exporters.references.citeproc import ALLOWANCE, cite_all
from counterpoint.storage.exporters.report.pandoc_blocks import Dialect, tree
from counterpoint.storage.exporters.report.png_pictures import forget as forget_pictures
from counterpoint.storage.exporters.report.typst_source import source
from counterpoint.storage.pandoc import run_pandoc
from counterpoint.storage.place import resources, shipped_library
from counterpoint.storage.template_file import shipped_template
from tests.benchmarks.harness import Figure, figure
from tests.benchmarks.made_library import make_library

CLAIMS, RUNS = 20_000, 5


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="counterpoint-") as name:
        place = Path(name)
        return [*_papers(place), *_matrix(place)]


def _papers(place: Path) -> list[Figure]:
    material, _ = read_material(shipped_library())
    template = shipped_template("full")
    brief = write_brief(material, template, Wishes())
    report = cited(brief.report, material, style_file(template.style))
    blocks = json.dumps(tree(report, Dialect())[0]).encode()
    words = source(report)[0].encode()
    known = references(material.sources)
    runs = [run for block in brief.report.blocks for run in inlines(block)]
    cites = [each for run in runs for each in run if isinstance(each, Cite)]
    asked = [(each.source, each.paragraph) for each in cites if each.paragraph != WHOLE]
    reference = resources() / "documents" / "plain.docx"
    pandoc = ["--from=json", "--to=docx", "--standalone", "--output=-"]
    pandoc.append(f"--reference-doc={reference}")

    def docx(out: Path) -> None:
        done = run_pandoc(pandoc, blocks, ALLOWANCE)
        if done.code:
            raise AssertionError(done.first_complaint)
        out.write_bytes(done.output)

    def pdf(out: Path) -> None:
        options: dict[str, Any] = {"font_paths": [str(resources() / "fonts")], "format": "pdf"}
        options |= {"ignore_system_fonts": True, "pdf_standards": "ua-1"}
        made: bytes = typst.compile(words, **options)
        out.write_bytes(made)

    def ours(ending: str) -> Callable[[Path], None]:
        return lambda out: _export(material, out.with_suffix(ending))

    def docx_cited(out: Path) -> None:
        cite_all(style_file(template.style), known, asked, brief.report.language)
        docx(out)

    return [
        _in_turn(place, "full paper as docx", ours(".docx"), docx),
        # Setting its citations is no part of the floor above.
        _in_turn(place, "beside one cited too", ours(".docx"), docx_cited),
        _in_turn(place, "full paper as PDF", ours(".pdf"), pdf),
    ]


def _export(material: Material, out: Path) -> None:
    # Of a window they would be kept, as the paper was seen before.
    forget()
    forget_pictures()
    export_brief(material, shipped_template("full"), Wishes(), out, Extras())


def _matrix(place: Path) -> list[Figure]:
    library = place / "library"
    make_library(library, 50, 20, CLAIMS)
    material, _ = read_material(library)
    workbook = matrix(material)

    def floor(out: Path, *, linked: bool = False) -> None:
        with xlsxwriter.Workbook(str(out.with_suffix(".xlsx")), {"in_memory": True}) as book:
            form = book.add_format({"text_wrap": True})
            for sheet in workbook.sheets:
                page = book.add_worksheet(sheet.name)
                for row, cells in enumerate(sheet.rows):
                    for column, cell in enumerate(cells):
                        if linked and cell.link is not None:
                            target, line = cell.link
                            words = cell.words or str(cell.number)
                            at = f"internal:'{target}'!A{line + 2}"
                            page.write_url(row, column, at, form, words)
                        elif cell.number is not None:
                            page.write_number(row, column, cell.number, form)
                        elif cell.words:
                            page.write_string(row, column, cell.words, form)

    def ours(out: Path) -> None:
        export_matrix(material, out.with_suffix(".xlsx"))

    def linked(out: Path) -> None:
        floor(out, linked=True)

    return [
        _in_turn(place, "matrix of 20,000 claims", ours, floor),
        # Its 60,000 links are no part of the floor above.
        _in_turn(place, "beside one with links", ours, linked),
    ]


def _in_turn(
    place: Path, name: str, ours: Callable[[Path], None], floor: Callable[[Path], None]
) -> Figure:
    times: dict[str, list[float]] = {"ours": [], "floor": []}
    for number in range(RUNS):
        for which, act in (("floor", floor), ("ours", ours)):
            start = time.perf_counter()
            act(place / f"{which} {number}")
            times[which].append(time.perf_counter() - start)
    return figure(name, "s", times["ours"], times["floor"], limit=1.5)
