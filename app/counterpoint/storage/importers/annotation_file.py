"""Web annotations that come in: W3C's JSON-LD in its forms, and what Hypothesis exports."""

import codecs
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from .refusal import Reason, Refused

MOST = 100 * 2**20
"""Bytes of a file."""
MOST_ANNOTATIONS = 100_000
_SHOWN = 200
"""Code points of a selector that is not understood."""
_LONGEST = 200_000
"""Code points of one text in it."""


class Body(NamedTuple):
    value: str
    purpose: str
    format: str


class Annotation(NamedTuple):
    """One annotation of one target. Positions in code points, or None."""

    id: str
    motivation: str
    created: str
    modified: str
    bodies: tuple[Body, ...]
    source: tuple[str, ...]
    """All that the target's source is called: its address, its label."""
    exact: str
    prefix: str
    suffix: str
    start: int | None
    end: int | None
    answers: tuple[str, ...] = ()
    """The ids of annotations that it answers, the nearest first."""
    unread: str = ""
    """What its selectors say where they have neither words nor a position; "" where it has them, or
    none."""
    author: str = ""
    """Whose it is, as far as it says so."""


def read_annotations(path: Path) -> tuple[Annotation, ...]:
    """Those in a file, one for each target. Raises Refused."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except FileNotFoundError as error:
        raise Refused(Reason.NOT_THERE, "it is not there") from error
    except OSError as error:
        raise Refused(Reason.NOT_READABLE, f"it cannot be read ({error.strerror})") from error
    if len(data) > MOST:
        raise Refused(Reason.TOO_LARGE, f"it has more than {MOST // 2**20} MB")
    try:
        items = list(_items(_loaded(data)))
    except (ValueError, RecursionError) as error:
        raise Refused(Reason.DAMAGED, "it is no JSON, or was not copied whole") from error
    if not items:
        raise Refused(Reason.UNKNOWN_KIND, "there are no annotations in it")
    if len(items) > MOST_ANNOTATIONS:
        raise Refused(Reason.TOO_LONG, f"it has more than {MOST_ANNOTATIONS:,} annotations")
    return tuple(each for item in items for each in _annotations(item))


def _loaded(data: bytes) -> Any:
    """One value, or one on each line, as programs write what they collect. Raises ValueError."""
    try:
        return json.loads(data)
    except json.JSONDecodeError:
        lines = data.removeprefix(codecs.BOM_UTF8).splitlines()
        found = [json.loads(line) for line in lines if line.strip()]
        if len(found) < 2:
            raise
        return found


def _items(found: Any) -> Iterator[Mapping[str, Any]]:
    """Annotations of a list, a page, a collection, or one alone; `rows` are Hypothesis's."""
    if isinstance(found, list):
        for each in found:
            yield from _items(each)
        return
    if not isinstance(found, dict):
        return
    for key in ("first", "items", "rows", "annotations", "@graph"):
        if isinstance(found.get(key), list | dict):
            yield from _items(found[key])
            return
    if "target" in found:
        yield found


def _annotations(item: Mapping[str, Any]) -> Iterator[Annotation]:
    bodies = tuple(_bodies(item))
    for target in _list(item.get("target")):
        selectors = list(_selectors(target))
        quote = _first(selectors, "TextQuoteSelector")
        position = _first(selectors, "TextPositionSelector")
        yield Annotation(
            id=_text(item.get("id")),
            motivation=" ".join(map(_text, _list(item.get("motivation")))),
            created=_text(item.get("created")),
            modified=_text(item.get("modified") or item.get("updated")),
            bodies=bodies,
            source=tuple(dict.fromkeys(_sources(target, item))),
            exact=_text(quote.get("exact")),
            prefix=_text(quote.get("prefix")),
            suffix=_text(quote.get("suffix")),
            start=_number(position.get("start")),
            end=_number(position.get("end")),
            answers=tuple(_answered(item, target)),
            unread=_unread(selectors, quote, position),
            author=_author(item),
        )


def _author(item: Mapping[str, Any]) -> str:
    """Of the annotation; where it names nobody, of its bodies."""
    info = item.get("user_info")
    shown = _text(info.get("display_name")) if isinstance(info, dict) else ""  # Hypothesis
    names = [*map(_agent, _list(item.get("creator"))), shown or _agent(item.get("user"))]
    if not any(names):
        bodies = [body for body in _list(item.get("body")) if isinstance(body, dict)]
        names = [_agent(each) for body in bodies for each in _list(body.get("creator"))]
    return " and ".join(dict.fromkeys(filter(None, names)))


def _agent(agent: Any) -> str:
    """What a person or a program is called, on one line; else its address."""
    if isinstance(agent, dict):
        keys = ("name", "nickname", "email", "id", "@id")
        return next(filter(None, (_agent(each) for k in keys for each in _list(agent.get(k)))), "")
    name = " ".join(_text(agent).split()).removeprefix("mailto:")
    return name.removeprefix("acct:").removesuffix("@hypothes.is")[:_SHOWN]


def _answered(item: Mapping[str, Any], target: Any) -> Iterator[str]:
    yield from filter(None, reversed([_text(each) for each in _list(item.get("references"))]))
    if "replying" in " ".join(map(_text, _list(item.get("motivation")))):
        yield from filter(None, [_text(target)])
        if isinstance(target, dict):
            yield from filter(None, (_text(target.get(key)) for key in ("id", "source")))


def _unread(
    selectors: list[Mapping[str, Any]], quote: Mapping[str, Any], position: Mapping[str, Any]
) -> str:
    if _text(quote.get("exact")).strip() or _number(position.get("start")) is not None:
        return ""
    said = []
    for selector in selectors:
        kind = _text(selector.get("type")) or "a selector"
        rest = {key: each for key, each in selector.items() if key not in ("type", "refinedBy")}
        value = _text(rest.pop("value", "")) or json.dumps(rest, ensure_ascii=False)
        said.append(f"{kind}: {' '.join(value.split())[:_SHOWN]}")
    return "; ".join(said)


def _bodies(item: Mapping[str, Any]) -> Iterator[Body]:
    for body in [*_list(item.get("body")), *_list(item.get("bodyValue"))]:
        if isinstance(body, str):
            yield Body(_text(body), "", "text/plain")
        elif isinstance(body, dict):
            value = _text(body.get("value") or body.get("chars"))
            purpose = " ".join(map(_text, _list(body.get("purpose"))))
            if value:
                yield Body(value, purpose, _text(body.get("format")))
    if isinstance(item.get("text"), str):  # Hypothesis
        yield Body(_text(item["text"]), "commenting", "text/markdown")
    for tag in _list(item.get("tags")):
        yield Body(_text(tag), "tagging", "text/plain")


def _sources(target: Any, item: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(target, str):
        yield _text(target)
        return
    if not isinstance(target, dict):
        return
    source = target.get("source", target if "selector" not in target else None)
    for key in ("id", "@id", "label", "title", "name"):
        if isinstance(source, dict) and _text(source.get(key)):
            yield _text(source.get(key))
    if isinstance(source, str):
        yield _text(source)
    yield from filter(None, (_text(item.get("uri")), *map(_text, _list(_titles(item)))))


def _titles(item: Mapping[str, Any]) -> Any:
    document = item.get("document")
    return document.get("title") if isinstance(document, dict) else None


def _selectors(target: Any) -> Iterator[Mapping[str, Any]]:
    if not isinstance(target, dict):
        return
    waiting = _list(target.get("selector"))
    for _ in range(100):  # selectors may refine one another
        if not waiting:
            return
        selector = waiting.pop(0)
        if isinstance(selector, dict):
            yield selector
            waiting += _list(selector.get("refinedBy"))


def _first(selectors: list[Mapping[str, Any]], kind: str) -> Mapping[str, Any]:
    return next((each for each in selectors if each.get("type") == kind), {})


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    return value[:_LONGEST] if isinstance(value, str) else ""


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
