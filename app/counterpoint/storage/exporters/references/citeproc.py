"""Citations as a CSL style has them, by Pandoc's citeproc."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from counterpoint.domain.report.blocks import (
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Raised,
    Strong,
    Text,
)
from counterpoint.domain.report.reference import Reference
from counterpoint.storage.exporters.failing import ExportCancelled, WriterMissing
from counterpoint.storage.pandoc import (
    Allowance,
    Cancelled,
    PandocGone,
    PandocStopped,
    run_pandoc,
)

from .csl_json import csl_item
from .short_titles import short_titles
from .style import StyleRefused, check_style

API = [1, 23, 1]
"""The version of Pandoc's tree that we write."""
ALLOWANCE = Allowance(memory=2 * 2**30, seconds=120.0, output=400 * 2**20, hasty=True)
_PAGES = re.compile(r"p\. (\S+?)(?: ¶\d+)?(?: l\. (\d+))?(?=–|$)")
_PARAGRAPHS = re.compile(r"(¶|§|)(\d+)(?:–(?:¶|§)?(\d+))?")
_LINES = re.compile(r"l\. (\d+)(?:–l\. (\d+))?")


class Citations(NamedTuple):
    """`cited` in the order in which they were asked for, each what stands in a note where
    `in_notes`, else in the text; `entries` those of the list of references, by id. An entry that
    the style would not print is missing."""

    cited: tuple[tuple[Inline, ...], ...]
    entries: dict[str, tuple[Inline, ...]]
    in_notes: bool


def cite_all(
    style: Path,
    references: Sequence[Reference],
    cites: Sequence[tuple[str, str]],
    language: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> Citations:
    """`cites` are the id of a reference and the place in it, as the library cites it. Raises a
    kind of NotExported."""
    check_style(style)
    blocks = [_cite(id, place, number) for number, (id, place) in enumerate(cites, 1)]
    short = short_titles(references)
    known = [_plain(each, short.get(each.id, "")) for each in references]
    meta = {
        "references": _meta(known),
        "lang": _meta(language),
        "nocite": {"t": "MetaInlines", "c": [_citation("*", [], 0)]},
    }
    tree = {"pandoc-api-version": API, "meta": meta, "blocks": blocks}
    arguments = ["--from=json", "--to=json", "--citeproc", f"--csl={style}"]
    try:
        done = run_pandoc(arguments, json.dumps(tree).encode(), ALLOWANCE, cancelled=cancelled)
    except Cancelled as error:
        raise ExportCancelled from error
    except PandocGone as error:
        raise WriterMissing("a list of references", "Pandoc", "pypandoc-binary") from error
    except PandocStopped as error:
        raise StyleRefused(f"{style}: it takes too much time or memory to cite by it") from error
    if done.code:
        raise StyleRefused(
            f"{style}: Pandoc cannot cite by this style; get it again from where it came, or "
            "choose another"
        )
    made = json.loads(done.output)["blocks"]
    cited = [_cited(block) for block in made[: len(cites)]]
    entries: dict[str, tuple[Inline, ...]] = {}
    for block in made[len(cites) :]:
        entries |= _entries(block)
    notes = [note for _, note in cited]
    return Citations(tuple(words for words, _ in cited), entries, in_notes=any(notes))


def _plain(reference: Reference, short: str) -> dict[str, Any]:
    item = csl_item(reference)
    if short:
        item["title-short"] = short
    # Where it can be read stands once, in the list of sources, and not in each footnote.
    for private in ("abstract", "note", "URL", "DOI", "accessed"):
        item.pop(private, None)
    return item


def _cite(id: str, place: str, number: int) -> dict[str, Any]:
    return {"t": "Para", "c": [_citation(id, _locator(place), number)]}


def _citation(id: str, suffix: list[dict[str, Any]], number: int) -> dict[str, Any]:
    one = {
        "citationId": id,
        "citationPrefix": [],
        "citationSuffix": suffix,
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": number,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[one], [_str("…")]]}


def _locator(place: str) -> list[dict[str, Any]]:
    """ "¶4" as what citeproc takes for paragraph 4. The number of a paragraph that is not in the
    text is said to be counted."""
    pages = _PAGES.findall(place) if place.startswith("p. ") else []
    lines = _LINES.fullmatch(place)
    paragraphs = _PARAGRAPHS.fullmatch(place)
    rest = ""
    if pages:
        first, last = pages[0][0], pages[-1][0]
        located = f"p. {first}" if first == last else f"pp. {first}–{last}"
        if pages[0][1]:
            rest = f", l. {pages[0][1]}"
    elif lines:
        first, last = lines.groups()
        located = f"l. {first}" if last in (None, first) else f"ll. {first}–{last}"
    elif paragraphs:
        mark, first, last = paragraphs.groups()
        located = f"para. {first}" if last in (None, first) else f"paras. {first}–{last}"
        rest = ", counted by us" if mark == "§" else ""
    elif place:
        return _words(f", {place}")
    else:
        return []
    return [*_words(f", {{{located}}}"), *_words(rest)]


def _words(text: str) -> list[dict[str, Any]]:
    pieces: list[dict[str, Any]] = []
    for number, word in enumerate(text.split(" ")):
        if number:
            pieces.append({"t": "Space"})
        if word:
            pieces.append(_str(word))
    return pieces


def _str(words: str) -> dict[str, Any]:
    return {"t": "Str", "c": words}


def _meta(value: object) -> dict[str, Any]:
    match value:
        case dict():
            return {"t": "MetaMap", "c": {key: _meta(each) for key, each in value.items()}}
        case list():
            return {"t": "MetaList", "c": [_meta(each) for each in value]}
        case int():
            return {"t": "MetaString", "c": str(value)}
    return {"t": "MetaInlines", "c": [_str(str(value))]}


def _cited(block: dict[str, Any]) -> tuple[tuple[Inline, ...], bool]:
    """The words, and whether they stand in a note."""
    inlines = block["c"]
    if inlines and inlines[0]["t"] == "Cite":
        inlines = inlines[0]["c"][1]
    if inlines and inlines[0]["t"] == "Note":
        return _inlines(inlines[0]["c"][0]["c"]), True
    return _inlines(inlines), False


def _entries(block: dict[str, Any]) -> dict[str, tuple[Inline, ...]]:
    if block["t"] != "Div":
        return {}
    id = block["c"][0][0]
    if id.startswith("ref-"):
        words = [each for inner in block["c"][1] for each in _entry(inner)]
        return {id.removeprefix("ref-"): _trimmed(_inlines(words))} if words else {}
    found: dict[str, tuple[Inline, ...]] = {}
    for inner in block["c"][1]:
        found |= _entries(inner)
    return found


def _entry(block: dict[str, Any]) -> list[dict[str, Any]]:
    return block["c"] if block["t"] in ("Para", "Plain") else []


def _inlines(pieces: list[dict[str, Any]]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for piece in pieces:
        for inline in _inline(piece):
            last = found[-1] if found else None
            if isinstance(inline, Text) and isinstance(last, Text):
                found[-1] = Text(last.words + inline.words)
            else:
                found.append(inline)
    return tuple(found)


def _inline(piece: dict[str, Any]) -> tuple[Inline, ...]:
    kind: str = piece["t"]
    inside: Any = piece.get("c")
    match kind:
        case "Str":
            return (Text(inside),)
        case "Space" | "SoftBreak":
            return (Text(" "),)
        case "LineBreak":
            return (LineBreak(),)
        case "Emph" | "Underline":
            return (Emphasis(_inlines(inside)),)
        case "Strong":
            return (Strong(_inlines(inside)),)
        case "Superscript":
            return (Raised(_inlines(inside)),)
        case "Link":
            return (Link(inside[2][0], _inlines(inside[1])),)
        case "Quoted":
            opens, closes = ("‘", "’") if inside[0]["t"] == "SingleQuote" else ("“", "”")
            return (Text(opens), *_inlines(inside[1]), Text(closes))
        case "Span":
            classes = inside[0][1]
            inner = _inlines(inside[1])
            # What is set in a margin of its own needs a space here.
            return (*inner, Text(" ")) if "csl-left-margin" in classes else inner
        case "Cite":
            return _inlines(inside[1])
        case "SmallCaps" | "Strikeout" | "Subscript":
            return _inlines(inside)
    return ()


def _trimmed(words: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if words and isinstance(words[-1], Text):
        return (*words[:-1], Text(words[-1].words.rstrip()))
    return words
