"""A report as a PDF that is tagged for screen readers (PDF/UA-1), by Typst."""

import re
from importlib.util import find_spec
from typing import Any

from counterpoint.domain.report.blocks import Report
from counterpoint.storage.exporters.failing import NotExported, WriterMissing
from counterpoint.storage.place import resources

from .typst_source import source

_ATTEMPTS = 6
"""With our own letters, with the machine's, and then without what is still lacking: Typst names
a few signs at a time."""
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_NO_LETTER = re.compile(r'the text `"(.+?)"` could not be displayed')


def pdf(report: Report, epoch: int) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what could not be kept. `epoch`: seconds, for the dates within. Raises
    NotExported."""
    written, told = source(report)
    return compiled(written, "pdf", epoch, told)


def page_count(report: Report) -> int:
    """How many pages it has as a PDF. Raises NotExported."""
    import pypdfium2

    data, _ = pdf(report, 0)
    document = pypdfium2.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()


def compiled(
    written: str, kind: str, epoch: int, told: tuple[str, ...] = (), ppi: float = 144
) -> tuple[bytes, tuple[str, ...]]:
    """Typst's source as a file of `kind`: "pdf", "png" or "svg". With our own letters, so that it
    is the same on every machine; with the machine's too where ours lack one."""
    if find_spec("typst") is None:
        raise WriterMissing("a PDF" if kind == "pdf" else f"a picture as {kind}", "Typst", "typst")
    import typst

    options: dict[str, Any] = {"format": kind, "font_paths": [str(resources() / "fonts")]}
    if kind == "pdf":
        options |= {"pdf_standards": "ua-1", "timestamp": epoch}
    else:
        options["ppi"] = ppi
    lacking: set[str] = set()
    for attempt in range(_ATTEMPTS):
        own_letters = attempt == 0
        try:
            made = typst.compile(written.encode(), ignore_system_fonts=own_letters, **options)
        except typst.TypstError as error:
            found = set(_NO_LETTER.findall(f"{error}\n{error.diagnostic}"))
            if not found:
                raise NotExported(f"Typst cannot set this: {error}") from error
            if not own_letters:
                lacking |= found
                for sign in found:  # it stands there as it is, or as an escape
                    for form in (sign, _sign(sign)):
                        written = written.replace(form, "\ufffd")
            continue
        pages = made if isinstance(made, list) else [made]
        return bytes(pages[0] or b""), (*told, *map(_lacking, sorted(lacking)))
    raise NotExported("no font on this machine has all the letters of this text")


def _sign(written: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), written)


def _lacking(written: str) -> str:
    sign = _sign(written)
    codes = " ".join(f"U+{ord(each):04X}" for each in sign)
    return f"no font on this machine has {codes} ({sign}): it is shown as \ufffd"
