"""What is asked of the library that comes with the app goes on in the copy, at the same place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from counterpoint.application.library.page import Page, PageKind
from counterpoint.domain.note import Target, TargetKind
from counterpoint.storage.place import shipped_library
from counterpoint.ui.editing.panel import Panel
from tests.at_window import AtWindow, Sit, fonts, sit

__all__ = ["fonts", "sit"]
CLAIM = TargetKind.CLAIM
CELL = TargetKind.POSITION


def place(at: AtWindow, kind: TargetKind) -> Target:
    """The first of its kind in the third approach."""
    library = at.window.space.session.library
    assert library is not None
    approach = library.contents.approaches[2].id
    for dimension in library.contents.dimensions:
        position = library.approach(approach).position(dimension.id)
        if not position.claims:
            continue
        claim = position.claims[0]
        match kind:
            case TargetKind.APPROACH:
                return Target(kind, approach)
            case TargetKind.QUESTION:
                return Target(kind, dimension=dimension.id)
            case TargetKind.POSITION:
                return Target(kind, approach, dimension.id)
            case TargetKind.CLAIM:
                return Target(kind, approach, dimension.id, claim.id)
            case _:
                piece = claim.evidence[0]
                return Target(kind, approach, dimension.id, claim.id, piece.key, piece.source)
    raise AssertionError


def copy_made(at: AtWindow, tmp_path: Path) -> None:
    maker = at.window.libraries.maker
    assert maker.isVisible()
    maker.folder.setText(str(tmp_path / "Mine"))
    at.qtbot.keyClick(maker.folder, Qt.Key.Key_Return)

    def is_open() -> bool:
        library = at.window.space.session.library
        return at.is_open() and library is not None and library.folder == tmp_path / "Mine"

    at.qtbot.waitUntil(is_open, timeout=20_000)


def panel(at: AtWindow) -> Panel:
    space = at.window.space
    deeds = space.pages.deeds if space.view_name() == "pages" else space.comparison.deeds
    at.qtbot.waitUntil(lambda: deeds.asker.panel is not None)
    assert deeds.asker.panel is not None
    return deeds.asker.panel


@pytest.mark.parametrize(
    ("action", "kind", "what"),
    [
        ("edit-here", TargetKind.CLAIM, "{0.approach}/{0.claim}"),
        ("edit-here", TargetKind.EVIDENCE, "{0.evidence}/evidence"),
        ("edit-here", TargetKind.POSITION, "{0.approach}/{0.dimension}/answer"),
        ("edit-here", TargetKind.APPROACH, "{0.approach}/head"),
        ("edit-here", TargetKind.QUESTION, "{0.dimension}/question"),
        ("answer-here", TargetKind.CLAIM, "{0.approach}/{0.dimension}/answer"),
        ("new-claim", TargetKind.CLAIM, "{0.approach}/{0.dimension}/new"),
        ("new-question", TargetKind.CLAIM, "new-question"),
        ("new-approach", TargetKind.CLAIM, "new-approach"),
        ("new-reply", TargetKind.EVIDENCE, "new-reply"),
        ("move-here", TargetKind.CLAIM, "{0.approach}/{0.claim}/move"),
        ("merge-here", TargetKind.APPROACH, "{0.approach}/merge"),
        ("split-claim", TargetKind.CLAIM, "{0.approach}/{0.claim}/split"),
        ("claim-kind", TargetKind.CLAIM, "{0.approach}/{0.claim}/kind"),
    ],
)
def test_what_was_asked_for_is_asked_there(
    sit: Sit, tmp_path: Path, action: str, kind: TargetKind, what: str
) -> None:
    at = sit(shipped_library())
    target = place(at, kind)
    at.window.space.comparison.bring(target)
    at.grid.setFocus()

    at.window.menus.trigger(action)
    copy_made(at, tmp_path)

    assert panel(at).asked.what == what.format(target)
    assert at.window.space.comparison.selection() == target
    at.key(Qt.Key.Key_Escape)


def test_what_is_done_at_once_is_done_there(sit: Sit, tmp_path: Path) -> None:
    at = sit(shipped_library())
    target = place(at, CLAIM)
    at.window.space.comparison.bring(target)
    at.grid.setFocus()

    at.window.menus.trigger("delete-here")
    copy_made(at, tmp_path)

    text = f"id: {target.claim}\n"
    file = tmp_path / "Mine" / "options" / f"{target.approach}.yaml"
    at.qtbot.waitUntil(lambda: text not in file.read_text("utf-8"))
    assert at.window.menus.action("undo").text() == "Undo deleting a claim"


def test_what_was_cut_is_put_there(sit: Sit, tmp_path: Path) -> None:
    at = sit(shipped_library())
    target = place(at, CLAIM)
    library = at.window.space.session.library
    assert library is not None
    other = library.contents.approaches[0].id
    comparison = at.window.space.comparison
    comparison.bring(target)
    at.window.menus.trigger("cut")
    comparison.bring(Target(CELL, other, target.dimension))

    at.window.menus.trigger("paste-copy")
    copy_made(at, tmp_path)

    file = tmp_path / "Mine" / "options" / f"{other}.yaml"
    at.qtbot.waitUntil(lambda: target.claim in file.read_text("utf-8"))


def test_from_a_page_it_goes_on_on_the_page(sit: Sit, tmp_path: Path) -> None:
    at = sit(shipped_library())
    question = place(at, TargetKind.QUESTION).dimension
    at.window.space.navigator.show_page(Page(PageKind.QUESTION, question))
    at.qtbot.waitUntil(lambda: at.window.space.pages.isVisible())
    at.window.space.pages.paper.setFocus()

    at.window.menus.trigger("edit-here")
    copy_made(at, tmp_path)

    assert at.window.space.view_name() == "pages"
    assert panel(at).asked.what == f"{question}/question"


def in_reader(at: AtWindow) -> None:
    """Words are selected in the reader."""
    space = at.window.space
    library = space.session.library
    assert library is not None
    space.navigator.open_source(library.contents.sources[0].id)
    at.qtbot.waitUntil(lambda: space.has("reader") and space.reader.source is not None)
    space.reader.view.select(1000, 1100)


def test_a_reply_of_selected_words_goes_on_there(sit: Sit, tmp_path: Path) -> None:
    at = sit(shipped_library())
    in_reader(at)
    selected = at.window.space.reader.selection()

    at.window.space.reader.reply()
    copy_made(at, tmp_path)

    reader = at.window.space.reader
    reply = next(each for each in reader.children() if hasattr(each, "asker"))
    at.qtbot.waitUntil(lambda: reply.asker.panel is not None)
    assert reply.asker.panel.asked.what == "new-reply"
    assert selected is not None


def _describe(at: AtWindow) -> Callable[[], bool]:
    at.window.menus.trigger("describe")
    return lambda: at.window.space.sources.form.isVisible()


def _replace(at: AtWindow) -> Callable[[], bool]:
    at.window.menus.trigger("replace")
    return lambda: bool(ASKED)


ASKED: list[str] = []


@pytest.mark.parametrize("do", [_describe, _replace])
def test_a_source_is_described_or_replaced_there(
    sit: Sit,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    do: Callable[[AtWindow], Callable[[], bool]],
) -> None:
    ASKED.clear()

    def ask(*said: object) -> tuple[str, str]:
        ASKED.append(str(said[1]))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    at = sit(shipped_library())
    in_reader(at)

    goes_on = do(at)
    assert not ASKED
    copy_made(at, tmp_path)

    at.qtbot.waitUntil(goes_on)
