"""The codes of a project that comes in: which of them are things of the library, and what they
mean, as one note."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.counting import counted
from counterpoint.domain.note import Target, TargetKind, pair_target, question_target
from counterpoint.storage.exporters.qda_codes import answer_code, approach_code, question_code
from counterpoint.storage.importers.qda_file import Code, QdaProject

_NAMED = 20
"""Codes that are told by name."""


class CodeBook(NamedTuple):
    words: str
    """In Markdown."""
    told: tuple[str, ...]


class CodePlaces:
    """Which codes are approaches, questions or claims of a library: those that an export of it had,
    and those of the same name."""

    def __init__(self, library: OpenedLibrary) -> None:
        self._codes: dict[str, Target] = {}
        self._names: dict[str, Target] = {}
        for question in library.contents.dimensions:
            target = question_target(question.id)
            self._codes[question_code(question.id)] = target
            self._codes |= {answer_code(question.id, each.id): target for each in question.answers}
            self._names.setdefault(_folded(question.title), target)
        for head in library.contents.approaches:
            target = Target(TargetKind.APPROACH, head.id)
            self._codes[approach_code(head.id)] = target
            self._names.setdefault(_folded(head.title), target)
            for position in library.approach(head.id).positions:
                for claim in position.claims:
                    where = Target(TargetKind.CLAIM, head.id, position.dimension, claim.id)
                    self._names.setdefault(_folded(claim.text), where)

    def of(self, code: Code) -> Target | None:
        return self._codes.get(code.guid) or self._names.get(_folded(code.name))

    def of_all(self, codes: Iterable[Code]) -> Target | None:
        """What several codes name together: a question to an approach, or a pair of approaches;
        else what the first names that names anything."""
        targets = [target for code in codes if (target := self.of(code)) is not None]
        approaches = [each.approach for each in targets if each.kind is TargetKind.APPROACH]
        questions = [each.dimension for each in targets if each.kind is TargetKind.QUESTION]
        if len(approaches) == 1 and len(questions) == 1:
            return Target(TargetKind.POSITION, approaches[0], questions[0])
        if len(approaches) == 2 and not questions:
            return pair_target(*approaches)
        return targets[0] if targets else None


def code_book(project: QdaProject, known: Collection[str]) -> CodeBook | None:
    """A note of the codes, but for those whose guids are `known`; None where no code is described
    and all are used, as each is then told where something is coded with it."""
    used = {
        part for guid in project.used if (code := project.codes.get(guid)) for part in _up(code)
    }
    listed = [code for code in project.codes.values() if code.guid not in known]
    described = [code for code in listed if code.about]
    idle = [
        code for code in listed if code.path not in used and (code.about or code.name != "unnamed")
    ]
    if not described and not idle:
        return None
    called = f"Codes of the project “{project.name}”" if project.name else "Codes of a project"
    shown = {part for code in listed for part in _up(code)}
    lines = [_line(code) for code in project.codes.values() if code.path in shown]
    told = [
        f"a note on the whole comparison lists {counted(len(lines), 'code')}, "
        f"{len(described):,} of them with what they mean"
    ]
    if idle:
        told.append(f"nothing is coded with {counted(len(idle), 'code')}: {_named(idle)}")
    return CodeBook("\n".join((f"**{called}**", "", *lines)), tuple(told))


def _up(code: Code) -> Iterator[tuple[str, ...]]:
    return (code.path[:depth] for depth in range(1, len(code.path) + 1))


def _line(code: Code) -> str:
    indent = "  " * (len(code.path) - 1)
    about = f"\n{indent}  ".join(line.strip() for line in code.about.splitlines() if line.strip())
    return f"{indent}- {code.name}: {about}" if about else f"{indent}- {code.name}"


def _named(codes: list[Code]) -> str:
    names = [" › ".join(code.path) for code in codes[:_NAMED]]
    return "; ".join(names) + ("; …" if len(codes) > _NAMED else "")


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
