"""Every value that has a name in the domain is worded, each otherwise than the others."""

from collections.abc import Callable
from enum import Enum
from typing import Any

import pytest

from counterpoint.domain.approach import Link, RelationKind, Stance, Status
from counterpoint.domain.because import Because
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.document_likeness import Likeness
from counterpoint.domain.invisible_characters import SignKind
from counterpoint.domain.library import ReplyKind
from counterpoint.domain.litter import Leftover, Litter
from counterpoint.domain.note import NoteKind, TargetKind
from counterpoint.domain.parting import Between
from counterpoint.domain.problem import ProblemKind
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.refusal import Refusal, Weaker
from counterpoint.domain.source import Numbering
from counterpoint.labels import (
    approach,
    claim_filter,
    command,
    evidence,
    held_map,
    litter,
    note,
    problem_kind,
    quotation_state,
    refusal,
    source,
    unseen,
)
from counterpoint.labels.because import because
from counterpoint.labels.document_likeness import alike
from counterpoint.labels.reply import reply, told


@pytest.mark.parametrize(
    ("values", "worded"),
    [
        (Status, approach.status),
        (RelationKind, approach.relation),
        (Stance, evidence.stance),
        (Stance, claim_filter.no_such_stance),
        (Stance, claim_filter.no_such_stance_in_rows),
        (Link, evidence.link),
        (Between, held_map.between),
        (NoteKind, note.note_kind),
        (NoteKind, note.note_kind_told),
        (TargetKind, note.target_kind),
        (TargetKind, note.invitation),
        (TargetKind, note.gone),
        (ProblemKind, problem_kind.problem_kind),
        (QuotationState, quotation_state.state),
        (QuotationState, quotation_state.state_line),
        (QuotationState, quotation_state.state_on_paper),
        (Numbering, source.numbering),
        (Likeness, lambda likeness: alike(likeness, "x")),
        (CommandKind, command.undo),
        (CommandKind, command.redo),
        (Because, because),
        (Litter, litter.litter),
        (Leftover, litter.left_behind),
        (Refusal, refusal.told),
        (Weaker, refusal.weaker),
        (SignKind, lambda kind: unseen.unseen(kind, "U+200B")),
    ],
)
def test_every_value_is_worded(values: type[Enum], worded: Callable[[Any], str]) -> None:
    words = [worded(value) for value in values]
    assert len(set(words)) == len(words), words


def test_a_reply_is_worded_from_both_sides() -> None:
    sides = (True, False)
    words = {reply(kind, Link.DIRECT, "her", outgoing=side) for kind in ReplyKind for side in sides}
    assert len(words) == 2 * len(ReplyKind)
    assert "Rebutted by her" in words


def test_of_two_that_we_set_together_neither_is_said_to_do_anything_to_the_other() -> None:
    words = {
        reply(kind, Link.INFERRED, "her", outgoing=side)
        for kind in ReplyKind
        for side in (True, False)
    } | {told(kind, Link.INFERRED) for kind in ReplyKind}
    assert words == {"Set against her", "Set beside her", "set against", "set beside"}


def test_only_an_exact_quotation_needs_no_word_more() -> None:
    for state in QuotationState:
        assert bool(quotation_state.state_line(state)) is (state is not QuotationState.EXACT)
        assert bool(quotation_state.state_on_paper(state)) is (state is not QuotationState.EXACT)
