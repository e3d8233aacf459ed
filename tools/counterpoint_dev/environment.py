"""An environment: whether it is ready, and making it anew beside the old one, then exchanging them.

So whatever happens on the way, what was there goes on working, and a half-made environment is never
taken for one. Its mark, `counterpoint.txt`, says what it was made of and for; it is written last.
"""

import hashlib
import json
import os
import shutil
import sys
import sysconfig
import tomllib
from pathlib import Path
from typing import NamedTuple

from . import pip
from .places import ENV, ROOT, lock_file
from .processes import Word, call

# Each with its group in pyproject.toml.
LOCKS = {"dev": "dev", "run": "build", "test": "test"}
MARK = "counterpoint.txt"
HALF_MADE = "half made"


class Environment(NamedTuple):
    folder: Path
    base: str
    """The Python that it is made with."""
    version: tuple[int, int]

    # What is in it

    @property
    def python(self) -> Path:
        return self.program("python")

    def program(self, name: str) -> Path:
        return self.place("scripts") / (f"{name}.exe" if sys.platform == "win32" else name)

    def place(self, scheme: str) -> Path:
        """`scheme` is a name of sysconfig, as scripts or purelib."""
        places = {
            "base": str(self.folder),
            "platbase": str(self.folder),
            "py_version_short": "{}.{}".format(*self.version),
        }
        return Path(sysconfig.get_path(scheme, "venv", places))

    def packages(self) -> set[str]:
        """The names of what lies in site-packages."""
        places = {self.place("purelib"), self.place("platlib")}
        found = {path.name for place in places if place.is_dir() for path in place.iterdir()}
        return found - {"__pycache__"}

    # Whether it is ready

    def ready_for(self) -> set[str]:
        """The kinds that it was made for; none where something of it is gone since."""
        try:
            first, *names = (self.folder / MARK).read_text("utf-8").splitlines()
        except (OSError, ValueError):
            return set()
        parts = [self.python, self.folder / "pyvenv.cfg"]
        whole = all(part.exists() for part in parts) and set(names) <= self.packages()
        return set(first.split()) if whole and first.startswith(self.fingerprint()) else set()

    def fingerprint(self) -> str:
        """Another one means that it must be made anew, as when the folder was moved."""
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
        parts = [str(self.folder), str(self.version), sysconfig.get_platform()]
        parts += [project["project"], project["tool"]["hatch"]]
        parts += [lock_file(name).read_text("utf-8") for name in LOCKS]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

    def is_not_ours(self) -> bool:
        """Whether something else has its place, which nobody asked us to delete."""
        if (self.folder / MARK).is_file():
            return False
        try:
            return any(self.folder.iterdir())
        except FileNotFoundError:
            return self.folder.is_symlink()
        except NotADirectoryError:
            return True

    # Making it

    def recover(self) -> None:
        """Puts the old one back where the exchange ended half way."""
        old = self._beside("old")
        if not self.folder.exists() and (old / MARK).is_file():
            old.rename(self.folder)

    def make(self, kind: str) -> None:
        """Fills it with what requirements/KIND.lock names, and with this project."""
        # What a person laid on another disk stays there, and cannot be exchanged.
        in_place = self.folder.is_symlink() or os.path.ismount(self.folder)
        new = self._replace(folder=self.folder.resolve() if in_place else self._beside("new"))
        try:
            new._clear()
            new.create()
            pip.install(new.python, *pip.locked(kind))
            pip.install(new.python, "--no-deps", "--no-build-isolation", "--editable", ROOT)
            if not in_place:
                new._call_itself(self.folder.name)
            first = " ".join([self.fingerprint(), *sorted({"run", kind})])
            mark = "\n".join([first, *sorted(new.packages())])
            (new.folder / MARK).write_text(mark, encoding="utf-8")
            if not in_place:
                self._exchange(new.folder)
        finally:
            if not in_place:
                shutil.rmtree(new.folder, ignore_errors=True)

    def _clear(self) -> None:
        self.folder.mkdir(exist_ok=True)
        (self.folder / MARK).write_text(HALF_MADE, encoding="utf-8")
        for path in self.folder.iterdir():
            if path.name != MARK:
                remove(path)

    def create(self) -> None:
        """An empty environment. Without ensurepip, pip from elsewhere fills it."""
        has_pip: list[Word] = [] if pip.has_ensurepip(self.base) else ["--without-pip"]
        call(self.base, "-m", "venv", *has_pip, self.folder)

    def _call_itself(self, name: str) -> None:
        """In the programs, which name the Python that runs them, this folder gets another name. As
        both are of one length, Windows' programs stay whole too, which end in an archive."""
        ours, theirs = self.folder.name.encode(), name.encode()
        for path in (self.folder / "pyvenv.cfg", *self.place("scripts").iterdir()):
            if path.is_file() and not path.is_symlink() and ours in (held := path.read_bytes()):
                path.write_bytes(held.replace(ours, theirs))

    def _exchange(self, new: Path) -> None:
        old = self._beside("old")
        remove(old)
        if self.folder.exists():
            try:
                self.folder.rename(old)
            except OSError as error:
                print(
                    f"{self.folder} cannot be exchanged while something in it runs or is open: "
                    f"{error}.\nClose Counterpoint, then give the same command again.",
                    file=sys.stderr,
                )
                sys.exit(1)
        new.rename(self.folder)
        shutil.rmtree(old, ignore_errors=True)

    def _beside(self, which: str) -> Path:
        """.venv-3.13 has .vnew-3.13 and .vold-3.13 beside it for as long as it is being made."""
        return self.folder.with_name(self.folder.name.replace(".venv", f".v{which}", 1))


def remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


OURS = Environment(ENV, pip.BASE, sys.version_info[:2])
