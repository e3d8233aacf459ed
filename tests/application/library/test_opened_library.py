"""The library that a window shows: texts that change under it, targets that are gone, titles."""

from pathlib import Path

import pytest

from counterpoint.application.library.opened_library import KEPT_TEXTS, OpenedLibrary, SourceAltered
from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind
from counterpoint.domain.span import Span
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.library_cache import cache_file
from tests.kept_cache import rewrite
from tests.library_on_disk import LETTER, LETTER_YAML, LibraryOnDisk
from tests.report_library import FOURTH, OVER, report_library

CLAIM = Target(TargetKind.CLAIM, "talk", "channels", "go-on")


@pytest.fixture
def library(disk: LibraryOnDisk) -> OpenedLibrary:
    return OpenedLibrary.open(disk.folder, None)


def evidence(library: OpenedLibrary) -> Target:
    return next(placed.target for placed in library.placed(["talk"]))


def test_the_cache_gives_what_the_files_gave(disk: LibraryOnDisk, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert OpenedLibrary.from_cache(disk.folder, cache) is None
    read = OpenedLibrary.open(disk.folder, cache)

    kept = OpenedLibrary.from_cache(disk.folder, cache)

    assert kept is not None
    assert kept.contents == read.contents
    assert [kept.approach(id) for id in ("talk", "firm")] == [
        read.approach(id) for id in ("talk", "firm")
    ]


def test_a_cache_is_not_used_once_a_file_has_changed(disk: LibraryOnDisk, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    OpenedLibrary.open(disk.folder, cache)
    disk.replace("options/talk.yaml", "Keep talking", "Keep on")

    assert OpenedLibrary.from_cache(disk.folder, cache) is None


@pytest.mark.parametrize("line", [b"", b"[]", b"{", b'["Option", 7]'])
def test_a_damaged_approach_in_the_cache_is_read_from_its_file(
    disk: LibraryOnDisk, tmp_path: Path, line: bytes
) -> None:
    cache = tmp_path / "cache"
    read = OpenedLibrary.open(disk.folder, cache)
    rewrite(cache_file(cache, disk.folder), lambda lines: [*lines[:-2], line, line])

    kept = OpenedLibrary.from_cache(disk.folder, cache)

    assert kept is not None
    assert kept.approach("talk") == read.approach("talk")
    assert kept.approach("firm") == read.approach("firm")


def test_no_library_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no such folder"):
        OpenedLibrary.from_cache(tmp_path / "none", tmp_path / "cache")
    with pytest.raises(Unreadable, match="corpus/: no part"):
        OpenedLibrary.open(tmp_path, None)


def test_what_is_not_there_is_a_key_error(library: OpenedLibrary) -> None:
    for ask in (library.approach, library.text, library.find):
        with pytest.raises(KeyError):
            ask("none")


def test_a_text_is_read_once_and_again_when_its_file_was_touched(
    library: OpenedLibrary, disk: LibraryOnDisk
) -> None:
    text = library.text("letter")
    assert text.text == LETTER
    assert library.text("letter") is text

    disk.write("corpus/letter.txt", LETTER + " ")
    with pytest.raises(SourceAltered):
        library.text("letter")
    disk.path("corpus/letter.txt").unlink()
    with pytest.raises(Unreadable, match="not there"):
        library.text("letter")
    disk.write("corpus/letter.txt", LETTER)
    assert library.text("letter") == text


def test_only_the_last_texts_are_kept_in_memory(disk: LibraryOnDisk) -> None:
    for number in range(KEPT_TEXTS):
        disk.write(f"corpus/more-{number}.txt", LETTER)
        disk.write(f"corpus/more-{number}.yaml", LETTER_YAML)
    library = OpenedLibrary.open(disk.folder, None)
    first, second, *others = [source.id for source in library.contents.sources]
    kept = {source: library.text(source) for source in (first, second, *others[:-1])}

    assert library.text(first) is kept[first]
    last = library.text(others[-1])

    assert library.text(others[-1]) is last
    assert library.text(first) is kept[first]  # used since
    assert library.text(second) is not kept[second]
    assert library.text(second) == kept[second]


def test_verifying_finds_nothing_where_all_is_well(library: OpenedLibrary) -> None:
    assert library.verify() == ()


@pytest.mark.parametrize("how", ["altered", "removed", "not UTF-8"])
def test_verifying_names_the_source_that_is_not_what_it_was(
    library: OpenedLibrary, disk: LibraryOnDisk, how: str
) -> None:
    match how:
        case "altered":
            disk.write("corpus/letter.txt", LETTER.replace("Talks", "Walks"))
        case "removed":
            disk.path("corpus/letter.txt").unlink()
        case _:
            disk.path("corpus/letter.txt").write_bytes(b"\xff")

    assert library.verify() == ("letter",)


def test_what_a_note_is_on_may_be_gone(library: OpenedLibrary) -> None:
    there = [
        WHOLE_COMPARISON,
        Target(TargetKind.APPROACH, "talk"),
        Target(TargetKind.POSITION, "talk", "channels"),
        CLAIM,
        evidence(library),
        Target(TargetKind.SOURCE, source="letter"),
        Target(TargetKind.PASSAGE, source="letter", span=Span(3, 9)),
    ]
    gone = [
        Target(TargetKind.APPROACH, "none"),
        Target(TargetKind.POSITION, "none", "channels"),
        Target(TargetKind.POSITION, "talk", "none"),
        Target(TargetKind.CLAIM, "talk", "channels", "none"),
        Target(TargetKind.CLAIM, "talk", "none", "go-on"),
        Target(TargetKind.EVIDENCE, "talk", "channels", "go-on", "talk/go-on/none", "letter"),
        Target(TargetKind.EVIDENCE),
        Target(TargetKind.SOURCE, source="none"),
        Target(TargetKind.PASSAGE, source="none", span=Span(3, 9)),
    ]
    assert [target for target in there if not library.still_there(target)] == []
    assert [target for target in gone if library.still_there(target)] == []
    for target in there + gone:
        assert library.title_of(target) or target.kind is TargetKind.EVIDENCE


def test_titles(library: OpenedLibrary) -> None:
    assert library.title_of(WHOLE_COMPARISON) == "the whole comparison"
    assert library.title_of(Target(TargetKind.APPROACH, "talk")) == "Keep talking"
    assert library.title_of(Target(TargetKind.POSITION, "talk", "channels")) == "A · Channels"
    assert library.title_of(CLAIM) == "A · Channels · Talks should continue."
    assert library.title_of(evidence(library)) == "A · Channels · Letter\u00a0¶2"
    assert library.title_of(Target(TargetKind.SOURCE, source="letter")) == "Letter"
    passage = Target(TargetKind.PASSAGE, source="letter", span=Span(3, 9))
    assert library.title_of(passage) == "a passage in Letter"  # it stands in no paragraph


def test_a_passage_is_called_by_its_paragraphs(library: OpenedLibrary) -> None:
    text = library.text("letter").text
    first, second = text.index("The minister"), text.index("His critics")

    def called(start: int, end: int) -> str:
        span = Span(start, end)
        return library.title_of(Target(TargetKind.PASSAGE, source="letter", span=span))

    assert called(first, first + 12) == "Letter\u00a0¶1"
    assert called(first, second + 11) == "Letter\u00a0¶1–¶2"
    assert library.title_of(Target(TargetKind.PASSAGE, source="letter")) == "a passage in Letter"
    gone = Target(TargetKind.PASSAGE, source="none", span=Span(3, 9))
    assert library.title_of(gone) == "a passage in none"


def test_a_passage_is_called_by_its_pages_where_its_source_has_them(tmp_path: Path) -> None:
    library = OpenedLibrary.open(report_library(tmp_path), None)
    text = library.text("report").text
    over, last = text.index(OVER), text.index(FOURTH)
    passages = [Span(over, over + len(OVER)), Span(last, last + len(FOURTH))]
    targets = [Target(TargetKind.PASSAGE, source="report", span=span) for span in passages]
    called = [library.title_of(target).replace("\u00a0", " ") for target in targets]
    assert called == ["report pp. iv–v", "report p. vii"]


def test_every_piece_of_evidence_is_found_by_its_key(library: OpenedLibrary) -> None:
    placed = list(library.placed(["talk", "firm"]))

    assert len(placed) == 4
    assert [library.find(each.evidence.key) for each in placed] == placed


def test_a_passage_without_a_place_answers_nothing(library: OpenedLibrary) -> None:
    assert library.replies_at("letter", None) == ()
    assert library.replies_at("letter", Span(0, 5)) == ()
