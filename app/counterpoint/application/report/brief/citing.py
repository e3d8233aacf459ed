"""Cites in a report, put into words as a style has them."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from counterpoint.application.library.quote_marks import nested
from counterpoint.application.report.references.references import reference, references
from counterpoint.application.report.words.wording import capital, dated, listed, source_id, stop
from counterpoint.domain.report.blocks import (
    Cite,
    Emphasis,
    Footnote,
    Inline,
    Link,
    Named,
    Raised,
    Report,
    Strong,
    Text,
    ids,
    inlines,
    plain,
)
from counterpoint.domain.report.material import Material, Source
from counterpoint.domain.report.reference import Reference
from counterpoint.domain.report.rewriting import rewritten
from counterpoint.storage.exporters.references.citeproc import Citations, cite_all
from counterpoint.storage.exporters.references.style import StyleRefused
from counterpoint.storage.place import resources

from .end_matter import WHOLE

STYLES = {
    "chicago-notes": "Chicago Manual of Style, 18th edition, notes",
    "apa": "APA Publication Manual, 7th edition",
    "eu-style-guide": "European Union Interinstitutional Style Guide, notes",
}
"""The styles that come with the app, by id."""


_KEPT = 4
"""Papers whose citations are kept."""
_LATELY: dict[object, Citations] = {}
_ONE = threading.Lock()


def style_file(style: str, beside: Path | None = None) -> Path:
    """The .csl file of one of STYLES, or of a person's own, which may be named as it stands beside
    their template. Raises StyleRefused if there is none."""
    if style in STYLES:
        return resources() / "styles" / f"{style}.csl"
    path = Path(style)
    if beside is not None and not path.is_absolute():
        path = beside / path
    if path.suffix == ".csl" and path.is_file():
        return path
    raise StyleRefused(
        f"there is no style of citation “{style}”; name one of {', '.join(STYLES)}, or a .csl file"
    )


def cited(
    report: Report,
    material: Material,
    style: Path,
    cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """`report` with all its Cites in words: footnotes, or brackets in the text, as the style has
    it. What the style leaves without a word is cited plainly. Raises NotExported."""
    cites = [cite for block in report.blocks for run in inlines(block) for cite in _cites(run)]
    if not cites:
        return report
    asked = [(cite.source, cite.paragraph) for cite in cites if cite.paragraph != WHOLE]
    done = _cite_all(style, references(material.sources), asked, report.language, cancelled)
    found = iter(done.cited)
    others = "".join(plain(entry) for entry in done.entries.values())
    there = {f"#{id}" for id in ids(report.blocks)}
    marks = ("‘", "’") if "‘" in others else ("“", "”")

    def words(inline: Inline) -> tuple[Inline, ...]:
        if not isinstance(inline, Cite):
            return (inline,)
        if inline.paragraph == WHOLE:
            source = material.source(inline.source)
            return done.entries.get(source.id) or (Text(_plainly(source, marks)),)
        said = next(found)
        if f"#{source_id(inline.source)}" in there:
            said = _to_the_entry(inline.source, said)
        return (Footnote(said),) if done.in_notes else (Text(" "), *said)

    return replace(report, blocks=rewritten(report.blocks, words))


def _cite_all(
    style: Path,
    known: tuple[Reference, ...],
    asked: Sequence[tuple[str, str]],
    language: str,
    cancelled: Callable[[], bool],
) -> Citations:
    """As cite_all; what was asked for lately is not worked out again: a paper is written after it
    was seen."""
    try:
        state = style.stat()
    except OSError:
        return cite_all(style, known, asked, language, cancelled)  # which says what is wrong
    key = (style, state.st_mtime_ns, state.st_size, known, tuple(asked), language)
    with _ONE:
        done = _LATELY.get(key)
    if done is None:
        done = cite_all(style, known, asked, language, cancelled)
        with _ONE:
            while len(_LATELY) >= _KEPT:
                del _LATELY[next(iter(_LATELY))]
            _LATELY[key] = done
    return done


def forget() -> None:
    """What was cited lately: for whoever measures."""
    with _ONE:
        _LATELY.clear()


def _to_the_entry(source: str, words: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Linked to the entry of the source, but where the style has links of its own in it."""
    if any(isinstance(word, Link) for word in words):
        return words
    return (Link(f"#{source_id(source)}", words),)


def _cites(run: tuple[Inline, ...]) -> Iterator[Cite]:
    for piece in run:
        match piece:
            case Cite():
                yield piece
            case Strong() | Emphasis() | Raised() | Link() | Named() | Footnote():
                yield from _cites(piece.inside)


def _plainly(source: Source, marks: tuple[str, str]) -> str:
    """Author. “Title”. Kind. Publisher, date. As the styles that come with the app have it."""
    known = reference(source)
    author = listed([name.whole for name in known.authors])
    issued = known.container or known.publisher
    issue = ", ".join(part for part in (issued, dated(source)) if part)
    opening, closing = marks
    title = source.title if opening == "‘" else nested(source.title)
    said = (author, f"{opening}{title}{closing}", capital(known.genre), issue)
    return " ".join(stop(part) for part in said if part)
