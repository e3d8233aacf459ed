"""Qt Linguist finds every word: what `pyside6-lupdate` finds is what the code says."""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from counterpoint.domain.quotation import QuotationState
from counterpoint.labels import counts
from counterpoint.labels.quotation_state import state
from counterpoint.labels.translation import tr, use

APP = Path(__file__).resolve().parents[2] / "app" / "counterpoint"
FILES = sorted(APP.rglob("*.py"))


@pytest.fixture
def english_again() -> Iterator[None]:
    yield
    use(None)


def _tool(name: str, *arguments: str | Path) -> None:
    subprocess.run([Path(sys.executable).with_name(name), *arguments], check=True)


def _said(file: Path) -> Iterator[tuple[str, bool]]:
    """Each text that the file passes to `tr`, and whether with a number."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in ("tr", "QT_TR_NOOP"):
            text = node.args[0]
            where = f"{file.relative_to(APP)}:{node.lineno}"
            assert isinstance(text, ast.Constant), f"{where}: what is given to tr is no literal"
            assert isinstance(text.value, str), where
            yield text.value, len(node.args) == 3


def test_the_linguists_tool_finds_every_text(tmp_path: Path) -> None:
    made = tmp_path / "counterpoint_de.ts"
    _tool("pyside6-lupdate", *FILES, "-ts", made, "-silent")

    found = {
        (message.findtext("source"), message.get("numerus") == "yes")
        for message in ET.parse(made).iter("message")
    }
    said = {text for file in FILES for text in _said(file)}
    assert len(said) > 300
    assert said - found == set()
    assert found - said == set()


def test_the_rows_are_called_questions() -> None:
    """In files they are dimensions, and the name of a file is said as it is."""
    said = {text for file in FILES for text, _ in _said(file)}
    named = {
        text.replace("options/dimensions.yaml", "").replace("{dimension}", "") for text in said
    }
    assert any("question" in text for text in named)
    assert [text for text in named if "dimension" in text.lower()] == []


def test_a_translation_that_the_linguist_made_takes_over(
    tmp_path: Path, qapp: QCoreApplication, english_again: None
) -> None:
    made = tmp_path / "counterpoint_de.ts"
    made.write_text(
        """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
        <TS version="2.1" language="de"><context><name></name>
        <message><source>moved</source><translation>verschoben</translation></message>
        <message numerus="yes"><source>{n}\u00a0claim(|s)</source><translation>
        <numerusform>eine Aussage</numerusform><numerusform>{n}\u00a0Aussagen</numerusform>
        </translation></message></context></TS>""",
        encoding="utf-8",
    )
    _tool("pyside6-lrelease", made, "-silent", "-qm", tmp_path / "counterpoint_de.qm")
    translator = QTranslator(qapp)
    assert translator.load(str(tmp_path / "counterpoint_de.qm"))
    assert qapp.installTranslator(translator)
    try:
        use(lambda text, comment, number: qapp.translate("", text, comment, number))
        assert state(QuotationState.MOVED) == "verschoben"
        assert counts.claims(1) == "eine Aussage"
        assert counts.claims(1200) == "1,200\u00a0Aussagen"
        assert tr("not yet translated") == "not yet translated"
        assert counts.gaps(1) == "1\u00a0gap"
    finally:
        qapp.removeTranslator(translator)
