"""The documents: what they link is there, and each picture is small and linked."""

import re
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from pictures import save

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("tests/**/*.md")]
DECISIONS = sorted(ROOT.glob("docs/decisions/[0-9]*.md"))
CODE = [path for part in ("app", "tests", "tools") for path in (ROOT / part).rglob("*.py")]
GONE = {"ui/importing.py", "application/wording.py", "labels/problem.py"}
"""Told of as what was there, or was weighed."""
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
PICTURES = sorted(ROOT.glob("docs/pictures/*.png"))
SIGNS = ("#0072b2", "#c27a00", "#009e73", "#aa3377", "#d55e00", "#a08a00", "#2b8c8c", "#6f4aa5")


def linked(document: Path) -> set[Path]:
    """What it links in this repository."""
    links = LINK.findall(document.read_text(encoding="utf-8"))
    return {(document.parent / link).resolve() for link in links if "://" not in link}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_document_links_is_there(document: Path) -> None:
    assert [path for path in linked(document) if not path.exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_holds_no_marks_of_a_merge(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert re.findall(r"^(?:<{7}|>{7}|={7}$).*", text, re.MULTILINE) == []


def test_each_decision_has_a_number_of_its_own_and_bears_it() -> None:
    titles = {path: path.read_text("utf-8").partition("\n")[0] for path in DECISIONS}
    numbers = [int(path.name[:4]) for path in DECISIONS]
    assert numbers == list(range(1, len(DECISIONS) + 1))
    assert [path.name for path, title in titles.items() if not bears(title, path)] == []


def bears(title: str, decision: Path) -> bool:
    return title.startswith(f"# {int(decision.name[:4])}. ")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_of_the_code_that_a_document_names_is_there(document: Path) -> None:
    """Named by its path from some folder of the code, in code style."""
    named = set(re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.py)`", document.read_text("utf-8")))
    assert [
        name for name in sorted(named - GONE) if not any(is_at(path, name) for path in CODE)
    ] == []


def is_at(path: Path, name: str) -> bool:
    return path.as_posix().endswith(f"/{name}")


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.name)
def test_a_picture_is_linked_and_has_few_colours(picture: Path) -> None:
    assert any(picture in linked(document) for document in DOCUMENTS)
    with Image.open(picture) as image:
        assert image.mode == "P"


def test_a_small_sign_keeps_its_colour_among_thousands(qtbot: QtBot, tmp_path: Path) -> None:
    picture = QPixmap(400, 300)
    fade = QLinearGradient(0, 0, 400, 300)
    fade.setColorAt(0, QColor("#ffffff"))
    fade.setColorAt(1, QColor("#123456"))
    painter = QPainter(picture)
    painter.fillRect(0, 0, 400, 300, fade)
    signs = [QColor(name) for name in SIGNS]
    for index, sign in enumerate(signs):
        painter.fillRect(20 * index, 10, 6, 6, sign)
    painter.end()

    save(picture, tmp_path / "a.png")

    with Image.open(tmp_path / "a.png") as image:
        assert image.mode == "P"
        rgb = image.convert("RGB")
        for index, sign in enumerate(signs):
            found = rgb.getpixel((20 * index + 3, 13))
            assert isinstance(found, tuple)
            wanted = (sign.red(), sign.green(), sign.blue())
            assert max(abs(a - b) for a, b in zip(found, wanted, strict=True)) <= 8
