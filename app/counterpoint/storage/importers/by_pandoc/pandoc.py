"""What Pandoc reads, as a tree; what it refuses, in words."""

import json
from typing import Any

from counterpoint.storage.importers.limits import LIMITS
from counterpoint.storage.importers.refusal import Reason, Refused, too_deep
from counterpoint.storage.pandoc import (
    Allowance,
    PandocGone,
    PandocStopped,
    TooMuchMemory,
    TooMuchOutput,
    run_pandoc,
)

_FORMATS = {
    "docx": "docx",
    "odt": "odt",
    "rtf": "rtf",
    "epub": "html+empty_paragraphs",
    "html": "html-native_divs+empty_paragraphs",
    # Nothing that would make other signs of the author's: no smart quotation marks, no formulas.
    "md": "markdown-smart-tex_math_dollars-raw_tex-latex_macros-citations-example_lists"
    "-subscript-superscript-implicit_figures+autolink_bare_uris+lists_without_preceding_blankline",
    "plain md": "commonmark+footnotes+pipe_tables+strikeout+yaml_metadata_block"
    "+autolink_bare_uris+definition_lists+fenced_divs",
}
"""Markdown by the rules of Pandoc, and by those of CommonMark, which no text makes slow."""


def read_tree(kind: str, data: bytes, seconds: float = LIMITS.pandoc_seconds) -> dict[str, Any]:
    """Pandoc's tree of a document of `kind`, which may take so many seconds. Raises Refused."""
    allowance = Allowance(LIMITS.pandoc_memory, seconds, LIMITS.output)
    try:
        done = run_pandoc((f"--from={_FORMATS[kind]}", "--to=json"), data, allowance)
    except (PandocGone, PandocStopped) as error:
        raise _refused(error, seconds) from error
    if done.code:
        # What Pandoc says of it ("Error at (line 3, column 1):") helps nobody who has the file.
        raise Refused(Reason.DAMAGED, "it is damaged or was not copied whole; get it again")
    try:
        tree: dict[str, Any] = json.loads(done.output)
    except (ValueError, RecursionError) as error:
        raise too_deep() from error
    return tree


def _refused(error: PandocGone | PandocStopped, seconds: float) -> Refused:
    match error:
        case PandocGone():
            return Refused(
                Reason.NOT_READABLE,
                "Pandoc, which reads it, is not installed; `pip install pypandoc-binary` brings it",
            )
        case TooMuchMemory():
            return Refused(
                Reason.TOO_MUCH_MEMORY,
                f"it takes more than {LIMITS.pandoc_memory / 2**30:g} GB of memory to read",
            )
        case TooMuchOutput():
            return Refused(Reason.TOO_LONG, "it holds more text than we take in one document")
    return Refused(Reason.TOO_SLOW, f"it takes more than {seconds:.0f} seconds to read")
