"""The sources page as a person uses it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.storage.library.library_cache import cache_file
from counterpoint.ui.sources import source_view
from counterpoint.ui.sources.page import SourcesPage
from counterpoint.ui.sources.source_list import Role
from counterpoint.ui.theme.colours import dark
from counterpoint.ui.theme.theme import Theme
from tests.kept_cache import rewrite
from tests.library_on_disk import FIRM, LETTER, LibraryOnDisk
from tests.ui.paper.test_page_browser import over
from tests.ui.sources.conftest import MakePage


def text(page: SourcesPage) -> str:
    """All that the page says, on one line."""
    return " ".join(page.view.paper.toPlainText().split())


def counts(page: SourcesPage) -> str:
    """What the list says of the passages of the first source."""
    return str(page.list.model().index(1, 0).data(Role.COUNTS)).replace("\u00a0", " ")


def choose(page: SourcesPage, qtbot: QtBot, row: int) -> None:
    index = page.list.model().index(row, 0)
    where = page.list.visualRect(index).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=where)


def click(page: SourcesPage, qtbot: QtBot, words: str) -> None:
    page.view.paper.setTextCursor(page.view.paper.document().find(words))
    page.view.paper.ensureCursorVisible()
    where = over(page.view.paper, words)
    QTest.mouseClick(page.view.paper.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_it_opens_on_the_texts_as_a_whole(page: SourcesPage) -> None:
    said = text(page)
    assert said.startswith("Small 1 text, 20 October 2008 One letter.")
    assert "Keep talking 2 2 14 1 1 1 –" in said
    assert "Firmness first 1 1 4 1 1 – 1" in said
    assert "Channels Not said. Looked for: any word on talks." in said
    assert not page.view.bar.open_button.isVisible()
    assert page.current_source() == ""


def test_a_source_is_chosen_with_the_mouse(page: SourcesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.source_chosen) as chosen:
        choose(page, qtbot, 1)
    assert chosen.args == ["letter"]
    assert page.current_source() == "letter"
    said = text(page)
    assert said.startswith(
        "A letter Letter · 20 October 2008 Correct the description "
        "Replace with a new version… Remove from the library Author Not stated in the text"
    )
    assert "Paragraph numbers By the text itself; cited as ¶4" in said
    assert "Source summary statement Nothing depends on it." in said
    assert "Keep talking 3 passages, 2 claims" in said
    assert "advocates Talks should continue. the ministry → the minister" in said
    assert "inferred: the debate is about the talks" in said


def test_a_source_is_chosen_and_opened_with_the_keys(page: SourcesPage, qtbot: QtBot) -> None:
    page.setFocus()
    with qtbot.waitSignal(page.source_chosen):
        QTest.keyClick(page.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.open_requested) as opened:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert opened.args == ["letter"]


def test_what_the_window_chooses_is_not_told_back(page: SourcesPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.source_chosen):
        page.show_source("letter")
        page.show_source("")
    with pytest.raises(KeyError):
        page.show_source("gone")


def test_a_click_on_a_passage_jumps(page: SourcesPage, qtbot: QtBot) -> None:
    page.show_source("letter")
    with qtbot.waitSignal(page.jump_requested) as jumped:
        click(page, qtbot, "His critics called")
    key = jumped.args[0]
    library = page.view._library
    assert library is not None
    assert library.find(key).evidence.quotation.words.startswith("His critics called")


def test_the_text_is_opened_from_the_bar(page: SourcesPage, qtbot: QtBot) -> None:
    page.show_source("letter")
    with qtbot.waitSignal(page.open_requested) as opened:
        QTest.mouseClick(page.view.bar.open_button, Qt.MouseButton.LeftButton)
    assert opened.args == ["letter"]


def test_a_citation_is_copied_in_three_styles(page: SourcesPage) -> None:
    page.show_source("letter")
    copied = []
    for action in page.view.bar.copy_menu.actions():
        action.trigger()
        copied.append(QGuiApplication.clipboard().text())
    assert copied == [
        "“A letter,” the ministry, 20 October 2008.",
        "A letter [Letter]. (2008, October 20). the ministry.",
        "Letter, 20 October 2008",
    ]
    assert page.view.bar.said() == "Citation copied"


def menu_over(page: SourcesPage, words: str) -> QMenu:
    """The menu that a right click on `words` brings up."""
    page.view.paper.setTextCursor(page.view.paper.document().find(words))
    page.view.paper.ensureCursorVisible()
    where = over(page.view.paper, words)
    link = page.view.paper.anchorAt(where)
    action, _, argument = link.partition(":")
    page.view.paper.menu_wanted.emit(action, argument.replace("%2F", "/"), QPoint(0, 0))
    menus = page.view.findChildren(QMenu)
    return next(menu for menu in menus if menu.isVisible())


def entry(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if words in action.text())


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_quotation_is_copied_with_its_citation(page: SourcesPage) -> None:
    page.show_source("letter")
    menu = menu_over(page, "Talks should go on.")
    entry(menu, "in the line").trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() == "“Talks should go on.” (Letter, ¶2)"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_elsewhere_copies_what_is_selected(page: SourcesPage) -> None:
    page.show_source("letter")
    page.view.paper.menu_wanted.emit("", "", QPoint(0, 0))
    menu = next(menu for menu in page.view.findChildren(QMenu) if menu.isVisible())
    assert not entry(menu, "Copy").isEnabled()
    menu.close()
    page.view.paper.setTextCursor(page.view.paper.document().find("Marking"))
    page.view.paper.menu_wanted.emit("", "", QPoint(0, 0))
    menu = next(menu for menu in page.view.findChildren(QMenu) if menu.isVisible())
    entry(menu, "Copy").trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() == "Marking"


def test_the_digest_is_copied_whole(
    page: SourcesPage, qtbot: QtBot, library: OpenedLibrary
) -> None:
    page.show_source("letter")
    digest = library.contents.source("letter").digest
    assert digest not in text(page)
    cursor = page.view.paper.document().find("Digest (sha256)")
    cursor = page.view.paper.document().find("Copy", cursor)
    page.view.paper.anchorClicked.emit(cursor.charFormat().anchorHref())
    assert QGuiApplication.clipboard().text() == digest
    assert page.view.bar.said() == "Digest copied"


def test_only_the_approaches_shown_are_listed_until_all_are_asked_for(
    page: SourcesPage, qtbot: QtBot
) -> None:
    page.show_source("letter")
    page.show_approaches(["firm"])
    qtbot.waitUntil(lambda: "Keep talking" not in text(page))
    assert "The 1 approach shown in the comparison." in text(page)
    assert counts(page) == "1 passage for 1 approach"
    click(page, qtbot, "List all 2")
    qtbot.waitUntil(lambda: "Keep talking" in text(page))
    assert counts(page) == "4 passages for 2 approaches"
    click(page, qtbot, "List only the 1 shown")
    qtbot.waitUntil(lambda: "Keep talking" not in text(page))


def test_many_passages_are_set_a_part_at_a_time(
    make_page: MakePage, library: OpenedLibrary, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_view, "AT_ONCE", 2)
    page = make_page(library)
    page.show_source("letter")
    assert "2 of 4 passages." in text(page)
    assert "The debate ran over" not in text(page)
    click(page, qtbot, "Show 2 more")
    assert "The debate ran over" in text(page)
    assert "of 4 passages" not in text(page)


def test_a_passage_that_is_not_exact_says_so(make_page: MakePage, disk: LibraryOnDisk) -> None:
    disk.write("corpus/letter.txt", LETTER.replace("Talks should go on. His", "Talk. His"))
    page = make_page(OpenedLibrary.open(disk.folder, None))
    page.show_source("letter")
    assert "the words are not in the source" in text(page)


def test_two_claims_on_the_same_words_each_have_their_way_back(
    make_page: MakePage, disk: LibraryOnDisk, qtbot: QtBot
) -> None:
    second = (
        "      - {id: two, text: They ask., kind: fact, evidence: [{source: letter, "
        "quote: asked for firmness first, stance: describes, voice: [the letter]}]}\n"
    )
    disk.write("options/firm.yaml", FIRM.replace("note: 2008", 'note: "2008"') + second)
    page = make_page(OpenedLibrary.open(disk.folder, None))
    page.show_source("letter")
    with qtbot.waitSignal(page.jump_requested) as jumped:
        click(page, qtbot, "They ask.")
    assert jumped.args[0].startswith("firm/two/")


def test_nothing_is_read_or_set_before_the_page_is_seen(
    qtbot: QtBot, theme: Theme, library: OpenedLibrary, window: QWidget
) -> None:
    page = SourcesPage(theme, window)
    page.show_library(library)
    page.show_source("letter")
    assert text(page) == ""
    page.show()
    qtbot.waitUntil(lambda: "Keep talking" in text(page))
    assert page.view.bar.open_button.isVisible()


def test_the_same_source_stays_when_the_library_is_read_again(
    page: SourcesPage, disk: LibraryOnDisk
) -> None:
    page.show_source("letter")
    page.show_library(OpenedLibrary.open(disk.folder, None))
    assert page.current_source() == "letter"
    assert text(page).startswith("A letter")


@pytest.fixture
def damaged(disk: LibraryOnDisk, tmp_path: Path) -> OpenedLibrary:
    """The library from a cache of which no approach can be read."""
    OpenedLibrary.open(disk.folder, tmp_path)
    rewrite(cache_file(tmp_path, disk.folder), lambda rows: [*rows[:2], *len(rows[2:]) * [b"{"]])
    opened = OpenedLibrary.from_cache(disk.folder, tmp_path)
    assert opened is not None
    return opened


def test_a_library_that_went_away_is_told(
    make_page: MakePage, damaged: OpenedLibrary, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    disk.folder.rename(tmp_path / "elsewhere")
    page = make_page(damaged)
    assert "The files of this library have changed." in text(page)


def test_a_damaged_cache_costs_nothing_but_time(
    make_page: MakePage, damaged: OpenedLibrary
) -> None:
    assert "any word on talks" in text(make_page(damaged))


def test_a_new_look_is_taken_up_in_place(page: SourcesPage, theme: Theme) -> None:
    page.show_source("letter")
    theme.set_colours(dark())
    theme.set_zoom(2)
    html = page.view.paper.toHtml()
    assert dark().accent in html
    assert "font-size:28px" in html
