"""Two approaches as a page: how they stand on each question, and what passes between them."""

import pytest

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.pages.pair_page import pair_page
from counterpoint.domain.approach import Link
from counterpoint.domain.parting import Between
from counterpoint.storage.place import shipped_library
from tests.answered_library import with_answers
from tests.library_on_disk import LibraryOnDisk


def test_each_question_says_how_the_two_stand_on_it(disk: LibraryOnDisk) -> None:
    library = OpenedLibrary.open(with_answers(disk).folder, None)
    page = pair_page(library, "talk", "firm")

    assert (page.one.id, page.other.id) == ("talk", "firm")
    found = {row.dimension.id: row for row in page.rows}
    assert found["channels"].between is Between.ONE_SILENT
    assert [each.name for each in found["channels"].one.held] == ["First answer"]
    assert found["channels"].other.held == ()
    assert found["objections"].between is Between.PARTED
    assert page.replies == ()


def test_an_older_library_has_nothing_to_hold_against_each_other(disk: LibraryOnDisk) -> None:
    page = pair_page(OpenedLibrary.open(disk.folder, None), "talk", "firm")

    assert [row.between for row in page.rows] == [Between.UNFINISHED] * 2


def test_what_is_counted_is_what_is_shown_and_direct_replies_come_first() -> None:
    library = OpenedLibrary.open(shipped_library(), None)
    page = pair_page(library, "deterrence-and-detente", "contain-and-confront")

    counted = [sum(row.between is between for row in page.rows) for between in Between]
    assert counted == list(page.nearness)
    assert sum(counted) == len(library.contents.dimensions)
    links = [each.reply.link for each in page.replies]
    assert links == sorted(links)
    assert Link.DIRECT in links
    both = {page.one.id, page.other.id}
    assert all(both <= {*each.by, *each.to} for each in page.replies)
    turned = pair_page(library, page.other.id, page.one.id)
    assert turned.nearness == page.nearness
    assert turned.replies == page.replies


def test_what_is_only_set_beside_comes_after_what_is_direct() -> None:
    library = OpenedLibrary.open(shipped_library(), None)
    ids = ("deterrence-and-detente", "contain-and-confront")
    first = pair_page(library, *ids).replies[0].reply
    rest = [reply for reply in library.contents.replies if reply is not first]
    beside = first._replace(link=Link.INFERRED)
    library.contents = library.contents._replace(replies=(beside, *rest))

    assert pair_page(library, *ids).replies[-1].reply == beside


def test_an_approach_that_is_not_there_is_told(disk: LibraryOnDisk) -> None:
    with pytest.raises(KeyError):
        pair_page(OpenedLibrary.open(disk.folder, None), "talk", "x")
