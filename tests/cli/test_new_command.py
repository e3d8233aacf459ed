"""`counterpoint new` as a person types it."""

from pathlib import Path

import pytest

from counterpoint.cli.main import run


def test_a_library_is_made_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(["new", "mine", "--template", "questions"]) == 0
    assert run(["check", "mine"]) == 0
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert run(["new", "."]) == 0
    assert run(["check"]) == 0

    assert "wrote mine" in capsys.readouterr().out


def test_a_folder_with_something_in_it_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "diary.txt").write_bytes(b"Mine.")

    assert run(["new", str(tmp_path)]) == 1

    assert capsys.readouterr().err == (
        f"{tmp_path}: there is something in the folder already; name a new folder, or an empty "
        "one\n"
    )
