"""Words that a text lacks: the nearest likeness is found, within reason whatever they are."""

import random
import re
from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counterpoint.domain.haystack import Haystack
from counterpoint.domain.likeness import Likeness
from counterpoint.domain.span import Span
from counterpoint.domain.word_diff import word_changes
from counterpoint.storage.place import shipped_library
from counterpoint.storage.quotations.nearest_match import NearestMatches

TEXT = (shipped_library() / "corpus" / "clingendael-2020.txt").read_text("utf-8")
OTHER = (shipped_library() / "corpus" / "independent-2017.txt").read_text("utf-8")
WORDS = [match.span() for match in re.finditer(r"\S+", TEXT)]


@cache
def likenesses() -> NearestMatches:
    return NearestMatches(Haystack(TEXT))


def likest(found: Sequence[Likeness]) -> Span | None:
    return found[0].span if found else None


def shared(one: Span | None, other: Span) -> float:
    """What the two share, of what either holds."""
    if one is None or not one.overlaps(other):
        return 0.0
    within = min(one.end, other.end) - max(one.start, other.start)
    return within / (max(one.end, other.end) - min(one.start, other.start))


def alter(words: list[str], how: str, dice: random.Random) -> str:
    """One word in ten altered, or as many in one place."""
    many = max(1, len(words) // 10)
    at = dice.sample(range(1, len(words) - many), many)
    if how == "another word":
        return " ".join("Zebra" if n in at else word for n, word in enumerate(words))
    if how == "a word more":
        return " ".join(f"{word} zebra" if n in at else word for n, word in enumerate(words))
    if how == "a word less":
        return " ".join(word for n, word in enumerate(words) if n not in at)
    first = {"the beginning": 0, "the end": len(words) - many, "the middle": len(words) // 2}[how]
    return " ".join([*words[:first], *["zebra"] * many, *words[first + many :]])


HOW = ("another word", "a word more", "a word less", "the beginning", "the middle", "the end")


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("many", [12, 20, 60, 400])
def test_one_word_in_ten_altered_is_still_found(how: str, many: int) -> None:
    dice = random.Random(f"{how} {many}")
    for _ in range(10):
        first = dice.randrange(len(WORDS) - many)
        there = Span(WORDS[first][0], WORDS[first + many - 1][1])
        words = alter(TEXT[there.start : there.end].split(), how, dice)

        assert shared(likest(likenesses().nearest(words)), there) > 0.75, words


@pytest.mark.parametrize("many", [12, 20, 60, 400])
def test_nothing_in_another_text_is_like_it(many: int) -> None:
    others = OTHER.split()
    for first in range(0, len(others) - many, 37):
        assert likenesses().nearest(" ".join(others[first : first + many])) == ()


def test_a_likeness_across_a_page_break_is_found_and_begins_and_ends_with_whole_words() -> None:
    text = (
        "Before. The minister said that the talks\n\nPage 3 of 90, by the ministry\n\nshould " * 3
    )
    text += "go on whatever happens, as they have gone on for years, and he meant it. After."
    page = [Span(m.start(), m.end()) for m in re.finditer("Page 3 of 90, by the ministry", text)]
    said = "said that the talks should go on, happen what may, as they have gone on for years"

    found = likest(NearestMatches(Haystack(text, page)).nearest(said))

    assert found is not None
    assert text[found.start : found.end].startswith("said that the talks\n\nPage 3")
    assert text[found.start : found.end].endswith("gone on for years")


@pytest.mark.parametrize(
    "text",
    ["and he said that he said so " * 20_000, "ab" * 250_000, "x " * 250_000, "外交政策" * 90_000],
    ids=["words", "letters", "one letter", "no spaces"],
)
@pytest.mark.parametrize("length", [5, 60, 64, 65, 200, 16_000, 200_000])
def test_neither_long_words_nor_a_text_that_repeats_itself_takes_long(
    text: str, length: int
) -> None:
    """Rapidfuzz alone would need minutes for these."""
    likenesses = NearestMatches(Haystack(text))
    own = text[: length // 2].rstrip() + " zebra " + text[length // 2 : length].lstrip()

    for words in (own, ("he said that she had said so. " * 8_000)[:length], "qwertz " * length):
        found = likest(likenesses.nearest(words))
        assert found is None or 0 <= found.start < found.end <= len(text)
    if length > 30:
        assert likenesses.nearest(own)


def test_a_word_without_end_is_not_taken_whole() -> None:
    text = "a" * 10_000 + "The words that stand in it" + "a" * 10_000

    found = likest(NearestMatches(Haystack(text)).nearest("The words that stood in it"))

    assert found is not None
    assert found.length < 200


@pytest.mark.parametrize("many", [12, 60])
def test_what_shares_every_other_word_is_no_likeness(many: int) -> None:
    """Such a likeness would be shown as what became of the quotation, and mean another thing."""
    dice = random.Random(many)
    for _ in range(30):
        first = dice.randrange(len(WORDS) - many)
        words = TEXT[WORDS[first][0] : WORDS[first + many - 1][1]].split()
        others = [word if n % 2 else "qwertzu" for n, word in enumerate(words)]
        if max(map(len, words)) < 20:  # no addresses, which outweigh all other words
            assert likenesses().nearest(" ".join(others)) == ()


@pytest.mark.parametrize(
    "there", ["“a return to détente”", "''a return to détente''", "‘a return to détente’"]
)
def test_a_likeness_has_the_quotation_mark_that_the_words_end_with(there: str) -> None:
    text = (
        f"The minister spoke. He called this policy of openness {there} in his speech. They left."
    )
    words = "He called the new policy of openness ‘a return to détente’"
    found = NearestMatches(Haystack(text)).nearest(words)[0]
    assert text[slice(*found.span)].endswith(there)
    without = "He called the new policy of openness ‘a return to détente"
    span = NearestMatches(Haystack(text)).nearest(without)[0].span
    assert text[slice(*span)].endswith("détente")


@pytest.mark.parametrize(
    ("words", "text", "there"),
    [
        (
            "The law shall apply to all States",
            "The law shall not apply to all States without exception.",
            "The law shall not apply to all States",
        ),
        (
            "We will sign the treaty this year",
            "We will not under any circumstances sign the treaty this year or the next.",
            "We will not under any circumstances sign the treaty this year",
        ),
        (
            "“They agreed to it in the end, all of them.”",
            "“They had never agreed to it in the end, none of all of them.” So it was.",
            "“They had never agreed to it in the end, none of all of them.”",
        ),
        (
            "Members of the Council shall keep the peace",
            "No. Members of the Council shall not keep the peace. Members come.",
            "Members of the Council shall not keep the peace",
        ),
        (
            "A great deal has been done over the past few years to help the members.",
            "No. A great deal has been done before. That was another matter. Over the past few"
            " years to help the members. Others wait.",
            "A great deal has been done before. That was another matter. Over the past few years to"
            " help the members.",
        ),
        (
            "A great deal has been done over the past few years to strengthen ties with Asia.",
            "No. A great deal has been done over the past few years to strengthen ties before. Not"
            " all was well in that year. They had ties with Asia. Others wait.",
            "A great deal has been done over the past few years to strengthen ties before. Not all"
            " was well in that year. They had ties with Asia.",
        ),
        (
            "We have all been up against the same enemy.",
            "No. We have all been before. There was another matter on the table that day. Then up"
            " against the same enemy. Others wait.",
            "We have all been before. There was another matter on the table that day. Then up"
            " against the same enemy.",
        ),
    ],
)
def test_a_proposal_goes_from_the_first_to_the_last_of_its_words(
    words: str, text: str, there: str
) -> None:
    (found, *_) = NearestMatches(Haystack(text)).nearest(words)

    assert text[slice(*found.span)] == there
    assert all(not change.gone for change in word_changes(words, there) if change.turns)


@given(
    st.integers(6, 20),
    st.lists(st.sampled_from(["not", "never", "nobody", "except"]), min_size=1, max_size=3),
    st.sampled_from(["", "It was a long day.", "They met in the hall, and all were tired."]),
    st.data(),
)
def test_nothing_put_into_words_pushes_their_own_ends_out_of_what_is_proposed(
    many: int, put: list[str], beside: str, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(WORDS) - many))
    quoted = TEXT[WORDS[first][0] : WORDS[first + many - 1][1]].split()
    assume(not re.search(r"[.!?…]", " ".join(quoted[:-1])))
    # Nobody can say which "not" is its own, where it begins or ends with one; a dash is no word.
    ends = [re.sub(r"\W", "", each).casefold() for each in (quoted[0], quoted[-1])]
    assume(all(ends) and not {*ends} & {*put})
    at = data.draw(st.integers(1, many - 1))
    there = " ".join([*quoted[:at], *put, *quoted[at:]])
    text = f"{beside} {there} {beside}"

    for found in NearestMatches(Haystack(text)).nearest(" ".join(quoted))[:1]:
        assert text[slice(*found.span)] == there


def test_first_words_that_stand_before_it_too_do_not_stretch_what_has_all() -> None:
    there = "in not the equation, so until further"
    text = f"They met in the hall, and all were tired. {there} They met."

    (found, *_) = NearestMatches(Haystack(text)).nearest("in the equation, so until further")

    assert text[slice(*found.span)] == there


INSIDE = [
    "Nobody spoke against it at that time.",
    "The chair asked whether all had been heard, and said that there was time for that.",
    "A member left the room before the vote was taken by the others.",
    "It was late, and the lights went out twice.",
    "So the meeting was closed.",
    "They met again two days after that in a smaller room.",
]
LONG = (
    "The Council decided that the measures against both states should stay in force until the "
    "talks end"
)


@pytest.mark.parametrize(
    "quoted", [LONG, "measures against both states should stay in force until then"]
)
@pytest.mark.parametrize("number", [1, 2, 3, 4, 6])
def test_of_words_into_which_sentences_were_put_all_is_proposed(quoted: str, number: int) -> None:
    """Cut short, it would hide that the rest stands further on."""
    words = quoted.split()
    for at in (2, 5, len(words) - 2):
        there = " ".join([*words[:at], "in 1990.", *INSIDE[:number], *words[at:]])
        text = f"It was a long day. Many had come. {there}. After that they went home."

        (found, *_) = NearestMatches(Haystack(text)).nearest(quoted)
        assert text[slice(*found.span)] == there
