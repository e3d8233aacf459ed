"""What a passage can be linked to is found by parts of its words, the likeliest first."""

import pytest

from counterpoint.application.editing.link_choices import Choice, ChoiceKind, LinkChoices
from counterpoint.domain.editing.link_to import LinkTo
from counterpoint.storage.library.library_folder import read_library
from tests.library_on_disk import LibraryOnDisk

CLAIM, NEW_CLAIM = ChoiceKind.CLAIM, ChoiceKind.NEW_CLAIM
NEW_APPROACH, NEW_QUESTION = ChoiceKind.NEW_APPROACH, ChoiceKind.NEW_QUESTION


@pytest.fixture
def choices(disk: LibraryOnDisk) -> LinkChoices:
    library = read_library(disk.folder)
    made = LinkChoices()
    made.renew(library.contents.dimensions, library.approaches)
    return made


def brief(found: list[Choice]) -> list[tuple[ChoiceKind, str]]:
    return [(each.kind, "/".join(part for part in each.to if part)) for each in found]


def test_without_words_all_cells_and_claims_are_there(choices: LinkChoices) -> None:
    assert brief(choices.find("", LinkTo())) == [
        (CLAIM, "talk/channels/go-on"),
        (NEW_CLAIM, "talk/channels"),
        (CLAIM, "talk/objections/not-real"),
        (NEW_CLAIM, "talk/objections"),
        (NEW_CLAIM, "firm/channels"),
        (CLAIM, "firm/objections/firm"),
        (NEW_CLAIM, "firm/objections"),
    ]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("unreal", (CLAIM, "talk/objections/not-real")),
        ("UNREAL crit", (CLAIM, "talk/objections/not-real")),
        ("crit firmness risk", (CLAIM, "firm/objections/firm")),
        ("b chan", (NEW_CLAIM, "firm/channels")),
        ("keep talking objections", (CLAIM, "talk/objections/not-real")),
    ],
)
def test_each_word_begins_one_of_its_own(
    choices: LinkChoices, query: str, first: tuple[ChoiceKind, str]
) -> None:
    assert brief(choices.find(query, LinkTo()))[0] == first


def test_the_letter_of_an_approach_comes_before_words_that_begin_with_it(
    disk: LibraryOnDisk,
) -> None:
    library = read_library(disk.folder)
    choices = LinkChoices()
    choices.renew(library.contents.dimensions, library.approaches[::-1])

    found = [each.to.approach for each in choices.find("a", LinkTo())]

    assert found == ["talk"] * 4 + ["firm"] * 2, "it begins “and” and “ask” there"


def test_what_was_linked_to_last_comes_first(choices: LinkChoices) -> None:
    last = LinkTo("firm", "objections", "firm")
    assert brief(choices.find("", LinkTo(), [last]))[:2] == [
        (CLAIM, "firm/objections/firm"),
        (NEW_CLAIM, "firm/objections"),
    ]


def test_what_would_be_new_comes_last_and_only_where_there_is_no_such(choices: LinkChoices) -> None:
    assert brief(choices.find("Détente first", LinkTo())) == [
        (NEW_APPROACH, "Détente first"),
        (NEW_QUESTION, "Détente first"),
    ]
    assert brief(choices.find("D", LinkTo())) == []
    assert brief(choices.find("Dé", LinkTo())) == [(NEW_APPROACH, "Dé"), (NEW_QUESTION, "Dé")]
    kinds = [each.kind for each in choices.find("keep  TALKING", LinkTo())]
    assert kinds[-1] is NEW_QUESTION
    assert NEW_APPROACH not in kinds


@pytest.mark.parametrize(
    ("meant", "claims"),
    [
        (LinkTo("firm", "channels"), ["firm/channels"]),
        (LinkTo("talk", "channels", "go-on"), ["talk/channels"]),
        (LinkTo("firm"), ["firm/channels", "firm/objections"]),
        (LinkTo(dimension="channels"), ["talk/channels", "firm/channels"]),
    ],
)
def test_words_that_nothing_has_are_a_claim_where_one_is_and_only_then_an_approach(
    choices: LinkChoices, meant: LinkTo, claims: list[str]
) -> None:
    found = choices.find("Détente first", LinkTo(), [meant, meant._replace(claim="")])
    new = [(NEW_CLAIM, claim) for claim in claims]
    assert brief(found) == [
        *new,
        (NEW_APPROACH, "Détente first"),
        (NEW_QUESTION, "Détente first"),
    ]
    assert {each.words for each in found[: len(new)]} == {"Détente first"}


def test_a_claim_or_a_cell_that_has_the_words_comes_before_one_that_would_say_them(
    choices: LinkChoices,
) -> None:
    found = choices.find("talk chan", LinkTo(), [LinkTo("talk", "channels")])
    assert brief(found)[:2] == [(CLAIM, "talk/channels/go-on"), (NEW_CLAIM, "talk/channels")]
    assert [each.words for each in found if each.kind is NEW_CLAIM] == [""]


def test_what_is_of_the_approach_that_is_meant_comes_first(choices: LinkChoices) -> None:
    assert {each.to.approach for each in choices.find("", LinkTo(), [LinkTo("firm")])[:3]} == {
        "firm"
    }


def test_a_new_approach_asks_for_its_question_and_a_new_question_for_its_approach(
    choices: LinkChoices,
) -> None:
    new = LinkTo(new_approach="Détente")
    assert brief(choices.find("", new)) == [
        (ChoiceKind.QUESTION, "channels/Détente"),
        (ChoiceKind.QUESTION, "objections/Détente"),
    ]
    (both,) = choices.find("Who pays?", new)
    assert both.to == LinkTo(new_approach="Détente", new_question="Who pays?")
    assert both.to.has_cell
    asked = LinkTo(new_question="Who pays?")
    assert brief(choices.find("firm", asked)) == [
        (ChoiceKind.APPROACH, "firm/Who pays?"),
        (NEW_APPROACH, "firm/Who pays?"),
    ]
    assert choices.find("", LinkTo("firm", "channels")) == []
