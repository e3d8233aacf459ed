"""The brief: a report of blocks made from the material as a template says."""

from collections.abc import Callable
from typing import NamedTuple

from counterpoint.application.report.parting import holdings, most_different_first
from counterpoint.application.report.pictures import map_picture
from counterpoint.application.report.words.markdown import blocks_of
from counterpoint.application.report.words.wording import capital, in_words, years
from counterpoint.domain.report.blocks import (
    Block,
    Heading,
    Landscape,
    PageBreak,
    Paragraph,
    Picture,
    Report,
    Role,
    Strong,
    Text,
    word_count,
)
from counterpoint.domain.report.material import Material, Note, Question
from counterpoint.domain.report.rewriting import with_even_headings, with_live_links
from counterpoint.domain.report.template import Order, Section, SectionKind, Template
from counterpoint.labels.date import date_in_words
from counterpoint.storage.exporters.picture import svg

from . import end_matter
from .chapters import Chapters, remark
from .cited_sources import cited_in
from .quoting import Quoted, Quoting
from .tables import answers, glance, remove

_HEADINGS = {
    SectionKind.GLANCE: "The approaches at a glance",
    SectionKind.PARTING: "Where they part",
    SectionKind.ANSWERS: "What each answers",
    SectionKind.APPROACHES: "Each approach, claim by claim",
    SectionKind.REPLIES: "Who answers whom",
    SectionKind.NOTES: "The analyst’s notes",
    SectionKind.SOURCES: "Sources",
    SectionKind.LIMITS: "What these texts cannot tell",
    SectionKind.TEXT: "",
}


_UPRIGHT, _ACROSS = 160.0, 240.0
"""Millimetres that a picture has on a page, and on one that is laid across."""


class Wishes(NamedTuple):
    """What a person says of one brief, beside the template."""

    title: str = ""
    """ "" for that of the library."""
    question: str = ""
    """The question that the brief is to answer."""
    date: str = ""
    """ISO 8601, or "" for none."""
    marking: str = ""
    language: str = ""


class Brief(NamedTuple):
    report: Report
    quoted: tuple[Quoted, ...]
    """Every quotation that stands in it as such, in the order of reading."""
    words: int
    notes_left_out: int = 0
    """Of those that are marked for the brief, how many its template has no place for."""
    left_out: tuple[str, ...] = ()
    """Titles of the questions for which its table of answers has no room, and no other part has."""


def write_brief(material: Material, template: Template, wishes: Wishes) -> Brief:
    """The brief, its cites still to be put into words (`citing.cited`). Its sources are numbered in
    the order in which it cites them: that is known once its sections are written, in which their
    numbers stand and are put in order, so these are written again where it is another."""
    writing = _Writing(material, template, wishes)
    order = writing.cited.sources
    if order != tuple(source.id for source in material.sources[: len(order)]):
        rest = tuple(source.id for source in material.sources if source.id not in order)
        numbered = tuple(
            material.source(id)._replace(number=number)
            for number, id in enumerate((*order, *rest), 1)
        )
        writing = _Writing(material._replace(sources=numbered), template, wishes)
    return writing.brief()


def _subtitle(material: Material) -> str:
    approaches = in_words(len(material.approaches), "approach", "approaches")
    questions = in_words(len(material.questions), "question")
    texts = in_words(len(material.sources), "text")
    when = years(material.sources)
    return f"{capital(approaches)}, asked {questions} · from {texts}{f', {when}' if when else ''}"


class _Writing:
    """All sections but the lists of sources are written when it is made."""

    def __init__(self, material: Material, template: Template, wishes: Wishes) -> None:
        self._material = material
        self._template = template
        self._wishes = wishes
        self.quoting = Quoting()
        self._placed: set[str] = set()
        self._left_out: tuple[Question, ...] = ()
        """By the table of answers, for want of room."""
        kinds = {section.kind for section in template.sections}
        self._pairs = SectionKind.REPLIES in kinds
        self._chapters = SectionKind.APPROACHES in kinds
        self._writers: dict[SectionKind, Callable[[Section], tuple[Block, ...]]] = {
            SectionKind.GLANCE: lambda _: (glance(material, linked=self._chapters),),
            SectionKind.PARTING: self._parting,
            SectionKind.ANSWERS: self._answers,
            SectionKind.APPROACHES: self._approaches,
            SectionKind.REPLIES: lambda _: end_matter.replies(material, self.quoting),
            SectionKind.NOTES: lambda _: self._notes(),
            SectionKind.SOURCES: self._sources,
            SectionKind.LIMITS: lambda _: end_matter.limits(material),
            SectionKind.TEXT: lambda section: blocks_of(
                section.markdown, 2 if section.heading else 1
            ),
        }

        question = wishes.question
        asked = (Strong((Text("Question: "),)), Text(question))
        self._opening = [Paragraph(asked, Role.LEAD)] if question else []
        self._made = {
            number: self.section(section)
            for number, section in enumerate(template.sections)
            if section.kind is not SectionKind.SOURCES
        }
        before = [*self._opening, *(block for blocks in self._made.values() for block in blocks)]
        self.cited = cited_in(material, before)

    def brief(self) -> Brief:
        """The whole."""
        wishes, template, material = self._wishes, self._template, self._material
        blocks: list[Block] = [*self._opening]
        for number, section in enumerate(template.sections):
            made = self._made.get(number) or self._section_of_sources(section)
            begins_a_page = bool(made) and isinstance(made[0], PageBreak)
            on_a_new_page = not blocks or isinstance(blocks[-1], Landscape)
            blocks += made[1:] if begins_a_page and on_a_new_page else made
        date = date_in_words(wishes.date) if wishes.date else ""
        under = _subtitle(material)
        if template.small and date:  # on one line, which leaves the other for an answer
            under, date = f"{under} · {date}", ""
        report = Report(
            title=wishes.title or material.title,
            subtitle=under,
            language=wishes.language or material.language,
            date=date,
            marking=wishes.marking,
            blocks=with_even_headings(with_live_links(tuple(blocks))),
            paper=template.paper,
            small=template.small,
            landscape=template.landscape,
        )
        ledger = tuple(self.quoting.ledger)
        left_out = self.left_out()
        return Brief(report, ledger, word_count(blocks), self.notes_left_out(), left_out)

    def left_out(self) -> tuple[str, ...]:
        if any(section.rest for section in self._template.sections):
            return ()
        return tuple(question.title for question in self._left_out)

    def notes_left_out(self) -> int:
        marked = {note.id for note in self._material.notes if note.marked}
        return len(marked - self._placed)

    def _section_of_sources(self, section: Section) -> list[Block]:
        return self.section(section) if section.kind is SectionKind.SOURCES else []

    def section(self, section: Section) -> list[Block]:
        """With its heading; nothing where there is nothing to say."""
        inside = self._writers[section.kind](section)
        if not inside:
            return []
        blocks: list[Block] = [PageBreak()] if section.new_page and self._breaks(section) else []
        words = section.heading or self._heading(section.kind)
        if not words or not section.headed:
            return [*blocks, *inside]
        heading = Heading(1, (Text(words),), f"part-{section.kind.value}")
        first = inside[0]
        if isinstance(first, Landscape):  # the heading goes onto its page
            return [*blocks, Landscape((heading, *first.inside)), *inside[1:]]
        return [*blocks, heading, *inside]

    def _heading(self, kind: SectionKind) -> str:
        others = any(note.author for note in self._material.notes if note.marked)
        return "Notes" if kind is SectionKind.NOTES and others else _HEADINGS[kind]

    def _breaks(self, section: Section) -> bool:
        return section is not self._template.sections[0]

    def _answers(self, section: Section) -> tuple[Block, ...]:
        questions = self._material.questions
        if section.order is Order.MOST_DIFFERENT_FIRST:
            questions = most_different_first(self._material)
        made = answers(
            self._material,
            questions,
            linked=self._chapters,
            already_landscape=self._template.landscape,
            most_words=section.words,
            most_rows=section.rows,
            said=not any(each.rest for each in self._template.sections),
        )
        self._left_out = made.left_out
        return made.blocks

    def _parting(self, section: Section) -> tuple[Block, ...]:
        of = self._left_out if section.rest else self._material.questions
        lead, *rest = end_matter.parting(self._material, of)
        if not section.picture:
            return (lead, *rest)
        width = _ACROSS if self._template.landscape else _UPRIGHT
        questions = most_different_first(self._material)  # as the table after it has them
        told = any(one.told for one in holdings(self._material))
        pictures: list[Picture] = []
        for number, question in enumerate(questions, 1):
            some = self._material._replace(questions=(question,))
            first = number == 1
            # As many pixels as it is wide on paper, so that its letters are as large there.
            drawing = map_picture(
                some, width * 96 / 25.4, opening=False, legend=first, dashed=told and first
            )
            name = f"map-{number}.svg"
            pictures.append(Picture(name, svg(drawing)[0], drawing.description, width))
        return (lead, *pictures, *rest)

    def _approaches(self, section: Section) -> tuple[Block, ...]:
        chapters = Chapters(self._material, section, self.quoting, pairs_follow=self._pairs)
        blocks = chapters.all()
        self._placed |= chapters.notes_placed
        return blocks

    def _notes(self) -> tuple[Block, ...]:
        """Those that stand in no chapter before."""
        rest = [
            note for note in self._material.notes if note.marked and note.id not in self._placed
        ]
        self._placed |= {note.id for note in rest}
        return tuple(remark(note, with_place=True) for note in sorted(rest, key=_kind_first))

    def _sources(self, section: Section) -> tuple[Block, ...]:
        listed = end_matter.source_list(
            self._material, self.cited, statements=section.statements, described=not section.brief
        )
        return (*remove(self._material), *listed) if listed else ()


def _kind_first(note: Note) -> tuple[int, str]:
    kinds = ("judgement", "assumption", "observation")
    return (kinds.index(note.kind) if note.kind in kinds else len(kinds), note.created)
