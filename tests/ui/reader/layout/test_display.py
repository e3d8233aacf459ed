"""What is shown for the words of a text."""

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.ui.reader.layout.display import (
    shown,
    shown_in_lines,
    shown_with_line_ends,
    without_number,
)

TEXTS = st.text(st.sampled_from("ab \n\t\r\u00a0\u2028\u2029\x85\x0c\x00\ufffc\u200b😀.¶12-"))


@given(TEXTS)
def test_each_code_point_keeps_its_place(words: str) -> None:
    def numbered(words: str) -> str:
        return without_number(words, words[:1])

    for display in (shown, shown_in_lines, shown_with_line_ends, numbered):
        assert len(display(words)) == len(words)


@given(TEXTS)
def test_no_line_end_or_separator_is_left(words: str) -> None:
    assert not set(shown(words)) & set("\n\r\x0b\x0c\x85\u2028\u2029\x00\ufffc")


@given(TEXTS)
def test_letters_are_shown_as_they_are(words: str) -> None:
    for letter, seen in zip(words, shown(words), strict=True):
        if not letter.isspace() and letter not in "\x00\ufffc\u200b":
            assert seen == letter


def test_a_hard_line_break_is_a_space() -> None:
    assert shown("made it to Moscow before\nthe end") == "made it to Moscow before the end"


def test_white_space_round_a_line_break_takes_the_room_of_one_space() -> None:
    assert shown("abroad. \n  Next") == "abroad. \u200b\u200b\u200bNext"


def test_a_no_break_space_stays_one() -> None:
    assert shown("20\u00a0October") == "20\u00a0October"


def test_furniture_keeps_the_line_ends_that_it_needs() -> None:
    address = "FM AMEMBASSY LONDON\nTO RUEHC/SECSTATE WASHDC"
    assert shown_in_lines(address) == address.replace("\n", "\u2028")


def test_furniture_that_is_running_text_is_reflowed() -> None:
    notice = (
        "Sarah Lain is an Associate Fellow at the Royal United Services Institute. The views and\n"
        "opinions expressed in opinion pieces do not necessarily reflect the position of The\n"
        "Times."
    )
    assert "\u2028" not in shown_in_lines(notice)


def test_a_paragraphs_own_number_takes_no_room() -> None:
    assert without_number("¶4. (C) The UK", "¶4") == "\u200b" * 4 + "(C) The UK"
    assert without_number("144. It is", "144") == "\u200b" * 5 + "It is"
    assert without_number("No number", "4") == "No number"


def test_a_figure_that_is_no_paragraphs_number_stays() -> None:
    for words, number in (("3.5 per cent", "3"), ("¶4.5 of them", "¶4"), ("14. It is", "4")):
        assert without_number(words, number) == words


def test_a_line_end_that_is_the_documents_own_is_kept() -> None:
    verse = "A hundred visions and revisions,\nBefore the taking of a toast and tea."
    assert shown_with_line_ends(verse) == verse.replace("\n", "\u2028")
