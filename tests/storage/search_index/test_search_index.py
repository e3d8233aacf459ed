"""The index of a library's words, in a real folder."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from counterpoint.domain.search.narrowing import NO, YES, Chosen, Facet, Narrowing
from counterpoint.domain.search.query import Terms, read_query
from counterpoint.domain.search.rows import Row, RowKind, Unit
from counterpoint.domain.span import Span
from counterpoint.storage.search_index.index_schema import FORMAT
from counterpoint.storage.search_index.search_index import (
    FOLDER,
    IndexBusy,
    IndexUnusable,
    SearchIndex,
)

TEXTS = [
    "Sanctions on the energy sector should remain.",
    "The sanctioned firms asked for relief from the embargo.",
    "Non-proliferation talks go on; nonproliferation is a shared aim.",
    "Drug-\ntrafficking is a threat to all.",
    "Members of NATO met. The signatories were many.",
    "Café society, naïve hopes",
]


def passage(number: int, words: str, source: str = "letter", *, linked: bool = False) -> Row:
    span = Span(number * 100, number * 100 + len(words))
    id = f"{source}/{number}"
    row = Row(RowKind.PASSAGE, id, words, source, span, (0, 0))
    if not linked:
        return row
    return row._replace(linked=True, linked_by=("talk",), voices=("the minister",))


def letter() -> Unit:
    described = Row(
        RowKind.SOURCE,
        "letter",
        "A letter",
        "letter",
        named="A letter",
        author="Jane Doe",
        date="2008-10",
    )
    rows = [passage(number, words, linked=number == 1) for number, words in enumerate(TEXTS)]
    return Unit("corpus/letter", "1", (described, *rows))


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    """For who only asks it."""
    return made(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def index(tmp_path: Path) -> SearchIndex:
    return made(tmp_path)


def made(cache: Path) -> SearchIndex:
    index = SearchIndex.open(cache, "small")
    quotation = Row(
        RowKind.QUOTATION, "talk/a/1", "Sanctions should remain", "letter", Span(0, 5),
        approach="talk", stance="tells for", voice="the ministry\n\nthe minister",
        voices=("the minister",),
    )  # fmt: skip
    note = Row(RowKind.NOTE, "n", "Ask about relief", tags=("Brief",))
    named = Row(RowKind.APPROACH, "talk", "Keep talking", approach="talk", named="Keep talking")
    other = Unit("corpus/speech", "1", (
        Row(RowKind.SOURCE, "speech", "A speech", "speech", named="A speech", date="2017-02-03"),
        passage(0, "Relief was refused.", "speech"),
    ))  # fmt: skip
    with index.writing() as writing:
        for unit in (letter(), other, Unit("options/talk", "1", (named, quotation))):
            writing.put(unit)
        writing.put(Unit("notes/n", "1", (note,)))
    return index


def found(
    index: SearchIndex, typed: str, *, typing: bool = False, parts: bool = False
) -> list[str]:
    hits = index.search(read_query(typed, typing=typing).query, parts=parts).hits
    return [hit.row.id for hit in hits]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("energy", {"letter/0"}),
        ("ENERGY sector", {"letter/0"}),
        ("energy embargo", set[str]()),
        ("energy OR embargo", {"letter/0", "letter/1"}),
        ("relief NOT embargo", {"n", "speech/0"}),
        ('"relief from the embargo"', {"letter/1"}),
        ('"embargo relief"', set[str]()),
        ("embargo NEAR/3 relief", {"letter/1"}),
        ("embargo NEAR/1 relief", set[str]()),
        ("energ*", {"letter/0"}),
        ("energ", set[str]()),
        ("non-proliferation", {"letter/2"}),
        ("drug-trafficking", {"letter/3"}),
        ("drugtrafficking", {"letter/3"}),
        ("drug trafficking", {"letter/3"}),
        ("cafe naive", {"letter/5"}),
        ("source:letter relief", {"letter/1"}),
        ('source:"a speech" relief', {"speech/0"}),
        ("author:doe relief", {"letter/1"}),
        ("date:2017 relief", {"speech/0"}),
        ("date:2000..2010 relief", {"letter/1"}),
        ("date:2009.. relief", {"speech/0"}),
        ("date:nonsense relief", set[str]()),
        ('stance:"tells for"', {"talk/a/1"}),
        ("voice:minister", {"talk/a/1", "letter/1"}),
        ("approach:talk sanctions", {"talk/a/1", "letter/1"}),
        ('approach:"keep talking" sanctions', {"talk/a/1", "letter/1"}),
        ("tag:brief", {"n"}),
        ("tag:#Brief", {"n"}),
        ("kind:notes", {"n"}),
        ("linked:yes", {"letter/1"}),
        ("relief linked:no", {"speech/0"}),
    ],
)
def test_what_is_found(unchanged: SearchIndex, typed: str, ids: set[str]) -> None:
    assert set(found(unchanged, typed)) == ids


def test_nothing_of_the_index_itself_is_found(unchanged: SearchIndex) -> None:
    assert len(found(unchanged, "NOT zzz")) == 12
    assert "corpus/letter" not in found(unchanged, "NOT zzz")


def test_a_word_comes_before_its_forms(unchanged: SearchIndex) -> None:
    ids = found(unchanged, "sanctions")
    assert set(ids) == {"letter/0", "talk/a/1", "letter/1"}
    assert ids[-1] == "letter/1"


def test_whole_words_come_before_what_begins_so(index: SearchIndex) -> None:
    with index.writing() as writing:
        writing.put(Unit("corpus/x", "1", (passage(0, "A memb of it. " + "Much else. " * 9, "x"),)))
    assert found(index, "memb", typing=True) == ["x/0", "letter/4"]


def test_parts_of_words_are_found_where_the_word_is_not_there(unchanged: SearchIndex) -> None:
    assert found(unchanged, "liferat") == []
    assert found(unchanged, "liferat", parts=True) == ["letter/2"]
    assert found(unchanged, "nato", parts=True) == ["letter/4"]


def test_only_the_kinds_that_are_asked_for(unchanged: SearchIndex) -> None:
    query = read_query("relief").query
    ids = [hit.row.id for hit in unchanged.search(query, [RowKind.NOTE]).hits]
    assert ids == ["n"]


def test_total_counts_all_and_limit_bounds_the_hits(unchanged: SearchIndex) -> None:
    few = unchanged.search(read_query("relief").query, limit=1)
    assert (few.total, len(few.hits)) == (3, 1)


def test_a_row_comes_back_as_it_went_in(unchanged: SearchIndex) -> None:
    (hit,) = unchanged.search(read_query("voice:minister kind:quotation").query).hits
    row = hit.row
    assert (row.words, row.source, row.span) == ("Sanctions should remain", "letter", Span(0, 5))
    assert (row.approach, row.stance, row.kind) == ("talk", "tells for", RowKind.QUOTATION)


def test_a_unit_takes_the_place_of_what_it_was(index: SearchIndex) -> None:
    with index.writing() as writing:
        writing.put(Unit("corpus/letter", "2", (passage(0, "Only this."),)))
        writing.remove("notes/n")
    assert found(index, "embargo") == []
    assert found(index, "only") == ["letter/0"]
    units = index.units()
    assert units["corpus/letter"] == "2"
    assert "notes/n" not in units


def test_another_process_sees_what_was_put_in(index: SearchIndex, tmp_path: Path) -> None:
    other = SearchIndex.open(tmp_path, "small")
    with index.writing() as writing:
        writing.put(Unit("notes/m", "1", (Row(RowKind.NOTE, "m", "Quite new"),)))
    other.refresh()
    assert found(other, "quite") == ["m"]


def test_two_do_not_write_at_once(index: SearchIndex, tmp_path: Path) -> None:
    other = SearchIndex.open(tmp_path, "small")
    with index.writing(), pytest.raises(IndexBusy), other.writing():
        pass


def test_what_was_committed_stays_when_what_follows_fails(index: SearchIndex) -> None:
    def fail() -> None:
        with index.writing() as writing:
            writing.put(Unit("notes/m", "1", (Row(RowKind.NOTE, "m", "Quite new"),)))
            writing.commit()
            writing.put(Unit("notes/o", "1", (Row(RowKind.NOTE, "o", "Newer still"),)))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    index.refresh()
    assert found(index, "quite") == ["m"]
    assert found(index, "newer") == []
    with index.writing():  # and it can be written again
        pass


def files(tmp_path: Path) -> list[Path]:
    (folder,) = [path for path in (tmp_path / FOLDER).iterdir() if path.is_dir()]
    return sorted(path for path in folder.iterdir() if path.suffix != ".lock")


def test_a_file_cut_anywhere_makes_no_more_than_a_new_index(
    index: SearchIndex, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    (folder,) = {path.parent for path in files(tmp_path)}
    shutil.copytree(folder, kept)
    for file in sorted(kept.iterdir()):
        size = file.stat().st_size
        for cut in {0, 1, size // 2, max(0, size - 1)}:
            shutil.rmtree(folder)
            shutil.copytree(kept, folder)
            (folder / file.name).write_bytes(file.read_bytes()[:cut])
            try:
                there = SearchIndex.open(tmp_path, "small")
                ids = found(there, "embargo")
                there.units()
            except IndexUnusable:
                continue  # said, and made anew by who opens it
            assert ids in ([], ["letter/1"])


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("in the way")
    with pytest.raises(IndexUnusable, match=FOLDER):
        SearchIndex.open(tmp_path, "small")


FULL = """
import resource, sys
from pathlib import Path
from counterpoint.domain.search.rows import Row, RowKind, Unit
from counterpoint.storage.search_index.search_index import IndexUnusable, SearchIndex

index = SearchIndex.open(Path(sys.argv[1]), "small")
with index.writing() as writing:
    writing.put(Unit("corpus/letter", "1", (Row(RowKind.PASSAGE, "letter/0", "relief"),)))
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))  # each file, as on a disk that is full
try:
    with index.writing() as writing:
        for number in range(20_000):
            words = " ".join(f"word{number}x{each}" for each in range(50))
            row = Row(RowKind.PASSAGE, f"speech-{number}/0", words)
            writing.put(Unit(f"corpus/speech-{number}", "1", (row,)))
except IndexUnusable as error:
    print("told", str(error).startswith(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limit")
def test_a_disk_that_takes_no_more_is_told_whenever_it_shows(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )

    assert done.stdout == "told True\n", done.stderr
    assert found(SearchIndex.open(tmp_path, "small"), "relief") == ["letter/0"]


def test_the_index_of_an_older_program_goes_when_ours_is_made(tmp_path: Path) -> None:
    SearchIndex.open(tmp_path, "small")
    (ours,) = {path.parent for path in files(tmp_path)}
    older = ours.with_name(f"small-{FORMAT - 1}")
    newer = ours.with_name(f"small-{FORMAT + 1}")
    shutil.copytree(ours, newer)
    ours.rename(older)

    SearchIndex.open(tmp_path, "small")

    assert ours.is_dir()
    assert newer.is_dir(), "it may be in use"
    assert not older.exists()


def test_what_is_like_a_text(unchanged: SearchIndex) -> None:
    telling = unchanged.telling("Which firms asked for relief from sanctions?")
    assert {"firms", "relief"} <= set(telling)
    near = unchanged.search(Terms(telling), limit=3)
    assert near.hits[0].row.id == "letter/1"
    unlinked = unchanged.search(Terms(telling), narrowing=(Chosen(Facet.LINKED, NO),))
    assert "speech/0" in {hit.row.id for hit in unlinked.hits}
    assert "letter/1" not in {hit.row.id for hit in unlinked.hits}


def test_nothing_is_like_a_text_without_words(unchanged: SearchIndex) -> None:
    assert unchanged.telling("… 👍") == ()
    assert unchanged.search(Terms(())).total == 0


def test_all_that_was_found_is_counted_and_narrowed(unchanged: SearchIndex) -> None:
    query = read_query("relief OR sanctions").query
    counts = {facet: dict(each) for facet, each in unchanged.counts(query).items()}
    assert counts[Facet.KIND] == {"passage": 3, "quotation": 1, "note": 1}
    assert counts[Facet.SOURCE] == {"letter": 3, "speech": 1}
    assert counts[Facet.VOICE] == {"the minister": 2}
    assert counts[Facet.APPROACH] == {"talk": 2}
    assert counts[Facet.LINKED] == {YES: 1, NO: 2}
    assert unchanged.search(query).total == 5


@pytest.mark.parametrize(
    ("narrowing", "ids"),
    [
        ((Chosen(Facet.SOURCE, "speech"),), ["speech/0"]),
        ((Chosen(Facet.YEAR, "2017"),), ["speech/0"]),
        ((Chosen(Facet.YEAR, "2017"), Chosen(Facet.YEAR, "2008")), None),
        ((Chosen(Facet.VOICE, "the minister"),), ["letter/1", "talk/a/1"]),
        ((Chosen(Facet.APPROACH, "talk"), Chosen(Facet.KIND, "passage")), ["letter/1"]),
        ((Chosen(Facet.LINKED, YES),), ["letter/1"]),
        ((Chosen(Facet.SOURCE, "none"),), []),
    ],
)
def test_only_what_has_one_of_the_chosen_values(
    unchanged: SearchIndex, narrowing: Narrowing, ids: list[str] | None
) -> None:
    query = read_query("relief OR sanctions").query
    found = sorted(hit.row.id for hit in unchanged.search(query, narrowing=narrowing).hits)
    assert found == (["letter/0", "letter/1", "speech/0", "talk/a/1"] if ids is None else ids)


def test_what_is_chosen_from_is_counted_as_if_it_were_not(unchanged: SearchIndex) -> None:
    query = read_query("relief OR sanctions").query
    counts = unchanged.counts(query, narrowing=(Chosen(Facet.SOURCE, "speech"),))
    assert dict(counts[Facet.SOURCE]) == {"letter": 3, "speech": 1}
    assert dict(counts[Facet.KIND]) == {"passage": 1}


@pytest.mark.parametrize(
    "typed", ["don't", "20.04", "NEAR", '"', "*", "a" * 10_000, "\x00", "नमस्ते", "+field:[x TO y]"]
)
def test_any_query_can_be_asked(unchanged: SearchIndex, typed: str) -> None:
    assert unchanged.search(read_query(typed).query).total >= 0
