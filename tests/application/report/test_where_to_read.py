"""Where a source can be read, in the list of sources of a paper."""

from typing import Any

import pytest

from counterpoint.application.report.brief.brief import Wishes, write_brief
from counterpoint.application.report.brief.citing import cited, style_file
from counterpoint.domain.report.blocks import Link, Paragraph, Role, plain
from counterpoint.storage.template_file import shipped_template
from tests.handed_over import material, source


@pytest.mark.parametrize(
    ("said", "link", "words"),
    [
        ({"address": "https://example.org/a_b"}, "https://example.org/a_b", ""),
        ({"address": "https://example.org/a", "doi": "10.1/x"}, "https://example.org/a", ""),
        ({"doi": "10.1/x"}, "https://doi.org/10.1/x", ""),
        (
            {"address": "http://example.org/a", "accessed": "2026-11-03"},
            "http://example.org/a",
            " (read on 2026-11-03)",
        ),
        ({"address": "javascript:alert(1)"}, "", ""),
        ({}, "", ""),
    ],
)
@pytest.mark.parametrize("template", ["two-page", "full"])
@pytest.mark.parametrize("style", ["chicago-notes", "apa"])
def test_its_entry_has_its_address_as_a_link(
    said: dict[str, Any], link: str, words: str, template: str, style: str
) -> None:
    of = material(sources=(source(**said), source("other", 2)))
    made = write_brief(of, shipped_template(template), Wishes()).report
    made = cited(made, of, style_file(style))
    entries = [
        each
        for each in made.blocks
        if isinstance(each, Paragraph)
        and each.role in (Role.REFERENCE, Role.DETAIL)
        and each.id == "source-odd"
    ]
    (entry,) = entries
    links = [each for each in entry.inside if isinstance(each, Link)]
    assert [each.target for each in links] == ([link] if link else [])
    assert plain(entry.inside).count(link or "example.org") == bool(link)
    assert f"{link}{words}" in plain(entry.inside)
