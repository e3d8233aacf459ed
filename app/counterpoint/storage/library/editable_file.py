"""The files of a library that can be edited by what they say: read into a form, and written so that
they say another."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from counterpoint.domain.approach import Dimension, NamedAnswer
from counterpoint.domain.forms import ApproachForm, ReplyForm
from counterpoint.domain.problem import Problem
from counterpoint.domain.search.saved import SavedSearch
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.yaml.yaml_edit import REFUSAL, Edit, EditWentWrong, edited
from counterpoint.storage.yaml.yaml_file import YamlFile, parse_yaml
from counterpoint.storage.yaml.yaml_words import block

from .approach_file import approach_form, reply_forms
from .entries_as_written import EntriesAsWritten, Said
from .form_edits import LEFT_OUT, edits_between
from .form_values import (
    Values,
    approach_values,
    questions_values,
    replies_values,
    searches_values,
    written_out,
)
from .replies_file import OLDER_REPLIES, REPLIES
from .schema import AnswersSchema, ApproachSchema, DimensionsSchema, RepliesSchema
from .searches_file import SEARCHES, searches_in
from .validation import validated

QUESTIONS = "options/dimensions.yaml"
Form = ApproachForm | tuple[ReplyForm, ...] | tuple[Dimension, ...] | tuple[SavedSearch, ...]


class ReadForm(NamedTuple):
    """A file with the form that it has, and what is wrong with that."""

    file: YamlFile
    form: Form
    told: tuple[Problem, ...]


class _Way(NamedTuple):
    read: Callable[[YamlFile], tuple[Form, list[Problem]]]
    values: Callable[[Form], Values]


def read_form(text: str, name: str) -> ReadForm:
    """What the file `name`, relative to the library, says. Raises Unreadable where it is no YAML of
    its kind."""
    file = parse_yaml(text, name)
    form, told = _way(name).read(file)
    return ReadForm(file, form, tuple(told))


def new_text(name: str, form: Form) -> str:
    """A file of its own that says `form`, pleasant to go on with by hand. Raises EditWentWrong
    where no file can say it."""
    text = written_text(name, form)
    _check(name, text, form)
    return text


def with_form(found: ReadForm, form: Form, lent: Sequence[ReadForm] = ()) -> ReadForm:
    """A file so edited that it says `form`, every other byte as it was. What comes from a file that
    is `lent` comes as it is written there. Raises EditWentWrong where that cannot be."""
    text, name, old = found.file.text, found.file.name, found.form
    if old == form:
        return found
    # What is left out of a file is no longer in its value.
    raw = parse_yaml(text, name) if found.file.left_out else found.file
    values = _way(name).values
    was, now = values(old), values(form)
    try:
        entries = EntriesAsWritten(Said(raw, was), *map(_said_in, lent))
        file = _edited(raw, list(edits_between(was, now, raw.value, entries)))
    except EditWentWrong:
        file = _edited(raw, list(edits_between(was, now, raw.value)))
    said, told = _way(name).read(file)
    if said != form:
        raise EditWentWrong(REFUSAL)
    return ReadForm(file, said, tuple(told))


def with_comments(found: ReadForm, comments: Sequence[str]) -> ReadForm:
    """A file with comments more, each in a line of its own, at its end."""
    text = found.file.text
    newline = "\r\n" if "\r\n" in text else "\n"
    between = "" if text.endswith(("\n", "\r")) else newline
    return read_form(text + between + newline.join([*comments, ""]), found.file.name)


def _said_in(found: ReadForm) -> Said:
    name = found.file.name
    raw = parse_yaml(found.file.text, name) if found.file.left_out else found.file
    return Said(raw, _way(name).values(found.form))


def written_text(name: str, form: Form) -> str:
    """As `new_text`, whether or not it will be read as `form` again."""
    values = written_out(_way(name).values(form))
    return _aired("\n".join([*block(values, 0), ""]))


def _aired(text: str) -> str:
    """With an empty line before each cell and between questions, as people write them."""
    head, found, cells = text.partition("\npositions:\n")
    if found:
        return head + found + re.sub(r"(?m)^(?=  [^ ])", "\n", cells)
    if text.startswith("dimensions:\n"):
        return re.sub(r"(?m)(?<!dimensions:\n)^(?=  - )", "\n", text)
    return text


def _edited(file: YamlFile, edits: list[Edit]) -> YamlFile:
    try:
        return edited(file, *edits)
    except (EditWentWrong, KeyError, IndexError):
        pass
    try:
        for edit in edits:  # one by one each may be done in another way
            file = edited(file, edit)
    except (KeyError, IndexError) as error:
        raise EditWentWrong(REFUSAL) from error
    return file


def _check(name: str, text: str, form: Form) -> None:
    try:
        found = read_form(text, name)
    except Unreadable as error:
        raise EditWentWrong(REFUSAL) from error
    if found.form != form:
        raise EditWentWrong(REFUSAL)


def _way(name: str) -> _Way:
    if name == QUESTIONS:
        return _Way(_questions_in, lambda form: questions_values(_questions(form)))
    if name == SEARCHES:
        return _Way(searches_in, lambda form: searches_values(_searches(form)))
    if name in (REPLIES, OLDER_REPLIES):
        key = "answers" if name == OLDER_REPLIES else "replies"
        return _Way(_replies_in, lambda form: replies_values(_replies(form), key))
    return _Way(_approach_in, lambda form: approach_values(_approach(form)))


def _approach_in(file: YamlFile) -> tuple[Form, list[Problem]]:
    checked, told = validated(file, ApproachSchema)
    return approach_form(file, checked), told


def _replies_in(file: YamlFile) -> tuple[Form, list[Problem]]:
    if file.name == OLDER_REPLIES:
        older, told = validated(file, AnswersSchema)
        return reply_forms(file, older), told
    checked, told = validated(file, RepliesSchema)
    return reply_forms(file, checked), told


def _questions_in(file: YamlFile) -> tuple[Form, list[Problem]]:
    checked, told = validated(file, DimensionsSchema)
    if file.left_out:
        raise EditWentWrong(LEFT_OUT)
    questions = tuple(
        Dimension(
            each.id,
            each.title,
            each.question,
            each.tells_apart,
            tuple(NamedAnswer(one.id, one.name, one.means) for one in each.answers),
            each.asked_of == "anyone",
            each.ordered,
        )
        for each in checked.dimensions
    )
    return questions, told


def _approach(form: Form) -> ApproachForm:
    if not isinstance(form, ApproachForm):
        raise TypeError("the file is one of an approach")
    return form


def _searches(form: Form) -> tuple[SavedSearch, ...]:
    return tuple(each for each in form if isinstance(each, SavedSearch))


def _replies(form: Form) -> tuple[ReplyForm, ...]:
    return tuple(each for each in form if isinstance(each, ReplyForm))


def _questions(form: Form) -> tuple[Dimension, ...]:
    return tuple(each for each in form if isinstance(each, Dimension))
