"""A library of which something is broken: the rest opens, and what is wrong is in one place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton

from counterpoint.domain.quotation import QuotationState
from counterpoint.labels.problem import in_a_line
from counterpoint.ui.problems.model import FILE, PROBLEM
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit, heard, heard_of_cells
from tests.library_on_disk import LibraryOnDisk


def badge(at: AtWindow) -> str:
    """The words of the button in the status line that tells of problems; "" where it is away."""
    shown = at.window.status.findChildren(QPushButton)
    return "".join(each.text() for each in shown if each.isVisible())


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
    (shown,) = (each for each in at.window.status.findChildren(QPushButton) if each.isVisible())
    at.click(shown)
    assert at.window.reports.panel.isVisible()
    assert any(each.startswith(said) for each in listed(at)), listed(at)

    disk.write(file, before)
    at.key(Qt.Key.Key_F5)
    at.qtbot.waitUntil(lambda: badge(at) == "")

    assert listed(at) == []
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
    assert [file for file in files if file] == ["options/firm.yaml", "options/talk.yaml"]
    at.key(Qt.Key.Key_Escape)
    assert not at.window.reports.panel.isVisible()
    assert at.window.space.comparison.empty.isVisible()


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
