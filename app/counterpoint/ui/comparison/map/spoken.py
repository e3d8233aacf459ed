"""What the map says to ears: what was counted, letters, names, questions."""

from counterpoint.application.library.held_map import HeldMap
from counterpoint.domain.approach import CellState
from counterpoint.labels import counts
from counterpoint.labels import held_map as words
from counterpoint.labels.answer import asked
from counterpoint.labels.text import sentence, set_apart

from .head_layout import HeadLayout
from .place import Kind, Place


def name(held: HeldMap, head: HeadLayout, place: Place) -> str:
    """ "Pressure: Main means, held by Containment" """
    match place.kind:
        case Kind.COUNT:
            said = (each.lines for each in head.sentences if each.counted is place.counted)
            return _plain(" ".join(next(said, ())))
        case Kind.LEGEND:
            approach = held.head(place.approach)
            return f"{approach.cue}: {set_apart(approach.title)}"
        case Kind.QUESTION:
            return set_apart(held.dimension(place.question).title)
    question = held.dimension(place.question)
    answer = next((each for each in question.answers if each.id == place.answer), None)
    if place.kind is Kind.LETTER:
        state = held.state(place.approach, place.question)
        return words.letter_name(question, held.head(place.approach), answer, state)
    if answer is None:
        return ""
    at = held.dimensions.index(question)
    who = dict(held.holders[at].held)[answer]
    return words.answer_name(question, answer, [set_apart(held.head(each).title) for each in who])


def description(held: HeldMap, place: Place, pair: tuple[str, ...], notes: int) -> str:
    """The rest: the sentence of an answer, the meaning of a name, the question that is asked."""
    parts: list[str] = []
    match place.kind:
        case Kind.LETTER:
            position = held.position(place.approach, place.question)
            if held.hides(place.approach, place.question):
                return _plain(sentence(counts.notes(notes)) if notes else "")
            if position.state is CellState.ANSWERED:
                parts.append(sentence(position.answer))
            parts.append(sentence(words.standings(position)))
        case Kind.NAME:
            answers = held.dimension(place.question).answers
            parts += [sentence(each.means) for each in answers if each.id == place.answer]
        case Kind.LEGEND:
            parts.append(sentence(held.head(place.approach).gist))
        case Kind.QUESTION:
            question = held.dimension(place.question)
            parts.append(sentence(asked(question)))
            if len(pair) == 2:
                at = held.dimensions.index(question)
                parts.append(sentence(words.between(held.between(*pair, at))))
    if notes:
        parts.append(sentence(counts.notes(notes)))
    return _plain(" ".join(filter(None, parts)))


def _plain(text: str) -> str:
    """With spaces that are read as such."""
    return text.replace("\u00a0", " ")
