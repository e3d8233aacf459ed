"""Sets Counterpoint up in .venv beside this file, and runs it. Needs Python 3.11 or later.

    python3 dev.py run [ARGUMENT…]              open Counterpoint, or run one of its commands
    python3 dev.py test                         the whole check, as .ci/run does it
    python3 dev.py bench [NAME…] [--json FILE]  measure speed
    python3 dev.py check [--json]               verify the library of this repository
    python3 dev.py shot                         make the pictures for the documents
    python3 dev.py lock [--upgrade]             write the lock files in requirements/

On Windows: py dev.py run
"""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from tools.system_packages import install_line, may_install, missing_packages

ROOT = Path(__file__).resolve().parent
ENV = ROOT / ".venv"
MARK = ENV / "counterpoint.txt"  # fingerprint and kinds, then the names of what was installed
LOCKS = {"dev": "dev", "run": "build", "test": "test"}  # each with its group in pyproject.toml
BASE = getattr(sys, "_base_executable", sys.executable)  # never the Python of an environment

# What Python in the environment does for each command, and the lock that it needs for that.
COMMANDS = {
    "run": ("run", ["-m", "counterpoint"]),
    "check": ("run", ["-m", "counterpoint", "check", str(ROOT)]),
    "bench": ("dev", [str(ROOT / "tests" / "benchmarks")]),
    "shot": ("dev", [str(ROOT / "tools" / "pictures.py")]),
}


def main() -> int:
    command, *rest = sys.argv[1:] or ["help"]
    if command in COMMANDS:
        kind, arguments = COMMANDS[command]
        set_up(kind, screen=command == "run")
        return hand_over(*arguments, *rest)
    if command in {"lock", "test"}:
        set_up("dev", testing=command == "test")
        return lock(*rest) if command == "lock" else test()
    print(__doc__)
    return 0 if command in {"help", "-h", "--help"} else 2


def hand_over(*arguments: str) -> int:
    """Python in the environment takes this process's place; Windows has no such thing."""
    command = [str(python(ENV)), *arguments]
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


# Setting up


def set_up(kind: str, screen: bool = False, testing: bool = False) -> None:
    """Makes .venv hold what requirements/KIND.lock names, unless it does already."""
    kinds = ready_for()
    need_system_packages(screen, installing=not kinds, testing=testing)
    if kind in kinds:
        return
    if ENV.exists() and not kinds and (MARK.exists() or not works(ENV)):
        shutil.rmtree(ENV)
    print(f"Setting up in {ENV}; the first time, some 120 MB are fetched.", flush=True)
    ENV.mkdir(exist_ok=True)
    MARK.write_text("half made", encoding="utf-8")
    if not works(ENV):
        make_environment(ENV)
    install(ENV, *locked(kind))
    install(ENV, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    first = " ".join([fingerprint(), *sorted({"run", kind})])
    MARK.write_text("\n".join([first, *sorted(packages(ENV))]), encoding="utf-8")


def ready_for() -> set[str]:
    """The kinds that .venv was set up for; none where something of it is gone since."""
    try:
        first, *names = MARK.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return set()
    parts = [python(ENV), ENV / "pyvenv.cfg"]
    whole = all(part.exists() for part in parts) and set(names) <= packages(ENV)
    return set(first.split()) if whole and first.startswith(fingerprint()) else set()


def fingerprint() -> str:
    """Another one means that the environment must be made anew, as when the folder was moved."""
    import tomllib  # here, so that an older Python gets as far as the message below

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    parts = [str(ROOT), str(sys.version_info[:2]), project["project"], project["tool"]["hatch"]]
    parts += [lock_file(name).read_text("utf-8") for name in LOCKS]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def works(env: Path) -> bool:
    """Whether it is an environment, and of this Python."""
    there = "sys.prefix != sys.base_prefix and sys.version_info[:2]"
    script = f"import sys; sys.exit(({there}) != {sys.version_info[:2]})"
    return succeeds(python(env), "-c", script)


def make_environment(env: Path) -> None:
    """Without ensurepip, which Debian splits off, `pip_for` finds another pip to fill it."""
    call(BASE, "-m", "venv", *([] if has_ensurepip() else ["--without-pip"]), env)


def has_ensurepip() -> bool:
    return succeeds(BASE, "-c", "import ensurepip")


def pip_for(env: Path) -> list[str | Path]:
    """The command that runs pip on this environment; empty where there is no pip at all."""
    if succeeds(python(env), "-m", "pip", "--version"):
        return [python(env), "-m", "pip"]
    for pip in ([BASE, "-m", "pip"], ["pip3"], ["pip"]):
        if succeeds(*pip, "--version"):
            return [*pip, "--python", python(env)]
    return []


def install(env: Path, *what: str | Path) -> None:
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    call(*pip_for(env), "install", "--disable-pip-version-check", *quiet, *what)


def locked(name: str) -> list[str | Path]:
    return ["--no-deps", "--only-binary=:all:", "--require-hashes", "-r", lock_file(name)]


def lock_file(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.lock"


def python(env: Path) -> Path:
    return folder(env, "scripts") / ("python.exe" if os.name == "nt" else "python")


def packages(env: Path) -> set[str]:
    """The names of what lies in site-packages."""
    places = {folder(env, "purelib"), folder(env, "platlib")}
    found = {path.name for place in places if place.is_dir() for path in place.iterdir()}
    return found - {"__pycache__"}


def folder(env: Path, scheme: str) -> Path:
    return Path(sysconfig.get_path(scheme, "venv", {"base": str(env), "platbase": str(env)}))


def succeeds(*command: str | Path) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def call(*command: str | Path, cwd: Path = ROOT, quiet: bool = False) -> None:
    """Runs a command; where it fails, this program ends with the same exit code."""
    output = subprocess.DEVNULL if quiet else None
    code = subprocess.call([str(word) for word in command], cwd=cwd, stdout=output)
    if code != 0:
        print("This failed:", shlex.join(str(word) for word in command), file=sys.stderr)
        sys.exit(code if code > 0 else 128 - code)


def need_system_packages(screen: bool, installing: bool, testing: bool = False) -> None:
    """Installs them where it may; else says how to and exits with 3."""
    missing = missing_packages(screen, testing)
    if installing and not has_ensurepip() and not pip_for(ENV):
        missing.append(f"python3.{sys.version_info.minor}-venv")
    if missing and may_install():
        print("Installing system packages:", *missing, flush=True)
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        call("apt-get", "update", quiet=True)
        call(*install_line(missing), quiet=True)
    elif missing:
        print("Counterpoint needs system packages that this machine lacks. Install them:\n")
        print("   ", shlex.join(install_line(missing)), end="\n\n")
        print("The names are those of Debian and Ubuntu. Then give the same command again.")
        sys.exit(3)


# The whole check, and the locks


def test() -> int:
    """Names each step, and stops at the first that fails, with its exit code."""
    began = time.monotonic()
    here, lint_imports = python(ENV), folder(ENV, "scripts") / "lint-imports"
    with tempfile.TemporaryDirectory(prefix="counterpoint-") as name:
        place = Path(name)
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "COUNTERPOINT_HOME": str(place / "home")}
        os.environ.pop("PYTHONPATH", None)
        step("Format", here, "-m", "ruff", "format", "--check", ".")
        step("Lint", here, "-m", "ruff", "check", ".")
        step("Types", here, "-m", "mypy")
        step("Import contracts", lint_imports, "--no-cache")
        step("Tests", here, "-m", "pytest", "--cov")
        step("Quotations", here, "-m", "counterpoint", "check", ROOT)
        step("Wheel", here, "-m", "build", "--no-isolation", "--outdir", place / "dist", ROOT)
        use_wheel(place)
    print(f"\nAll is well, after {time.monotonic() - began:.0f} seconds.")
    return 0


def use_wheel(place: Path) -> None:
    """First with what the app itself needs and nothing else, then with pytest for the journeys."""
    env, (wheel,) = place / "env", (place / "dist").glob("*.whl")
    make_environment(env)
    install(env, *locked("run"))
    install(env, "--no-deps", wheel)
    step("Wheel: what it depends on", *pip_for(env), "check")
    step("Wheel: quotations", python(env), "-m", "counterpoint", "check", cwd=place)
    install(env, *locked("test"))
    os.environ["COUNTERPOINT_INSTALLED"] = "1"
    settings: list[str | Path] = [
        "-c",
        ROOT / "pyproject.toml",
        "-o",
        "pythonpath=",
        "-p",
        "no:cacheprovider",
    ]
    journeys = ROOT / "tests" / "journeys"
    step("Wheel: journeys", python(env), "-m", "pytest", *settings, journeys, cwd=place)


def step(name: str, *command: str | Path, cwd: Path = ROOT) -> None:
    print(f"\n== {name}", flush=True)
    call(*command, cwd=cwd)


def lock(*options: str) -> int:
    """Once for all systems, from the public index, with no trace of this machine."""
    for name, group in LOCKS.items():
        command = ["-m", "uv", "pip", "compile", "--quiet", "--no-config", "--universal"]
        command += ["--python-version=3.11", "--generate-hashes", "--annotation-style=line"]
        command += ["--custom-compile-command=python3 dev.py lock", f"--group={group}"]
        command += [] if name == "dev" else ["--constraint=requirements/dev.lock"]
        output = f"--output-file=requirements/{name}.lock"
        call(python(ENV), *command, *options, output, "pyproject.toml")
    return 0


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - those who have an older one are to be told
        sys.exit(f"Counterpoint needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        sys.exit(f"Cannot set up in {ROOT}: {error}\nCopy it to a folder that you may write to.")
