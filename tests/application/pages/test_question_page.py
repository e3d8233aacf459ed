"""One question as a page: whose words stand for an answer, what speaks against it, who replies."""

import pytest

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.pages.question_page import ApproachAnswer, question_page
from counterpoint.domain.approach import CellState, Link
from counterpoint.storage.place import shipped_library
from tests.answered_library import ANSWER, with_answers
from tests.library_on_disk import LibraryOnDisk

REPLY = """\
replies:
  - kind: rebuts
    by: {source: letter, quote: The debate ran over into the next page, voice: [the minister]}
    to: {source: letter, quote: His critics called this unrealistic, voice: [its critics]}
    why: It went on.
"""


@pytest.fixture
def library(disk: LibraryOnDisk) -> OpenedLibrary:
    return OpenedLibrary.open(with_answers(disk).folder, None)


def answer(library: OpenedLibrary, dimension: str, approach: str) -> ApproachAnswer:
    (found,) = question_page(library, dimension, [approach]).answers
    return found


def test_an_answer_comes_with_what_it_holds_and_the_holders_best_words(
    library: OpenedLibrary,
) -> None:
    found = answer(library, "channels", "talk")

    assert found.position.answer == ANSWER
    assert [each.name for each in found.held] == ["First answer"]
    assert found.best is not None
    assert found.best.quotation.words == "Talks should go on."
    assert (found.objection, found.reply, found.more_objections) == (None, None, 0)


def test_a_cell_that_is_not_said_has_no_words(library: OpenedLibrary) -> None:
    found = answer(library, "channels", "firm")

    assert found.position.state is CellState.NOT_SAID
    assert (found.held, found.best, found.objection) == ((), None, None)


def test_only_what_criticises_directly_is_an_objection(library: OpenedLibrary) -> None:
    found = answer(library, "objections", "talk")

    assert found.objection is not None
    assert found.objection.quotation.words.startswith("His critics called this unrealistic")
    assert found.objection.link is Link.DIRECT
    assert found.more_objections == 0


def test_the_reply_is_that_to_the_objection(disk: LibraryOnDisk) -> None:
    disk.write("options/replies.yaml", REPLY)
    library = OpenedLibrary.open(with_answers(disk).folder, None)

    reply = answer(library, "objections", "talk").reply

    assert reply is not None
    assert reply.by.quotation.words == "The debate ran over into the next page"
    assert answer(library, "channels", "talk").reply is None


REBUTTAL = """\
replies:
  - kind: rebuts
    by: {source: letter, quote: The debate ran over into the next page, voice: [the minister]}
    to: {source: letter, quote: Talks should go on, voice: [the ministry, the minister]}
    why: It went on.
"""


@pytest.mark.parametrize(
    ("written", "stands"),
    [
        (REBUTTAL, True),
        (REBUTTAL.replace("kind: rebuts", "kind: supports"), False),
        (REBUTTAL.replace("    why:", "    link: inferred\n    why:"), False),
    ],
)
def test_a_direct_rebuttal_of_the_words_shown_is_the_objection(
    disk: LibraryOnDisk, written: str, *, stands: bool
) -> None:
    disk.write("options/replies.yaml", written)
    library = OpenedLibrary.open(with_answers(disk).folder, None)

    found = answer(library, "channels", "talk")
    assert (found.rebuttal is not None) is stands
    assert (found.objection, found.more_objections) == (None, 0)


def test_where_anyone_is_asked_what_rebuts_the_objection_is_its_reply(disk: LibraryOnDisk) -> None:
    disk.write("options/replies.yaml", REPLY)
    library = OpenedLibrary.open(with_answers(disk).folder, None)

    found = answer(library, "objections", "talk")
    assert found.rebuttal is None
    assert found.reply is not None


def test_the_same_words_are_no_second_objection() -> None:
    library = OpenedLibrary.open(shipped_library(), None)
    every = [head.id for head in library.contents.approaches]
    for dimension in library.contents.dimensions:
        for found in question_page(library, dimension.id, every).answers:
            assert found.objection is None or found.rebuttal is None


def test_approaches_come_in_the_order_asked_for_beside_the_next_question(
    library: OpenedLibrary,
) -> None:
    page = question_page(library, "objections", ["firm", "talk"])

    assert [each.head.id for each in page.answers] == ["firm", "talk"]
    assert (page.before, page.after) == ("channels", "")
    assert [ids for _, ids in page.holders.held] == [("talk",), ("firm",)]


@pytest.mark.parametrize(("dimension", "approach"), [("x", "talk"), ("channels", "x")])
def test_what_is_not_there_is_told(library: OpenedLibrary, dimension: str, approach: str) -> None:
    with pytest.raises(KeyError):
        question_page(library, dimension, [approach])


def test_every_answer_of_the_shipped_library_has_words_of_its_own() -> None:
    library = OpenedLibrary.open(shipped_library(), None)
    every = [head.id for head in library.contents.approaches]
    for dimension in library.contents.dimensions:
        for found in question_page(library, dimension.id, every).answers:
            answered = found.position.state is CellState.ANSWERED
            assert (found.best is not None) is answered
            if found.best is not None:
                claims = {c.id: c for c in found.position.claims}
                carrying = [claims[id] for id in found.position.rests_on]
                assert any(found.best in claim.evidence for claim in carrying)
                assert found.best.link is Link.DIRECT
