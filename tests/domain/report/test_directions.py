"""Signs that turn text round end where the words do that have them."""

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.report.blocks import (
    Column,
    Landscape,
    Listing,
    Paragraph,
    Picture,
    Quotation,
    Remark,
    Table,
    Text,
    Verbatim,
)
from counterpoint.domain.report.directions import closed_blocks, closed_words

SIGNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def open_at_the_end(words: str) -> tuple[str, int, bool]:
    """What still turns behind `words`, how often they end what they did not begin, and whether a
    sign of them stands outside of what is set apart. By the rules of UAX #9."""
    begun: list[str] = []
    strays, outside = 0, False
    for sign in words:
        isolated = any(each in "\u2066\u2067\u2068" for each in begun)
        outside |= sign in "\u202a\u202b\u202d\u202e" and not isolated
        if sign in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068":
            begun.append(sign)
        elif sign == "\u202c" and begun and begun[-1] in "\u202a\u202b\u202d\u202e":
            begun.pop()
        elif sign == "\u2069":
            if isolated:
                while begun.pop() not in "\u2066\u2067\u2068":
                    pass
            else:
                strays += 1
    return "".join(begun), strays, outside


@given(st.text(alphabet=SIGNS + "ab ", max_size=12))
def test_nothing_turns_behind_the_words_and_they_stay_letter_for_letter(words: str) -> None:
    closed = closed_words(words)
    assert words in closed
    assert open_at_the_end(closed) == ("", 0, False)


def test_what_has_no_such_sign_stays_as_it_is() -> None:
    for words in ("", "London", "\u05dc\u05d5\u05e0\u05d3\u05d5\u05df 2008"):
        assert closed_words(words) is words


def test_words_are_closed_wherever_they_stand() -> None:
    said = "They \u202ego."
    inside = (Paragraph((Text(said),)), Quotation(said, (Text(said),)))
    table = Table((Column((Text(said),), 1),), ((inside,),))

    assert str(closed_blocks((*inside, Landscape((table,))))).count("\\u202c\\u2069") == 7


def test_what_is_written_over_and_under_and_what_a_picture_shows_is_closed_too() -> None:
    said = "They \u202ego."
    table, picture, lines = closed_blocks(
        (
            Table((), (), caption=said),
            Landscape((Picture("a.png", b"", said, 10),)),
            Verbatim(f"{said}\n\u2067go\nplain"),
        )
    )
    assert isinstance(table, Table)
    assert isinstance(picture, Landscape)
    assert isinstance(lines, Verbatim)
    assert table.caption == closed_words(said) != said
    assert picture.inside == (Picture("a.png", b"", closed_words(said), 10),)
    closed = (closed_words(said), closed_words("\u2067go"), "plain")
    assert tuple(lines.words.split("\n")) == closed


def test_blocks_without_such_signs_are_the_very_same() -> None:
    plain = (Paragraph((Text("They go."),)), Quotation("They go.", (Text("Lee"),)))
    table = Table((Column((Text("Who"),), 1),), ((plain,),), "Who goes")
    blocks = (*plain, table, Landscape((Remark("On A", plain),)), Listing((plain,)))
    assert all(made is block for made, block in zip(closed_blocks(blocks), blocks, strict=True))
