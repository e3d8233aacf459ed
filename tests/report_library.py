"""The small library with a report of four pages, numbered iv to vii, that came in as a PDF."""

from pathlib import Path

from counterpoint.application.library.anchor import anchor_library
from tests.importing_library import bring_in, library
from tests.made_documents import lines, pdf

OVER = "all was well, and on the second one"
"""Stands on the first two pages of the report."""
THIRD = "Nothing was said of the neighbours"
FOURTH = "The end was not in sight"


def report_pdf() -> bytes:
    """One line near the top of each page, but the first, whose line is at its foot."""
    return pdf(
        lines("The report says on its first page that all was well, and", top=90),
        lines("on the second one that it was not, as many had feared."),
        lines("Nothing was said of the neighbours, who had asked to be heard."),
        lines("The end was not in sight when the report was written."),
        labels="0 << /S /r /St 4 >>",
    )


def report_library(folder: Path, report: bytes | None = None) -> Path:
    """The folder of the library; passages of the report are evidence of two approaches."""
    disk = library(folder / "library")
    (folder / "report.pdf").write_bytes(report if report is not None else report_pdf())
    bring_in(disk.folder, folder / "report.pdf")
    link(disk.folder / "options" / "talk.yaml", "over", OVER)
    link(disk.folder / "options" / "talk.yaml", "end", FOURTH)
    link(disk.folder / "options" / "firm.yaml", "third", THIRD)
    anchor_library(disk.folder)
    return disk.folder


def link(file: Path, id: str, quote: str) -> None:
    """A claim more, first of those on objections."""
    head, claims, rest = file.read_text(encoding="utf-8").partition("  objections:\n")
    before, key, after = rest.partition("    claims:\n")
    claim = (
        f"      - id: {id}\n        text: The report says so.\n        kind: fact\n"
        f"        evidence:\n          - source: report\n            quote: {quote}\n"
        "            stance: describes\n            voice: [the report]\n"
    )
    file.write_text(head + claims + before + key + claim + after, encoding="utf-8")
