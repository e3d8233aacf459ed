"""Words that were being typed when the program died: where that was is said, and leads there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counterpoint.application.library.page import Page, PageKind
from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.editing.panel import Panel
from counterpoint.ui.editing.words_field import WordsField
from tests.answered_library import with_answers
from tests.at_window import GO_ON, AtWindow, Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

from .test_replies import mark
from .test_words_in_place import edit, field, panel, write

__all__ = ["fonts", "sit"]
_WORDS = "Half a sentence"
_CELL = Target(TargetKind.POSITION, "talk", "channels")


def dies(at: AtWindow) -> None:
    """As its process would: what it had on the disk is all that is left."""
    drafts = at.window.space.editing._typed._drafts
    assert drafts is not None
    assert drafts.flush()
    drafts._locks.close()
    at.window.space.editing._typed._drafts = None


def told(at: AtWindow) -> str:
    at.qtbot.waitUntil(lambda: bool(at.window.notices.said()))
    (said,) = at.window.notices.said()
    return said


def goes_on(at: AtWindow) -> Panel:
    at.click(at.window.notices.button("Go on there"))
    made = panel(at)
    assert at.window.notices.said() == ()
    return made


@pytest.mark.parametrize(
    ("action", "on", "name", "place"),
    [
        ("edit-here", GO_ON, "text", "the claim “A · Channels · Talks should continue.”"),
        ("answer-here", _CELL, "answer", "the answer in “A · Channels”"),
        ("new-claim", _CELL, "text", "a new claim in “A · Channels”"),
        ("edit-here", Target(TargetKind.APPROACH, "talk"), "gist", "the approach “Keep talking”"),
        (
            "edit-here",
            Target(TargetKind.QUESTION, dimension="channels"),
            "question",
            "the question “Channels”",
        ),
        ("new-question", GO_ON, "title", "a new question"),
        ("new-approach", GO_ON, "title", "a new approach"),
        ("split-claim", GO_ON, "text", "splitting “A · Channels · Talks should continue.”"),
    ],
)
def test_the_place_is_named_and_led_to(
    sit: Sit, disk: LibraryOnDisk, action: str, on: Target, name: str, place: str
) -> None:
    at = sit(with_answers(disk).folder)
    at.grid.setFocus()
    at.window.space.comparison.bring(on)
    at.window.menus.trigger(action)
    what = panel(at).asked.what
    write(at, field(panel(at), name), _WORDS)
    dies(at)

    again = sit(disk.folder)

    assert told(again) == (
        f"What you were typing when Counterpoint ended was kept: {place}, “{_WORDS}”"
    )
    made = goes_on(again)
    assert made.asked.what == what
    assert field(made, name).words() == _WORDS


def test_a_piece_of_evidence_and_a_reply(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    target = mark(at, "channels")
    write(at, field(edit(at, target), "partial"), _WORDS)
    dies(at)

    again = sit(disk.folder)

    assert "kept: the evidence “A · Channels · Letter\u00a0¶2”" in told(again)
    assert field(goes_on(again), "partial").words() == _WORDS


def test_a_new_reply_has_all_its_fields_again(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("depth-claims")
    at.grid.setFocus()
    at.window.space.comparison.bring(mark(at, "objections"))
    at.window.menus.trigger("new-reply")
    made = panel(at)
    by = field(made, "by-quote").words()
    write(at, field(made, "why"), _WORDS)
    dies(at)

    again = sit(disk.folder)

    assert "kept: a new reply" in told(again)
    made = goes_on(again)
    assert (field(made, "by-quote").words(), field(made, "why").words()) == (by, _WORDS)


def test_words_that_were_being_linked(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.space.editing.type("link/letter/0-10", _WORDS)
    dies(at)

    again = sit(disk.folder)

    assert "kept: a claim for words in “Letter”" in told(again)
    again.click(again.window.notices.button("Go on there"))
    again.qtbot.waitUntil(lambda: again.window.space.reader.isVisible())
    again.qtbot.waitUntil(lambda: again.window.space.reader.selection() is not None)


def test_lists_come_back(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    made = edit(at, Target(TargetKind.APPROACH, "talk"))
    cell = next(row for row in made.rows if row.asked.name == "proponents").stops()[0]
    assert isinstance(cell, WordsField)
    write(at, cell, _WORDS)
    dies(at)

    again = sit(disk.folder)

    assert told(again) == (
        "What you were choosing when Counterpoint ended was kept: the approach “Keep talking”."
    )
    made = goes_on(again)
    cell = next(row for row in made.rows if row.asked.name == "proponents").stops()[0]
    assert isinstance(cell, WordsField)
    assert cell.words() == _WORDS


def test_several_places_one_after_the_other(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    for what in ("talk/go-on/text", "talk/not-real/text", "new-question/title"):
        at.window.space.editing.type(what, _WORDS)
    dies(at)

    again = sit(disk.folder)

    assert told(again).startswith("(1 of 3) ")
    assert "Talks should continue." in told(again)
    again.click(again.window.notices.button("The next"))
    again.qtbot.waitUntil(lambda: told(again).startswith("(2 of 3) "))
    edit(again, Target(TargetKind.CLAIM, "talk", "objections", "not-real"))
    again.key(Qt.Key.Key_Escape)
    again.qtbot.waitUntil(lambda: told(again).startswith("(3 of 3) "))
    again.click(again.window.notices.button("Later"))
    again.qtbot.waitUntil(lambda: again.window.notices.said() == ())


def test_what_is_not_there_any_more_can_be_copied(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.space.editing.type("talk/gone/text", _WORDS)
    dies(at)

    again = sit(disk.folder)

    assert "“Keep talking”, which is not there any more" in told(again)
    again.click(again.window.notices.button("Copy the words"))
    again.qtbot.waitUntil(lambda: QApplication.clipboard().text() == _WORDS)
    again.click(again.window.notices.button("Forget them"))
    again.qtbot.waitUntil(lambda: again.window.notices.said() == ())
    dies(again)
    assert sit(disk.folder).window.notices.said() == ()


def test_from_another_view(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    write(at, field(edit(at, GO_ON), "text"), _WORDS)
    dies(at)
    again = sit(disk.folder)
    again.window.space.navigator.show_page(Page(PageKind.QUESTION, "objections"))
    again.qtbot.waitUntil(lambda: again.window.space.pages.isVisible())

    assert field(goes_on(again), "text").words() == _WORDS
    assert again.window.space.comparison.selection() == GO_ON


def test_a_description(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.space.editing.type("source/letter/title", _WORDS)
    dies(at)

    again = sit(disk.folder)

    assert "kept: the description of “" in told(again)
    again.click(again.window.notices.button("Go on there"))
    form = again.window.space.sources.form
    again.qtbot.waitUntil(form.isVisible)
    assert form.source == "letter"
