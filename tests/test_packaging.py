"""What is in the wheel and the source archive, and that the wheel works by itself."""

import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ("corpus", "options", "resources")


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def unpacked(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files, as pip would lay them."""
    folder = tmp_path_factory.mktemp("installed")
    (wheel,) = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def files_in(folder: Path) -> dict[str, bytes]:
    """The bytes of every file, by its path from `folder`."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("folder", SHIPPED)
def test_the_wheel_holds_the_library_byte_for_byte(unpacked: Path, folder: str) -> None:
    shipped = files_in(unpacked / "counterpoint" / "_data" / folder)
    assert shipped
    assert shipped == files_in(ROOT / folder)


def test_the_wheel_holds_the_package_and_nothing_else(unpacked: Path) -> None:
    assert {path.name for path in unpacked.iterdir()} == {
        "counterpoint",
        "counterpoint-0.1.0.dist-info",
    }
    data = unpacked / "counterpoint" / "_data"
    assert {path.name for path in data.iterdir()} == set(SHIPPED)
    assert (unpacked / "counterpoint" / "py.typed").is_file()  # others may check against our types
    code = {path.relative_to(unpacked) for path in unpacked.rglob("*.py")}
    assert code == {path.relative_to(ROOT / "app") for path in (ROOT / "app").rglob("*.py")}


def test_the_wheel_gives_both_commands(unpacked: Path) -> None:
    (entry_points,) = unpacked.glob("*.dist-info/entry_points.txt")
    words = entry_points.read_text(encoding="utf-8").split()
    assert " ".join(words) == (
        "[console_scripts] counterpoint = counterpoint.bootstrap:main "
        "[gui_scripts] counterpoint-desktop = counterpoint.bootstrap:desktop"
    )


def test_the_wheel_says_what_it_needs_and_under_which_licence(unpacked: Path) -> None:
    (info,) = unpacked.glob("*.dist-info")
    metadata = Parser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
    needs = {
        line.split("<")[0].split(">")[0].split("!")[0]
        for line in metadata.get_all("Requires-Dist", [])
    }
    assert needs == {
        "charset-normalizer",
        "click",
        "filelock",
        "lxml",
        "markdown-it-py",
        "platformdirs",
        "pydantic",
        "pypandoc-binary",
        "pypdfium2",
        "pyside6-essentials",
        "pyyaml",
        "rapidfuzz",
        "readability-lxml",
        "tantivy",
        "typst",
        "xlsxwriter",
    }
    assert metadata["License-Expression"] == "Apache-2.0"
    licence = (info / "licenses" / "LICENSE").read_text(encoding="utf-8")
    assert "Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_the_wheel_finds_its_own_library(unpacked: Path, tmp_path: Path) -> None:
    program = "from counterpoint.storage import place; print(place.shipped_library())"
    answer = subprocess.check_output(
        [sys.executable, "-c", program], cwd=tmp_path, env={"PYTHONPATH": str(unpacked)}, text=True
    )
    assert Path(answer.strip()) == unpacked.resolve() / "counterpoint" / "_data"


def test_an_editable_build_reads_the_library_where_it_lies(tmp_path: Path) -> None:
    program = "import sys; from hatchling.build import build_editable; build_editable(sys.argv[1])"
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=ROOT, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        tops = {PurePosixPath(name).parts[0] for name in archive.namelist()}
    assert tops == {"_counterpoint.pth", "counterpoint-0.1.0.dist-info"}


def test_the_source_archive_holds_what_it_names(dist: Path) -> None:
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        tops = {PurePosixPath(name).parts[1] for name in archive.getnames()}
    assert tops == {
        "app",
        "corpus",
        "options",
        "resources",
        "tests",
        "tools",
        "docs",
        "requirements",
        "dev.py",
        "hatch_build.py",
        "pyproject.toml",
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        ".gitignore",
        "PKG-INFO",
    }
