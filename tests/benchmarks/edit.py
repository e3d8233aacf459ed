"""An edit in a library of 200 approaches × 40 dimensions × 20,000 claims, until it can be painted:
a passage linked and taken back, one claim worded, of which one file is written; against a bare
look at each quotation of the approach in its place."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.application.editing.passages import passage_at
from counterpoint.application.history import History
from counterpoint.domain.approach import Stance
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.claims import word_claim
from counterpoint.domain.editing.evidence import link_passage
from counterpoint.domain.forms import EvidenceForm, PassageForm
from counterpoint.domain.source import SourceText
from counterpoint.domain.span import Span
from counterpoint.storage.files.text_file import read_source_text
from tests.benchmarks.harness import Figure, figure
from tests.benchmarks.large_library import APPROACHES, CLAIMS, DIMENSIONS
from tests.benchmarks.made_library import make_library

RUNS = 31
WHERE, CLAIM = "option-100", "claim-10001"


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "large"
        make_library(library, APPROACHES, DIMENSIONS, CLAIMS)
        return _measure(library)


def _measure(library: Path) -> list[Figure]:
    desk = LibraryDesk(library, History())
    text, digest = read_source_text(library / "corpus" / "source-3.txt", "corpus/source-3.txt")
    (source,) = (each for each in desk.files.sources if each.id == "source-3")
    words = SourceText("source-3", text, digest)
    start = text.index("Passage", len(text) // 2)
    linking, undoing, wording = [], [], []
    floor_linking, floor_undoing, floor_wording = [], [], []
    files = sorted(library.rglob("*.yaml"))
    for run in range(RUNS):
        floor_linking.append(_bare(desk, text, start))
        passage: list[PassageForm] = []

        def link(passage: list[PassageForm] = passage) -> None:
            passage.append(passage_at(source, words, Span(start + 3, start + 60), ("Speaker 1",)))
            piece = EvidenceForm(passage[0], Stance.ADVOCATES)
            desk.change_approach(
                WHERE, CommandKind.LINK_PASSAGE, lambda form: link_passage(form, CLAIM, piece)
            )

        linking.append(_timed(link))
        floor_undoing.append(_bare(desk, text, start))
        undoing.append(_timed(desk.history.undo))
        floor_wording.append(_bare(desk, text, start))

        def word(run: int = run) -> None:
            desk.change_approach(
                WHERE,
                CommandKind.WORD_CLAIM,
                lambda form: word_claim(form, CLAIM, f"It is worded for the {run}th time."),
            )

        wording.append(_timed(word))
        before = [path.stat().st_mtime_ns for path in files]
        if not desk.writer.work():
            raise AssertionError("the disk refused")
        after = [path.stat().st_mtime_ns for path in files]
        if sum(one != other for one, other in zip(before, after, strict=True)) != 1:
            raise AssertionError("more than one file was written, or none")
        desk.collect()
    return [
        _figure("linking a passage among 20,000 claims", linking, floor_linking, 50),
        _figure("taking it back", undoing, floor_undoing, 50),
        _figure("wording one claim of them", wording, floor_wording, 20),
    ]


def _figure(name: str, ours: list[float], floor: list[float], limit: float) -> Figure:
    return figure(name, "ms", ours, floor, limit=limit, limit_of="value")


def _timed(act: Callable[[], object]) -> float:
    """Milliseconds."""
    begin = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - begin)


def _bare(desk: LibraryDesk, text: str, start: int) -> float:
    """One approach's cells gone through with each quotation looked at in its place, and all
    approaches listed anew."""
    form = desk.approach(WHERE)

    def act() -> None:
        for cell in form.positions:
            for claim in cell.claims:
                for piece in claim.evidence:
                    anchor = piece.passage.anchor
                    if anchor is not None:
                        text.startswith(piece.passage.quote, anchor.span.start)
        text.startswith("Passage", start)
        dict(desk.resolved.approaches)

    return _timed(act)
