"""Paragraphs: nothing is cut unless asked, and what is cut is known."""

from PySide6.QtGui import QColor, QFont, QImage, QPainter

from counterpoint.domain.utf16 import utf16_length
from counterpoint.ui.painting.text_block import Run, TextBlock, longest_word, pill
from counterpoint.ui.theme.theme import Theme

INK = QColor("black")


def _font() -> QFont:
    font = QFont("Inter")
    font.setPixelSize(14)
    return font


def test_lines_are_spaced_by_the_size_of_the_letters(theme: Theme) -> None:
    one = TextBlock([Run("Word", _font(), INK)], 200, 1.35)
    many = TextBlock([Run("Word " * 40, _font(), INK)], 200, 1.35)
    assert one.height == 19
    assert many.height == 19 * many.lines
    assert many.lines > 3
    assert many.natural <= 200


def test_a_word_too_wide_for_the_line_is_broken_not_cut(theme: Theme) -> None:
    run = Run("Rechtsschutzversicherungsgesellschaften", _font(), INK)
    assert longest_word(run) > 120
    paragraph = TextBlock([run], 120, 1.35)
    assert paragraph.lines == 3
    assert paragraph.natural <= 120


def test_a_cut_paragraph_knows_it(theme: Theme) -> None:
    run = Run("Word " * 40, _font(), INK)
    cut = TextBlock([run], 200, 1.35, most_lines=2)
    assert cut.cut
    assert cut.lines == 2
    assert not TextBlock([run], 200, 1.35).cut


def test_letters_beyond_the_first_plane_count_twice_in_qt(theme: Theme) -> None:
    assert utf16_length("a😀b") == 4
    runs = [Run("😀😀 ", _font(), INK), Run("red", _font(), QColor(255, 0, 0))]
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    TextBlock(runs, 200, 1.35).paint(painter, 0, 0)
    painter.end()
    edge = TextBlock(runs[:1], 200, 1.35).natural
    red = [x for x in range(200) for y in range(30) if _is_red(image, x, y)]
    width = longest_word(runs[1])
    assert red
    assert min(red) >= edge - 1
    assert max(red) >= edge + width * 0.8


def _is_red(image: QImage, x: int, y: int) -> bool:
    colour = image.pixelColor(x, y)
    return colour.red() > 200 and colour.green() < 60


def test_what_fills_its_lines_to_the_last_word_is_not_cut(theme: Theme) -> None:
    run = Run("firm and open " * 6, _font(), INK)
    lines = TextBlock([run], 200, 1.35).lines
    whole = TextBlock([run], 200, 1.35, most_lines=lines)
    assert (whole.lines, whole.cut) == (lines, False)
    assert TextBlock([run], 200, 1.35, most_lines=lines - 1).cut


def test_a_pill_is_outlined_where_its_word_stands(theme: Theme) -> None:
    border = QColor(0, 0, 255)
    runs = [Run("before ", _font(), INK), pill("lost", _font(), INK, border)]
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    TextBlock(runs, 200, 1.35).paint(painter, 0, 0)
    painter.end()
    blue = [x for x in range(200) for y in range(30) if _is_blue(image, x, y)]
    assert min(blue) >= TextBlock(runs[:1], 200, 1.35).natural - 6


def _is_blue(image: QImage, x: int, y: int) -> bool:
    colour = image.pixelColor(x, y)
    return colour.blue() > 200 and colour.red() < 120
