"""Markdown: structure without signs of its own added to the words."""

import pytest

from counterpoint.storage.importers.by_pandoc import markdown_file
from counterpoint.storage.importers.by_pandoc.markdown_file import read_markdown
from counterpoint.storage.importers.draft import Choices


def test_the_words_stay_as_they_were_written() -> None:
    draft = read_markdown(
        b"---\ntitle: A title\nauthor: [One, Two]\ndate: 2019-02-03\nlang: de\n---\n"
        b'# Heading\n\nHe said "no" -- it\'s $5 and $6, H~2~O, @smith [link](http://x.y).[^1]\n\n'
        b"1. one\n2. two\n   - inner\n\n[^1]: A note.\n\n<script>alert(1)</script>\n",
        Choices(),
    )

    assert 'He said "no" -- it\'s $5 and $6, H~2~O, @smith link.[1]' in draft.text
    assert "1. one\n\n2. two\n\n• inner" in draft.text
    assert "[1] A note." in draft.text
    assert "alert" not in draft.text.replace("alert(1)", "", 1)
    said = draft.proposal
    assert (said.title, said.author, said.date) == ("A title", "One, Two", "2019-02-03")
    assert said.language == "de"
    assert draft.map.headings[0].level == 1


def test_a_picture_is_told() -> None:
    draft = read_markdown(b"Words ![alt](https://example.org/x.png) here.\n", Choices())

    assert draft.lost == ("1 picture",)


def test_a_note_that_nothing_refers_to_comes_in() -> None:
    text = "Words[^a].\n\n[^a]: A note.\n[^b]: Nobody\n    refers to it.\n\n```\n[^c]: code\n```\n"

    draft = read_markdown(text.encode(), Choices())

    assert draft.text == "Words[1].\n\n[1] A note.\n\n[b] Nobody refers to it.\n\n[^c]: code\n"
    assert draft.lost == ()


def test_what_stands_in_from_the_margin_is_kept() -> None:
    text = (
        "Words[^a].\n\nMore.\n\n> Another's words.\n>\n> And more.\n\nOwn.\n\n- one\n"
        "    - in it\n    - in it too\n        1. deep\n- two\n\n[^a]: > Quoted in a note.\n"
    )

    draft = read_markdown(text.encode(), Choices())

    found = [
        (draft.text[each.start : each.end], each.depth, each.quoted) for each in draft.map.set_in
    ]
    assert found == [
        ("[1] Quoted in a note.", 0, True),
        ("Another's words.\n\nAnd more.", 0, True),
        ("• in it\n\n• in it too", 1, False),
        ("1. deep", 2, False),
    ]


def test_marks_that_nothing_closes_are_read_by_plainer_rules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(markdown_file, "_SECONDS", 1.0)
    data = f"# A head\n\nBefore.\n\n{'[' * 3000}\n\n- one\n- two[^1]\n\n[^1]: A note.\n"
    draft = read_markdown(data.encode(), Choices())

    assert draft.text.startswith("A head\n\nBefore.\n\n[[[[")
    assert draft.text.endswith("\n\n• one\n\n• two[1]\n\n[1] A note.\n")
    assert "CommonMark" in draft.noticed[0]


def test_what_the_front_matter_says_besides_is_told() -> None:
    draft = read_markdown(
        b"---\ntitle: T\nabstract: On *trade*, and peace\nkeywords: [a, b]\n---\n\nText.\n",
        Choices(),
    )

    (told,) = draft.lost
    assert told.startswith("what stands before the text: ")
    assert "“abstract: On trade, and peace”" in told and "“keywords: a, b”" in told
