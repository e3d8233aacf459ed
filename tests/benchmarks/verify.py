"""Verifying 100,000 quotations in 100 MB, against startswith at known positions and one digest."""

import gc
import hashlib
import random
import time

from counterpoint.domain.anchoring import not_exact
from counterpoint.domain.span import Span
from tests.benchmarks.harness import Figure, figure

TEXTS, EACH, QUOTATIONS = 20, 5_000_000, 100_000
WORDS = [
    "policy",
    "Russia",
    "engagement",
    "the",
    "of",
    "détente",
    "dialogue",
    "pressure",
    "and",
    "“firm”",
    "NATO’s",
    "to",
    "in",
]


def measure() -> list[Figure]:
    """Texts of 5 million code points with quotations of some 150, all of them exact."""
    dice = random.Random(2008)
    texts = [_text(dice) for _ in range(TEXTS)]
    files = [text.encode() for text in texts]
    quotations = [[_quotation(dice, text) for _ in range(QUOTATIONS // TEXTS)] for text in texts]
    ours: list[float] = []
    floor: list[float] = []
    gc.disable()
    for _ in range(9):
        start = time.perf_counter()
        for text, wanted in zip(texts, quotations, strict=True):
            found = [text.startswith(words, span.start) for words, span in wanted]
            if not all(found):
                raise AssertionError("the floor found a quotation wrong")
        for data in files:
            hashlib.sha256(data).hexdigest()
        floor.append(time.perf_counter() - start)

        start = time.perf_counter()
        for text, data, wanted in zip(texts, files, quotations, strict=True):
            hashlib.sha256(data).hexdigest()
            if not_exact(text, wanted):
                raise AssertionError("a quotation was found wrong")
        ours.append(time.perf_counter() - start)
    gc.enable()
    return [
        figure(
            "verifying 100,000 quotations in 100 MB",
            "ms",
            [1000 * each for each in ours],
            [1000 * each for each in floor],
            limit=1.5,
        )
    ]


def _text(dice: random.Random) -> str:
    line = " ".join(dice.choice(WORDS) for _ in range(200_000))
    return (line + "\n\n") * (EACH // len(line) + 1)


def _quotation(dice: random.Random, text: str) -> tuple[str, Span]:
    start = text.index(" ", dice.randrange(len(text) - 10_000)) + 1
    end = text.index(" ", start + 150)
    return text[start:end], Span(start, end)
