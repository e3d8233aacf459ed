"""What a person should know of a brief before it leaves."""

import re
from collections.abc import Iterable, Iterator

from counterpoint.application.report.words.markings import higher, rank
from counterpoint.application.report.words.wording import in_words, listed
from counterpoint.domain.approach import ClaimStanding
from counterpoint.domain.counting import counted
from counterpoint.domain.report.material import (
    Answered,
    Approach,
    Material,
)
from counterpoint.domain.report.template import Template
from counterpoint.labels.quotation_state import state

from .brief import Brief
from .finding import Finding, FindingKind
from .tables import Extent

_THIN = 3
"""Passages of an approach's own, below which little stands behind it."""
_LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|remote|(?:very |highly )?(?:un)?likely|(?:highly )?(?:im)?probabl[ey]|"
    r"roughly even (?:chance|odds)|almost certain(?:ly)?|nearly certain|even chance|chances are)\b",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(
    r"\b(?:high|moderate|medium|low|great|little)(?:er)? (?:degree of )?confidence\b|"
    r"\bconfidence (?:is|level)\b|\bwith confidence\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def check_brief(
    material: Material,
    brief: Brief,
    template: Template,
    pages: int = 0,
    *,
    by_pages: bool = False,
) -> tuple[Finding, ...]:
    """Everything found, the gravest kinds first. Nothing keeps a brief from leaving. `pages`: how
    many it has; 0 where they were not counted; `by_pages`: these, and not the words that the table
    of answers may have, are what leaves it so few rows."""
    return (
        *_not_exact(material, brief),
        *_markings(material, brief),
        *_inference(material),
        *_likelihood(material),
        *_pages(template, pages),
        *_rows(brief, template, by_pages=by_pages),
        *_notes(brief),
        *_tabs(material, brief),
        *(found for approach in material.approaches for found in _column(material, approach)),
        *_length(brief, template, pages),
    )


def _not_exact(material: Material, brief: Brief) -> Iterator[Finding]:
    seen = {(quoted.passage.source, quoted.passage.words) for quoted in brief.quoted}
    wrong = [quoted.passage for quoted in brief.quoted if not quoted.passage.exact]
    wrong += [
        piece.passage
        for cell in material.cells.values()
        for claim in cell.claims
        for piece in claim.evidence
        if not piece.passage.exact and (piece.passage.source, piece.passage.words) not in seen
    ]
    for passage in dict.fromkeys(wrong):
        words = passage.words if len(passage.words) < 60 else f"{passage.words[:57]}…"
        yield Finding(
            FindingKind.NOT_EXACT,
            material.source(passage.source).short,
            f"“{words}” does not stand so in its source ({state(passage.state)}); it is marked in "
            "the brief: mend it or leave it out",
            source=passage.source,
        )


def _markings(material: Material, brief: Brief) -> Iterator[Finding]:
    ours = brief.report.marking
    for source in material.sources:
        theirs = rank(source.marking)
        if theirs is None:
            yield Finding(
                FindingKind.MARKING,
                source.short,
                f"its marking “{source.marking}” is not one that is known here: see yourself that "
                "the brief may draw on it",
                source=source.id,
            )
        elif higher(source.marking, ours):
            said = f"“{ours}”" if ours else "not marked at all"
            yield Finding(
                FindingKind.MARKING,
                source.short,
                f"it is marked higher ({source.marking.split(';')[0]}) than the brief, which is "
                f"{said}",
                source=source.id,
            )


def _inference(material: Material) -> Iterator[Finding]:
    for approach in material.approaches:
        for question in material.questions:
            cell = material.cell(approach.id, question.id)
            weak = [
                claim
                for claim in cell.claims
                if claim.id in cell.rests_on and claim.standing is ClaimStanding.INFERENCE
            ]
            if cell.answer and weak:
                what = f"rests on {counted(len(weak), 'claim')} by inference"
            elif (
                # Where answers are written, a cell without one says nothing.
                not question.answers
                and not cell.answer
                and cell.answered is not Answered.GAP
                and cell.claims
                and all(claim.standing is ClaimStanding.INFERENCE for claim in cell.claims)
            ):
                what = "is said by inference alone"
            else:
                continue
            yield Finding(
                FindingKind.INFERENCE,
                f"{approach.letter} · {question.title}",
                f"what it says {what}: that is nobody’s support",
                approach.id,
                question.id,
            )


def _likelihood(material: Material) -> Iterator[Finding]:
    """ICD 203 keeps how likely a thing is and how sure one is of it in sentences of their own."""
    for note in material.notes:
        for sentence in _both(note.body) if note.marked else ():
            yield Finding(
                FindingKind.LIKELIHOOD,
                f"note on {note.on}",
                f"“{sentence}” has both a likelihood and a confidence: part them",
                note=note.id,
            )
    for approach in material.approaches:
        for question in material.questions:
            cell = material.cell(approach.id, question.id)
            for text in (cell.answer, *(claim.text for claim in cell.claims)):
                for sentence in _both(text):
                    yield Finding(
                        FindingKind.LIKELIHOOD,
                        f"{approach.letter} · {question.title}",
                        f"“{sentence}” has both a likelihood and a confidence: part them",
                        approach.id,
                        question.id,
                    )


def _both(text: str) -> Iterable[str]:
    for sentence in _SENTENCE.split(" ".join(text.split())):
        if _LIKELIHOOD.search(sentence) and _CONFIDENCE.search(sentence):
            yield sentence


def _column(material: Material, approach: Approach) -> Iterator[Finding]:
    extent = Extent(material, approach)
    name = f"{approach.letter} {approach.title}"
    cells = [material.cell(approach.id, question.id) for question in material.questions]
    if extent.passages < _THIN:
        yield Finding(
            FindingKind.THIN,
            name,
            f"rests on {extent}: few words stand behind it here, however good its reasons",
            approach.id,
        )
    claims = [claim for cell in cells for claim in cell.claims]
    others = [claim for claim in claims if claim.standing is ClaimStanding.OTHERS]
    critics = sum(
        any(piece.stance == "criticises" and not piece.inferred for piece in claim.evidence)
        for claim in claims
    )
    own = sum(claim.standing is ClaimStanding.OWN for claim in claims)
    if own and not critics:
        yield Finding(FindingKind.ONE_SIDED, name, "nobody is quoted against it", approach.id)
    elif critics > own:
        yield Finding(
            FindingKind.ONE_SIDED,
            name,
            f"its critics are heard more ({counted(critics, 'claim')}) than itself ({own})",
            approach.id,
        )
    elif not own and others:
        yield Finding(FindingKind.ONE_SIDED, name, "only others speak of it", approach.id)
    silent = [
        question.title
        for question, cell in zip(material.questions, cells, strict=True)
        if cell.silent
    ]
    if silent:
        shown = listed(silent) if len(silent) <= 4 else in_words(len(silent), "question")
        yield Finding(FindingKind.GAP, name, f"says nothing on {shown}", approach.id)


def _pages(template: Template, pages: int) -> Iterator[Finding]:
    if template.most_pages and pages > template.most_pages:
        said = (
            f"{counted(pages, 'page')}; the template says {template.most_pages}: take fewer "
            "approaches or questions, or a longer template"
        )
        yield Finding(FindingKind.LENGTH, "the brief", said)


def _rows(brief: Brief, template: Template, *, by_pages: bool) -> Iterator[Finding]:
    """Which of two limits of the template it is that leaves questions out."""
    if not brief.left_out:
        return
    words = max(section.words for section in template.sections)
    if by_pages or not words:
        limit = f"it is to have {counted(template.most_pages, 'page')} at the most"
        remedy = "more pages" if not words else "more pages; more words change nothing"
    else:
        limit = f"that table is to have {words:,} words at the most"
        remedy = "more words"
    said = (
        f"its table of answers has no room for {listed(brief.left_out)}: {limit} "
        f"(to change that: {remedy})"
    )
    yield Finding(FindingKind.LENGTH, "the brief", said)


def _notes(brief: Brief) -> Iterator[Finding]:
    left_out = brief.notes_left_out
    if left_out:
        verb = "is" if left_out == 1 else "are"
        said = (
            f"{counted(left_out, 'note')} marked for the brief {verb} not in this template: take "
            "one that has notes"
        )
        yield Finding(FindingKind.NOTES, "the brief", said)


def _tabs(material: Material, brief: Brief) -> Iterator[Finding]:
    """A quotation stands on one line; of white space only a tab is more than that to a reader."""
    for passage in dict.fromkeys(quoted.passage for quoted in brief.quoted):
        if "\t" in passage.raw.strip():
            words = passage.words if len(passage.words) < 60 else f"{passage.words[:57]}…"
            yield Finding(
                FindingKind.WHITE_SPACE,
                material.source(passage.source).short,
                f"a tab in “{words}” stands as a space in the brief",
                source=passage.source,
            )


def _length(brief: Brief, template: Template, pages: int) -> Iterator[Finding]:
    said = counted(brief.words, "word")
    said += f" on {counted(pages, 'page')}" if pages else ""
    if template.most_words and brief.words > template.most_words:
        said += (
            f", where the template “{template.name}” has room for some {template.most_words:,}: "
            "take fewer approaches or questions, or a longer template"
        )
    yield Finding(FindingKind.LENGTH, "the brief", said)
