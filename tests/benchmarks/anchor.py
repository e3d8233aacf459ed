"""`counterpoint anchor` over 10,000 claims, against reading, writing and reading again the same
files; and what one quotation costs that its text of 1 MB does not hold."""

import json
import random
import tempfile
import time
from pathlib import Path

import yaml

from counterpoint.application.library.anchor import anchor_library
from counterpoint.domain.haystack import Haystack
from counterpoint.storage.quotations.nearest_match import NearestMatches
from tests.benchmarks.harness import Figure, figure
from tests.benchmarks.made_library import WORDS, make_library

APPROACHES, DIMENSIONS, CLAIMS = 100, 10, 10_000
RUNS = 3
TEXT, ABSENT = 1_000_000, 40
LENGTHS = (150, 16_000)


def measure() -> list[Figure]:
    return [_anchoring(), *(_absent(length) for length in LENGTHS)]


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
