"""`counterpoint anchor` over 10,000 claims, against reading, writing and reading again the same
files; where 10,000 quotations stand in a text of 10 MB that was altered on every page; and what one
quotation costs that its text does not hold."""

import json
import random
import tempfile
import time
from collections import Counter
from pathlib import Path

import yaml

from counterpoint.application.library.anchor import anchor_library
from counterpoint.domain.anchoring import anchor_at, locate
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.quotation import Quotation, QuotationState
from counterpoint.domain.span import Span
from counterpoint.storage.quotations.nearest_match import NearestMatches
from tests.benchmarks.harness import Figure, figure
from tests.benchmarks.made_library import WORDS, make_library

APPROACHES, DIMENSIONS, CLAIMS = 100, 10, 10_000
RUNS = 3
TEXT, ABSENT = 1_000_000, 40
LENGTHS = (150, 16_000)
ALTERED, PAGE = 10_000_000, 450
LONG = 50_000_000


def measure() -> list[Figure]:
    return [_anchoring(), _altered(), *(_absent(length) for length in LENGTHS), _nowhere()]


def _anchoring() -> Figure:
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            library = Path(folder) / "library"
            make_library(library, APPROACHES, DIMENSIONS, CLAIMS)
            files = sorted(library.glob("options/option-*.yaml"))
            for file in files:
                _without_anchors(file)
            begun = time.perf_counter()
            for file in files:
                _read_and_write(file)
            floor.append(time.perf_counter() - begun)
            begun = time.perf_counter()
            done = anchor_library(library)
            ours.append(time.perf_counter() - begun)
            if done.anchored != CLAIMS:
                raise AssertionError("not every claim was anchored")
    return figure("anchoring 10,000 claims", "s", ours, floor, limit=8.0)


def _without_anchors(file: Path) -> None:
    approach = json.loads(file.read_text("utf-8"))
    for position in approach["positions"].values():
        for claim in position["claims"]:
            for piece in claim["evidence"]:
                del piece["anchor"]
    file.write_text(json.dumps(approach, indent=1) + "\n", "utf-8")


def _read_and_write(file: Path) -> None:
    text = file.read_text("utf-8")
    yaml.load(text, yaml.CSafeLoader)
    file.write_text(text, "utf-8")
    # What was written is read again, as what a person owns.
    yaml.load(text, yaml.CSafeLoader)


def _absent(length: int) -> Figure:
    dice = random.Random(length)
    text = " ".join(dice.choices(WORDS, k=TEXT // 7))[:TEXT]
    wanted = [" ".join(dice.choices(WORDS, k=length // 7))[:length] for _ in range(ABSENT)]
    likenesses = NearestMatches(Haystack(text))
    ours: list[float] = []
    floor: list[float] = []
    for words in wanted:
        begun = time.perf_counter()
        found = words in text
        floor.append(1000 * (time.perf_counter() - begun))
        begun = time.perf_counter()
        likenesses.nearest(words)
        ours.append(1000 * (time.perf_counter() - begun))
        if found:
            raise AssertionError("the text holds the words")
    name = f"looking for a likeness of {length:,} letters in 1 MB"
    return figure(name, "ms", ours, floor, limit=200.0, limit_of="value")


def _altered() -> Figure:
    """Where all stand, from the text as it was read on: against looking near where each stood."""
    dice = random.Random(2014)
    words = dice.choices(WORDS, k=ALTERED // 8)
    pages = [words[at : at + PAGE] for at in range(0, len(words), PAGE)]
    old = "\n\n".join(" ".join(page) for page in pages)
    spaces = [at for at, sign in enumerate(old) if sign == " "]
    quotations: list[Quotation] = []
    for first in dice.choices(range(len(spaces) - 40), k=CLAIMS):
        span = Span(spaces[first] + 1, spaces[first + dice.randrange(8, 30)])
        quotations.append(Quotation(old[slice(*span)], anchor_at(old, span, "0" * 64)))
    for page in pages:
        page[dice.randrange(PAGE // 2)] = "zebra"
        page.insert(dice.randrange(PAGE // 2), "zebra not")
    text = "\n\n".join(" ".join(page) for page in pages)
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        near = 0
        for quoted, anchor in quotations:
            at = anchor.span.start if anchor is not None else 0
            near += text.find(quoted, at, at + 40_000) >= 0
        floor.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        haystack = Haystack(text)
        nearest = NearestMatches(haystack).nearest
        states = Counter(locate(each, haystack, None, nearest).state for each in quotations)
        ours.append(time.perf_counter() - begun)
        if states[QuotationState.MOVED] < 0.8 * CLAIMS or not near:
            raise AssertionError(f"too few are where they were moved to: {states}")
    name = "10,000 quotations in a text of 10 MB, altered on every page"
    return figure(name, "s", ours, floor, limit=5.0, limit_of="value")


def _nowhere() -> Figure:
    """From the text as it was read on."""
    dice = random.Random(300)
    lines = [" ".join(dice.choices(WORDS, k=10)) for _ in range(LONG // 78)]
    text = "\n".join(lines)
    words = " ".join(dice.choices(WORDS, k=60))[:300].strip()
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        found = words in text
        floor.append(1000 * (time.perf_counter() - begun))
        begun = time.perf_counter()
        haystack = Haystack(text)
        standing = locate(Quotation(words, None), haystack, None, NearestMatches(haystack).nearest)
        ours.append(1000 * (time.perf_counter() - begun))
        if found or standing.state is not QuotationState.LOST:
            raise AssertionError("the text holds the words")
    name = "a quotation of 300 letters that is not in 50 MB"
    return figure(name, "ms", ours, floor, limit=1000.0, limit_of="value")
