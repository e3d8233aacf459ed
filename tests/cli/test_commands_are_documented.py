"""docs/commands.md and the commands say the same: every command, option and exit code stands there,
and nothing else does; and what any document tells to type can be typed."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from counterpoint.cli.exit_code import ExitCode
from counterpoint.cli.main import program, run
from tests.importing_library import SPEECH, library
from tests.library_on_disk import LibraryOnDisk

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
FORMATS = (ROOT / "docs/file-formats.md").read_text(encoding="utf-8")
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
OPTION = re.compile(r"--[a-z][a-z-]*")


def commands(group: click.Command = program, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command, and every kind of one, by what is typed for it."""
    if not isinstance(group, click.Group):
        return
    context = click.Context(group)
    for each in group.list_commands(context):
        command = group.get_command(context, each)
        assert command is not None
        yield f"{name}{each}", command
        yield from commands(command, f"{name}{each} ")


COMMANDS = dict(commands())


def options(command: click.Command) -> set[str]:
    """Its long options, or of a group those of all in it, but for `--help`, which all have."""
    if isinstance(command, click.Group) and command is not program:
        return {name for each in command.commands.values() for name in options(each)}
    return {name for each in command.params if isinstance(each, click.Option) for name in each.opts}


def section(title: str, page: str = PAGE) -> str:
    _, found, rest = page.partition(f"\n## {title}\n")
    assert found, f"there is no section {title}"
    return rest.partition("\n## ")[0]


def table(text: str) -> list[list[str]]:
    """The cells of its last table, without the heading."""
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    titles = re.findall(r"^## `counterpoint (.+)`$", PAGE, re.MULTILINE)
    assert sorted(titles) == sorted(name for name in COMMANDS if " " not in name)


@pytest.mark.parametrize("name", [name for name in COMMANDS if not name.startswith("export")])
def test_a_section_has_the_options_of_its_command(name: str) -> None:
    rows = table(section(f"`counterpoint {name}`"))
    assert {row[0].strip("`") for row in rows} == options(COMMANDS[name])


def test_the_section_of_export_has_every_kind_with_its_options() -> None:
    told = {
        row[0].strip("`"): set(OPTION.findall(row[1]))
        for row in table(section("`counterpoint export`"))
    }
    kinds = {
        name.removeprefix("export "): command
        for name, command in COMMANDS.items()
        if name.startswith("export ")
    }
    assert {kind: had | {"--library"} for kind, had in told.items()} == {
        kind: options(command) for kind, command in kinds.items()
    }


def test_the_options_before_a_command_are_documented() -> None:
    rows = table(PAGE.partition("\n## ")[0])
    assert {row[0].strip("`") for row in rows} == options(program) | {"--help"}


def test_the_exit_codes_are_documented() -> None:
    assert [int(row[0]) for row in table(section("Exit codes"))] == list(ExitCode)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_tells_to_type_is_there(document: Path) -> None:
    for words in typed(document.read_text(encoding="utf-8")):
        name = next((name for name in (" ".join(words[:2]), words[0]) if name in COMMANDS), None)
        if name is None:
            assert not words[0].startswith("-") or words[0] in options(program) | {"--help"}
            continue
        given = {word for word in words if OPTION.fullmatch(word)}
        assert given <= options(COMMANDS[name]) | {"--help"}, words


def typed(text: str) -> Iterator[list[str]]:
    """The words behind `counterpoint` in blocks and in code within a sentence."""
    blocks = re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    lines += [" ".join(code.split()) for code in re.findall(r"`(counterpoint [^`]+)`", text)]
    for line in lines:
        if line.startswith("counterpoint "):
            words = shlex.split(line.replace("[", "").replace("]", ""), comments=True)[1:]
            yield words


def test_that_words_are_found_in_documents() -> None:
    assert list(
        typed("and `counterpoint anchor\n'a b'`:\n```\ncounterpoint check x  # this\n```\n")
    ) == [["check", "x"], ["anchor", "a b"]]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*name.split(), "--help"]) == ExitCode.WELL

    out = capsys.readouterr().out
    example = out.partition("Example:\n")[2].splitlines()
    assert any(f"counterpoint {name}" in line for line in example)
    if not isinstance(COMMANDS[name], click.Group):
        assert [option for option in options(COMMANDS[name]) if option not in out] == []


def test_the_help_names_every_command_with_what_it_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["--help"]) == ExitCode.WELL

    listed = capsys.readouterr().out.partition("Commands:\n")[2].partition("\n\n")[0]
    for name in COMMANDS:
        if " " not in name:
            assert re.search(rf"^  {name}  +[A-Z]", listed, re.MULTILINE), name


def test_the_keys_of_the_json_of_check_are_those_documented(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check", str(disk.folder), "--json", "--unread", "--measures"])

    rows = table(section("`counterpoint check --json`", FORMATS).partition("The kinds")[0])
    told = {key for row in rows for key in re.findall(r"`(\w+)`", row[0])}
    assert told == set(json.loads(capsys.readouterr().out))


def test_the_keys_of_the_json_of_import_are_those_documented(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = library(tmp_path / "library")
    (tmp_path / "new.txt").write_text(SPEECH, encoding="utf-8")
    run(["import", str(tmp_path / "new.txt"), "--library", str(disk.folder), "--json"])

    rows = table(section("`counterpoint import --json`", FORMATS))
    told = {key for row in rows for key in re.findall(r"`(\w+)`", row[0])}
    (one,) = json.loads(capsys.readouterr().out)
    assert told == set(one)
