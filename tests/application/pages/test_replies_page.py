"""Who answers whom: which replies are listed, in which order, joining which texts."""

import pytest

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.pages.replies_page import RepliesPage, TextYear, replies_page
from counterpoint.domain.approach import Link
from counterpoint.domain.library import Library
from counterpoint.domain.replying import ReplyOrder, ReplyShare
from counterpoint.storage.place import shipped_library


@pytest.fixture(scope="module")
def library() -> Library:
    return OpenedLibrary.open(shipped_library(), None).contents


def whos(page: RepliesPage) -> list[str]:
    return [line.between.reply.by.voice[-1].casefold() for line in page.lines]


def test_all_are_listed_by_the_date_of_the_reply(library: Library) -> None:
    page = replies_page(library)

    assert sorted(line.number for line in page.lines) == list(range(len(library.replies)))
    dates = [line.between.reply.by.date or line.by.year for line in page.lines]
    assert dates == sorted(dates)
    assert page.direct + page.inferred == len(library.replies)


@pytest.mark.parametrize("share", [ReplyShare.DIRECT, ReplyShare.INFERRED])
def test_only_some_can_be_listed_and_the_numbers_stay(library: Library, share: ReplyShare) -> None:
    page = replies_page(library, share=share)

    links = {line.between.reply.link for line in page.lines}
    assert links == {Link(share.value)}
    assert len(page.lines) == (page.direct if share is ReplyShare.DIRECT else page.inferred)
    assert replies_page(library).direct == page.direct


def test_they_can_be_ordered_by_who_replies_and_to_whom(library: Library) -> None:
    by_who = whos(replies_page(library, ReplyOrder.WHO))
    assert by_who == sorted(by_who)
    assert by_who != whos(replies_page(library))
    to_whom = [
        line.between.reply.to.voice[-1].casefold()
        for line in replies_page(library, ReplyOrder.TO_WHOM).lines
    ]
    assert to_whom == sorted(to_whom)


def test_the_columns_are_the_texts_by_the_year_of_the_words(library: Library) -> None:
    page = replies_page(library)

    years = [column.year for column in page.columns]
    assert years == sorted(years)
    assert TextYear("2020", "clingendael-2020") in page.columns
    joined = {place for line in page.lines for place in (line.by, line.to)}
    assert joined == set(page.columns)
    for line in page.lines:
        assert line.by.year >= line.to.year


def test_words_that_a_text_quotes_stand_in_their_own_year(library: Library) -> None:
    reply = library.replies[0]
    old = reply._replace(to=reply.to._replace(date="1987-06-12"))
    (line,) = replies_page(library._replace(replies=(old,))).lines

    assert line.to == TextYear("1987", reply.to.source)


def test_what_has_no_date_comes_last(library: Library) -> None:
    reply = library.replies[0]
    by = reply.by._replace(date="")
    undated = library._replace(
        replies=(reply._replace(by=by), *library.replies[1:]),
        sources=tuple(source._replace(date="undated") for source in library.sources),
    )

    assert replies_page(undated).columns[-1].year == ""
    assert replies_page(undated).lines[-1].number == 0
