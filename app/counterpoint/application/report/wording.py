"""Words that several parts of a report use."""

from collections.abc import Iterable, Sequence

from counterpoint.application.citation import date_in_words
from counterpoint.domain.report.blocks import Inline, Link, Strong, Text
from counterpoint.domain.report.material import Material, Passage, Source

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def counted(number: int, noun: str, nouns: str = "") -> str:
    """ "1 claim", "12 claims"."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


def in_words(number: int, noun: str, nouns: str = "") -> str:
    """ "six approaches"; in figures beyond twelve."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{said} {noun if number == 1 else nouns or noun + 's'}"


def capital(words: str) -> str:
    """With its first letter large."""
    return words[:1].upper() + words[1:]


def listed(words: Sequence[str]) -> str:
    """ "A, B and C"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def years(sources: Iterable[Source]) -> str:
    """ "2008 to 2020", or "" where none is dated."""
    found = sorted({source.date[:4] for source in sources if source.date[:4].isdecimal()})
    if not found:
        return ""
    return found[0] if len(found) == 1 else f"{found[0]} to {found[-1]}"


def stop(sentence: str) -> str:
    """With a full stop, where it has no end of its own."""
    trimmed = sentence.rstrip()
    return trimmed if trimmed.endswith((".", "?", "!", "…", ".”", "?”", "!”")) else f"{trimmed}."


def source_id(source: Source) -> str:
    """What the entry of a source in the report is linked to by."""
    return f"source-{source.id}"


def approach_id(approach: str) -> str:
    return f"approach-{approach}"


def cell_id(approach: str, question: str) -> str:
    return f"cell-{approach}-{question}"


def place(material: Material, passage: Passage, *, bare: bool = False) -> Link:
    """ "[2 ¶4]": the number of its source and the paragraph, linked to the source's entry."""
    source = material.source(passage.source)
    words = " ".join(part for part in (str(source.number), passage.paragraph) if part)
    return Link(f"#{source_id(source)}", (Text(words if bare else f"[{words}]"),))


def places(material: Material, passages: Iterable[Passage]) -> list[Inline]:
    """Each place once: "[1 ¶4; 2 §9]"."""
    links = list(dict.fromkeys(place(material, passage, bare=True) for passage in passages))
    if not links:
        return []
    inside: list[Inline] = [Text("[")]
    for number, link in enumerate(links):
        inside += [Text("; "), link] if number else [link]
    return [*inside, Text("]")]


def voice(passage: Passage) -> str:
    """ "Embassy London, reporting Michael Davenport": the chain as the reader meets it."""
    return ", ".join(passage.voice)


def dated(source: Source) -> str:
    return date_in_words(source.date)


def letter(words: str) -> Strong:
    return Strong((Text(words),))
