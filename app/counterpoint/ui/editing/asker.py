"""Opens panels over a pane, and makes steps of what is kept in them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.application.library.session import How, Session
from counterpoint.labels import editing as words
from counterpoint.ui.session.participant import Participant

from .placed import Placed
from .waiting import Waiting

if TYPE_CHECKING:
    from counterpoint.application.editing.asking.fields import Asked, Step, Values
    from counterpoint.application.editing.desk import LibraryDesk

    from .panel import Panel


_T = TypeVar("_T")


class Asker(QObject):
    """One panel at a time."""

    def __init__(self, participant: Participant, host: QWidget, back: Callable[[], None]) -> None:
        """`back` gives the focus to what it had before."""
        super().__init__(host)
        self._participant = participant
        self._host = host
        self._back = back
        self.panel: Panel | None = None
        """The one that is open."""
        self.again: Callable[[Session], None] | None = None
        """What goes on in a copy of the library, where this one is not changed."""
        self._make: Callable[[LibraryDesk], Asked] | None = None
        """Asks it anew, of the library as it is then."""
        self._base: tuple[Asked, Values] | None = None
        """What it was asked as, and what stood in it then."""
        self._was_kept = False
        """Whether it was tried: then all that is lacking is told."""
        self._clashed = False
        """Whether it was told that others changed the same: only who keeps it again, and says so,
        means it over theirs."""
        self._waiting: Waiting | None = None
        self._beyond: Callable[[int], None] | None = None
        self._drafts: dict[str, str] = {}
        """What is kept of the fields of the panel, by their names."""
        participant.theme.changed.connect(self._on_theme)
        participant.signals.library_changed.connect(self._on_library)
        participant.signals.library_edited.connect(self._on_changed)

    def ask(
        self,
        make: "Callable[[LibraryDesk], Asked]",
        at: Callable[[], Placed],
        beyond: Callable[[int], None] | None = None,
    ) -> None:
        """Opens what `make` gives; it may raise KeyError. `beyond` is called where Tab goes on from
        it, once it is kept."""
        editing = self._participant.editing()
        if not editing.may_change(self.again):
            return

        def show(desk: "LibraryDesk") -> None:
            asked = self._tried(lambda: make(desk))
            typed = "" if self._waiting is None else self._waiting.typed
            if asked is None:
                self.close()
                return
            self._open(asked, at, beyond)
            self._make = make
            if typed and self.panel is not None:
                self.panel.type(typed)

        if editing.desk is not None:
            editing.when_ready(show)
            return
        self.close()
        self._waiting = waiting = Waiting(self._participant.theme, self._host, at())
        waiting.given_up.connect(self.close)
        editing.progressed.connect(waiting.show_progress)
        waiting.open()
        editing.when_ready(lambda desk: show(desk) if self._waiting is waiting else None)

    def do(
        self,
        make: "Callable[[LibraryDesk], Step]",
        done: "Callable[[Step], None] | None" = None,
    ) -> None:
        """Does what `make` gives at once; why it cannot be is told in the status line."""
        editing = self._participant.editing()
        if not editing.may_change(self.again):
            return
        self.close()

        def step(desk: "LibraryDesk") -> None:
            found = self._tried(lambda: make(desk))
            if found is None:
                return

            def told() -> None:
                if found.target is not None:
                    self._participant.session.choose(found.target, How.GONE_TO, None)
                if found.told:
                    self._participant.signals.said.emit(found.told)
                if done is not None:
                    done(found)

            editing.change(
                found.kind, lambda _desk: found.changes, self, done=told, became=found.became
            )

        editing.when_ready(step)

    def _tried(self, make: Callable[[], _T]) -> _T | None:
        """None where it cannot be, which is told."""
        from counterpoint.application.editing.asking.fields import NotYet
        from counterpoint.application.editing.told import REFUSALS, why_not

        try:
            return make()
        except NotYet as error:
            self._participant.signals.said.emit(str(error))
        except REFUSALS as error:
            self._participant.signals.said.emit(why_not(error))
        return None

    def _on_theme(self) -> None:
        """Once what it stands over is of the new size."""
        if self.panel is not None:
            QTimer.singleShot(0, self, self._look_again)

    def _look_again(self) -> None:
        if self.panel is not None:
            self.panel.look()

    def follow(self) -> None:
        """What it stands over may be elsewhere."""
        if self.panel is not None:
            self.panel.fit()

    def _open(
        self, asked: "Asked", at: Callable[[], Placed], beyond: Callable[[int], None] | None
    ) -> None:
        from .panel import Panel

        self.close()
        self._beyond = beyond
        editing = self._participant.editing()
        self.panel = panel = Panel(self._participant.theme, asked, self._host, at)
        self._base = asked, panel.values()
        self._drafts, back, self._clashed, self._was_kept = {}, False, False, False
        for row in panel.rows:
            if draft := editing.draft(f"{asked.what}/{row.asked.name}"):
                panel.fill(row.asked.name, draft)
                self._drafts[row.asked.name] = draft
                back = True
        panel.edited.connect(self._on_edited)
        panel.rest.connect(self._check)
        panel.kept.connect(self.keep)
        panel.given_up.connect(self.give_up)
        panel.went_on.connect(self._on_went_on)
        panel.left.connect(self._on_left)
        panel.open()
        if back:
            self._participant.signals.said.emit(words.came_back())

    def _on_edited(self) -> None:
        """Whatever is another than it was is kept, not only words."""
        from counterpoint.application.editing.asking.kept import as_kept

        if self.panel is None or self._base is None:
            return
        editing, now, opened = self._participant.editing(), self.panel.values(), self._base[1]
        fields = {row.asked.name: row.asked for row in self.panel.rows}
        names = list(fields)
        same = {name for name in names if now.of(name) == opened.of(name)}
        if self.panel.asked.is_new and len(same) < len(names):
            same = {name for name in same if not now.of(name)}
        for name in names:
            what, kept = f"{self.panel.asked.what}/{name}", as_kept(fields[name], now.of(name))
            if name in same:
                if self._drafts.pop(name, None) is not None:
                    editing.settle(what)
            elif kept != self._drafts.get(name):
                self._drafts[name] = kept
                editing.type(what, kept)

    def _on_changed(self, by: object) -> None:
        """Others may have deleted what the panel is about."""
        panel, editing = self.panel, self._participant.editing()
        if panel is not None and by is not self and editing.desk is not None:
            editing.when_ready(lambda desk: self._look(desk, panel))

    def _look(self, desk: "LibraryDesk", panel: "Panel") -> None:
        from counterpoint.application.editing.asking.fields import NotYet
        from counterpoint.application.editing.told import REFUSALS

        if panel is not self.panel or self._make is None:
            return
        try:
            self._make(desk)
        except (KeyError, IndexError):
            panel.set_gone(True)
        except (NotYet, *REFUSALS):
            return  # it is there, and it is told when it is kept
        else:
            panel.set_gone(False)

    def _check(self) -> None:
        from counterpoint.application.editing.asking.checked import told_of

        panel, desk = self.panel, self._participant.editing().desk
        if panel is not None and desk is not None and not panel.is_gone:
            opened = None if self._base is None or self._was_kept else self._base[1]
            panel.tell(told_of(desk, panel.asked, panel.values(), opened))

    def keep(self) -> None:
        """What stands in the panel becomes a step; where it cannot, that is said in it."""
        self._clashed = False
        self._keep_unless_clashed(None)

    def _keep_unless_clashed(self, then: Callable[[], None] | None, *, leads: bool = True) -> None:
        """`leads`: where it cannot be kept for one of its fields, the focus goes there."""
        panel, editing = self.panel, self._participant.editing()
        if panel is None or editing.desk is None or self._clashed:
            return
        editing.look()  # so that what others just did is met here, and not in the file
        editing.when_ready(lambda desk: self._keep(desk, panel, then, leads=leads))

    def _keep(
        self,
        desk: "LibraryDesk",
        panel: "Panel",
        then: Callable[[], None] | None,
        *,
        leads: bool,
    ) -> None:
        from counterpoint.application.editing.asking.checked import tried
        from counterpoint.application.editing.asking.fields import NotYet
        from counterpoint.application.editing.asking.meeting import met
        from counterpoint.application.editing.told import REFUSALS, why_not

        make, base = self._make, self._base
        if panel is not self.panel or make is None or base is None:
            return
        if panel.is_gone:
            self._make_anew(desk, panel)
            return
        try:
            now = make(desk)
        except NotYet as error:
            panel.tell((str(error),))
            return
        except (KeyError, IndexError):
            panel.set_gone(True)
            return
        except REFUSALS as error:
            panel.tell((why_not(error),))
            return
        values, clash = met(*base, now, panel.values())
        if clash:
            self._base = now, base[1]  # kept again, it is meant so
            self._clashed = True
            panel.refuse((clash,))
            return
        panel.refuse(())
        self._was_kept = True
        step, why, name, _ = tried(desk, now, values)
        if step is None:
            panel.tell((why,))
            if leads:
                panel.lead_to(name, why)
            return
        self._do(panel, step, then)

    def _make_anew(self, desk: "LibraryDesk", panel: "Panel") -> None:
        from counterpoint.application.editing.asking.checked import tried

        if panel.asked.anew is None:
            return
        anew = panel.asked._replace(step=panel.asked.anew)
        step, why, name, _ = tried(desk, anew, panel.values())
        if step is None:
            panel.tell((why,))
            panel.lead_to(name, why)
        else:
            self._do(panel, step, None)

    def _do(self, panel: "Panel", step: "Step", then: Callable[[], None] | None) -> None:
        editing = self._participant.editing()

        def done() -> None:
            for row in panel.rows:
                what = f"{panel.asked.what}/{row.asked.name}"
                editing.settle_when_written(what, step.changes)
            self.close()
            if step.target is not None:
                self._participant.session.choose(step.target, How.GONE_TO, None)
            if step.told:
                self._participant.signals.said.emit(step.told)
            if then is not None:
                then()

        changes, became = step.changes, step.became
        editing.change(
            step.kind,
            lambda _desk: changes,
            self,
            lambda why: panel.refuse((why,)),
            done,
            became,
        )

    def give_up(self) -> None:
        """Nothing is changed. What was typed for what is gone is kept as a draft."""
        if self.panel is not None and self.panel.is_gone and self._drafts:
            for name, kept in self._drafts.items():
                self._participant.editing().put_aside(f"{self.panel.asked.what}/{name}", kept)
            self._participant.signals.said.emit(words.kept_as_draft())
        else:
            self._settle()
        self.close()

    def close(self) -> None:
        """The focus goes back, if it was in the panel."""
        for gone in (self.panel, self._waiting):
            if gone is not None:
                focus = QApplication.focusWidget()
                had = focus is not None and (gone is focus or gone.isAncestorOf(focus))
                self.panel = self._waiting = None
                gone.hide()
                gone.deleteLater()
                if had:
                    self._back()

    def _on_library(self, _by: object) -> None:
        """Where it could not be read for changing, nothing is waited for."""
        if self._waiting is not None and self._participant.editing().desk is None:
            self.close()
        self._on_changed(_by)

    def _settle(self) -> None:
        if self.panel is not None:
            for row in self.panel.rows:
                self._participant.editing().settle(f"{self.panel.asked.what}/{row.asked.name}")

    def _on_went_on(self, by: int) -> None:
        beyond = self._beyond
        if self.panel is not None and self.panel.is_gone:
            return
        self._keep_unless_clashed((lambda: beyond(by)) if beyond is not None else None)

    def _on_left(self) -> None:
        """A click elsewhere keeps, once it has done what it does; what cannot be kept stays. What
        is gone is made anew only by who says so."""
        if self.panel is not None and not self.panel.is_gone:
            QTimer.singleShot(0, self, lambda: self._keep_unless_clashed(None, leads=False))
