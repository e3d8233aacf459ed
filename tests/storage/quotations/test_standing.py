"""Where a quotation stands after its text was altered: each kind of alteration, by several of it.

Never another speaker's words, never lost by an alteration elsewhere, never guessed.
"""

from typing import Literal, NamedTuple
from unicodedata import normalize

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from counterpoint.domain.anchoring import anchor_at, find, locate
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.quotation import Quotation, QuotationState
from counterpoint.domain.surroundings import same_surroundings
from counterpoint.storage.quotations.nearest_match import NearestMatches

EXACT, SPELT, MOVED = (
    QuotationState.EXACT,
    QuotationState.SPELT_OTHERWISE,
    QuotationState.MOVED,
)
CHANGED, AMBIGUOUS, LOST = (
    QuotationState.CHANGED,
    QuotationState.AMBIGUOUS,
    QuotationState.LOST,
)


class Now(NamedTuple):
    state: QuotationState
    there: str
    start: int
    certain: bool
    """Whether it may be anchored anew without asking."""


def now(words: str, then: str, text: str, nth: int = 0) -> Now:
    """Where `words`, which were quoted at their `nth` place of `then`, stand in `text`."""
    anchor = anchor_at(then, find(words, Haystack(then))[nth], "0" * 64)
    haystack = Haystack(text)
    standing = locate(
        Quotation(words, anchor), haystack, None, NearestMatches(haystack).nearest, altered=True
    )
    if standing.span is None:
        return Now(standing.state, "", -1, certain=False)
    same = same_surroundings(anchor, text, standing.span)
    return Now(standing.state, text[slice(*standing.span)], standing.span.start, certain=same)


WORDS = "talks are vital"
SPOKEN = [
    ["Alpha says: talks are vital.", "Beta says: talks are vital."],
    ["Alpha: talks are vital;", "Beta: talks are vital;", "Gamma: talks are vital;", "Delta: no."],
    ["Alpha spoke. He said: talks are vital.", "Beta spoke. He said: talks are vital."],
    [
        "The foreign minister of Ruritania said that talks are vital.",
        "The foreign minister of Graustark said that talks are vital.",
        "He left the hall and went home without another word.",
    ],
    ["«Les talks are vital», dit Alpha.", "«Les talks are vital», dit Beta."],
    ["“talks are vital” – Alpha", "“talks are vital” – Beta", "“talks are vital” – Gamma"],
    [
        "Alpha, who spoke in the chamber late on Monday evening, said: talks are vital. So be it.",
        "Beta, who spoke in the chamber late on Monday evening, said: talks are vital. So be it.",
        "Gamma, who spoke in the chamber late on Monday evening, said: talks are vital. So be it.",
    ],
    [
        "Member A. The motion before the House tonight is one I support: talks are vital. Yes.",
        "Member B. The motion before the House tonight is one I support: talks are vital. Yes.",
        "Member C. The motion before the House tonight is one I support: talks are vital. Yes.",
    ],
    ["甲说:talks are vital。", "乙说:talks are vital。", "丙说:talks are vital。"],
]


@pytest.mark.parametrize("sentences", SPOKEN, ids=lambda sentences: sentences[0])
@pytest.mark.parametrize("between", [" ", "\n\n"], ids=["in a line", "in paragraphs"])
def test_a_deleted_passage_is_never_found_in_anothers_mouth(
    sentences: list[str], between: str
) -> None:
    then = between.join(sentences)
    for nth in range(then.count(WORDS)):
        kept = [sentence for number, sentence in enumerate(sentences) if number != nth]

        assert now(WORDS, then, between.join(kept), nth).state in (LOST, CHANGED)


@pytest.mark.parametrize("sentences", SPOKEN, ids=lambda sentences: sentences[0])
@pytest.mark.parametrize("before", ["Intro. ", "A heading\n\n", "One. Two.\n\n" * 40])
def test_what_is_put_before_all_moves_every_one(sentences: list[str], before: str) -> None:
    then = " ".join(sentences)
    for nth, place in enumerate(find(WORDS, Haystack(then))):
        found = now(WORDS, then, before + then, nth)

        assert (found.state, found.start) == (MOVED, place.start + len(before))
        assert found.certain


@pytest.mark.parametrize(
    "sentences",
    [
        SPOKEN[0],
        ["In London they said that talks are vital.", "In Paris he said that talks are vital."],
    ],
    ids=lambda sentences: sentences[0],
)
def test_exchanged_sentences_are_followed_whatever_stands_at_the_place(
    sentences: list[str],
) -> None:
    then = " ".join(sentences)
    text = " ".join([sentences[-1], *sentences[:-1]])

    found = now(WORDS, then, text, 1)

    assert (found.state, found.start) == (MOVED, sentences[-1].index(WORDS))


@pytest.mark.parametrize(
    ("then", "text"),
    [
        ("should be kept by the Council until May", "should be lifted by the Council until May"),
        ("should be kept by the Council until May", "should be lost by the Council until May"),
        ("It is decided by the Council alone here", "It is not decided by the Council alone here"),
        ("It was by the Council in 2004 that it", "It was by the Council in 2014 that it"),
        ("What was asked by the Council is done.", "What was asked by the Council is not done."),
    ],
)
def test_words_beside_which_something_changed_have_moved_and_somebody_is_asked(
    then: str, text: str
) -> None:
    around = "Before it all there was a long debate. {} And after it another one was held."

    found = now("by the Council", around.format(then), around.format(text))

    assert (found.state, found.there) == (MOVED, "by the Council")
    assert not found.certain


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("the Café Royal in London", "the Cafe\u0301 Royal in London"),
        ("Việt Nam nói rằng", normalize("NFD", "Việt Nam nói rằng")),
        ("한국어를 말하다", normalize("NFD", "한국어를 말하다")),
        ("said “no” to it", 'said "no" to it'),
        ("said “no” to it", "said „no“ to it"),
        ("said “no” to it", "said « no » to it"),
        ("the government’s aim", "the government's aim"),
        ("well – or not – said", "well—or not—said"),
        ("from 1990–1995 on", "from 1990-1995 on"),
        ("fell to −5 degrees", "fell to -5 degrees"),
        ("an efficient office", "an eﬃcient oﬃce"),
        ("the cooperation of all", "the co\u00adoper\u00adation of all"),
        ("the cooperation of all", "the co-\noperation of all"),
        ("the co-operation of all", "the co-\noperation of all"),
        ("Phase 2 of 10", "\uff30\uff48\uff41\uff53\uff45 \uff12 of 10"),
        ("ｶﾞｽ and oil", "ガス and oil"),
        ("and so on…", "and so on..."),
        ("said\u200b it", "said it"),
        ("السلام عليكم", "السلام\u200f عليكم"),
    ],
)
def test_what_is_only_set_otherwise_stands(words: str, there: str) -> None:
    around = "In the beginning they met, as was said: {} , and nobody doubted it at the end."
    for one, other in ((words, there), (there, words)):
        found = now(one, around.format(one), around.format(other))

        assert (found.state, found.there) == (SPELT, other)
        assert found.certain


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("they resign from it", "they re-sign from it"),
        ("a rise of 10² units", "a rise of 102 units"),
        ("the Turkish side", "the turkish side"),
        ("the résumé of it", "the resume of it"),
        ("it cost 1,000 euros", "it cost 1.000 euros"),
        ("it fell to -5 degrees", "it fell to 5 degrees"),
        ("a CO₂ price of it", "a CO2 price of it"),
        ("the 👍🏽 of them", "the 👍🏿 of them"),
    ],
)
def test_what_may_mean_another_thing_is_a_proposal(words: str, there: str) -> None:
    around = "In the beginning they met, as was said: {} , and nobody doubted it at the end."

    found = now(words, around.format(words), around.format(there))

    assert (found.state, found.there) == (CHANGED, there)


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("Sanctions should not remain", "Sanctions should remain"),
        ("Sanctions should remain", "Sanctions should not remain"),
        ("a rise of 2 per cent", "a rise of 20 per cent"),
        ("2 per cent of all", "20 per cent of all"),
        ("rose by 2", "rose by 20"),
        ("we will never accept it", "we will accept it"),
        ("wir werden nicht weichen", "wir werden weichen"),
        ("on n'acceptera pas la paix", "on acceptera la paix"),
        ("мы не хотим войны", "мы хотим войны"),
    ],
)
def test_a_proposal_is_of_whole_words(words: str, there: str) -> None:
    around = "They met. So it is: {} and that was part of all that they had said by then."

    found = now(words, around.format(words), around.format(there))

    assert (found.state, found.there) == (CHANGED, there)


def test_a_long_sentence_is_followed_wherever_it_is_moved_to() -> None:
    words = "Talks should go on whatever happens, as they have gone on for all these years."
    then = f"Alpha spoke of it first. {words} Beta spoke after him. The end came late."
    text = f"Alpha spoke of it first. Beta spoke after him. The end came late. {words}"

    found = now(words, then, text)
    assert (found.state, found.there, found.certain) == (MOVED, words, False)
    short = "Talks should go on."
    assert now(short, then.replace(words, short), text.replace(words, short)).state is LOST
    with_another = text.replace(words, f"Nobody says: {words.lower().capitalize()}")
    assert now(words[6:], then, with_another).state is LOST


def test_of_several_likenesses_the_one_in_its_surroundings_is_proposed() -> None:
    then = "Alpha says: talks are vital. Beta says: talks are vital."

    first = now(WORDS, then, then.replace("are vital", "are not vital", 1), 0)
    both = now(WORDS, then, then.replace("are vital", "are not vital"), 1)

    assert (first.state, first.there, first.start) == (CHANGED, "talks are not vital", 12)
    assert (both.state, both.start) == (CHANGED, then.index("Beta") + 4 + 11)


def test_of_likenesses_that_nothing_tells_apart_none_is_proposed() -> None:
    text = "One treaty is in force for all its members. A treaty is in force for all its members."

    unanchored = locate(
        Quotation("his treaty is in force for all members", None),
        Haystack(text),
        None,
        NearestMatches(Haystack(text)).nearest,
    )
    assert unanchored.state is AMBIGUOUS
    assert unanchored.span is None


@pytest.mark.parametrize("words", ["", " ", "\n", "\u00ad", "\u200b"])
def test_no_words_stand_nowhere(words: str) -> None:
    haystack = Haystack("a b c")
    standing = locate(Quotation(words, None), haystack, None, NearestMatches(haystack).nearest)

    assert (standing.state, standing.span) == (LOST, None)


def test_a_letter_stands_where_it_stood() -> None:
    then = "Plan A and plan B were weighed, and A won in the end."

    assert now("A", then, "Then: " + then, 1).start == then.rindex("A") + 6
    assert now("A", then, "Nobody knows what A is.", 1).state is LOST


def test_a_quotation_longer_than_its_text_is_a_proposal_or_lost() -> None:
    then = "The Council decided that all sanctions should be kept in place."

    assert now(then, then, "The Council decided.").state is LOST
    shorter = now(then, then, "The Council decided that sanctions should be kept in place.")
    assert shorter.state is CHANGED


@pytest.mark.parametrize("ends", ["\r\n", "\n", " ", "\u2028"])
def test_ends_of_lines_make_no_difference(ends: str) -> None:
    then = "It was said\nthat talks\nare vital\nfor all of us,\nand more so\nfor them."
    text = then.replace("\n", ends)

    found = now("talks are vital", then, text)

    assert found.state in (EXACT, MOVED)
    assert found.there.split() == WORDS.split()
    assert found.certain


SIGNS = [
    "peace",
    "war",
    "talks",
    "🙂",
    "👩\u200d🚀",
    "e\u0301t",
    "日本",
    "שלום",
    "don’t",
    "2.5",
    "a",
]
TOKENS = st.lists(st.sampled_from(SIGNS), max_size=14)
QUOTED = "the one thing that none of them said twice"


@given(TOKENS, TOKENS, TOKENS, st.data())
def test_an_alteration_elsewhere_changes_no_state_but_exact_to_moved(
    before: list[str], after: list[str], put: list[str], data: st.DataObject
) -> None:
    then = " ".join([*before, QUOTED, *after])
    left, right = " ".join([*before, ""]), " ".join(["", *after])
    ahead = data.draw(st.booleans())
    side = left if ahead else right
    low, high = sorted(data.draw(st.integers(0, len(side))) for _ in "lh")
    # Nothing as long as the words themselves: that might be the words that are meant.
    assume(high - low < len(QUOTED))
    altered = side[:low] + " ".join(["", *put, ""]) + side[high:]
    text = altered + QUOTED + right if ahead else left + QUOTED + altered

    found = now(QUOTED, then, text)

    assert found.state in (EXACT, MOVED)
    assert found.there == QUOTED


NAMES = st.lists(
    st.sampled_from(["Alpha", "Beta", "Gamma", "Delta", "The minister of Ruritania", "She"]),
    min_size=2,
    max_size=5,
    unique=True,
)
SAYS = st.sampled_from(["{}: {}.", "{} says that {}.", "{} – “{}”", "{} spoke, and held: {}!"])


@given(NAMES, SAYS, st.sampled_from([" ", "\n", "\n\n"]), st.data())
def test_whoever_is_deleted_is_not_found_with_another(
    names: list[str], says: str, between: str, data: st.DataObject
) -> None:
    sentences = [says.format(name, WORDS) for name in names]
    nth = data.draw(st.integers(0, len(names) - 1))
    then, text = between.join(sentences), between.join(s for s in sentences if s != sentences[nth])

    assert now(WORDS, then, text, nth).state in (LOST, CHANGED)


FORMS: tuple[Literal["NFC"], Literal["NFD"]] = ("NFC", "NFD")


@given(TOKENS, TOKENS, TOKENS, st.sampled_from(FORMS), st.sampled_from(FORMS))
def test_the_state_is_the_same_however_the_texts_are_composed(
    before: list[str],
    after: list[str],
    put: list[str],
    one: Literal["NFC", "NFD"],
    other: Literal["NFC", "NFD"],
) -> None:
    words = "deux étés à Orléans où il pleut"
    then = " ".join([*before, words, *after])
    text = " ".join([*put, *before, words, *after])

    plain = now(normalize("NFC", words), normalize("NFC", then), normalize("NFC", text))
    found = now(normalize(one, words), normalize(one, then), normalize(other, text))

    assert plain.state in (EXACT, MOVED)
    assert found.state is (plain.state if one == other else SPELT)
    assert normalize("NFC", found.there) == normalize("NFC", words)


@given(
    st.integers(2, 5),
    st.integers(0, 4),
    st.text(st.sampled_from("ab "), max_size=120),
    st.text(st.sampled_from("ab ."), max_size=120),
    st.sampled_from([" ", "\n\n"]),
)
@example(2, 0, "", "a" * 29, " ")
def test_of_passages_that_are_alike_but_for_who_says_them_none_takes_anothers_place(
    several: int, which: int, before: str, after: str, between: str
) -> None:
    """However long what they have in common is, as far as it is kept."""
    assume(which < several)
    spoken = [f"Member{name}x {before} {WORDS} {after}." for name in "ABCDE"[:several]]
    kept = [passage for number, passage in enumerate(spoken) if number != which]
    then = between.join(spoken)
    found = now(WORDS, then, between.join(kept), which)
    if found.start == find(WORDS, Haystack(then))[which].start:
        # The next has come exactly where it stood, as if the name alone had been altered: that
        # cannot be told from a word that is another, about which somebody is asked.
        assert not found.certain
        return
    assert found.state in (LOST, AMBIGUOUS, CHANGED)
    assert found.state is not CHANGED or WORDS not in found.there


def test_a_sentence_that_has_become_a_question_is_asked_about() -> None:
    then = "Talks are vital. Others agree."
    for text in (
        "Are talks vital? Talks are vital? Others agree.",
        "Talks are vital? Others agree.",
    ):
        assert not now("Talks are vital", then, text).certain
        assert now("Talks are vital", then, text).state not in (EXACT, MOVED)
    asked = "Are talks vital? Others doubt it."
    assert now("talks vital", asked, "Are talks vital. Others doubt it.").state not in (
        EXACT,
        MOVED,
    )


@pytest.mark.parametrize(("copies", "nth"), [(80, 40), (80, 4), (80, 75), (52, 25), (40, 20)])
def test_of_copies_of_which_one_was_deleted_from_an_altered_text_none_stands(
    copies: int, nth: int
) -> None:
    copy = "We call for peace now."
    then, text = ("\n\n".join([copy] * number) for number in (copies, copies - 1))

    assert now(copy, then, text, nth).state in (AMBIGUOUS, LOST)
