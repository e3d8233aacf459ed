"""Who answers whom, made at a mark and changed on the page of replies."""

from PySide6.QtCore import Qt

from counterpoint.application.library.page import Page, PageKind
from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.editing.panel import Panel
from tests.at_window import GO_ON, AtWindow, Sit, fonts, sit
from tests.library_on_disk import LETTER, LibraryOnDisk

from .test_making_and_moving import choose, do, problems, saved
from .test_words_in_place import edit, field, panel, write

__all__ = ["fonts", "sit"]
_REPLIES = "options/replies.yaml"


def mark(at: AtWindow, dimension: str, number: int = 0) -> Target:
    """A piece of evidence of the first claim of a cell of the first approach."""
    library = at.window.space.session.library
    assert library is not None
    claim = library.approach("talk").position(dimension).claims[0]
    piece = claim.evidence[number]
    return Target(TargetKind.EVIDENCE, "talk", dimension, claim.id, piece.key, piece.source)


def keep(at: AtWindow, on: Panel) -> None:
    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: not on.isVisible())


def answer(at: AtWindow) -> None:
    """The critics answer the minister, from the mark of the critics."""
    at.window.menus.trigger("depth-claims")
    do(at, "new-reply", mark(at, "objections"))
    made = panel(at)
    assert field(made, "by-quote").words().startswith("His critics called this")
    write(at, field(made, "to-quote"), "Talks should go on.")
    choose(made, "to-voice", "the ministry\nthe minister")
    choose(made, "link", "inferred")
    at.qtbot.waitUntil(lambda: "why" in made.said)
    write(at, field(made, "why"), "both are of the talks")
    keep(at, made)
    saved(at)


def test_a_mark_answers_another_passage(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    answer(at)

    written = disk.read(_REPLIES)
    assert "kind: rebuts" in written
    assert "link: inferred" in written
    assert "why: both are of the talks" in written
    assert problems(disk) == []
    assert at.window.menus.action("undo").text() == "Undo making a reply"
    library = at.window.space.session.library
    assert library is not None
    assert [reply.to.quotation.words for reply in library.contents.replies] == [
        "Talks should go on."
    ]


def test_words_selected_in_the_text_answer_the_mark_that_is_chosen(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("depth-claims")
    at.jump_to(GO_ON)
    start = LETTER.index("Nobody spoke")
    at.window.space.session.choose(mark(at, "channels"))
    at.window.space.reader.view.select(start, start + len("Nobody spoke of the neighbours."))
    at.window.menus.trigger("new-reply")
    at.qtbot.waitUntil(lambda: bool(at.window.space.reader.findChildren(Panel)))

    (made,) = at.window.space.reader.findChildren(Panel)
    assert field(made, "by-quote").words() == "Nobody spoke of the neighbours."
    assert field(made, "to-quote").words() == "Talks should go on."


def test_words_that_are_the_chosen_evidence_cannot_answer_themselves(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("depth-claims")
    at.jump_to(GO_ON)
    start = LETTER.index("Talks should go on.")
    at.window.space.session.choose(mark(at, "channels"))
    at.window.space.reader.view.select(start, start + len("Talks should go on."))
    at.window.menus.trigger("new-reply")

    at.qtbot.waitUntil(lambda: "cannot answer itself" in at.window.status.message())
    assert not at.window.space.reader.findChildren(Panel)


def test_a_panel_refuses_the_same_words_on_both_sides(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("depth-claims")
    do(at, "new-reply", mark(at, "channels"))
    made = panel(at)
    write(at, field(made, "to-quote"), "Talks should go on")
    choose(made, "to-voice", "the ministry\nthe minister")
    at.qtbot.waitUntil(lambda: "cannot answer itself" in made.said)
    write(at, field(made, "to-quote"), "Talks should go")
    at.qtbot.waitUntil(lambda: made.said == "")


def test_a_reply_is_changed_and_deleted_on_its_page(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    answer(at)
    before = disk.read(_REPLIES)
    space = at.window.space
    space.navigator.show_page(Page(PageKind.REPLIES))
    at.qtbot.waitUntil(lambda: space.pages.isVisible())
    paper = space.pages.paper
    paper.setFocus()
    for _ in range(20):
        if paper.current()[0] == "reply":
            break
        at.qtbot.keyClick(paper, Qt.Key.Key_Tab)
    assert paper.current()[0] == "reply"

    at.window.menus.trigger("edit-here")
    asker = space.pages.deeds.asker
    at.qtbot.waitUntil(lambda: asker.panel is not None)
    made = asker.panel
    assert made is not None
    choose(made, "kind", "supports")
    keep(at, made)
    saved(at)
    assert disk.read(_REPLIES) == before.replace("rebuts", "supports")

    space.pages.deeds.asker.close()
    paper.setFocus()
    for _ in range(20):
        if paper.current()[0] == "reply":
            break
        at.qtbot.keyClick(paper, Qt.Key.Key_Tab)
    at.window.menus.trigger("delete-here")
    at.qtbot.waitUntil(lambda: at.window.status.message().startswith("Deleted"))
    saved(at)
    assert not disk.path(_REPLIES).exists()
    for _ in range(2):
        at.window.menus.trigger("undo")
    saved(at)
    assert disk.read(_REPLIES) == before


def test_a_question_is_worded_on_its_page(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    space = at.window.space
    space.navigator.show_page(Page(PageKind.QUESTION, "channels"))
    at.qtbot.waitUntil(lambda: space.pages.isVisible())
    at.window.menus.trigger("edit-here")
    asker = space.pages.deeds.asker
    at.qtbot.waitUntil(lambda: asker.panel is not None)
    made = asker.panel
    assert made is not None
    write(at, field(made, "title"), "Ways")
    keep(at, made)
    saved(at)

    assert "title: Ways" in disk.read("options/dimensions.yaml")
    assert "Ways" in space.pages.paper.toPlainText()


def test_evidence_edits_leave_a_direct_why(sit: Sit, disk: LibraryOnDisk) -> None:
    disk.replace(
        "options/talk.yaml",
        "            stance: advocates\n",
        "            stance: advocates\n            why: the minister says so\n",
    )
    at = sit(disk.folder)
    at.window.menus.trigger("depth-claims")
    made = edit(at, mark(at, "channels"))
    choose(made, "stance", "describes")
    keep(at, made)
    saved(at)

    assert "stance: describes\n            why: the minister says so" in disk.read(
        "options/talk.yaml"
    )
