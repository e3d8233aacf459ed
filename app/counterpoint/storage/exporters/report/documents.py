"""Reports as docx, odt, epub and Markdown, by Pandoc."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from counterpoint.domain.report.blocks import Paragraph, Report, Strong, Text
from counterpoint.storage.exporters.failing import ExportCancelled, NotExported, WriterMissing
from counterpoint.storage.exporters.references.citeproc import ALLOWANCE
from counterpoint.storage.exporters.unwritable_signs import FittingText
from counterpoint.storage.pandoc import Cancelled, PandocGone, PandocStopped, run_pandoc
from counterpoint.storage.place import resources

from . import docx_finish, odt_finish
from .pandoc_blocks import Dialect, Node, node, tree
from .png_pictures import with_png
from .reference_document import check_reference
from .repacking import dated


def _raw(format: str, written: str) -> tuple[Node, ...]:
    return (node("RawBlock", [format, written]),)


_DIALECTS = {
    "docx": Dialect(
        whole_lines=True,
        before_landscape=_raw("openxml", docx_finish.SECTION_END.format("portrait")),
        after_landscape=_raw("openxml", docx_finish.SECTION_END.format("landscape")),
        page_break=_raw("openxml", docx_finish.PAGE_BREAK),
    ),
    "odt": Dialect(
        whole_lines=True,
        before_landscape=_raw("opendocument", odt_finish.SECTION_START.format("Across")),
        after_landscape=_raw("opendocument", odt_finish.SECTION_START.format("Upright")),
        page_break=_raw("opendocument", odt_finish.PAGE_BREAK),
    ),
    "epub": Dialect(styles=False),
    "md": Dialect(styles=False, pictures=False, anchors_in_html=True, one_line_cells=True),
}
_TAKEN = re.compile(r"([$\\])")
DOTS = 144.0
"""To an inch of a drawing: some 280 to an inch of paper, as wide as it is there."""
_WRITERS = {"docx": "docx", "odt": "odt", "epub": "epub3", "md": "gfm-tex_math_dollars"}
_FINISH: dict[str, docx_finish.Finish] = {"docx": docx_finish.finished, "odt": odt_finish.finished}


def document(
    report: Report,
    kind: str,
    epoch: int,
    reference: Path | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[bytes, tuple[str, ...]]:
    """The file as one of "docx", "odt", "epub", "md", and what could not be kept in it. `epoch`:
    seconds, for the dates within; `reference`: a person's own docx or odt that lends its styles.
    Raises NotExported."""
    if reference is not None and kind in _FINISH:
        check_reference(reference, kind)
    if kind in _FINISH:  # a word processor shows letters of an SVG as it likes, or none
        report = replace(report, blocks=with_png(report.blocks, DOTS))
    letters = FittingText()  # of the marking, which goes by Pandoc in some of them only
    report = replace(report, marking=letters.fit(report.marking))
    made, told = _made(report, kind, reference, cancelled)
    told = (*letters.told(), *told)
    finish = _FINISH.get(kind)
    if finish is None:
        return (made if kind == "md" else dated(made, epoch)), told
    done, has_place = finish(made, report, epoch)
    if report.marking and not has_place:
        marked = (Paragraph((Strong((Text(report.marking),)),)), *report.blocks)
        made, told = _made(replace(report, blocks=marked), kind, reference, cancelled)
        told = (
            *letters.told(),
            *told,
            "the reference document has no place for the marking, which stands on the first page "
            f"only; write {docx_finish.MARKING} into its header or footer",
        )
        done, _ = finish(made, report, epoch)
    return done, told


def _made(
    report: Report,
    kind: str,
    reference: Path | None,
    cancelled: Callable[[], bool],
) -> tuple[bytes, tuple[str, ...]]:
    if kind in ("epub", "md") and report.marking:
        marked = Paragraph((Strong((Text(report.marking),)),))
        report = replace(report, blocks=(marked, *report.blocks, marked))
    made, told = tree(report, _DIALECTS[kind])
    arguments = [
        "--from=json",
        f"--to={_WRITERS[kind]}",
        "--standalone",
        "--wrap=none",
        "--output=-",
        "--markdown-headings=atx",
    ]
    if kind in ("docx", "odt"):
        arguments.append(f"--reference-doc={reference or _ours(kind, small=report.small)}")
    if kind == "epub":
        _name_epub(made)
        arguments += ["--toc", "--split-level=1"]
    if kind == "md":
        _title_in_text(made)
        made["blocks"] = _signs_told(made["blocks"])
    data = json.dumps(made).encode()
    try:
        done = run_pandoc(arguments, data, ALLOWANCE, cancelled=cancelled)
    except Cancelled as error:
        raise ExportCancelled from error
    except PandocGone as error:
        raise WriterMissing(f"a file as {kind}", "Pandoc", "pypandoc-binary") from error
    except PandocStopped as error:
        raise NotExported("it takes too much time or memory to write; choose less") from error
    if done.code:
        if reference is not None:
            raise NotExported(
                f"{reference}: Pandoc cannot take the styles of this document; choose another, or "
                "none for the styles that come with the app"
            )
        raise NotExported(f"Pandoc cannot write this ({done.first_complaint})")
    return done.output, told


def _ours(kind: str, *, small: bool) -> Path:
    return resources() / "documents" / f"{'small' if small else 'plain'}.{kind}"


def _name_epub(made: Node) -> None:
    """A book needs an identifier; the same for the same words."""
    digest = hashlib.sha256(json.dumps(made).encode()).hexdigest()
    name = f"urn:sha256:{digest}"
    made["meta"]["identifier"] = {"t": "MetaString", "c": name}


def _signs_told(tree: Any) -> Any:
    """With what Pandoc leaves as it is and others take for mathematics or TeX written as signs."""
    match tree:
        case dict():
            return {key: _signs_told(each) for key, each in tree.items()}
        case list():
            return [made for each in tree for made in _sign_told(each)]
    return tree


def _sign_told(each: Any) -> list[Any]:
    if not (isinstance(each, dict) and each.get("t") == "Str" and _TAKEN.search(each["c"])):
        return [_signs_told(each)]
    return [
        node("RawInline", ["markdown", f"\\{piece}"])
        if piece in ("$", "\\")
        else node("Str", piece)
        for piece in _TAKEN.split(each["c"])
        if piece
    ]


def _title_in_text(made: Node) -> None:
    """As a heading, which every reader of Markdown shows, and not in front matter. The headings
    below go one level down."""
    meta = made["meta"]
    title = meta.pop("title")["c"]
    about = [meta.pop(key)["c"] for key in ("subtitle", "date") if key in meta]
    meta.clear()
    for block in made["blocks"]:
        if block["t"] == "Header":
            block["c"][0] = min(6, block["c"][0] + 1)
    opening = [node("Header", [1, ["", [], []], title]), *(node("Para", line) for line in about)]
    made["blocks"] = opening + made["blocks"]
