"""Each import contract breaks when it should, and the domain stays with the standard library."""

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.modules import imported_by, modules_in

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "app" / "counterpoint"
LAYERS = "Each layer imports only from those below it"
NO_QT = "Only ui and bootstrap know Qt"
NO_FILES = "What ui needs of files comes through application"
PURE = "The domain and its labels use the standard library and nothing else"
PANES = "No pane knows another or the window, and what they share knows none of them"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package, to do wrong to."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return Path(shutil.copytree(PACKAGE, tmp_path / "app" / "counterpoint"))


def broken_contracts(copy: Path) -> set[str]:
    """The names of the contracts that lint-imports finds broken in a copy."""
    folder = copy.parents[1]
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(copy.parent), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts = [line.strip() for line in result.stdout.splitlines()]
    broken = {line.removesuffix("BROKEN").strip() for line in verdicts if line.endswith("BROKEN")}
    assert result.returncode == (1 if broken else 0), result.stdout + result.stderr
    return broken


def test_the_code_keeps_every_contract(copy: Path) -> None:
    assert broken_contracts(copy) == set()


@pytest.mark.parametrize(
    ("where", "line", "contract"),
    [
        ("domain", "import counterpoint.storage", LAYERS),
        ("storage", "import counterpoint.application", LAYERS),
        ("application", "import counterpoint.ui", LAYERS),
        ("ui", "import counterpoint.cli", LAYERS),
        ("cli", "import counterpoint.ui", LAYERS),
        ("cli", "import counterpoint.bootstrap", LAYERS),
        ("ui", "import counterpoint.bootstrap", LAYERS),
        ("cli", "import PySide6.QtCore", NO_QT),
        ("application", "import PySide6.QtCore", NO_QT),
        ("storage", "from PySide6 import QtCore", NO_QT),
        ("ui", "from counterpoint.storage.place import real", NO_FILES),
        ("storage", "import counterpoint.labels", LAYERS),
        ("labels", "import counterpoint.storage", LAYERS),
        ("labels", "import counterpoint.application", LAYERS),
        ("labels", "import PySide6.QtCore", NO_QT),
        ("ui/picker", "import counterpoint.ui.comparison.view", PANES),
        ("ui/problems", "from counterpoint.ui.notebook import words", PANES),
        ("ui/sources", "from counterpoint.ui.reader.pane import ReaderPane", PANES),
        ("ui/widgets", "import counterpoint.ui.palette", PANES),
        ("ui/theme", "import counterpoint.ui.window", PANES),
        ("ui/problems", "import counterpoint.ui.window", PANES),
        ("domain", "import yaml", PURE),
        ("domain", "from pydantic import BaseModel", PURE),
        ("labels", "import yaml", PURE),
        ("labels", "from platformdirs import user_data_dir", PURE),
        ("ui/window", "import counterpoint.ui.app.screen", PANES),
        ("ui/reader", "from counterpoint.ui.app.signals import SystemSignals", PANES),
        ("ui/tasks", "import counterpoint.ui.widgets.plain_text", PANES),
    ],
)
def test_a_forbidden_import_breaks_its_contract(
    copy: Path, where: str, line: str, contract: str
) -> None:
    (copy / where / "stray.py").write_text(line + "\n", encoding="utf-8")
    assert contract in broken_contracts(copy)


def test_a_module_outside_the_layers_breaks_them(copy: Path) -> None:
    (copy / "helpers.py").write_text("", encoding="utf-8")
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=copy.parents[1],
        env={**os.environ, "PYTHONPATH": str(copy.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "counterpoint.helpers" in result.stdout


def test_a_folder_of_the_window_outside_the_contract_of_the_panes_breaks_it(copy: Path) -> None:
    (copy / "ui" / "timeline").mkdir()
    (copy / "ui" / "timeline" / "__init__.py").write_text("", encoding="utf-8")
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=copy.parents[1],
        env={**os.environ, "PYTHONPATH": str(copy.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "counterpoint.ui.timeline" in result.stdout


def test_the_contract_for_the_standard_library_names_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {entry["id"]: entry for entry in project["tool"]["importlinter"]["contracts"]}
    named = set(contracts["standard-library"]["forbidden_modules"])
    for line in project["project"]["dependencies"]:
        dependency = line.split(">")[0].lower()
        modules = {
            module
            for module, distributions in packages_distributions().items()
            if dependency in {name.lower().replace("_", "-") for name in distributions}
        }
        assert modules & named, dependency


@pytest.mark.parametrize(
    "path",
    sorted(path for folder in ("domain", "labels") for path in (PACKAGE / folder).rglob("*.py")),
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_the_domain_and_its_labels_import_the_standard_library_and_the_domain(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            imported = [node.module or ""]
        else:
            continue
        for name in imported:
            inside = name.startswith(("counterpoint.domain", "counterpoint.labels"))
            assert inside or name.split(".")[0] in sys.stdlib_module_names, name


def circle(folder: Path) -> list[str]:
    """Modules that import one another in a circle, those for types alone among them; [] if none."""
    return _circle_in(_imports(folder))


def folder_circles(package: Path) -> list[list[str]]:
    """Folders beside one another that import one another in a circle, by what is in them."""
    found: list[list[str]] = []
    imports = _imports(package)
    for parent in (package, *(path for path in package.rglob("*") if path.is_dir())):
        start = ".".join(parent.relative_to(package.parent).parts)
        graph: dict[str, set[str]] = {}
        for name, imported in imports.items():
            here = _child(name, start)
            there = {_child(each, start) for each in imported} - {here, ""}
            if here:
                graph.setdefault(here, set()).update(there)
        found.append(_circle_in(graph))
    return [each for each in found if each]


def _child(module: str, folder: str) -> str:
    """The folder right below `folder` that a module is in; "" for any other."""
    inside = module.removeprefix(f"{folder}.")
    first, dot, _ = inside.partition(".")
    return f"{folder}.{first}" if inside != module and dot else ""


def _circle_in(imported: Mapping[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(imported).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _imports(package: Path) -> dict[str, set[str]]:
    """What of itself each module of a package imports, anywhere in it."""
    modules = modules_in(package)
    return {
        name: {
            module
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            for module in imported_by(node, name, modules)
            if module in modules
        }
        for name, path in modules.items()
    }


def test_no_modules_import_one_another_in_a_circle() -> None:
    assert circle(PACKAGE) == []


def test_no_folders_import_one_another_in_a_circle() -> None:
    # The table makes its headers, which are set in its style and move its cursor.
    known = {f"counterpoint.ui.comparison.{folder}" for folder in ("grid", "header")}
    assert [each for each in folder_circles(PACKAGE) if set(each) != known] == []


def test_a_circle_of_folders_is_found(tmp_path: Path) -> None:
    package = tmp_path / "counterpoint"
    for name, line in {
        "ui/grid/cell": "from counterpoint.ui.header import title",
        "ui/grid/style": "",
        "ui/header/title": "",
        "ui/header/view": "def view():\n    from counterpoint.ui.grid.style import Style",
        "ui/view": "from .grid import cell",
    }.items():
        file = package / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(line)

    (found,) = folder_circles(package)
    assert set(found) == {"counterpoint.ui.grid", "counterpoint.ui.header"}


@pytest.mark.parametrize("import_", ["from .b import B", "from counterpoint import b"])
def test_a_circle_is_found(tmp_path: Path, import_: str) -> None:
    package = tmp_path / "counterpoint"
    package.mkdir()
    (package / "a.py").write_text(f"if TYPE_CHECKING:\n    {import_}\n")
    (package / "b.py").write_text("def b():\n    from .a import A\n")

    assert set(circle(package)) == {"counterpoint.a", "counterpoint.b"}
