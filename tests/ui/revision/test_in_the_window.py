"""A new version of a source, worked through in the window by keyboard and mouse."""

import re
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.cli.main import run
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.span import Span
from counterpoint.labels import revision as words
from counterpoint.storage.notes.notes_folder import NotesFolder
from counterpoint.ui.revision.page import RevisionPage
from tests.at_window import AtWindow, Sit, answering, heard
from tests.importing_library import SPEECH, everything
from tests.library_on_disk import LETTER, LibraryOnDisk
from tests.ui.window.seen_whole import has_whole_headline

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
REVISED = (
    LETTER.replace("A LETTER", "A LETTER, REVISED")
    .replace("called this unrealistic,", "never called this quite unrealistic,")
    .replace("Talks should go on. His", "His")
    .replace("talks should go on, “come what may”, and that trade", "trade")
)
NOTE = """---
target: passage
source: "letter"
start: {start}
end: {end}
quote: "Nobody spoke of the neighbours."
---
Why not?
"""


@pytest.fixture
def noted(disk: LibraryOnDisk) -> LibraryOnDisk:
    """With a note on a passage."""
    words = "Nobody spoke of the neighbours."
    start = LETTER.index(words)
    (disk.folder / "notes").mkdir()
    note = NOTE.format(start=start, end=start + len(words))
    disk.write("notes/2026-11-22-101530-3f9a.md", note)
    return disk


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "letter, second version.txt"
    path.write_text(REVISED)
    return path


def page(at: AtWindow) -> RevisionPage:
    found = at.window.space.pane("revision")
    assert isinstance(found, RevisionPage)
    return found


def compare(at: AtWindow, file: Path, monkeypatch: pytest.MonkeyPatch) -> RevisionPage:
    """By the menu, from the page of the source."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    at.window.space.navigator.show_source("letter")
    at.window.menus.trigger("replace")
    live = at.window.space.live_sources
    at.qtbot.waitUntil(lambda: live.revision is not None, timeout=20_000)
    assert at.window.space.view_name() == "revision"
    return page(at)


def rows(of: RevisionPage) -> list[str]:
    model = of.rows
    found = (model.index(row) for row in range(model.rowCount()))
    return [
        str(each.data(Qt.ItemDataRole.AccessibleTextRole)).replace("\u00a0", " ") for each in found
    ]


def until_put_in(at: AtWindow) -> OpenedLibrary:
    live, session = at.window.space.live_sources, at.window.space.session
    at.qtbot.waitUntil(lambda: live.revision is None and not live.at_work, timeout=20_000)

    def is_new() -> bool:
        library = session.library
        return library is not None and library.contents.source("letter").original is not None

    at.qtbot.waitUntil(is_new, timeout=20_000)
    library = session.library
    assert library is not None
    return library


def test_each_quotation_and_note_is_told_and_nothing_is_written(
    sit: Sit, noted: LibraryOnDisk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(noted.folder)
    before = everything(noted.folder)
    shown = compare(at, file, monkeypatch)

    told = rows(shown)
    assert [each for each in told if not each.count("“")] == [
        "Changed: 1",
        "Ambiguous: 1",
        "Lost: 1",
        "Moved: 2",
    ]
    assert any("Nobody spoke of the neighbours." in each and "note" in each for each in told)
    assert everything(noted.folder) == before

    at.click(shown.view.bar.not_now)
    assert at.window.space.view_name() == "sources"
    assert everything(noted.folder) == before


def test_old_and_new_stand_side_by_side_with_what_differs(
    sit: Sit, noted: LibraryOnDisk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(noted.folder)
    shown = compare(at, file, monkeypatch)
    text = shown.view.paper.toPlainText()
    assert "His critics called this unrealistic, and asked for firmness first." in text
    assert "His critics never called this quite unrealistic, and asked for" in text
    assert "“never” differs: the passage may say another thing altogether." in text
    assert "firmness first. The debate ran over" in text, "what stands beside it in the old version"
    html = shown.view.paper.toHtml()
    marked = [part.split("<")[0] for part in html.split("underline")[1:]]
    assert [each.partition(">")[2].strip() for each in marked if "never" in each or "quite" in each]


def test_words_whose_sentence_is_turned_need_a_decision_and_what_turned_it_is_marked(
    sit: Sit, noted: LibraryOnDisk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted.replace(
        "options/talk.yaml",
        "His critics called this unrealistic, and asked for firmness first.",
        "called this unrealistic, and asked for firmness first.",
    )
    file.write_text(LETTER.replace("His critics called", "His critics never called"))
    at = sit(noted.folder)
    shown = compare(at, file, monkeypatch)
    told = rows(shown)
    (row,) = (n for n, each in enumerate(told) if "“called this unrealistic" in each)
    assert "changed" in told[row] and "Changed: 2" in told
    assert shown.view.note.text() == words.undecided(2)
    shown.list.setCurrentIndex(shown.rows.index(row))
    text = shown.view.paper.toPlainText()
    assert "It stands there, but its sentence now says “never” before it." in text
    assert "“never” differs: the passage may say another thing altogether." in text
    html = shown.view.paper.toHtml()
    marked = [part.partition(">")[2].split("<")[0] for part in html.split("underline")[1:]]
    assert "never" in marked
    shown.list.setFocus()
    at.key(Qt.Key.Key_Return)
    at.key(Qt.Key.Key_Return)
    assert shown.view.note.text() == words.all_decided()
    at.click(shown.view.bar.put_button)
    library = until_put_in(at)
    assert library.approach("talk").positions[1].claims[0].evidence[0].standing.exact


@pytest.mark.parametrize(
    ("put_in", "reason", "warned"),
    [
        ("Nobody says that ", "its sentence now says “Nobody says that” before it", "“nobody”"),
        ("It is untrue that ", "its sentence now says “It is untrue that” before it", "“untrue”"),
        ("Mr Cole: ", "its speaker is now “Mr Cole”, and nobody was named before", ""),
    ],
)
def test_of_one_place_that_may_be_another_passage_it_is_said_what_differs(
    sit: Sit,
    noted: LibraryOnDisk,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    put_in: str,
    reason: str,
    warned: str,
) -> None:
    file.write_text(
        f"An altogether other text.\n\n{put_in}Talks should go on. Whoever hears it will laugh."
    )
    at = sit(noted.folder)
    shown = compare(at, file, monkeypatch)
    told = rows(shown)
    (row,) = (n for n, each in enumerate(told) if "“Talks should go on." in each)
    assert told[row].startswith("ambiguous"), told[row]
    shown.list.setCurrentIndex(shown.rows.index(row))
    text = shown.view.paper.toPlainText()
    assert reason in text, text
    assert (f"{warned} differs" in text) == bool(warned)
    assert "differs" in text or not warned
    html = shown.view.paper.toHtml()
    marked = [part.partition(">")[2].split("<")[0] for part in html.split("underline")[1:]]
    assert any(put_in.strip(" :") in each for each in marked), marked
    around = f"{put_in}… Talks" if "speaker" in reason else "An altogether other text."
    assert around in text, "what stands around it"
    shown.list.setFocus()
    at.key(Qt.Key.Key_1)
    shown.list.setCurrentIndex(shown.rows.index(row))
    assert "Chosen" in shown.view.paper.toPlainText()
    assert reason in shown.view.paper.toPlainText(), "it is told after it was chosen too"


def test_it_is_worked_through_by_keyboard_and_put_in(
    sit: Sit, noted: LibraryOnDisk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(noted.folder)
    shown = compare(at, file, monkeypatch)
    shown.list.setFocus()
    assert words.undecided(3) == shown.view.note.text()
    at.key(Qt.Key.Key_Return)  # quoted as it stands now, and on to what is ambiguous
    assert "it may be another passage" in shown.view.paper.toPlainText()
    at.key(Qt.Key.Key_Delete)
    assert "Neither its words" in shown.view.paper.toPlainText()
    at.key(Qt.Key.Key_Delete)
    assert shown.view.note.text() == words.all_decided()
    assert any("accepted" in each for each in rows(shown))
    assert any("left" in each for each in rows(shown))
    at.key(Qt.Key.Key_Return, CONTROL)

    library = until_put_in(at)
    assert at.window.space.view_name() == "sources"
    talk = library.approach("talk")
    real = talk.positions[1].claims[0].evidence[0]
    assert real.standing.state is QuotationState.EXACT
    assert real.quotation.words == (
        "His critics never called this quite unrealistic, and asked for firmness first."
    )
    assert talk.positions[0].claims[0].evidence[0].standing.state is not QuotationState.EXACT
    assert "# Written by hand; this comment has to stay." in noted.read("options/talk.yaml")
    (kept,) = (noted.folder / "earlier").glob("letter-*.txt")
    assert kept.read_text("utf-8") == LETTER
    note = NotesFolder(noted.folder / "notes").read("2026-11-22-101530-3f9a")
    assert note is not None and note.note.target.span is not None
    assert library.text("letter").text[slice(*note.note.target.span)] == note.note.quote


def test_the_reader_and_the_note_on_a_passage_stay_through_a_new_version_undone_and_redone(
    sit: Sit, noted: LibraryOnDisk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = "Something was said before it. " * 90
    file.write_text(REVISED.replace("¶1.", f"{added}\n\n¶1."))
    at = sit(noted.folder)
    space = at.window.space
    shown = compare(at, file, monkeypatch)
    space.navigator.open_source("letter")
    at.qtbot.waitUntil(lambda: space.reader.source is not None)
    start = LETTER.index("Nobody spoke")
    passage = "Nobody spoke of the neighbours."
    on = Target(TargetKind.PASSAGE, source="letter", span=Span(start, start + len(passage)))
    space.navigator.note_on(on, passage)
    at.qtbot.waitUntil(lambda: at.words == "Why not?\n", timeout=20_000)
    problems: list[str] = []
    space.reader.closed.connect(lambda: problems.append(space.reader.notice.accessibleName()))

    def reads(text: str) -> bool:
        model = space.reader.view.model
        return model is not None and model.text == text

    def stands_on(span: Span) -> bool:
        return space.session.target.span == span

    at.click(shown.view.bar.put_button)
    library = until_put_in(at)
    new = library.text("letter").text
    at.qtbot.waitUntil(lambda: reads(new), timeout=20_000)
    for text, keys in ((new, None), (LETTER, CONTROL), (new, CONTROL | SHIFT)):
        if keys is not None:
            space.reader.view.setFocus()
            at.key(Qt.Key.Key_Z, keys)
        at.qtbot.waitUntil(partial(reads, text), timeout=20_000)
        start = text.index(passage)
        moved = Span(start, start + len(passage))
        at.qtbot.waitUntil(partial(stands_on, moved), timeout=20_000)
        assert at.words == "Why not?\n"
        assert space.notebook.target == space.session.target
    assert problems == []


def test_what_is_spelt_otherwise_is_quoted_as_it_stands_once_accepted(
    sit: Sit, noted: LibraryOnDisk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(LETTER.replace("firmness", "\ufb01rmness"))  # a ligature
    at = sit(noted.folder)
    shown = compare(at, file, monkeypatch)
    assert any("Spelt otherwise" in each for each in rows(shown)), rows(shown)
    html = shown.view.paper.toHtml()
    marked = [part.partition(">")[2].split("<")[0] for part in html.split("line-through")[1:]]
    assert "firmness" in marked, "what is set in another way is seen"
    assert "U+FB01 latin small ligature fi" in shown.view.paper.toPlainText()
    shown.list.setFocus()
    at.key(Qt.Key.Key_Return)
    at.key(Qt.Key.Key_Return)
    assert shown.view.note.text() == words.all_decided()
    at.click(shown.view.bar.put_button)
    library = until_put_in(at)
    evidence = [
        piece
        for position in library.approach("talk").positions
        for claim in position.claims
        for piece in claim.evidence
    ]
    told = [each for each in evidence if "rmness first" in each.quotation.words]
    assert told
    assert {each.standing.state for each in told} == {QuotationState.EXACT}
    assert all("\ufb01rmness" in each.quotation.words for each in told)


def test_what_others_quote_meanwhile_is_taken_up_and_what_was_decided_stays(
    sit: Sit, noted: LibraryOnDisk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(noted.folder)
    shown = compare(at, file, monkeypatch)
    shown.list.setFocus()
    at.key(Qt.Key.Key_Return)  # what is changed is quoted as it stands now
    before = at.window.space.live_sources.revision
    assert before is not None
    assert any("firmness first" in each for each in rows(shown))

    quote = 'quote: "asked for firmness first"'
    noted.replace("options/firm.yaml", quote, 'quote: "The debate ran over"')
    at.read_again()

    def is_another() -> bool:
        return at.window.space.live_sources.revision is not before

    at.qtbot.waitUntil(is_another, timeout=20_000)
    told = rows(shown)
    assert not any("“asked for firmness first”" in each for each in told)
    assert any("The debate ran over" in each for each in told)
    assert any("accepted" in each for each in told)


def test_the_page_closes_and_says_so_once_its_source_is_taken_back(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speech = tmp_path / "speech.txt"
    speech.write_text(SPEECH)
    at = sit(disk.folder)
    space, live = at.window.space, at.window.space.live_sources
    live.brought.emit([speech])

    def is_there() -> bool:
        library = space.session.library
        return library is not None and any(s.id == "speech" for s in library.contents.sources)

    at.qtbot.waitUntil(is_there, timeout=20_000)
    later = tmp_path / "later.txt"
    later.write_text(SPEECH.replace("both sides", "all sides"))
    live.compared_with.emit("speech", later)
    at.qtbot.waitUntil(lambda: live.revision is not None, timeout=20_000)
    shown = page(at)
    assert shown.isVisible()

    at.window.menus.trigger("undo")
    at.qtbot.waitUntil(lambda: live.revision is None, timeout=20_000)
    assert "Before anything is written" in shown.view.paper.toPlainText()
    gone = words.given_up("the source is not in the library any more")
    at.qtbot.waitUntil(lambda: at.window.status.message() == gone)


def test_leaving_asks_once_something_was_decided(
    sit: Sit, noted: LibraryOnDisk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(noted.folder)
    shown = compare(at, file, monkeypatch)
    shown.list.setFocus()
    at.key(Qt.Key.Key_Return)
    with answering(at.window, "Stay") as asked:
        at.window.close()
    assert asked == ["A new version is not put in: what you have decided of it would be lost."]
    assert at.window.isVisible()
    with answering(at.window, "Leave"):
        at.window.close()
    assert not at.window.isVisible()


def test_what_is_not_decided_is_left(
    sit: Sit, noted: LibraryOnDisk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(noted.folder)
    shown = compare(at, file, monkeypatch)
    at.click(shown.view.bar.put_button)
    library = until_put_in(at)
    real = library.approach("talk").positions[1].claims[0].evidence[0]
    assert real.standing.state is QuotationState.CHANGED
    assert real.quotation.words.startswith("His critics called this unrealistic")


def at_several_places(at: AtWindow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> RevisionPage:
    """At a quotation that stands at two places of the new version."""
    file = folder / "twice.txt"
    begin = LETTER.index("Talks should")
    twice = "Talks should go on. So they say.\n\nYes. Talks should go on."
    text = f"REVISED\n\n{twice}\n\n{LETTER[:begin]}"
    file.write_text(text)
    shown = compare(at, file, monkeypatch)
    model = shown.rows
    row = next(
        row
        for row in range(model.rowCount())
        if "Talks should go on." in str(model.index(row).data())
    )
    shown.list.setCurrentIndex(model.index(row))
    paper = shown.view.paper
    assert "Where it may stand" in paper.toPlainText()
    assert "So they say." in paper.toPlainText()
    shown.list.setFocus()
    return shown


def test_of_several_places_one_is_chosen(
    sit: Sit, noted: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(noted.folder)
    shown = at_several_places(at, tmp_path, monkeypatch)
    found = 0
    while found < 2:
        at.key(Qt.Key.Key_Tab)
        found += "this one" in shown.view.paper.textCursor().selectedText()
    at.key(Qt.Key.Key_Return)
    at.click(shown.view.bar.put_button)

    library = until_put_in(at)
    evidence = library.approach("talk").positions[0].claims[0].evidence[0]
    assert evidence.standing.state is QuotationState.EXACT
    span = evidence.standing.span
    assert span is not None
    assert library.text("letter").text[: span.start].endswith("Yes. ")


def test_of_several_places_one_is_chosen_by_its_number(
    sit: Sit, noted: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(noted.folder)
    shown = at_several_places(at, tmp_path, monkeypatch)
    row = shown.list.currentIndex().row()
    hints = at.window.status.hints()
    assert hints.startswith("1–2 it stands there · Del leave as it is · Ctrl+Enter put it in"), (
        hints
    )
    assert "accept" not in hints
    shown.list.setCurrentIndex(shown.rows.index(shown.rows.rowCount() - 1))
    assert at.window.status.hints().startswith("Del leave"), "it is lost"
    shown.list.setCurrentIndex(shown.rows.index(row))
    at.key(Qt.Key.Key_Return)
    assert "choose one by its number" in at.window.status.message()
    at.key(Qt.Key.Key_9)
    assert shown.list.currentIndex().row() == row, "there is no such place"
    at.key(Qt.Key.Key_2)
    at.click(shown.view.bar.put_button)

    library = until_put_in(at)
    evidence = library.approach("talk").positions[0].claims[0].evidence[0]
    assert evidence.standing.state is QuotationState.EXACT
    span = evidence.standing.span
    assert span is not None
    assert library.text("letter").text[: span.start].endswith("Yes. ")


def test_what_was_changed_meanwhile_is_not_overwritten(
    sit: Sit, noted: LibraryOnDisk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(noted.folder)
    shown = compare(at, file, monkeypatch)
    noted.replace("options/talk.yaml", "Talks should continue.", "Talks ought to continue.")
    before = noted.read("options/talk.yaml")
    told: list[object] = []
    at.window.space.live_sources.noticed.connect(told.append)
    at.click(shown.view.bar.put_button)
    at.qtbot.waitUntil(lambda: "nothing was changed" in str(told), timeout=20_000)
    assert noted.read("options/talk.yaml") == before
    assert noted.read("corpus/letter.txt") == LETTER


@pytest.mark.parametrize("changed", ["another version", "corpus/letter.txt", "corpus/letter.yaml"])
def test_a_source_that_another_program_changed_meanwhile_is_not_overwritten(
    sit: Sit,
    noted: LibraryOnDisk,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    changed: str,
) -> None:
    at = sit(noted.folder)
    shown = compare(at, file, monkeypatch)
    if changed == "another version":
        other = tmp_path / "other.txt"
        other.write_text(LETTER.replace("A LETTER", "A LETTER, OTHERWISE"))
        run(["update", "letter", str(other), "--library", str(noted.folder), "--accept-moved"])
        at.qtbot.waitUntil(lambda: not at.window.space.live_sources.at_work)
        named = "corpus/letter.txt"
    else:
        noted.write(changed, noted.read(changed) + "# \n")
        named = changed
    before = everything(noted.folder)
    told: list[object] = []
    at.window.space.live_sources.noticed.connect(told.append)
    shown.list.setFocus()
    at.key(Qt.Key.Key_Return, CONTROL)
    said = f"{named} was changed meanwhile; compare the versions again"
    at.qtbot.waitUntil(lambda: said in str(told), timeout=20_000)
    assert everything(noted.folder) == before
    at.click(shown.view.bar.not_now)
    compare(at, file, monkeypatch)
    at.click(shown.view.bar.put_button)
    until_put_in(at)
    assert "REVISED" in noted.read("corpus/letter.txt")


def test_a_file_that_cannot_be_read_says_why(
    sit: Sit, noted: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "data.xml"
    file.write_text('<?xml version="1.0"?><data><row/></data>')
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    at = sit(noted.folder)
    at.window.space.navigator.show_source("letter")
    at.window.menus.trigger("replace")
    said = words.not_compared("it is an XML file, which holds data and no document")
    at.qtbot.waitUntil(lambda: at.window.status.message() == said, timeout=20_000)


def test_a_document_that_looks_like_a_version_is_compared_from_the_list(
    sit: Sit, noted: LibraryOnDisk, file: Path
) -> None:
    file.write_text(LETTER.replace("A LETTER", "A LETTER, REVISED"))
    at = sit(noted.folder)
    live = at.window.space.live_sources
    live.brought.emit([file])
    at.qtbot.waitUntil(lambda: bool(live.arrivals) and not live.at_work, timeout=20_000)
    (arrival,) = live.arrivals
    assert arrival.is_version_of == "letter"
    arrivals = at.window.space.pane("arrivals")
    arrivals.setFocus()
    paper = arrivals.findChildren(type(page(at).view.paper))[0]
    while "Compare with" not in paper.textCursor().selectedText():
        at.key(Qt.Key.Key_Tab)
    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: live.revision is not None, timeout=20_000)
    at.click(page(at).view.bar.put_button)
    until_put_in(at)
    assert live.arrivals == ()


def test_without_a_new_version_the_page_says_what_it_is_for(sit: Sit, noted: LibraryOnDisk) -> None:
    at = sit(noted.folder)
    at.window.menus.trigger("revision")
    assert "Replace with a new version…" in page(at).view.paper.toPlainText()


def test_screen_readers_find_each_quotation(
    sit: Sit, noted: LibraryOnDisk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(noted.folder)
    shown = compare(at, file, monkeypatch)
    found = heard(QAccessible.queryAccessibleInterface(shown.list))
    assert "changed · ¶2. “His critics called this unrealistic" in found


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_what_has_to_be_decided_is_told_first_with_the_source_and_nothing_of_it_is_cut(
    sit: Sit, noted: LibraryOnDisk, file: Path, monkeypatch: pytest.MonkeyPatch, zoom: int
) -> None:
    at = sit(noted.folder)
    at.window.space.show_pane("notebook", False)
    for _ in range((zoom - 100) // 10):
        at.window.menus.trigger("zoom-in")
    bar = compare(at, file, monkeypatch).view.bar
    told = bar.headline().replace("\u00a0", " ")
    assert told == "Letter, new version: 1 changed · 1 ambiguous · 1 lost · 2 moved"
    at.qtbot.waitUntil(lambda: has_whole_headline(bar))


def test_what_stands_around_a_place_is_whole_words_and_no_file_is_named(
    sit: Sit, noted: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "twice.txt"
    words = " ".join(f"unmistakable{number}" for number in range(40))
    begin = LETTER.index("Talks should")
    twice = f"{words} Talks should go on. {words}\n\n"
    file.write_text(f"REVISED\n\n{twice * 2}{LETTER[:begin]}")
    at = sit(noted.folder)
    shown = compare(at, file, monkeypatch)
    row = next(
        row
        for row in range(shown.rows.rowCount())
        if "Talks should go on." in str(shown.rows.index(row).data())
    )
    shown.list.setCurrentIndex(shown.rows.index(row))
    told = shown.view.paper.toPlainText()
    assert "Where it may stand" in told
    assert ".yaml" not in told
    around = re.findall(r"\S*mistakable\S*|\bunm\w*|…\S+", told)
    assert around
    assert all(re.fullmatch(r"…?unmistakable\d+…?", each) for each in around)


def test_old_and_new_have_the_whole_breadth_of_the_sheet(
    sit: Sit, noted: LibraryOnDisk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(noted.folder)
    for name in ("reader", "notebook"):
        at.window.space.show_pane(name, False)
    paper = compare(at, file, monkeypatch).view.paper
    lefts = []
    for name in ("Changed", "Old"):
        found = paper.document().find(name)
        found.setPosition(found.selectionStart())
        lefts.append(paper.cursorRect(found).left())
    assert abs(lefts[0] - lefts[1]) < 10
