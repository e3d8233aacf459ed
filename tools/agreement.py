"""How far two codings of the library agree: Cohen's kappa.

    .venv/bin/python tools/agreement.py docs/coding/fourth-coding.yaml
    .venv/bin/python tools/agreement.py docs/coding/holds-coding.yaml

The first coding is that of options/; the second is the file. A file of passages is compared on
source × paragraph × approach × stance:

    sources:
      moscow-times-2017:
        - paragraph: "§1"
          codes:
            - {approach: engage-but-beware, stance: describes}

What is inferred has words of its own since ("tells for"); they count as the stance that they took
the place of, so that codings of either kind can be compared.

A file of answers is compared on approach × question × named answer, with "not said" as one more
answer, each coded yes or no:

    holds:
      engage-but-beware:
        channels: [ministers]
        allies: []

Answers that have other names since, or are gone, stand in `answers-renamed.yaml` beside the file:
what is gone stays a cell of its own, and differs.

The answers of one question are not independent of one another: an approach that is given another
answer differs in two of these cells. Beside kappa stands in how many of the approaches the answers
are wholly the same.

Kappa is (observed − expected) / (1 − expected) over every cell, each coded yes or no (J. Cohen, "A
Coefficient of Agreement for Nominal Scales", Educational and Psychological Measurement 20, 1960).
"""

import argparse
import sys
from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "app"))

from counterpoint.domain.anchoring import find  # noqa: E402
from counterpoint.storage.library.source_file import read_source  # noqa: E402
from counterpoint.storage.quotations.open_source import OpenSource  # noqa: E402
from counterpoint.storage.yaml.yaml_file import read_yaml  # noqa: E402

Code = tuple[str, str, str, str]
"""Source, paragraph, approach, stance."""
Held = tuple[str, str, str]
"""Question, approach, named answer or `NOT_SAID`."""

STANCES = ("advocates", "describes", "criticises", "concedes")
NOT_SAID = "not said"
_EARLIER_WORDS = {
    "tells for": "advocates",
    "tells against": "criticises",
    "bears on": "describes",
}
_NOT_OPTIONS = ("dimensions", "replies", "answers")


def stance(word: str) -> str:
    """The one of `STANCES` that `word` counts as."""
    return _EARLIER_WORDS.get(word, word)


def kappa(
    first: AbstractSet[Hashable], second: AbstractSet[Hashable], cells: Iterable[Hashable]
) -> float:
    """Cohen's kappa of two yes-or-no codings of `cells`; 1 where both code nothing or all."""
    every = list(cells)
    both = sum(cell in first and cell in second for cell in every)
    neither = sum(cell not in first and cell not in second for cell in every)
    observed = (both + neither) / len(every)
    yes_first = sum(cell in first for cell in every) / len(every)
    yes_second = sum(cell in second for cell in every) / len(every)
    expected = yes_first * yes_second + (1 - yes_first) * (1 - yes_second)
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def options() -> dict[str, Mapping[str, Any]]:
    """The options' files as they stand, by id: those that the window shows at first, then by cue.

    They are read as YAML and no further, so that a coding can be compared with any library of its
    time.
    """
    read = {
        path.stem: read_yaml(path, path.name).value
        for path in sorted((ROOT / "options").glob("*.yaml"))
        if path.stem not in _NOT_OPTIONS
    }

    def place(id: str) -> tuple[bool, str]:
        return not read[id].get("shown", True), str(read[id]["cue"])

    return {id: read[id] for id in sorted(read, key=place)}


def cells_of(option: Mapping[str, Any]) -> Iterable[tuple[str, Mapping[str, Any]]]:
    """Each question's id and what the option's file has under it."""
    yield from option["positions"].items()


def paragraphs(book: OpenSource) -> list[str]:
    """The labels of the numbered paragraphs of a source, in order."""
    labels = (book.layout.label(index) for index in range(len(book.layout)))
    return [label for label in labels if label]


def paragraph(book: OpenSource, at: int) -> str:
    """The label of the paragraph in which the code point `at` stands; a footnote's is the last."""
    label = ""
    for index in range(len(book.layout)):
        if book.layout.span(index).start > at:
            break
        label = book.layout.label(index) or label
    return label


def where(book: OpenSource, piece: Mapping[str, Any]) -> str:
    """The paragraph in which a piece of evidence begins. Raises ValueError where it stands not
    once."""
    found = find(piece["quote"], book.haystack)
    labels = [paragraph(book, span.start) for span in found]
    if "paragraph" in piece:
        labels = [label for label in labels if label == piece["paragraph"]]
    if "occurrence" in piece:
        labels = labels[piece["occurrence"] - 1 :][:1]
    if len(labels) != 1:
        raise ValueError(f"stands {len(labels)} times: {piece['quote']}")
    return labels[0]


def first_coding(shelf: Mapping[str, OpenSource]) -> dict[Code, set[bool]]:
    """What options/ says, and whether by a direct link (True), an inferred one, or both."""
    codes: dict[Code, set[bool]] = {}
    for id, option in options().items():
        for _, position in cells_of(option):
            for claim in position.get("claims") or ():
                for piece in claim["evidence"]:
                    word = str(piece["stance"])
                    label = where(shelf[piece["source"]], piece)
                    code = (str(piece["source"]), label, id, stance(word))
                    direct = word in STANCES and piece.get("link") != "inferred"
                    codes.setdefault(code, set()).add(direct)
    return codes


def second_coding(sources: Mapping[str, Any]) -> dict[Code, set[bool]]:
    """The same of the second coding."""
    codes: dict[Code, set[bool]] = {}
    for source, entries in sources.items():
        for entry in entries:
            for code in entry.get("codes") or ():
                word = str(code["stance"])
                key = (source, str(entry["paragraph"]), str(code["approach"]), stance(word))
                codes.setdefault(key, set()).add(code.get("link") == "direct")
    return codes


def compare_passages(sources: Mapping[str, Any], differences: bool) -> int:
    """Prints the agreement on passages; returns the exit code."""
    shelf = {
        path.stem: read_source(ROOT / "corpus", path.stem)[0]
        for path in sorted((ROOT / "corpus").glob("*.txt"))
    }
    links_first, links_second = first_coding(shelf), second_coding(sources)
    first, second = set(links_first), set(links_second)
    approaches = list(options())
    cells = [
        (source, label, approach, named)
        for source in sorted(sources)
        for label in paragraphs(shelf[source])
        for approach in approaches
        for named in STANCES
    ]
    unknown = print_unknown(second, cells)
    print_head("approach")
    for approach in [*approaches, "all"]:
        print_row(approach, first, second, [c for c in cells if approach in ("all", c[2])])
    for source in sorted(sources):
        print_row(source, first, second, [c for c in cells if c[0] == source])
    merged = [{cell[:3] for cell in codes} for codes in (first, second)]
    value = kappa(merged[0], merged[1], sorted({cell[:3] for cell in cells}))
    print(f"without stance (does the paragraph bear on the approach?): {value:.2f}")
    both = first & second & set(cells)
    same = sum(bool(links_first[cell] & links_second[cell]) for cell in both)
    print(f"direct or inferred: the same in {same} of the {len(both)} cells that both code")
    if differences:
        print_differences(first, second, cells)
        for cell in sorted(both):
            if not links_first[cell] & links_second[cell]:
                print("first direct: " if True in links_first[cell] else "second direct:", *cell)
    return 1 if unknown else 0


def compare_answers(
    holds: Mapping[str, Any], since: Mapping[str, Mapping[str, Any]], differences: bool
) -> int:
    """Prints the agreement on who holds which answer; returns the exit code. `since` has what
    became of the answers: `renamed` by question and earlier name, and those `gone` by question."""
    renamed, gone = since.get("renamed", {}), since.get("gone", {})
    library = options()
    questions = read_yaml(ROOT / "options" / "dimensions.yaml", "dimensions.yaml").value[
        "dimensions"
    ]
    names = {
        str(question["id"]): [
            *(str(answer["id"]) for answer in question["answers"]),
            *map(str, gone.get(question["id"], ())),
            NOT_SAID,
        ]
        for question in questions
    }
    first: set[Held] = set()
    for id, option in library.items():
        for question, position in cells_of(option):
            first |= held(question, id, position.get("holds"))
    second: set[Held] = set()
    for id, answers in holds.items():
        for question, ids in answers.items():
            names_now = renamed.get(question, {})
            second |= held(str(question), id, [names_now.get(name, name) for name in ids])
    cells = [
        (question, id, name)
        for question, answers in names.items()
        for id in library
        for name in answers
    ]
    unknown = print_unknown(second, cells)
    print_head("question", "  wholly the same")
    for question in [*names, "all"]:
        asked = list(names) if question == "all" else [question]
        alike = sum(
            {c for c in first if c[:2] == (one, id)} == {c for c in second if c[:2] == (one, id)}
            for one in asked
            for id in library
        )
        some = [cell for cell in cells if cell[0] in asked]
        print_row(question, first, second, some, f"  {alike} of {len(asked) * len(library)}")
    if differences:
        print_differences(first, second, cells)
    return 1 if unknown else 0


def held(question: str, approach: str, ids: Sequence[str] | None) -> set[Held]:
    """One cell of a comparison: the answers that it holds, or that it is not said."""
    return {(question, approach, str(id)) for id in ids or (NOT_SAID,)}


def print_unknown(second: AbstractSet[Any], cells: Sequence[Any]) -> bool:
    unknown = sorted(second - set(cells))
    for cell in unknown:
        print("not a cell:", *cell)
    return bool(unknown)


def print_head(what: str, more: str = "") -> None:
    print(f"{what:28} {'cells':>6} {'first':>6} {'second':>6} {'both':>6} {'kappa':>6}{more}")


def print_row(
    name: str,
    first: AbstractSet[Hashable],
    second: AbstractSet[Hashable],
    cells: Sequence[Hashable],
    more: str = "",
) -> None:
    every = set(cells)
    counts = (len(cells), *(len(every & codes) for codes in (first, second, first & second)))
    value = kappa(first, second, cells)
    print(f"{name:28} " + " ".join(f"{n:6}" for n in counts) + f" {value:6.2f}{more}")


def print_differences(
    first: AbstractSet[Any], second: AbstractSet[Any], cells: Sequence[Any]
) -> None:
    for cell in sorted((first ^ second) & set(cells)):
        print("first only: " if cell in first else "second only:", *cell)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("coding", type=Path, help="the second coding, of passages or of answers")
    parser.add_argument("--differences", action="store_true", help="list every cell that differs")
    chosen = parser.parse_args()
    value = read_yaml(chosen.coding, chosen.coding.name).value
    if "holds" in value:
        beside = chosen.coding.with_name("answers-renamed.yaml")
        since = read_yaml(beside, beside.name).value if beside.exists() else {}
        return compare_answers(value["holds"], since, chosen.differences)
    return compare_passages(value["sources"], chosen.differences)


if __name__ == "__main__":
    sys.exit(main())
