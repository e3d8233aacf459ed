"""Whatever names, texts and YAML hold, nothing of it acts on the terminal."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import counterpoint.cli
from counterpoint.application.console import shown_on_console
from counterpoint.cli.output import show_progress
from tests.library_on_disk import LibraryOnDisk

ESCAPE = "\x1b]52;c;cm0gLXJmCg==\x07"
"""Puts words on the clipboard, in terminals that allow it."""
ACTS = re.compile(rb"[\0-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")


def started(*arguments: str | Path, code: str = "") -> subprocess.CompletedProcess[bytes]:
    """The program, as a person starts it; with `code`, Python that is given."""
    how = ["-c", code] if code else ["-m", "counterpoint"]
    return subprocess.run(
        [sys.executable, *how, *map(str, arguments)], capture_output=True, check=False
    )


@pytest.fixture
def hostile(disk: LibraryOnDisk, tmp_path: Path) -> LibraryOnDisk:
    """A library of which everything holds what would act on a terminal."""
    disk.replace(
        "options/talk.yaml", "kind: fact", '"k\\e[2Jey\\nno problem": 1\n        kind: fact'
    )
    disk.replace("options/talk.yaml", "colour: blue", 'colour: "\\e[31m\\x9d\\u202e"')
    disk.replace(
        "options/talk.yaml", "quote: His", 'quote: "\\e]0;title\\a His"\n            z: His'
    )
    disk.replace("corpus/letter.txt", "Nobody spoke", f"Nobody\x9d{ESCAPE} spoke")
    disk.write(f"corpus/{ESCAPE}.yaml", "")
    disk.write("options/a\nno problem.yaml", "")
    disk.write("options/\r\x1b[1A.yml", "")
    place = tmp_path / f"a{ESCAPE}\u202e library"
    disk.folder.rename(place)
    return LibraryOnDisk(place)


def test_commands_print_through_one_place() -> None:
    folder = Path(counterpoint.cli.__file__).parent
    printing = [
        file.name
        for file in folder.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if (isinstance(node, ast.Name) and node.id == "print")
        or (isinstance(node, ast.Attribute) and node.attr in ("stdout", "write"))
    ]

    assert set(printing) == {"output.py"}


def test_progress_is_shown_in_one_line_of_words(capsys: pytest.CaptureFixture[str]) -> None:
    with shown_on_console():
        show_progress(f"1 of 2 {ESCAPE}\r\n", done=False)
        show_progress("2 of 2", done=True)

    shown = capsys.readouterr().err
    first, second = shown.removeprefix("\r").removesuffix("\n").split("\r")
    assert len(first) == len(second)
    assert first.split() == ["1", "of", "2", "\\u001b]52;c;cm0gLXJmCg==\\u0007\\u000d\\n"]


@pytest.mark.parametrize("command", [("check",), ("check", "--unread"), ("anchor",)])
def test_a_command_prints_only_words(hostile: LibraryOnDisk, command: tuple[str, ...]) -> None:
    done = started(*command, hostile.folder)

    assert done.returncode == 1
    assert done.stderr == b""
    lines = done.stdout.split(b"\n")
    assert not [line for line in lines if ACTS.search(line)]
    assert b"no problem" not in [line.strip() for line in lines], "a name may add no line"
    said = done.stdout.decode()
    assert "\\u001b]52;c;" in said
    assert "\\u202e library" in said
    assert "options/a\\nno problem.yaml" in said


def test_json_is_plain_and_still_says_what_is_there(hostile: LibraryOnDisk) -> None:
    done = started("check", "--json", hostile.folder)

    assert not ACTS.search(done.stdout)
    files = {problem["file"] for problem in json.loads(done.stdout)["problems"]}
    assert {f"corpus/{ESCAPE}.yaml", "options/a\nno problem.yaml"} <= files


@pytest.mark.parametrize(
    "arguments", [["check", f"--{ESCAPE}"], ["check", ".", ESCAPE], [".", ESCAPE], [f"--x{ESCAPE}"]]
)
def test_wrong_usage_is_told_in_words(arguments: list[str]) -> None:
    done = started(*arguments)

    assert done.returncode == 2
    assert b"\\x1b]52" in done.stderr or b"\\u001b]52" in done.stderr
    assert not ACTS.search(done.stderr)


def test_an_error_that_nobody_caught_is_told_in_words() -> None:
    code = (
        "from counterpoint.application.console import shown_on_console\n"
        "with shown_on_console():\n"
        f"    open({f'/nowhere/{ESCAPE}'!r} + chr(0x9b))\n"
    )

    done = started(code=code)

    assert done.returncode == 1
    assert b"FileNotFoundError" in done.stderr
    assert not ACTS.search(done.stderr)


def test_without_a_screen_the_window_is_painted_and_the_problems_told_in_words(
    hostile: LibraryOnDisk, tmp_path: Path
) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from counterpoint import bootstrap\n"
        "from counterpoint.application.console import shown_on_console\n"
        "with shown_on_console():\n"
        "    sys.exit(bootstrap.picture_without_screen(Path(sys.argv[1])))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, hostile.folder],
        capture_output=True,
        check=False,
        cwd=tmp_path,
    )

    assert done.returncode == 1
    assert b"\\u001b]52;c;" in done.stdout
    assert not ACTS.search(done.stdout)
    assert not ACTS.search(done.stderr)


def test_where_there_is_no_console_nothing_is_written(tmp_path: Path) -> None:
    code = (
        "import sys; sys.stdout = sys.stderr = None\n"
        "from counterpoint.bootstrap import main\n"
        f"raise SystemExit(main(['check', {str(tmp_path / 'nowhere')!r}]))\n"
    )

    assert started(code=code).returncode == 1
