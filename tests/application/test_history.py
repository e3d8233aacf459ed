"""What is one step, who is told of it, and what becomes of steps when the ground shifts."""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.application import history
from counterpoint.application.history import Changed, Command, History, Told, Way
from counterpoint.domain.command_kind import CommandKind

TYPE, DELETE = CommandKind.TYPE_IN_NOTE, CommandKind.DELETE_NOTE


@dataclass
class Page:
    """What is changed."""

    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Write:
    """Puts words into one place of a page; writes of one place that follow one another join."""

    page: Page
    place: str
    after: str
    before: str = ""
    kind: CommandKind = TYPE
    size: int = 1
    joins: bool = False

    def do(self, initiator: object) -> Changed:
        if self.after == "refused":
            raise ValueError(self.place)
        self.page.words[self.place] = self.after
        return Changed(frozenset((self.place,)))

    def undo(self) -> Changed:
        self.page.words[self.place] = self.before
        return Changed(frozenset((self.place,)))

    def joined(self, later: Command) -> "Write | None":
        if isinstance(later, Write) and later.joins and later.place == self.place:
            return replace(self, after=later.after)
        return None


class Writer:
    def __init__(self) -> None:
        self.page = Page()
        self.history = History()
        self.told: list[Told | None] = []
        self.history.subscribe(self.told.append)

    def write(self, place: str, after: str, *, joins: bool = False, size: int = 1) -> None:
        before = self.page.words.get(place, "")
        command = Write(self.page, place, after, before, joins=joins, size=size)
        self.history.do(command, initiator="pane")

    def undo_all(self) -> list[frozenset[str]]:
        return [changed.notes for changed in iter(self.history.undo, None)]


def test_what_is_done_undone_and_redone_is_told_with_who_did_it() -> None:
    writer = Writer()
    assert (writer.history.undo(), writer.history.redo()) == (None, None)
    writer.write("a", "words")
    writer.history.undo()
    writer.history.redo()

    changed = Changed(frozenset("a"))
    assert writer.told == [
        Told(Way.DONE, TYPE, changed, "pane"),
        Told(Way.UNDONE, TYPE, changed),
        Told(Way.REDONE, TYPE, changed),
    ]
    assert writer.page.words == {"a": "words"}


def kinds(history: History) -> tuple[CommandKind | None, CommandKind | None]:
    back, on = history.next_undo, history.next_redo
    return back.kind if back else None, on.kind if on else None


def test_what_is_next_can_be_named() -> None:
    writer = Writer()
    writer.history.do(Write(writer.page, "a", "", kind=DELETE))
    assert kinds(writer.history) == (DELETE, None)
    writer.history.undo()
    assert kinds(writer.history) == (None, DELETE)


def test_what_joins_is_one_step() -> None:
    writer = Writer()
    writer.write("a", "w")
    writer.write("a", "wo", joins=True)
    writer.write("b", "x", joins=True)
    assert writer.undo_all() == [frozenset("b"), frozenset("a")]
    assert writer.page.words == {"a": "", "b": ""}


@pytest.mark.parametrize("between", ["end", "undo", "redo", "revise"])
def test_what_ends_a_burst(between: str) -> None:
    writer = Writer()
    writer.write("a", "w")
    match between:
        case "end":
            writer.history.end_burst()
        case "revise":
            writer.history.revise(lambda command: command)
        case _:
            writer.write("b", "x")
            writer.history.undo()
    if between == "redo":
        writer.history.undo()
        writer.history.redo()
    writer.write("a", "wo", joins=True)
    assert writer.undo_all() == [frozenset("a"), frozenset("a")]


def test_after_something_new_nothing_is_redone() -> None:
    writer = Writer()
    writer.write("a", "1")
    writer.history.undo()
    writer.write("b", "2")
    assert writer.history.redo() is None


def test_what_could_not_be_done_is_no_step() -> None:
    writer = Writer()
    writer.write("a", "1")
    writer.history.undo()
    with pytest.raises(ValueError, match="b"):
        writer.write("b", "refused")
    assert writer.history.next_undo is None
    assert writer.history.redo() is not None


def test_a_step_made_impossible_from_outside_is_dropped_alone() -> None:
    writer = Writer()
    for place in "abab":
        writer.write(place, "x")
    writer.history.undo()
    told = len(writer.told)

    def without_b(command: Command) -> Command | None:
        return None if isinstance(command, Write) and command.place == "b" else command

    writer.history.revise(without_b)
    writer.history.revise(without_b)

    assert writer.told[told:] == [None]
    assert writer.history.redo() is None
    assert writer.undo_all() == [frozenset("a"), frozenset("a")]


def test_steps_go_on_as_others() -> None:
    writer = Writer()
    writer.write("a", "x")
    writer.write("a", "y")
    writer.history.undo()
    writer.history.revise(
        lambda command: replace(command, place="c") if isinstance(command, Write) else command
    )
    assert writer.history.redo() == Changed(frozenset("c"))
    assert writer.undo_all() == [frozenset("c"), frozenset("c")]


def test_the_history_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST_STEPS", 3)
    monkeypatch.setattr(history, "MOST_SIZE", 1000)
    writer = Writer()
    for place in "abcde":
        writer.write(place, "x")
    assert writer.undo_all() == [frozenset("e"), frozenset("d"), frozenset("c")]
    writer = Writer()
    for place in "abc":
        writer.write(place, "x", size=600)
        writer.write(place, "xy", joins=True, size=600)
    assert writer.undo_all() == [frozenset("c")]
    for place in "ab":
        writer.write(place, "x", size=400)
    assert writer.undo_all() == [frozenset("b"), frozenset("a")]


@given(
    st.lists(
        st.one_of(
            st.sampled_from(("undo", "redo")), st.tuples(st.sampled_from("ab"), st.text(max_size=2))
        )
    )
)
def test_undoing_everything_leaves_all_as_it_was(steps: list[str | tuple[str, str]]) -> None:
    writer = Writer()
    for step in steps:
        if step == "undo":
            writer.history.undo()
        elif step == "redo":
            writer.history.redo()
        else:
            writer.write(*step, joins=True)
    there = dict(writer.page.words)
    undone = len(writer.undo_all())
    assert not any(writer.page.words.values())
    for _ in range(undone):
        writer.history.redo()
    assert writer.page.words == there
