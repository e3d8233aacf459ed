"""The codes of a REFI-QDA project or codebook, and how what stands in one is named."""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from counterpoint.domain.report.material import Approach, Material, Note

from .unwritable_signs import FittingText

_SPACE = uuid.UUID("5b6f6d1e-6f0a-5b3e-9d53-0c6e7a2f41c8")
"""Names made from ids of a library are the same from run to run."""
_STANCES = (
    "advocates",
    "describes",
    "criticises",
    "concedes",
    "tells for",
    "tells against",
    "bears on",
    "by inference",
)


def guid(what: str, *parts: str) -> str:
    """The name of a thing in a project, as the standard has it."""
    return str(uuid.uuid5(_SPACE, "\x1f".join((what, *parts))))


class Codes:
    """Approaches, questions with their named answers, and stances."""

    def __init__(
        self,
        material: Material,
        letters: FittingText,
        space: str,
        memos: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """`memos`: the guids of those on each code, by its guid."""
        self._material = material
        self._letters = letters
        self._space = space
        self._memos = memos or {}

    def into(self, parent: Any) -> None:
        approaches = self._code(parent, guid("codes", "approaches"), "Approaches", codable=False)
        for approach in self._material.approaches:
            name = f"{approach.letter} {approach.title}"
            code = self._code(approaches, approach_code(approach.id), name, approach.colour)
            self._described(code, _of_approach(approach))
        questions = self._code(parent, guid("codes", "questions"), "Questions", codable=False)
        for question in self._material.questions:
            code = self._code(questions, question_code(question.id), question.title)
            self._described(code, f"{question.question} {question.tells_apart}".strip())
            for answer in question.answers:
                inner = self._code(code, answer_code(question.id, answer.id), answer.name)
                self._described(inner, answer.means)
        stances = self._code(parent, guid("codes", "stances"), "Stances", codable=False)
        for stance in _STANCES:
            self._code(stances, stance_code(stance), stance)

    def _code(
        self, parent: Any, id: str, name: str, colour: str = "", *, codable: bool = True
    ) -> Any:
        code = etree.SubElement(parent, f"{{{self._space}}}Code")
        code.set("guid", id)
        code.set("name", self._letters.fit(name))
        code.set("isCodable", "true" if codable else "false")
        if colour:
            code.set("color", f"#{colour}")
        for memo in self._memos.get(id, ()):
            etree.SubElement(code, f"{{{self._space}}}NoteRef").set("targetGUID", memo)
        return code

    def _described(self, code: Any, words: str) -> None:
        if words:
            described = etree.Element(f"{{{self._space}}}Description")
            described.text = self._letters.fit(words)
            code.insert(0, described)


def approach_code(approach: str) -> str:
    return guid("approach", approach)


def question_code(question: str) -> str:
    return guid("question", question)


def answer_code(question: str, answer: str) -> str:
    return guid("answer", question, answer)


def codes_of(note: Note) -> list[str]:
    """The guids of the codes of what a note is on: an approach or two, a question, or both."""
    found = [approach_code(each) for each in (note.approach, note.other) if each]
    return [*found, question_code(note.question)] if note.question else found


def stance_code(stance: str) -> str:
    return guid("stance", stance)


def _of_approach(approach: Approach) -> str:
    status = ": ".join(part for part in (approach.status, approach.status_note) if part)
    return " ".join(part for part in (approach.gist, f"({status})" if status else "") if part)
