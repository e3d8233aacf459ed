"""Evidence and replies are found by an index, which agrees with going through everything."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterpoint.application.library import evidence_index
from counterpoint.application.library.evidence_index import ReplyIndex
from counterpoint.application.library.opened_library import EvidenceInPlace, OpenedLibrary
from counterpoint.domain.approach import Approach
from counterpoint.domain.span import Span
from counterpoint.storage.place import shipped_library
from tests.library_on_disk import LibraryOnDisk


@pytest.fixture
def walks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The approaches that were gone through for the index, one by one."""
    gone_through: list[str] = []
    real = evidence_index.in_place

    def counted(approach: Approach) -> Iterator[EvidenceInPlace]:
        gone_through.append(approach.head.id)
        return real(approach)

    monkeypatch.setattr(evidence_index, "in_place", counted)
    return gone_through


def test_an_approach_is_gone_through_once_however_often_it_is_asked_for(
    disk: LibraryOnDisk, walks: list[str]
) -> None:
    library = OpenedLibrary.open(disk.folder, None)
    keys = [placed.evidence.key for placed in library.placed(["talk"])]

    found = [library.find(key).evidence.key for key in keys * 3]
    library.placed_in("letter", ["talk"])

    assert found == keys * 3
    assert walks == ["talk"]


@pytest.mark.parametrize("key", ["talk/none/1", "none/none/1", "", "talk"])
def test_what_is_not_there_is_not_found(disk: LibraryOnDisk, key: str) -> None:
    library = OpenedLibrary.open(disk.folder, None)
    with pytest.raises(KeyError):
        library.find(key)


def test_the_evidence_from_a_source_is_what_going_through_all_finds() -> None:
    library = OpenedLibrary.open(shipped_library(), None)
    approaches = [head.id for head in library.contents.approaches][::-1]
    for source in library.contents.sources:
        expected = [
            placed for placed in library.placed(approaches) if placed.evidence.source == source.id
        ]
        assert library.placed_in(source.id, approaches) == expected


@pytest.fixture(scope="module")
def shipped() -> OpenedLibrary:
    return OpenedLibrary.open(shipped_library(), None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_the_replies_at_a_passage_are_what_going_through_all_finds(
    shipped: OpenedLibrary, data: st.DataObject
) -> None:
    answers = shipped.contents.replies
    assert answers
    source = data.draw(st.sampled_from([one.id for one in shipped.contents.sources]))
    start = data.draw(st.integers(0, 60_000))
    span = Span(start, start + data.draw(st.integers(1, 5_000)))

    expected = [
        (answer, outgoing)
        for answer in answers
        for passage, outgoing in ((answer.by, True), (answer.to, False))
        if passage.source == source
        and passage.standing.span is not None
        and passage.standing.span.overlaps(span)
    ]
    assert [tuple(one) for one in ReplyIndex(answers).at(source, span)] == expected
    assert ReplyIndex(answers).at(source, None) == ()
