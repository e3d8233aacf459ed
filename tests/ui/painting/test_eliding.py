"""A line that is too long ends with a whole word."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QApplication

import counterpoint.ui
from counterpoint.ui.painting.eliding import ELLIPSIS, elided, shortened

WORDS = st.lists(
    st.text(st.sampled_from("abcäß€𝛼"), min_size=1, max_size=9), min_size=1, max_size=12
)


def is_whole(cut: str, words: list[str]) -> bool:
    """Whether a line that was cut is made of the first of `words`, each to the letter."""
    kept = cut.removesuffix(ELLIPSIS).split(" ")
    return kept == words[: len(kept)]


@given(words=WORDS, width=st.integers(0, 400))
def test_no_word_is_cut_but_one_that_is_wider_than_the_line(
    qapp: QApplication, words: list[str], width: int
) -> None:
    for metrics in (QFontMetrics(QFont()), QFontMetricsF(QFont())):
        text = " ".join(words)
        cut = elided(text, metrics, width)
        if metrics.horizontalAdvance(text) <= width:
            assert cut == text
        elif metrics.horizontalAdvance(words[0] + ELLIPSIS) <= width:
            assert cut.endswith(ELLIPSIS)
            assert is_whole(cut, words)
            assert metrics.horizontalAdvance(cut) <= width
        kept = len(cut.split(" "))
        more = " ".join(words[: kept + 1]) + ELLIPSIS
        if is_whole(cut, words) and kept + 1 < len(words):
            assert metrics.horizontalAdvance(more) > width


@given(words=WORDS, most=st.integers(2, 60))
def test_by_letters_too(words: list[str], most: int) -> None:
    text = " ".join(words)
    cut = shortened(text, most)
    if len(text) <= most:
        assert cut == text
        return
    assert len(cut) <= most
    assert cut.endswith(ELLIPSIS)
    assert len(words[0]) >= most or is_whole(cut, words)


def test_what_would_hang_before_the_ellipsis_goes(qapp: QApplication) -> None:
    assert shortened("Embassy London, 20 October 2008 · CONFIDENTIAL", 36) == (
        "Embassy London, 20 October 2008…"
    )
    assert shortened("Embassy London, 20 October 2008", 18) == "Embassy London…"
    assert shortened("“Firm (but fair)”", 9) == "“Firm…"


def test_a_very_long_line_is_looked_at_no_further_than_it_can_reach(qapp: QApplication) -> None:
    cut = elided("word " * 1_000_000, QFontMetrics(QFont()), 200)
    assert cut.startswith("word word")
    assert cut.endswith(f"word{ELLIPSIS}")


def test_nothing_is_cut_by_qt_but_the_names_of_files() -> None:
    folder = Path(counterpoint.ui.__file__).parent
    by_qt = [path for path in folder.rglob("*.py") if "elidedText(" in path.read_text("utf-8")]
    assert [path.relative_to(folder).as_posix() for path in by_qt] == ["problems/delegate.py"]
