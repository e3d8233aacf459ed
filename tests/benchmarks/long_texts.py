"""A library of long texts in a real folder: six approaches on ten rows, passages all over them.

Everything is made from one seed, so that every run measures the same. The files are JSON, which is
YAML; the anchors are written here, because the places are known.
"""

import hashlib
import json
import random
from collections.abc import Iterator
from pathlib import Path

from counterpoint.domain.quotation import CONTEXT

APPROACHES = ("blue", "orange", "green", "purple", "rose", "ochre")
ROWS = 10
_SOME_WORDS = """\
the the the the of of of to to to and and in in a a that that is it for on as with was by not be
this its at are from but had have which their has would will more than were been Moscow London
NATO Brussels minister ministers government policy sanctions dialogue détente pressure treaty
partnership neighbour neighbours Helsinki threat threats engagement Kraków realistic official
officials Straße committee conversation rapprochement coöperation façade “firm” “frank” it’s
Russia’s – concession concessions allies alliance summit energy pipeline Chișinău Łódź Київ Россия
"""

_DESCRIBED = (
    "author",
    "publisher",
    "kind",
    "marking",
    "about",
    "reached_us",
    "access",
    "rights",
    "statement",
)


def write_library(folder: Path, sources: int, size: int, claims: int) -> None:
    """`sources` texts of `size` bytes, and `claims` claims in each cell, each with a passage as
    evidence; every claim leads to another source while there are as many."""
    dice = random.Random(2008)
    for part in ("corpus", "options"):
        (folder / part).mkdir(parents=True)
    _write(folder / "corpus" / "library.yaml", {"title": "Long", "statement": "Made to measure."})
    books = [_Book(f"text-{number}", size, dice) for number in range(sources)]
    for book in books:
        book.write(folder / "corpus")
    rows = [f"row-{row}" for row in range(ROWS)]
    _write(
        folder / "options" / "dimensions.yaml",
        {
            "dimensions": [
                {"id": row, "title": row, "question": "What is said?", "tells_apart": "All."}
                for row in rows
            ]
        },
    )
    evidence = _evidence(books, dice)
    for cue, colour in zip("ABCDEF", APPROACHES, strict=True):
        approach = {
            "title": f"Approach {cue}",
            "gist": f"{prose(dice, 12)}.",
            "cue": cue,
            "colour": colour,
            "status": {"is": "advocated", "note": "nobody"},
            "date": "undated",
            "proponents": [],
            "positions": {
                row: {
                    "coverage": "full",
                    "claims": [
                        {
                            "id": f"{row}-{number}",
                            "text": f"{prose(dice, dice.randrange(6, 20))}.",
                            "kind": "fact",
                            "evidence": [next(evidence)],
                        }
                        for number in range(claims)
                    ],
                }
                for row in rows
            },
        }
        _write(folder / "options" / f"option-{cue.lower()}.yaml", approach)


class _Book:
    """One text, with where its paragraphs begin in code points."""

    def __init__(self, id: str, size: int, dice: random.Random) -> None:
        self.id = id
        self.starts: list[int] = []
        parts: list[str] = []
        stock = [prose(dice, dice.randrange(8, 24)) for _ in range(4000)]
        points = length = 0
        while length < size:
            sentences = dice.choices(stock, k=dice.randrange(1, 14))
            words = f"Entry {len(parts)} of {id}. {'. '.join(sentences)}.\n\n"
            self.starts.append(points)
            parts.append(words)
            points += len(words)
            length += len(words.encode())
        self.text = "".join(parts)
        self.bytes = self.text.encode()
        self.digest = hashlib.sha256(self.bytes).hexdigest()

    def write(self, corpus: Path) -> None:
        (corpus / f"{self.id}.txt").write_bytes(self.bytes)
        words = {
            "title": f"The {self.id}",
            "short": self.id,
            "date": "undated",
            "numbering": "count",
            "digest": self.digest,
        }
        for key in _DESCRIBED:
            words[key] = "made to measure"
        _write(corpus / f"{self.id}.yaml", words)

    def passage(self, dice: random.Random) -> dict[str, object]:
        """The first words of a paragraph, which name it, so that they stand nowhere else."""
        start = dice.choice(self.starts)
        paragraph = self.text.index("\n", start)
        end = self.text.find(" ", min(start + dice.randrange(60, 400), paragraph - 1))
        end = paragraph if end < 0 or end > paragraph else end
        return {
            "source": self.id,
            "quote": self.text[start:end],
            "anchor": {
                "start": start,
                "end": end,
                "before": self.text[max(0, start - CONTEXT) : start],
                "after": self.text[end : end + CONTEXT],
                "digest": self.digest,
            },
        }


def _evidence(books: list[_Book], dice: random.Random) -> Iterator[dict[str, object]]:
    while True:
        for book in books:
            voice = ["the author", "a minister"]
            yield {**book.passage(dice), "stance": "advocates", "voice": voice}


def prose(dice: random.Random, words: int) -> str:
    """So many words, the first with a capital, some of them not ASCII."""
    made = " ".join(dice.choices(_SOME_WORDS.split(), k=words))
    return made[0].upper() + made[1:]


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
