"""A library of which something is broken: the rest opens, and what is wrong is in one place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton

from counterpoint.domain.faults.library_fault import LibraryFault
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.domain.quotation import QuotationState
from counterpoint.labels.problem import in_a_line
from counterpoint.storage.place import shipped_library
from counterpoint.ui.problems.model import FILE, PROBLEM, TITLE
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit, heard, heard_of_cells
from tests.ears import listen
from tests.library_on_disk import LibraryOnDisk

OLDER = Problem(
    *("options/dimensions.yaml", None, None, ProblemKind.UNFINISHED),
    LibraryFault.WITHOUT_NAMED_ANSWERS,
)
"""What is remarked of the small library."""


def badge(at: AtWindow) -> str:
    """The words of the button in the status line that tells of problems; "" where it is away."""
    return "".join(each.text() for each in buttons(at) if "problem" in each.text())


def buttons(at: AtWindow) -> list[QPushButton]:
    """Those in the status line that are seen."""
    return [each for each in at.window.status.findChildren(QPushButton) if each.isVisible()]


def listed(at: AtWindow) -> list[str]:
    rows = at.window.reports.panel.list.model()
    problems = [rows.index(row, 0).data(PROBLEM) for row in range(rows.rowCount())]
    return [in_a_line(problem) for problem in problems if problem is not None]


def test_all_is_well(sit: Sit, disk: LibraryOnDisk) -> None:
    assert badge(sit(disk.folder)) == ""


@pytest.mark.parametrize(
    ("file", "old", "new", "said", "left"),
    [
        (
            "options/firm.yaml",
            "colour: orange",
            "colour: beige",
            "options/firm.yaml:4:9",
            ("talk", "firm"),
        ),
        ("options/firm.yaml", "gist: Be firm", "gist: [Be firm", "options/firm.yaml:", ("talk",)),
        (
            "options/dimensions.yaml",
            "question: What do critics say?",
            "question: 7",
            "options/dimensions.yaml:8:15",
            (),
        ),
        ("corpus/letter.yaml", "kind: letter", "sort: letter", "corpus/letter.yaml:", None),
    ],
)
def test_the_rest_opens_and_the_file_is_listed(
    sit: Sit,
    disk: LibraryOnDisk,
    file: str,
    old: str,
    new: str,
    said: str,
    left: tuple[str, ...] | None,
) -> None:
    before = disk.read(file)
    disk.replace(file, old, new)
    at = sit(disk.folder)

    assert not at.sees_page()
    if left:
        assert at.window.space.comparison.arrangement().columns == left
    assert badge(at).endswith(("problem", "problems"))
    at.click(next(each for each in buttons(at) if each.text() == badge(at)))
    assert at.window.reports.panel.isVisible()
    assert any(each.startswith(said) for each in listed(at)), listed(at)

    disk.write(file, before)
    at.key(Qt.Key.Key_F5)
    at.qtbot.waitUntil(lambda: badge(at) == "")

    assert listed(at) == [in_a_line(OLDER)]
    assert set(at.window.space.comparison.arrangement().columns) == {"talk", "firm"}
    at.window.menus.trigger("compare")
    at.jump_to(GO_ON)
    assert at.jumped_to() == "Talks should go on."


def test_the_panel_stands_in_the_files_order_and_closes_with_escape(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    disk.replace("options/talk.yaml", "gist: Talk", "gist: [Talk")
    disk.replace("options/firm.yaml", "cue: B", "cue: [B")
    at = sit(disk.folder)

    at.window.menus.trigger("problems")
    rows = at.window.reports.panel.list.model()
    files = list(dict.fromkeys(rows.index(row, 0).data(FILE) for row in range(rows.rowCount())))
    of_problems = files[: files.index("")]
    assert of_problems == ["options/firm.yaml", "options/talk.yaml"]
    at.key(Qt.Key.Key_Escape)
    assert not at.window.reports.panel.isVisible()
    assert at.window.space.comparison.empty.isVisible()


def test_remarks_are_no_problems_and_are_listed_under_a_title_of_their_own(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)

    (shown,) = buttons(at)
    assert shown.text().replace("\u00a0", " ") == "1 remark"
    at.click(shown)
    rows = at.window.reports.panel.list.model()
    first, file, remark = (rows.index(row, 0) for row in range(rows.rowCount()))
    assert (first.data(TITLE), first.data(FILE)) == ("Remarks", "")
    assert file.data().replace("\u00a0", " ") == "1 remark"
    assert remark.data(PROBLEM) == OLDER
    panel = at.window.reports.panel
    assert panel.list.currentIndex() == remark
    assert panel.open_button.isEnabled()
    panel.list.setCurrentIndex(first)
    assert not panel.open_button.isEnabled()

    disk.replace("options/firm.yaml", "cue: B", "cue: [B")
    at.read_again()
    assert badge(at)
    assert {each.text().replace("\u00a0", " ") for each in buttons(at)} == {
        badge(at).replace("\u00a0", " "),
        "1 remark",
    }
    titles = [rows.index(row, 0).data(TITLE) for row in range(rows.rowCount())]
    assert [title for title in titles if title] == [
        "options/firm.yaml",
        "Remarks",
        "options/dimensions.yaml",
    ]


def test_remarks_are_said_once_where_a_library_is_opened(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = listen(monkeypatch)
    at = sit(disk.folder)
    said = "1 remark on the files of this library"
    assert [each for each in heard if "remark" in each] == [at.window.status.message()]
    assert at.window.status.message().replace("\u00a0", " ") == said
    at.window.status.show_message("")
    with at.qtbot.waitSignal(at.window.ready, timeout=20_000):
        at.read_again()
    QApplication.processEvents()
    assert sum("remark" in each for each in heard) == 1


def test_of_a_library_without_any_no_remark_is_told(sit: Sit) -> None:
    at = sit(shipped_library())
    assert buttons(at) == []
    assert "remark" not in at.window.status.message()


def test_what_is_left_out_of_a_column_is_said_on_its_head_and_in_its_cell(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    disk.replace("options/talk.yaml", "stance: advocates", "stance: supports")

    at = sit(disk.folder)

    comparison = at.window.space.comparison
    assert comparison.arrangement().columns == ("talk", "firm")
    table = QAccessible.queryAccessibleInterface(comparison.grid)
    heads = [heard(table.child(at)) for at in (1, 2)]
    assert ["1 entry left out" in head for head in heads] == [True, False]
    talk = heard_of_cells(comparison.grid)[::2]
    assert ["1 entry left out: see" in cell for cell in talk] == [True, False]
    at.window.menus.trigger("problems")
    assert any(each.startswith("options/talk.yaml:24:21") for each in listed(at)), listed(at)


def test_quotations_that_moved_changed_or_are_lost_are_marked_and_told(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    text = disk.read("corpus/letter.txt")
    text = text.replace("¶2. Talks", "¶2. It was said before and shall be said again. Talks")
    text = text.replace("critics called this unrealistic", "critics named this unrealistic")
    text = text.replace("The debate ran over", "Nothing of the kind is known of any")
    disk.write("corpus/letter.txt", text)
    at = sit(disk.folder)
    library = at.window.space.session.library
    assert library is not None
    states = {
        placed.evidence.quotation.words[:10]: placed.evidence.standing.state
        for placed in library.placed(["talk"])
    }
    assert states == {
        "Talks shou": QuotationState.MOVED,
        "His critic": QuotationState.CHANGED,
        "The debate": QuotationState.LOST,
    }
    cells = heard_of_cells(at.grid)
    assert any("moved" in cell for cell in cells), cells
    assert any("changed" in cell and "lost" in cell for cell in cells), cells

    at.jump_to(GO_ON)
    assert at.jumped_to() == "Talks should go on."
    assert "Moved" in at.window.status.message()
    at.jump_to(NOT_REAL)
    at.qtbot.waitUntil(lambda: "critics named" in at.jumped_to())
    assert "only something like them" in at.window.status.message()
    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: "passage of Letter is not shown" in at.window.status.message())
