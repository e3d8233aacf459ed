"""A file is changed at one place, and every other byte stays as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.forms import KeyPath
from counterpoint.storage.yaml.yaml_edit import (
    Delete,
    Edit,
    EditWentWrong,
    Insert,
    Move,
    Rename,
    Set,
    edited,
)
from counterpoint.storage.yaml.yaml_file import parse_yaml
from counterpoint.storage.yaml.yaml_words import Flow

TALK = """\
# What we know of it.
title: Keep talking  # so far
gist: >-
  Talk, whatever
  happens.

status: {is: advocated, note: 'the minister''s, 2008'}
# Who speaks for it:
proponents:
  - name: the minister  # of foreign affairs
    note: |
      once

      twice
  # Not sure of this one.
  - name: "its party"
  -
    # On a line of its own.
    name: others
tags: [one, two, three]
claims:

  - id: first
    text: Talks go on.

  # The second is doubtful.
  - id: second
    text: "Trade: it grows."

  - id: third
    text: >-
      Borders stay.
empty: []
nothing:
last: yes it is
"""


def changed(edit: Edit, text: str = TALK) -> str:
    return edited(parse_yaml(text, "talk.yaml"), edit).text


def difference(edit: Edit, text: str = TALK) -> tuple[str, str]:
    """What went and what came in its place, in whole lines."""
    old, new = text.splitlines(keepends=True), changed(edit, text).splitlines(keepends=True)
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return "".join(old), "".join(new)


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("title",), "Talk on", "title: Keep talking  # so far\n", "title: Talk on  # so far\n"),
        (
            ("title",),
            "No: never",
            "title: Keep talking  # so far\n",
            'title: "No: never"  # so far\n',
        ),
        (("title",), "yes", "title: Keep talking  # so far\n", 'title: "yes"  # so far\n'),
        (
            ("gist",),
            "Talk\non.",
            "gist: >-\n  Talk, whatever\n  happens.\n",
            'gist: "Talk\\non."\n',
        ),
        (("gist",), "Talk on.", "  Talk, whatever\n  happens.\n", "  Talk on.\n"),
        (
            ("status", "note"),
            "it's 2009",
            "status: {is: advocated, note: 'the minister''s, 2008'}\n",
            "status: {is: advocated, note: 'it''s 2009'}\n",
        ),
        (("proponents", 0, "note"), "never\n", "      once\n\n      twice\n", "      never\n"),
        (("proponents", 2, "name"), "some", "    name: others\n", "    name: some\n"),
        (("tags", 1), "2", "tags: [one, two, three]\n", 'tags: [one, "2", three]\n'),
        (("tags",), ["a"], "tags: [one, two, three]\n", "tags: [a]\n"),
        (
            ("claims", 1, "text"),
            "It grew.",
            '    text: "Trade: it grows."\n',
            '    text: "It grew."\n',
        ),
        (("nothing",), "now", "nothing:\n", "nothing: now\n"),
        (("nothing",), [{"id": "x"}], "", "  - id: x\n"),
        (("empty",), [{"id": "x"}], "empty: []\n", "empty:\n  - id: x\n"),
        (
            ("claims", 0),
            {"id": "x", "note": Flow({"start": 1, "of": "y"})},
            "  - id: first\n    text: Talks go on.\n",
            '  - id: x\n    note: {start: 1, of: "y"}\n',
        ),
        (("status",), "none", None, "status: none\n"),
        (("proponents",), [], None, "proponents: []\n"),
        (("new",), True, "", "new: true\n"),
        (("claims", 1, "kind"), "fact", "", "    kind: fact\n"),
        (("status", "detail"), "a, b", None, "note: 'the minister''s, 2008', detail: \"a, b\"}\n"),
    ],
)
def test_a_value_is_set(path: KeyPath, value: object, old: str | None, new: str) -> None:
    went, came = difference(Set(path, value))
    assert old is None or went == old
    assert came == new or (old is None and came.endswith(new))


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (Set(("x",), 1, before="gist"), "", "x: 1\n"),
        (Set(("x",), 1, after="gist"), "", "x: 1\n"),
        (Set(("x",), 1, before="title"), "", "x: 1\n"),
        (Insert(("claims", 1), {"id": "x"}), "", "  - id: x\n\n"),
        (Insert(("claims", 0), {"id": "x"}), "", "  - id: x\n"),
        (Insert(("claims", 3), {"id": "x"}), "", "\n  - id: x\n"),
        (Insert(("proponents", 1), {"name": "x"}), "", "  - name: x\n"),
        (Insert(("proponents", 3), {"name": "x"}), "", "  - name: x\n"),
        (Insert(("empty", 0), "x"), "empty: []\n", "empty: [x]\n"),
        (Insert(("tags", 0), "x, y"), "tags: [o", 'tags: ["x, y", o'),
        (Insert(("tags", 3), "x"), "three]\n", "three, x]\n"),
        (Delete(("gist",)), "gist: >-\n  Talk, whatever\n  happens.\n", ""),
        (Delete(("proponents", 1)), '  # Not sure of this one.\n  - name: "its party"\n', ""),
        (
            Delete(("proponents", 0, "name")),
            "  - name: the minister  # of foreign affairs\n    note: |\n",
            "  - note: |\n",
        ),
        (Delete(("proponents", 2, "name")), "    name: others\n", "  - {}\n"),
        (Delete(("tags", 0)), "[one, two", "[two"),
        (Delete(("tags", 2)), "two, three]", "two]"),
        (Delete(("status", "is")), "{is: advocated, note", "{note"),
        (Rename(("gist",), "point"), "gist: >-\n", "point: >-\n"),
        (Rename(("status", "is"), "was"), "{is:", "{was:"),
        (
            Move(("claims", 1), ("claims", 0)),
            None,
            '  # The second is doubtful.\n  - id: second\n    text: "Trade: it grows."\n',
        ),
    ],
)
def test_keys_and_entries_come_go_and_are_renamed(edit: Edit, old: str | None, new: str) -> None:
    went, came = difference(edit)
    assert old is None or (old in went if old else went == "")
    assert new in came if new else came == ""


def test_the_head_of_a_file_stays_when_its_first_key_goes() -> None:
    assert changed(Delete(("title",))).startswith("# What we know of it.\ngist:")


def test_an_entry_goes_to_another_list_with_its_comment() -> None:
    text = "a:\n  - x: 1\n  # Of y.\n  - y: >-\n      two\n      lines\nb:\n      - z: 3\n"
    assert changed(Move(("a", 1), ("b", 0)), text) == (
        "a:\n  - x: 1\nb:\n      # Of y.\n      - y: >-\n          two\n          lines\n"
        "      - z: 3\n"
    )


def test_several_values_are_set_at_once() -> None:
    file = edited(
        parse_yaml(TALK, "talk.yaml"),
        Set(("title",), "One"),
        Set(("claims", 0, "note"), "Two", after="id"),
        Delete(("gist",)),
        Set(("claims", 2, "id"), "four"),
    )
    assert file.value["title"] == "One"
    assert list(file.value["claims"][0]) == ["id", "note", "text"]
    assert "gist" not in file.value
    assert "  - id: four\n" in file.text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("head", ["", "\ufeff"])
@pytest.mark.parametrize("tail", ["", "\n", "# the end\n"])
def test_line_ends_and_a_byte_order_mark_stay(newline: str, head: str, tail: str) -> None:
    text = (head + TALK.rstrip("\n") + tail.rjust(len(tail) + bool(tail), "\n")).replace(
        "\n", newline
    )
    new = changed(Set(("claims", 2, "evidence"), [{"quote": "x"}]), text)
    assert new.count("\n") == new.count(newline)
    assert new.startswith(head + "# What")
    assert new.replace(newline, "\n").count("\n") == text.replace(newline, "\n").count("\n") + 2


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("a: |+\n  x\n\nb: 1\n", Delete(("b",))),
        ("? a\n: 1\n", Set(("a",), {"b": [1, {"c": 2}]})),
    ],
)
def test_what_would_change_something_else_is_refused_or_right(text: str, edit: Edit) -> None:
    try:
        new = changed(edit, text)
    except EditWentWrong:
        return
    assert parse_yaml(new, "x").value is not None


def test_empty_lines_that_belong_to_a_value_stay_with_it() -> None:
    text = "a: |+\n  kept\n\n\nb: 1\n"
    assert changed(Set(("x",), 1, after="a"), text) == "a: |+\n  kept\n\n\nx: 1\nb: 1\n"
    assert changed(Delete(("a",)), text) == "b: 1\n"


def test_what_leads_nowhere_is_said() -> None:
    for edit in (Delete(("no",)), Set(("title", "x"), 1), Insert(("no", 0), 1)):
        with pytest.raises(KeyError):
            changed(edit)


ODD = (
    TALK,
    TALK.replace("\n", "\r\n"),
    "\ufeff" + TALK,
    "a: {b: [1, {c: 'd, e'}, \"f\"], g: {}}\nh:\n- i\n- j: k\n  l: m\n# n\n- o\n",
    "a:\n  - - 1\n    - 2\n  - [x, y]\n  # between\n\n  - z\nb: |-\n  # no comment\n\n  text\nc: 1",
    '"odd key: # x": 1  # one\nb:\n    c: "two\n      lines"\n    d: it goes\n      on\n# end\n',
    "a: |+\n  kept\n\n\nb:\n  - c: |+\n      kept\n\n  - d: x\n",
    "a:   # why\n  b: 1\n\n  # alone\n\n  c: 2\n  # last of a\n# of d\nd: 3\n",
)
WORDS = st.sampled_from(
    ("x", "two words", "a: b", "# no", "it's", "“q”", "no", "1", "", " x ", "l\nm")
)
VALUES: st.SearchStrategy[object] = st.one_of(
    WORDS,
    st.just(()).map(list),
    st.lists(WORDS, max_size=2),
    st.dictionaries(st.sampled_from("pqr"), WORDS, max_size=2),
    st.lists(st.dictionaries(st.sampled_from("pqr"), WORDS, min_size=1), min_size=1, max_size=2),
)


def paths(value: object, path: KeyPath = ()) -> list[KeyPath]:
    found: list[KeyPath] = [path] if path else []
    if isinstance(value, dict):
        for key, part in value.items():
            found += paths(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            found += paths(part, (*path, index))
    return found


@given(st.sampled_from(ODD), st.data())
def test_what_is_put_in_and_taken_out_again_leaves_the_file_as_it_was(
    text: str, data: st.DataObject
) -> None:
    file = parse_yaml(text, "odd.yaml")
    path = data.draw(st.sampled_from(paths(file.value)))
    value = data.draw(VALUES)
    try:
        if isinstance(path[-1], int):
            there = edited(file, Insert(path, value))
        else:
            path = (*path[:-1], "new")
            there = edited(file, Set(path, value))
        back = edited(there, Delete(path))
    except EditWentWrong:
        return
    assert back.text == text


@given(st.sampled_from(ODD), st.data())
def test_comments_elsewhere_stay_and_so_do_other_lines(text: str, data: st.DataObject) -> None:
    file = parse_yaml(text, "odd.yaml")
    path = data.draw(st.sampled_from(paths(file.value)))
    try:
        there = edited(file, Set(path, data.draw(VALUES)))
    except EditWentWrong:
        return
    start, end = file.starts[path], max(file.starts[path], file.ends.get(path, len(text)))
    lines = text.splitlines(keepends=True)
    before = file.marks[path].start if path in file.marks else text.rfind("-", 0, start)
    first = text.count("\n", 0, max(0, before))
    last = text.count("\n", 0, end)
    assert there.text.splitlines(keepends=True)[:first] == lines[:first]
    rest = lines[last + 1 :]
    assert not rest or there.text.splitlines(keepends=True)[-len(rest) :] == rest


OPTIONS = Path(__file__).parents[3] / "options"
OURS = [OPTIONS / f"{name}.yaml" for name in ("dimensions", "containment")]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_files_as_ours_can_be_changed_anywhere(path: Path) -> None:
    file = parse_yaml(path.read_text("utf-8"), path.name)
    every = paths(file.value)
    for number, at in enumerate(every[:: max(1, len(every) // 12)]):
        renamed = Rename(at, "other") if isinstance(at[-1], str) else Insert(at, {"new": "entry"})
        for edit in (Set(at, f"Words number {number}, quite new."), Delete(at), renamed):
            there = edited(file, edit)
            assert there.text != file.text
    for at in [at for at in every if at[-1] == 0 and (*at[:-1], 2) in every][:4]:
        last = (*at[:-1], 2)
        there = edited(file, Move(at, last))
        assert sorted(there.text.splitlines()) == sorted(file.text.splitlines())
        assert edited(there, Move(last, at)).text == file.text


def test_half_a_character_is_written_as_the_sign_of_a_lost_one() -> None:
    changed = edited(parse_yaml("title: Talk\n", "a.yaml"), Set(("title",), "q\udcff"))

    assert changed.value == {"title": "q\ufffd"}
    assert changed.text.encode() == b'title: "q\\U0000fffd"\n'
