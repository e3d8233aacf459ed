"""Where a choice leads: what of a session changes when a person clicks on a claim, a note or a
source, or goes to it otherwise."""

from collections.abc import Callable

from counterpoint.domain.library import Passage
from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind
from counterpoint.labels.note import target_gone
from counterpoint.labels.reply import passage_not_placed

from .page import Page, page_of
from .session import How, Reading, Session, Writing


class Navigator:
    """Goes to things, by changing the session. `say` tells the person where that cannot be."""

    def __init__(self, session: Session, say: Callable[[str], None]) -> None:
        self._session = session
        self._say = say

    def go_to(self, target: Target) -> None:
        """Shows a thing wherever it is, and chooses it."""
        session, library = self._session, self._session.library
        if library is None or not library.still_there(target):
            self._say(target_gone())
            return
        match target.kind:
            case TargetKind.SOURCE:
                self.show_source(target.source)
                session.read(Reading(target.source, aloud=False))
            case TargetKind.PASSAGE:
                session.choose(target, How.GONE_TO)
                session.read(Reading(target.source, span=target.span))
            case TargetKind.QUESTION | TargetKind.PAIR:
                self.show_page(page_of(target))
            case _:
                self._go_in_comparison(target)
        leading = session.selection.leads_to
        if leading is not None:
            session.read(Reading(leading.evidence.source, leading))

    def _go_in_comparison(self, target: Target) -> None:
        session = self._session
        if target.approach:
            session.arrange(session.arrangement.show(target.approach))
        session.go("compare", target)

    def go_to_claim_of(self, key: str) -> None:
        """Shows a piece of evidence in the comparison; the text stays where it is."""
        placed = self._session.find(key)
        if placed is not None:
            self._go_in_comparison(placed.target)

    def take_up(self, target: Target) -> None:
        """Chooses `target` without jumping; what is not there any more is passed over."""
        library = self._session.library
        if library is None or not library.still_there(target):
            target = WHOLE_COMPARISON
        self._session.choose(target, How.RESTORED)

    def look_at(self, target: Target) -> None:
        """Shows the passage of a thing in its text, if that is visible; all else stays."""
        session, library = self._session, self._session.library
        if library is None or not library.still_there(target):
            return
        if target.kind is TargetKind.PASSAGE and target.span is not None:
            session.read(Reading(target.source, span=target.span, aloud=False))
        elif leading := session.leads_to(target):
            session.read(Reading(leading.evidence.source, leading, aloud=False))

    def jump(self, key: str) -> None:
        """Shows the passage of a piece of evidence in its text, which is made visible."""
        placed = self._session.find(key)
        if placed is not None:
            self._session.read(Reading(placed.evidence.source, placed))

    def open_source(self, source: str) -> None:
        """Shows the text of a source, from where it was left or the top."""
        self._session.read(Reading(source))

    def show_source(self, source: str) -> None:
        """The page of a source, or, for "", of the texts as a whole: notes are on it then."""
        self._session.go("sources", source_target(source))

    def show_page(self, page: Page) -> None:
        """A question, two approaches or the replies as a page: notes are on that then."""
        self._session.open_page(page)
        self._session.go("pages", page.target)

    def read_passage(self, passage: Passage) -> None:
        """Shows one of a reply's passages in its text; what is chosen stays so."""
        span = passage.standing.span
        if span is None:
            self._say(passage_not_placed())
            return
        self._session.read(Reading(passage.source, span=span))

    def note_on(self, target: Target, quote: str = "") -> None:
        """Chooses a thing, and puts the caret into its note."""
        self._session.choose(target, quote=quote)
        self._session.write(Writing())


def source_target(source: str) -> Target:
    """A source as what notes are on; for "" the comparison as a whole."""
    return Target(TargetKind.SOURCE, source=source) if source else WHOLE_COMPARISON
