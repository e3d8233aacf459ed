"""What stands at the end of a report: who answers whom, the notes, the sources, the limits."""

import re
from collections.abc import Collection

from counterpoint.application.report.parting import Holding, holdings, nearest
from counterpoint.application.report.words.cell_words import behind
from counterpoint.application.report.words.markings import rank
from counterpoint.application.report.words.wording import (
    capital,
    dated,
    in_words,
    letter,
    listed,
    named,
    paragraphs,
    places,
    reply_id,
    source_id,
    stop,
    who_to_whom,
)
from counterpoint.domain.parting import PairsApart
from counterpoint.domain.report.blocks import (
    Block,
    Cite,
    Column,
    Emphasis,
    Heading,
    Inline,
    Link,
    Paragraph,
    Role,
    Strong,
    Table,
    Text,
)
from counterpoint.domain.report.material import Cell, Material, Question, Reply, Source
from counterpoint.domain.source import NOT_STATED
from counterpoint.labels.text import DOT

from .cited_sources import Cited
from .quoting import Quoting

_PLACES = 2
"""At which an approach is shown to hold an answer; the table of answers has all."""
_BY_TITLE = 3
"""Sources that are not cited and are named by their titles, not shortly."""
_BY_NAME = 12
"""Those that are named at all."""
WHOLE = "whole"
"""The paragraph of a Cite that stands for the entry in the list of sources."""


def parting(material: Material, questions: Collection[Question]) -> tuple[Block, ...]:
    """How far the approaches part; and a line for each of the questions: its named answers with who
    holds them or who says them of whom, and who is silent."""
    found = sorted(holdings(material), key=lambda one: -one.difference)
    letters = {approach.id: approach.letter for approach in material.approaches}

    def row(one: Holding) -> tuple[tuple[Block, ...], ...]:
        held = [(answer.name, holders) for answer, holders in one.held]
        held += [("Speak of it", one.otherwise)] if one.otherwise else []
        told = dict(one.told)
        line: list[Inline] = []
        for name, holders in held:
            line.append(Text(f"{DOT if line else ''}{name}: "))
            for number, id in enumerate(sorted(holders, key=told.__contains__)):
                line += [Text(", ")] if number else []
                line += [Text("said of ")] if id in told else []
                line.append(letter(letters[id]))
                line += [Text(f" by {listed(named(told[id]))}")] if id in told else []
                line += _where(material, material.cell(id, one.question.id))
        quiet = ", ".join(letters[id] for id in one.silent) or "nobody"
        quiet += (
            f"; not yet looked at: {', '.join(letters[id] for id in one.not_considered)}"
            if one.not_considered
            else ""
        )
        return (
            (Paragraph((Strong((Text(one.question.title),)),)),),
            (Paragraph(tuple(line)),),
            (Paragraph((Text(quiet),)),),
        )

    rows = tuple(row(one) for one in found if one.question in questions)
    verdict = Paragraph((Text(_verdict(material, found)),), Role.LEAD)
    if not rows:
        return (verdict,)
    first = "Question" if len(rows) == len(found) else "Other questions"
    columns = tuple(
        Column((Text(head),), share)
        for head, share in ((first, 0.17), ("Who holds what", 0.69), ("Not said by", 0.14))
    )
    return (verdict, Table(columns, rows, id="where-they-part"))


def _where(material: Material, cell: Cell) -> list[Inline]:
    where = places(material, behind(material, cell), most=_PLACES)
    return [Text("\u00a0"), *where] if where else []


def _verdict(material: Material, found: list[Holding]) -> str:
    letters = {approach.id: approach.letter for approach in material.approaches}
    said = []
    if found and found[0].difference:
        first = found[0]
        said.append(f"They part most on {first.question.title}: {_how_far(first.apart)}.")
    close = nearest(material)
    if close is not None:
        both = f"{letters[close.one]} and {letters[close.other]} are nearest to each other: on"
        said.append(
            f"{both if len(letters) > 2 else 'On'} {close.shared} of the {close.both_speak} "
            "questions on which both have an answer, they have one alike."
        )
    if len(said) == 2 and len(letters) > 2:
        said.append("A pair of which one says nothing counts half.")
    if said and any(one.told for one in found):
        said.append("What others alone say of an approach counts as its answer.")
    return " ".join(said) or "The approaches cannot be told apart on these questions."


def _how_far(pairs: PairsApart) -> str:
    if pairs.pairs == 1:
        return "they give no answer alike" if pairs.apart else "one of them says nothing"
    quiet = f", and in {pairs.one_silent} one says nothing" if pairs.one_silent else ""
    return f"of the {pairs.pairs} pairs of approaches {pairs.apart} give no answer alike{quiet}"


def replies(material: Material, quoting: Quoting) -> tuple[Block, ...]:
    """Every pair of passages of which the later takes up the earlier; apart from them, the pairs
    that we set beside one another."""
    blocks: list[Block] = []
    direct = [reply for reply in material.replies if not reply.inferred]
    ours = [reply for reply in material.replies if reply.inferred]
    for heading, pairs in (("", direct), ("Set beside one another by us", ours)):
        if pairs and heading:
            blocks.append(Heading(3, (Text(heading),)))
        for reply in pairs:
            blocks += _pair(material, reply, quoting)
    return tuple(blocks)


def _pair(material: Material, reply: Reply, quoting: Quoting) -> list[Block]:
    said = who_to_whom(material, reply)
    why = f": {stop(reply.why)}" if reply.why else "."
    return [
        Paragraph((Text(said + why),), Role.CLAIM, reply_id(material, reply)),
        quoting.of(reply.to),
        quoting.of(reply.by),
    ]


def source_list(
    material: Material, cited: Cited, *, statements: bool, described: bool = True
) -> tuple[Block, ...]:
    """Those that are cited, numbered, each with what it is, its marking, and its summary statement;
    where nothing is cited, those that a claim rests on. What the signs of places are stands at the
    end."""
    blocks: list[Block] = []
    quoted = cited.sources or material.quoted_sources()
    for source in material.sources:
        if source.id not in quoted:
            continue
        words: tuple[Inline, ...] = (
            Strong((Text(f"[{source.number}]"),)),
            Text(" "),
            Cite(source.id, WHOLE),
            *_address(source),
        )
        if not described:
            words = (*words, Text(_in_short(source)))
            blocks.append(Paragraph(words, Role.DETAIL, source_id(source.id)))
            continue
        blocks.append(Paragraph(words, Role.REFERENCE, source_id(source.id)))
        blocks.append(Paragraph((Text(_descriptor(source)),), Role.DETAIL))
        if statements:
            told = (source.about, *paragraphs(source.statement))
            blocks += [Paragraph((Text(each),), Role.DETAIL) for each in told if _known(each)]
    others = [source for source in material.sources if source.id not in quoted]
    if others:
        uncited: list[Inline] = [Text("Read too, and not cited here: ")]
        if len(others) <= _BY_TITLE:  # no marks: a style of citation has its own
            for number, source in enumerate(others):
                uncited += [Text(" and " if number == len(others) - 1 else ", ")] if number else []
                uncited.append(Emphasis((Text(source.title),)))
        elif len(others) <= _BY_NAME:
            uncited.append(Text(listed([source.short for source in others])))
        else:
            uncited.append(Text(in_words(len(others), "text")))
        blocks.append(Paragraph((*uncited, Text(".")), Role.DETAIL))
    if cited.signs:
        blocks.append(Paragraph((Text(_explained(cited)),), Role.DETAIL))
    return tuple(blocks)


def _address(source: Source) -> tuple[Inline, ...]:
    """Where it can be read on the web, as a link."""
    if not source.link:
        return ()
    link = Link(source.link, (Text(source.link),))
    read = f" (read on {source.accessed})" if source.accessed else ""
    return (Text(" "), link, Text(f"{read}."))


def _explained(cited: Cited) -> str:
    said = "The words are ours, but for quotations; "
    said += "what they rest on stands in brackets in the same row or sentence: "
    said += "the number of the source, and where in it."
    if "¶" in cited.signs:
        said += " ¶ is a paragraph by the number that the text itself gives it."
    if "1" in cited.signs:
        said += " A number alone there is that of a paragraph, as the text has it."
    if "§" in cited.signs:
        said += (
            " § is a paragraph that the text does not number, counted by us from its first: "
            "headings, bylines, dates, captions, footnotes and links to other articles are not "
            "counted."
        )
    return said


def _in_short(source: Source) -> str:
    """What helps to look it up, behind its entry: what it is, its marking, who may read it."""
    said = ""
    if _known(source.about):
        said += f" {stop(_first_sentence(source.about))}"
    if rank(source.marking) != 0:
        said += f" Marked {source.marking.partition(';')[0]}."
    if _known(source.access):
        said += f" Access: {stop(_first_sentence(source.access))}"
    return said


def _first_sentence(words: str) -> str:
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", words.strip(), maxsplit=1)[0]


def _descriptor(source: Source) -> str:
    parts = [source.kind, dated(source)]
    parts.append(f"marking: {source.marking}")
    if _known(source.access):
        parts.append(f"access: {source.access}")
    return capital(stop("; ".join(stripped for part in parts if (stripped := part.rstrip(". ")))))


def _known(words: str) -> bool:
    return words.casefold().strip(" .") not in ("", NOT_STATED)


def limits(material: Material) -> tuple[Block, ...]:
    """What the texts as a whole cover, and what they cannot tell."""
    blocks: list[Block] = [
        Paragraph((Text(each),)) for each in paragraphs(material.statement) if each
    ]
    undated = [source.short for source in material.sources if not source.date[:1].isdigit()]
    if undated:
        said = f"Without a date: {listed(undated)}."
        blocks.append(Paragraph((Text(said),), Role.DETAIL))
    return tuple(blocks)
