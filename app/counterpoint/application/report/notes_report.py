"""Notes as a document of their own, each with what it is on."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from counterpoint.application.report.words.markdown import blocks_of
from counterpoint.application.report.words.wording import capital
from counterpoint.domain.counting import counted
from counterpoint.domain.report.blocks import (
    Block,
    Emphasis,
    Heading,
    Inline,
    Paragraph,
    Quotation,
    Report,
    Role,
    Strong,
    Text,
)
from counterpoint.domain.report.material import Material, Note
from counterpoint.domain.report.rewriting import with_even_headings


class Choice(NamedTuple):
    """Which notes; what is empty chooses all."""

    tags: tuple[str, ...] = ()
    """With one of these."""
    kinds: tuple[str, ...] = ()
    """ "observation", "assumption", "judgement"."""
    places: tuple[str, ...] = ()
    """Ids of approaches, questions or sources; or "comparison"."""

    def takes(self, note: Note) -> bool:
        tags = {tag.casefold() for tag in note.tags}
        on = {note.approach, note.question, note.source, note.place}
        return (
            (not self.tags or any(tag.casefold() in tags for tag in self.tags))
            and (not self.kinds or note.kind in self.kinds)
            and (not self.places or any(place in on for place in self.places))
        )


def chosen_notes(material: Material, choice: Choice) -> tuple[Note, ...]:
    """Those chosen, by what they are on, in the order of the comparison."""
    order = _order(material)
    return tuple(sorted(filter(choice.takes, material.notes), key=order))


def notes_report(material: Material, notes: Sequence[Note], title: str, language: str) -> Report:
    """A heading for each approach, source and the whole; each note with its kind, whose it is where
    it is not the analyst's, its tags and when it was changed."""
    blocks: list[Block] = []
    heading = ""
    for note in notes:
        about = _about(material, note)
        if about != heading:
            blocks.append(Heading(1, (Text(about),)))
            heading = about
        blocks += note_blocks(note)
    if not notes:
        blocks.append(
            Paragraph(
                (
                    Text(
                        "No note is of what is chosen: choose other kinds, tags and things, or "
                        "none of them for all notes."
                    ),
                )
            )
        )
    return Report(
        title=title or f"Notes on {material.title}",
        subtitle=counted(len(notes), "note"),
        language=language or material.language,
        date="",
        marking="",
        blocks=with_even_headings(tuple(blocks)),
    )


def note_blocks(note: Note) -> tuple[Block, ...]:
    """One note, with what it is on: for a document, and for the clipboard."""
    said: list[Inline] = [Strong((Text(f"{capital(note.kind)} "),)), Text(f"on {note.on}")]
    more = [f"by {note.author}"] if note.author else []
    more += [", ".join(note.tags)] if note.tags else []
    more += [note.changed[:10]] if note.changed else []
    if more:
        said += [Text(" · "), Emphasis((Text(" · ".join(more)),))]
    blocks: list[Block] = [Paragraph(tuple(said), Role.CLAIM, f"note-{note.id}")]
    if note.quote:
        blocks.append(Quotation(" ".join(note.quote.split()), (Text(note.on),)))
    return (*blocks, *blocks_of(note.body, 3))


def _about(material: Material, note: Note) -> str:
    if note.place in ("question", "pair"):
        return capital(note.on)
    for approach in material.approaches:
        if approach.id == note.approach:
            return f"{approach.letter} {approach.title}"
    for source in material.sources:
        if source.id == note.source:
            return source.title
    return note.approach or note.source or "The whole comparison"


def _order(material: Material) -> Callable[[Note], tuple[int, int, int, int, str]]:
    approaches = {approach.id: number for number, approach in enumerate(material.approaches, 1)}
    questions = {question.id: number for number, question in enumerate(material.questions, 1)}
    sources = {source.id: source.number for source in material.sources}

    def place(note: Note) -> tuple[int, int, int, int, str]:
        approach = approaches.get(note.approach, len(approaches) + 1 if note.approach else 0)
        source = sources.get(note.source, 0) if not note.approach else 0
        rank = approach if not source else len(approaches) + 1 + source
        other = approaches.get(note.other, 0)  # a pair comes after what is on its first alone
        return rank, other, questions.get(note.question, 0), source, note.created

    return place
