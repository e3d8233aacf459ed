"""What one window is at: the library, how it is arranged, what is chosen and shown. Who wants to
follow subscribes; every change says who made it, so that they need not take it up again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, Any, NamedTuple

from counterpoint.application.history import History
from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind
from counterpoint.domain.span import Span

from .arrangement import Arrangement
from .edited import NOTHING_EDITED, Edited
from .opened_library import EvidenceInPlace, OpenedLibrary
from .page import Page

if TYPE_CHECKING:
    from counterpoint.application.notes.notebook import Notebook
    from counterpoint.domain.forms import PassageForm
    from counterpoint.domain.library import Reply
    from counterpoint.domain.problem import Problem


class Part(Enum):
    """What of a session has changed."""

    LIBRARY = auto()
    """Another library is shown, or the same one read again; its arrangement came with it."""
    EDITED = auto()
    """The library was changed: what of it is in the session's `edited`."""
    TOLD = auto()
    """What is wrong with the library's files is told otherwise."""
    ARRANGEMENT = auto()
    SELECTION = auto()
    VIEW = auto()
    PAGE = auto()
    """Another page of the comparison is open, or the one that is open is asked for again."""
    FOCUS = auto()
    """The view is to have the focus, whether or not it is another."""
    READING = auto()
    """Something is to be shown in the text that it stands in."""
    LINKING = auto()
    """Words of a source are to be linked to a claim."""
    ASKING = auto()
    """What a person asked for is to go on: elsewhere, or later."""
    SEEKING = auto()
    """What is like something is to be found."""
    NOTE = auto()
    """A note is to be shown, or written."""
    NOTES = auto()
    """The notes on the library are others now."""
    STALE = auto()
    """The library's files are not what was read; it has to be read again."""


class Change(NamedTuple):
    """What has changed, and whose doing that was: None for the session's own."""

    part: Part
    by: object


class How(Enum):
    """In which way something came to be chosen."""

    NAMED = auto()
    """It is what notes are on; the other panes stay where they are."""
    WALKED_TO = auto()
    """The cursor came to it, and may go on at once."""
    GONE_TO = auto()
    """It is to be seen wherever it is."""
    RESTORED = auto()
    """It was chosen the day before."""


class ReaderShows(StrEnum):
    """What is read of a source that came from a PDF."""

    TEXT = "text"
    PAGE = "page"
    BOTH = "both"


class Selection(NamedTuple):
    """What is chosen, found in the library once, for all who need more than its name."""

    target: Target = WHOLE_COMPARISON
    quote: str = ""
    """The words of the passage or the evidence, else ""."""
    leads_to: EvidenceInPlace | None = None
    """The evidence at which a reader stands for it: itself, or its claim's first piece."""
    how: How = How.NAMED


class Reading(NamedTuple):
    """What is asked to be shown in a source, in one of four ways: the passage of `evidence`, a
    `span`, the line at `position`, or the source as it was left. Code points."""

    source: str
    evidence: EvidenceInPlace | None = None
    span: Span | None = None
    position: int | None = None
    aloud: bool = True
    """False where the text only follows what is done elsewhere: it is not made visible."""

    @property
    def lost(self) -> bool:
        """Whether the passage of the evidence stands nowhere."""
        return self.evidence is not None and self.evidence.evidence.standing.span is None


class Writing(NamedTuple):
    """What is asked of the notebook."""

    note: str = ""
    """The id of the note to be shown; "" for that on what is chosen."""
    words: str = ""
    """What was typed elsewhere, and goes on in the note."""
    visible: bool = True
    """The notebook is to be made visible."""
    focus: bool = True
    """The caret is to be in the note."""


class Linking(NamedTuple):
    """A span of a source that is to be linked to a claim: in code points."""

    source: str
    span: Span
    at: Target
    """The cell or the claim that is meant."""
    others: "tuple[tuple[str, Span], ...]" = ()
    """Of these sources, to be linked to the same in the same step."""


class Seeking(NamedTuple):
    """What is like `target`, or like a note on it, is to be found."""

    target: Target
    note: str = ""
    """Its id."""


class Asking(NamedTuple):
    """What a person asked for somewhere, and what goes on in a copy of the library, or where they
    were typing when the program ended."""

    pane: str
    """Whose it is; that of the window itself is called so."""
    do: Callable[[Any], None]
    """Given what does such things there."""
    target: Target | None = None
    """What was chosen."""
    reply: "Reply | None" = None
    source: str = ""


def _nothing() -> None:
    """No text is seen."""


class Session:
    """All state that panes share. It knows none of them."""

    def __init__(self) -> None:
        self.library: OpenedLibrary | None = None
        self.edited = NOTHING_EDITED
        """What the last change of the library made another."""
        self.arrangement = Arrangement()
        self.selection = Selection()
        self.view = "compare"
        """The name of the pane that has the most room."""
        self.came_from = ""
        """The view from which one was led to the one that is seen, to mend something there, and to
        which one goes back; "" for none."""
        self.page: Page | None = None
        """What of the comparison was last opened as a page."""
        self.linked: Mapping[str, object] | None = None
        """What was chosen when a passage was linked last, as plain JSON: `LastLink` knows it."""
        self.copied: Target | None = None
        """The claim that was copied last, and can be put into another cell."""
        self.hand_over: Mapping[str, object] | None = None
        """What was last chosen for a paper that is handed over, as plain JSON."""
        self.reading: Reading | None = None
        """What was last asked to be shown in its text."""
        self.linking: Linking | None = None
        """What was last asked to be linked."""
        self.seeking: Seeking | None = None
        """Like what others were last to be found."""
        self.selected: Callable[[], PassageForm | None] = _nothing
        """The words that are selected in the text that is seen, as they are quoted."""
        self.asking: Asking | None = None
        """What was last asked to go on."""
        self.writing = Writing(visible=False, focus=False)
        self.notebook: Notebook | None = None
        """The notes on the library, once they are wanted."""
        self.reader_shows = ReaderShows.TEXT
        """What is read of sources that came from a PDF."""
        self.history = History()
        """What can be undone: of the notes, and of whatever else is changed."""
        self._put_off: Reading | None = None
        self._listeners: list[Callable[[Change], None]] = []

    def subscribe(self, listener: Callable[[Change], None]) -> None:
        """`listener` hears of every change, once it is made, in the order of subscribing."""
        self._listeners.append(listener)

    @property
    def target(self) -> Target:
        """What is chosen; the whole comparison where nothing is."""
        return self.selection.target

    def show_library(self, library: OpenedLibrary, arrangement: Arrangement) -> None:
        """Shows a library, arranged so, in place of the one before; what was chosen stays so if
        it is there."""
        self.library, self.arrangement = library, arrangement
        there = library.still_there(self.target)
        self.selection = self._selected(self.target if there else WHOLE_COMPARISON, How.NAMED)
        self._tell(Part.LIBRARY, None)

    def take_up(self, library: OpenedLibrary, edited: Edited, by: object = None) -> None:
        """The library is another by `edited`; how it is arranged stays, and what is chosen if it is
        there, else its cell or its approach is."""
        self.library, self.edited = library, edited
        if edited.frame:
            contents, was = library.contents, self.arrangement
            self.arrangement = Arrangement.from_dict(
                was.to_dict(), contents.approaches, contents.dimensions, contents.sources
            )
        selection = self.selection
        target = next(each for each in _outward(selection.target) if library.still_there(each))
        quote = selection.quote if target == selection.target else ""
        self.selection = self._selected(target, How.NAMED, quote)
        self._tell(Part.EDITED, by)
        if target != selection.target:
            self._tell(Part.SELECTION, by)

    def tell(self, problems: "tuple[Problem, ...]", remarks: "tuple[Problem, ...]") -> None:
        """What is wrong with the library's files, and what is remarked of them, after a change."""
        library = self.library
        if library is None:
            return
        told = library.contents
        if (told.problems, told.remarks) != (problems, remarks):
            self.library = library.with_told(problems, remarks)
            self._tell(Part.TOLD, None)

    def arrange(self, arrangement: Arrangement, by: object = None) -> None:
        if arrangement != self.arrangement:
            self.arrangement = arrangement
            self._tell(Part.ARRANGEMENT, by)

    def choose(
        self, target: Target, how: How = How.NAMED, by: object = None, *, quote: str = ""
    ) -> None:
        """Something is chosen: from now on it is what notes are on. `quote`: the words of a
        passage that the library does not quote."""
        self.selection = self._selected(target, how, quote)
        self._tell(Part.SELECTION, by)

    def show_view(self, view: str, by: object = None) -> None:
        """Another pane gets the most room; and the focus, even where it has that room already."""
        if view != self.view:
            self.view, self.came_from = view, ""
            self._tell(Part.VIEW, by)
        self.focus_view(by)

    def go(self, view: str, target: Target, by: object = None) -> None:
        """Something is to be seen in a view, and is what is chosen; so a view that comes to be
        shown does not choose something else first."""
        changed, self.view = view != self.view, view
        self.came_from = "" if changed else self.came_from
        self.selection = self._selected(target, How.GONE_TO)
        if changed:
            self._tell(Part.VIEW, by)
        self._tell(Part.SELECTION, by)
        self.focus_view(by)

    def open_page(self, page: Page, by: object = None) -> None:
        """A page is to be read from now on, wherever pages are shown."""
        self.page = page
        self._tell(Part.PAGE, by)

    def focus_view(self, by: object = None) -> None:
        self._tell(Part.FOCUS, by)

    def read(self, reading: Reading, by: object = None) -> None:
        """Something is to be shown in its text."""
        self.reading = reading
        if reading.position is None:  # else it only comes back to where it was
            self._put_off = None
        self._tell(Part.READING, by)

    def put_off(self, reading: Reading) -> None:
        """What could not be shown is to be shown once the library was read again."""
        self._put_off = reading

    def resume(self) -> None:
        """The library was read again: shows what was put off."""
        if self._put_off is not None and self.library is not None:
            evidence = self._put_off.evidence
            found = None if evidence is None else self.find(evidence.evidence.key)
            if found is not None:
                self.read(Reading(found.evidence.source, found, aloud=False))

    def call_stale(self, by: object = None) -> None:
        """Whoever finds that the library's files are not what was read says so here."""
        self._tell(Part.STALE, by)

    def link(self, linking: Linking, by: object = None) -> None:
        """Words of a source are to be linked, wherever sources are read."""
        self.linking = linking
        self._tell(Part.LINKING, by)

    def seek(self, seeking: Seeking, by: object = None) -> None:
        """What is like something is to be found, on the page of results."""
        self.show_view("search", by)
        self.seeking = seeking
        self._tell(Part.SEEKING, by)

    def ask(self, asking: Asking, by: object = None) -> None:
        """What a person asked for goes on."""
        self.asking = asking
        self._tell(Part.ASKING, by)

    def write(self, writing: Writing, by: object = None) -> None:
        """A note is to be shown, or written."""
        self.writing = writing
        self._tell(Part.NOTE, by)

    def change_notes(self, by: object = None) -> None:
        """Whoever changes the notes says so here."""
        self._tell(Part.NOTES, by)

    def find(self, key: str) -> EvidenceInPlace | None:
        """The evidence named `key`, if there is such in the library that is shown."""
        try:
            return None if self.library is None else self.library.find(key)
        except KeyError:
            return None

    def short_of(self, source: str) -> str:
        """The short name of a source, by its id; "" where there is none."""
        sources = () if self.library is None else self.library.contents.sources
        return next((each.short for each in sources if each.id == source), "")

    def named_source(self, source: str) -> str:
        """What tells a source from others, by its id: its title, and the file that it came from,
        as several may have the same; "" where there is none."""
        sources = () if self.library is None else self.library.contents.sources
        found = next((each for each in sources if each.id == source), None)
        return found.named if found is not None else ""

    def title_of(self, target: Target) -> str:
        """What to call a target, whether or not it is still there."""
        return "" if self.library is None else self.library.title_of(target)

    def leads_to(self, target: Target, source: str = "") -> EvidenceInPlace | None:
        """The evidence at which a reader stands for a target; in `source` if it can be, where
        that is given."""
        match target.kind:
            case TargetKind.EVIDENCE:
                return self.find(target.evidence)
            case TargetKind.CLAIM if self.library is not None:
                pieces = list(self._of_claim(self.library, target))
                there = [piece for piece in pieces if piece.evidence.source == source]
                return next(iter(there or pieces), None)
        return None

    def _of_claim(self, library: OpenedLibrary, target: Target) -> Iterable[EvidenceInPlace]:
        """None of what is gone from the library, on which a note may still be."""
        if not library.still_there(target):
            return
        approach = library.approach(target.approach)
        for claim in approach.position(target.dimension).claims:
            if claim.id == target.claim:
                for piece in claim.evidence:
                    yield EvidenceInPlace(approach.head, target.dimension, claim, piece)

    def _selected(self, target: Target, how: How, quote: str = "") -> Selection:
        leading = self.leads_to(target)
        if target.kind is TargetKind.EVIDENCE and leading is not None:
            quote = leading.evidence.quotation.words
        return Selection(target, quote, leading, how)

    def _tell(self, part: Part, by: object) -> None:
        for listener in tuple(self._listeners):
            listener(Change(part, by))


def _outward(target: Target) -> Iterator[Target]:
    """A target, and what it stands in, out to the whole comparison."""
    yield target
    if target.kind is TargetKind.EVIDENCE:
        yield Target(TargetKind.CLAIM, target.approach, target.dimension, target.claim)
    if target.approach and target.dimension:
        yield Target(TargetKind.POSITION, target.approach, target.dimension)
    if target.approach and target.kind is not TargetKind.PAIR:
        yield Target(TargetKind.APPROACH, target.approach)
    yield WHOLE_COMPARISON
