"""Keys are said as the tables have them and the platform writes them, and spelled nowhere else."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import counterpoint
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import (
    all_native,
    entry,
    in_pane,
    native,
    of_action,
    spaced,
    with_key,
)

PACKAGE = Path(counterpoint.__file__).parent
TABLES = frozenset(("ui/actions/table.py", "ui/actions/pane_keys.py"))
SHOWN = "ui/actions/shown_keys.py"
"""Which says how "Return" is labelled."""
SPELLED = re.compile(
    r"\b(?:Ctrl|Alt|Shift|Meta|Cmd)\b|\b(?:Esc|Escape|Enter|Return|Space|Tab|Del|PgUp|PgDown)\b"
    r"|\bF\d{1,2}\b|\(\.?[A-Z]\)|[⌘⇧⌥⌃]"
)
not_on_a_mac = pytest.mark.skipif(sys.platform == "darwin", reason="a Mac has signs for these keys")


def _words(tree: ast.Module) -> Iterator[str]:
    """Every literal that is no docstring."""
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
        ):
            yield node.value


def test_no_key_is_spelled_outside_the_tables() -> None:
    files = [*sorted((PACKAGE / "ui").rglob("*.py")), *sorted((PACKAGE / "labels").rglob("*.py"))]
    spelled = [
        f"{name}: {words}"
        for file in files
        if (name := file.relative_to(PACKAGE).as_posix()) not in TABLES | {SHOWN}
        for words in _words(ast.parse(file.read_text("utf-8")))
        if SPELLED.search(words)
    ]
    assert spelled == []


def test_what_is_sought_is_found_where_it_is() -> None:
    for table in TABLES:
        words = _words(ast.parse((PACKAGE / table).read_text("utf-8")))
        assert any(SPELLED.search(each) for each in words)


@not_on_a_mac
def test_keys_are_those_of_the_tables() -> None:
    assert of_action("find") == "Ctrl+F"
    assert of_action("about") == ""
    assert in_pane(Context.COMPARISON, "activate") == "Enter"
    assert in_pane(Context.NOTEBOOK, "leave") == "Esc"
    assert all_native(("Space", "Return", "Enter")) == "Space, Enter"
    with pytest.raises(KeyError):
        of_action("no-such-action")
    with pytest.raises(KeyError):
        in_pane(Context.READER, "bold")


@not_on_a_mac
def test_keys_are_parted_by_spaces() -> None:
    assert spaced(native("Ctrl+Shift+F")) == "Ctrl Shift F"
    assert spaced(native("Ctrl++")) == "Ctrl +"
    assert spaced(native("F6")) == "F6"
    assert spaced(native("")) == ""


def test_what_has_no_key_is_said_without_one() -> None:
    assert with_key("All notes", "Ctrl+3") == "All notes (Ctrl+3)"
    assert with_key("About", "") == "About"
    assert entry("Copy", "Ctrl+C") == "Copy\tCtrl+C"
    assert entry("Fold all", "") == "Fold all"
