"""Passages and notes as W3C Web Annotations: JSON-LD, a collection in one page."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from counterpoint.domain.counting import counted
from counterpoint.domain.report.material import (
    Approach,
    Cell,
    Claim,
    Evidence,
    Material,
    Note,
    Passage,
    Question,
    Source,
)

URN = "urn:counterpoint:"
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"summary": "as:summary"}]
_SUMMARY = (
    "The quotation decides where an annotation stands; the position helps, and counts Unicode code "
    "points of the source's text (UTF-8, line feeds), from 0."
)


def web_annotations(material: Material, made: str) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what a person should know of it. `made`: the moment, in ISO 8601."""
    items = [*_of_evidence(material), *_of_notes(material)]
    name = quote(material.title.casefold().replace(" ", "-"), safe="-")
    collection = {
        "@context": _CONTEXT,
        "id": f"{URN}library:{name}",
        "type": "AnnotationCollection",
        "label": material.title,
        "summary": _SUMMARY,
        "generator": {"id": f"{URN}app", "type": "Software", "name": "Counterpoint"},
        "generated": made,
        "total": len(items),
        "first": {
            "id": f"{URN}library:{name}:page",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    loose = sum(
        not piece.passage.exact
        for cell in material.cells.values()
        for claim in cell.claims
        for piece in claim.evidence
    )
    told = (
        f"{counted(loose, 'quotation')} without a position, as the source has no such words; which "
        "is said there",
    )
    data = json.dumps(collection, ensure_ascii=False, indent=1) + "\n"
    return data.encode("utf-8", "replace"), told if loose else ()


def evidence_id(key: str) -> str:
    return f"{URN}evidence:{quote(key, safe='/')}"


def note_id(id: str) -> str:
    return f"{URN}note:{quote(id)}"


def source_id(id: str) -> str:
    return f"{URN}source:{quote(id)}"


def _of_evidence(material: Material) -> Iterator[dict[str, Any]]:
    for approach in material.approaches:
        for question in material.questions:
            cell = material.cell(approach.id, question.id)
            for claim in cell.claims:
                for piece in claim.evidence:
                    yield _evidence(material, (approach, question, cell, claim), piece)


def _evidence(
    material: Material, place: tuple[Approach, Question, Cell, Claim], piece: Evidence
) -> dict[str, Any]:
    approach, question, cell, claim = place
    bodies = [
        _text(claim.text, "describing", material.language),
        _text(piece.stance, "classifying"),
        _text(approach.title, "tagging"),
        _text(question.title, "tagging"),
        _text(claim.kind, "tagging"),
    ]
    if cell.answer and claim.id in cell.rests_on:
        bodies.append(_text(cell.answer, "describing", material.language))
    bodies += [
        _text(words, "commenting", material.language)
        for words in (
            f"Said by: {', '.join(piece.passage.voice)}",
            f"Linked by inference: {piece.why}" if piece.inferred else piece.why,
            f"In part: {piece.partial}" if piece.partial else "",
            f"Hedge: {piece.hedge}" if piece.hedge else "",
            f"Tone: {piece.tone}" if piece.tone else "",
            "" if piece.passage.exact else f"State of the quotation: {piece.passage.state.value}",
        )
        if words
    ]
    return {
        "id": evidence_id(piece.key),
        "type": "Annotation",
        "motivation": "classifying",
        "body": bodies,
        "target": _target(material.source(piece.passage.source), piece.passage),
    }


def _of_notes(material: Material) -> Iterator[dict[str, Any]]:
    pieces = {
        piece.key: piece.passage
        for cell in material.cells.values()
        for claim in cell.claims
        for piece in claim.evidence
    }
    for note in material.notes:
        bodies = [
            {
                "type": "TextualBody",
                "value": note.body,
                "format": "text/markdown",
                "purpose": "commenting",
            },
            _text(note.kind, "classifying"),
            *(_text(tag, "tagging") for tag in note.tags),
        ]
        yield {
            "id": note_id(note.id),
            "type": "Annotation",
            "motivation": "commenting",
            **({"created": note.created} if note.created else {}),
            **({"modified": note.changed} if note.changed else {}),
            **({"creator": {"type": "Person", "name": note.author}} if note.author else {}),
            "body": bodies,
            "target": _note_target(material, note, pieces),
        }


def _note_target(material: Material, note: Note, pieces: dict[str, Passage]) -> dict[str, Any]:
    """The passage, where it is on one; else what it is on, by name."""
    if note.place == "evidence" and note.evidence in pieces:
        passage = pieces[note.evidence]
        return _target(material.source(passage.source), passage)
    sources = {source.id: source for source in material.sources}
    if note.place in ("passage", "source") and note.source in sources:
        selector: list[dict[str, Any]] = []
        if note.quote:
            selector.append({"type": "TextQuoteSelector", "exact": note.quote})
        if note.span is not None:
            start, end = note.span
            selector.append({"type": "TextPositionSelector", "start": start, "end": end})
        return _at(sources[note.source], selector)
    parts = [part for part in (note.approach, note.other, note.question, note.claim) if part]
    if note.place in ("question", "pair"):
        parts[0] = f"{note.place}:{parts[0]}"
    where = quote("/".join(parts) or "comparison", safe="/:")
    return {"id": f"{URN}{where}", "type": "Text", "label": note.on}


def _target(source: Source, passage: Passage) -> dict[str, Any]:
    if passage.span is None:
        lost = [{"type": "TextQuoteSelector", "exact": passage.words}] if passage.words else []
        return _at(source, lost)
    start, end = passage.span
    return _at(
        source,
        [
            {
                "type": "TextQuoteSelector",
                "exact": passage.raw,
                "prefix": passage.before,
                "suffix": passage.after,
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    )


def _at(source: Source, selector: list[dict[str, Any]]) -> dict[str, Any]:
    """The source as a whole where nothing tells a place in it."""
    described = _source(source)
    return {"source": described, "selector": selector} if selector else described


def _source(source: Source) -> dict[str, Any]:
    described = {
        "id": source_id(source.id),
        "type": "Text",
        "format": "text/plain",
        "label": source.title,
    }
    return described | ({"language": source.language} if source.language else {})


def _text(words: str, purpose: str, language: str = "") -> dict[str, Any]:
    body = {"type": "TextualBody", "value": words, "format": "text/plain", "purpose": purpose}
    return body | ({"language": language} if language else {})
