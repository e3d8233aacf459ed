"""A page as it is copied whole, with its citations."""

import pytest

from counterpoint.application.copying.forms import forms_of
from counterpoint.application.copying.page_blocks import page_blocks
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.page import Page, PageKind
from counterpoint.application.pages.pair_page import pair_page
from counterpoint.application.pages.replies_page import replies_page
from counterpoint.domain.parting import Between
from counterpoint.domain.replying import ReplyOrder, ReplyShare
from counterpoint.storage.place import shipped_library
from tests.answered_library import ANSWER, with_answers
from tests.library_on_disk import LibraryOnDisk


@pytest.fixture(scope="module")
def shipped() -> OpenedLibrary:
    return OpenedLibrary.open(shipped_library(), None)


def copied(library: OpenedLibrary, page: Page, *approaches: str) -> str:
    return forms_of(page_blocks(library, page, approaches)).plain


def test_a_question_has_each_answer_its_words_and_what_is_open(disk: LibraryOnDisk) -> None:
    library = OpenedLibrary.open(with_answers(disk).folder, None)
    page = Page(PageKind.QUESTION, "channels")

    assert forms_of(page_blocks(library, page, ["talk", "firm"])).plain == (
        "Channels\n\nWho talks to whom?\n\nThe answers, and who holds them\n\n"
        "– First answer: The first of them. (A Keep talking)\n"
        "– Other answer: The other of them. (none of those shown)\n"
        "– Not said: (B Firmness first)\n\n"
        "What each approach answers\n\nA Keep talking\n\n"
        f"First answer. {ANSWER}\n\nIn its words:\n"
        "“Talks should go on.” (Letter, ¶2) [the ministry, the minister]\n\n"
        "B Firmness first\n\nNot said\n\nLeaves open: Looked for: any word on talks.\n\n"
        "Sources\n\nLetter: A letter [Letter]. (2008, October 20). the ministry."
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
    groups = pair_page(shipped, page.one, page.other).groups()

    assert forms.html.count("<table") == len(groups) > 1
    assert forms.html.count("<tr>") == len(groups) + len(shipped.contents.dimensions)
    assert f"\nWhere they share an answer ({len(dict(groups)[Between.SHARED])})\n" in forms.plain
    assert forms.plain.count("Both: ") == len(dict(groups)[Between.SHARED])
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


def test_where_nothing_passes_between_two_it_says_so(disk: LibraryOnDisk) -> None:
    library = OpenedLibrary.open(with_answers(disk).folder, None)
    said = forms_of(page_blocks(library, Page(PageKind.PAIR, one="talk", other="firm"), [])).plain

    assert "\n\nNo replies between them\n\n" in said
    assert "(0)" not in said


def test_words_of_somebody_else_are_not_called_the_holders(shipped: OpenedLibrary) -> None:
    page = Page(PageKind.QUESTION, "allies")
    said = forms_of(page_blocks(shipped, page, ["engage-but-beware", "helsinki-detente"])).plain
    theirs, own = said.split("What each approach answers")[1].split("F Helsinki-style")

    assert "In the words of The Independent:\n" in theirs
    assert "In its words" not in theirs
    assert "In its words:\n" in own


def test_what_rebuts_the_very_words_shown_stands_as_the_objection(shipped: OpenedLibrary) -> None:
    said = copied(shipped, Page(PageKind.QUESTION, "pressure"), "containment")

    objection = said.partition("Objection:\n")[2]
    assert "to show the inappropriateness of such a tactic" in objection.partition("\n\n")[0]


@pytest.mark.parametrize("form", [0, 1, 2])
def test_it_ends_with_the_sources_it_cites_and_says_once_what_is_counted(
    shipped: OpenedLibrary, form: int
) -> None:
    page = Page(PageKind.QUESTION, "pressure")
    said = forms_of(page_blocks(shipped, page, ["containment", "helsinki-detente"]))[form]
    body, _, sources = said.rpartition("Sources")

    assert "§8" in body
    assert "counted" not in body
    assert sources.count("counted by us") == 1
    for known in ("Embassy London", "2008", "Hugo Klijn", "The Russia policy conundrum", "2020"):
        assert known in sources
    assert "Independent" not in sources


def test_where_the_text_has_numbers_of_its_own_nothing_is_counted(shipped: OpenedLibrary) -> None:
    said = copied(shipped, Page(PageKind.QUESTION, "pressure"), "containment")

    assert "¶3" in said
    assert "counted by us" not in said
