"""Anchoring: exact or visibly not; never guessed."""

import string
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterpoint.domain import anchoring
from counterpoint.domain.anchoring import Narrow, anchor_at, not_exact, stands_at
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.likeness import Likeness
from counterpoint.domain.plain_spelling import same_words
from counterpoint.domain.quotation import Quotation, QuotationState, Standing
from counterpoint.domain.span import Span, without
from counterpoint.domain.whole_words import whole_words

WORD = st.text(alphabet="abcé“’é(-−12½.🙂👍🏽🇩🇪\u0301\u200d", min_size=1, max_size=4)
SPACE = st.sampled_from([" ", "\n", "  ", " \n", "\u00a0"])
TEXT = st.lists(st.tuples(WORD, SPACE), min_size=1, max_size=30).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)

SHORT = st.lists(st.tuples(WORD, SPACE), min_size=1, max_size=6).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)


def nothing_like_it(words: str) -> Sequence[Likeness]:
    return ()


def find(words: str, text: str, interruptions: Sequence[Span] = ()) -> tuple[Span, ...]:
    return anchoring.find(words, Haystack(text, interruptions))


def locate(
    quotation: Quotation,
    text: str,
    interruptions: Sequence[Span] = (),
    narrow: Narrow | None = None,
) -> Standing:
    return anchoring.locate(quotation, Haystack(text, interruptions), narrow, nothing_like_it)


@given(TEXT, st.data())
def test_words_taken_from_a_text_are_found_where_they_were(text: str, data: st.DataObject) -> None:
    words = [(m, len(w)) for w in text.split() for m in range(len(text)) if text.startswith(w, m)]
    start, _ = data.draw(st.sampled_from(words))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end].strip()
    span = Span(start, start + len(quote))
    if not quote or not whole_words(text, span):
        return

    assert span in find(quote, text)
    assert span in find(" ".join(quote.split()), text), "white space may differ"
    assert stands_at(" ".join(quote.split()), text, span)


@given(TEXT, TEXT)
def test_whatever_is_found_is_word_for_word_there(quote: str, text: str) -> None:
    for span in find(quote, text):
        assert text[span.start : span.end].split() == quote.split()
        assert stands_at(quote, text, span)


def test_a_quotation_that_gives_the_interruption_too_stands_where_it_is_found() -> None:
    text = "an end, broken by\n\nPage 3 of 9\n\na page break, as ever"
    furniture = Span(text.index("Page"), text.index("9") + 1)

    for words in ("broken by Page 3 of 9 a page break", "broken by a page break"):
        (span,) = find(words, text, [furniture])
        assert stands_at(words, text, span, [furniture])
        assert not_exact(text, [(words, span)], [furniture]) == []
        quotation = Quotation(words, anchor_at(text, span, "0" * 64))
        standing = locate(quotation, text, [furniture])
        assert standing.state is QuotationState.EXACT


def test_what_touches_an_interruption_is_parted_by_what_stands_beyond_it() -> None:
    text = "a page break, with a mark12 here, an un12real one"
    mark, inner = (Span(at, at + 2) for at in range(len(text)) if text[at : at + 2] == "12")
    marks = [mark, inner]

    for words in ("a page break, with a mark", "with a mark here", "here", "a mark12 here", "real"):
        found = find(words, text, marks)
        assert len(found) == (words != "real"), words
        assert not_exact(text, [(words, span) for span in found], marks) == []
    assert find("un", text, marks) == ()
    assert find("unreal", text, marks) == (Span(inner.start - 2, inner.end + 4),)
    assert find("a mark", text) == (), "what does not interrupt is part of the word"
    assert find("12 here", text, marks) == (), "nor is what interrupts cut from the word it marks"


@given(SHORT, st.sampled_from(["7", "89", "7" * 40]), st.data())
def test_a_mark_within_a_text_changes_nothing_that_can_be_quoted(
    text: str, mark: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(text)))
    broken, hole = text[:at] + mark + text[at:], Span(at, at + len(mark))
    start, end = sorted(
        (data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text))))
    )
    words = text[start:end]

    expected = [
        Span(
            span.start + hole.length * (span.start >= at),
            span.end + hole.length * (span.end > at),
        )
        for span in find(words, text)
    ]

    assert list(find(words, broken, [hole])) == expected


@given(SHORT, st.data())
def test_words_stand_where_they_are_found_and_nowhere_else(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    ends = sorted(data.draw(st.sets(place, max_size=6)))
    holes = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]
    start, end = sorted((data.draw(place), data.draw(place)))
    pieces = data.draw(st.sampled_from([(Span(start, end),), without(Span(start, end), (*holes,))]))
    words = "".join(text[piece.start : piece.end] for piece in pieces)
    words = data.draw(st.sampled_from([words, " ".join(words.split()), f" {words}\n"]))
    spans = [Span(a, b) for a in range(-2, len(text) + 2) for b in range(a, len(text) + 2)]

    found = list(find(words, text, holes))

    assert [span for span in spans if stands_at(words, text, span, holes)] == found
    wrong = not_exact(text, [(words, span) for span in spans], holes)
    assert [span for number, span in enumerate(spans) if number not in set(wrong)] == found


@given(TEXT, st.integers(0, 50), st.integers(1, 50), st.data())
def test_an_interruption_inside_a_quotation_is_passed_over(
    text: str, at: int, length: int, data: st.DataObject
) -> None:
    text = text.strip()
    gaps = [i for i, letter in enumerate(text) if letter.isspace()]
    if not gaps:
        return
    gap = gaps[at % len(gaps)]
    broken = text[:gap] + "\n§§ " + "9" * length + " §§\n" + text[gap:]
    hole = Span(gap + 1, gap + length + 7)

    (*_, whole) = find(text, broken, [hole])

    assert whole.contains(hole)
    kept = "".join(broken[piece.start : piece.end] for piece in without(whole, (hole,)))
    assert kept.split() == text.split()


@given(TEXT, TEXT)
@example(".1 1\u00a0", "1 ")
def test_a_quotation_moved_by_what_is_put_before_it_is_found_or_not_chosen(
    before: str, text: str
) -> None:
    words = text.strip()
    quotation = Quotation(words, anchor_at(text, Span(0, len(words)), "0" * 64))

    standing = locate(quotation, before + text)

    if standing.state is QuotationState.SPELT_OTHERWISE:
        assert standing.span is not None
        assert same_words(words, (before + text)[slice(*standing.span)])
    elif standing.span is not None:
        assert stands_at(words, before + text, standing.span)
    else:  # it was never only where it had been put: a place elsewhere has other surroundings
        there = Span(len(before), len(before) + len(words))
        assert find(words, before + text) != (there,)


@given(TEXT, st.data())
def test_a_quotation_changed_in_an_unaltered_text_is_where_its_words_are_or_not_chosen(
    text: str, data: st.DataObject
) -> None:
    places = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(sorted)
    start, end = data.draw(places)
    anchor = anchor_at(text, Span(*data.draw(places)), "0" * 64)
    words = text[start:end]

    standing = anchoring.locate(
        Quotation(words, anchor), Haystack(text), None, nothing_like_it, altered=False
    )

    found = find(words, text)
    if standing.exact:
        assert standing.span in found
    elif standing.span is not None:
        assert standing.state is QuotationState.SPELT_OTHERWISE
        assert same_words(words, text[slice(*standing.span)])
    else:
        assert len(found) != 1


def test_a_word_is_not_found_inside_a_longer_one() -> None:
    assert find("realistic", "quite unrealistic") == ()
    assert find("real", "surreal realism real") == (Span(16, 20),)
    assert find("should engage", "should engaged") == ()
    assert find("letter", "the letter⁶ says") == (Span(4, 10),), "a footnote mark is no letter"
    assert find("政策", "外交政策文件") == (Span(2, 4),), "no spaces part words there"


def test_nothing_but_white_space_may_differ() -> None:
    text = "They said “no”\nto it – twice."

    assert find("said “no” to it", text)
    assert find('said "no" to it', text) == ()
    assert find("said “No” to it", text) == ()
    assert find("it - twice", text) == ()


def test_of_two_places_the_one_with_the_kept_context_is_taken() -> None:
    text = "First: we agree. Then: we agree. End."
    second = find("we agree", text)[1]
    quotation = Quotation("we agree", anchor_at(text, second, "0" * 64))

    standing = locate(quotation, "New. " + text)

    assert standing.state is QuotationState.MOVED
    assert standing.span == Span(second.start + 5, second.end + 5)


def test_where_nothing_of_the_surroundings_is_left_nobody_can_say_which() -> None:
    text = "The minister: we refuse. The end of it."
    quotation = Quotation("we refuse", anchor_at(text, find("we refuse", text)[0], "0" * 64))

    another = "His critics, however, we refuse, and so on."

    assert locate(quotation, another).state is QuotationState.LOST


def test_what_the_writer_meant_binds_even_where_the_anchor_holds() -> None:
    text = "We refuse. We refuse."
    first, second = find("We refuse", text)
    quotation = Quotation("We refuse", anchor_at(text, first, "0" * 64))

    def meant(found: Sequence[Span]) -> Sequence[Span]:
        return found[1:2]

    haystack = Haystack(text)
    standing = anchoring.locate(quotation, haystack, meant, nothing_like_it, altered=False)
    assert (standing.state, standing.span) == (QuotationState.EXACT, second)

    altered = locate(quotation, text, narrow=meant)
    assert altered.state is QuotationState.LOST, "its surroundings were those of the first"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It can’t do so", "It can"),
        ("2.5 per cent", "5 per cent"),
        ("1,5 Mio. Euro", "5 Mio. Euro"),
        ("some 1,000 men", "000 men"),
        ("A cafe\u0301 here", "A cafe"),
        ("scientiﬁc work", "scienti"),
        ("Zusammen\u00adarbeit ist", "arbeit ist"),
        ("Việt Nam", "Vi"),
        ("საქართველო არ", "ქართველო არ"),
        ("non-realistic aims", "realistic aims"),
        ("한국어를 말하다", "어를 말하다"),
        ("It fell by 2½ per cent", "It fell by 2"),
        ("It fell by 2½ per cent", "½ per cent"),
        ("It fell by 1⁄2 per cent", "2 per cent"),
        ("more CO₂ than ever", "more CO"),
        ("It fell to -5 degrees", "5 degrees"),
        ("It fell to −5 degrees", "5 degrees"),
        ("It fell (−½ per cent)", "½ per cent"),
        ("family 👍🏽 here", "family 👍"),
        ("family 👨\u200d👩\u200d👧 here", "family 👨"),
        ("family 👨\u200d👩\u200d👧 here", "family 👨\u200d"),
        ("family 👩🏽\u200d🚀 here", "family 👩🏽"),
        ("family ❤\ufe0f\u200d🔥 here", "🔥 here"),
        ("to 🇩🇪 and", "to 🇩"),
        ("to 🇫🇷🇩🇪 and", "🇷🇩🇪 and"),
        ("to 🏴\U000e0067\U000e0062\U000e007f and", "to 🏴"),
        ("an (\u0301 accent", "\u0301 accent"),
    ],
)
def test_a_quotation_never_goes_through_a_word_or_a_number(text: str, quote: str) -> None:
    span = Span(text.index(quote), text.index(quote) + len(quote))

    assert find(quote, text) == ()
    assert not stands_at(quote, text, span)
    assert not_exact(text, [(quote, span)]) == [0]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("He said ‘we agree’, and left.", "we agree"),
        ("“come what may”", "come what may"),
        ("It grew by 2.5. Then it fell.", "It grew by 2.5"),
        ("well – said", "well"),
        ("in 2008, when", "in 2008"),
        ("外交政策文件", "政策"),
        ("a note[1], then", "a note"),
        ("a note¹ then", "a note"),
        ("in 1990−5 or so", "5 or so"),
        ("the cold --5 degrees", "5 degrees"),
        ("the cold - 5 degrees", "5 degrees"),
        ("It fell to −5 degrees", "−5 degrees"),
        ("to 🇫🇷🇩🇪 and", "to 🇫🇷"),
        ("thanks👍🏽, all", "thanks"),
        ("👍👍 all", "👍 all"),
    ],
)
def test_what_stands_beside_a_word_is_no_part_of_it(text: str, quote: str) -> None:
    assert len(find(quote, text)) == 1


def test_a_footnote_mark_before_a_comma_is_passed_over() -> None:
    text = "Die Steuer[1], wie gesagt, steigt."
    mark = Span(text.index("["), text.index("]") + 1)

    (span,) = find("Steuer, wie gesagt", text, [mark])

    assert text[span.start : span.end] == "Steuer[1], wie gesagt"
    assert stands_at("Steuer, wie gesagt", text, span, [mark])


def test_positions_are_code_points() -> None:
    text = "🙂 " * 10 + "plain words"

    assert find("plain words", text) == (Span(20, 31),)


@given(
    st.text(alphabet=string.ascii_letters + " .", max_size=60),
    st.integers(-5, 80),
    st.integers(-5, 80),
)
def test_any_span_can_be_asked_about(text: str, start: int, end: int) -> None:
    assert stands_at("x" * 90, text, Span(start, end)) is False


@given(TEXT, st.lists(st.tuples(st.integers(0, 90), st.integers(1, 90)), max_size=8), st.booleans())
def test_verifying_many_says_what_verifying_each_says(
    text: str, places: list[tuple[int, int]], spoilt: bool
) -> None:
    spans = [
        Span(start, min(end, len(text))) for start, end in places if start < min(end, len(text))
    ]
    quotations = [(text[span.start : span.end] + "x" * spoilt, span) for span in spans]

    wrong = not_exact(text, quotations)

    each = [n for n, (words, span) in enumerate(quotations) if not stands_at(words, text, span)]
    assert wrong == each
