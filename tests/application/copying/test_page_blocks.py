"""A page as it is copied whole, with its citations."""

import pytest

from counterpoint.application.copying.forms import forms_of
from counterpoint.application.copying.page_blocks import page_blocks
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.page import Page, PageKind
from counterpoint.application.pages.replies_page import replies_page
from counterpoint.domain.replying import ReplyOrder, ReplyShare
from counterpoint.storage.place import shipped_library
from tests.answered_library import ANSWER, with_answers
from tests.library_on_disk import LibraryOnDisk


@pytest.fixture(scope="module")
def shipped() -> OpenedLibrary:
    return OpenedLibrary.open(shipped_library(), None)


def test_a_question_has_each_answer_its_words_and_what_is_open(disk: LibraryOnDisk) -> None:
    library = OpenedLibrary.open(with_answers(disk).folder, None)
    page = Page(PageKind.QUESTION, "channels")

    assert forms_of(page_blocks(library, page, ["talk", "firm"])).plain == (
        "Channels\n\nWho talks to whom?\n\nA Keep talking\n\n"
        f"First answer. {ANSWER}\n\nIn its words:\n"
        "“Talks should go on.” (Letter, ¶2) [the ministry, the minister]\n\n"
        "B Firmness first\n\nNot said\n\nLeaves open: Looked for: any word on talks."
    )


def test_an_objection_comes_with_the_reply_to_it(shipped: OpenedLibrary) -> None:
    every = [head.id for head in shipped.contents.approaches]
    said = "".join(
        forms_of(page_blocks(shipped, Page(PageKind.QUESTION, each.id), every)).plain
        for each in shipped.contents.dimensions
    )
    assert "Objection:\n“" in said or "Objection:\n‘" in said
    assert "Reply (direct):\n" in said


def test_two_approaches_have_a_table_and_the_replies_between_them(shipped: OpenedLibrary) -> None:
    page = Page(PageKind.PAIR, one="deterrence-and-detente", other="contain-and-confront")
    forms = forms_of(page_blocks(shipped, page, []))

    assert forms.html.count("<table") == 1
    assert forms.html.count("<tr>") == 1 + len(shipped.contents.dimensions)
    assert "share an answer on" in forms.plain
    assert "Rebuts (direct):" in forms.plain
    assert forms.markdown.count("\n> ") > 10


@pytest.mark.parametrize("share", ReplyShare)
def test_of_the_replies_those_are_copied_that_are_listed(
    shipped: OpenedLibrary, share: ReplyShare
) -> None:
    blocks = page_blocks(shipped, Page(PageKind.REPLIES), [], ReplyOrder.WHO, share)
    lines = replies_page(shipped.contents, ReplyOrder.WHO, share).lines
    quoted = [" ".join(each.between.reply.by.quotation.words.split()) for each in lines]

    plain = forms_of(blocks).plain
    assert plain.count(" (direct):") + plain.count(" (set beside it by us):") == len(lines)
    assert all(words in plain for words in quoted)
