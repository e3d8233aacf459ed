"""Templates of briefs: those that come with the app, those that the page about them shows, and a
person's own that has mistakes."""

import re
from pathlib import Path

import pytest

from counterpoint.application.report.brief.brief import Wishes, write_brief
from counterpoint.domain.report.template import Order, SectionKind
from counterpoint.labels.problem import in_a_line
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.template_file import SHIPPED, read_template, shipped_template
from tests.handed_over import material

PAGE = Path("docs/hand-over.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_template_makes_a_brief(name: str) -> None:
    assert write_brief(material(), shipped_template(name), Wishes()).words > 50


def test_the_yaml_that_the_page_shows_is_a_template(tmp_path: Path) -> None:
    (found,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "mine.yaml"
    path.write_text(found, encoding="utf-8")
    template = read_template(path)

    assert (template.name, template.style, template.most_words) == ("My paper", "apa", 1500)
    assert [each.kind for each in template.sections] == [
        SectionKind.TEXT,
        SectionKind.GLANCE,
        SectionKind.ANSWERS,
        SectionKind.SOURCES,
    ]
    assert template.sections[2].order is Order.MOST_DIFFERENT_FIRST
    assert template.sections[2].words == 700


def test_the_markdown_that_the_page_shows_is_a_template(tmp_path: Path) -> None:
    (found,) = re.findall(r"```\n(---\n.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "mine.md"
    path.write_bytes(found.replace("\n", "\r\n").encode())
    text, answers, _, sources = read_template(path).sections

    assert text.markdown == "# What the minister asked"
    assert (answers.kind, answers.words, answers.headed) == (SectionKind.ANSWERS, 700, False)
    assert (sources.kind, sources.brief) == (SectionKind.SOURCES, True)


def test_the_page_names_every_part() -> None:
    assert [kind for kind in SectionKind if f"| `{kind}` |" not in PAGE] == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.yaml", "name: X\nsections:\n  - part: glanse\n", "a.yaml:3:"),
        ("a.yaml", "name: X\nsections: []\n", "a.yaml:2:"),
        ("a.yaml", "name: X\nsections:\n  - part: glance\n    colour: red\n", "a.yaml:4:"),
        ("a.md", "# No front\n", "a template begins with a line of ---"),
        ("a.md", "---\nname: X\n---\nWords.\n\n{{ answers most_words: {{ }}\n", "a.md:6:"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as refused:
        read_template(tmp_path / name)

    assert told in "\n".join(map(in_a_line, refused.value.problems))
