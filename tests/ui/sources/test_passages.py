"""Which passages each source holds."""

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.ui.sources.passages import PassagesBySource
from tests.library_on_disk import FIRM, LibraryOnDisk


def read_all(by_source: PassagesBySource) -> None:
    while by_source.read_next():
        pass


def test_nothing_is_read_that_was_not_asked_for(library: OpenedLibrary) -> None:
    by_source = PassagesBySource(library)
    assert not by_source.read_next()
    by_source.ask(["firm"])
    read_all(by_source)
    assert [group.approach.id for group in by_source.groups("letter", ["talk", "firm"])] == ["firm"]


def test_passages_stand_in_the_order_of_the_text(disk: LibraryOnDisk) -> None:
    earlier = (
        "      - {id: two, text: Talks go on., kind: fact, evidence: [{source: letter, "
        "quote: Talks should go on., stance: criticises, voice: [the letter]}]}\n"
    )
    disk.write("options/firm.yaml", FIRM.replace("note: 2008", 'note: "2008"') + earlier)
    by_source = PassagesBySource(OpenedLibrary.open(disk.folder, None))
    by_source.ask(["firm"])
    read_all(by_source)
    (group,) = by_source.groups("letter", ["firm"])
    assert [one.first.evidence.quotation.words for one in group.passages] == [
        "Talks should go on.",
        "asked for firmness first",
    ]
    assert group.claims == 2


def test_a_passage_that_is_lost_comes_last(disk: LibraryOnDisk) -> None:
    lost = FIRM.replace("note: 2008", 'note: "2008"').replace(
        "evidence: [",
        "evidence: [{source: letter, quote: Zyx qwv?, stance: describes, voice: [x]}, ",
    )
    disk.write("options/firm.yaml", lost)
    by_source = PassagesBySource(OpenedLibrary.open(disk.folder, None))
    by_source.ask(["firm"])
    read_all(by_source)
    (group,) = by_source.groups("letter", ["firm"])
    last = group.passages[-1].first.evidence
    assert (last.quotation.words, last.standing.span) == ("Zyx qwv?", None)


def test_approaches_stand_in_the_order_asked_for(library: OpenedLibrary) -> None:
    by_source = PassagesBySource(library)
    by_source.ask(["talk", "firm"])
    read_all(by_source)
    groups = by_source.groups("letter", ["firm", "talk"])
    assert [group.approach.id for group in groups] == ["firm", "talk"]
    assert by_source.groups("letter", []) == ()
    assert by_source.groups("elsewhere", ["firm"]) == ()


def test_the_same_words_for_two_claims_are_one_passage(disk: LibraryOnDisk) -> None:
    second = (
        "      - {id: two, text: They ask., kind: fact, evidence: [{source: letter, "
        "quote: asked for firmness first, stance: describes, voice: [the letter]}]}\n"
    )
    disk.write("options/firm.yaml", FIRM.replace("note: 2008", 'note: "2008"') + second)
    by_source = PassagesBySource(OpenedLibrary.open(disk.folder, None))
    by_source.ask(["firm"])
    read_all(by_source)
    (group,) = by_source.groups("letter", ["firm"])
    (passage,) = group.passages
    assert [piece.claim.id for piece in passage.pieces] == ["firm", "two"]
    assert group.claims == 2


def test_gaps_are_kept_of_what_was_read(library: OpenedLibrary) -> None:
    by_source = PassagesBySource(library)
    assert by_source.gaps("firm") == ()
    by_source.ask(["firm"])
    read_all(by_source)
    assert [gap.dimension for gap in by_source.gaps("firm")] == ["channels"]


def test_each_approach_is_read_once_and_unknown_ones_never(library: OpenedLibrary) -> None:
    by_source = PassagesBySource(library)
    by_source.ask(["firm", "gone", "firm"])
    assert by_source.waiting == 1
    read_all(by_source)
    by_source.ask(["firm"])
    assert by_source.waiting == 0
