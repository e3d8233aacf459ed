"""`counterpoint export KIND OUT`: what leaves the library."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .output import say

if TYPE_CHECKING:
    from counterpoint.application.report.exporting import Exported
    from counterpoint.domain.report.material import Material

_BRIEF_OUT = "the file: .docx, .odt, .pdf, .html, .md or .epub"


class _Kind(NamedTuple):
    """One kind of export: what it is, its options beside those of all, and what runs it."""

    help: str
    out: str
    options: Callable[[argparse.ArgumentParser], None]
    run: "Callable[[argparse.Namespace, Material], Exported]"


def add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's kinds and their options."""
    command = commands.add_parser(
        "export",
        help="write a brief, the matrix, references, annotations, a project or a whole library "
        "for other tools; exit 1 where it could not be written",
    )
    kinds = command.add_subparsers(dest="kind", required=True, metavar="KIND")
    for name, kind in _KINDS.items():
        one = kinds.add_parser(name, help=kind.help)
        one.add_argument("out", type=Path, metavar="OUT", help=kind.out)
        one.add_argument(
            "--library",
            type=Path,
            metavar="L",
            help="the library's folder (default: the one in which one stands; outside of any, the "
            "one that comes with the app)",
        )
        kind.options(one)


def run_export(chosen: argparse.Namespace, folder: Path) -> int:
    """The exit code: 0 written, 1 not written, 2 where there is no such approach or library."""
    from counterpoint.application.report.gather import NoSuchThing
    from counterpoint.application.report.reading import read_material
    from counterpoint.storage.exporters.failing import NotExported
    from counterpoint.storage.unreadable import Unreadable

    try:
        material = read_material(
            folder,
            _names(getattr(chosen, "approaches", None)),
            _names(getattr(chosen, "questions", None)),
        )
        done = _KINDS[chosen.kind].run(chosen, material)
    except NoSuchThing as error:
        print(f"counterpoint: {error}", file=sys.stderr)
        return 2
    except Unreadable as error:
        print("\n".join(map(str, error.problems)), file=sys.stderr)
        return 2
    except NotExported as error:
        print(f"counterpoint: not exported: {error}", file=sys.stderr)
        return 1
    for finding in done.findings:
        print(finding, file=sys.stderr)
    for line in done.told:
        print(f"note: {line}", file=sys.stderr)
    return 0 if say([f"wrote {done.path}"]) else 1


def _names(given: list[str] | None) -> list[str] | None:
    """Parted by spaces or commas; None for all."""
    if given is None:
        return None
    return [name for each in given for part in each.split(",") if (name := part.strip())]


def _choosing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--approaches",
        nargs="+",
        metavar="A",
        help="ids, letters or titles, in the order wanted (default: those that the library shows)",
    )
    parser.add_argument("--questions", nargs="+", metavar="Q", help="ids or titles (default: all)")


def _brief_options(parser: argparse.ArgumentParser) -> None:
    _choosing(parser)
    parser.add_argument(
        "--template",
        default="two-page",
        metavar="T",
        help="two-page, full, one-page, or the file of your own (.yaml or .md)",
    )
    parser.add_argument(
        "--style",
        default="",
        metavar="S",
        help="of citation: chicago-notes, apa, eu-style-guide, or a .csl file",
    )
    parser.add_argument(
        "--reference", type=Path, metavar="DOC", help="a .docx or .odt that lends its styles"
    )
    parser.add_argument("--title", default="", help="default: that of the library")
    parser.add_argument("--question", default="", help="which the brief is to answer")
    parser.add_argument("--date", default="", metavar="YYYY-MM-DD", help="printed on it")
    parser.add_argument("--marking", default="", help="at the head and foot of each page")
    parser.add_argument("--language", default="", metavar="TAG", help="as en-GB")


def _run_brief(chosen: argparse.Namespace, material: "Material") -> "Exported":
    from counterpoint.application.report.brief import Wishes
    from counterpoint.application.report.exporting import Extras, export_brief
    from counterpoint.application.report.templates import named_template

    template, beside = named_template(chosen.template)
    wishes = Wishes(chosen.title, chosen.question, chosen.date, chosen.marking, chosen.language)
    extras = Extras(chosen.style, chosen.reference, beside)
    return export_brief(material, template, wishes, chosen.out, extras, _progress())


def _progress() -> Callable[[str], None]:
    return _tell if sys.stderr.isatty() else _be_quiet


def _tell(what: str) -> None:
    print(f"\r{what}…{'':<40}", end="\r", file=sys.stderr, flush=True)


def _be_quiet(what: str) -> None:
    """Where nobody looks on."""


_KINDS = {
    "brief": _Kind(
        "the comparison as a paper, with its quotations and sources",
        _BRIEF_OUT,
        _brief_options,
        _run_brief,
    ),
}
