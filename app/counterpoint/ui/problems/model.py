"""The problems as rows: each file, then what is wrong in it; and below them the remarks."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from counterpoint.domain.problem import TO_BE_DONE, Problem, in_order
from counterpoint.labels import counts
from counterpoint.labels.problem_kind import kind_of
from counterpoint.labels.text import sentence
from counterpoint.labels.to_be_done import in_window
from counterpoint.labels.translation import tr

_Index = QModelIndex | QPersistentModelIndex
FILE = Qt.ItemDataRole.UserRole
"""The name of a row's file, relative to the library; "" for the row over all remarks."""
PROBLEM = Qt.ItemDataRole.UserRole + 1
"""A row's Problem, which may be a remark; None for the row of a file."""
TITLE = Qt.ItemDataRole.UserRole + 2
"""What a row begins with that stands over others."""


class Row(NamedTuple):
    title: str
    file: str
    problem: Problem | None
    words: str


class ProblemRows(QAbstractListModel):
    """A row for each file that has problems, and below it one for each problem. Then a row that
    says that remarks follow, and these in the same way."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_problems(self, problems: Iterable[Problem], remarks: Iterable[Problem] = ()) -> None:
        self.beginResetModel()
        self._rows = list(_by_file(problems, counts.problems))
        remarks = tuple(remarks)
        if remarks:
            yet = all(each.kind in TO_BE_DONE for each in remarks)
            what = tr("still to be written") if yet else tr("each is worth a look")
            self._rows += [Row(tr("Remarks"), "", None, what), *_by_file(remarks, counts.remarks)]
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        title, file, problem, words = self._rows[index.row()]
        if role == FILE:
            return file
        if role == PROBLEM:
            return problem
        if role == TITLE:
            return title
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}: {words}" if problem is None else spoken(problem)
        return None


def _by_file(problems: Iterable[Problem], counted: Callable[[int], str]) -> Iterator[Row]:
    for file, found in groupby(in_order(problems), key=lambda problem: problem.file):
        here = list(found)
        yield Row(file, file, None, counted(len(here)))
        for problem in here:
            yield Row("", file, problem, message(problem))


def message(problem: Problem) -> str:
    """The message as a sentence. A file's name at its beginning stays as it is."""
    text = in_window(problem)
    first = text.partition(" ")[0].rstrip(",;:")
    if "/" not in first and "." not in first:
        text = text[:1].upper() + text[1:]
    return sentence(text)


def place_in_file(problem: Problem) -> str:
    """ "12:5", "12", or "whole file"."""
    place = ":".join(str(part) for part in (problem.line, problem.column) if part)
    return place or whole_file()


def whole_file() -> str:
    """What stands for the place of what is wrong with all of a file."""
    return tr("whole file")


def spoken(problem: Problem) -> str:
    """A problem as a screen reader says it."""
    where = [tr("line {number}", number=problem.line)] if problem.line else []
    where += [tr("column {number}", number=problem.column)] if problem.column else []
    return f"{', '.join([problem.file, *where])}. {message(problem)} {kind_of(problem)}"
