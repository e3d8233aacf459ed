"""Passages and notes as web annotations: word for word, in code points."""

import json
from typing import Any

from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.span import Span
from counterpoint.storage.exporters.web_annotation import web_annotations
from tests.handed_over import material, note, odd_text, quotations

MADE = "2020-10-01T00:00:00Z"


def collection(**fields: object) -> dict[str, Any]:
    data, _ = web_annotations(material(**fields), MADE)
    found: dict[str, Any] = json.loads(data)
    return found


def items(found: dict[str, Any]) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = found["first"]["items"]
    return listed


def values(annotation: dict[str, Any], purpose: str) -> list[str]:
    return [body["value"] for body in annotation["body"] if body["purpose"] == purpose]


def test_every_quotation_is_a_target_with_words_and_position() -> None:
    text = odd_text()
    found = items(collection())

    assert [each["target"]["selector"][0]["exact"] for each in found] == quotations(material())
    for each in found:
        quote, position = each["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


def test_claims_stances_approaches_and_questions_are_bodies() -> None:
    first = items(collection())[0]

    assert values(first, "describing") == ["Talks should go on", "Ministers should go on meeting."]
    assert values(first, "classifying") == ["advocates"]
    assert values(first, "tagging") == ["Keep talking", "Channels", "prescription"]


def test_notes_come_along_on_what_they_are_on() -> None:
    passage = note("n2", place="passage", source="odd", span=Span(4, 20), approach="", question="")
    found = items(collection(notes=(note(), passage)))[-2:]

    assert [each["motivation"] for each in found] == ["commenting", "commenting"]
    assert found[0]["body"][0]["format"] == "text/markdown"
    assert values(found[0], "classifying") == ["judgement"]
    assert found[0]["target"]["id"] == "urn:counterpoint:talk/channels"
    assert found[1]["target"]["selector"][-1] == {
        "type": "TextPositionSelector",
        "start": 4,
        "end": 20,
    }


def target(**fields: object) -> dict[str, Any]:
    on = note("n3", source="odd", approach="", question="", **fields)
    found: dict[str, Any] = items(collection(notes=(on,)))[-1]["target"]
    return found


def test_a_note_without_a_quotation_has_a_target_that_is_valid() -> None:
    whole = target(place="source", quote="")
    assert whole["id"] == "urn:counterpoint:source:odd"
    assert "selector" not in whole
    assert target(place="passage", quote="", span=None) == whole

    placed = target(place="passage", quote="", span=Span(4, 20))
    assert [each["type"] for each in placed["selector"]] == ["TextPositionSelector"]
    assert placed["source"] == whole

    quoted = target(place="passage", quote="Talks", span=None)
    assert quoted["selector"] == [{"type": "TextQuoteSelector", "exact": "Talks"}]


def test_it_says_what_positions_count_and_how_many_there_are() -> None:
    found = collection()

    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert "code points" in found["summary"]
    assert found["total"] == len(items(found)) == 5
    assert len({each["id"] for each in items(found)}) == 5


def test_a_quotation_that_does_not_stand_so_has_no_position_and_says_so() -> None:
    given = material()
    cell = given.cell("talk", "channels")
    piece = cell.claims[0].evidence[0]
    lost = piece._replace(
        passage=piece.passage._replace(span=None, raw="", state=QuotationState.LOST)
    )
    cells = {
        **given.cells,
        ("talk", "channels"): cell._replace(claims=(cell.claims[0]._replace(evidence=(lost,)),)),
    }
    data, told = web_annotations(given._replace(cells=cells), MADE)
    first = json.loads(data)["first"]["items"][0]

    assert [each["type"] for each in first["target"]["selector"]] == ["TextQuoteSelector"]
    assert "State of the quotation: lost" in values(first, "commenting")
    assert told


def test_the_same_library_gives_the_same_bytes() -> None:
    assert web_annotations(material(), MADE) == web_annotations(material(), MADE)
