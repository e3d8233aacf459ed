"""A paper as a person chooses it, reads it before it leaves, and has it written."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import docx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu

from counterpoint.application.report.brief.finding import Finding, FindingKind
from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.handover.view import HandOverView
from counterpoint.ui.paper.links import links_from
from counterpoint.ui.paper.whole_words import blocks_of, fragments_of
from tests.answered_library import ANSWER, with_answers
from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk
from tests.listening import Listening, dependent_style, listening

__all__ = ["listening"]

WORDS = "Talks should go on."
"""What the claim of the small library rests on, as it stands in the source."""
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    return sit(with_answers(disk).folder)


def handing(at: AtWindow) -> HandOverView:
    """The view, opened by its key, once the whole preview stands on it."""
    at.key(Qt.Key.Key_7, CTRL)
    view = at.window.space.pane("handover")
    assert isinstance(view, HandOverView)
    made(at, view)
    return view


def made(at: AtWindow, view: HandOverView) -> None:
    def there() -> bool:
        return view.made is not None and not view.paper.waiting and view.paper.is_whole

    at.qtbot.waitUntil(there, timeout=20_000)


def said(view: HandOverView) -> str:
    return " ".join(view.paper.toPlainText().replace("\ufffc", "").split())


def choose(at: AtWindow, view: HandOverView, paper: str) -> None:
    """A paper by the keys of the list of papers."""
    box, before = view.form.paper, view.made
    box.setFocus()
    down = box.findData(paper) - box.currentIndex()
    for _ in range(abs(down)):
        at.key(Qt.Key.Key_Down if down > 0 else Qt.Key.Key_Up)
    at.qtbot.waitUntil(lambda: view.made not in (None, before), timeout=20_000)
    made(at, view)


def write(
    at: AtWindow, view: HandOverView, out: Path, monkeypatch: pytest.MonkeyPatch, kind: str = ""
) -> None:
    """Presses Export, answers the dialogue of files, and waits for what becomes of it."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), kind))
    at.click(view.bar.export)
    at.qtbot.waitUntil(lambda: view.strip.isVisible() and not view.strip.at_work, timeout=20_000)


def test_it_shows_what_the_comparison_shows_and_follows_it(at: AtWindow) -> None:
    view = handing(at)
    assert ANSWER in said(view)
    assert "The approaches at a glance" in said(view)
    assert view.form.approaches.chosen() == at.window.space.session.arrangement.columns
    assert at.window.bar.views.choice() == "compare"

    at.window.space.session.arrange(at.window.space.session.arrangement.hide("firm"))
    at.qtbot.waitUntil(lambda: "Firmness first" not in said(view), timeout=20_000)
    assert view.form.approaches.chosen() == ("talk",)


def lightness(view: HandOverView) -> int:
    """The darkest that a pixel of the sheet is, of 255."""
    image = view.paper.viewport().grab().toImage()
    across, down = range(0, image.width(), 2), range(image.height() // 3, image.height(), 2)
    return min(image.pixelColor(x, y).lightness() for x in across for y in down)


def test_a_paper_that_is_no_longer_true_is_dimmed_until_the_next_is_there(at: AtWindow) -> None:
    view = handing(at)
    dark = lightness(view)
    waited: list[tuple[str, str, int]] = []
    view.preview_wanted.connect(
        lambda: waited.append((view.paper.waiting, view.bar.length.text(), lightness(view)))
    )
    choose(at, view, "full")

    paper, bar, light = waited[0]
    assert paper == bar == "The paper is being set anew…"
    assert light > dark + 60
    assert view.paper.waiting == ""
    assert "words" in view.bar.length.text()


def test_a_number_of_a_source_leads_to_the_words_in_the_reader(at: AtWindow) -> None:
    view = handing(at)
    at.window.space.show_pane("reader", False)
    follow(at, view, "1\u00a0¶2", after=ANSWER)

    at.qtbot.waitUntil(lambda: at.jumped_to() != "")
    assert at.jumped_to() == WORDS
    assert at.window.space.reader.isVisible()
    assert at.window.space.view_name() == "handover"


def test_each_quotation_of_the_full_paper_leads_to_its_words(at: AtWindow) -> None:
    view = handing(at)
    choose(at, view, "full")
    follow(at, view, WORDS)

    at.qtbot.waitUntil(lambda: at.jumped_to() == WORDS)


def follow(at: AtWindow, view: HandOverView, words: str, after: str = "") -> None:
    """With its key to the first link to a text that says this, and stands after that; and Enter."""
    links = list(links_from(view.paper.document().begin()))
    place = view.paper.toPlainText().index(after)
    wanted = next(
        link
        for link in links
        if words in link.words and link.href.startswith("read:") and link.start > place
    )
    view.paper.setFocus()
    for _ in links:
        at.key(Qt.Key.Key_Right)
        if view.paper.textCursor().selectionStart() == wanted.start:
            break
    at.key(Qt.Key.Key_Return)


def test_the_full_paper_has_the_map_and_tells_it_to_who_does_not_see_it(
    at: AtWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = handing(at)
    choose(at, view, "full")
    name = next(
        part.charFormat().toImageFormat().name()
        for block in blocks_of(view.paper.document())
        for part in fragments_of(block)
        if part.charFormat().isImageFormat()
    )
    image = view.paper.loadResource(2, name)
    assert image.width() > 400
    dark = sum(
        image.pixelColor(x, y).lightness() < 128
        for x in range(image.width())
        for y in range(0, image.height(), 3)
    )
    assert dark > 100
    write(at, view, tmp_path / "a.docx", monkeypatch)

    shapes = docx.Document(str(tmp_path / "a.docx")).inline_shapes
    told = [shape._inline.docPr.get("descr") for shape in shapes]
    assert [each.partition(":")[0] for each in told] == ["Objections and risks", "Channels"]
    assert all("not said by: " in each for each in told)


def test_what_is_seen_is_what_is_written(
    at: AtWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = handing(at)
    view.form.fields["title"].setFocus()
    at.qtbot.keyClicks(view.form.fields["title"], "What to do")
    at.qtbot.waitUntil(lambda: said(view).startswith("What to do"), timeout=20_000)
    write(at, view, tmp_path / "paper.html", monkeypatch)

    class Words(HTMLParser):
        said = ""
        quiet = False

        def handle_starttag(self, tag: str, attrs: object) -> None:
            self.quiet = tag in ("style", "title")

        def handle_data(self, data: str) -> None:
            self.said += "" if self.quiet else data

    parser = Words()
    parser.feed((tmp_path / "paper.html").read_text("utf-8"))
    squeezed = "".join(parser.said.replace("↩", "").split())
    assert squeezed == "".join(said(view).split())
    assert view.strip.words.text() == "Wrote paper.html."


def test_notes_at_the_foot_are_those_of_the_file(
    at: AtWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = handing(at)
    choose(at, view, "full")
    write(at, view, tmp_path / "paper.html", monkeypatch)

    html = (tmp_path / "paper.html").read_text("utf-8")
    notes = re.findall(r'<li id="note-\d+">(.*?) <a href="#noteref', html)
    assert notes
    foot = "".join(said(view).split())
    for number, note in enumerate(notes, 1):
        words = "".join(unescape(re.sub("<[^>]*>", "", note)).split())
        assert f"{number}{words}" in foot


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf", "md", "epub"])
def test_every_format_is_written(
    at: AtWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    view = handing(at)
    out = tmp_path / f"paper.{ending}"
    write(at, view, out, monkeypatch)
    assert out.stat().st_size > 0

    at.click(view.strip.open)
    at.click(view.strip.folder)
    assert opened == [str(out), str(tmp_path)]


def test_a_name_without_an_ending_gets_that_of_the_format(
    at: AtWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = handing(at)
    write(at, view, tmp_path / "paper", monkeypatch, "Markdown (*.md)")

    assert (tmp_path / "paper.md").is_file()


def test_a_target_that_cannot_be_is_told_with_its_file(
    at: AtWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = handing(at)
    (tmp_path / "folder.md").mkdir()
    write(at, view, tmp_path / "folder.md", monkeypatch)
    assert "folder.md: that is a folder; name a file in it" in view.strip.words.text()
    assert not view.strip.open.isVisible()

    (tmp_path / "held.docx").write_text("mine")
    (tmp_path / ".~lock.held.docx#").write_text("")
    write(at, view, tmp_path / "held.docx", monkeypatch)
    assert "the file is open in LibreOffice" in view.strip.words.text()

    (tmp_path / "kept.md").write_text("mine")
    (tmp_path / "kept.md").chmod(0o444)
    write(at, view, tmp_path / "kept.md", monkeypatch)
    assert "the file is read-only" in view.strip.words.text()
    assert (tmp_path / "held.docx").read_text() == (tmp_path / "kept.md").read_text() == "mine"


def test_cancelled_it_writes_nothing(
    at: AtWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = handing(at)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.docx"), ""))
    view.bar.export.click()
    assert view.strip.at_work
    at.click(view.strip.cancel)

    assert view.strip.words.text() == "Cancelled: a.docx is not written."
    assert view.strip.close_button.isVisible()
    at.qtbot.wait(1500)  # the writer would have written by now
    assert [path.name for path in tmp_path.iterdir()] == ["small"]


def test_cancelled_it_says_that_the_old_file_stays(
    at: AtWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = handing(at)
    out = tmp_path / "a.docx"
    out.write_text("mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    view.bar.export.click()
    at.click(view.strip.cancel)

    assert view.strip.isVisible()
    assert view.strip.words.text() == "Cancelled: a.docx is not written; the old file stays."
    assert not view.strip.open.isVisible()
    assert out.read_text() == "mine"


def test_a_check_leads_to_what_is_to_be_mended(at: AtWindow) -> None:
    view = handing(at)
    at.click(view.checks.toggle)
    row = next(n for n, each in enumerate(view.checks.findings()) if each.approach == "firm")
    view.checks.rows.setCurrentRow(row)
    view.checks.rows.setFocus()
    at.key(Qt.Key.Key_Return)

    assert at.window.space.view_name() == "compare"
    assert at.window.space.session.target == Target(TargetKind.APPROACH, "firm")


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Escape])
def test_from_the_place_at_fault_one_comes_back_to_the_checks(at: AtWindow, key: Qt.Key) -> None:
    at.window.space.show_pane("reader", False)
    view = handing(at)
    at.click(view.checks.toggle)
    row = next(n for n, each in enumerate(view.checks.findings()) if each.approach == "firm")
    view.checks.rows.setCurrentRow(row)
    at.key(Qt.Key.Key_Return)
    assert at.window.space.view_name() == "compare"
    assert "back to the paper" in at.window.status.message()

    at.key(key, ALT if key == Qt.Key.Key_Left else Qt.KeyboardModifier.NoModifier)
    assert at.window.space.view_name() == "handover"
    assert QApplication.focusWidget() is view.checks.rows
    assert view.checks.rows.currentRow() == row

    at.window.menus.trigger("compare")
    at.key(Qt.Key.Key_Escape)
    assert at.window.space.view_name() == "compare", "nobody was led here"


def test_no_row_of_the_checks_is_cut(at: AtWindow) -> None:
    view = handing(at)
    many = tuple(
        Finding(FindingKind.GAP, "", f"{n} " + "is told in words " * n, approach="firm")
        for n in range(1, 12)
    )
    at.click(view.checks.toggle)
    view.checks.show_findings(many)
    QApplication.processEvents()

    rows = view.checks.rows
    seen = rows.viewport().rect()
    ends = [rows.visualItemRect(rows.item(n)) for n in range(rows.count())]
    shown = [box for box in ends if box.intersects(seen)]
    assert 1 < len(shown) < len(many)
    assert all(seen.contains(box) for box in shown)


def test_without_an_approach_it_says_what_is_missing(at: AtWindow) -> None:
    view = handing(at)
    for row in range(view.form.approaches.count()):
        view.form.approaches.setCurrentRow(row)
        view.form.approaches.setFocus()
        at.key(Qt.Key.Key_Space)

    at.qtbot.waitUntil(lambda: "at the least: choose some" in said(view), timeout=20_000)
    at.click(view.form.as_shown)
    at.qtbot.waitUntil(lambda: ANSWER in said(view), timeout=20_000)


def test_where_there_is_no_paper_nothing_can_be_written_of_it(
    at: AtWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = handing(at)
    write(at, view, tmp_path / "a.md", monkeypatch)
    gone = tmp_path / "gone.csl"
    view.form.show_wanted(view.wanted._replace(style=str(gone)))
    view.form.changed.emit()

    wrong = f"{gone}: this style of citation is not there; choose one under “Citations”."
    at.qtbot.waitUntil(lambda: said(view) == wrong, timeout=20_000)
    assert not view.bar.export.isEnabled()
    assert not view.bar.print.isEnabled()
    assert not view.strip.isVisible(), "what was written before is not of this"
    at.key(Qt.Key.Key_P, CTRL)
    assert at.window.status.message() == f"There is nothing to print. {wrong}"
    (run,) = fragments_of(view.paper.document().begin())
    assert not run.charFormat().fontItalic()
    ink = run.charFormat().foreground().color().name()
    assert ink == at.window.theme.colours.ink.lower()

    view.form.show_wanted(view.wanted._replace(style=""))
    view.form.changed.emit()
    at.qtbot.waitUntil(view.bar.export.isEnabled, timeout=20_000)
    assert view.bar.print.isEnabled()


def test_half_a_date_leaves_the_paper_and_is_told_beside_its_field(at: AtWindow) -> None:
    view = handing(at)
    field = view.form.fields["date"]
    at.qtbot.keyClicks(field, "2020-10")
    at.qtbot.waitUntil(lambda: "October 2020" in said(view), timeout=20_000)
    wanted: list[object] = []
    view.preview_wanted.connect(lambda: wanted.append(view.wanted))

    at.qtbot.keyClicks(field, "-")
    told = "“2020-10-” is no date; write one as 2020-10-31. Until then the paper has 2020-10."
    (label,) = [each for each in view.form.findChildren(QLabel) if each.text() == told]
    assert label.isVisible()
    assert 0 <= label.y() - field.geometry().bottom() < 20
    assert field.accessibleDescription() == told
    at.qtbot.wait(300)
    assert wanted == []
    assert "October 2020" in said(view)
    assert not view.paper.waiting
    assert not view.bar.export.isEnabled(), "it would not be written with what is typed"
    at.key(Qt.Key.Key_P, CTRL)
    assert at.window.status.message().startswith("There is nothing to print. “2020-10-” is no date")

    at.qtbot.keyClicks(field, "31")
    at.qtbot.waitUntil(lambda: "31 October 2020" in said(view), timeout=20_000)
    assert not label.isVisible()
    assert field.accessibleDescription() == ""
    assert view.bar.export.isEnabled()


def test_a_kept_date_that_is_none_is_not_taken(at: AtWindow) -> None:
    view = handing(at)
    view.form.show_wanted(view.wanted._replace(date="20-1", language="English"))
    assert view.wanted.date == view.wanted.language == ""


def test_a_style_that_is_there_no_longer_is_named(at: AtWindow, tmp_path: Path) -> None:
    view = handing(at)
    gone = tmp_path / "gone.csl"
    view.form.show_wanted(view.wanted._replace(style=str(gone)))
    view.form.changed.emit()

    words = f"{gone}: this style of citation is not there; choose one under “Citations”."
    at.qtbot.waitUntil(lambda: said(view) == words, timeout=20_000)


@pytest.mark.parametrize(("typed", "written"), [("paper.doc", "paper.docx"), ("a.b", "a.b.docx")])
def test_an_old_ending_gives_way_to_that_of_the_format(
    at: AtWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, written: str
) -> None:
    view = handing(at)
    write(at, view, tmp_path / typed, monkeypatch, "Word (*.docx)")

    assert (tmp_path / written).is_file()


def test_what_is_no_language_is_told_while_it_is_typed(at: AtWindow) -> None:
    view = handing(at)
    at.qtbot.keyClicks(view.form.fields["language"], "English")

    told = "“English” is no tag of a language; write one as en-GB."
    shown = [each for each in view.form.findChildren(QLabel) if each.isVisible()]
    assert told in [each.text().partition(" Until")[0] for each in shown]
    assert ANSWER in said(view)
    view.form.fields["language"].clear()
    at.qtbot.keyClicks(view.form.fields["language"], "en-GB")
    assert view.form.wrong == ""


def test_for_a_style_that_depends_on_another_nothing_is_fetched(
    at: AtWindow, listening: Listening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = tmp_path / "journal.csl"
    style.write_text(dependent_style(listening.address))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(style), ""))
    view = handing(at)
    view.form.style_choice.setFocus()
    at.key(Qt.Key.Key_End)

    at.qtbot.waitUntil(lambda: "get the style “the-parent”" in said(view), timeout=20_000)
    assert not listening.asked()


def test_notes_are_chosen_by_kind(at: AtWindow) -> None:
    at.type("Mine alone.", on=GO_ON)
    at.wait_saved()
    view = handing(at)
    choose(at, view, "notes")
    assert "Mine alone." in said(view)

    assert not view.form.approaches.isVisible()
    view.form.kinds.setFocus()
    view.form.kinds.setCurrentRow(2)
    at.key(Qt.Key.Key_Space)
    at.qtbot.waitUntil(lambda: "No note is of what is chosen" in said(view), timeout=20_000)


def test_what_was_chosen_comes_back_the_next_day(at: AtWindow, sit: Sit) -> None:
    view = handing(at)
    at.qtbot.keyClicks(view.form.fields["marking"], "OFFICIAL")
    choose(at, view, "one-page")
    folder = at.window.lifecycle.opener.folder
    at.window.close()

    again = sit(folder)
    assert again.window.space.view_name() == "handover"
    then = again.window.space.pane("handover")
    assert isinstance(then, HandOverView)
    assert (then.wanted.paper, then.wanted.marking) == ("one-page", "OFFICIAL")
    made(again, then)
    assert said(then).startswith("OFFICIAL")


def test_the_whole_paper_is_copied(at: AtWindow) -> None:
    view = handing(at)
    at.window.menus.trigger("copy-page")
    at.qtbot.waitUntil(lambda: at.window.status.message() == "Copied the whole paper.")

    words = QGuiApplication.clipboard().text()
    assert ANSWER in words
    assert QGuiApplication.clipboard().mimeData().hasHtml()
    assert view.isVisible()


def test_the_menu_of_the_preview_jumps_copies_and_goes_back(at: AtWindow) -> None:
    view = handing(at)
    link = next(
        each for each in links_from(view.paper.document().begin()) if each.href.startswith("read:")
    )
    action, _, argument = link.href.partition(":")
    view.paper.menu_wanted.emit(action, unquote(argument), view.mapToGlobal(QPoint(400, 300)))
    menu = view.findChild(QMenu)
    assert menu is not None
    names = [each.text().partition("\t")[0] for each in menu.actions() if each.text()]
    assert names == [
        "Jump to the passage",
        "Copy",
        "Copy the whole paper",
        "Back to the comparison",
    ]
    menu.actions()[0].trigger()
    menu.close()
    at.qtbot.waitUntil(lambda: at.jumped_to() != "")


def test_escape_goes_back(at: AtWindow) -> None:
    view = handing(at)
    assert QApplication.focusWidget() is view.form.paper
    at.key(Qt.Key.Key_Escape)

    assert at.window.space.view_name() == "compare"
