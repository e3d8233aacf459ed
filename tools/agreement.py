"""How far two codings of the library agree: Cohen's kappa on paragraph × approach × stance.

    .venv/bin/python tools/agreement.py docs/coding/second-coding.yaml

The first coding is that of options/. The second is a YAML file:

    sources:
      moscow-times-2017:
        - paragraph: "§1"
          codes:
            - {approach: engage-but-beware, stance: describes}

What is inferred has words of its own since ("tells for"); they count as the stance that they took
the place of, so that codings of either kind can be compared.

Kappa is (observed − expected) / (1 − expected) over every cell, each coded yes or no (J. Cohen, "A
Coefficient of Agreement for Nominal Scales", Educational and Psychological Measurement 20, 1960).
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "app"))

from counterpoint.domain.approach import Stance  # noqa: E402
from counterpoint.domain.layout import lay_out  # noqa: E402
from counterpoint.storage.library_folder import WholeLibrary, read_library  # noqa: E402
from counterpoint.storage.text_file import read_source_text  # noqa: E402
from counterpoint.storage.yaml_file import read_yaml  # noqa: E402

Code = tuple[str, str, str, str]
"""Source, paragraph, approach, stance."""

STANCES = ("advocates", "describes", "criticises", "concedes")
_EARLIER_WORDS = {
    "tells for": "advocates",
    "tells against": "criticises",
    "bears on": "describes",
}


def stance(word: str) -> str:
    """The one of `STANCES` that `word` counts as."""
    return _EARLIER_WORDS.get(word, word)


def kappa(first: set[Code], second: set[Code], cells: Iterable[Code]) -> float:
    """Cohen's kappa of two yes-or-no codings of `cells`; 1 where both code nothing or all."""
    every = list(cells)
    both = sum(cell in first and cell in second for cell in every)
    neither = sum(cell not in first and cell not in second for cell in every)
    observed = (both + neither) / len(every)
    yes_first = sum(cell in first for cell in every) / len(every)
    yes_second = sum(cell in second for cell in every) / len(every)
    expected = yes_first * yes_second + (1 - yes_first) * (1 - yes_second)
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def first_coding(whole: WholeLibrary) -> set[Code]:
    """What options/ says: a quotation belongs to the paragraph in which it begins."""
    return {
        (piece.source, piece.paragraph, option.head.id, stance(piece.stance.value))
        for option in whole.options
        for position in option.positions
        for claim in position.claims
        for piece in claim.evidence
    }


def second_coding(path: Path) -> tuple[set[Code], set[str]]:
    """The codes of the file, and the sources that it codes."""
    value = read_yaml(path, path.name).value
    codes = {
        (source, str(entry["paragraph"]), str(code["approach"]), stance(str(code["stance"])))
        for source, entries in value["sources"].items()
        for entry in entries
        for code in entry.get("codes") or ()
    }
    return codes, set(value["sources"])


def paragraphs(whole: WholeLibrary, source: str) -> list[str]:
    """The labels of the numbered paragraphs of a source, in order."""
    described = whole.contents.source(source)
    text, _ = read_source_text(ROOT / "corpus" / f"{source}.txt", source)
    layout = lay_out(text, described.furniture, described.numbering)
    labels = (layout.label(index) for index in range(len(layout)))
    return [label for label in labels if label]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("coding", type=Path, help="the second coding")
    parser.add_argument("--differences", action="store_true", help="list every cell that differs")
    chosen = parser.parse_args()
    whole = read_library(ROOT)
    first = first_coding(whole)
    second, sources = second_coding(chosen.coding)
    approaches = [head.id for head in whole.contents.approaches]
    cells = [
        (source, label, approach, named)
        for source in sorted(sources)
        for label in paragraphs(whole, source)
        for approach in approaches
        for named in STANCES
    ]
    unknown = second - set(cells)
    for cell in sorted(unknown):
        print("not a cell:", *cell)
    print(f"{'approach':28} {'cells':>6} {'first':>6} {'second':>6} {'both':>6} {'kappa':>6}")
    for approach in [*approaches, "all"]:
        some = [cell for cell in cells if approach in ("all", cell[2])]
        counts = (len(some), *(len(set(some) & codes) for codes in (first, second, first & second)))
        value = kappa(first, second, some)
        print(f"{approach:28} " + " ".join(f"{n:6}" for n in counts) + f" {value:6.2f}")
    merged = [{cell[:3] for cell in codes} for codes in (first, second)]
    without_stance = sorted({cell[:3] for cell in cells})
    padded = [{(*cell, "") for cell in codes} for codes in merged]
    value = kappa(padded[0], padded[1], [(*cell, "") for cell in without_stance])
    print(f"without stance (does the paragraph bear on the approach?): {value:.2f}")
    if chosen.differences:
        for cell in sorted((first ^ second) & set(cells)):
            print("first only: " if cell in first else "second only:", *cell)
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
