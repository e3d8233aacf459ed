"""What the command line makes of the words that a person types."""

from pathlib import Path

import pytest

from counterpoint.application.log import stop_log
from counterpoint.cli.main import program, run
from tests.importing_library import library


class Opened:
    """Stands where the window is opened."""

    def __init__(self) -> None:
        self.folders: list[Path | None] = []
        self.levels: list[str] = []

    def __call__(self, folder: Path | None, level: str) -> int:
        self.folders.append(folder)
        self.levels.append(level)
        return 0


@pytest.mark.parametrize(
    ("words", "folder"),
    [
        ([], None),
        (["my-library"], Path("my-library")),
        (["a b/c"], Path("a b/c")),
        (["./check"], Path("check")),
        (["check_command"], Path("check_command")),
        (["--", "-library"], Path("-library")),
    ],
)
def test_without_a_command_the_window_is_opened(words: list[str], folder: Path | None) -> None:
    opened = Opened()

    assert run(words, opened) == 0

    assert opened.folders == [folder]


@pytest.mark.parametrize(
    "words",
    [["a", "b"], ["--x"], ["check", "a", "b"], ["check", "--x"], ["export"], ["export", "x"]],
)
def test_what_cannot_be_done_is_told_and_opens_no_window(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    opened = Opened()

    assert run(words, opened) == 2

    said = capsys.readouterr()
    assert said.out == ""
    usage, help, error = said.err.splitlines()
    assert usage.startswith("Usage: counterpoint ")
    assert help.startswith("Help: counterpoint ")
    assert run(help.removeprefix("Help: counterpoint ").split(), opened) == 0
    assert error.startswith("counterpoint: ")
    assert opened.folders == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("--tags a b --title t", {"tags": ("a", "b"), "title": "t"}),
        ("--title t --tags a --tags b,c", {"tags": ("a", "b,c"), "title": "t"}),
        (
            "--on x y --kinds judgement assumption",
            {"on": ("x", "y"), "kinds": ("judgement", "assumption")},
        ),
        ("--tags=a", {"tags": ("a",)}),
        ("--tags a -- ", {"tags": ("a",)}),
    ],
)
def test_an_option_takes_several_values(typed: str, meant: dict[str, object]) -> None:
    with program.make_context("counterpoint", ["export"]) as context:
        export = program.get_command(context, "export")
        assert export is not None
        notes = export.get_command(context, "notes")  # type: ignore[attr-defined]
        chosen = notes.make_context("notes", ["out.md", *typed.split()]).params

    assert {key: chosen[key] for key in meant} == meant
    assert chosen["out"] == Path("out.md")


@pytest.mark.parametrize("words", ["--tags", "--tags --title t", "--title t --tags"])
def test_an_option_of_several_values_wants_one(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.md"

    assert run(["export", "notes", str(out), *words.split()]) == 2

    assert "--tags" in capsys.readouterr().err
    assert not out.exists()


def test_ctrl_c_ends_every_command_with_130(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import counterpoint.application.library.check as checking

    def interrupted(_folder: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "check_library", interrupted)

    assert run(["check", str(library(tmp_path / "library").folder)]) == 130

    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("words", [["my-library"], []])
def test_the_window_is_told_how_much_to_log(words: list[str]) -> None:
    opened = Opened()

    assert run(["--log-level", "debug", *words], opened) == 0
    assert run(["--log-level", "all", *words], opened) == 2

    assert opened.levels == ["debug"]


def test_a_command_logs_where_it_is_asked_to(tmp_path: Path, own_home: Path) -> None:
    folder = str(library(tmp_path / "library").folder)
    file = own_home / "data" / "log" / "counterpoint.log"
    assert run(["check", folder]) == 0
    assert not file.exists()

    assert run(["--log-level", "info", "check", folder]) == 0

    words = file.read_text("utf-8")
    stop_log()
    assert "INFO check begins\n" in words
    assert "INFO it ends with 0\n" in words


@pytest.mark.parametrize("level", ["info", "error"])
def test_where_the_log_cannot_be_written_that_is_said_once_and_it_goes_on(
    tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str], level: str
) -> None:
    folder = str(library(tmp_path / "library").folder)
    (own_home / "data").write_text("a file where the folder should be")

    assert run(["--log-level", level, "check", folder]) == 0
    stop_log()

    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("counterpoint: nothing is logged: ")
    assert str(own_home / "data" / "log" / "counterpoint.log") in line


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["chekc"], "check"),
        (["udpate", "charter", "new.pdf"], "update"),
        (["import-anotations"], "import-annotations"),
        (["import_library"], "import-library"),
    ],
)
def test_what_is_nearly_a_command_and_no_folder_opens_no_window(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: list[str],
    meant: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    opened = Opened()

    assert run(typed, opened) == 2

    assert f"did you mean `{meant}`?" in capsys.readouterr().err
    assert opened.folders == []


@pytest.mark.parametrize("typed", ["chekc", "./chekc"])
def test_a_folder_with_nearly_the_name_of_a_command_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if typed == "chekc":
        (tmp_path / typed).mkdir()
    opened = Opened()

    assert run([typed], opened) == 0

    assert opened.folders == [Path(typed)]


def test_an_error_of_a_command_that_nobody_foresaw_is_logged(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import counterpoint.application.library.check as checking

    monkeypatch.setattr(checking, "check_library", lambda folder: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run(["--log-level", "error", "check"])
    stop_log()

    words = (own_home / "data" / "log" / "counterpoint.log").read_text("utf-8")
    assert "not foreseen: ZeroDivisionError" in words
