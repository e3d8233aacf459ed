"""What leaves a library for other tools, and comes in from them, by the menus of the window."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from counterpoint.application.report.handover.others import ENDINGS, Kind
from counterpoint.labels.handover import other_formats
from counterpoint.storage.place import shipped_library
from tests.at_window import GO_ON, AtWindow, Sit
from tests.importing_library import ANNOTATION
from tests.library_on_disk import LibraryOnDisk

FORMATS = [
    (kind, which, ending)
    for kind, endings in ENDINGS.items()
    for which, ending in enumerate(endings)
]
WORDS = "Talks should go on."


def answers(monkeypatch: pytest.MonkeyPatch, asked: str, said: Callable[[], object]) -> None:
    """What the dialogue of files gives back."""
    monkeypatch.setattr(QFileDialog, asked, lambda *_: said())


def ended(at: AtWindow) -> str:
    """What the strip says once the work has ended."""
    strip = at.window.files.strip
    at.qtbot.waitUntil(lambda: strip.isVisible() and not strip.at_work, timeout=20_000)
    return strip.words.text()


def export(
    at: AtWindow, monkeypatch: pytest.MonkeyPatch, kind: Kind, out: Path, which: int = 0
) -> str:
    name = f"{other_formats(kind)[which]} (*{ENDINGS[kind][which]})"
    answers(monkeypatch, "getSaveFileName", lambda: (str(out), name))
    at.window.menus.trigger(f"export-{kind}")
    return ended(at)


@pytest.mark.parametrize(("kind", "which", "ending"), FORMATS)
def test_everything_is_written_from_the_menu(
    sit: Sit,
    disk: LibraryOnDisk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: Kind,
    which: int,
    ending: str,
) -> None:
    at = sit(disk.folder)
    out = tmp_path / f"out{ending}"

    assert export(at, monkeypatch, kind, out, which) == f"Wrote {out.name}."
    assert out.stat().st_size > 0


def test_the_spreadsheet_is_of_what_the_comparison_shows(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    at.window.space.session.arrange(at.window.space.session.arrangement.hide("firm"))
    export(at, monkeypatch, Kind.MATRIX, tmp_path / "a.xlsx")

    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Evidence"]
    said = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert any(WORDS in each for each in said)
    assert not any("Firmness first" in each for each in said)


def test_which_sheet_is_text_is_chosen_by_its_name(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    export(at, monkeypatch, Kind.MATRIX, tmp_path / "a.csv", 6)

    assert "A letter" in (tmp_path / "a.csv").read_text("utf-8-sig")


def test_what_cannot_be_kept_is_told_at_the_end(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    description = disk.folder / "corpus" / "letter.yaml"
    words = description.read_text("utf-8")
    description.write_text(words.replace("not stated in the text", "Ministry, the first"), "utf-8")
    at = sit(disk.folder)
    export(at, monkeypatch, Kind.REFERENCES, tmp_path / "a.ris", 3)

    strip = at.window.files.strip
    at.click(strip.more)
    assert strip.lines.isVisible()
    assert strip.lines.toPlainText()


def test_a_refusal_names_the_file_and_what_to_do(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    (tmp_path / "a.xlsx").write_text("mine")
    (tmp_path / "~$a.xlsx").write_text("")

    said = export(at, monkeypatch, Kind.MATRIX, tmp_path / "a.xlsx")
    assert said.startswith("Not written: ")
    assert "the file is open in Word or Excel; close it there, or name another" in said


def test_a_library_in_one_file_goes_there_and_back(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    at.type("Mine alone.", on=GO_ON)  # not on the disk yet
    packed = tmp_path / "all.counterpoint"
    export(at, monkeypatch, Kind.LIBRARY, packed)
    with zipfile.ZipFile(packed) as inside:
        assert any("Mine alone." in inside.read(name).decode() for name in inside.namelist())

    answers(monkeypatch, "getOpenFileName", lambda: (str(packed), ""))
    answers(monkeypatch, "getExistingDirectory", lambda: str(tmp_path))
    at.window.menus.trigger("import-library")
    opener = at.window.lifecycle.opener
    at.qtbot.waitUntil(lambda: opener.folder == tmp_path / "all", timeout=20_000)
    at.qtbot.waitUntil(at.is_open, timeout=20_000)
    assert "is a library of your own now" in ended(at)
    at.window.space.navigator.go_to(GO_ON)
    at.qtbot.waitUntil(lambda: at.words == "Mine alone.", timeout=20_000)


def test_a_library_in_one_file_is_opened_by_double_click_and_by_drop(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    packed = tmp_path / "all.counterpoint"
    export(at, monkeypatch, Kind.LIBRARY, packed)
    answers(monkeypatch, "getExistingDirectory", lambda: str(tmp_path))

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(packed))])
    drop = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    at.window.dropEvent(drop)
    at.qtbot.waitUntil(lambda: at.window.lifecycle.opener.folder == tmp_path / "all")

    again = sit(packed)
    assert again.window.lifecycle.opener.folder == shipped_library()
    again.qtbot.waitUntil(
        lambda: again.window.lifecycle.opener.folder == tmp_path / "all 2", timeout=20_000
    )


def test_a_file_that_is_no_library_is_refused_and_leaves_nothing(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    (tmp_path / "a.counterpoint").write_text("no zip")
    answers(monkeypatch, "getOpenFileName", lambda: (str(tmp_path / "a.counterpoint"), ""))
    answers(monkeypatch, "getExistingDirectory", lambda: str(tmp_path))
    at.window.menus.trigger("import-library")

    assert ended(at).startswith("Not opened: a.counterpoint: it is no library in one file")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.counterpoint", "small"]


def take_in(at: AtWindow, monkeypatch: pytest.MonkeyPatch, kind: str, file: Path) -> str:
    answers(monkeypatch, "getOpenFileName", lambda: (str(file), ""))
    at.window.menus.trigger(f"import-{kind}")
    return ended(at)


def test_a_bibliography_fills_in_descriptions_and_what_it_cannot_is_told(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [
        {"id": "a", "type": "letter", "title": "A letter", "author": [{"literal": "The minister"}]},
        {"id": "b", "type": "book", "title": "Another thing altogether"},
    ]
    (tmp_path / "z.json").write_text(json.dumps(items), "utf-8")
    at = sit(disk.folder)

    said = take_in(at, monkeypatch, "references", tmp_path / "z.json")
    assert said == "1 field filled in; 1\u00a0source matched."
    lines = at.window.files.strip.lines.toPlainText()
    assert "No source has the title “Another thing altogether”" in lines
    at.qtbot.waitUntil(
        lambda: (
            at.window.space.session.library is not None
            and at.window.space.session.library.contents.source("letter").author == "The minister"
        ),
        timeout=20_000,
    )


def test_annotations_and_projects_come_in_as_notes(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = json.loads(json.dumps(ANNOTATION)) | {"id": "urn:x:2"}
    lost["target"]["selector"]["exact"] = "words that stand nowhere"
    (tmp_path / "a.jsonld").write_text(json.dumps([ANNOTATION, lost]), "utf-8")
    at = sit(disk.folder)

    said = take_in(at, monkeypatch, "annotations", tmp_path / "a.jsonld")
    assert said == "1 note written, 0 here already, 1 left out."
    assert "words that stand nowhere" in at.window.files.strip.lines.toPlainText()
    at.qtbot.waitUntil(
        lambda: any(
            note.body.strip() == "Look here." for note in at.window.space.live.notebook.notes.all()
        ),
        timeout=20_000,
    )

    at.qtbot.waitUntil(at.is_open, timeout=20_000)
    export(at, monkeypatch, Kind.PROJECT, tmp_path / "p.qdpx")
    said = take_in(at, monkeypatch, "project", tmp_path / "p.qdpx")
    assert "0\u00a0texts came in" in said


def test_into_the_library_that_comes_with_the_app_nothing_comes(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(shipped_library())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: pytest.fail("asked"))
    if not at.window.space.editing.read_only:
        pytest.skip("in a checkout it is the developer's own")
    at.window.menus.trigger("import-references")

    assert at.window.libraries.maker.isVisible()


def test_the_strip_is_one_of_the_stops_of_the_focus_and_escape_puts_it_away(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    export(at, monkeypatch, Kind.REFERENCES, tmp_path / "a.json")
    strip = at.window.files.strip
    for _ in range(4):
        at.key(Qt.Key.Key_F6)
        if strip.close_button.hasFocus():
            break
    assert strip.close_button.hasFocus()
    at.key(Qt.Key.Key_Escape)

    assert not strip.isVisible()
