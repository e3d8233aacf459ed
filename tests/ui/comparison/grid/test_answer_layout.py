"""Cells that show their answers: what is clicked is what is painted."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from counterpoint.application.library.arrangement import Arrangement
from counterpoint.application.library.evidence_index import ReplyIndex
from counterpoint.application.library.sheet import sheet
from counterpoint.domain.approach import Link, Stance
from counterpoint.domain.cell_marks import CellMarks
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.ui.comparison.grid.answer_block import answer_runs
from counterpoint.ui.comparison.grid.answer_layout import AnswerLayout
from counterpoint.ui.comparison.grid.answer_marks import AnswerMarks
from counterpoint.ui.comparison.grid.cell_content import MORE, CellContent
from counterpoint.ui.comparison.grid.cell_contents import CellContents
from counterpoint.ui.comparison.grid.cell_layout import CellLayout
from counterpoint.ui.comparison.grid.spot import Spot
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.theme.theme import Theme
from tests.ui.comparison.answered import DIMENSIONS, library

AnyLayout = AnswerLayout | CellLayout


def content(approach: str = "a", row: int = 0) -> CellContent:
    held, read = library()
    arrangement = Arrangement.first(held.approaches)
    shown = sheet(arrangement, DIMENSIONS, read)
    return CellContents(shown, arrangement, ReplyIndex(held.replies)).of(
        read(approach), DIMENSIONS[row]
    )


def style(theme: Theme, stance: Stance | None = None) -> Style:
    return Style(theme, {}, ClaimFilter(stance)).closer


def picture(layout: AnyLayout, width: int = 220, *, pointed: bool = False) -> QImage:
    image = QImage(width, layout.height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    box = QRectF(0, 0, width, layout.height)
    layout.paint(painter, box, None, focused=False, pointed=pointed)
    painter.end()
    return image


@pytest.mark.parametrize("width", [120, 220, 700])
@pytest.mark.parametrize("zoom", [0.6, 1, 2])
def test_the_sign_is_in_the_cell_and_all_else_is_the_answer(
    theme: Theme, width: int, zoom: float
) -> None:
    theme.set_zoom(zoom)
    layout = AnswerLayout(content(), width, style(theme))
    sign = layout.sign()
    assert QRectF(0, 0, width, layout.height).contains(sign)
    assert layout.on_sign(sign.center())
    assert not layout.on_sign(QPointF(12, 6))
    assert layout.hit(sign.center()) == layout.hit(QPointF(12, 6)) == Spot()


def test_marks_take_a_line_of_their_own_where_there_is_no_room_beside_the_last_word(
    theme: Theme,
) -> None:
    set_in = style(theme)
    heights = [AnswerLayout(content(), width, set_in).height for width in range(200, 420, 4)]
    line = round(set_in.small.pixelSize() * set_in.spacing) + 2 * set_in.above
    assert heights[-1] == line, "all is on one line"
    assert line + set_in.px(14) in heights, "the words are on one, the marks on another"


def test_an_answer_is_much_lower_than_its_claims_and_stays_on_top_of_them(theme: Theme) -> None:
    made = content()
    closed = AnswerLayout(made, 220, style(theme))
    opened = CellLayout(made, 220, style(theme), answered=True)
    assert closed.height * 2 < opened.height
    assert opened.hit(QPointF(30, 6)) == Spot()
    assert opened.rect(Spot()).bottom() <= opened.rect(Spot(0)).top()
    assert opened.on_sign(opened.sign().center())
    assert opened.sign().center() == closed.sign().center(), "a second click there closes it"


def test_the_line_of_what_is_inferred_is_hit_below_the_last_claim(theme: Theme) -> None:
    opened = CellLayout(content(), 220, style(theme), answered=True)
    line = opened.rect(Spot(MORE))
    assert opened.hit(line.center()) == Spot(MORE)
    assert line.top() >= opened.rect(Spot(2)).bottom() - 1
    assert line.bottom() <= opened.height


def test_the_sign_is_seen_while_the_mouse_is_on_the_cell(theme: Theme) -> None:
    layout = AnswerLayout(content(), 220, style(theme))
    assert picture(layout) != picture(layout, pointed=True)


@pytest.mark.parametrize("width", [180, 200, 220, 240, 260, 400])
def test_the_sign_keeps_off_the_last_mark(theme: Theme, width: int) -> None:
    layout = CellLayout(content(), width, style(theme), answered=True)
    sign, image = layout.sign().toRect(), picture(layout, width)
    before = [
        image.pixelColor(sign.left() - x, y).name()
        for x in range(2, 8)
        for y in range(sign.top(), sign.bottom())
    ]
    assert set(before) == {"#ffffff"}


def test_what_others_hold_too_lies_on_a_ground_of_its_own(theme: Theme) -> None:
    shared, alone = content("a"), content("c")
    ground = style(theme).shared
    for made, is_there in ((shared, True), (alone, False)):
        image = picture(AnswerLayout(made, 220, style(theme)))
        every = [image.pixel(x, y) for x in range(8, 200) for y in range(image.height())]
        assert (every.count(ground.rgb()) > 200) is is_there


def test_names_are_parted_and_each_has_the_letters_of_those_who_hold_it_too(theme: Theme) -> None:
    position = content().position._replace(holds=("firm", "beside"))
    made = content()._replace(position=position, shared={"firm": ("C",), "beside": ("B", "D")})
    said = "".join(run.text for run in answer_runs(made, style(theme))).replace("\u00a0", " ")
    assert said == "Firm throughout =C · Beside talks =B D  Pressure goes on."
    shared = [run.text for run in answer_runs(made, style(theme)) if run.fill is not None]
    assert shared == ["Firm throughout", "Beside talks"], "the letters stand off the ground"
    alone = made._replace(shared={"beside": ("B",)})
    said = "".join(run.text for run in answer_runs(alone, style(theme))).replace("\u00a0", " ")
    assert said == "Firm throughout · Beside talks =B  Pressure goes on."


def marks(made: CellContent, theme: Theme) -> str:
    return " ".join(AnswerMarks(made, 400, style(theme)).words).replace("\u00a0", " ")


def test_an_answer_that_rests_on_one_passage_says_so(theme: Theme) -> None:
    made = content("c")
    assert made.passages == 2
    assert marks(made, theme) == "2 1 +2 inferred 1"
    assert marks(made._replace(passages=1), theme) == "2 1 +2 inferred 1 one passage"


def test_who_speaks_where_the_holder_does_not_is_told_from_it(theme: Theme) -> None:
    silent = content("c", 1)
    assert marks(silent, theme) == "others: 1 +2 inferred"
    alone = silent._replace(marks=CellMarks(inferred=2))
    assert marks(alone, theme) == "only inferred: 2"
    assert marks(silent._replace(marks=CellMarks()), theme) == ""


def test_what_is_not_said_has_the_marks_of_those_who_speak(theme: Theme) -> None:
    silent = content("c", 1)
    with_marks = AnswerLayout(silent, 220, style(theme))
    assert picture(with_marks) != picture(
        AnswerLayout(silent._replace(marks=content("a").marks), 220, style(theme))
    )
    assert with_marks.on_sign(with_marks.sign().center())


def test_a_cell_of_which_there_is_no_more_cannot_be_opened(theme: Theme) -> None:
    made = content("c", 1)
    silent = made._replace(claims=(), position=made.position._replace(looked_for="", why=""))
    layout = AnswerLayout(silent, 220, style(theme))
    assert not layout.on_sign(layout.sign().center())


def test_a_filter_that_hides_the_claims_hides_the_answer(theme: Theme) -> None:
    hidden = content()._replace(claims=())
    filtered = AnswerLayout(hidden._replace(hidden=True), 220, style(theme, Stance.CONCEDES))
    assert picture(filtered) != picture(AnswerLayout(hidden, 220, style(theme)))


def test_over_claims_stands_the_mark_that_counts_them(theme: Theme) -> None:
    made = content()
    opened = CellLayout(made, 220, style(theme), answered=True)
    assert opened.headings == ("Its own: 2", "Against: 1")
    critic = next(n for n, each in enumerate(made.claims) if each.id == "critic")
    assert opened.rect(Spot(critic)).top() - opened.rect(Spot(critic - 1)).bottom() > 10
    own = next(each for each in made.claims if each.id == "first")
    criticised = own._replace(evidence=(*own.evidence, *made.claims[critic].evidence))
    claims = tuple(criticised if each is own else each for each in made.claims)
    twice = made._replace(claims=claims, marks=CellMarks.of(claims))
    assert CellLayout(twice, 220, style(theme), answered=True).headings == (
        "Its own: 2",
        "Against: 2, of these 1 above",
    )
    assert CellLayout(made, 220, style(theme)).headings == (), "of claims that are not opened"


def test_what_is_inferred_beside_what_is_direct_is_one_line(theme: Theme) -> None:
    made = content()
    guesses = tuple(
        piece for each in made.claims for piece in each.evidence if piece.link is Link.INFERRED
    )
    first = made.claims[0]
    claim = first._replace(evidence=(guesses[0], *first.evidence, *guesses[1:]))
    mixed = made._replace(claims=(claim, *made.claims[1:]), gathers=True)
    gathered = CellLayout(mixed, 220, style(theme))
    apart = CellLayout(mixed._replace(gathers=False), 220, style(theme))
    assert gathered.height < apart.height
    line = gathered.rect(Spot(0, 0))
    last = len(claim.evidence) - 1
    assert gathered.rect(Spot(0, last)) == line, "each is reached there"
    assert line.top() >= gathered.rect(Spot(0, 1)).bottom() - 1, "below what is direct"
    assert gathered.hit(line.center()) == Spot(0, 0)
