"""Documents brought into the library that is open: by menu, by drop, and what becomes of them."""

from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFontMetrics
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from counterpoint.application.library.anchor import anchor_library
from counterpoint.domain.because import Because
from counterpoint.domain.command_kind import CommandKind
from counterpoint.labels import arrival as words
from counterpoint.labels.because import because
from counterpoint.storage.place import shipped_library
from counterpoint.ui.arrivals.page import ArrivalsPage
from counterpoint.ui.painting.eliding import in_lines
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.widgets.grouped_rows import DETAIL, ENTRY
from tests.at_window import GO_ON, AtWindow, Sit, answering, heard
from tests.importing_library import SPEECH
from tests.library_on_disk import LibraryOnDisk
from tests.made_documents import odt, pdf
from tests.report_library import link
from tests.ui.window.seen_whole import has_whole_headline

TRANSCRIPT = "\n".join(
    f"The delegate of the {name} state said that his country would vote for the text as it stood, "
    "and that he asked for nothing more."
    for name in ("first", "second", "third", "fourth")
)
"""One paragraph to a line, and no empty ones."""


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "speeches"
    folder.mkdir()
    (folder / "speech.txt").write_text(SPEECH)
    (folder / "vote.txt").write_text(TRANSCRIPT)
    (folder / "data.xml").write_text('<?xml version="1.0"?><data><row/></data>')
    return folder


def drop(on: QWidget, *paths: Path) -> bool:
    """Drops files on a widget as the system does: on whatever takes them, from it upwards."""
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    dropped.setText("\n".join(map(str, paths)))  # as many a window of files does
    at, button, held = QPoint(40, 40), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    widget: QWidget | None = on
    while widget is not None:
        event = QDragEnterEvent(at, Qt.DropAction.CopyAction, dropped, button, held)
        event.ignore()
        if widget.acceptDrops():
            QApplication.sendEvent(widget, event)
        if event.isAccepted():
            let_go = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, dropped, button, held)
            QApplication.sendEvent(widget, let_go)
            return True
        widget = None if widget.isWindow() else widget.parentWidget()
    return False


def page(at: AtWindow) -> ArrivalsPage:
    found = at.window.space.pane("arrivals")
    assert isinstance(found, ArrivalsPage)
    return found


def until_done(at: AtWindow) -> None:
    """Until all is read and stored, and the library read again."""
    live = at.window.space.live_sources
    before = at.window.space.session.library
    at.qtbot.waitUntil(lambda: not live.at_work, timeout=20_000)
    at.qtbot.waitUntil(
        lambda: at.is_open() and at.window.space.session.library is not before, timeout=20_000
    )


def until_listed(at: AtWindow) -> None:
    """Until what was brought is in the list, and nothing is read or stored."""
    live = at.window.space.live_sources
    at.qtbot.waitUntil(lambda: bool(live.arrivals) and not live.at_work, timeout=20_000)


def drop_to_wait(at: AtWindow, file: Path) -> None:
    """Drops a file while another import is at work, until it is said that it waits for that."""
    told: list[str] = []
    at.window.space.live_sources.progressed.connect(lambda _done, _total, what: told.append(what))
    drop(at.grid.viewport(), file)
    at.qtbot.waitUntil(lambda: words.waiting() in told, timeout=20_000)


def listed(at: AtWindow) -> list[str]:
    rows = page(at).rows
    return [str(rows.index(row).data()) for row in range(rows.rowCount())]


def choose(at: AtWindow, name: str) -> None:
    rows = page(at).rows
    row = next(
        row
        for row in range(rows.rowCount())
        if rows.index(row).data(ENTRY) is not None and rows.index(row).data() == name
    )
    page(at).list.setCurrentIndex(rows.index(row))
    page(at).list.setFocus()


def sources(at: AtWindow) -> set[str]:
    library = at.window.space.session.library
    assert library is not None
    return {source.id for source in library.contents.sources}


def test_a_folder_dropped_on_the_comparison_comes_in_and_is_listed(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    assert drop(at.grid.viewport(), documents)
    until_done(at)

    assert at.window.space.view_name() == "arrivals"
    assert sources(at) >= {"letter", "speech"}
    assert (disk.folder / "originals" / "speech.txt").read_text() == SPEECH
    assert page(at).view.bar.headline().replace("\u00a0", " ") == (
        "1 waits for you · 1 was left out · 1 came in"
    )
    assert listed(at) == [
        *("Waits for you", "vote.txt"),
        *("Left out", "data.xml"),
        *("Came in", "speech.txt"),
    ]
    assert "vote" not in sources(at)
    assert not (disk.folder / "corpus" / "vote.txt").exists()


def test_documents_are_chosen_by_the_menu_and_opened_from_the_list(
    sit: Sit, disk: LibraryOnDisk, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [str(documents / "speech.txt")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    at = sit(disk.folder)
    at.key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    until_done(at)

    choose(at, "speech.txt")
    at.key(Qt.Key.Key_Return)

    reader = at.window.space.reader
    at.qtbot.waitUntil(lambda: reader.source is not None)
    assert reader.source is not None
    assert reader.source.id == "speech"


def test_a_folder_is_chosen_by_the_menu(
    sit: Sit, disk: LibraryOnDisk, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(documents))
    at = sit(disk.folder)
    at.window.menus.trigger("import-folder")
    until_done(at)
    assert "speech" in sources(at)


def test_what_was_guessed_is_shown_decided_otherwise_and_stored_by_keyboard(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents / "vote.txt")
    until_listed(at)
    page(at).list.setFocus()
    paper = page(at).view.paper
    shown = paper.toPlainText()
    assert "One to each line" in shown
    assert shown.count("The delegate of the") == 4
    assert "§4" in shown

    while "joined until" not in paper.textCursor().selectedText():
        at.key(Qt.Key.Key_Tab)  # from link to link
    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: "Lines joined until a sentence ends" in paper.toPlainText())
    assert "as you chose" in paper.toPlainText()

    page(at).list.setFocus()
    at.key(Qt.Key.Key_Return)
    until_done(at)
    assert "vote" in sources(at)
    assert listed(at) == ["Came in", "vote.txt"]


def test_letters_that_it_is_not_written_in_are_told_and_others_can_be_chosen(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    (documents / "note.txt").write_bytes("“L’Assemblée décide”, Ò\n".encode("cp1252"))
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents / "note.txt")
    live, paper = at.window.space.live_sources, page(at).view.paper
    until_listed(at)
    (waits,) = live.arrivals

    live.read_otherwise(waits, "encoding", "cp1253")
    at.qtbot.waitUntil(lambda: "It waits as it was read before" in paper.toPlainText())
    assert "not written in cp1253" in at.window.status.message()
    assert "L’Assemblée décide" in paper.toPlainText()
    live.read_otherwise(waits, "encoding", "cp1250")
    at.qtbot.waitUntil(lambda: "as you chose" in paper.toPlainText())
    assert "It waits as it was read before" not in paper.toPlainText()
    assert "Western European, Windows (cp1252)" in paper.toPlainText()


def test_what_was_guessed_keeps_its_order_whatever_is_chosen(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    (documents / "note.txt").write_bytes(f"L’été, “déjà” Ò.\n{TRANSCRIPT}".encode("cp1252"))
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents / "note.txt")
    until_listed(at)
    live, paper = at.window.space.live_sources, page(at).view.paper
    named = [words.guessed(what) for what in ("encoding", "paragraphs", "numbering")]

    def rows() -> list[str]:
        return [line for line in paper.toPlainText().splitlines() if line in named]

    def is_read_in(encoding: str) -> bool:
        return live.arrivals[0].choices.encoding == encoding

    assert rows() == named
    unsure = words.unsure(because(Because.LIKELIEST_LETTERS))
    assert unsure in paper.toPlainText()
    for encoding in ("cp1250", "cp1252"):
        (waits,) = live.arrivals
        live.read_otherwise(waits, "encoding", encoding)
        at.qtbot.waitUntil(partial(is_read_in, encoding))
        assert rows() == named
    assert unsure not in paper.toPlainText()


def test_all_that_wait_are_stored_at_once(sit: Sit, disk: LibraryOnDisk, documents: Path) -> None:
    (documents / "second.txt").write_text(TRANSCRIPT.replace("delegate", "envoy"))
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents)
    until_done(at)
    at.click(page(at).view.bar.store_button)
    until_done(at)
    assert {"vote", "second", "speech"} <= sources(at)


def test_what_was_left_out_says_why_and_is_tried_again(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    file = documents / "data.xml"
    at = sit(disk.folder)
    drop(at.grid.viewport(), file)
    until_listed(at)
    assert (
        "It is an XML file, which holds data and no document." in page(at).view.paper.toPlainText()
    )

    file.write_text(SPEECH)  # it was mended
    page(at).list.setFocus()
    at.key(Qt.Key.Key_Return)
    until_done(at)
    assert listed(at) == ["Came in", "data.xml"]
    assert "data" in sources(at)


def test_versions_dropped_together_say_so_and_enter_compares_the_second(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    second = documents / "vote 2.txt"
    second.write_text(TRANSCRIPT.replace("nothing", "little"))
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents / "vote.txt", second)
    until_listed(at)
    choose(at, "vote 2.txt")
    rows, paper = page(at).rows, page(at).view.paper
    told = [str(rows.index(row).data(DETAIL)) for row in range(rows.rowCount())]
    beside = words.version_beside("vote.txt")
    assert sum(beside.rstrip(".") in each for each in told) == 1
    assert beside in paper.toPlainText()

    choose(at, "vote.txt")
    assert "please check its paragraphs" in str(page(at).list.currentIndex().data(DETAIL))
    at.key(Qt.Key.Key_Return)
    until_done(at)
    at.qtbot.waitUntil(lambda: "Enter compare" in at.window.status.hints())
    called = at.window.space.session.named_source("vote")
    assert words.version_of(called) in paper.toPlainText()
    assert f"Compare with “{called}”" in paper.toPlainText()
    at.key(Qt.Key.Key_Return)
    live = at.window.space.live_sources
    at.qtbot.waitUntil(lambda: live.revision is not None, timeout=20_000)
    assert at.window.space.view_name() == "revision"
    assert "vote-2" not in sources(at)


def test_what_comes_by_a_second_import_is_chosen_and_what_it_is_like_stays_said(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents / "speech.txt")
    until_done(at)
    later = documents / "later.txt"
    later.write_text(f"{SPEECH}\nNobody else spoke.\n")
    drop(at.grid.viewport(), later)
    at.qtbot.waitUntil(lambda: "later.txt" in listed(at), timeout=20_000)
    assert page(at).list.currentIndex().data() == "later.txt"
    assert "Enter compare" in at.window.status.hints()
    page(at).store_all()
    until_done(at)
    choose(at, "later.txt")
    assert "It looks like another version of" in page(at).view.paper.toPlainText()
    assert "Nothing was left out" not in page(at).view.paper.toPlainText()


def test_the_same_file_again_says_which_source_it_is(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents / "speech.txt")
    until_done(at)
    copy = documents / "copy.txt"
    copy.write_text(SPEECH)
    drop(at.grid.viewport(), copy)
    at.qtbot.waitUntil(lambda: "copy.txt" in listed(at), timeout=20_000)
    choose(at, "copy.txt")
    assert words.here_already("speech") in page(at).view.paper.toPlainText()


def test_rows_are_whole_and_the_chosen_one_in_sight_when_the_reader_takes_room(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    for number in range(30):
        name = f"speech-of-the-delegate-of-{number}.txt"
        own = SPEECH.replace(" ", f" of{number} ")  # or they would be versions of one another
        (documents / name).write_text(f"{number}. {own}")
    at = sit(disk.folder, beside=False)
    at.window.resize(1280, 800)
    drop(at.grid.viewport(), documents)
    until_done(at)
    rows, listed_in = page(at).rows, page(at).list
    choose(at, "speech-of-the-delegate-of-20.txt")
    wide = listed_in.viewport().width()
    at.window.space.navigator.open_source("letter")
    at.qtbot.waitUntil(lambda: at.window.space.reader.source is not None)
    at.qtbot.waitUntil(lambda: listed_in.viewport().width() < wide)

    def is_whole(row: int) -> bool:
        needs = listed_in.sizeHintForIndex(rows.index(row)).height()
        return listed_in.visualRect(rows.index(row)).height() == needs

    at.qtbot.waitUntil(lambda: all(map(is_whole, range(rows.rowCount()))))
    chosen = listed_in.visualRect(listed_in.currentIndex())
    assert listed_in.viewport().rect().contains(chosen)


def test_what_came_in_is_read_again_otherwise_and_that_is_undone(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents / "speech.txt")
    until_done(at)
    live, paper = at.window.space.live_sources, page(at).view.paper
    text = disk.folder / "corpus" / "speech.txt"
    before, listed_before = text.read_bytes(), live.arrivals
    page(at).list.setFocus()
    assert "How it was read" in paper.toPlainText()
    while "one to each line" not in paper.textCursor().selectedText():
        at.key(Qt.Key.Key_Tab)  # from link to link
    at.key(Qt.Key.Key_Return)
    until_done(at)
    assert text.read_bytes() != before
    assert "One to each line (as you chose)" in paper.toPlainText()
    assert at.window.space.view_name() == "arrivals", "nothing had to be decided"
    assert at.window.status.message().startswith("speech.txt was read again")

    at.window.menus.trigger("undo")
    until_done(at)
    assert text.read_bytes() == before
    assert live.arrivals == listed_before
    assert "as you chose" not in paper.toPlainText()


def test_what_comes_back_on_each_page_is_kept_if_a_person_says_so(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    pages = (
        f"A SPEECH\n\nThe {n} of our wishes.\nOf three.\n\nWe ask.\n" for n in ("first", "last")
    )
    document = tmp_path / "wishes.txt"
    document.write_text("\f".join(pages), encoding="utf-8")
    at = sit(disk.folder)
    drop(at.grid.viewport(), document)
    until_done(at)
    paper = page(at).view.paper
    page(at).list.setFocus()
    assert "Left aside (these lines come back from page to page)" in paper.toPlainText()
    while "kept, as the author’s words" not in paper.textCursor().selectedText():
        at.key(Qt.Key.Key_Tab)
    at.key(Qt.Key.Key_Return)
    until_done(at)

    text = (disk.folder / "corpus" / "wishes.txt").read_text(encoding="utf-8")
    assert text.count("\n\nWe ask.\n") == 2
    assert "Left aside" not in paper.toPlainText()


def test_taking_an_import_back_leaves_what_waits_and_what_was_left_out_in_the_list(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents)
    until_done(at)
    whole = listed(at)

    at.window.menus.trigger("undo")
    until_done(at)
    assert listed(at) == ["Waits for you", "vote.txt", "Left out", "data.xml"]
    assert "speech" not in sources(at)

    at.window.menus.trigger("redo")
    until_done(at)
    assert listed(at) == whole


def test_quotations_that_would_not_stand_are_asked_about_before_it_is_read_again(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    quote = "He spoke of the façade, and of the naïve délégué."
    (documents / "report.txt").write_bytes(f"{SPEECH}\n{quote}\n".encode("cp1252"))
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents / "report.txt")
    live = at.window.space.live_sources
    until_listed(at)
    live.store(live.arrivals)
    until_done(at)
    link(disk.folder / "options" / "talk.yaml", "facade", quote)
    anchor_library(disk.folder)
    before = (disk.folder / "corpus" / "report.txt").read_bytes()

    (came,) = live.arrivals
    live.read_again_wanted.emit(came, "encoding", "cp1250")
    at.qtbot.waitUntil(lambda: live.revision is not None, timeout=20_000)
    assert at.window.space.view_name() == "revision"
    assert (disk.folder / "corpus" / "report.txt").read_bytes() == before
    pane = at.window.space.pane("revision")
    seen = [each for each in heard(QAccessible.queryAccessibleInterface(pane)).splitlines() if each]
    assert not [each for each in seen if "ew version" in each and each != pane.accessibleName()]
    live.put_in()
    at.qtbot.waitUntil(lambda: live.revision is None and not live.at_work, timeout=20_000)
    (now,) = live.arrivals
    assert (now.source, now.choices.encoding) == ("report", "cp1250")
    assert (disk.folder / "corpus" / "report.txt").read_bytes() != before
    undo = at.window.space.session.history.next_undo
    assert undo is not None
    assert undo.kind is CommandKind.READ_AGAIN


def test_who_corrects_a_description_from_the_list_is_back_in_it_afterwards(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents / "speech.txt")
    until_done(at)
    page(at).list.setFocus()
    for key, held in (
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    ):
        at.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        form = at.window.space.sources.form
        assert form.isVisible()
        assert form.source == "speech"
        at.key(key, held)
        assert at.window.space.view_name() == "arrivals"
        assert QApplication.focusWidget() is page(at).list


def test_the_focus_is_in_the_list_once_all_that_wait_were_stored(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    (documents / "second.txt").write_text(TRANSCRIPT.replace("delegate", "envoy"))
    (documents / "more.xml").write_text('<?xml version="1.0"?><data/>')
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents)
    until_done(at)
    page(at).view.bar.store_button.setFocus()
    at.key(Qt.Key.Key_Space)
    until_done(at)
    assert QApplication.focusWidget() is page(at).list


def test_an_entry_is_taken_off_the_list(sit: Sit, disk: LibraryOnDisk, documents: Path) -> None:
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents)
    until_done(at)
    choose(at, "vote.txt")
    at.key(Qt.Key.Key_Delete)
    assert "vote.txt" not in listed(at)
    chosen = page(at).chosen()
    assert chosen is not None
    assert chosen.name == "data.xml"  # what stands there now


def says(at: AtWindow, words: str) -> None:
    """Until the status line does."""
    at.qtbot.waitUntil(lambda: at.window.status.message() == words, timeout=20_000)


def test_what_became_of_all_that_was_brought_is_said(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents)
    says(at, words.became(1, 1, 1))
    assert words.became(1, 1, 1).replace("\u00a0", " ") == (
        "1 document came in · 1 waits for you · 1 was left out"
    )


def test_an_import_that_brings_nothing_says_why_and_so_does_trying_again(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    why = "It is an XML file, which holds data and no document."
    drop(at.grid.viewport(), documents / "data.xml")
    says(at, words.was_left_out("data.xml", why))
    choose(at, "data.xml")
    at.key(Qt.Key.Key_Return)
    says(at, words.was_left_out("data.xml", why, again=True))
    drop(at.grid.viewport(), documents / "vote.txt")
    says(at, words.waits_now("vote.txt"))
    choose(at, "vote.txt")
    assert "please look" in page(at).view.paper.toPlainText()
    at.key(Qt.Key.Key_Return)
    says(at, words.came_in_now("vote.txt"))
    assert "please look" not in page(at).view.paper.toPlainText(), "somebody has"


def test_several_tried_again_in_vain_say_so(sit: Sit, disk: LibraryOnDisk, documents: Path) -> None:
    for name in ("one.xml", "two.xml"):
        (documents / name).write_text('<?xml version="1.0"?><data><row/></data>')
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents / "one.xml", documents / "two.xml")
    says(at, words.became(0, 0, 2))
    at.click(page(at).view.bar.again_button)
    says(at, words.became(0, 0, 2, again=True))


def test_what_goes_off_the_list_says_whether_anything_of_it_is_stored(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents)
    until_done(at)
    choose(at, "vote.txt")
    at.key(Qt.Key.Key_Delete)
    says(at, words.off_the_list("vote.txt", stored=False))
    choose(at, "speech.txt")
    at.key(Qt.Key.Key_Delete)
    says(at, words.off_the_list("speech.txt", stored=True))
    assert "speech" in sources(at)


def test_what_letting_go_does_is_seen_while_files_are_over_the_window(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(documents / name)) for name in ("speech.txt", "x.md")])
    button, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(40, 40), Qt.DropAction.CopyAction, dragged, button, held)
    QApplication.sendEvent(at.window, enter)
    target = at.window.drops.target
    assert enter.isAccepted()
    assert target.isVisible()
    assert target.size() == at.window.size()
    assert target.words().replace("\u00a0", " ") == "Drop to bring 2 documents into “Small”"

    QApplication.sendEvent(at.window, QDragLeaveEvent())
    at.qtbot.waitUntil(lambda: not target.isVisible())
    assert drop(at.grid.viewport(), documents / "speech.txt")
    assert not target.isVisible()
    until_done(at)


def test_how_far_an_import_is_stands_over_its_page_with_a_way_to_stop_it(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number}.txt").write_text(SPEECH.replace("minister", f"minister {number}"))
    at = sit(disk.folder)
    drop(at.grid.viewport(), folder)
    work = page(at).view.work
    at.qtbot.waitUntil(lambda: "of 400" in work.words(), timeout=20_000)
    assert work.isVisible()
    at.click(work.cancel_button)
    until_listed(at)
    assert not work.isVisible()
    assert len(sources(at)) < 400


def test_an_import_is_cancelled_from_the_status_line(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number:03}.txt").write_text(f"{SPEECH}\n\nThe {number}th of its kind.\n")
    at = sit(disk.folder)
    drop(at.grid.viewport(), folder)
    live, work = at.window.space.live_sources, at.window.status.work
    at.qtbot.waitUntil(lambda: "Reading document" in work.words(), timeout=20_000)
    assert work.isVisible()
    at.click(work.cancel_button)
    at.qtbot.waitUntil(lambda: not live.at_work, timeout=20_000)

    assert not work.isVisible()
    assert len(live.arrivals) == 200
    cancelled = [each for each in live.arrivals if "cancelled" in each.problem]
    assert cancelled
    stored = {path.stem for path in (disk.folder / "corpus").glob("0*.yaml")}
    assert stored == {each.source for each in live.arrivals if each.source}


def test_an_import_is_stopped_by_its_action(sit: Sit, disk: LibraryOnDisk, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number:03}.txt").write_text(f"{SPEECH}\n\nThe {number}th of its kind.\n")
    at = sit(disk.folder)
    at.window.menus.trigger("stop-import")
    assert at.window.status.message() == "Nothing is being imported."
    drop(at.grid.viewport(), folder)
    live, work = at.window.space.live_sources, at.window.status.work
    at.qtbot.waitUntil(lambda: "Reading document" in work.words(), timeout=20_000)
    at.window.menus.trigger("stop-import")
    at.qtbot.waitUntil(lambda: not live.at_work, timeout=20_000)
    assert any("cancelled" in each.problem for each in live.arrivals)


def test_files_dropped_on_the_search_field_come_into_the_library(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("notes")
    assert drop(at.window.space.notes.words, documents / "speech.txt")
    until_done(at)
    assert at.window.space.notes.words.text() == ""
    assert "speech" in sources(at)


def test_leaving_asks_while_a_document_waits(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents / "vote.txt")
    live = at.window.space.live_sources
    until_listed(at)
    with answering(at.window, "Stay") as asked:
        at.window.close()
    assert at.window.isVisible()
    assert asked[0].replace("\u00a0", " ") == (
        "1 document waits for you to look at it, and is not stored."
    )
    at.qtbot.keyClick(page(at).list, Qt.Key.Key_Delete)
    assert live.arrivals == ()
    at.window.close()  # nothing is asked
    assert not at.window.isVisible()


def test_leaving_asks_while_documents_come_in(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number:03}.txt").write_text(f"{SPEECH}\n\nThe {number}th of its kind.\n")
    at = sit(disk.folder)
    drop(at.grid.viewport(), folder)
    with answering(at.window, "Leave") as asked:
        at.window.close()
    assert asked == ["Documents are still coming in: those that are not in yet would be left out."]
    assert not at.window.isVisible()


def test_notes_are_written_while_documents_come_in(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents)
    at.type("Meanwhile.", on=GO_ON)
    until_done(at)
    at.wait_saved()
    assert at.words == "Meanwhile."


def test_files_dropped_on_the_note_come_into_the_library(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    assert drop(at.window.space.notebook.editor.viewport(), documents / "speech.txt")
    until_done(at)
    assert at.words == ""
    assert "speech" in sources(at)


def test_a_library_that_is_dropped_is_opened(sit: Sit, disk: LibraryOnDisk, tmp_path: Path) -> None:
    other = LibraryOnDisk.make(tmp_path / "other")
    other.replace("corpus/library.yaml", "title: Small", "title: Other")
    at = sit(disk.folder)
    assert drop(at.grid.viewport(), other.folder)
    at.qtbot.waitUntil(lambda: at.window.bar.title.text() == "Other", timeout=20_000)


def make_offered(at: AtWindow, folder: Path) -> None:
    """Makes the library that is offered, empty, in this folder, and waits until all is in it."""
    maker = at.window.libraries.maker
    assert maker.isVisible()
    maker.begins_with.setCurrentIndex(0)
    maker.folder.setText(str(folder))
    at.click(maker.make)
    at.qtbot.waitUntil(lambda: (folder / "corpus" / "speech.yaml").exists(), timeout=20_000)
    at.qtbot.waitUntil(lambda: at.is_open() and "speech" in sources(at), timeout=20_000)
    assert not maker.isVisible()
    assert at.window.space.view_name() == "arrivals"


def test_without_a_library_one_is_offered_and_the_documents_come_into_it(
    sit: Sit, documents: Path, tmp_path: Path
) -> None:
    at = sit(tmp_path / "missing")
    assert at.sees_page()
    assert drop(at.window, documents)
    make_offered(at, tmp_path / "mine")


def test_without_a_library_one_that_is_dropped_is_opened(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    at = sit(tmp_path / "missing")
    assert drop(at.window, disk.folder)
    at.qtbot.waitUntil(lambda: at.is_open() and not at.sees_page(), timeout=20_000)


def test_where_none_is_made_nothing_comes_in_later(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(shipped_library())
    drop(at.grid.viewport(), documents)
    at.click(at.window.libraries.maker.leave)
    assert drop(at.grid.viewport(), disk.folder)
    at.qtbot.waitUntil(lambda: at.window.bar.title.text() == "Small", timeout=20_000)
    at.qtbot.waitUntil(at.is_open)
    assert at.window.space.live_sources.arrivals == ()
    assert not at.window.space.live_sources.at_work


def test_the_library_that_comes_with_the_app_takes_none_and_a_new_one_is_offered(
    sit: Sit, documents: Path, tmp_path: Path
) -> None:
    at = sit(shipped_library())
    drop(at.grid.viewport(), documents)
    assert not (shipped_library() / "originals").exists()
    make_offered(at, tmp_path / "mine")
    assert not (shipped_library() / "originals").exists()


def test_the_page_of_the_library_that_comes_with_the_app_says_so(sit: Sit) -> None:
    at = sit(shipped_library())
    at.window.menus.trigger("arrivals")
    assert words.read_only() in page(at).view.paper.toPlainText()


def test_where_there_is_no_document_it_says_so(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    at = sit(disk.folder)
    drop(at.grid.viewport(), empty)
    said = words.nothing_found(["empty"])
    at.qtbot.waitUntil(lambda: at.window.status.message() == said, timeout=20_000)


def test_screen_readers_find_each_document_and_what_became_of_it(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents)
    until_done(at)
    found = heard(QAccessible.queryAccessibleInterface(page(at).list))
    assert "vote.txt. Waits for you. Text · 4 paragraphs" in found
    assert "data.xml. Left out. It is an XML file, which holds data and no document." in found
    assert "speech.txt. Came in. Text · 3 paragraphs" in found


def test_what_is_plain_from_the_document_does_not_wait(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    """Lines that stand between empty ones are paragraphs by either rule."""
    (documents / "vote.txt").write_text(TRANSCRIPT.replace("\n", "\n\n"))
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents / "vote.txt")
    until_done(at)
    assert listed(at) == ["Came in", "vote.txt"]


def test_the_focus_is_on_the_list_once_there_are_documents_and_the_keys_are_told_there_alone(
    sit: Sit, disk: LibraryOnDisk, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(documents))
    at = sit(disk.folder)
    at.window.menus.trigger("arrivals")
    page(at).setFocus()
    assert "store" not in at.window.status.hints()
    at.window.menus.trigger("import-folder")
    until_done(at)

    assert QApplication.focusWidget() is page(at).list
    assert "Enter store ·" in at.window.status.hints()
    at.key(Qt.Key.Key_Tab)
    assert "store" not in at.window.status.hints()


@pytest.mark.parametrize(("width", "zoom"), [(1280, 100), (1280, 150), (2560, 100)])
def test_what_is_said_of_a_document_goes_on_to_further_lines_and_is_whole_in_the_tip(
    sit: Sit, disk: LibraryOnDisk, documents: Path, width: int, zoom: int
) -> None:
    (documents / "again.txt").write_text(SPEECH)
    at = sit(disk.folder)
    at.window.resize(width, 800)
    for _ in range((zoom - 100) // 10):
        at.window.menus.trigger("zoom-in")
    assert drop(at.grid.viewport(), documents)
    until_done(at)

    shown = page(at)
    assert shown.list.width() > 400 or width < 2560
    small = QFontMetrics(at.window.theme.fonts.ours(Size.SMALL))
    told = [row for row in range(shown.rows.rowCount()) if shown.rows.index(row).data(ENTRY)]
    for row in told:
        index = shown.rows.index(row)
        detail = str(index.data(DETAIL))
        assert detail in index.data(Qt.ItemDataRole.ToolTipRole)
        height = shown.list.visualRect(index).height()
        lines = height // small.height() - 1
        room = shown.list.viewport().width() - at.window.theme.fonts.px(28)
        assert in_lines(detail, small, room, 9) == in_lines(detail, small, room, lines)


def test_what_was_lost_is_told_of_what_waits_too(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    file = tmp_path / "vote.txt"
    file.write_text(TRANSCRIPT.replace("nothing", "no\x07thing"))
    at = sit(disk.folder)
    assert drop(at.grid.viewport(), file)
    at.qtbot.waitUntil(lambda: bool(at.window.space.live_sources.arrivals), timeout=20_000)
    rows = page(at).rows
    assert rows.index(0).data() == "Waits for you"
    assert "not in the text: " in str(rows.index(1).data(DETAIL))


def test_all_of_a_long_list_of_losses_can_be_opened(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    remarks = [f"Remark {number} of the reviewer" for number in range(40)]
    comments = (
        f"<office:annotation><text:p>{remark}</text:p></office:annotation>" for remark in remarks
    )
    file = tmp_path / "act.odt"
    file.write_bytes(odt(f"<text:p>An act{''.join(comments)} of peace.</text:p>"))
    at = sit(disk.folder)
    assert drop(at.grid.viewport(), file)
    until_done(at)
    paper = page(at).view.paper
    assert remarks[2] in paper.toPlainText()
    assert remarks[-1] not in paper.toPlainText()
    shown = str(page(at).rows.index(1).data(DETAIL))
    assert remarks[2] in shown
    assert remarks[-1] not in shown

    paper.setFocus()
    while paper.textCursor().selectedText() != words.show_all():
        at.key(Qt.Key.Key_Tab)  # from link to link
    at.key(Qt.Key.Key_Return)

    assert remarks[-1] in paper.toPlainText()
    assert words.show_all() not in paper.toPlainText()


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_how_many_wait_is_told_first_and_nothing_of_it_is_cut(
    sit: Sit, disk: LibraryOnDisk, documents: Path, zoom: int
) -> None:
    (documents / "vote 2.txt").write_text(TRANSCRIPT.replace("more", "else"))
    at = sit(disk.folder)
    for _ in range((zoom - 100) // 10):
        at.window.menus.trigger("zoom-in")
    assert drop(at.grid.viewport(), documents)
    until_done(at)

    bar = page(at).view.bar
    assert bar.headline().startswith("2 wait for you")
    at.qtbot.waitUntil(lambda: has_whole_headline(bar))


VERSE = (
    "A hundred visions and revisions,\nBefore the taking of a toast and tea.\n"
    "In the room the women come and go\nTalking of a painter long ago.\n"
)


def test_the_preview_and_the_reader_keep_the_line_ends_of_verse_and_part_paragraphs(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    file = tmp_path / "verse.txt"
    file.write_text(VERSE + "\n" + VERSE)
    at = sit(disk.folder)
    assert drop(at.grid.viewport(), file)
    at.qtbot.waitUntil(lambda: bool(at.window.space.live_sources.arrivals), timeout=20_000)
    shown = page(at)
    paper = shown.view.paper
    assert "Every line end kept" in paper.toPlainText()
    assert "revisions,\u2028Before" in paper.document().toRawText()

    first = paper.document().find("A hundred visions")
    second = paper.document().find("A hundred visions", first)
    last = paper.document().find("painter long ago.")
    gap = paper.cursorRect(second).top() - paper.cursorRect(last).top()
    down = paper.document().find("Before the taking")
    line = paper.cursorRect(down).top() - paper.cursorRect(first).top()
    assert gap > line * 1.3

    shown.list.setFocus()
    at.key(Qt.Key.Key_Return)
    until_done(at)
    choose(at, "verse.txt")
    at.key(Qt.Key.Key_Return)
    reader = at.window.space.reader
    at.qtbot.waitUntil(lambda: reader.source is not None and reader.source.id == "verse")
    flow = reader.view.flow
    assert flow is not None
    starts = [VERSE[start : start + 6] for start in flow.paragraph(0).breaks]
    assert starts == ["A hund", "Before", "In the", "Talkin"]


def test_what_is_stored_twice_in_a_row_is_stored_once_and_not_left_out(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    (documents / "second.txt").write_text(TRANSCRIPT.replace("delegate", "envoy"))
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents / "vote.txt", documents / "second.txt")
    until_listed(at)
    choose(at, "vote.txt")
    at.key(Qt.Key.Key_Return)
    at.click(page(at).view.bar.store_button)  # while the first is being stored
    until_done(at)
    assert sorted(listed(at)) == ["Came in", "second.txt", "vote.txt"]


def test_where_the_library_lets_nothing_be_stored_that_is_said_and_tried_again(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    lock = disk.folder / "originals" / ".lock"
    lock.mkdir(parents=True)  # what stands there cannot be opened, whoever one is
    at = sit(disk.folder)
    drop(at.grid.viewport(), documents / "speech.txt")
    until_listed(at)
    assert not at.window.status.work.isVisible()
    assert listed(at) == ["Left out", "speech.txt"]
    shown = page(at).view.paper.toPlainText()
    assert str(lock) in shown.replace("\u200b", "")
    assert "see that the folder can be read and written to" in shown

    lock.rmdir()  # it was mended
    choose(at, "speech.txt")
    at.key(Qt.Key.Key_Return)
    until_done(at)
    assert listed(at) == ["Came in", "speech.txt"]


def test_storing_what_waits_where_nothing_can_be_written_leaves_it_waiting(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    live = at.window.space.live_sources
    drop(at.grid.viewport(), documents / "vote.txt")
    until_listed(at)
    lock = disk.folder / "originals" / ".lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()
    choose(at, "vote.txt")
    told: list[str] = []
    live.noticed.connect(lambda notice: told.append(notice.words))
    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: not live.at_work, timeout=20_000)
    assert told[-1].startswith("Nothing was stored")
    assert str(lock) in told[-1]
    assert listed(at) == ["Waits for you", "vote.txt"]
    lock.rmdir()
    at.key(Qt.Key.Key_Return)
    until_done(at)
    assert listed(at) == ["Came in", "vote.txt"]


def test_what_is_dropped_while_another_import_is_at_work_comes_in_after_it(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    (disk.folder / "originals").mkdir(exist_ok=True)
    at = sit(disk.folder)
    live, session = at.window.space.live_sources, at.window.space.session
    before = session.library
    with FileLock(disk.folder / "originals" / ".lock"):
        drop_to_wait(at, documents / "speech.txt")
        assert at.window.status.work.words() == words.waiting()
        drop(at.window, documents / "vote.txt")
        assert live.at_work and not live.arrivals
    at.qtbot.waitUntil(lambda: len(live.arrivals) == 2 and not live.at_work, timeout=20_000)
    # The library may have been read again by now.
    at.qtbot.waitUntil(lambda: at.is_open() and session.library is not before, timeout=20_000)
    assert listed(at) == ["Waits for you", "vote.txt", "Came in", "speech.txt"]


def test_who_waits_no_longer_for_another_import_may_try_again(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    (disk.folder / "originals").mkdir(exist_ok=True)
    at = sit(disk.folder)
    with FileLock(disk.folder / "originals" / ".lock"):
        drop_to_wait(at, documents / "speech.txt")
        at.click(at.window.status.work.cancel_button)
        until_listed(at)
        assert listed(at) == ["Left out", "speech.txt"]
        shown = page(at).view.paper.toPlainText()
        assert "Another import was at work in this library" in shown
    choose(at, "speech.txt")
    at.key(Qt.Key.Key_Return)
    until_done(at)
    assert listed(at) == ["Came in", "speech.txt"]


def test_the_description_of_a_document_that_came_in_is_asked_for_by_key(
    sit: Sit, disk: LibraryOnDisk, documents: Path
) -> None:
    at = sit(disk.folder)
    drop(at.window, documents / "speech.txt")
    until_done(at)
    asked: list[str] = []
    at.window.space.signals.describe_wanted.connect(asked.append)
    page(at).list.setFocus()

    at.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)

    assert asked == ["speech"]


def test_a_scan_and_a_locked_document_say_what_helps(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    (tmp_path / "scan.pdf").write_bytes(pdf([], pictures=[0]))
    (tmp_path / "locked.odt").write_bytes(odt("<text:p>Words</text:p>", locked=True))
    at = sit(disk.folder)
    live = at.window.space.live_sources
    live.brought.emit([tmp_path / "scan.pdf", tmp_path / "locked.odt"])
    until_listed(at)
    choose(at, "scan.pdf")
    shown = page(at).view.paper.toPlainText()
    assert "A scan without text: 1 of 1 page." in shown
    assert "recognised (OCR)" in shown
    choose(at, "locked.odt")
    assert "locked with a password; save it without one" in page(at).view.paper.toPlainText()
