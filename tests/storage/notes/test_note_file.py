"""A note and its file say the same, whoever wrote the file."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from counterpoint.domain.note import (
    WHOLE_COMPARISON,
    Note,
    NoteKind,
    Target,
    TargetKind,
    pair_target,
    question_target,
)
from counterpoint.domain.problem import ProblemKind
from counterpoint.domain.span import Span
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.notes import front_matter
from counterpoint.storage.notes.note_file import Written, encode, iso, read_note

THEN = datetime(2026, 11, 22, 10, 15, 30, tzinfo=UTC)

text = st.text(st.characters(exclude_categories=["Cs"]))
words = text.filter(bool)
times = st.integers(0, 7_000_000_000).map(lambda s: iso(datetime.fromtimestamp(s, UTC)))


@st.composite
def targets(draw: st.DrawFn) -> Target:
    kind = draw(st.sampled_from(TargetKind))
    match kind:
        case TargetKind.COMPARISON:
            return Target(kind)
        case TargetKind.SOURCE:
            return Target(kind, source=draw(words))
        case TargetKind.PASSAGE:
            start = draw(st.integers(0, 10**9))
            span = Span(start, start + draw(st.integers(1, 10**6)))
            return Target(kind, source=draw(words), span=span)
        case TargetKind.QUESTION:
            return question_target(draw(words))
        case TargetKind.PAIR:
            return pair_target(draw(words), draw(words))
    depth = ("option", "position", "claim", "evidence").index(kind) + 1
    approach, dimension, claim, evidence = (draw(words) if at < depth else "" for at in range(4))
    source = draw(words) if kind is TargetKind.EVIDENCE else ""
    return Target(kind, approach, dimension, claim, evidence, source)


notes = st.builds(
    Note,
    id=st.just("a"),
    target=targets(),
    kind=st.sampled_from(NoteKind),
    tags=st.lists(text, max_size=3).map(tuple),
    created=times,
    changed=times,
    quote=text,
    body=text,
    conflict_of=text,
    author=text,
)


def read(data: bytes) -> Note:
    return read_note(data, "a", "notes/a.md", THEN).note


def plain(body: str = "Words.\n") -> Note:
    return Note("a", WHOLE_COMPARISON, NoteKind.OBSERVATION, (), iso(THEN), iso(THEN), "", body)


def problem_of(data: bytes) -> tuple[ProblemKind, int | None, int | None]:
    with pytest.raises(Unreadable) as caught:
        read(data)
    problem = caught.value.problems[0]
    assert problem.file == "notes/a.md"
    return problem.kind, problem.line, problem.column


@given(notes)
@example(plain("no\u00a0break, \U0001f600, trailing  \n\n  and no end"))
@example(plain("\r\n"))
@example(plain("\u2028\u2029\x85\r"))
@example(plain("---\nkind: judgement\n---\n"))
@example(plain("\ufeffmark"))
def test_a_note_survives_its_file(note: Note) -> None:
    data = encode(note)
    assert read(data) == note
    assert data.endswith(note.body.encode())


@given(notes)
def test_any_yaml_reader_reads_our_front_matter_as_we_do(note: Note) -> None:
    front = encode(note).decode().split("\n---\n")[0].removeprefix("---\n") + "\n"
    ours = front_matter.read_front(front, "")
    said = yaml.safe_load(front)
    for key, value in ours.values.items():
        assert said[key] == (list(value) if isinstance(value, tuple) else said[key])
        assert str(said[key]) == str(value) or isinstance(value, tuple)


@given(notes)
def test_our_own_files_are_read_without_yaml(note: Note) -> None:
    front = encode(note).decode().split("\n---\n")[0].removeprefix("---\n") + "\n"
    assert front_matter._read_ours(front) is not None


@given(notes, notes)
def test_a_rewrite_says_the_new_and_keeps_the_rest(old: Note, new: Note) -> None:
    front = (
        "# by hand\naliases: [a, 'b: c']  # kept\nkind: Judgement # and why\n"
        "tags:\n- NO\n- 1.10\n# between\n\nmore:\n  deep: 12:30\n"
    )
    was = read_note(f"---\n{front}---\nBody".encode(), old.id, "", THEN)
    assert was.note.tags == ("NO", "1.10")
    data = encode(new, was)
    assert read(data) == new
    for kept in ("# by hand\n", "aliases: [a, 'b: c']  # kept\n", "more:\n  deep: 12:30\n"):
        assert kept in data.decode()


def test_lines_that_say_the_same_are_kept_as_they_stand() -> None:
    data = b"---\nkind:   'judgement'\ntarget: comparison # all\ncreated: 2026-11-22\n---\nOld\n"
    was = read_note(data, "a", "", THEN)
    assert encode(was.note, was).startswith(data.removesuffix(b"---\nOld\n"))
    assert b"kind: assumption\n" in encode(was.note._replace(kind=NoteKind.ASSUMPTION), was)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("kind: judgement  # because of Lain\n", "kind: assumption  # because of Lain\n"),
        ("kind: 'judgement'#why\n\n# after\n", "kind: assumption  #why\n\n# after\n"),
        ("tags: # ours\n  - a # c\n  # d\n\n# e\n", 'tags: ["x"] # ours\n  # c\n  # d\n\n# e\n'),
        ("tags: ['# a', # b\n\t# c\n \"d\"]\n", 'tags: ["x"] # b\n # c\n'),
        ("conflict_of: b # c\nmood: calm\n", "# c\nmood: calm\n"),
        ("conflict_of: |- # c\n  # no\n  b\n\nmood: calm\n", "# c\n\nmood: calm\n"),
        ("changed: 2026-01-01 # by 😀\n", 'changed: "2026-11-23T00:00:00Z" # by 😀\n'),
    ],
)
def test_comments_are_kept_where_a_value_changes(front: str, expected: str) -> None:
    was = read_note(f"---\n{front}---\nBody".encode(), "a", "", THEN)
    new = was.note._replace(
        kind=NoteKind.ASSUMPTION, tags=("x",), conflict_of="", changed="2026-11-23T00:00:00Z"
    )
    data = encode(new, was)
    assert data.decode().startswith(f"---\n{expected}")
    assert read(data) == new


def test_letters_are_not_taken_for_numbers_or_answers() -> None:
    note = read(
        b"---\ntarget: claim\noption: NO\ndimension: 1.10\nclaim: 12:30\ntags: [yes, 007]\n---\n"
    )
    assert note.target == Target(TargetKind.CLAIM, approach="NO", dimension="1.10", claim="12:30")
    assert note.tags == ("yes", "007")


def test_plain_markdown_is_an_observation_on_the_whole_comparison() -> None:
    note = read("# Thoughts\n\nÜber alles.".encode())
    assert note.target == WHOLE_COMPARISON
    assert note.kind is NoteKind.OBSERVATION
    assert note.body == "# Thoughts\n\nÜber alles."
    assert note.created == "2026-11-22T10:15:30Z"


def test_empty_front_matter_and_an_empty_file_are_notes() -> None:
    assert read(b"---\n---\nWords").body == "Words"
    assert read(b"").body == ""


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_windows_files_load_and_keep_their_ways(mark: bytes) -> None:
    data = mark + b"---\r\ntarget: comparison\r\nmood: calm\r\n---\r\nOne\r\nTwo"
    was = read_note(data, "a", "", THEN)
    assert was.note.body == "One\nTwo"
    again = encode(was.note._replace(body="One\nTwo\nThree"), was)
    assert again.startswith(mark + b"---\r\ntarget: comparison\r\nmood: calm\r\n")
    assert again.endswith(b"---\r\nOne\r\nTwo\r\nThree")


@given(st.text("ab\r\n", max_size=8), st.sampled_from(["", "\ufeff"]), st.booleans())
@example("a\r\r\nb\r\n", "", True)
def test_the_body_stays_byte_for_byte_when_a_tag_is_set(
    body: str, mark: str, windows: bool
) -> None:
    end = "\r\n" if windows else "\n"
    front = f"---{end}target: comparison{end}---{end}"
    try:
        was = read_note(f"{mark}{front}{body}".encode(), "a", "", THEN)
    except Unreadable:  # a file of both line ends
        assert windows
        return
    data = encode(was.note._replace(tags=("x",)), was)
    assert read(data) == was.note._replace(tags=("x",))
    assert data.startswith(f"{mark}---{end}target: comparison{end}".encode())
    assert data.partition(f'Z"{end}---{end}'.encode())[2] == body.encode()


def test_a_body_with_mixed_line_ends_is_left_as_it_is() -> None:
    assert read(b"One\r\nTwo\nThree\r").body == "One\r\nTwo\nThree\r"


def test_a_tag_alone_and_an_empty_value_are_understood() -> None:
    note = read(b"---\ntags: linchpin\nquote:\n---\n")
    assert note.tags == ("linchpin",)
    assert note.quote == ""
    assert read(b"---\ntags:\n---\n").tags == ()


def test_times_are_brought_to_utc() -> None:
    note = read(b"---\ncreated: 2026-11-22T12:15:30+02:00\nchanged: 2026-11-23\n---\n")
    assert note.created == "2026-11-22T10:15:30Z"
    assert note.changed == "2026-11-23T00:00:00Z"


@given(st.datetimes(timezones=st.just(UTC)))
@example(datetime(226, 11, 22, tzinfo=UTC))
def test_a_time_of_any_year_can_be_read_again(time: datetime) -> None:
    assert datetime.fromisoformat(iso(time)) == time.replace(microsecond=0)
    assert read(f"---\nchanged: {iso(time)}\n---\n".encode()).changed == iso(time)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"---\nkind: observation\nWords", (ProblemKind.SYNTAX, 1, 1)),
        (b"---\nkind: fact\n---\n", (ProblemKind.WRONG_VALUE, 2, 7)),
        (b"---\nx: 1\nkind: [a]\n---\n", (ProblemKind.WRONG_TYPE, 3, 7)),
        (b"---\ntags: {a: b}\n---\n", (ProblemKind.WRONG_TYPE, 2, 7)),
        (b"---\ntags: [[a]]\n---\n", (ProblemKind.WRONG_TYPE, 2, 7)),
        (b"---\nkind: judgement\nkind: judgement\n---\n", (ProblemKind.DUPLICATE_KEY, 3, 1)),
        (b"---\nx: 'open\n---\n", (ProblemKind.SYNTAX, 2, 4)),
        (b"---\nx: a: b\n---\n", (ProblemKind.SYNTAX, 2, 5)),
        (b"---\n{x: 1}\n---\n", (ProblemKind.SYNTAX, 2, 1)),
        (b"---\njust words\n---\n", (ProblemKind.SYNTAX, 2, 1)),
        (b"---\n  x: 1\n---\n", (ProblemKind.SYNTAX, 2, 3)),
        (b"---\n? [a]\n: 1\n---\n", (ProblemKind.SYNTAX, 2, 3)),
        (b"---\nx: &a 1\ny: *a\n---\n", (ProblemKind.SYNTAX, 2, 4)),
        (b"---\nx: " + b"[" * 60 + b"]" * 60 + b"\n---\n", (ProblemKind.SYNTAX, 2, 43)),
        (b"---\ntags: " + b"[" * 3000 + b"]" * 3000 + b"\n---\n", (ProblemKind.SYNTAX, 2, 46)),
        (b"---\nquote: " + b'{"a":' * 3000 + b"\n---\n", (ProblemKind.SYNTAX, 2, 203)),
        (b"---\nx: a\xc2\x85b\n---\n", (ProblemKind.LINE_ENDINGS, 2, 5)),
        (b"---\nx: \x01\n---\n", (ProblemKind.SYNTAX, 2, 4)),
        ("---\nx: 😀\nquote: ä\x7f\n---\n".encode(), (ProblemKind.SYNTAX, 3, 9)),
        (b"---\ntarget: claim\noption: a\n---\n", (ProblemKind.MISSING_KEY, 2, 9)),
        (b"---\noption: a\n---\n", (ProblemKind.MISSING_KEY, 2, 9)),
        (
            b"---\ntarget: passage\nsource: a\nstart: 5\nend: 5\n---\n",
            (ProblemKind.WRONG_VALUE, 5, 6),
        ),
        (
            b"---\ntarget: passage\nsource: a\nstart: -5\nend: 5\n---\n",
            (ProblemKind.WRONG_TYPE, 4, 8),
        ),
        (b"---\ncreated: yesterday\n---\n", (ProblemKind.WRONG_VALUE, 2, 10)),
        (b"---\ncreated: 0000-11-22\n---\n", (ProblemKind.WRONG_VALUE, 2, 10)),
        (b"---\ncreated: 0001-01-01T00:00:00+09:00\n---\n", (ProblemKind.WRONG_VALUE, 2, 10)),
        (b"One\nT\xe4o", (ProblemKind.ENCODING, 2, 2)),
    ],
)
def test_what_cannot_be_understood_is_said_with_its_place(
    data: bytes, expected: tuple[ProblemKind, int | None, int | None]
) -> None:
    assert problem_of(data) == expected


@given(st.binary())
@example(b"---\n--- \n---\n")
@example(b"---\n!!python/object:os.system x: 1\n---\n")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        was = read_note(data, "a", "", THEN)
    except Unreadable as error:
        assert error.problems
    else:
        assert read_note(encode(was.note, was), "a", "", THEN).note == was.note


@given(st.text("abk: -#\n'\"[]{}&*!|>?%@`\t,", max_size=40))
def test_any_front_matter_is_read_or_refused(front: str) -> None:
    try:
        was = read_note(f"---\n{front}\n---\nBody".encode(), "a", "", THEN)
    except Unreadable as error:
        assert error.problems
    else:
        new = was.note._replace(kind=NoteKind.JUDGEMENT, tags=("x",))
        assert read_note(encode(new, was), "a", "", THEN).note == new


@pytest.mark.parametrize(
    ("front", "kept"),
    [
        ("target: comparison\n...\n", "target: comparison\n"),
        ("target: comparison\nmood: |\n... # by hand\n", "mood: |\n# by hand\n"),
        ("created:\nmood: calm # very\n", "mood: calm # very\n"),
    ],
)
def test_lines_that_would_hide_ours_give_way(front: str, kept: str) -> None:
    was = read_note(f"---\n{front}---\nBody".encode(), "a", "", THEN)
    new = was.note._replace(body="Body.", changed="2026-11-23T00:00:00Z")
    data = encode(new, was)
    assert read_note(data, "a", "", datetime.now(UTC)).note == new
    assert kept in data.decode()


@pytest.mark.parametrize("more", [1, 10, 900])
def test_values_nested_without_end_are_refused_where_they_begin_to_be(more: int) -> None:
    def front(levels: int) -> bytes:
        return f"---\nmore: {'[' * levels}x{']' * levels}\n---\nWords.\n".encode()

    assert read(front(39)).body == "Words.\n"  # the keys of the note are the first level
    assert problem_of(front(39 + more)) == (ProblemKind.SYNTAX, 2, 7 + 39)


def test_in_the_last_resort_lines_that_are_not_ours_become_comments() -> None:
    was = Written(
        plain(), (("mood", "mood: 'open\n\n"), ("kind", "kind: judgement\n")), "\n", False
    )
    new = plain("More.\n")
    data = encode(new, was)
    assert read(data) == new
    assert b"\n# mood: 'open\n\n---\n" in data


def test_half_a_character_does_not_keep_a_note_from_being_saved() -> None:
    assert b"Words ?" in encode(plain("Words \ud83d"))


def test_the_example_of_the_documentation_is_a_note() -> None:
    text = (Path(__file__).parents[3] / "docs" / "file-formats.md").read_text()
    section = text.partition("## `notes/")[2]
    example = section.split("```\n")[1]
    note = read(example.encode())
    assert note.target.kind is TargetKind.CLAIM
    assert encode(note).decode() == example
    for key in front_matter.KEYS:
        assert f"`{key}`" in section


def test_a_pair_is_the_same_whichever_is_named_first() -> None:
    front = b"---\ntarget: pair\noption: b\nother: a\n---\n"

    assert read(front).target == pair_target("a", "b")
    was = read_note(front, "a", "", THEN)
    assert b"option: b\nother: a\n" in encode(was.note._replace(body="More."), was)


@pytest.mark.parametrize(
    ("said", "author"),
    [
        ("author: Ann Lee\n", "Ann Lee"),
        ("author: [Ann, Ben]\n", "Ann, Ben"),
        ("author:\n  name: Ann\n", ""),
        ("author:\n- name: Ann\n", ""),
        ("author:\n", ""),
    ],
)
def test_whoever_another_program_names_as_author_costs_no_note(said: str, author: str) -> None:
    was = read_note(f"---\n{said}---\nWords.".encode(), "a", "notes/a.md", THEN)
    assert was.note.author == author
    assert said.encode() in encode(was.note._replace(tags=("x",)), was)
