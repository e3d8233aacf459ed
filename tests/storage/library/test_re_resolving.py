"""What was changed in memory is, problem by problem, what reading all files afresh would give."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterpoint.domain.approach import Coverage, Link, Relation, RelationKind
from counterpoint.domain.forms import (
    ApproachForm,
    ClaimForm,
    EvidenceForm,
    PassageForm,
    PositionForm,
)
from counterpoint.domain.problem import ProblemKind
from counterpoint.domain.span import Span
from counterpoint.storage.library.library_folder import LibraryFiles, read_files, read_library
from tests.library_on_disk import LibraryOnDisk
from tests.written_forms import plain, written

QUOTES = (
    "Talks should go on.",
    "talks should go on",
    "should",
    "unrealistic",
    "realist",
    "The debate ran over into the next page",
    "The debate ran into the next page",
    "“come what may”",
    '"come what may"',
    "Talks must perhaps not go on for ever.",
    "nothing of the kind",
)
OfPiece = Callable[[EvidenceForm], EvidenceForm]
OfClaim = Callable[[ClaimForm], ClaimForm]
OfPosition = Callable[[PositionForm], PositionForm]
Edit = Callable[[ApproachForm], ApproachForm]


def of_passage(edit: Callable[[PassageForm], PassageForm]) -> OfPiece:
    return lambda piece: piece._replace(passage=edit(piece.passage))


def quoting(words: str) -> OfPiece:
    return of_passage(lambda passage: passage._replace(quote=words))


def taken_from(source: str) -> OfPiece:
    return of_passage(lambda passage: passage._replace(source=source))


def said_by(*voice: str) -> OfPiece:
    return of_passage(lambda passage: passage._replace(voice=voice))


def standing_at(paragraph: str | None, occurrence: int | None) -> OfPiece:
    return of_passage(lambda passage: passage._replace(paragraph=paragraph, occurrence=occurrence))


def hedged(words: str) -> OfPiece:
    return lambda piece: piece._replace(hedge=words)


def shifted(passage: PassageForm) -> PassageForm:
    anchor = passage.anchor
    if anchor is None:
        return passage
    span = Span(anchor.span.start + 1, anchor.span.end + 1)
    return passage._replace(anchor=anchor._replace(span=span))


def stale(passage: PassageForm) -> PassageForm:
    anchor = passage.anchor
    return passage._replace(anchor=anchor and anchor._replace(before="others"))


OF_PIECES: tuple[OfPiece, ...] = (
    *map(quoting, QUOTES),
    *map(taken_from, ("letter", "lettre", "broken", "elsewhere")),
    said_by(),
    said_by("somebody"),
    standing_at("¶2", None),
    standing_at("¶9", None),
    standing_at(None, 2),
    standing_at(None, None),
    of_passage(lambda passage: passage._replace(anchor=None)),
    of_passage(shifted),
    of_passage(stale),
    lambda piece: piece._replace(link=Link.INFERRED, why=None),
    *map(hedged, ("unrealistic", "realist", "never said")),
)


def in_first_piece(edit: OfPiece) -> OfClaim:
    return lambda at: at._replace(evidence=(*map(edit, at.evidence[:1]), *at.evidence[1:]))


OF_CLAIMS: tuple[OfClaim, ...] = (
    *map(in_first_piece, OF_PIECES),
    lambda claim: claim._replace(evidence=()),
    lambda claim: claim._replace(evidence=claim.evidence * 2),
    lambda claim: claim._replace(id="go-on"),
    lambda claim: claim._replace(id="other"),
    lambda claim: claim._replace(text="Another wording."),
)


def in_first_claim(edit: OfClaim) -> OfPosition:
    return lambda at: at._replace(claims=(*map(edit, at.claims[:1]), *at.claims[1:]))


def covered(coverage: Coverage) -> OfPosition:
    return lambda at: at._replace(coverage=coverage)


OF_POSITIONS: tuple[OfPosition, ...] = (
    *map(in_first_claim, OF_CLAIMS),
    *map(covered, (Coverage.FULL, Coverage.PARTIAL, Coverage.GAP)),
    lambda at: at._replace(claims=at.claims[1:]),
    lambda at: at._replace(claims=(*at.claims, *at.claims[:1])),
    lambda at: at._replace(claims=at.claims[::-1]),
    lambda at: at._replace(why=None, looked_for=None),
)


def in_position(number: int, edit: OfPosition) -> Edit:
    def edited(form: ApproachForm) -> ApproachForm:
        changed = tuple(
            edit(at) if index == number else at for index, at in enumerate(form.positions)
        )
        return form._replace(positions=changed)

    return edited


def related_to(id: str) -> Edit:
    return lambda form: form._replace(relations=(Relation(RelationKind.ANSWERS, id, "it does"),))


def with_cue(cue: str) -> Edit:
    return lambda form: form._replace(cue=cue)


def misnamed(form: ApproachForm) -> ApproachForm:
    if not form.positions or any(at.dimension == "chanels" for at in form.positions):
        return form
    first, *rest = form.positions
    return form._replace(positions=(first._replace(dimension="chanels"), *rest))


OF_APPROACHES: tuple[Edit, ...] = (
    misnamed,
    *map(related_to, ("talk", "firm", "frim", "third")),
    *map(with_cue, "ABC"),
    lambda form: form._replace(shown=not form.shown),
    lambda form: form._replace(positions=form.positions[1:]),
    lambda form: form._replace(positions=form.positions[::-1]),
)
EDITS = st.one_of(
    st.builds(in_position, st.sampled_from((0, 1)), st.sampled_from(OF_POSITIONS)),
    st.sampled_from(OF_APPROACHES),
)


def without_cue(text: str) -> str:
    found = json.loads(text)
    return json.dumps(found | {"cue": "far too long"}, indent=1)


def with_unknown_kind(text: str) -> str:
    return text.replace('"kind": "prescription"', '"kind": "wish"', 1)


SPOILT: tuple[Callable[[str], str | None], ...] = (
    lambda text: None,
    lambda text: text.replace("{", "[", 1),
    lambda text: text.replace('"title"', '"titel"', 1),
    lambda text: text.replace('"coverage": "full"', '"coverage": "whole"', 1),
    lambda text: text.replace('"stance": "', '"stance": "not ', 1),
    lambda text: text.replace('"start": ', '"start": -', 1),
    lambda text: text.replace('"claims": [', '"claims": 7, "more": [', 1),
    without_cue,
    with_unknown_kind,
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("talk", "firm", "third")),
        st.one_of(EDITS, EDITS, EDITS, st.sampled_from(range(len(SPOILT)))),
    ),
    min_size=1,
    max_size=5,
)


@dataclass
class Both:
    """A library in memory and on the disk."""

    disk: LibraryOnDisk
    files: LibraryFiles

    def write(self, id: str, text: str | None) -> None:
        """The approach `id` has this file, here and there."""
        self.files = self.files.with_approach(id, text)
        path = self.disk.path(f"options/{id}.yaml")
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(text.encode())
        self.alike()

    def alike(self) -> None:
        afresh = read_files(self.disk.folder)
        here, there = self.files.resolved, afresh.resolved
        assert list(here.approaches.items()) == list(there.approaches.items())
        assert (here.between, here.replies) == (there.between, there.replies)
        assert self.files.whole() == afresh.whole()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> LibraryOnDisk:
    disk = LibraryOnDisk.make(tmp_path_factory.mktemp("library") / "library")
    letter = disk.read("corpus/letter.yaml")
    disk.write("corpus/broken.yaml", letter.partition("furniture:")[0])
    disk.write("options/third.yaml", disk.read("options/talk.yaml").replace("cue: A", "cue: C"))
    return disk


@given(steps=STEPS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_resolving_one_approach_is_as_good_as_reading_all(
    library: LibraryOnDisk,
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, Edit | int]],
) -> None:
    folder = tmp_path_factory.mktemp("edited")
    shutil.copytree(library.folder, folder, dirs_exist_ok=True)
    both = Both(LibraryOnDisk(folder), read_files(folder))

    for id, step in steps:
        there = both.files.resolved.approaches.get(id)
        if there is None:
            continue
        if isinstance(step, int):
            both.write(id, SPOILT[step](written(there.form)))
            continue
        form = step(there.form)
        in_memory = both.files.resolved.with_approach(id, form)
        both.write(id, written(form))
        if not there.form.all_left_out:  # of which the file that was written has nothing
            assert in_memory == both.files.resolved


def test_a_claim_that_is_changed_resolves_its_own_approach_alone(disk: LibraryOnDisk) -> None:
    before = read_files(disk.folder).resolved
    form = before.approaches["talk"].form
    changed = form._replace(title="Talk on")

    after = before.with_approach("talk", changed)

    assert after.approaches["talk"].approach.head.title == "Talk on"
    assert after.approaches["firm"] is before.approaches["firm"]
    assert after.replies is before.replies


def test_an_approach_that_goes_leaves_relations_to_nobody(disk: LibraryOnDisk) -> None:
    files = read_files(disk.folder).with_approach("talk", None)

    (problem,) = files.whole().contents.problems
    assert problem.kind is ProblemKind.UNKNOWN_APPROACH
    assert (problem.file, problem.line) == ("options/firm.yaml", 9)


def test_what_is_written_of_a_form_is_read_as_the_same_form(disk: LibraryOnDisk) -> None:
    files = read_files(disk.folder)
    for id, one in files.resolved.approaches.items():
        disk.write(f"options/{id}.yaml", written(one.form))
        assert plain(one.form)["title"] == one.approach.head.title
    assert read_library(disk.folder) == files.whole()
