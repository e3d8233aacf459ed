"""A report as the bytes of a file, by the ending of its name."""

from collections.abc import Callable
from pathlib import Path

from counterpoint.domain.report.blocks import Report
from counterpoint.domain.report.directions import closed
from counterpoint.storage.exporters.failing import NotExported

FORMATS = {
    ".docx": "Word",
    ".odt": "OpenDocument",
    ".pdf": "PDF, tagged for screen readers",
    ".html": "a web page of its own",
    ".md": "Markdown",
    ".epub": "e-book",
}
"""The endings of reports, with what they are."""


def check_ending(out: Path) -> None:
    """Raises NotExported if no writer has the ending of `out`."""
    if out.suffix.casefold() not in FORMATS:
        raise NotExported(
            f"{out.name}: a report is written as one of {', '.join(FORMATS)}; end the name so"
        )


def begin(report: Report, out: Path) -> None:
    """Begins what `written` will do and needs no citation, off this thread."""
    if out.suffix.casefold() in (".docx", ".odt"):
        from counterpoint.storage.exporters.report.documents import DOTS
        from counterpoint.storage.exporters.report.png_pictures import draw_ahead

        draw_ahead(report.blocks, DOTS)


def written(
    report: Report,
    out: Path,
    epoch: int,
    reference: Path | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[bytes, tuple[str, ...]]:
    """The bytes, and what the format could not keep. `reference`: a docx or odt that lends its
    styles. Raises NotExported."""
    check_ending(out)
    ending = out.suffix.casefold()
    if reference is not None:
        _check_reference(reference, ending)
    report = closed(report)
    if ending == ".html":
        from counterpoint.storage.exporters.report.html import page

        return page(report)
    if ending == ".pdf":
        from counterpoint.storage.exporters.report.pdf import pdf

        return pdf(report, epoch)
    from counterpoint.storage.exporters.report.documents import document

    return document(report, ending[1:], epoch, reference, cancelled)


def _check_reference(reference: Path, ending: str) -> None:
    if ending not in (".docx", ".odt"):
        raise NotExported("only a .docx or an .odt takes its styles from a reference document")
    if reference.suffix.casefold() != ending:
        raise NotExported(f"{reference}: a {ending} takes its styles from another {ending}")
    if not reference.is_file():
        raise NotExported(
            f"{reference}: the reference document is not there; choose another, or none"
        )
