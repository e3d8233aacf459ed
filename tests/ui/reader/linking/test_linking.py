"""Words of a text become evidence in the field at them: by keys, by the mouse, by dragging."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.application.library.check import check_library
from counterpoint.application.library.new_library import new_library
from counterpoint.domain.approach import Link, Stance
from counterpoint.domain.note import Target, TargetKind
from counterpoint.storage.place import shipped_library
from counterpoint.ui.reader.linking.field import LinkField
from tests.at_window import GO_ON, AtWindow, Sit, fonts, sit
from tests.ears import listen
from tests.library_on_disk import LibraryOnDisk

__all__ = ["fonts", "sit"]
CTRL = Qt.KeyboardModifier.ControlModifier
COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
WORDS = "trade should grow"


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    return read(sit(disk.folder))


def read(at: AtWindow) -> AtWindow:
    """The letter is open in the reader."""
    at.window.space.navigator.open_source("letter")
    at.window.space.reader.view.setFocus()
    return at


def select(at: AtWindow, words: str = WORDS) -> None:
    model = at.window.space.reader.view.model
    assert model is not None
    start = model.text.index(words)
    at.window.space.reader.view.select(start, start + len(words))


def field_of(at: AtWindow) -> LinkField:
    found = at.window.findChild(LinkField)
    assert isinstance(found, LinkField)
    return found


def open_field(at: AtWindow, words: str = WORDS) -> LinkField:
    """The words are selected, and Ctrl+L is pressed."""
    select(at, words)
    at.key(Qt.Key.Key_L, CTRL)
    field = field_of(at)
    assert field.isVisible()
    assert field.query.hasFocus()
    return field


def listed(field: LinkField) -> list[str]:
    model = field.choices.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def wait_linked(at: AtWindow, field: LinkField) -> None:
    at.qtbot.waitUntil(lambda: not field.isVisible())


def evidence(at: AtWindow, dimension: str = "channels", approach: str = "talk") -> list[str]:
    """What the grid's claims on a question rest on."""
    library = at.window.space.session.library
    assert library is not None
    claims = library.approach(approach).position(dimension).claims
    return [f"{each.text} {piece.quotation.words}" for each in claims for piece in each.evidence]


def test_two_keystrokes_and_a_word_link_a_sentence(at: AtWindow) -> None:
    field = open_field(at, "rade should gro")

    at.qtbot.keyClicks(field.query, "continue")
    at.key(Qt.Key.Key_Return)
    wait_linked(at, field)

    assert evidence(at) == [
        "Talks should continue. Talks should go on.",
        f"Talks should continue. {WORDS}",
    ]
    view = at.window.space.reader.view
    assert view.hasFocus()
    assert [mark.claim for mark in view.highlights.at(view.caret() - 1)] == [
        "Talks should continue."
    ]
    target = at.window.space.session.target
    assert (target.kind, target.claim) == (TargetKind.EVIDENCE, "go-on")
    assert at.window.space.comparison.selection() == target, "it is seen in the grid"
    assert at.window.status.message() == "Linked to A\u00a0· Channels: Talks should continue."
    assert at.window.menus.action("undo").text() == "Undo linking a passage"
    at.window.menus.trigger("undo")
    assert evidence(at) == ["Talks should continue. Talks should go on."]


def test_the_same_passage_goes_to_a_second_claim(at: AtWindow) -> None:
    field = open_field(at)
    at.qtbot.keyClicks(field.query, "continue")
    at.key(Qt.Key.Key_Return)
    wait_linked(at, field)

    at.key(Qt.Key.Key_L, CTRL)
    at.qtbot.keyClicks(field.query, "critics ask")
    at.key(Qt.Key.Key_Return)
    wait_linked(at, field)

    assert len(evidence(at)) == 2
    assert f"Critics ask for firmness. {WORDS}" in evidence(at, "objections", "firm")
    at.key(Qt.Key.Key_L, CTRL)
    at.qtbot.keyClicks(field.query, "critics ask")
    at.key(Qt.Key.Key_Return)
    assert field.isVisible()
    assert field.why_not.text() == "This claim rests on these words already."


def test_stance_voice_and_the_rest_are_said_in_passing_and_come_back(at: AtWindow) -> None:
    field = open_field(at)
    rest = field.qualities
    at.qtbot.keyClicks(field.query, "continue")
    at.key(Qt.Key.Key_Tab)
    assert rest.stance.hasFocus()
    at.key(Qt.Key.Key_Down)
    at.key(Qt.Key.Key_Tab)
    assert rest.link.hasFocus()
    at.key(Qt.Key.Key_Down)
    at.key(Qt.Key.Key_Tab)
    assert rest.voice.hasFocus()
    assert rest.voice.count() == 5
    at.key(Qt.Key.Key_End)
    at.key(Qt.Key.Key_Tab)
    assert rest.other_voice.hasFocus()
    at.key(Qt.Key.Key_Return)
    assert field.why_not.text() == "Say who says it."
    at.qtbot.keyClicks(rest.other_voice, "the ministry > its clerk")
    at.key(Qt.Key.Key_Return)
    assert field.why_not.text() == "Say why you link it: the text itself does not."
    assert rest.why.hasFocus()
    at.qtbot.keyClicks(rest.why, "Trade needs talks.")
    at.key(Qt.Key.Key_Tab)
    at.qtbot.keyClicks(rest.hedge, "should")
    at.key(Qt.Key.Key_Tab)
    at.qtbot.keyClicks(rest.partial, "trade alone")
    at.key(Qt.Key.Key_Return)
    wait_linked(at, field)

    library = at.window.space.session.library
    assert library is not None
    piece = library.approach("talk").position("channels").claims[0].evidence[-1]
    assert (piece.stance, piece.link, piece.why) == (
        Stance.BEARS_ON,
        Link.INFERRED,
        "Trade needs talks.",
    )
    assert (piece.voice, piece.hedge, piece.partial) == (
        ("the ministry", "its clerk"),
        "should",
        "trade alone",
    )
    at.key(Qt.Key.Key_L, CTRL)
    said = rest.said()
    assert (said.stance, said.link, said.voice) == (piece.stance, piece.link, piece.voice)
    assert (said.why, said.hedge, said.partial) == ("", "", ""), "these are of one passage alone"


def test_a_new_claim_is_made_in_its_cell(at: AtWindow, disk: LibraryOnDisk) -> None:
    field = open_field(at)
    at.qtbot.keyClicks(field.query, "b chan")
    assert listed(field)[0] == "B Firmness first\u00a0· Channels: New claim here"
    at.key(Qt.Key.Key_Return)
    assert field.asks.text().startswith("New claim in B Firmness first\u00a0· Channels:")
    at.key(Qt.Key.Key_Return)
    assert field.why_not.text() == "Say in one sentence what is claimed."
    at.qtbot.keyClicks(field.query, "Trade should grow.")
    at.key(Qt.Key.Key_Return)
    wait_linked(at, field)

    assert evidence(at, "channels", "firm") == [f"Trade should grow. {WORDS}"]
    assert at.window.space.editing.flush()
    assert check_library(disk.folder)[0].problems == ()


def test_words_that_no_claim_has_become_one_in_the_cell_that_is_chosen(at: AtWindow) -> None:
    cell = Target(TargetKind.POSITION, "firm", "channels")
    at.window.space.session.choose(cell)
    field = open_field(at)
    at.qtbot.keyClicks(field.query, "More trade")
    assert listed(field)[0] == "B Firmness first\u00a0· Channels: New claim “More trade”"
    assert listed(field)[1] == "New approach “More trade”"
    at.key(Qt.Key.Key_Return)
    assert field.query.text() == "More trade"
    at.qtbot.keyClicks(field.query, " is better.")
    at.key(Qt.Key.Key_Return)
    wait_linked(at, field)

    assert evidence(at, "channels", "firm") == [f"More trade is better. {WORDS}"]


def test_what_was_chosen_comes_back_another_day(sit: Sit, disk: LibraryOnDisk) -> None:
    at = read(sit(disk.folder))
    field = open_field(at)
    at.qtbot.keyClicks(field.query, "critics ask")
    rest = field.qualities
    rest.stance.setCurrentIndex(rest.stance.findData(Stance.CONCEDES.value))
    rest.voice.setCurrentIndex(rest.voice.count() - 1)
    rest.other_voice.setText("a third › a fourth")
    at.key(Qt.Key.Key_Return)
    wait_linked(at, field)
    assert at.window.space.editing.flush()
    at.window.close()
    at.leave()

    at = read(sit(disk.folder))
    at.window.space.session.choose(Target(TargetKind.COMPARISON))
    field = open_field(at, "Nobody spoke")
    assert (
        listed(field)[0]
        == "B Firmness first\u00a0· Objections and risks: Critics ask for firmness."
    )
    assert Stance(field.qualities.stance.currentData()) is Stance.CONCEDES
    assert field.qualities.voice.currentText() == "a third › a fourth"


def test_escape_goes_a_step_back_and_then_closes(at: AtWindow) -> None:
    field = open_field(at)
    at.qtbot.keyClicks(field.query, "Detente")
    at.key(Qt.Key.Key_Return)
    assert field.asks.text() == "New approach “Detente”: to which question does it speak?"
    at.key(Qt.Key.Key_Escape)
    assert field.asks.text() == "Link this passage to a claim"
    assert field.query.selectedText() == "Detente", "what was typed is there, to be typed over"
    at.key(Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert at.window.space.reader.view.hasFocus()
    assert at.window.space.reader.selection() is not None
    assert at.window.space.session.history.next_undo is None


def test_from_an_empty_library_by_keys_alone(sit: Sit, disk: LibraryOnDisk, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    new_library(folder)
    for name in ("letter.txt", "letter.yaml"):
        (folder / "corpus" / name).write_bytes((disk.folder / "corpus" / name).read_bytes())
    at = read(sit(folder))

    field = open_field(at)
    assert field.hints.text().startswith("Type what it supports."), "nothing was looked for yet"
    assert "Two letters or more" in field.hints.text()
    at.qtbot.keyClicks(field.query, "Keep talking")
    at.key(Qt.Key.Key_Return)
    at.qtbot.keyClicks(field.query, "Who talks?")
    at.key(Qt.Key.Key_Return)
    at.qtbot.keyClicks(field.query, "They should.")
    at.key(Qt.Key.Key_Return)
    assert field.why_not.text() == "Say who says it.", "nobody is called not stated in the text"
    at.qtbot.keyClicks(field.qualities.other_voice, "the minister")
    at.key(Qt.Key.Key_Return)
    wait_linked(at, field)

    sheet = at.grid.grid_model.sheet
    assert [each.head.title for each in sheet.approaches] == ["Keep talking"]
    assert [each.title for each in sheet.dimensions] == ["Who talks"]
    (talks,) = sheet.approaches
    assert [each.name for each in talks.head.proponents] == ["the minister"]
    assert at.window.status.message().endswith("From now on the approach is held by the minister.")
    assert at.window.space.editing.flush()
    assert check_library(folder)[0].problems == ()


def test_a_click_links_too(at: AtWindow) -> None:
    field = open_field(at)
    at.qtbot.keyClicks(field.query, "continue")
    index = field.choices.model().index(0, 0)
    spot = field.choices.visualRect(index).center()
    at.qtbot.mouseClick(field.choices.viewport(), LEFT, pos=spot)
    wait_linked(at, field)

    assert len(evidence(at)) == 2


def test_the_sentence_of_a_new_claim_outlives_a_crash(
    at: AtWindow, sit: Sit, disk: LibraryOnDisk
) -> None:
    field = open_field(at)
    at.qtbot.keyClicks(field.query, "b chan")
    at.key(Qt.Key.Key_Return)
    at.qtbot.keyClicks(field.query, "Half a sen")
    drafts = at.window.space.editing._typed._drafts
    assert drafts is not None
    assert drafts.flush()
    drafts._locks.close()  # as a process that dies

    again = read(sit(disk.folder))
    field = open_field(again)
    again.qtbot.keyClicks(field.query, "b chan")
    again.key(Qt.Key.Key_Return)
    assert field.query.text() == "Half a sen"


@pytest.mark.parametrize(
    ("on", "first"),
    [
        (GO_ON, "A Keep talking\u00a0· Channels: Talks should continue."),
        (
            Target(TargetKind.POSITION, "firm", "channels"),
            "B Firmness first\u00a0· Channels: New claim here",
        ),
    ],
)
def test_words_dropped_on_a_cell_are_linked_there(at: AtWindow, on: Target, first: str) -> None:
    select(at)
    data = at.window.space.reader.words.dragged()
    assert data is not None
    assert data.text() == WORDS

    drop(at, data, on)

    field = field_of(at)
    assert field.isVisible()
    assert field.query.hasFocus()
    assert listed(field)[0] == first


def test_a_drag_that_goes_elsewhere_leaves_the_cursor_where_it_was(at: AtWindow) -> None:
    at.click_claim(GO_ON)
    before = at.grid.place()
    select(at)
    data = at.window.space.reader.words.dragged()
    assert data is not None
    enter = QDragEnterEvent(spot_of(at, ELSEWHERE), COPY, data, LEFT, Qt.KeyboardModifier(0))
    QApplication.sendEvent(at.grid.viewport(), enter)
    assert enter.isAccepted()
    assert at.grid.place() != before

    QApplication.sendEvent(at.grid.viewport(), QDragLeaveEvent())

    assert at.grid.place() == before


def test_other_words_are_not_taken(at: AtWindow) -> None:
    data = QMimeData()
    data.setText(WORDS)
    enter = QDragEnterEvent(spot_of(at, GO_ON), COPY, data, LEFT, Qt.KeyboardModifier(0))
    QApplication.sendEvent(at.grid.viewport(), enter)
    assert not enter.isAccepted()


def test_words_that_are_selected_are_dragged_and_a_click_on_them_lets_go(at: AtWindow) -> None:
    view = at.window.space.reader.view
    dragged: list[bool] = []
    view.drag_wanted.disconnect()
    view.drag_wanted.connect(lambda: dragged.append(True))
    select(at)
    span = view.selection()
    assert span is not None
    box = view.screen_rectangle(span)
    spot = view.viewport().mapFromGlobal(box.center())

    QTest.mousePress(view.viewport(), LEFT, pos=spot)
    QTest.mouseMove(view.viewport(), spot + QPoint(0, 60))
    QTest.mouseRelease(view.viewport(), LEFT, pos=spot + QPoint(0, 60))
    assert (dragged, view.selection()) == ([True], span)

    QTest.qWait(QApplication.doubleClickInterval() + 50)
    QTest.mouseClick(view.viewport(), LEFT, pos=spot)
    assert view.selection() is None


def test_in_the_shipped_library_a_copy_is_offered_in_which_the_field_is_open(
    sit: Sit, tmp_path: Path
) -> None:
    at = sit(shipped_library())
    session = at.window.space.session
    assert session.library is not None
    source = session.library.contents.sources[0].id
    at.window.space.navigator.open_source(source)
    at.window.space.reader.view.select(3000, 3060)

    at.window.menus.trigger("link")

    assert not field_of(at).isVisible()
    maker = at.window.libraries.maker
    assert maker.isVisible()
    maker.folder.setText(str(tmp_path / "copy"))
    at.qtbot.keyClick(maker.folder, Qt.Key.Key_Return)

    def is_open() -> bool:
        found = at.window.space.findChild(LinkField)
        return isinstance(found, LinkField) and found.isVisible()

    at.qtbot.waitUntil(is_open, timeout=20_000)
    now = at.window.space.session.library
    assert now is not None
    assert now.folder == tmp_path / "copy"
    span = at.window.space.reader.selection()
    assert span is not None
    assert (span.start <= 3000, span.end >= 3060) == (True, True)


def test_without_words_it_says_what_is_lacking(at: AtWindow) -> None:
    at.window.space.reader.view.select(0, 0)
    at.window.menus.trigger("link")
    assert at.window.status.message() == "Choose some words in the text of a source first."


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_what_is_in_the_field_never_overlaps(at: AtWindow, zoom: float) -> None:
    at.window.theme.set_zoom(zoom)
    field = open_field(at)
    at.qtbot.waitUntil(lambda: field.choices.isVisible())
    parts = [
        part
        for part in field.children()
        if isinstance(part, QWidget) and part.isVisible() and part.parent() is field
    ]
    boxes = [part.geometry() for part in parts]
    for number, box in enumerate(boxes):
        assert field.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
    assert at.window.space.reader.rect().contains(field.geometry())


def test_in_a_narrow_low_reader_all_of_the_field_can_be_read(at: AtWindow) -> None:
    at.window.theme.set_zoom(2.0)
    at.window.space.show_pane("notebook", False)
    QApplication.processEvents()
    field = open_field(at)
    at.qtbot.waitUntil(lambda: field.choices.isVisible())
    QApplication.processEvents()

    qualities = field.qualities
    room = field.choices.height() // field.choices.sizeHintForRow(0)
    assert room >= min(2, field.choices.model().rowCount()), "not the first choice alone"
    for part in qualities.order:
        assert part.isHidden() or part.geometry().right() <= qualities.rect().right()
        assert part.isHidden() or part.width() == part.geometry().width()
    hints = field.hints
    assert hints.heightForWidth(hints.width()) <= hints.height(), "whole"
    first = field.choices.model().index(0, 0)
    assert first.data(Qt.ItemDataRole.ToolTipRole) == first.data(
        Qt.ItemDataRole.AccessibleTextRole
    ), "what is cut in its row"


def test_the_passage_is_seen_above_the_field(at: AtWindow) -> None:
    view = at.window.space.reader.view
    field = open_field(at, "Nobody spoke")
    span = view.selection()
    assert span is not None
    words = view.screen_rectangle(span)
    corner = at.window.space.reader.mapFromGlobal(words.topLeft())

    assert not field.geometry().intersects(QRect(corner, words.size()))


def test_each_choice_and_what_is_lacking_is_said_to_who_listens(
    at: AtWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = listen(monkeypatch)
    field = open_field(at)
    at.qtbot.keyClicks(field.query, "continue")
    assert heard[-1] == "A Keep talking\u00a0· Channels: Talks should continue."
    at.key(Qt.Key.Key_Down)
    assert heard[-1] == "New approach “continue”"
    at.key(Qt.Key.Key_Up)
    field.qualities.voice.setCurrentIndex(field.qualities.voice.count() - 1)
    at.key(Qt.Key.Key_Return)
    assert heard[-1] == "Say who says it."
    assert field.query.accessibleName() == "Link this passage to a claim"


ELSEWHERE = Target(TargetKind.POSITION, "firm", "channels")


def spot_of(at: AtWindow, on: Target) -> QPoint:
    place = at.grid.grid_model.place(on)
    assert place is not None
    return at.grid.rect_of(place).center()


def drop(at: AtWindow, data: QMimeData, on: Target) -> None:
    at.window.space.comparison.opening.uncover(on)
    spot = spot_of(at, on)
    none = Qt.KeyboardModifier(0)
    for event in (
        QDragEnterEvent(spot, COPY, data, LEFT, none),
        QDropEvent(QPointF(spot), COPY, data, LEFT, none),
    ):
        QApplication.sendEvent(at.grid.viewport(), event)
        assert event.isAccepted()


def test_a_sentence_given_up_is_typed_over_in_another_cell(at: AtWindow) -> None:
    field = open_field(at)
    at.qtbot.keyClicks(field.query, "b chan")
    at.key(Qt.Key.Key_Return)
    at.qtbot.keyClicks(field.query, "Given up.")
    at.key(Qt.Key.Key_Escape)
    assert field.query.text() == "b chan"
    at.key(Qt.Key.Key_Return)
    assert (field.query.text(), field.query.selectedText()) == ("Given up.", "")
    at.key(Qt.Key.Key_Escape)

    at.qtbot.keyClicks(field.query, "b obj")
    at.key(Qt.Key.Key_Down)
    at.key(Qt.Key.Key_Return)
    assert "Objections" in field.asks.text()
    assert field.query.selectedText() == "Given up."
    at.qtbot.keyClicks(field.query, "Said.")
    assert field.query.text() == "Said."


def test_a_voice_of_another_source_is_offered_and_not_chosen(sit: Sit, disk: LibraryOnDisk) -> None:
    disk.write("corpus/speech.txt", "A SPEECH\n\n¶1. Trade is good for all of us.\n")
    described = disk.read("corpus/letter.yaml").split("furniture:")[0]
    disk.write("corpus/speech.yaml", described.replace("not stated in the text", "a speaker"))
    at = read(sit(disk.folder))
    field = open_field(at)
    at.qtbot.keyClicks(field.query, "continue")
    at.key(Qt.Key.Key_Return)
    wait_linked(at, field)

    at.window.space.navigator.open_source("speech")
    at.window.space.reader.view.setFocus()
    field = open_field(at, "Trade is good")

    rest = field.qualities
    assert rest.voice.currentText() == "Another voice…"
    assert rest.other_voice.text() == "a speaker"
    assert rest.voice.count() > 1, "it can still be chosen"


def test_two_letters_are_a_title(at: AtWindow) -> None:
    field = open_field(at)
    at.qtbot.keyClicks(field.query, "EU")
    assert listed(field) == ["New approach “EU”", "New question “EU”"]
