"""A library as large as one may ever get, made up and anchored: its positions are known."""

import hashlib
import json
import random
from pathlib import Path
from typing import Any

from counterpoint.domain.approach import Colour, Stance

WORDS = [
    "policy",
    "talks",
    "pressure",
    "sanctions",
    "allies",
    "ministers",
    "trade",
    "borders",
    "letters",
    "summits",
    "promises",
    "doubts",
    "interests",
    "risks",
    "channels",
    "visits",
    "measures",
    "forces",
    "debates",
    "reports",
]
SOURCES = 10
NAMED = [
    {"id": name.casefold(), "name": f"{name} answer", "means": f"The {name.casefold()} of three."}
    for name in ("First", "Second", "Third")
]
CONTEXT = 32


def make_library(
    folder: Path,
    approaches: int,
    dimensions: int,
    claims: int,
    *,
    answered: bool = False,
    sources: int = SOURCES,
    size: int = 0,
) -> None:
    """Writes a library of so many approaches, each considered on so many dimensions, with so many
    claims in all, each on a passage of its own in one of the texts, which have `size` bytes at
    least. `answered`: each cell has its answer, one of three."""
    (folder / "corpus").mkdir(parents=True)
    (folder / "options").mkdir()
    dice = random.Random(2020)
    passages = _write_sources(folder / "corpus", dice, claims, sources, size)
    rows = [f"row-{number}" for number in range(dimensions)]
    _write(
        folder / "options" / "dimensions.yaml",
        {
            "dimensions": [
                {
                    "id": row,
                    "title": row.replace("-", " ").capitalize(),
                    "question": "What is said of it?",
                    "tells_apart": "Each says something else.",
                    **({"answers": NAMED} if answered else {}),
                }
                for row in rows
            ]
        },
    )
    cells = approaches * dimensions
    for number in range(approaches):
        positions: dict[str, dict[str, Any]] = {}
        for at, row in enumerate(rows):
            cell = number * dimensions + at
            share = range(cell * claims // cells, (cell + 1) * claims // cells)
            positions[row] = {
                "coverage": "full",
                "claims": [_claim(dice, which, passages[which]) for which in share],
            }
            if answered:
                positions[row] |= _answer(dice, number, positions[row]["claims"])
        _write(folder / "options" / f"option-{number:03}.yaml", _approach(number, positions))


def _write_sources(
    folder: Path, dice: random.Random, passages: int, sources: int, size: int
) -> list[dict[str, object]]:
    """The texts; gives for each passage the evidence that quotes it."""
    _write(folder / "library.yaml", {"title": "A large library", "statement": "It is made up."})
    found: list[dict[str, object]] = []
    more = [f"{_words(dice, 60)}." for _ in range(2_000 if size else 0)]
    for number in range(sources):
        share = range(number * passages // sources, (number + 1) * passages // sources)
        sentences = [f"Passage {which} holds that {_words(dice, 14)}" for which in share]
        paragraphs = [
            f"{_words(dice, 10)}. {sentence}. {_words(dice, 12)}." for sentence in sentences
        ]
        length = sum(map(len, paragraphs))
        while length < size:
            paragraphs.append(f"{dice.choice(more)} {dice.choice(more)}")
            length += len(paragraphs[-1]) + 2
        text = "\n\n".join(paragraphs) + "\n"
        digest = hashlib.sha256(text.encode()).hexdigest()
        (folder / f"source-{number}.txt").write_bytes(text.encode())
        described = dict.fromkeys(
            ("author", "publisher", "kind", "marking", "about", "reached_us", "access", "rights"),
            "made up",
        )
        _write(
            folder / f"source-{number}.yaml",
            {
                "title": f"Source {number}",
                "short": f"Source {number}",
                "date": "2020-10",
                "numbering": "count",
                "statement": "Nothing depends on it.",
                "digest": digest,
                **described,
            },
        )
        place = 0
        for sentence in sentences:
            place = text.index(sentence, place)
            end = place + len(sentence)
            found.append(
                {
                    "source": f"source-{number}",
                    "quote": sentence,
                    "anchor": {
                        "start": place,
                        "end": end,
                        "before": text[max(0, place - CONTEXT) : place],
                        "after": text[end : end + CONTEXT],
                        "digest": digest,
                    },
                }
            )
    return found


def make_notes(folder: Path, notes: int, approaches: int) -> None:
    """Writes so many notes into the library that `make_library` made there, on its approaches in
    turn."""
    into, dice = folder / "notes", random.Random(1991)
    into.mkdir()
    for number in range(notes):
        tag = WORDS[number % len(WORDS)]
        into.joinpath(f"2026-11-22-{number:06}-aaaa.md").write_text(
            f"---\ntarget: option\noption: option-{number % approaches:03}\ntags: [{tag}]\n"
            f"created: 2026-11-22T10:00:00Z\nchanged: 2026-11-22T10:00:00Z\n---\n"
            f"{_words(dice, 30)}.\n",
            "utf-8",
        )


def _approach(number: int, positions: dict[str, dict[str, Any]]) -> dict[str, object]:
    return {
        "title": f"Approach number {number}",
        "gist": "One of very many approaches that differ in little.",
        "cue": str(number),
        "colour": list(Colour)[number % len(Colour)].value,
        "status": {"is": "advocated", "note": "its author, 2020"},
        "date": "2020",
        "proponents": [{"name": f"Proponent {number}"}],
        "positions": positions,
    }


def _answer(dice: random.Random, number: int, claims: list[dict[str, Any]]) -> dict[str, object]:
    """An answer of 15 words on the first claim, which is made the approach's own."""
    voice = [f"Proponent {number}"]
    claims[0]["evidence"][0] |= {"stance": Stance.ADVOCATES.value, "voice": voice}
    return {
        "answer": f"It is {_words(dice, 13)}.",
        "holds": [NAMED[dice.randrange(3)]["id"]],
        "rests_on": [claims[0]["id"]],
    }


def _claim(dice: random.Random, number: int, evidence: dict[str, object]) -> dict[str, Any]:
    stance = list(Stance)[number % len(Stance)].value
    return {
        "id": f"claim-{number}",
        "text": f"It holds that {_words(dice, 9)}.",
        "kind": "fact",
        "evidence": [{**evidence, "stance": stance, "voice": [f"Speaker {number % 50}"]}],
    }


def _words(dice: random.Random, number: int) -> str:
    return " ".join(dice.choices(WORDS, k=number))


def _write(path: Path, value: object) -> None:
    # JSON is YAML, and quicker to write.
    path.write_text(json.dumps(value, indent=1) + "\n", "utf-8")
