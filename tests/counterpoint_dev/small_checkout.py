"""A checkout of a small Counterpoint that `dev.py` sets up in earnest, from a folder of wheels."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TO_RUN = ("hatchling", "packaging", "pathspec", "pluggy", "tomlkit", "trove-classifiers")
TO_DEVELOP = (*TO_RUN, "iniconfig")
PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "counterpoint"
version = "0"

[project.scripts]
counterpoint = "counterpoint.__main__:main"

[tool.hatch.build.targets.wheel]
packages = ["app/counterpoint"]
dev-mode-dirs = ["app"]
"""
PROGRAM = """
import sys


def main():
    print("Counterpoint runs:", __file__, sys.prefix, sys.argv[1:])


if __name__ == "__main__":
    main()
"""


class SmallCheckout:
    """`folder` is the checkout, `wheels` what an index would have."""

    def __init__(self, place: Path) -> None:
        self.folder = place / "checkout"
        self.wheels = place / "wheels"
        self.env = self.folder / ".venv"

    @classmethod
    def make(cls, place: Path) -> "SmallCheckout":
        made = cls(place)
        made.wheels.mkdir()
        hashes = {name: wheel_of(distribution(name), made.wheels) for name in TO_DEVELOP}
        package = made.folder / "app" / "counterpoint"
        (package / "ui").mkdir(parents=True)
        for name in ("__init__.py", "ui/__init__.py", "ui/system_libraries.py"):
            shutil.copy(ROOT / "app" / "counterpoint" / name, package / name)
        (package / "__main__.py").write_text(PROGRAM)
        shutil.copytree(ROOT / "tools" / "counterpoint_dev", made.folder / "tools/counterpoint_dev")
        shutil.copy(ROOT / "dev.py", made.folder)
        (made.folder / "pyproject.toml").write_text(PROJECT)
        (made.folder / "requirements").mkdir()
        for lock, names in {"run": TO_RUN, "test": TO_RUN, "dev": TO_DEVELOP}.items():
            lines = [
                f"{name}=={distribution(name).version} --hash=sha256:{hashes[name]}"
                for name in names
            ]
            (made.folder / "requirements" / f"{lock}.lock").write_text("\n".join(lines))
        shutil.copy(ROOT / "requirements" / "sizes.json", made.folder / "requirements")
        return made

    def start(self, *words: str, **variables: str) -> "subprocess.Popen[str]":
        """`dev.py` with these words, where the folder of wheels is all that pip reaches."""
        return subprocess.Popen(
            [sys.executable, str(self.folder / "dev.py"), *words],
            env=os.environ
            | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), "PIP_NO_CACHE_DIR": "1"}
            | variables,
            cwd=self.folder.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def say(self, *words: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        child = self.start(*words, **variables)
        out, err = child.communicate(timeout=300)
        return subprocess.CompletedProcess(words, child.returncode, out, err)

    def names(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()}


def wheel_of(package: Distribution, folder: Path) -> str:
    """Packs an installed package as it came, and answers with the wheel's sha256."""
    name = package.metadata["Name"].replace("-", "_")
    files = [file for file in package.files or () if ".." not in file.parts]
    written = {"INSTALLER", "REQUESTED", "RECORD", "direct_url.json"}
    files = [file for file in files if file.name not in written and file.suffix != ".pyc"]
    wheel = folder / f"{name}-{package.version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for file in files:
            archive.write(Path(str(file.locate())), file.as_posix())
        (info,) = {file.parts[0] for file in files if file.parts[0].endswith(".dist-info")}
        record = "".join(f"{file.as_posix()},,\n" for file in files)
        archive.writestr(f"{info}/RECORD", f"{record}{info}/RECORD,,\n")
    return hashlib.sha256(wheel.read_bytes()).hexdigest()
