"""A library as the material of a hand-over."""

from pathlib import Path

import pytest

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.report.material.gather import NoSuchThing, gather
from counterpoint.application.report.material.reading import read_material
from counterpoint.domain.approach import ClaimStanding
from counterpoint.storage.place import shipped_library
from tests.answered_library import ANSWER, with_answers
from tests.handed_over import gathered
from tests.library_on_disk import LibraryOnDisk


def test_every_passage_of_the_shipped_library_is_its_sources_word_for_word() -> None:
    folder = shipped_library()
    library = OpenedLibrary.open(folder, None)
    every = [head.id for head in library.contents.approaches]
    found, _ = read_material(folder, every)
    pieces = [
        piece.passage
        for cell in found.cells.values()
        for claim in cell.claims
        for piece in claim.evidence
    ]
    pieces += [passage for reply in found.replies for passage in (reply.by, reply.to)]

    assert len(pieces) > 450
    for passage in pieces:
        text = (folder / "corpus" / f"{passage.source}.txt").read_bytes().decode()
        assert passage.span is not None
        assert text[passage.span.start : passage.span.end] == passage.raw
        assert text[: passage.span.start].endswith(passage.before)
        assert text[passage.span.end :].startswith(passage.after)


def test_words_go_on_across_what_interrupts_a_page(disk: LibraryOnDisk) -> None:
    words = [
        piece.passage.words
        for cell in gathered(disk).cells.values()
        for claim in cell.claims
        for piece in claim.evidence
    ]

    assert "The debate ran over into the next page" in words
    assert "His critics called this unrealistic, and asked for firmness first." in words


def test_approaches_and_questions_come_by_any_name_in_the_order_wanted(
    disk: LibraryOnDisk,
) -> None:
    library = OpenedLibrary.open(disk.folder, None)
    found = gather(library, (), ["B", "Keep talking", "b"], ["Objections and risks"])

    assert [each.id for each in found.approaches] == ["firm", "talk"]
    assert [each.id for each in found.questions] == ["objections"]
    assert set(found.cells) == {("firm", "objections"), ("talk", "objections")}


@pytest.mark.parametrize(("approaches", "questions"), [(["C"], None), (None, ["C"])])
def test_a_name_that_nothing_has_is_told_with_those_that_there_are(
    disk: LibraryOnDisk, approaches: list[str] | None, questions: list[str] | None
) -> None:
    with pytest.raises(NoSuchThing, match=r"“C”; there are (firm|talk|channels)"):
        read_material(disk.folder, approaches, questions)


def test_a_source_that_is_altered_costs_its_quotations_their_places(disk: LibraryOnDisk) -> None:
    disk.replace("corpus/letter.txt", "Talks should go on. His", "Talks must go on. His")
    found, _ = read_material(Path(disk.folder))
    passage = found.cell("talk", "channels").claims[0].evidence[0].passage

    assert (passage.words, passage.span, passage.exact) == ("Talks should go on.", None, False)


def test_answers_come_with_what_they_hold_and_rest_on(disk: LibraryOnDisk) -> None:
    found = gathered(with_answers(disk))
    channels, objections = found.questions
    cell = found.cell("talk", "channels")

    assert [each.id for each in channels.answers] == ["talk", "silence"]
    assert (channels.of_anyone, objections.of_anyone) == (False, True)
    assert (cell.answer, cell.holds, cell.rests_on) == (ANSWER, ("talk",), ("go-on",))
    assert [claim.id for claim in cell.carrying()] == ["go-on"]
    assert [claim.standing for claim in cell.claims] == [ClaimStanding.OWN]
    critics = found.cell("talk", "objections").claims[0]
    assert critics.standing is ClaimStanding.OTHERS
    assert [(piece.stance, piece.inferred) for piece in critics.evidence] == [
        ("criticises", False),
        ("tells against", True),
    ]


def test_of_what_is_not_said_it_is_told_what_was_looked_for(disk: LibraryOnDisk) -> None:
    with_answers(disk).replace(
        "options/talk.yaml",
        f"    answer: {ANSWER}\n    holds: [talk]\n    rests_on: [go-on]\n",
        "    looked_for: who talks to whom\n",
    )

    assert gathered(disk).cell("talk", "channels").why == "who talks to whom"


def test_replies_say_whether_the_later_text_takes_up_the_earlier() -> None:
    found, _ = read_material(shipped_library())

    assert {reply.inferred for reply in found.replies} == {True, False}
    assert all(reply.why for reply in found.replies if reply.inferred)
