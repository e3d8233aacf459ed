"""A library that was just begun in the window: unfinished, and nothing wrong with it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from counterpoint.application.library.check import check_library
from counterpoint.application.library.new_library import Template, new_library
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.problem import ProblemKind
from counterpoint.ui.problems.model import PROBLEM
from counterpoint.ui.problems.panel import ProblemsPanel
from tests.at_window import AtWindow, Sit, fonts, sit
from tests.importing_library import SPEECH
from tests.library_on_disk import LibraryOnDisk
from tests.ui.reader.linking.test_linking import open_field, read, wait_linked

__all__ = ["fonts", "sit"]


def begun(sit: Sit, disk: LibraryOnDisk, folder: Path) -> AtWindow:
    """The questions of a template, and one passage linked to the first in a new approach."""
    new_library(folder, Template.QUESTIONS)
    for name in ("letter.txt", "letter.yaml"):
        (folder / "corpus" / name).write_bytes((disk.folder / "corpus" / name).read_bytes())
    at = read(sit(folder))
    field = open_field(at)
    at.qtbot.keyClicks(field.query, "Keep talking")
    at.key(Qt.Key.Key_Return)
    at.key(Qt.Key.Key_Return)
    at.qtbot.keyClicks(field.query, "They should.")
    at.key(Qt.Key.Key_Return)
    at.qtbot.keyClicks(field.qualities.other_voice, "the minister")
    at.key(Qt.Key.Key_Return)
    wait_linked(at, field)
    return at


def rows(panel: ProblemsPanel) -> list[str]:
    model = panel.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def choose(panel: ProblemsPanel, kind: ProblemKind) -> None:
    model = panel.list.model()
    for row in range(model.rowCount()):
        problem = model.index(row, 0).data(PROBLEM)
        if problem is not None and problem.kind is kind:
            panel.list.setCurrentIndex(model.index(row, 0))
            return
    raise AssertionError(rows(panel))


def test_what_is_unfinished_is_no_problem_and_leads_to_its_cell(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    at = begun(sit, disk, folder)
    session = at.window.space.session

    def told() -> int:
        return 0 if session.library is None else len(session.library.contents.remarks)

    at.qtbot.waitUntil(lambda: told() > 1)
    assert session.library is not None
    assert session.library.contents.problems == ()
    at.window.menus.trigger("problems")
    panel = at.window.reports.panel
    assert "Nobody has written the answer to “Diagnosis” yet." in rows(panel)
    assert "Nobody has looked yet at what it says to “Objections and risks”." in rows(panel)
    assert not any("`" in words for words in rows(panel)), "no word of the files"

    choose(panel, ProblemKind.UNFINISHED)
    assert panel.lead_button.isVisible()
    at.qtbot.mouseClick(panel.lead_button, Qt.MouseButton.LeftButton)
    target = session.target
    assert (target.kind, target.dimension) == (TargetKind.POSITION, "diagnosis")
    assert at.window.space.comparison.selection() == target
    choose(panel, ProblemKind.NOT_COVERED)
    at.qtbot.mouseClick(panel.lead_button, Qt.MouseButton.LeftButton)
    assert session.target == Target(TargetKind.POSITION, target.approach, "allies")

    assert at.window.space.editing.flush()
    check = check_library(folder)[0]
    assert check.problems == ()
    assert {each.kind for each in check.unfinished} == {
        ProblemKind.UNFINISHED,
        ProblemKind.NOT_COVERED,
    }


def test_enter_on_the_way_out_of_an_empty_comparison_makes_an_approach(
    sit: Sit, tmp_path: Path
) -> None:
    new_library(tmp_path / "new")
    at = sit(tmp_path / "new")
    comparison = at.window.space.comparison
    button = comparison.empty.button
    button.setFocus()
    at.qtbot.waitUntil(button.hasFocus)

    at.key(Qt.Key.Key_Return)

    at.qtbot.waitUntil(lambda: comparison.deeds.asker.panel is not None)


def test_documents_are_imported_from_an_empty_comparison_by_a_button(
    sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "speech.txt").write_text(SPEECH)
    chosen = [str(tmp_path / "speech.txt")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    new_library(tmp_path / "new")
    at = sit(tmp_path / "new")
    button = at.window.space.comparison.empty.import_button
    assert button.isVisible()
    assert QApplication.focusWidget() is button, "Enter is all that is needed"
    at.key(Qt.Key.Key_Return)

    def has_it() -> bool:
        library = at.window.space.session.library
        return library is not None and [each.id for each in library.contents.sources] == ["speech"]

    at.qtbot.waitUntil(has_it, timeout=20_000)
    at.window.space.session.show_view("compare")
    assert not button.isVisible(), "there is a text to open now"


def test_the_questions_of_a_template_are_named_while_there_is_no_approach(
    sit: Sit, tmp_path: Path
) -> None:
    new_library(tmp_path / "new", Template.QUESTIONS)
    at = sit(tmp_path / "new")

    said = at.window.space.comparison.empty.text()

    assert "Diagnosis" in said
    assert "Objections and risks" in said
