"""One session: every change is told once, with who made it, and holds what all need of it."""

import pytest

from counterpoint.application.library.arrangement import Arrangement
from counterpoint.application.library.navigator import Navigator
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.session import (
    Change,
    How,
    Part,
    Reading,
    Selection,
    Session,
    Writing,
)
from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind
from counterpoint.domain.span import Span
from tests.library_on_disk import LibraryOnDisk
from tests.pseudo_translation import pseudo_translated

CLAIM = Target(TargetKind.CLAIM, "talk", "channels", "go-on")
GONE = Target(TargetKind.CLAIM, "talk", "channels", "never-was")
ME = object()


class Heard:
    """A session on the small library, all that it tells, and all that is said of it."""

    def __init__(self, library: OpenedLibrary) -> None:
        self.session = Session()
        self.library = library
        self.session.show_library(library, Arrangement.first(library.contents.approaches))
        self.changes: list[Change] = []
        self.said: list[str] = []
        self.session.subscribe(self.changes.append)
        self.navigator = Navigator(self.session, self.said.append)

    @property
    def parts(self) -> list[Part]:
        return [change.part for change in self.changes]


@pytest.fixture
def heard(disk: LibraryOnDisk) -> Heard:
    return Heard(OpenedLibrary.open(disk.folder, None))


NOWHERE = [
    GONE,
    Target(TargetKind.CLAIM, "gone", "channels", "go-on"),
    Target(TargetKind.CLAIM, "talk", "gone", "go-on"),
    Target(TargetKind.POSITION, "gone", "channels"),
    Target(TargetKind.POSITION, "talk", "gone"),
    Target(TargetKind.APPROACH, "gone"),
    Target(TargetKind.EVIDENCE, evidence="gone"),
    Target(TargetKind.SOURCE, source="gone"),
    Target(TargetKind.PASSAGE, source="gone", span=Span(0, 4)),
]
"""What notes may be on that the library no longer has."""


def first_key(heard: Heard) -> str:
    return next(placed.evidence.key for placed in heard.library.placed(["talk"]))


def test_a_change_is_told_with_who_made_it(heard: Heard) -> None:
    heard.session.choose(CLAIM, How.WALKED_TO, ME)
    heard.session.arrange(heard.session.arrangement.hide("firm"), ME)

    assert heard.changes == [Change(Part.SELECTION, ME), Change(Part.ARRANGEMENT, ME)]
    assert heard.session.target == CLAIM
    assert heard.session.arrangement.columns == ("talk",)


def test_what_stays_as_it_is_is_not_told(heard: Heard) -> None:
    heard.session.arrange(heard.session.arrangement, ME)
    heard.session.show_view("compare", ME)

    assert heard.parts == [Part.FOCUS]


def test_another_view_is_told_and_then_gets_the_focus(heard: Heard) -> None:
    heard.session.show_view("notes", ME)

    assert heard.changes == [Change(Part.VIEW, ME), Change(Part.FOCUS, ME)]


def test_a_claim_that_is_chosen_leads_to_its_first_evidence(heard: Heard) -> None:
    heard.session.choose(CLAIM)

    assert heard.session.selection.leads_to is not None
    assert heard.session.selection.leads_to.evidence.key == first_key(heard)
    assert heard.session.selection.quote == ""


def test_evidence_that_is_chosen_has_its_words(heard: Heard) -> None:
    placed = heard.library.find(first_key(heard))
    heard.session.choose(placed.target)

    words = placed.evidence.quotation.words
    assert heard.session.selection == Selection(placed.target, words, placed, How.NAMED)


def test_what_was_chosen_stays_so_when_the_library_is_read_again(
    heard: Heard, disk: LibraryOnDisk
) -> None:
    heard.session.choose(CLAIM)
    again = OpenedLibrary.open(disk.folder, None)
    heard.session.show_library(again, heard.session.arrangement)
    assert heard.session.target == CLAIM

    disk.replace("options/talk.yaml", "id: go-on", "id: other")
    heard.session.show_library(OpenedLibrary.open(disk.folder, None), heard.session.arrangement)
    assert heard.session.target == WHOLE_COMPARISON


def test_going_to_a_claim_shows_it_and_its_passage(heard: Heard) -> None:
    heard.session.arrange(heard.session.arrangement.hide("talk"))
    heard.session.show_view("notes")
    heard.changes.clear()

    heard.navigator.go_to(CLAIM)

    assert heard.parts == [
        Part.ARRANGEMENT,
        Part.VIEW,
        Part.SELECTION,
        Part.FOCUS,
        Part.READING,
    ]
    assert heard.session.view == "compare"
    assert "talk" in heard.session.arrangement.columns
    assert heard.session.selection.how is How.GONE_TO
    assert heard.session.reading is not None
    assert heard.session.reading.evidence == heard.session.selection.leads_to
    assert heard.session.reading.aloud


def test_what_is_said_of_what_is_gone_is_translated(heard: Heard) -> None:
    with pseudo_translated():
        heard.navigator.go_to(GONE)

    (said,) = heard.said
    assert not said.startswith("This is")


def test_going_to_what_is_gone_says_so_and_changes_nothing(heard: Heard) -> None:
    heard.navigator.go_to(GONE)

    assert heard.said == ["This is no longer in the library; its note is kept."]
    assert heard.changes == []


def test_going_to_a_passage_reads_it_and_leaves_the_view(heard: Heard) -> None:
    passage = Target(TargetKind.PASSAGE, source="letter", span=Span(10, 20))
    heard.session.show_view("notes")
    heard.navigator.go_to(passage)

    assert heard.session.view == "notes"
    assert heard.session.reading == Reading("letter", span=Span(10, 20))
    assert heard.session.target == passage


def test_going_to_a_source_shows_its_page_and_opens_its_text_unasked(heard: Heard) -> None:
    source = Target(TargetKind.SOURCE, source="letter")
    heard.navigator.go_to(source)

    assert heard.session.view == "sources"
    assert heard.session.target == source
    assert heard.session.reading == Reading("letter", aloud=False)


def test_looking_at_a_thing_chooses_nothing(heard: Heard) -> None:
    heard.navigator.look_at(CLAIM)

    assert heard.parts == [Part.READING]
    assert heard.session.reading is not None
    assert not heard.session.reading.aloud
    assert heard.session.target == WHOLE_COMPARISON


def test_what_was_chosen_the_day_before_is_taken_up_without_a_jump(heard: Heard) -> None:
    heard.navigator.take_up(CLAIM)
    assert (heard.session.target, heard.session.reading) == (CLAIM, None)

    heard.navigator.take_up(GONE)
    assert heard.session.target == WHOLE_COMPARISON


def test_a_note_on_a_passage_has_its_words(heard: Heard) -> None:
    passage = Target(TargetKind.PASSAGE, source="letter", span=Span(0, 8))
    heard.navigator.note_on(passage, "A LETTER")

    assert heard.session.selection.quote == "A LETTER"
    assert heard.session.writing == Writing()
    assert heard.parts == [Part.SELECTION, Part.NOTE]


def test_a_jump_that_found_its_text_altered_is_resumed_once(
    heard: Heard, disk: LibraryOnDisk
) -> None:
    heard.navigator.jump(first_key(heard))
    assert heard.session.reading is not None
    heard.session.put_off(heard.session.reading)
    again = OpenedLibrary.open(disk.folder, None)
    heard.session.show_library(again, heard.session.arrangement)
    heard.session.read(Reading("letter", position=3, aloud=False))
    heard.changes.clear()

    heard.session.resume()

    assert heard.parts == [Part.READING]
    assert heard.session.reading.evidence == again.find(first_key(heard))
    heard.session.resume()
    assert heard.parts == [Part.READING]


def test_another_jump_takes_the_place_of_one_that_was_put_off(heard: Heard) -> None:
    heard.session.put_off(Reading("letter", heard.library.find(first_key(heard))))
    heard.navigator.open_source("letter")
    heard.changes.clear()

    heard.session.resume()

    assert heard.changes == []


@pytest.mark.parametrize("target", NOWHERE, ids=str)
def test_what_is_gone_can_still_be_chosen_for_its_note(heard: Heard, target: Target) -> None:
    heard.session.choose(target)
    heard.session.go("notes", target)

    assert heard.session.target == target
    assert heard.session.leads_to(target) is None
    assert target.kind is TargetKind.EVIDENCE or heard.session.title_of(target)
    heard.navigator.look_at(target)
    heard.navigator.note_on(target)
    heard.navigator.go_to(target)
    assert heard.said == ["This is no longer in the library; its note is kept."]
    heard.navigator.take_up(target)
    assert heard.session.target == WHOLE_COMPARISON
