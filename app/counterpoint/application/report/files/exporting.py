"""Exporting a brief: from the material to the file, whole or not at all."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.giving_way import collector_at_rest
from counterpoint.application.report.brief.brief import Wishes
from counterpoint.application.report.brief.checks import check_brief
from counterpoint.application.report.brief.citing import style_file
from counterpoint.application.report.brief.finding import Finding
from counterpoint.application.report.brief.fitting import fitted
from counterpoint.domain.report.material import Material
from counterpoint.domain.report.template import Template
from counterpoint.storage.exporters.failing import ExportCancelled
from counterpoint.storage.exporters.out_file import check_target, write_out

from .dates import epoch
from .writing import begin, check_ending, written

Told = Callable[[str], None]
"""Is told in a word or two what is being done now."""


class Exported(NamedTuple):
    """What was written, what the format could not keep, and what a person should know of it."""

    path: Path
    told: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


class Extras(NamedTuple):
    """What a person may bring along."""

    style: str = ""
    """One of citing.STYLES, or the path of a .csl file; "" for the template's."""
    reference: Path | None = None
    """A docx or odt that lends its styles."""
    beside: Path | None = None
    """The folder from which the template names its style."""


def silent(what: str) -> None:
    """Where nobody looks on."""


def never() -> bool:
    return False


@collector_at_rest()
def export_brief(
    material: Material,
    template: Template,
    wishes: Wishes,
    out: Path,
    extras: Extras,
    progress: Told = silent,
    cancelled: Callable[[], bool] = never,
) -> Exported:
    """Writes the brief to `out`, in the format of its ending. Raises NotExported; then nothing has
    changed. May run on any thread."""
    check_target(out)
    check_ending(out)
    # Only what the template names stands beside it; what the person names, where the person stands.
    own, beside = extras.style, extras.beside
    style = style_file(own) if own else style_file(template.style, beside)
    progress("writing the brief")
    brief, report, pages, by_pages = fitted(
        material, template, wishes, style, cancelled, lambda report: begin(report, out)
    )
    findings = check_brief(material, brief, template, pages, by_pages=by_pages)
    progress(f"making the {out.suffix}")
    data, told = written(report, out, epoch(material), extras.reference, cancelled)
    if cancelled():
        raise ExportCancelled
    write_out(out, data)
    return Exported(out, told, findings)
