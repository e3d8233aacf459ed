"""The file of the searches that are kept: read, checked, and written as a person likes it."""

from counterpoint.application.library.check import check_library
from counterpoint.application.search.saved import saved_in
from counterpoint.domain.search.narrowing import NO, Chosen, Facet
from counterpoint.domain.search.saved import SavedSearch, Within, renamed, with_search
from counterpoint.labels.problem import sentence
from counterpoint.storage.library.editable_file import new_text, read_form, with_form
from counterpoint.storage.library.searches_file import SEARCHES
from tests.library_on_disk import LibraryOnDisk

NEW = """\
searches:
  - name: Sanctions before 2014
    query: sanctions NOT travel
    in: texts
    approach: [talk]
    year: ["2008", "2013"]
    linked: "no"
  - name: Who talks
    query: '"who talks"'
"""
WRITTEN = f"# Ours; this comment has to stay.\n{NEW}"
FIRST = SavedSearch(
    "Sanctions before 2014",
    "sanctions NOT travel",
    Within.TEXTS,
    (
        Chosen(Facet.APPROACH, "talk"),
        Chosen(Facet.YEAR, "2008"),
        Chosen(Facet.YEAR, "2013"),
        Chosen(Facet.LINKED, NO),
    ),
)
SECOND = SavedSearch("Who talks", '"who talks"')


def told(disk: LibraryOnDisk) -> list[str]:
    return [f"{each.line}: {sentence(each)}" for each in check_library(disk.folder)[0].problems]


def test_what_is_written_is_read(disk: LibraryOnDisk) -> None:
    assert saved_in(disk.folder) == ()
    disk.write(SEARCHES, WRITTEN)
    assert saved_in(disk.folder) == (FIRST, SECOND)
    assert told(disk) == []


def test_what_is_kept_comes_into_the_file_and_all_else_stays() -> None:
    read = read_form(WRITTEN, SEARCHES)
    assert read.form == (FIRST, SECOND)
    third = SavedSearch("No", "yes: no", narrowing=(Chosen(Facet.VOICE, "the minister"),))
    more = with_form(read, with_search((FIRST, SECOND), third))
    assert more.file.text.startswith(WRITTEN)
    assert "voice:" in more.file.text
    other = with_form(read, renamed((FIRST, SECOND), "Who talks", "Who talks to whom"))
    assert other.file.text == WRITTEN.replace("name: Who talks", "name: Who talks to whom")


def test_a_new_file_is_pleasant_to_go_on_with() -> None:
    assert new_text(SEARCHES, (FIRST, SECOND)) == NEW


def test_what_is_wrong_is_told_and_costs_no_more_than_itself(disk: LibraryOnDisk) -> None:
    disk.write(SEARCHES, WRITTEN.replace("    in: texts", "    within: texts") + "  - name: Bare\n")
    assert saved_in(disk.folder) == (FIRST._replace(within=Within.EVERYTHING), SECOND)
    (unknown, lacking) = told(disk)
    assert "within" in unknown
    assert unknown.startswith("5: ")
    assert "query" in lacking


def test_a_file_that_is_no_yaml_has_none(disk: LibraryOnDisk) -> None:
    disk.write(SEARCHES, "searches: [\n")
    assert saved_in(disk.folder) == ()
    assert len(told(disk)) == 1


def test_it_is_no_approach(disk: LibraryOnDisk) -> None:
    disk.write(SEARCHES, WRITTEN)
    assert check_library(disk.folder)[0].approaches == 2
