"""Filtering the list of all notes."""

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.application.notes.list import NoteFilter, listed
from counterpoint.domain.note import WHOLE_COMPARISON, Note, NoteKind, Target, TargetKind

APPROACH = Target(TargetKind.APPROACH, approach="containment")


def note(
    id: str, body: str = "", *, target: Target = WHOLE_COMPARISON, quote: str = "", tags: str = ""
) -> Note:
    time = f"2026-11-22T10:15:{id}Z"
    kind = NoteKind.JUDGEMENT if body.endswith("!") else NoteKind.OBSERVATION
    return Note(id, target, kind, tuple(tags.split()), time, time, quote, body)


NOTES = [
    note("01", "Pressure works when dosed", tags="linchpin"),
    note("02", "STRASSE und Straße!", target=APPROACH),
    note("03", "Nothing", quote="hit and miss", tags="linchpin check", target=APPROACH),
]


def ids(through: NoteFilter) -> list[str]:
    return [note.id for note in listed(NOTES, through)]


def test_all_pass_an_empty_filter_newest_first() -> None:
    assert ids(NoteFilter()) == ["03", "02", "01"]


def test_each_part_narrows() -> None:
    assert ids(NoteFilter(kinds=frozenset({NoteKind.JUDGEMENT}))) == ["02"]
    assert ids(NoteFilter(tags=frozenset({"linchpin"}))) == ["03", "01"]
    assert ids(NoteFilter(tags=frozenset({"linchpin", "check"}))) == ["03"]
    assert ids(NoteFilter(target_kinds=frozenset({TargetKind.COMPARISON}))) == ["01"]
    assert ids(NoteFilter(approaches=frozenset({"containment"}))) == ["03", "02"]


def test_every_word_must_occur_in_any_case() -> None:
    assert ids(NoteFilter(words="dosed PRESSURE")) == ["01"]
    assert ids(NoteFilter(words="dosed nothing")) == []
    assert ids(NoteFilter(words="strasse")) == ["02"]
    assert ids(NoteFilter(words="hit linch")) == ["03"]


@given(st.text())
def test_a_note_is_found_by_any_word_of_its_own(body: str) -> None:
    own = note("01", body)
    assert all(NoteFilter(words=word).lets_pass(own) for word in body.split())
