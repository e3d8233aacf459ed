"""The comparison as a workbook: answers, claims, evidence, replies, notes and sources."""

from collections import defaultdict
from collections.abc import Callable

from counterpoint.application.report.words.cell_words import held_names, not_said
from counterpoint.application.report.words.wording import capital, paragraphs, voice
from counterpoint.domain.approach import ClaimStanding
from counterpoint.domain.report.material import (
    Approach,
    Cell,
    Claim,
    Evidence,
    Material,
    Passage,
)
from counterpoint.domain.report.sheets import Sheet, SheetCell, SheetColumn, Workbook
from counterpoint.labels.quotation_state import state

ANSWERS, CLAIMS, EVIDENCE = "Answers", "Claims", "Evidence"
REPLIES, NOTES, SOURCES = "Replies", "Notes", "Sources"
SHEETS = (ANSWERS, CLAIMS, EVIDENCE, REPLIES, NOTES, SOURCES)
"""The names of the sheets, in their order."""


def matrix(
    material: Material,
    progress: Callable[[str], None] = lambda what: None,
) -> Workbook:
    """One sheet for each kind of thing, joined by links: an approach to its first claim, a claim's
    number to its first quotation, a quotation to its claim and its source. Links stand in narrow
    columns, as LibreOffice does not wrap the words of a link."""
    progress("gathering the sheets")
    making = _Making(material)
    return Workbook(
        material.title,
        (
            making.answers(),
            making.claims(),
            making.evidence(),
            making.replies(),
            making.notes(),
            making.sources(),
        ),
    )


class _Making:
    def __init__(self, material: Material) -> None:
        self._material = material
        self._cells = [
            material.cell(approach.id, question.id)
            for approach in material.approaches
            for question in material.questions
        ]
        # Of what stands in many rows there is one cell: to make them takes half the time.
        self._heads = {
            approach.id: SheetCell(
                f"{approach.letter} {approach.title}", colour=approach.colour, strong=True
            )
            for approach in material.approaches
        }
        self._said: dict[str, SheetCell] = {}
        self._titles = {question.id: question.title for question in material.questions}
        self._links = {
            source.id: SheetCell(source.short, link=(SOURCES, source.number - 1))
            for source in material.sources
        }
        self._first_claim: dict[tuple[str, str], int] = {}
        self._first_evidence: dict[tuple[str, str, str], int] = {}
        self._claims: list[tuple[Cell, Claim]] = []
        self._evidence: list[tuple[int, Claim, Evidence]] = []
        for cell in self._cells:
            for claim in cell.claims:
                self._first_claim.setdefault((cell.approach, cell.question), len(self._claims))
                key = (cell.approach, cell.question, claim.id)
                self._first_evidence[key] = len(self._evidence)
                self._evidence += [(len(self._claims), claim, piece) for piece in claim.evidence]
                self._claims.append((cell, claim))

    def answers(self) -> Sheet:
        columns = [SheetColumn("Question", 24)]
        columns += [
            SheetColumn(
                f"{approach.letter} {approach.title}",
                34,
                approach.colour,
                self._first_of(approach.id),
            )
            for approach in self._material.approaches
        ]
        rows = [
            (
                SheetCell(f"{question.title}\n{question.question}", strong=True),
                *(self._answer(approach, question.id) for approach in self._material.approaches),
            )
            for question in self._material.questions
        ]
        return Sheet(ANSWERS, tuple(columns), tuple(rows))

    def _first_of(self, approach: str) -> tuple[str, int] | None:
        rows = [row for (id, _), row in self._first_claim.items() if id == approach]
        return (CLAIMS, min(rows)) if rows else None

    def _answer(self, approach: Approach, question: str) -> SheetCell:
        cell = self._material.cell(approach.id, question)
        if cell.answer:
            names = capital(held_names(self._material, cell))
            return SheetCell(f"{names}. {cell.answer}" if names else cell.answer)
        own = [claim.text for claim in cell.claims if claim.standing is ClaimStanding.OWN]
        if own:
            return SheetCell("\n".join(own))
        return SheetCell(not_said(cell), quiet=True)

    def claims(self) -> Sheet:
        columns = (
            SheetColumn("No", 6),
            SheetColumn("Approach", 26),
            SheetColumn("Question", 20),
            SheetColumn("Claim", 70),
            SheetColumn("Kind", 12),
            SheetColumn("Whose", 11),
            SheetColumn("Carries the answer", 11),
            SheetColumn("Quotations", 11),
        )
        rows = [
            (
                SheetCell(number=number, link=self._evidence_link(cell, claim)),
                self._approach(cell.approach),
                self._often(self._titles[cell.question]),
                SheetCell(claim.text),
                self._often(claim.kind),
                self._often(claim.standing.value),
                self._often("yes" if claim.id in cell.rests_on else ""),
                SheetCell(number=len(claim.evidence)),
            )
            for number, (cell, claim) in enumerate(self._claims, 1)
        ]
        return Sheet(CLAIMS, columns, tuple(rows), frozen_columns=3)

    def _evidence_link(self, cell: Cell, claim: Claim) -> tuple[str, int] | None:
        if not claim.evidence:
            return None
        return EVIDENCE, self._first_evidence[cell.approach, cell.question, claim.id]

    def evidence(self) -> Sheet:
        columns = (
            SheetColumn("Claim no", 8),
            SheetColumn("Approach", 26),
            SheetColumn("Claim", 50),
            SheetColumn("Quotation", 70),
            SheetColumn("State", 9),
            SheetColumn("Who says it", 36),
            SheetColumn("Stance", 12),
            SheetColumn("By inference", 11),
            SheetColumn("Source", 18),
            SheetColumn("Paragraph", 11),
            SheetColumn("Start", 9),
            SheetColumn("End", 9),
            SheetColumn("Why", 40),
            SheetColumn("In part", 30),
            SheetColumn("Hedge", 20),
            SheetColumn("Tone", 14),
        )
        rows = []
        for number, claim, piece in self._evidence:
            cell, _ = self._claims[number]
            rows.append(
                (
                    SheetCell(number=number + 1, link=(CLAIMS, number)),
                    self._approach(cell.approach),
                    SheetCell(claim.text),
                    *self._passage(piece.passage),
                    self._often(piece.stance),
                    self._often("yes" if piece.inferred else ""),
                    *self._place(piece.passage),
                    self._often(piece.why),
                    self._often(piece.partial),
                    self._often(piece.hedge),
                    self._often(piece.tone),
                )
            )
        return Sheet(EVIDENCE, columns, tuple(rows), frozen_columns=2)

    def replies(self) -> Sheet:
        columns = (
            SheetColumn("Reply", 60),
            SheetColumn("By", 36),
            SheetColumn("Source", 18),
            SheetColumn("Paragraph", 11),
            SheetColumn("How", 14),
            SheetColumn("To", 36),
            SheetColumn("Words replied to", 60),
            SheetColumn("Source replied to", 18),
            SheetColumn("Paragraph replied to", 11),
            SheetColumn("Set beside it by us", 11),
            SheetColumn("Why", 40),
        )
        rows = [
            (
                SheetCell(reply.by.words),
                SheetCell(voice(reply.by)),
                self._source(reply.by),
                SheetCell(reply.by.paragraph),
                SheetCell(reply.how),
                SheetCell(voice(reply.to)),
                SheetCell(reply.to.words),
                self._source(reply.to),
                SheetCell(reply.to.paragraph),
                SheetCell("yes" if reply.inferred else ""),
                SheetCell(reply.why),
            )
            for reply in self._material.replies
        ]
        return Sheet(REPLIES, columns, tuple(rows), frozen_columns=0)

    def notes(self) -> Sheet:
        columns = (
            SheetColumn("Note", 80),
            SheetColumn("Kind", 13),
            SheetColumn("On", 40),
            SheetColumn("Tags", 24),
            SheetColumn("Words it is on", 40),
            SheetColumn("Begun", 21),
            SheetColumn("Changed", 21),
            SheetColumn("Author", 24),
        )
        rows = [
            (
                SheetCell(note.body),
                SheetCell(note.kind),
                SheetCell(note.on),
                SheetCell(", ".join(note.tags)),
                SheetCell(note.quote),
                SheetCell(note.created),
                SheetCell(note.changed),
                SheetCell(note.author),
            )
            for note in self._material.notes
        ]
        return Sheet(NOTES, columns, tuple(rows), frozen_columns=0)

    def sources(self) -> Sheet:
        columns = (
            SheetColumn("No", 5),
            SheetColumn("Short", 18),
            SheetColumn("Title", 50),
            SheetColumn("Author", 36),
            SheetColumn("Publisher", 36),
            SheetColumn("Date", 12),
            SheetColumn("Kind", 22),
            SheetColumn("Marking", 24),
            SheetColumn("Quotations", 11),
            SheetColumn("About", 60),
            SheetColumn("How it reached us", 50),
            SheetColumn("Access", 40),
            SheetColumn("Rights", 40),
            SheetColumn("Summary statement", 90),
            SheetColumn("Web address", 40),
            SheetColumn("Read there on", 14),
            SheetColumn("DOI", 24),
        )
        counts: defaultdict[str, int] = defaultdict(int)
        for _, _, piece in self._evidence:
            counts[piece.passage.source] += 1
        rows = [
            (
                SheetCell(number=source.number),
                SheetCell(source.short),
                SheetCell(source.title),
                SheetCell(source.author),
                SheetCell(source.publisher),
                SheetCell(source.date),
                SheetCell(source.kind),
                SheetCell(source.marking),
                SheetCell(number=counts[source.id]),
                SheetCell(source.about),
                SheetCell(source.reached_us),
                SheetCell(source.access),
                SheetCell(source.rights),
                SheetCell("\n".join(paragraphs(source.statement))),
                SheetCell(source.address),
                SheetCell(source.accessed),
                SheetCell(source.doi),
            )
            for source in self._material.sources
        ]
        return Sheet(SOURCES, columns, tuple(rows), frozen_columns=2)

    def _approach(self, id: str) -> SheetCell:
        return self._heads[id]

    def _passage(self, passage: Passage) -> tuple[SheetCell, ...]:
        return (
            SheetCell(passage.words),
            self._often(state(passage.state)),
            self._often(voice(passage)),
        )

    def _source(self, passage: Passage) -> SheetCell:
        return self._links[passage.source]

    def _often(self, words: str) -> SheetCell:
        """What is said in many rows."""
        found = self._said.get(words)
        if found is None:
            found = self._said[words] = SheetCell(words)
        return found

    def _place(self, passage: Passage) -> tuple[SheetCell, ...]:
        span = passage.span
        return (
            self._source(passage),
            SheetCell(passage.paragraph),
            SheetCell(number=span.start) if span else SheetCell(),
            SheetCell(number=span.end) if span else SheetCell(),
        )
