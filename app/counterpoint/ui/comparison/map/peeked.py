"""What a peek on the map says: an answer with its leading passage, a named answer with its holders,
a question, an approach."""

from collections.abc import Mapping

from counterpoint.application.library.held_map import HeldMap
from counterpoint.domain.approach import (
    ApproachSummary,
    CellState,
    Colour,
    Position,
)
from counterpoint.domain.leading import best_words
from counterpoint.labels import held_map as words
from counterpoint.labels.position import looked_for
from counterpoint.labels.text import capital, sentence, set_apart
from counterpoint.ui.comparison.peek.peek_text import (
    Answers,
    Group,
    Part,
    PartKind,
    of_approach,
    of_dimension,
    of_evidence,
)

from .place import Kind, Place


def colour(held: HeldMap, place: Place) -> Colour:
    """Of the approach that a place is about; of what is about none, any."""
    found = held.heads.get(place.approach)
    return Colour.SLATE if found is None else found.colour


def of_place(
    held: HeldMap, place: Place, short: Mapping[str, str], answers: Answers
) -> tuple[Group, ...]:
    """Nothing for what says all by itself. `short` names the sources, `answers` what replies."""
    match place.kind:
        case Kind.LEGEND:
            titles = {id: head.title for id, head in held.heads.items()}
            return of_approach(held.head(place.approach), titles)
        case Kind.QUESTION:
            return _of_question(held, place.question)
        case Kind.NAME:
            return _of_name(held, place)
        case Kind.LETTER:
            position = held.position(place.approach, place.question)
            return _of_cell(held, place, position, short, answers)
    return ()


def _of_question(held: HeldMap, question: str) -> tuple[Group, ...]:
    dimension = held.dimension(question)
    meanings = tuple(
        Part(PartKind.TEXT, f"{answer.name}: {sentence(answer.means)}")
        for answer in dimension.answers
    )
    return (*of_dimension(dimension), *((meanings,) if meanings else ()))


def _of_name(held: HeldMap, place: Place) -> tuple[Group, ...]:
    at = next(n for n, each in enumerate(held.dimensions) if each.id == place.question)
    for answer, who in held.holders[at].held:
        if answer.id == place.answer:
            about = (
                Part(PartKind.TITLE, set_apart(answer.name)),
                Part(PartKind.TEXT, sentence(answer.means)),
            )
            holders = [_of_holder(held.head(each), held, place.question) for each in who]
            nobody = (Part(PartKind.QUIET, capital(sentence(words.nobody()))),)
            return (about, *(holders or [nobody]))
    return ()


def _of_holder(head: ApproachSummary, held: HeldMap, question: str) -> Group:
    title = f"{head.cue}: {set_apart(head.title)}"
    said = held.position(head.id, question).answer
    return Part(PartKind.QUIET, title), Part(PartKind.TEXT, sentence(said))


def _of_cell(
    held: HeldMap, place: Place, position: Position, short: Mapping[str, str], answers: Answers
) -> tuple[Group, ...]:
    head, question = held.head(place.approach), held.dimension(place.question)
    title = f"{set_apart(head.title)}, {set_apart(question.title)}"
    parts = [Part(PartKind.TITLE, title)]
    groups: tuple[Group, ...] = ()
    if held.hides(place.approach, place.question):
        return ((*parts, Part(PartKind.QUIET, capital(sentence(words.hidden())))),)
    if position.state is CellState.ANSWERED:
        names = [answer.name for answer in question.answers if answer.id in position.holds]
        parts.append(Part(PartKind.TEXT, f"{sentence('; '.join(names))} {position.answer}"))
        piece = best_words(head, position, of_anyone=question.of_anyone)
        groups = () if piece is None else (of_evidence(piece, short, answers),)
    elif position.state is CellState.NOT_SAID:
        parts.append(Part(PartKind.TEXT, capital(sentence(words.not_said()))))
        why = position.looked_for or position.why
        if looked := looked_for(position._replace(why=why)):
            parts.append(Part(PartKind.QUIET, looked))
    else:
        parts.append(Part(PartKind.TEXT, capital(sentence(words.not_yet_answered()))))
    if behind := words.standings(position):
        parts.append(Part(PartKind.QUIET, sentence(behind)))
    return (tuple(parts), *groups)
