"""Which page is open, kept as plain JSON."""

import json

import pytest

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.page import Page, PageKind, page_from_dict, page_of
from counterpoint.domain.note import WHOLE_COMPARISON, pair_target, question_target
from tests.library_on_disk import LibraryOnDisk

QUESTION = Page(PageKind.QUESTION, "channels")
PAIR = Page(PageKind.PAIR, one="talk", other="firm")
REPLIES = Page(PageKind.REPLIES)


@pytest.mark.parametrize("page", [QUESTION, PAIR, REPLIES])
def test_it_comes_back_as_it_was_kept(page: Page) -> None:
    assert page_from_dict(json.loads(json.dumps(page.to_dict()))) == page


@pytest.mark.parametrize(
    "kept", [None, "question", [], {}, {"kind": "map"}, {"kind": "question", "question": 1}]
)
def test_rubbish_is_no_page(kept: object) -> None:
    assert page_from_dict(kept) is None


def test_notes_are_on_what_it_is_about() -> None:
    assert QUESTION.target == question_target("channels")
    assert PAIR.target == pair_target("firm", "talk")
    assert REPLIES.target == WHOLE_COMPARISON
    assert page_of(QUESTION.target) == QUESTION
    assert page_of(PAIR.target).target == PAIR.target


@pytest.mark.parametrize("page", [QUESTION, PAIR, REPLIES])
def test_it_is_in_the_library_that_has_what_it_is_on(page: Page, disk: LibraryOnDisk) -> None:
    assert page.is_in(OpenedLibrary.open(disk.folder, None).contents)


@pytest.mark.parametrize(
    "page", [QUESTION._replace(question="x"), PAIR._replace(other="x"), PAIR._replace(other="talk")]
)
def test_what_is_gone_is_no_page_of_it(page: Page, disk: LibraryOnDisk) -> None:
    assert not page.is_in(OpenedLibrary.open(disk.folder, None).contents)
