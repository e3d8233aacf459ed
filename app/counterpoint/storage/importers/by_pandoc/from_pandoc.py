"""A draft from Pandoc's tree and from what was found beside it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from counterpoint.domain.counting import counted
from counterpoint.storage.importers.draft import Choices, Draft, Guess, Kind, Proposal
from counterpoint.storage.importers.limits import LIMITS
from counterpoint.storage.importers.refusal import Reason, Refused
from counterpoint.storage.importers.text.characters import odd_letters
from counterpoint.storage.importers.text.numbering import numbering_of
from counterpoint.storage.importers.text.phrases import quoted
from counterpoint.storage.importers.text.text_builder import Paragraph, build

from .of_itself import said_of_itself, title_page
from .pandoc_tree import Note, walk


class Beside(NamedTuple):
    """What is not in the tree."""

    proposal: Proposal
    lost: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    """Of the pages, where the tree has marks for them."""
    first: tuple[Paragraph, ...] = ()
    noticed: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()
    pictures_told: bool = True
    """Whether `lost` tells of the pictures."""
    notes: Mapping[int, Note] | None = None
    """Those that stand apart from their marks."""
    looked_for: Callable[[str], Iterable[str]] = lambda _: ()
    """Of all that was heard of the document, what is to be told as not there."""


def draft_of(kind: Kind, tree: dict[str, Any], beside: Beside, choices: Choices) -> Draft:
    """Raises Refused if there is no text in it."""
    blocks = [*title_page(tree), *tree["blocks"]] if kind is Kind.DOCX else tree["blocks"]
    walked = walk(blocks, pages=bool(beside.labels), notes=beside.notes)
    paragraphs = [*beside.first, *walked.paragraphs]
    labels = list(beside.labels)
    while 0 < len(labels) <= walked.page:
        labels.append(str(len(labels) + 1))
    built = build(paragraphs, labels)
    lost = list(beside.lost)
    if walked.pictures and not beside.pictures_told:
        lost.append(counted(walked.pictures, "picture"))
    if walked.formulas:
        lost.append(f"{counted(walked.formulas, 'formula')}: written out as TeX")
    if walked.struck:
        which = "which is" if len(walked.struck) == 1 else "which are"
        what = f"{counted(len(walked.struck), 'passage')} struck out, {which} left out"
        lost.append(f"{what}: {quoted(walked.struck)}")
    if walked.raw:
        lost.append(
            counted(walked.raw, "piece of code that is no text", "pieces of code that are no text")
        )
    if built.removed:
        lost.append(counted(built.removed, "control character"))
    if not built.text.strip():
        raise Refused(
            Reason.NO_TEXT, "there is no text in it" + (f", only {lost[0]}" if lost else "")
        )
    if len(built.text) > LIMITS.text:
        raise Refused(Reason.TOO_LONG, "it holds more text than we take in one document")
    heard = "".join([*(each.words for each in beside.first), *walked.heard])
    lost += beside.looked_for(heard)
    own = [each for each in paragraphs if each.kind is None and not each.level]
    numbering, guess = numbering_of(
        [each.words[:12] for each in own],
        len(labels) or None,
        lines=False,
        chosen=choices.numbering,
    )
    return Draft(
        kind,
        built.text,
        built.map,
        built.furniture,
        numbering,
        _proposal(beside.proposal, tree, paragraphs),
        len(labels) or None,
        built.paragraphs,
        tuple(lost),
        (*beside.noticed, *odd_letters(built.text)),
        (*beside.guesses, guess),
    )


def _proposal(found: Proposal, tree: dict[str, Any], paragraphs: list[Paragraph]) -> Proposal:
    # A heading that comes later is that of a part.
    first = next((each for each in paragraphs if each.kind is None), None)
    heading = first.words if first is not None and first.level else ""
    return found._replace(
        title=found.title or said_of_itself(tree, "title") or " ".join(heading.split()),
        author=found.author or said_of_itself(tree, "author"),
        date=found.date or said_of_itself(tree, "date"),
    )
