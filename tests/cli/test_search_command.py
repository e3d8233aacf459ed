"""`counterpoint search`: anything in a library, as text and as JSON."""

import json
from pathlib import Path

import pytest

from counterpoint.cli.exit_code import ExitCode
from counterpoint.cli.main import run
from tests.library_on_disk import LETTER, LibraryOnDisk


def asked(
    capsys: pytest.CaptureFixture[str], disk: LibraryOnDisk, *arguments: str
) -> tuple[int, str, str]:
    code = run(["search", *arguments, "--library", str(disk.folder)])
    out, err = capsys.readouterr()
    return code, out, err


def test_what_is_found_is_told_the_best_first(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = asked(capsys, disk, "unrealistic", "--in", "claims", "sources")
    assert code == ExitCode.WELL
    first, *lines = out.splitlines()
    assert first == "2 found: unrealistic"
    assert "talk/objections/not-real: [claim] Critics find it unrealistic." in lines


def test_json_has_the_words_at_their_place(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = asked(capsys, disk, "neighbours", "--json")
    assert code == ExitCode.WELL
    answer = json.loads(out)
    assert answer["total"] == 1
    (only,) = answer["results"]
    assert set(only) == {"kind", "id", "source", "start", "end", "words"}
    assert LETTER[only["start"] : only["end"]] == only["words"]
    assert (only["kind"], only["source"]) == ("passage", "letter")


def test_limit(disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = asked(capsys, disk, "talks", "--json", "--limit", "1")
    answer = json.loads(out)
    assert answer["total"] > 1
    assert len(answer["results"]) == 1


def test_nothing_found_names_what_was_searched(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(capsys, disk, "zzz", "OR", "qqq")[:2] == (
        ExitCode.WRONG,
        "nothing found: zzz OR qqq\n",
    )
    code, out, _ = asked(capsys, disk, "zzz", "--json")
    assert (code, json.loads(out)) == (ExitCode.WRONG, {"total": 0, "results": []})


def test_no_library_is_told(disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["search", "x", "--library", str(disk.folder / "corpus" / "none")])
    assert code == ExitCode.USAGE
    assert "none" in capsys.readouterr().err


def test_a_cache_that_cannot_be_written_is_told(
    disk: LibraryOnDisk, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_home / "cache").mkdir(exist_ok=True)
    (own_home / "cache" / "search").write_text("in the way")
    code, _, err = asked(capsys, disk, "talks")
    assert code == ExitCode.USAGE
    assert "search" in err


@pytest.mark.parametrize("query", ["don't", "NEAR", '"', "*", "(", "\u202e", "--", "a" * 10_000])
def test_any_query_is_answered(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str], query: str
) -> None:
    code, out, _ = asked(capsys, disk, "--", query) if query != "--" else (1, "nothing", "")
    assert code in (ExitCode.WELL, ExitCode.WRONG)
    assert out


def test_a_search_that_is_kept_is_run_by_its_name(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.write(
        "options/searches.yaml",
        "searches:\n  - name: Critics\n    query: unrealistic\n    kind: [claim]\n",
    )
    code, out, _ = asked(capsys, disk, "--saved", "critics")
    assert code == ExitCode.WELL
    assert out.splitlines()[1] == ("talk/objections/not-real: [claim] Critics find it unrealistic.")
    code, _, err = asked(capsys, disk, "--saved", "others")
    assert code == ExitCode.USAGE
    assert "saved: Critics" in err


def test_what_is_to_be_found_is_said_in_one_way(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in ((), ("words", "--saved", "Critics")):
        code, _, err = asked(capsys, disk, *arguments)
        assert code == ExitCode.USAGE
        assert "QUERY, or --saved NAME" in err
