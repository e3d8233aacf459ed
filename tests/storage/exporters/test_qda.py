"""A project of REFI-QDA: valid against the standard's schema, every position at its words."""

import io
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

from counterpoint.domain.span import Span
from counterpoint.storage.exporters.qda import codebook, project
from tests.handed_over import material, note, odd_text, quotations

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("refi-qda-project.xsd")))
N = {"q": "urn:QDA-XML:project:1.0"}
MADE = "2020-10-01T00:00:00Z"
TEXTS = {"odd": odd_text(), "other": "Another text.\n"}


def unpacked(**fields: object) -> tuple[Any, zipfile.ZipFile]:
    data, _ = project(material(**fields), TEXTS, MADE)
    packed = zipfile.ZipFile(io.BytesIO(data))
    return etree.fromstring(packed.read("project.qde")), packed


def test_it_is_valid_against_the_schema() -> None:
    passage = note("n2", place="passage", source="odd", span=Span(4, 20), approach="", question="")
    on_source = note("n3", place="source", source="odd", approach="", question="")
    root, _ = unpacked(notes=(note(author="Ann"), passage, on_source))

    assert SCHEMA.validate(root), SCHEMA.error_log


def test_every_name_is_there_once_and_every_reference_leads_to_one() -> None:
    root, _ = unpacked(notes=(note(),))
    guids = [each.get("guid") for each in root.iter() if each.get("guid")]
    targets = {each.get(key) for each in root.iter() for key in ("targetGUID", "originGUID")} - {
        None
    }

    assert len(guids) == len(set(guids))
    assert targets <= set(guids)


def test_texts_lie_in_sources_in_small_letters_without_a_mark() -> None:
    root, packed = unpacked()
    for source in root.findall(".//q:TextSource", N):
        address = source.get("plainTextPath")
        assert address.startswith("internal://")
        data = packed.read(f"sources/{address.removeprefix('internal://')}")
        assert data.decode() in TEXTS.values()
        assert not data.startswith(b"\xef\xbb\xbf")
    assert not packed.read("project.qde").startswith(b"\xef\xbb\xbf")


def test_every_quotation_is_a_selection_at_its_words_after_emoji_too() -> None:
    root, _ = unpacked()
    text = odd_text()
    selections = root.findall(".//q:PlainTextSelection", N)
    found = [
        text[int(each.get("startPosition")) : int(each.get("endPosition"))] for each in selections
    ]

    assert set(found) == set(quotations(material()))
    assert found == sorted(found, key=text.index)
    for words, selection in zip(found, selections, strict=True):
        assert words.startswith(selection.get("name").rstrip("…"))


def test_codes_are_approaches_questions_with_named_answers_and_stances() -> None:
    root, _ = unpacked()
    names = {
        group.get("name"): [code.get("name") for code in group]
        for group in root.findall("q:CodeBook/q:Codes/q:Code", N)
    }

    assert names["Approaches"] == ["A Keep talking", "B Firmness first"]
    assert names["Questions"] == ["Channels", "Objections"]
    assert "advocates" in names["Stances"]
    assert root.find(".//q:Code[@name='Ministers']", N) is not None


def test_what_the_analyst_says_is_in_memos() -> None:
    root, _ = unpacked(notes=(note(),))
    memos = [each.text or "" for each in root.findall(".//q:Note/q:PlainTextContent", N)]

    assert any("Talks should go on" in memo for memo in memos)
    assert "Ministers should go on meeting." in memos
    assert note().body in memos


def test_a_codebook_has_the_codes_alone() -> None:
    data, told = codebook(material())
    root = etree.fromstring(data)

    assert root.tag == "{urn:QDA-XML:codebook:1.0}CodeBook"
    assert len(root.findall(".//{urn:QDA-XML:codebook:1.0}Code")) > 8
    assert told == ()


def test_the_same_library_gives_the_same_bytes() -> None:
    assert project(material(), TEXTS, MADE) == project(material(), TEXTS, MADE)
