"""How far two codings agree, in both modes, on the library that comes with Counterpoint."""

import sys
from pathlib import Path

import pytest

import agreement
from agreement import NOT_SAID, held, kappa, main, stance
from counterpoint.storage.library.source_file import read_source

CODING = agreement.ROOT / "docs" / "coding"
Capture = pytest.CaptureFixture[str]


def run(monkeypatch: pytest.MonkeyPatch, capsys: Capture, *arguments: str) -> tuple[int, list[str]]:
    monkeypatch.setattr(sys, "argv", ["agreement.py", *arguments])
    code = main()
    return code, capsys.readouterr().out.splitlines()


def row(lines: list[str], name: str) -> list[str]:
    """The figures in the line on `name`: cells, first, second, both, kappa, …"""
    (found,) = (line for line in lines if line.split()[0] == name)
    return found.split()[1:]


def test_kappa_is_1_of_the_same_0_of_chance_and_below_of_the_contrary() -> None:
    cells = list(range(4))

    assert kappa({0, 1}, {0, 1}, cells) == 1
    assert kappa({0, 1}, {1, 2}, cells) == 0
    assert kappa({0, 1}, {2, 3}, cells) == -1
    assert kappa(set(), set(), cells) == 1


def test_kappa_is_cohens_own_example() -> None:
    # 50 grants, two readers: 20 both yes, 15 both no, 5 the first alone, 10 the second alone.
    first = set(range(25))
    second = {*range(20), *range(25, 35)}

    assert kappa(first, second, list(range(50))) == pytest.approx(0.4)


def test_what_is_inferred_counts_as_what_it_took_the_place_of() -> None:
    assert stance("tells for") == "advocates"
    assert stance("tells against") == "criticises"
    assert stance("bears on") == "describes"
    assert stance("concedes") == "concedes"


def test_a_cell_without_answers_is_not_said() -> None:
    assert held("scope", "twin-track", None) == {("scope", "twin-track", NOT_SAID)}
    assert held("scope", "twin-track", ["a", "b"]) == {
        ("scope", "twin-track", "a"),
        ("scope", "twin-track", "b"),
    }


def test_the_librarys_own_answers_agree_with_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    lines = ["holds:"]
    for id, option in agreement.options().items():
        lines.append(f"  {id}:")
        for question, position in agreement.cells_of(option):
            lines.append(f"    {question}: [{', '.join(position.get('holds', ()))}]")
    coding = tmp_path / "own.yaml"
    coding.write_text("\n".join(lines) + "\n", encoding="utf-8")

    code, told = run(monkeypatch, capsys, str(coding))

    assert code == 0
    cells, first, second, both, value, alike, _, of = row(told, "all")
    assert first == second == both
    assert int(cells) > int(first) > 0
    assert (value, alike) == ("1.00", of)


def test_an_answer_that_nobody_knows_is_told_and_exits_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    coding = tmp_path / "other.yaml"
    coding.write_text("holds:\n  twin-track:\n    scope: [no-such]\n", encoding="utf-8")

    code, told = run(monkeypatch, capsys, str(coding), "--differences")

    assert code == 1
    assert "not a cell: scope twin-track no-such" in told
    assert any(line.startswith("first only:  scope twin-track") for line in told)


def test_passages_coded_as_the_library_has_them_agree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    source = "london-cable-2008"
    book, _ = read_source(agreement.ROOT / "corpus", source)
    shelf = {
        path.stem: read_source(path.parent, path.stem)[0]
        for path in (agreement.ROOT / "corpus").glob("*.txt")
    }
    codes = [code for code in agreement.first_coding(shelf) if code[0] == source]
    lines = ["sources:", f"  {source}:"]
    for _, paragraph, approach, word in codes:
        lines.append(f'    - paragraph: "{paragraph}"')
        lines.append(f"      codes: [{{approach: {approach}, stance: {word}, link: direct}}]")
    coding = tmp_path / "passages.yaml"
    coding.write_text("\n".join(lines) + "\n", encoding="utf-8")

    code, told = run(monkeypatch, capsys, str(coding))

    assert code == 0
    cells, first, second, both, value = row(told, "all")
    assert first == second == both == str(len(codes))
    assert value == "1.00"
    assert int(cells) == len(agreement.paragraphs(book)) * 12 * 4


@pytest.mark.parametrize(
    ("coding", "least"),
    [
        ("fourth-coding.yaml", 0.8),
        ("fifth-coding.yaml", 0.85),
        ("holds-coding.yaml", 0.7),
        ("holds-coding-2.yaml", 0.9),
    ],
)
def test_the_kept_codings_agree_as_far_as_the_page_on_content_says(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture, coding: str, least: float
) -> None:
    code, told = run(monkeypatch, capsys, str(CODING / coding))

    assert code == 0
    assert float(row(told, "all")[4]) >= least
