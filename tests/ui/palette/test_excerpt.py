"""What is shown of a text that is too long for its line."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics

from counterpoint.application.library.find import spans
from counterpoint.ui.palette.excerpt import excerpt
from counterpoint.ui.theme.theme import Theme

TEXT = (
    "Engagement is to include dialogue and cooperation where possible so that Moscow is not alone"
)


@pytest.fixture
def metrics(theme: Theme) -> QFontMetrics:
    return QFontMetrics(theme.fonts.ours())


def cut(text: str, word: str, metrics: QFontMetrics, share: float) -> str:
    width = round(metrics.horizontalAdvance(text) * share)
    return excerpt(text, spans(text, [word]), metrics, width)


def test_what_fits_is_whole(metrics: QFontMetrics) -> None:
    assert cut(TEXT, "moscow", metrics, 1.0) == TEXT


def test_words_at_the_start_leave_the_start(metrics: QFontMetrics) -> None:
    shown = cut(TEXT, "dialogue", metrics, 0.6)
    assert shown.startswith("Engagement is to include dialogue")
    assert shown.endswith("…")


def test_words_at_the_end_keep_the_end_and_as_much_before_it_as_fits(
    metrics: QFontMetrics,
) -> None:
    shown = cut(TEXT, "moscow", metrics, 0.6)
    assert shown.startswith("…")
    assert f" {shown[1:]}" in TEXT
    assert shown.endswith("so that Moscow is not alone")
    before = TEXT.index(shown[1:])
    longer = "…" + TEXT[TEXT.rindex(" ", 0, before - 1) + 1 :]
    assert metrics.horizontalAdvance(longer) > metrics.horizontalAdvance(TEXT) * 0.6


def test_words_in_the_middle_are_cut_on_both_sides(metrics: QFontMetrics) -> None:
    shown = cut(TEXT, "possible", metrics, 0.35)
    assert shown[0] == shown[-1] == "…"
    assert "possible" in shown
    assert f" {shown[1:-1]}" in TEXT


def test_one_long_word_is_cut_within(metrics: QFontMetrics) -> None:
    shown = cut("a" * 80 + "b" * 4, "b", metrics, 0.4)
    assert shown.startswith("…a")
    assert "b" in shown


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(categories=["L", "N", "Zs"]), max_size=60), st.integers(40, 300))
def test_it_always_fits(metrics: QFontMetrics, text: str, width: int) -> None:
    shown = excerpt(text, spans(text, [text[-4:].strip().lower()]), metrics, width)
    assert metrics.horizontalAdvance(shown) <= width
