"""Problems as rows."""

import re

import pytest
from PySide6.QtCore import QObject, Qt

from counterpoint.domain.faults.file_fault import FileFault
from counterpoint.domain.faults.form_fault import FormFault
from counterpoint.domain.faults.listing_fault import ListingFault
from counterpoint.domain.faults.schema_fault import SchemaFault
from counterpoint.domain.faults.source_fault import SourceFault
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.ui.problems.model import FILE, PROBLEM, ProblemRows, message, place_in_file

KEY = Problem(
    *("options/b.yaml", 12, 5, ProblemKind.UNKNOWN_KEY),
    SchemaFault.UNKNOWN_KEY,
    ("gits", "gist", "gist"),
)
WHOLE = Problem("options/b.yaml", None, None, ProblemKind.MISSING, FileFault.NOT_THERE)
OTHER = Problem("corpus/a.txt", 3, None, ProblemKind.ENCODING, FileFault.NOT_UTF8, ("0xe9",))


@pytest.fixture
def rows(qapp: QObject) -> ProblemRows:
    rows = ProblemRows(qapp)
    rows.show_problems([KEY, OTHER, WHOLE])
    return rows


def test_each_file_stands_over_its_problems_in_order(rows: ProblemRows) -> None:
    listed = [rows.index(row) for row in range(rows.rowCount())]
    assert [index.data(FILE) for index in listed] == ["corpus/a.txt"] * 2 + ["options/b.yaml"] * 3
    assert [index.data(PROBLEM) for index in listed] == [None, OTHER, None, WHOLE, KEY]


def test_a_row_is_said_in_full(rows: ProblemRows) -> None:
    said = [
        str(rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole)).replace("\u00a0", " ")
        for row in range(rows.rowCount())
    ]
    assert said == [
        "corpus/a.txt: 1 problem",
        "corpus/a.txt, line 3. The byte 0xe9 is not UTF-8; save the file again as UTF-8. encoding",
        "options/b.yaml: 2 problems",
        "options/b.yaml. The file is not there; put it back or write it. missing",
        "options/b.yaml, line 12, column 5. The key `gits` is not known; did you mean `gist`? "
        "unknown key",
    ]


def test_the_place_is_as_exact_as_it_is_known() -> None:
    assert [place_in_file(one) for one in (KEY, WHOLE, OTHER)] == ["12:5", "whole file", "3"]


def test_a_message_is_a_sentence() -> None:
    assert message(WHOLE) == "The file is not there; put it back or write it."
    assert message(KEY).endswith("did you mean `gist`?")
    other = WHOLE._replace(fault=SourceFault.NOT_THE_TEXT_DESCRIBED, arguments=("quelle-1",))
    assert message(other).startswith("corpus/quelle-1.txt is not the text that was described")


def test_a_file_with_a_wrong_name_is_passed_over_and_a_wrong_value_is_wrong(
    rows: ProblemRows,
) -> None:
    rows.show_problems(
        [
            WHOLE._replace(kind=ProblemKind.WRONG_VALUE, fault=ListingFault.NO_ID_FOR_A_NAME),
            KEY._replace(kind=ProblemKind.WRONG_VALUE),
            KEY._replace(kind=ProblemKind.UNKNOWN_APPROACH, line=13),
        ]
    )
    said = [
        str(rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole)).replace("\u00a0", " ")
        for row in range(1, rows.rowCount())
    ]
    assert [re.split("[.?] ", words)[-1] for words in said] == [
        "passed over",
        "wrong value",
        "unknown approach",
    ]


def test_the_title_over_remarks_says_what_they_are(rows: ProblemRows) -> None:
    """That none is an error would be said of words that are set otherwise in their source too."""
    title = ("Talk", "channels")
    empty = Problem("options/b.yaml", 3, 1, ProblemKind.UNFINISHED, FormFault.NOT_COVERED, title)
    otherwise = KEY._replace(kind=ProblemKind.SPELT_OTHERWISE)

    def over(*remarks: Problem) -> str:
        rows.show_problems((), remarks)
        return str(rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole))

    assert over(empty) == "Remarks: still to be written"
    assert over(empty, otherwise) == "Remarks: each is worth a look"


def test_a_message_that_ends_within_quotation_marks_has_one_stop() -> None:
    ends = KEY._replace(fault=FormFault.NOT_COVERED, kind=ProblemKind.UNFINISHED)
    assert message(ends._replace(arguments=("Who talks.", "channels"))).endswith("“Who talks.”")
