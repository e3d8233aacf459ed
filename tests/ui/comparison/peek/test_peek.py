"""The peek: what it says, where it stands, when it comes and goes."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counterpoint.domain.approach import Colour, Coverage, Position
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.quotation import QuotationState
from counterpoint.ui.comparison.grid.navigation import GridPosition
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.comparison.peek import peek_text
from counterpoint.ui.comparison.peek.peek import PeekCard
from counterpoint.ui.comparison.peek.peek_text import Part, PartKind
from counterpoint.ui.comparison.view import ComparisonView
from counterpoint.ui.theme.theme import Theme
from tests.ui.comparison.material import CONCEDES, claim, gap, piece, six

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CLAIM = Target(TargetKind.CLAIM, "a", "pressure", "pressure-0")
SHORT = {"cable": "London cable"}


def _texts(parts: tuple[Part, ...]) -> list[str]:
    return [part.text.replace("\u00a0", " ") for part in parts]


def test_evidence_is_told_in_full() -> None:
    shown = piece(
        "k",
        stance=CONCEDES,
        words="exact\nwords",
        why="it is meant",
        hedge="supposedly",
        tone="irony",
        partial="half",
        state=QuotationState.MOVED,
    )
    group = peek_text.of_evidence(shown, SHORT, lambda key: [f"Answered by {key}"])
    assert group[0] == Part(PartKind.MARK, "London\u00a0cable\u00a0¶4", CONCEDES)
    assert group[1] == Part(PartKind.QUOTE, "exact words")
    assert group[2].kind is PartKind.WARNING
    assert _texts(group)[3:] == [
        "Embassy London, reporting Michael Davenport, a draft FCO paper",
        "Inferred: it is meant.",
        "Hedged: “supposedly”.",
        "Not meant at face value: irony.",
        "Bears the claim in part: half.",
        "Answered by k",
    ]


def test_a_sign_that_would_turn_words_round_is_seen() -> None:
    group = peek_text.of_evidence(piece("k", words="pay \u202e001"), SHORT, peek_text.no_answers)
    assert next(part.text for part in group if part.kind is PartKind.QUOTE) == "pay ◊001"


def test_a_direct_link_is_said_so() -> None:
    group = peek_text.of_evidence(piece("k"), SHORT, peek_text.no_answers)
    assert _texts(group)[0] == "London cable ¶4 · direct"


def test_a_gap_says_what_was_looked_for() -> None:
    (group,) = peek_text.of_position(gap("diagnosis", "a motive"), (), folded=False)
    assert _texts(group) == ["Not said", "Looked for: a motive."]


def test_a_folded_cell_tells_its_claims() -> None:
    claims = (claim("1", "We say so", piece("k")), claim("2", "And so.", piece("l"), piece("m")))
    position = Position("diagnosis", Coverage.PARTIAL, "why", claims)
    (group,) = peek_text.of_position(position, claims, folded=True)
    assert _texts(group) == [
        "2 claims, 3 passages",
        "In part only. why.",
        "We say so.",
        "And so.",
    ]


def test_a_head_tells_proponents_relations_and_what_stands_behind_it() -> None:
    groups = peek_text.of_approach(six()[0].head, {"c": "Engage but beware"})
    texts = [text for group in groups for text in _texts(group)]
    assert "Michael Davenport: Director for Russia at the Foreign Office" in texts
    assert "Overlaps Engage but beware: both keep talking." in texts
    assert "Silent on 2 questions." in texts


def test_a_head_tells_of_its_status_what_the_column_had_no_room_for() -> None:
    note = "A draft of the Foreign Office, passed to ministers for review"
    head = six()[0].head._replace(status_note=note, status_detail="Its fate is not told")
    texts = _texts(peek_text.of_approach(head, {})[0])
    assert f"{note}." in texts
    assert "Its fate is not told." in texts
    short = _texts(peek_text.of_approach(head._replace(status_note="UK 2008"), {})[0])
    assert sum("UK 2008" in text for text in short) == 1


def test_the_column_beside_is_not_hidden_where_there_is_room_beyond_the_columns(
    view: ComparisonView,
) -> None:
    area = view.screen().availableGeometry()
    view.setGeometry(area.left(), area.top(), area.width() - 330, area.height())
    for place in (GridPosition(0, 0, 0), GridPosition(-1, 0), GridPosition(1, 0)):
        view.grid.go(place, by_person=True)
        view.peek()
        card = view.peeker.card.geometry()
        assert area.contains(card)
        assert not card.intersects(view.grid.columns_on_screen())
        assert abs(card.top() - view.grid.rect_on_screen(place).top()) <= 8
        view.peek()


def test_where_there_is_none_it_stands_beside_the_claim_and_never_over_it(
    view: ComparisonView,
) -> None:
    area = view.screen().availableGeometry()
    view.setGeometry(area)
    place = GridPosition(0, 0, 0)
    view.grid.go(place, by_person=True)
    view.peek()
    card = view.peeker.card.geometry()
    assert area.contains(card)
    assert not card.intersects(view.grid.rect_on_screen(place))


@pytest.mark.parametrize("room", [QSize(1200, 900), QSize(500, 300), QSize(320, 300)])
def test_a_card_fits_its_room_however_much_there_is_to_say(
    qtbot: QtBot, theme: Theme, room: QSize
) -> None:
    view = ComparisonView(theme)
    qtbot.addWidget(view)
    card = PeekCard(view)
    pieces = [piece(str(n), words="A long quotation that goes on. " * 30) for n in range(9)]
    groups = peek_text.of_pieces(pieces, SHORT, peek_text.no_answers)
    card.lay_out(groups, Colour.BLUE, Style(theme, SHORT, None), room)
    assert card.width() <= room.width()
    assert card.height() <= room.height()


def test_space_opens_and_closes_without_taking_the_focus(
    view: ComparisonView, qtbot: QtBot
) -> None:
    view.activateWindow()
    view.grid.setFocus()
    qtbot.waitUntil(view.grid.hasFocus)
    view.select(CLAIM)
    QTest.keyClick(view.grid, Qt.Key.Key_Space)
    assert view.peeker.is_open
    assert view.grid.hasFocus()
    assert "criticises" in view.peeker.card.accessibleName()
    QTest.keyClick(view.grid, Qt.Key.Key_Space)
    assert not view.peeker.is_open


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_End])
def test_any_move_closes_the_peek(view: ComparisonView, key: Qt.Key) -> None:
    view.select(CLAIM)
    view.peek()
    assert view.peeker.is_open
    QTest.keyClick(view.grid, key)
    assert not view.peeker.is_open


def test_scrolling_and_rearranging_close_the_peek(view: ComparisonView) -> None:
    view.select(CLAIM)
    view.peek()
    view.grid.verticalScrollBar().setValue(60)
    assert not view.peeker.is_open
    view.peek()
    view.arranger.fold("risks")
    assert not view.peeker.is_open


def test_the_mouse_at_rest_opens_and_moving_off_closes(view: ComparisonView, qtbot: QtBot) -> None:
    viewport = view.grid.viewport()
    rect = view.grid.rect_of(GridPosition(0, 0, 0))
    QTest.mouseMove(viewport, rect.center() + QPoint(0, -10))
    assert not view.peeker.is_open
    qtbot.waitUntil(lambda: view.peeker.is_open, timeout=2000)
    assert "Embassy London" in view.peeker.card.accessibleName()
    assert not view.peeker.card.geometry().intersects(
        view.grid.rect_on_screen(GridPosition(0, 0, 0))
    )
    assert view.selection() is None
    QTest.mouseMove(viewport, view.grid.rect_of(GridPosition(1, 1, 0)).center())
    assert not view.peeker.is_open


def test_the_mouse_on_a_head_opens_its_peek(view: ComparisonView, qtbot: QtBot) -> None:
    header = view.grid.rows_header
    QTest.mouseMove(header.viewport(), QPoint(60, 30))
    qtbot.waitUntil(lambda: view.peeker.is_open, timeout=2000)
    assert "What drives Moscow?" in view.peeker.card.accessibleName()


def test_answers_are_asked_for_by_key(view: ComparisonView) -> None:
    view.set_answers(lambda key: [f"Answered by the author, on {key}"])
    view.select(CLAIM)
    view.peek()
    name = view.peeker.card.accessibleName()
    assert "Answered by the author, on a/pressure-0/0" in name
    assert "Answered by the author, on a/pressure-0/1" in name


def test_a_full_stop_shows_the_next_passage_in_the_same_card(view: ComparisonView) -> None:
    view.select(CLAIM)
    QTest.keyClick(view.grid, Qt.Key.Key_Space)
    seen = []
    for key in (Qt.Key.Key_Period, Qt.Key.Key_Period, Qt.Key.Key_Comma):
        QTest.keyClick(view.grid, key)
        assert view.peeker.is_open
        place = view.grid.place()
        assert place is not None
        seen.append((place.evidence, view.peeker.card.accessibleName()))
    assert [number for number, _ in seen] == [0, 1, 0]
    assert seen[0] == seen[2]
    assert seen[0] != seen[1]
    view.peeker.close()
    QTest.keyClick(view.grid, Qt.Key.Key_Period)
    assert not view.peeker.is_open


def test_an_overlong_name_is_cut_and_the_card_stays_in_its_room(qtbot: QtBot, theme: Theme) -> None:
    view = ComparisonView(theme)
    qtbot.addWidget(view)
    groups = [(Part(PartKind.TITLE, "word " * 2000), Part(PartKind.TEXT, "more " * 2000))]
    card, room = PeekCard(view), QSize(800, 600)
    card.lay_out(groups, Colour.BLUE, Style(theme, SHORT, None), room)

    assert card.height() < room.height()
