"""What a person slipped on in a YAML file is told in their words, where they have to look."""

from datetime import UTC, datetime

import pytest

from counterpoint.labels.problem import sentence
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.notes.note_file import read_note
from counterpoint.storage.yaml.yaml_file import parse_yaml

SLIPS = [
    ("a:\n\tb: c\n", 2, 1, "the line is indented with a tab; indent with spaces"),
    ("a:\n  b: c\n \td: e\n", 3, 2, "indented with a tab"),
    ("a:\n  - b: c\n\t  d: e\n", 3, 1, "indented with a tab"),
    ("a: >-\n\tb\n", 2, 1, "indented with a tab"),
    ("a:\n  -\tid: one\n    b: c\n", 2, 4, "a tab stands here; write a space instead"),
    ("a:\n  - \tid: one\n", 2, 5, "a tab stands here"),
    ("a:\n  -\t{id: one}\n", 2, 4, "a tab stands here"),
    ("a:\n  - -\tone\n", 2, 6, "a tab stands here"),
    ("title: Seats: a reform\n", 1, 13, "a colon and a space stand a second time in this line"),
    ("title: @seats\n", 1, 8, "a value cannot begin with @; put the whole value in"),
    ("title: %seats\n", 1, 8, "a value cannot begin with %"),
    ("title: & Co\n", 1, 8, "a value cannot begin with &"),
    ("title: * seats\n", 1, 8, "a value cannot begin with *"),
    ("title: - seats\n", 1, 8, "a value cannot begin with a hyphen and a space"),
    ("title: ? seats\n", 1, 8, "a value cannot begin with a question mark"),
    ('title: "Seats" reform\n', 1, 16, "the value ends at the quotation mark before this"),
    ("title: 'It's here'\n", 1, 12, "is written twice between single marks ('it''s')"),
    ("title: [Draft] Seats\n", 1, 16, "a value that begins with a bracket is a list"),
    ('a: b\ntitle: "Seats\nc: d\n', 2, 8, "the quotation mark that opens here is never closed"),
    ("a: b\nvoice: [a, b\nc: d\n", 2, 8, "the bracket [ that opens here is not closed"),
    ("a: b\ntitle\nc: d\n", 2, 1, "this line is neither `key: value` nor part of the value above"),
    ("a: b\n  c: d\n", 2, 3, "this line cannot follow the one above"),
    ("title:Seats\nc: d\n", 2, 1, "end the key above with a colon and a space"),
    ("a:\n    b: c\n  d: e\n", 3, 3, "begins in another column than the keys above"),
    ("title: Talks # here\n  go on\n", 2, 3, "the line above ends in a comment, from its # on"),
    ("title: > Big\n", 1, 8, "after > the words begin in the next line"),
    ('title: "C:\\dir"\n', 1, 11, "write \\\\ for a backslash"),
    ("a: b\n---\nc: d\n", 2, 1, "a file is one document"),
]


@pytest.mark.parametrize(("text", "line", "column", "says"), SLIPS)
def test_a_slip_is_told_in_plain_words_where_it_is(
    text: str, line: int, column: int, says: str
) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_yaml(text, "options/talk.yaml")

    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (line, column)
    assert sentence(problem).startswith("this is not YAML: ")
    assert says in sentence(problem)


@pytest.mark.parametrize(("text", "line", "column", "says"), SLIPS[:-1])
def test_so_is_one_at_the_top_of_a_note(text: str, line: int, column: int, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_note(f"---\n{text}---\nWords.\n".encode(), "n", "notes/n.md", datetime.now(UTC))

    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (line + 1, column)
    assert says in sentence(problem)


def test_windows_line_ends_and_a_mark_do_not_move_the_place() -> None:
    with pytest.raises(Unreadable) as caught:
        parse_yaml("\ufeffa:\r\n\tb: c\r\n", "options/talk.yaml")

    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (2, 1)
