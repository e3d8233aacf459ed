"""Words that several parts of a report use."""

from collections.abc import Iterable, Mapping, Sequence

from counterpoint.domain.counting import noun_of
from counterpoint.domain.report.blocks import Inline, Link, Place, Strong, Text
from counterpoint.domain.report.material import Material, Passage, Reply, Source
from counterpoint.labels.date import date_in_words
from counterpoint.labels.names import chained
from counterpoint.labels.paragraph import in_source

_REPLIED = {"rebuts": "rebutted", "concedes to": "conceded to", "supports": "supported"}
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


def in_words(number: int, noun: str, nouns: str = "") -> str:
    """ "six approaches"; in figures beyond twelve."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{said} {noun_of(number, noun, nouns)}"


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


def paragraphs(text: str) -> Iterable[str]:
    """Each on one line."""
    return (" ".join(part.split()) for part in text.split("\n\n"))


def source_id(source: str) -> str:
    """What the entry of a source in the report is linked to by."""
    return f"source-{source}"


def approach_id(approach: str) -> str:
    return f"approach-{approach}"


def reply_id(material: Material, reply: Reply) -> str:
    return f"reply-{material.replies.index(reply) + 1}"


def cell_id(approach: str, question: str) -> str:
    return f"cell-{approach}-{question}"


def places(
    material: Material, passages: Iterable[Passage], *, most: int = 0, apart: bool = False
) -> list[Inline]:
    """The numbers of the sources and the paragraphs in them, each once and in their order, linked
    to the sources' entries: "[1 ¶4, ¶5; 2 §9]". With `most`, the first of them alone; `apart`, with
    a link of its own for each: one that leads to the first of many would leave the others to be
    looked for."""
    found: dict[Source, dict[str, Place]] = {}
    for passage in passages:
        there = found.setdefault(material.source(passage.source), {})
        if passage.paragraph in there:
            continue
        if most and sum(map(len, found.values())) >= most:
            break
        there[passage.paragraph] = Place(passage.source, passage.span)
    found = {
        source: dict(sorted(there.items(), key=lambda one: _stands(one[1])))
        for source, there in sorted(found.items(), key=lambda one: one[0].number)
        if there
    }
    if not found:
        return []
    inside: list[Inline] = [Text("[")]
    for number, (source, paragraphs) in enumerate(found.items()):
        inside += [Text("; ")] if number else []
        inside += _numbered(source, paragraphs, apart=apart)
    return [*inside, Text("]")]


def _stands(place: Place) -> tuple[bool, int]:
    """What is not found in its source stands last."""
    return place.span is None, place.span.start if place.span else 0


def _numbered(source: Source, paragraphs: Mapping[str, Place], *, apart: bool) -> list[Inline]:
    """ "2\u00a0¶4, ¶5": on one line as far as it goes."""
    target = f"#{source_id(source.id)}"
    named = {paragraph: place for paragraph, place in paragraphs.items() if paragraph}
    where = tuple((named or paragraphs).values())
    first, *more = [each.replace(" ", "\u00a0") for each in named] or [""]
    words = [f"{source.number}\u00a0{first}" if first else str(source.number), *more]
    if not apart or not more:
        return [Link(target, (Text(", ".join(words)),), where)]
    made: list[Inline] = []
    for word, place in zip(words, where, strict=True):
        made += [Text(", ")] if made else []
        made.append(Link(target, (Text(word),), (place,)))
    return made


def voice(passage: Passage) -> str:
    """ "Embassy London, reporting Michael Davenport": the chain as the reader meets it."""
    return chained(passage.voice)


def speaker(material: Material, passage: Passage, *, placed: bool = False) -> str:
    """ "Michael Davenport": whose words they are in the end; `placed`, with where they stand."""
    where = in_source(material.source(passage.source).short, passage.paragraph)
    who = chained(passage.voice[-1:])
    if not who:
        return where
    return f"{who} ({where})" if placed else who


def named(voices: Iterable[str]) -> list[str]:
    """The ends of chains of voices as they stand in a sentence."""
    return [chained((voice,)) if voice else "somebody who is not named" for voice in voices]


def who_to_whom(material: Material, reply: Reply) -> str:
    """ "Hugo Klijn rebutted the Open Letter", without a full stop. Where we set the two beside one
    another, neither did anything to the other, and it says so."""
    by, to = (speaker(material, each, placed=by_one(reply)) for each in (reply.by, reply.to))
    if reply.inferred:
        return f"We set words of {by} {reply.beside} words of {to}"
    return f"{capital(by)} {_REPLIED.get(reply.kind, reply.kind)} {to}"


def by_one(reply: Reply) -> bool:
    """True if one voice said both."""
    return reply.by.voice[-1:] == reply.to.voice[-1:]


def replied_by(material: Material, reply: Reply) -> str:
    """ "Rebutted by Hugo Klijn", under the words that are replied to."""
    by = speaker(material, reply.by)
    if reply.inferred:
        return f"Set {reply.beside} it by us: words of {by}"
    return f"{capital(_REPLIED.get(reply.kind, reply.kind))} by {by}"


def dated(source: Source) -> str:
    return date_in_words(source.date)


def letter(words: str) -> Strong:
    return Strong((Text(words),))
