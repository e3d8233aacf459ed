"""Answers as a table, in three forms."""

import re

import pytest
from lxml import etree

from counterpoint.application.copying.answers_table import answers_table, filter_named
from counterpoint.application.copying.citing import Citing
from counterpoint.application.copying.forms import Forms, forms_of
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.storage.place import shipped_library
from tests.answered_library import with_answers
from tests.library_on_disk import LibraryOnDisk


def copied(library: OpenedLibrary, *, transposed: bool = False) -> Forms:
    contents = library.contents
    approaches = [library.approach(head.id) for head in contents.approaches]
    table = answers_table(Citing(contents), approaches, contents.dimensions, transposed=transposed)
    return forms_of([table])


def cells(html: str) -> list[list[str]]:
    """Of the one table, by a parser that forgives nothing."""
    closed = re.sub("<(col|br)( [^>]*)?>", r"<\1\2/>", html)
    tree = etree.fromstring(f"<div>{closed}</div>")
    (table,) = tree.iter("table")
    assert table.get("border") == "1"
    return [
        [" ".join("".join(cell.itertext()).split()) for cell in row.iter("td", "th")]
        for row in table.iter("tr")
    ]


@pytest.fixture
def library(disk: LibraryOnDisk) -> OpenedLibrary:
    return OpenedLibrary.open(with_answers(disk).folder, None)


def test_each_answer_has_its_name_before_it_and_its_citation_behind(library: OpenedLibrary) -> None:
    head, channels, objections = cells(copied(library).html)

    assert head == ["Question", "A Keep talking", "B Firmness first"]
    assert channels == [
        "Channels Who talks to whom?",
        "First answer Talks should go on, whatever happens. (Letter, ¶2)",
        "Not said. Looked for: any word on talks.",
    ]
    assert objections[1:] == [
        "First answer Critics call it unrealistic. (Letter, ¶2)",
        "Other answer Critics ask for firmness. (Letter, ¶2)",
    ]


def test_all_three_forms_say_the_same(library: OpenedLibrary) -> None:
    found = copied(library)

    assert found.plain.split("\n")[1] == (
        "Channels Who talks to whom?\t"
        "First answer. Talks should go on, whatever happens. (Letter, ¶2)\t"
        "Not said. Looked for: any word on talks."
    )
    assert found.markdown.split("\n")[2] == (
        "| **Channels** Who talks to whom? | "
        "**First answer**<br>Talks should go on, whatever happens. (Letter, ¶2) | "
        "*Not said*. Looked for: any word on talks. |"
    )


def test_it_can_be_turned_round(library: OpenedLibrary) -> None:
    turned = cells(copied(library, transposed=True).html)

    assert turned == [
        ["Approach" if cell == "Question" else cell for cell in row]
        for row in map(list, zip(*cells(copied(library).html), strict=True))
    ]


def test_of_an_older_library_the_claims_are_copied(disk: LibraryOnDisk) -> None:
    _, channels, _ = cells(copied(OpenedLibrary.open(disk.folder, None)).html)

    assert channels[1] == "Not yet answered Talks should continue. (Letter, ¶2)"


def test_what_a_library_says_is_never_markup(disk: LibraryOnDisk) -> None:
    evil = "</td><script>x</script>|*&amp; =1"
    with_answers(disk).replace("options/talk.yaml", "title: Keep talking", f"title: '{evil}'")
    found = copied(OpenedLibrary.open(disk.folder, None))

    assert cells(found.html)[0][1] == f"A {evil}"
    assert "<script" not in found.markdown.replace(r"\<script", "")


def test_the_whole_of_the_shipped_library_is_a_table() -> None:
    library = OpenedLibrary.open(shipped_library(), None)
    contents = library.contents
    table = cells(copied(library).html)

    assert len(table) == 1 + len(contents.dimensions)
    assert {len(row) for row in table} == {1 + len(contents.approaches)}
    for head, column in zip(contents.approaches, list(zip(*table, strict=True))[1:], strict=True):
        for position, cell in zip(library.approach(head.id).positions, column[1:], strict=True):
            answer = " ".join(position.answer.split())
            assert (answer in cell and "(" in cell) if answer else cell.startswith("Not said")


def test_what_a_filter_hides_is_said_and_not_copied(library: OpenedLibrary) -> None:
    approaches = [library.approach(head.id) for head in library.contents.approaches]
    dimensions = library.contents.dimensions
    table = answers_table(
        Citing(library.contents),
        approaches,
        dimensions,
        hides=lambda position: position.answer.startswith("Critics call"),
    )

    row = cells(forms_of([table]).html)[2]
    assert row[1:] == [
        "Nothing of this filter",
        "Other answer Critics ask for firmness. (Letter, ¶2)",
    ]


def test_a_filter_is_named_by_all_its_parts() -> None:
    filter = ClaimFilter(own=True, source="letter")
    named = filter_named(filter, {"letter": "Letter"})

    assert named is not None
    assert forms_of([named]).plain.strip() == (
        "Narrowed by this filter: Only own words; Only from Letter."
    )
    assert filter_named(ClaimFilter(), {}) is None
