"""A question as a page, as a person comes to it, reads it and leaves it."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counterpoint.application.library.page import Page, PageKind
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.storage.place import shipped_library
from counterpoint.ui.paper.links import links_from
from counterpoint.ui.window.main_window import MainWindow
from tests.answered_library import ANSWER, with_answers
from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    return sit(with_answers(disk).folder)


def said(window: MainWindow) -> str:
    """What is read on the page, without the pictures."""
    return " ".join(window.space.pages.paper.toPlainText().replace("\ufffc", "").split())


def follow(at: AtWindow, words: str) -> None:
    """With Tab to the link that says this, and Enter."""
    paper = at.window.space.pages.paper
    links = list(links_from(paper.document().begin()))
    wanted = next(link for link in links if words in link.words)
    back = wanted.start < paper.textCursor().selectionStart()
    for _ in links:
        at.key(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        if paper.textCursor().selectionStart() == wanted.start:
            break
    at.key(Qt.Key.Key_Return)


def test_it_says_each_answer_its_words_and_what_is_not_said(at: AtWindow) -> None:
    at.click_claim(GO_ON)
    at.window.menus.trigger("question-page")

    page = said(at.window)
    assert page.startswith("Channels Who talks to whom? Some talk, some do not.")
    assert f"First answer {ANSWER} In its words “Talks should go on.” the ministry, the" in page
    assert "minister · Letter ¶2" in page
    assert "Firmness first Answer Not said Leaves open Looked for: any word on talks." in page
    assert at.window.bar.views.choice() == "compare"  # of which it is a page


def test_escape_goes_back_to_the_same_cell(at: AtWindow) -> None:
    at.click_claim(GO_ON)
    place = at.grid.place()
    at.window.menus.trigger("question-page")
    assert at.window.space.session.target == question_target("channels")
    at.key(Qt.Key.Key_Escape)

    assert at.window.space.view_name() == "compare"
    assert at.grid.hasFocus()
    assert at.grid.place() == place
    assert at.window.space.session.target == GO_ON


def test_a_press_on_what_it_is_a_page_of_goes_back_too(at: AtWindow) -> None:
    at.window.menus.trigger("question-page")
    at.click(at.window.bar.views.button("compare"))

    assert at.window.space.view_name() == "compare"
    assert at.grid.hasFocus()


def test_a_quotation_leads_to_its_passage_and_an_answer_to_its_cell(at: AtWindow) -> None:
    at.window.menus.trigger("question-page")
    follow(at, "Talks should go on.")
    at.qtbot.waitUntil(lambda: at.jumped_to() == "Talks should go on.")
    assert at.window.space.view_name() == "pages"

    follow(at, ANSWER)

    assert at.window.space.view_name() == "compare"
    assert at.window.space.session.target == Target(TargetKind.POSITION, "talk", "channels")


def test_the_keys_go_from_question_to_question(at: AtWindow) -> None:
    at.window.menus.trigger("question-page")
    at.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert said(at.window).startswith("Channels")
    at.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert said(at.window).startswith("Objections and risks")
    assert not at.window.space.pages.bar.after.isEnabled()
    at.click(at.window.space.pages.bar.before)
    assert said(at.window).startswith("Channels")


def test_what_is_typed_on_it_is_a_note_on_the_question(at: AtWindow) -> None:
    at.window.menus.trigger("question-page")
    paper = at.window.space.pages.paper
    QTest.keyClicks(paper, "W")
    assert QApplication.focusWidget() is at.window.space.notebook.editor
    QTest.keyClicks(at.window.space.notebook.editor, "hy?")

    (note,) = at.window.space.live.notebook.notes.on(question_target("channels"))
    assert note.body == "Why?"
    assert at.window.space.session.library is not None
    assert at.window.space.session.library.title_of(note.target) == "Channels"


def test_the_page_shows_its_own_note_and_leads_to_it(at: AtWindow) -> None:
    space = at.window.space
    at.window.menus.trigger("question-page")
    QTest.keyClicks(space.pages.paper, "W")
    QTest.keyClicks(space.notebook.editor, "hy <so>?")
    at.qtbot.waitUntil(lambda: said(at.window).endswith("Note: Why <so>?"))

    space.pages.setFocus()
    follow(at, "Note: Why <so>?")
    assert QApplication.focusWidget() is space.notebook.editor
    assert space.session.target == question_target("channels")


def test_a_cell_with_notes_says_how_many_and_leads_to_them(at: AtWindow) -> None:
    space = at.window.space
    at.click_claim(GO_ON)
    QTest.keyClicks(at.grid, "x")
    at.window.menus.trigger("question-page")
    at.qtbot.waitUntil(lambda: "Keep talking 1 note" in said(at.window))
    follow(at, "1 note")
    assert space.session.target == Target(TargetKind.POSITION, "talk", "channels")
    assert QApplication.focusWidget() is space.notebook.editor


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (Page(PageKind.QUESTION, "objections"), "Objections and risks"),
        (Page(PageKind.PAIR, one="firm", other="talk"), "B Firmness first Be firm"),
        (Page(PageKind.REPLIES), "Who answers whom"),
    ],
)
def test_the_page_comes_back_the_next_day(
    sit: Sit, disk: LibraryOnDisk, page: Page, words: str
) -> None:
    before = sit(with_answers(disk).folder)
    before.window.space.navigator.show_page(page)
    before.window.close()

    again = sit(disk.folder)

    assert said(again.window).startswith(words)
    assert again.window.space.pages.paper.hasFocus()


def test_a_page_of_what_is_gone_says_so(sit: Sit, disk: LibraryOnDisk) -> None:
    before = sit(with_answers(disk).folder)
    before.window.space.navigator.show_page(Page(PageKind.QUESTION, "objections"))
    before.window.close()
    disk.write(
        "options/dimensions.yaml", disk.read("options/dimensions.yaml").split("  - id: obj")[0]
    )

    assert said(sit(disk.folder).window).startswith("This page is gone")


def test_an_approach_that_is_hidden_is_not_on_it(at: AtWindow) -> None:
    at.window.menus.trigger("question-page")
    session = at.window.space.session
    session.arrange(session.arrangement.hide("talk"))

    assert "Keep talking" not in said(at.window)
    assert "Firmness first" in said(at.window)


def test_a_screen_reader_has_the_page_with_its_links(at: AtWindow) -> None:
    at.window.menus.trigger("question-page")
    paper = at.window.space.pages.paper
    heard = QAccessible.queryAccessibleInterface(paper)
    assert heard is not None
    assert heard.role() is QAccessible.Role.Document
    assert heard.text(QAccessible.Text.Name) == "Channels"
    names = []
    for number in range(heard.childCount()):
        link = heard.child(number)
        assert link is not None
        names.append(link.text(QAccessible.Text.Name))
    assert "Keep talking" in names
    assert "“Talks should go on.”" in names
    assert ANSWER in names
    assert "Esc" in at.window.status.hints()


def test_what_a_library_says_is_never_markup(sit: Sit, disk: LibraryOnDisk) -> None:
    evil = "<b>x</b><img src=y>&amp;"
    with_answers(disk).replace("options/dimensions.yaml", "Who talks to whom?", f"'{evil}'")
    disk.replace("options/talk.yaml", "title: Keep talking", f"title: '{evil}'")
    at = sit(disk.folder)
    at.window.menus.trigger("question-page")

    assert said(at.window).count(evil) == 2


@pytest.mark.parametrize(
    ("words", "before", "stays"),
    [("", False, False), ("Kept.", False, True), ("", True, True)],
    ids=["nothing written", "a note", "it was open before"],
)
def test_a_notebook_that_a_page_opened_goes_with_it_where_nothing_is_written(
    sit: Sit, disk: LibraryOnDisk, words: str, *, before: bool, stays: bool
) -> None:
    at = sit(with_answers(disk).folder)
    space = at.window.space
    space.show_pane("notebook", before)
    at.click_claim(GO_ON)
    at.window.menus.trigger("question-page")
    at.click(space.pages.bar.note)
    assert space.is_shown("notebook")
    QTest.keyClicks(space.notebook.editor, words)
    space.pages.setFocus()
    at.key(Qt.Key.Key_Escape)

    assert space.view_name() == "compare"
    assert space.is_shown("notebook") is stays


def test_a_change_is_on_the_page_at_once_which_stays_where_it_is(at: AtWindow) -> None:
    at.click_claim(GO_ON)
    at.window.menus.trigger("question-page")
    at.window.resize(700, 420)
    paper, editing = at.window.space.pages.paper, at.window.space.editing
    ready: list[object] = []
    editing.when_ready(ready.append)
    at.qtbot.waitUntil(lambda: bool(ready))
    bar = paper.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum() // 2)
    place = bar.value()

    editing.change_approach(
        "firm", CommandKind.CHANGE_APPROACH, lambda form: form._replace(title="Firm, and first")
    )

    assert "Firm, and first" in said(at.window)
    assert bar.value() == place


def test_every_question_opens_after_an_answer_was_deleted_and_after_that_was_undone(
    sit: Sit, tmp_path: Path
) -> None:
    folder = tmp_path / "copy"
    for part in ("corpus", "options"):
        shutil.copytree(shipped_library() / part, folder / part)
    at = sit(folder)
    space = at.window.space
    library = space.session.library
    assert library is not None
    questions = library.contents.dimensions

    def walk() -> None:
        for question in questions:
            space.navigator.show_page(Page(PageKind.QUESTION, question.id))
            assert said(at.window).startswith(question.title)
        space.navigator.show_page(Page(PageKind.REPLIES))
        assert said(at.window).startswith("Who answers whom")

    walk()
    replies = library.contents.replies
    space.navigator.go_to(
        Target(TargetKind.POSITION, library.contents.approaches[2].id, questions[0].id)
    )
    at.window.menus.trigger("delete-here")
    at.qtbot.waitUntil(lambda: space.session.library is not library, timeout=20_000)
    assert space.session.library is not None
    assert space.session.library.contents.replies == replies
    walk()
    at.window.menus.trigger("undo")
    walk()
