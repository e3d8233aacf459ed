"""The sidecar of an imported text."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.application.library.check import check_library
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.problem import ProblemKind
from counterpoint.domain.source import Furniture, FurnitureKind
from counterpoint.domain.span import Span
from counterpoint.domain.text_map import Heading, Line, OriginalPlace, Page, SetIn, TextMap
from counterpoint.storage.library.source_map import SourceMap, read_source_map, written
from tests.importing_library import SPEECH, bring_in, library

NUMBERS = st.integers(0, 10**7)


def ordered(
    entries: st.SearchStrategy[tuple[object, ...]],
) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(entries, max_size=5).map(lambda found: tuple(sorted(found)))


@given(
    st.builds(
        TextMap,
        ordered(st.builds(Page, NUMBERS, st.text(max_size=4))),
        ordered(st.builds(Heading, NUMBERS, NUMBERS, st.integers(1, 6))),
        ordered(st.builds(Line, NUMBERS, NUMBERS)),
        ordered(st.builds(OriginalPlace, NUMBERS, NUMBERS, NUMBERS, NUMBERS)),
        st.lists(NUMBERS, max_size=5).map(lambda found: tuple(sorted(found))),
        ordered(st.builds(SetIn, NUMBERS, NUMBERS, NUMBERS, st.booleans())),
    ),
    ordered(
        st.builds(
            Furniture,
            st.builds(Span, NUMBERS, NUMBERS),
            st.sampled_from(FurnitureKind),
            st.booleans(),
        )
    ),
)
def test_a_map_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, way: TextMap, furniture: tuple[Furniture, ...]
) -> None:
    corpus = tmp_path_factory.mktemp("corpus")
    whole = SourceMap("ab" * 32, way, furniture)
    (corpus / "x.map.json").write_bytes(written(whole).encode("utf-8", "surrogatepass"))

    assert read_source_map(corpus, "x") == whole


def imported(tmp_path: Path) -> Path:
    disk = library(tmp_path / "library")
    path = tmp_path / "speech.txt"
    path.write_text(SPEECH.replace("Nobody", "OF NEIGHBOURS\n\nNobody"), encoding="utf-8")
    bring_in(disk.folder, path)
    return disk.folder


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"format": 2}',
        '{"format": 1}',
        '{"format":1,"text":"x","pages":[[5]]}',
    ],
)
def test_a_damaged_map_is_told_and_the_source_stays(tmp_path: Path, damage: str) -> None:
    folder = imported(tmp_path)
    (folder / "corpus" / "speech.map.json").write_text(damage, encoding="utf-8")

    check, whole = check_library(folder)
    (problem,) = check.problems
    assert problem.file == "corpus/speech.map.json"
    assert problem.kind is ProblemKind.SYNTAX
    assert whole is not None
    assert whole.contents.source("speech").headings == ()


def test_a_map_of_another_text_is_told(tmp_path: Path) -> None:
    folder = imported(tmp_path)
    path = folder / "corpus" / "speech.map.json"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace('"text":"', '"text":"').replace('"text": "', '"text": "0'), "utf-8"
    )

    (problem,) = check_library(folder)[0].problems
    assert problem.kind is ProblemKind.SOURCE_CHANGED


def test_what_a_person_wrote_goes_before_what_was_told_by_rule(tmp_path: Path) -> None:
    folder = imported(tmp_path)
    path = folder / "corpus" / "speech.yaml"
    path.write_text(
        path.read_text("utf-8") + "furniture:\n  - kind: imprint\n    text: OF NEIGHBOURS\n",
        "utf-8",
    )

    source = OpenedLibrary.open(folder, None).contents.source("speech")
    assert [piece.kind for piece in source.furniture] == [FurnitureKind.IMPRINT]
    assert check_library(folder)[0].problems == ()
