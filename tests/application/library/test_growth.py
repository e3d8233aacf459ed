"""Reading and anchoring: twice as much costs twice the work, whatever is wrong with it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from counterpoint.application.library.anchor import anchor_library
from counterpoint.application.library.check import check_library, unread
from tests.library_on_disk import LETTER, LETTER_YAML, TALK, LibraryOnDisk
from tests.steps import steps

HEAD = TALK.partition("positions:")[0]
Make = Callable[[LibraryOnDisk, int], None]


def approach(claims: str) -> str:
    return f"{HEAD}positions:\n  channels:\n    coverage: full\n    claims:\n{claims}"


def claim(id: str, quote: str, more: str = "", often: int = 1) -> str:
    evidence = (
        f"          - source: letter\n            quote: {quote}\n{more}"
        "            stance: advocates\n            voice: [x]\n"
    )
    said = f"      - id: {id}\n        text: It is said.\n        kind: fact\n"
    return f"{said}        evidence:\n{evidence * often}"


def claims(quote: str, more: str = "") -> Make:
    def write(disk: LibraryOnDisk, many: int) -> None:
        parts = (claim(f"c-{n}", quote.format(n), more) for n in range(many))
        disk.write("options/talk.yaml", approach("".join(parts)))

    return write


def one_claim(disk: LibraryOnDisk, many: int) -> None:
    disk.write("options/talk.yaml", approach(claim("c", "Talks should go on.", often=many)))


def keys(disk: LibraryOnDisk, many: int) -> None:
    disk.write("options/talk.yaml", TALK + "".join(f"key-{n}: x\n" for n in range(many)))


def dimensions(disk: LibraryOnDisk, many: int) -> None:
    more = "  - {{id: d-{0}, title: T, question: Q, tells_apart: X}}\n"
    disk.write("options/dimensions.yaml", "dimensions:\n" + "".join(map(more.format, range(many))))
    told = "".join(f"  d-{n}: {{coverage: gap, looked_for: x}}\n" for n in range(many))
    disk.write("options/talk.yaml", f"{HEAD}positions:\n{told}")


def block_anchors(disk: LibraryOnDisk, many: int) -> None:
    anchor = (
        "            anchor:\n              start: 1\n              end: 2\n"
        '              before: "should grow.\\n\\n¶2. "\n              after: ""\n'
        f"              digest: '{'0' * 64}'\n"
    )
    claims("Talks should go on.", anchor)(disk, many)


def files(disk: LibraryOnDisk, many: int) -> None:
    for number in range(many // 10):
        disk.write(f"options/talk-{number}.yaml", TALK)
        disk.write(f"corpus/letter-{number}.txt", LETTER)
        disk.write(f"corpus/letter-{number}.yaml", LETTER_YAML)


def furniture(text: str, entry: str) -> Make:
    def write(disk: LibraryOnDisk, many: int) -> None:
        disk.write(
            "corpus/letter.txt", LETTER + "".join(f"\n{text.format(n)}" for n in range(many))
        )
        entries = "".join(f"  - {entry.replace('#', str(n))}\n" for n in range(many))
        disk.write("corpus/letter.yaml", LETTER_YAML.replace("bears_on", f"{entries}bears_on"))

    return write


def bearing_on_nothing(disk: LibraryOnDisk, many: int) -> None:
    disk.write("corpus/letter.txt", LETTER + "".join(f"\n¶{n + 4}. Word.\n" for n in range(many)))
    entries = "".join(f'  - {{paragraph: "¶{n + 9}0", why: x}}\n' for n in range(many))
    disk.write("corpus/letter.yaml", LETTER_YAML + entries)


def wrong(old: str, new: str) -> Make:
    def write(disk: LibraryOnDisk, many: int) -> None:
        claims("Talks should go on.")(disk, many)
        disk.write("options/talk.yaml", disk.read("options/talk.yaml").replace(old, new))

    return write


def relations(disk: LibraryOnDisk, many: int) -> None:
    told = "  - {kind: answers, option: tolk, why: x}\n" * many
    disk.write("options/talk.yaml", TALK.replace("positions:", f"relations:\n{told}positions:"))


def strays(disk: LibraryOnDisk, many: int) -> None:
    for number in range(many // 2):
        disk.write(f"corpus/Letter ({number}).txt", "x")
        disk.write(f"options/talk-{number}.pdf", "x")


def unseen_signs(disk: LibraryOnDisk, many: int) -> None:
    disk.write("corpus/letter.txt", LETTER + "A\u200b\u202eword.\n" * many)
    disk.write("options/talk.yaml", TALK.replace("Keep talking", "Keep\u200b" * many))


def from_elsewhere(disk: LibraryOnDisk, many: int) -> None:
    disk.write("corpus/speech.txt", LETTER.replace("Nobody", "Hardly anybody"))
    disk.write("corpus/speech.yaml", LETTER_YAML)
    claims("Hardly anybody spoke of the neighbours")(disk, many)


def interrupted(disk: LibraryOnDisk, many: int) -> None:
    disk.write("corpus/letter.txt", LETTER.replace("Nobody spoke", "Nobody\n\n7\n\nspoke"))
    claims("Nobody spoke of the neighbours")(disk, many)


GROWING: dict[str, Make] = {
    "stances that are wrong": wrong("stance: advocates", "stance: for"),
    "kinds that are wrong": wrong("kind: fact", "kind: 7"),
    "sources that are wrong": wrong("source: letter", "source: lettre"),
    "texts cut by a comment": wrong("It is said", "It is # said"),
    "voices in brackets": wrong("[x]", "[x, The minister, a man]"),
    "relations to nobody": relations,
    "claims": claims("Talks should go on."),
    "quotations that are absent": claims("Nothing {} of the kind was ever said by anybody"),
    "quotations with a paragraph": claims("should go on", '            paragraph: "¶2"\n'),
    "quotations of nothing": claims("Talks", "            stanze: x\n"),
    "quotations from elsewhere": from_elsewhere,
    "quotations that are interrupted": interrupted,
    "quotations that are spelt otherwise": claims("“talks should go on”"),
    "files that are not read": strays,
    "signs that are not seen": unseen_signs,
    "hedges": claims("Talks should go on.", "            hedge: perhaps\n"),
    "the same quotation again": one_claim,
    "unknown keys": keys,
    "dimensions": dimensions,
    "anchors in blocks": block_anchors,
    "files": files,
    "page breaks": furniture(
        "It goes\n\nPAGE-{}-X\n\non.\n", "{kind: page number, text: PAGE-#-X, interrupts: true}"
    ),
    "footnotes alike": furniture("BEGIN it END\n", "{kind: footnote, after: BEGIN, before: END}"),
    "paragraphs that bear on nothing": bearing_on_nothing,
}


@pytest.mark.parametrize("make", GROWING.values(), ids=GROWING)
def test_twice_as_much_costs_twice_the_work(tmp_path: Path, make: Make) -> None:
    _work(tmp_path / "imports", make, 10)
    few, more, many = (_work(tmp_path / str(many), make, many) for many in (10, 210, 410))

    for act in few:
        # What a library costs in any case taken off.
        assert many[act] - few[act] < 2.2 * (more[act] - few[act]), act


def _work(folder: Path, make: Make, many: int) -> dict[str, int]:
    disk = LibraryOnDisk.make(folder)
    make(disk, many)

    def verify() -> None:
        _, whole = check_library(folder)
        assert whole is not None
        list(unread(folder, whole))

    return {
        "check": steps(verify),
        "anchor": steps(lambda: anchor_library(folder)),
        "anchor again": steps(lambda: anchor_library(folder, again=True)),
    }


def test_an_unknown_key_is_told_without_going_through_the_whole_form(tmp_path: Path) -> None:
    few, more = (_work(tmp_path / str(many), keys, many) for many in (100, 200))

    assert more["check"] - few["check"] < 100 * 1_000
