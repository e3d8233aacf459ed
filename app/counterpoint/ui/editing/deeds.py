"""What a person does to the library in a pane: words, makes, moves and deletes what is chosen."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.session import Asking
from counterpoint.domain.editing.cells import claim_in
from counterpoint.domain.library import Reply
from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind
from counterpoint.labels import editing as words
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane, of_action
from counterpoint.ui.session.participant import Participant

from .asker import Asker
from .placed import Placed

if TYPE_CHECKING:
    from counterpoint.application.editing.asking.fields import Asked, Step
    from counterpoint.application.editing.desk import LibraryDesk
    from counterpoint.domain.forms import PassageForm


_P = ParamSpec("_P")


class Ground(Protocol):
    """What a pane says of what is chosen in it."""

    @property
    def pane(self) -> str:
        """Its name."""
        ...

    @property
    def host(self) -> QWidget:
        """Over which panels stand."""
        ...

    def chosen(self) -> Target | None: ...
    def chosen_reply(self) -> Reply | None:
        """Which goes before what is chosen otherwise."""
        ...

    def placed(self, target: Target) -> Placed: ...
    def take_focus(self) -> None: ...
    def go_on(self, by: int) -> bool:
        """To what comes next (1) or before (-1); whether there is any."""
        ...


_PAGES = "pages"
"""Where replies are read: there a new one is begun with nothing said of it."""


def _deed(do: Callable[Concatenate["Deeds", _P], None]) -> Callable[Concatenate["Deeds", _P], None]:
    """What is done to the library. Where it is not changed it goes on in a copy, on what is chosen
    here."""

    def done(deeds: "Deeds", /, *args: _P.args, **named: _P.kwargs) -> None:
        deeds.follow_up(lambda others: do(others, *args, **named))
        do(deeds, *args, **named)

    return done


class Deeds(QObject):
    """Belongs to one pane."""

    def __init__(self, participant: Participant, ground: Ground) -> None:
        super().__init__(ground.host)
        self._participant = participant
        self._ground = ground
        self._cut: Target | None = None
        """The claim that was cut, and is put somewhere next."""
        self._asked: Asking | None = None
        """What goes on here that was asked for elsewhere."""
        self.asker = Asker(participant, ground.host, ground.take_focus)

    def follow_up(self, do: "Callable[[Deeds], None]") -> None:
        """`do` is what goes on in a copy of the library, should one be needed."""
        asking = Asking(self._ground.pane, do, self._target(), self._reply())
        self.asker.again = lambda session: session.ask(asking)

    def go_on(self, asking: Asking) -> None:
        """What was asked for elsewhere is done here, on what was chosen there."""
        self._asked = asking
        asking.do(self)
        self._asked = None

    def _target(self) -> Target | None:
        return self._ground.chosen() if self._asked is None else self._asked.target

    def _reply(self) -> Reply | None:
        return self._ground.chosen_reply() if self._asked is None else self._asked.reply

    @_deed
    def edit(self) -> None:
        """What is chosen is worded or said otherwise, at its place."""
        reply = self._reply()
        if reply is not None:
            self._edit_reply(reply)
            return
        target = self._target()
        make = None if target is None else _maker(target)
        if target is None or make is None:
            self._say(words.nothing_chosen())
            return
        self.asker.ask(make, partial(self._ground.placed, target), self._go_on_by)

    @_deed
    def answer(self) -> None:
        """The cell of what is chosen is answered, or said not to be."""
        from counterpoint.application.editing.asking.answers import ask_answer

        cell = self._cell()
        if cell is not None:
            self._ask(lambda desk: ask_answer(desk, cell), cell)

    # Making

    @_deed
    def new_claim(self, passage: "PassageForm | None" = None) -> None:
        """In the cell that is chosen, or the one of what is; on `passage`, or the words that are
        selected in the reader."""
        from counterpoint.application.editing.asking.claims import ask_new_claim

        cell = self._cell()
        quoted = passage or self._participant.session.selected()
        self.follow_up(lambda others: others.new_claim(quoted))
        if cell is not None:
            self._ask(lambda desk: ask_new_claim(desk, cell, quoted), cell)

    @_deed
    def new_question(self) -> None:
        from counterpoint.application.editing.asking.questions import ask_new_question

        self._ask(lambda _desk: ask_new_question(), self._target())

    @_deed
    def new_approach(self) -> None:
        from counterpoint.application.editing.asking.heads import ask_new_approach

        self._ask(ask_new_approach, self._target())

    # Changing what is there

    @_deed
    def change_kind(self) -> None:
        """Whether a claim is a fact, a cause, a forecast or a prescription."""
        from counterpoint.application.editing.asking.claims import ask_kind

        self._ask_of_claim(ask_kind)

    @_deed
    def split(self) -> None:
        from counterpoint.application.editing.asking.claims import ask_split

        self._ask_of_claim(ask_split)

    @_deed
    def merge(self) -> None:
        from counterpoint.application.editing.asking.moving import ask_merge

        self._ask_of_chosen(ask_merge)

    @_deed
    def move(self) -> None:
        """To another cell or claim, which is asked for."""
        from counterpoint.application.editing.asking.moving import ask_move

        self._ask_of_chosen(ask_move)

    @_deed
    def shift(self, by: int) -> None:
        """On (1) or back (-1) among its own."""
        from counterpoint.application.editing.asking.at_once import shifted

        target = self._chosen()
        if target is not None:
            self.asker.do(lambda desk: shifted(desk, target, by))

    @_deed
    def place_question(self, question: str, before: str) -> None:
        """A question goes before another, or behind all where that is ""."""
        from counterpoint.application.editing.asking.at_once import question_placed

        self.asker.do(lambda desk: question_placed(desk, question, before))

    @_deed
    def delete(self) -> None:
        """It is told how it comes back."""
        from counterpoint.application.editing.asking.at_once import deleted
        from counterpoint.application.editing.asking.replies import deleted_reply

        reply, what = self._reply(), [""]
        target = self._chosen() if reply is None else None
        if target is None and reply is None:
            return

        def make(desk: "LibraryDesk") -> "Step":
            if reply is not None:
                step, what[0] = deleted_reply(desk, reply)
            else:
                step, what[0] = deleted(desk, target or WHOLE_COMPARISON)
            return step

        def told(step: "Step") -> None:
            deleted = words.deleted(what[0], of_action("undo"))
            self._say(f"{deleted} {step.told}".strip())

        self.asker.do(make, told)

    # Replies

    @_deed
    def reply(self, passage: "PassageForm | None" = None) -> None:
        """The evidence that is chosen, of a claim its first, answers `passage`, or the words that
        are selected in the reader; else it is asked what."""
        from counterpoint.application.editing.asking.evidence import number_of
        from counterpoint.application.editing.asking.replies import ask_new_reply

        target = self._target()
        if target is None or not target.claim:
            if self._ground.pane == _PAGES:  # of a reply that is none yet
                self._ask(ask_new_reply, None)
            else:
                self._say(words.no_reply_here())
            return

        quoted = passage or self._participant.session.selected()
        self.follow_up(lambda others: others.reply(quoted))

        def make(desk: "LibraryDesk") -> "Asked":
            claim = claim_in(desk.approach(target.approach), target.claim)
            on_mark = target.kind is TargetKind.EVIDENCE
            number = number_of(desk, target) if on_mark else 0
            by = claim.evidence[number].passage
            same = quoted is not None and (quoted.source, quoted.quote) == (by.source, by.quote)
            return ask_new_reply(desk, by=by, to=None if same else quoted)

        self._ask(make, target)

    @_deed
    def new_reply(self) -> None:
        """Of whatever words, to whatever words."""
        from counterpoint.application.editing.asking.replies import ask_new_reply

        self._ask(ask_new_reply, None)

    def _edit_reply(self, reply: Reply) -> None:
        from counterpoint.application.editing.asking.replies import ask_reply

        self._ask(lambda desk: ask_reply(desk, reply), None)

    # Cutting, putting and dropping

    def cut(self) -> None:
        """The claim that is chosen goes to the cell where it is put next."""
        target = self._chosen()
        if target is None:
            return
        if not target.claim:
            self._say(words.moves_not())
            return
        self._cut = target
        library = self._participant.session.library
        if library is not None:
            claims = library.approach(target.approach).position(target.dimension).claims
            said = next((claim.text for claim in claims if claim.id == target.claim), "")
            self._say(words.cut(said, in_pane(Context.COMPARISON, "paste")))

    def can_paste(self) -> bool:
        """Whether something was cut or copied that can be put into a cell."""
        return self._cut is not None or self._participant.session.copied is not None

    @_deed
    def paste(self, *, copy: bool = False) -> None:
        """What was cut goes to the cell that is chosen, or a copy of it; of what was copied, a
        copy."""
        copied = self._participant.session.copied if self._cut is None else None
        what, to = self._cut or copied, self._target()
        if what is None or to is None:
            self._say(words.nothing_cut())
            return
        self.drop(what, to, copy=copy or copied is not None)
        if not copy:
            self._cut = None

    @_deed
    def drop(self, what: Target, to: Target, *, copy: bool) -> None:
        """A claim goes to another cell or before another claim, evidence to another claim."""
        from counterpoint.application.editing.asking.at_once import (
            evidence_moved,
            moved,
            reordered,
        )

        if what.kind is TargetKind.EVIDENCE and to.claim and what.approach == to.approach:
            self.asker.do(lambda desk: evidence_moved(desk, what, to.claim))
        elif not what.claim or not (to.approach and to.dimension):
            self._say(words.needs_cell())
        elif (
            to.claim and not copy and (what.approach, what.dimension) == (to.approach, to.dimension)
        ):
            self.asker.do(lambda desk: reordered(desk, what, to.claim))
        else:
            from counterpoint.labels.editing_emptied import put_here

            def told(step: "Step") -> None:
                self._say(f"{put_here(copy=copy)} {step.told}".strip())

            self.asker.do(lambda desk: moved(desk, what, to, copy=copy), told)

    # What is chosen

    def _chosen(self) -> Target | None:
        target = self._target()
        if target is None:
            self._say(words.nothing_chosen())
        return target

    def _cell(self) -> Target | None:
        target = self._target()
        if target is None or not (target.approach and target.dimension):
            self._say(words.needs_cell())
            return None
        return Target(TargetKind.POSITION, target.approach, target.dimension)

    def _ask(self, make: "Callable[[LibraryDesk], Asked]", at: Target | None) -> None:
        self.asker.ask(make, partial(self._ground.placed, at or WHOLE_COMPARISON))

    def _ask_of_chosen(self, make: "Callable[[LibraryDesk, Target], Asked]") -> None:
        target = self._chosen()
        if target is not None:
            self._ask(lambda desk: make(desk, target), target)

    def _ask_of_claim(self, make: "Callable[[LibraryDesk, Target], Asked]") -> None:
        target = self._target()
        if target is None or not target.claim:
            self._say(words.needs_claim())
            return
        claim = Target(TargetKind.CLAIM, target.approach, target.dimension, target.claim)
        self._ask(lambda desk: make(desk, claim), target)

    def _say(self, said: str) -> None:
        self._participant.signals.said.emit(said)

    def _go_on_by(self, by: int) -> None:
        if self._ground.go_on(by):
            self.edit()


def _maker(target: Target) -> "Callable[[LibraryDesk], Asked] | None":
    """What is asked of a target; None of what is not changed here."""
    from counterpoint.application.editing.asking import answers, claims, evidence, heads, questions

    match target.kind:
        case TargetKind.CLAIM:
            return lambda desk: claims.ask_words(desk, target)
        case TargetKind.EVIDENCE:
            return lambda desk: evidence.ask_evidence(desk, target)
        case TargetKind.POSITION:
            return lambda desk: answers.ask_answer(desk, target)
        case TargetKind.APPROACH:
            return lambda desk: heads.ask_head(desk, target.approach)
        case TargetKind.QUESTION:
            return lambda desk: questions.ask_question(desk, target.dimension)
    return None
