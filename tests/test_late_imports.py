"""What is imported inside a function is not there anyway.

A module that the file's own imports load already costs nothing at the top. Names of Qt are left
out: PySide makes each class when it is first asked for, so that a late one can save something.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.modules import imported_by, modules_in

PACKAGE = Path(__file__).resolve().parents[1] / "app" / "counterpoint"
_LATE = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def idle_late_imports(package: Path) -> list[str]:
    """Those that buy nothing, as "module: what it imports"."""
    modules = modules_in(package)

    @cache
    def at_once(name: str) -> frozenset[str]:
        tree = ast.parse(modules[name].read_text("utf-8"))
        return frozenset(
            module for node in _at_once(tree) for module in imported_by(node, name, modules)
        )

    def loaded_by(name: str) -> set[str]:
        loaded: set[str] = set()
        waiting = [name]
        while waiting:
            for module in at_once(waiting.pop()) - loaded:
                loaded.add(module)
                if module in modules:
                    waiting.append(module)
        return loaded

    return sorted(
        f"{name}: {late}"
        for name, path in modules.items()
        for node in _late(ast.parse(path.read_text("utf-8")))
        for late in imported_by(node, name, modules) & loaded_by(name)
        if not late.startswith("PySide6")
    )


def _at_once(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that are run when the module is; what is for types alone is not."""
    for node in ast.iter_child_nodes(tree):
        for_types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        if not for_types and not isinstance(node, _LATE):
            yield node
            yield from _at_once(node)


def _late(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, _LATE):
            yield from ast.walk(node)


def test_what_is_imported_late_is_not_there_anyway() -> None:
    assert idle_late_imports(PACKAGE) == []


@pytest.mark.parametrize(
    ("late", "idle"),
    [
        ("from .c import C", True),
        ("from counterpoint import c", True),
        ("import counterpoint.c", True),
        ("import json", True),
        ("from .d import D", False),
        ("import csv", False),
    ],
)
def test_one_that_buys_nothing_is_found(tmp_path: Path, late: str, idle: bool) -> None:
    package = tmp_path / "counterpoint"
    package.mkdir()
    (package / "a.py").write_text(
        f"from .b import B\nif TYPE_CHECKING:\n    from .d import D\ndef a():\n    {late}\n"
    )
    (package / "b.py").write_text("from . import c\n")
    (package / "c.py").write_text("import json\ndef c():\n    import csv\n")
    (package / "d.py").write_text("")

    found = idle_late_imports(package)
    assert [each.partition(":")[0] for each in found] == (["counterpoint.a"] if idle else [])
