"""What is asked of a question: its title, what it asks, and its named answers."""

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.application.editing.made_ids import question_id
from counterpoint.application.made_names import id_for
from counterpoint.domain.approach import Dimension, NamedAnswer
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.beginnings import NOT_STATED, new_question
from counterpoint.domain.editing.questions import (
    change_question,
    make_question,
    without_named_answer,
)
from counterpoint.domain.note import question_target
from counterpoint.labels import asked_heads as words
from counterpoint.labels.text import in_one_line
from counterpoint.storage.library.editable_file import QUESTIONS, Form
from counterpoint.storage.library.walk import approach_file

from .fields import Asked, Column, Entries, Entry, Field, NotYet, OneOf, Step, Values, Words

_MOST_NAMED = 6
_YES, _NO = "yes", "no"


def ask_question(desk: LibraryDesk, id: str) -> Asked:
    """Raises KeyError where there is no such question."""
    now = {each.id: each for each in desk.questions()}[id]

    def step(desk: LibraryDesk, values: Values) -> Step:
        after = change_question(desk.questions(), id, lambda one: _said(one, values))
        changes: dict[str, Form | None] = {QUESTIONS: after}
        there = {each.key for each in values.entries("answers")}
        for gone in (each.id for each in now.answers if each.id not in there):
            for approach, one in desk.resolved.approaches.items():
                name = approach_file(approach)
                form = changes.get(name, one.form)
                without = without_named_answer(form, id, gone)  # type: ignore[arg-type]
                if without != one.form:
                    changes[name] = without
        return Step(CommandKind.CHANGE_QUESTION, changes)

    return Asked(f"{id}/question", words.question_title(), _fields(now), step)


def ask_new_question() -> Asked:
    def step(desk: LibraryDesk, values: Values) -> Step:
        questions, title = desk.questions(), " ".join(values.words("title").split())
        id = question_id(title, frozenset(each.id for each in questions))
        made = make_question(questions, _said(new_question(id, title), values))
        return Step(CommandKind.MAKE_QUESTION, {QUESTIONS: made}, question_target(id))

    return Asked("new-question", words.new_question(), _fields(new_question("", "")), step)


def _fields(now: Dimension) -> tuple[Field, ...]:
    yes_no = ((_NO, words.no()), (_YES, words.yes()))
    apart = "" if now.tells_apart == NOT_STATED else now.tells_apart
    return (
        Words("title", words.title(), in_one_line(now.title)),
        Words("question", words.question(), in_one_line(now.question)),
        Words("tells_apart", words.tells_apart(), in_one_line(apart)),
        Entries(
            "answers",
            words.named_answers(),
            (Column(words.named_answer()), Column(words.means())),
            tuple(Entry(each.id, (each.name, each.means)) for each in now.answers),
            words.add_named_answer(),
            _MOST_NAMED,
        ),
        OneOf("ordered", words.ordered(), yes_no, _YES if now.ordered else _NO),
        OneOf("anyone", words.asked_of_anyone(), yes_no, _YES if now.of_anyone else _NO),
    )


def _said(now: Dimension, values: Values) -> Dimension:
    """Raises NotYet."""
    title = " ".join(values.words("title").split())
    if not title:
        raise NotYet(words.needs_title(), "title")
    entries = values.entries("answers")
    if len(entries) == 1:
        raise NotYet(words.needs_two_answers(), "answers")
    taken = {each.key for each in entries if each.key}
    answers: list[NamedAnswer] = []
    for key, (name, means) in entries:
        id = key or id_for(name, taken, "answer")
        taken.add(id)
        said = " ".join(means.split())
        if not said:
            raise NotYet(words.needs_meaning(name), "answers")
        answers.append(NamedAnswer(id, " ".join(name.split()), said))
    return now._replace(
        title=title,
        question=" ".join(values.words("question").split()) or title,
        tells_apart=" ".join(values.words("tells_apart").split()) or NOT_STATED,
        answers=tuple(answers),
        ordered=values.words("ordered") == _YES,
        of_anyone=values.words("anyone") == _YES,
    )
