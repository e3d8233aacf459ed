"""Words changed where they stand in the comparison."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.ui.editing.panel import Panel
from counterpoint.ui.editing.words_field import WordsField
from tests.answered_library import with_answers
from tests.at_window import GO_ON, AtWindow, Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

__all__ = ["fonts", "sit"]


def panel(at: AtWindow) -> Panel:
    """The one that is open, once it is."""
    asker = at.window.space.comparison.deeds.asker
    at.qtbot.waitUntil(lambda: asker.panel is not None)
    assert asker.panel is not None
    return asker.panel


def is_closed(at: AtWindow) -> bool:
    return at.window.space.comparison.deeds.asker.panel is None


def edit(at: AtWindow, target: Target) -> Panel:
    """F2 on a target."""
    at.grid.setFocus()
    at.window.space.comparison.bring(target)
    at.window.menus.trigger("edit-here")
    return panel(at)


def field(panel: Panel, name: str) -> WordsField:
    (found,) = [row.field for row in panel.rows if row.asked.name == name]
    assert isinstance(found, WordsField)
    return found


def write(at: AtWindow, field: WordsField, words: str) -> None:
    """In the place of what stands there."""
    field.setFocus()
    field.selectAll()
    at.qtbot.keyClicks(field, words)


def test_f2_opens_a_field_over_the_very_words_and_enter_keeps_them(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    made = edit(at, GO_ON)
    words = field(made, "text")

    place = at.grid.place()
    assert place is not None
    found = at.grid.words_at(place)
    assert found is not None
    over = at.grid.viewport().mapToGlobal(found[0].topLeft())
    assert words.mapToGlobal(words.rect().topLeft()) == over
    assert words.font().pixelSize() == found[1].pixelSize()
    assert words.hasFocus()
    write(at, words, "Talks go on.")
    at.key(Qt.Key.Key_Return)

    at.qtbot.waitUntil(lambda: is_closed(at))
    assert at.grid.hasFocus()
    assert at.grid.target() == GO_ON
    assert at.window.menus.action("undo").text() == "Undo wording a claim"
    at.qtbot.waitUntil(lambda: "text: Talks go on." in disk.read("options/talk.yaml"))


def test_escape_gives_up_and_a_field_without_words_is_refused_under_it(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    made = edit(at, GO_ON)
    write(at, field(made, "text"), " ")
    at.key(Qt.Key.Key_Return)
    assert "text" in made.said
    assert not is_closed(at)

    at.key(Qt.Key.Key_Escape)

    assert is_closed(at)
    assert at.grid.hasFocus()
    assert at.window.space.session.history.next_undo is None


def test_tab_keeps_and_goes_on_to_the_next_claim(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("depth-claims")
    made = edit(at, GO_ON)
    write(at, field(made, "text"), "Talks go on.")

    at.key(Qt.Key.Key_Tab)

    at.qtbot.waitUntil(lambda: panel(at) is not made)
    assert field(panel(at), "text").words() == "Critics find it unrealistic."
    assert at.window.menus.action("undo").text() == "Undo wording a claim"


def test_a_click_elsewhere_keeps(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    write(at, field(edit(at, GO_ON), "text"), "Talks go on.")

    at.window.space.notebook.editor.setFocus()

    at.qtbot.waitUntil(lambda: is_closed(at))
    at.qtbot.waitUntil(lambda: "Talks go on." in disk.read("options/talk.yaml"))
    assert at.window.space.notebook.editor.hasFocus()


def test_an_answer_has_its_words_counted_and_is_checked_as_one_types(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(with_answers(disk).folder)
    made = edit(at, Target(TargetKind.POSITION, "talk", "channels"))
    answer = field(made, "answer")
    (row,) = [row for row in made.rows if row.field is answer]
    assert row.count is not None
    assert row.count.text() == "6 of 20 words"
    write(at, answer, "word " * 21)
    assert row.count.text() == "21 of 20 words"
    at.qtbot.waitUntil(lambda: made.said == "21 words: an answer has 20 at most.")

    write(at, answer, "Talks go on.")
    at.qtbot.waitUntil(lambda: made.said == "")
    boxes = {box.accessibleName(): box for box in made.findChildren(QCheckBox)}
    boxes["Talks should continue."].toggle()
    at.qtbot.waitUntil(lambda: made.said == "Check the claims that it rests on.")
    at.key(Qt.Key.Key_Return)
    at.qtbot.wait(0)
    assert not is_closed(at), "its words would stand nowhere"
    boxes["First answer"].toggle()
    both = "Check the named answers that it states. Check the claims that it rests on."
    at.qtbot.waitUntil(lambda: made.said == both)
    boxes["First answer"].toggle()
    boxes["Talks should continue."].toggle()
    boxes["First answer"].toggle()
    at.qtbot.waitUntil(lambda: made.said == "Check the named answers that it states.")
    boxes["First answer"].toggle()
    boxes["Other answer"].toggle()
    at.key(Qt.Key.Key_Return)

    at.qtbot.waitUntil(lambda: is_closed(at))
    at.qtbot.waitUntil(lambda: "answer: Talks go on." in disk.read("options/talk.yaml"))
    assert "holds: [talk, silence]" in disk.read("options/talk.yaml")
    assert at.window.menus.action("undo").text() == "Undo answering a question"


def test_an_approach_and_a_question_are_worded_at_their_heads(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    made = edit(at, Target(TargetKind.APPROACH, "talk"))
    write(at, field(made, "gist"), "Talk on.")
    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: is_closed(at))

    made = edit(at, question_target("channels"))
    write(at, field(made, "question"), "Who speaks to whom?")
    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: is_closed(at))

    at.qtbot.waitUntil(lambda: "gist: Talk on." in disk.read("options/talk.yaml"))
    at.qtbot.waitUntil(lambda: "Who speaks to whom?" in disk.read("options/dimensions.yaml"))
    assert at.grid.grid_model.sheet.dimensions[0].question == "Who speaks to whom?"


def test_what_was_being_typed_comes_back(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    write(at, field(edit(at, GO_ON), "text"), "Half a sen")
    drafts = at.window.space.editing._typed._drafts
    assert drafts is not None
    assert drafts.flush()
    drafts._locks.close()  # as a process that dies

    again = sit(disk.folder)

    assert field(edit(again, GO_ON), "text").words() == "Half a sen"
    again.key(Qt.Key.Key_Escape)
    assert field(edit(again, GO_ON), "text").words() == "Talks should continue."


@pytest.mark.parametrize("how", ["claim", "head"])
def test_a_double_click_opens_it_where_it_means_nothing_else(
    sit: Sit, disk: LibraryOnDisk, how: str
) -> None:
    at = sit(disk.folder)
    at.window.space.comparison.select(GO_ON)
    place = at.grid.place()
    assert place is not None
    viewport = at.grid.viewport()
    spot = at.grid.rect_of(place).center()
    if how == "head":
        viewport = at.grid.columns_header.viewport()
        spot = viewport.rect().center()
        spot.setX(40)
    at.qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=spot)

    assert panel(at).rows[0].asked.name == ("text" if how == "claim" else "title")
    assert QApplication.focusWidget() is panel(at).rows[0].field


def test_what_is_typed_while_the_files_are_read_comes_into_the_field(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.grid.setFocus()
    at.window.space.comparison.bring(GO_ON)
    at.key(Qt.Key.Key_F2)
    asker = at.window.space.comparison.deeds.asker
    assert asker.panel is None, "the files are still to be read"
    at.qtbot.keyClicks(QApplication.focusWidget(), " No")

    assert field(panel(at), "text").words() == "Talks should continue. No"
    assert at.words == ""


def test_a_panel_is_as_tall_as_its_fields_at_once_and_stays_in_its_pane(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(with_answers(disk).folder)
    made = edit(at, Target(TargetKind.POSITION, "talk", "channels"))
    before = made.geometry()
    made.fit()
    assert made.geometry() == before

    at.window.resize(900, 420)
    at.qtbot.waitUntil(lambda: made.geometry() != before)
    assert at.window.space.comparison.rect().contains(made.geometry())
    for row in made.rows:
        assert row.width() <= made.width()


def test_no_field_is_cut_however_long_its_words(sit: Sit, disk: LibraryOnDisk) -> None:
    long = "it asks for firmness first, and then for much else that takes many words to say, " * 3
    disk.replace("options/firm.yaml", "why: it asks for firmness first", f'why: "{long}"')
    at = sit(disk.folder)
    at.window.resize(1280, 600)

    made = edit(at, Target(TargetKind.APPROACH, "firm"))

    fields = [each for each in made.findChildren(WordsField) if each.isVisible()]
    assert any(each.words().startswith("it asks") for each in fields)
    for each in fields:
        assert each.height() >= round(each.document().size().height()), each.accessibleName()
        frame = each.parentWidget()
        assert frame is not None
        assert frame.rect().contains(each.geometry()), each.accessibleName()
