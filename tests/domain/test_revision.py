"""What becomes of a quotation in a new version: never another's words."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterpoint.domain.bearing import Bearings
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.layout import lay_out
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.revision import RevisedPlace, Version, Versions
from counterpoint.domain.source import Numbering
from counterpoint.domain.span import Span
from counterpoint.domain.text_map import Heading
from counterpoint.storage.quotations.nearest_match import NearestMatches

TWICE = "Alpha says: talks are vital. Beta says: talks are vital."


def version(text: str) -> Version:
    haystack = Haystack(text)
    return Version(haystack, Bearings(haystack, lay_out(text, (), Numbering.COUNT)))


def revised_place(words: str, old: str, span: Span, new: str) -> RevisedPlace:
    nearest = NearestMatches(Haystack(new)).nearest
    return Versions(version(old), version(new), nearest).place(words, span)


def place(words: str, old: str, new: str, nth: int = 0) -> RevisedPlace:
    at = -1
    for _ in range(nth + 1):
        at = old.index(words, at + 1)
    return revised_place(words, old, Span(at, at + len(words)), new)


def test_an_unchanged_text_keeps_all() -> None:
    assert place("talks are vital", TWICE, TWICE).state is QuotationState.EXACT
    assert place("talks are vital", TWICE, TWICE, 1).state is QuotationState.EXACT


def test_a_text_before_it_moves_it() -> None:
    found = place("talks are vital", TWICE, "Intro. " + TWICE)

    assert found == RevisedPlace(QuotationState.MOVED, Span(19, 34))


def test_anothers_words_are_never_taken_for_it() -> None:
    found = place("talks are vital", TWICE, "Beta says: talks are vital.")

    assert found.state not in (QuotationState.EXACT, QuotationState.MOVED)
    assert found.span is None


def test_sentences_exchanged_are_followed() -> None:
    new = "Beta says: talks are vital. Alpha says: talks are vital."

    assert place("talks are vital", TWICE, new, 1) == RevisedPlace(
        QuotationState.MOVED, Span(11, 26)
    )
    whole = place("Beta says: talks are vital", TWICE, new)
    assert whole.state is QuotationState.AMBIGUOUS, "nothing is left of what stood around it"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He spoke of “peace”, and left.", 'He spoke of "peace", and left.'),
        ("It was the Café Royal where they met.", "It was the Cafe\u0301 Royal where they met."),
        (
            "A long-term and deliberate plan of theirs",
            "A long-term and deliber\u00adate plan of theirs",
        ),
        ("The diﬀerent offices of the two", "The different offices of the two"),
        ("It ran 1990–1995 without a break", "It ran 1990-1995 without a break"),
        ("The government’s deliberations went on", "The government's deliber-\nations went on"),
    ],
)
def test_another_spelling_is_told_as_such(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        _, second, *_, last = before.split()
        span = Span(before.index(second), before.rindex(last) - 1)
        words = before[slice(*span)]
        found = revised_place(words, before, span, after)
        assert found.state is QuotationState.SPELT_OTHERWISE


def test_a_changed_word_is_a_proposal_and_a_deleted_passage_is_lost() -> None:
    old = "The Council decided that sanctions should be kept in place by all its members."
    words = "sanctions should be kept in place by all"

    assert place(words, old, old.replace("kept", "left")).state is QuotationState.CHANGED
    assert place(words, old, "Quite another text stands here.").state is QuotationState.LOST


GREEK = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"]
WORDS = st.lists(st.sampled_from(GREEK), max_size=30)


@example(["alpha"] * 12, ["alpha"] * 3, 0)
@given(WORDS, WORDS, st.integers(0, 40))
def test_an_edit_elsewhere_never_loses_a_passage_of_its_own_words(
    before: list[str], edit: list[str], at: int
) -> None:
    words = "The one sentence that stands nowhere else in all of this text, long as it is"
    begin = " ".join(["start", *before, "here"])
    old = f"{begin}. {words}. {begin}"
    position = min(at, len("start"))
    new = old[:position] + " " + " ".join(edit) + " " + old[position:]

    found = place(words, old, new)
    assert found.state in (QuotationState.MOVED, QuotationState.EXACT)
    assert found.span is not None
    assert new[slice(*found.span)] == words


@given(WORDS, WORDS)
def test_what_is_certain_is_word_for_word(old: list[str], new: list[str]) -> None:
    text = " ".join(["alpha beta", *old])

    found = revised_place("alpha beta", text, Span(0, 10), " ".join(new))
    if found.state in (QuotationState.EXACT, QuotationState.MOVED):
        assert found.span is not None
        assert " ".join(new)[slice(*found.span)] == "alpha beta"


LAW = "The law shall apply to all States without exception. It shall be kept in good faith."
WE = "We will sign the treaty this year. The rest is for the others."
CHANGED, MOVED, EXACT = QuotationState.CHANGED, QuotationState.MOVED, QuotationState.EXACT
CERTAIN = (MOVED, EXACT)
PLAIN = "It was a long day, and all of them were tired of it."


@pytest.mark.parametrize(
    "around", ["{}", "{} " + PLAIN, PLAIN + " {}", f"{PLAIN}\n\n{{}}\n\n{PLAIN}"]
)
@pytest.mark.parametrize(
    ("words", "old", "new", "what", "come"),
    [
        (
            "apply to all States without exception",
            LAW,
            LAW.replace("shall", "shall not", 1),
            "before",
            "not",
        ),
        ("It shall be kept", LAW, LAW.replace("in good", "in no good"), "after", "no"),
        ("sign the treaty this year", WE, WE.replace("will", "will not"), "before", "not"),
        ("sign the treaty this year", WE, WE.replace("We", "They"), "before", "They"),
        (
            "We will sign the treaty this year",
            WE,
            "Only a fool would claim that " + WE,
            "before",
            "Only a fool would claim that",
        ),
        (
            "The law shall apply to all States",
            LAW,
            LAW.replace(" without", ", except the five powers, without"),
            "after",
            "",
        ),
        (
            "The law shall apply to all States",
            LAW,
            LAW.replace(
                "apply to all States",
                "apply to all States that have signed the convention, but for five of them,",
            ),
            "after",
            "five",
        ),
        (
            "We will sign",
            "We will sign the treaty that our own fathers have drawn up this year, in honour.",
            "We will sign the treaty that our own fathers have drawn up this year, not in honour.",
            "after",
            "not",
        ),
    ],
)
def test_words_whose_sentence_is_another_are_asked_about(
    around: str, words: str, old: str, new: str, what: str, come: str
) -> None:
    found = place(words, around.format(old), around.format(new))

    assert found.state is CHANGED and found.turned is not None
    assert around.format(new)[slice(*found.span or (0, 0))] == words
    assert found.turned.what == what
    assert come in found.turned.come


SPEECH = "{}{} {} The law shall apply to all States. We call for it. " + PLAIN


@pytest.mark.parametrize("more", ["", PLAIN, f"{PLAIN} {PLAIN} {PLAIN}"])
@pytest.mark.parametrize("before", ["", f"{PLAIN}\n\n", "Mr. HILL: So be it.\n\n"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mr. ADAMS:", "Mr. CLARK:"),
        ("Mr. ADAMS (Chile):", "Mr. ADAMS (Peru):"),
        ("The PRESIDENT:", "Mr. CLARK [spoke in French]:"),
        ("Adams:", "Clark:"),
        ("The minister:", "The critics:"),
        ("Mr. ADAMS.", "Mr. CLARK."),
        ("Mr. ADAMS:\n\n", "Mr. CLARK:\n\n"),
        ("Mr. ADAMS: So it is.\n\n", "Mr. CLARK: So it is.\n\n"),
    ],
)
def test_words_that_another_speaks_are_asked_about(
    before: str, one: str, other: str, more: str
) -> None:
    words = "The law shall apply to all States. We call for it."
    found = place(words, SPEECH.format(before, one, more), SPEECH.format(before, other, more))

    assert found.state is CHANGED or found.span is None
    assert found.turned is None or found.turned.what in ("speaker", "before", "heading")


@pytest.mark.parametrize("between", [" ", "\n\n", " It is so. ", f"\n\n{PLAIN}\n\n"])
@pytest.mark.parametrize("intro", ["So I say that the", "My view is this: the", "I: the"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mr. Stone:", "Mr. Lewis:"),
        ("MR. STONE:", "MR. LEWIS:"),
        ("MRS. STONE.", "MRS. LEWIS."),
        ("GEN. STONE:", "GEN. LEWIS:"),
        ("Mr. Stone —", "Mr. Lewis —"),
        ("Senator McLEWIS.", "Senator STONE."),
        ("M. Jean Dupont.", "M. Luc Durand."),
        ("Mr SMITH (Wentworth—Minister) (15:02):", "Mr JONES (Perth) (15:02):"),
        ("[00:12:03] Stone:", "[00:12:03] Lewis:"),
        ("[Mr. Stone]:", "[Mr. Lewis]:"),
        ("**Mr. Stone:**", "**Mr. Lewis:**"),
        (
            "Mr. Stone (Norway) (spoke in Russian; English text provided by the delegation):",
            "Mr. Lewis (Norway) (spoke in Russian; English text provided by the delegation):",
        ),
        ("Ann Stone, Vice-President of the Union. –", "Al Lewis, on behalf of the Group. –"),
        ("王毅：", "拉夫罗夫："),
        ("○佐藤君\u3000", "○田中君\u3000"),
        ("moderator:", "guest:"),
        ("Q.", "A."),
    ],
)
def test_however_a_speaker_is_set_another_is_asked_about(
    one: str, other: str, between: str, intro: str
) -> None:
    words = "stocks had been counted twice"
    text = f"{PLAIN}\n\n{{}} I was there that day.{between}{intro} {words} in that year. {PLAIN}"

    found = place(words, text.format(one), text.format(other))

    assert found.state is CHANGED and found.turned is not None
    assert found.turned.what == "speaker" or (found.turned.what == "before" and one == "Q.")


def test_an_edit_of_what_only_looks_like_a_speaker_asks_nothing() -> None:
    words = "stocks had been counted twice"
    text = f"{{}} I was there. So the {words} in that year."

    found = place(words, text.format("Never. It rained."), text.format("Now. It rained."))

    assert found.state in CERTAIN


LONG = (
    "The delegates of all the members agreed that the stocks had been counted twice in that year."
)


@pytest.mark.parametrize(
    "lines",
    [
        "Annex. Claims that were found to be untrue:",
        "Annex. Claims that were found to be untrue",
        "UNTRUE CLAIMS",
        f"Annex. Claims that were found to be untrue\n\n{PLAIN}",
        f"Annex. Claims that were found to be untrue:\n\n- {PLAIN}",
    ],
)
def test_what_was_moved_under_another_heading_is_asked_about(lines: str) -> None:
    old = f"A report\n\n{PLAIN}\n\nFindings\n\n{PLAIN}\n\n{LONG}\n\n{PLAIN} The end."
    new = f"A report\n\n{PLAIN}\n\nFindings\n\n{PLAIN}\n\n{PLAIN} The end.\n\n{lines}\n\n{LONG}"
    if lines.endswith(f"- {PLAIN}"):
        new = new.replace(f"\n\n{LONG}", f"\n\n- {LONG}")

    found = place(LONG, old, new)

    assert found.state is CHANGED and found.turned is not None
    assert found.turned.what == "heading"


FILLER = st.lists(st.lists(st.sampled_from(GREEK), min_size=2, max_size=9), max_size=4)


def test_a_text_that_is_only_parted_otherwise_has_no_other_number_or_not() -> None:
    old = "Of all that was said then, not one word of two\n\nwas kept by them, and talks are vital."
    found = place("was kept by them", old, old.replace("\n\n", " "))
    assert found.turned is not None
    assert not found.turned.turns
    turned = place("was kept by them", old, old.replace("two\n\n", "two\n\nnever "))
    assert turned.turned is not None
    assert turned.turned.turns


def prose(sentences: list[list[str]]) -> str:
    return " ".join(" ".join(each).capitalize() + "." for each in sentences)


@given(
    FILLER,
    FILLER,
    st.lists(st.sampled_from(GREEK), max_size=60),
    st.lists(st.sampled_from(GREEK), max_size=60),
    st.sampled_from([" ", "\n\n"]),
    st.sampled_from(["not", "nobody", "except"]),
    st.data(),
)
def test_whatever_is_put_into_a_sentence_is_told(
    before: list[list[str]],
    after: list[list[str]],
    head: list[str],
    tail: list[str],
    between: str,
    put: str,
    data: st.DataObject,
) -> None:
    """However far from the words that are quoted."""
    words = "the members have kept the treaty"
    sentence = ["So", *head, words, *tail]
    at = data.draw(st.integers(0, len(sentence)))
    other = [*sentence[:at], put, *sentence[at:]]
    old, new = (
        between.join([prose(before), f"{' '.join(each)}.", prose(after)])
        for each in (sentence, other)
    )
    found = place(words, old, new)

    assert found.state not in CERTAIN
    if found.turned is not None:
        assert put in found.turned.come
        assert put in " ".join(found.turned.now)


@given(FILLER, FILLER, FILLER, st.booleans(), st.sampled_from([" ", "\n\n"]))
def test_whatever_is_put_into_another_sentence_raises_no_question(
    before: list[list[str]], after: list[list[str]], put: list[list[str]], ahead: bool, between: str
) -> None:
    sentence = "So the members of it have kept the treaty of that year."
    words = "have kept the treaty"
    old = between.join(filter(None, [prose(before), sentence, prose(after)]))
    new = between.join(
        filter(
            None,
            [prose(before), prose(put) * ahead, sentence, prose(put) * (not ahead), prose(after)],
        )
    )
    assert place(words, old, new).state in CERTAIN


@example(80, 40, 3, "", "", "We call for peace now.")
@example(80, 4, 1, "Peace\n\n", "", "We call for peace now.")
@example(52, 25, 0, "", "", "We call for peace now.")
@given(
    st.integers(2, 40),
    st.integers(0, 39),
    st.integers(0, 39),
    st.sampled_from(["", "A heading\n\n", PLAIN + "\n\n"]),
    st.sampled_from(["", "\n\n" + PLAIN]),
    st.sampled_from(["We call for peace now.", "Peace.", "So we say once more, and shall say it."]),
)
def test_of_copies_of_which_one_is_deleted_none_is_certain(
    copies: int, nth: int, deleted: int, before: str, after: str, copy: str
) -> None:
    nth, deleted = nth % copies, deleted % copies
    texts = [before + "\n\n".join([copy] * number) + after for number in (copies, copies - 1)]

    assert place(copy, texts[0], texts[1], nth).state not in CERTAIN
    start = len(before) + nth * (len(copy) + 2)
    same = place(copy, texts[0], f"{texts[0]} And more.", nth)
    assert same == RevisedPlace(EXACT, Span(start, start + len(copy))) or after == ""


def test_of_copies_none_is_certain_where_one_is_put_in_instead_of_another() -> None:
    copy = "We call for peace now."
    old = "\n\n".join([copy] * 80)

    assert place(copy, old, f"Intro.\n\n{old}", 40).state is QuotationState.AMBIGUOUS
    assert place(copy, old, old.replace(copy, "No.", 1), 40).state is QuotationState.AMBIGUOUS
    ended = place(copy, old, f"{old}\n\nThe end.", 40)
    assert ended == RevisedPlace(EXACT, Span(40 * 24, 40 * 24 + 22))


def test_of_two_long_passages_that_are_alike_the_one_that_is_left_is_not_certain() -> None:
    """However far from what is quoted it stands who says them."""
    passage = " ".join(f"So be it for the {number}th time." for number in range(60))
    old = f"Alpha speaks of it.\n\n{passage}\n\nBeta speaks of it.\n\n{passage}\n\nThe end."
    for new in (
        f"Beta speaks of it.\n\n{passage}\n\nThe end.",
        f"Alpha speaks of it.\n\n{passage}\n\nThe end.",
    ):
        for nth in (0, 1):
            assert place("for the 30th time", old, new, nth).state not in CERTAIN


COUNTED = (
    "We support the sanctions.",
    "We hold that talks must go on at every level.",
    "We reject any talk of a sphere of influence.",
    "Nothing is decided about them without them.",
)


def counted(form: str, *paragraphs: str) -> str:
    """A text whose paragraphs `form` counts."""
    numbers = ("abcdefgh" if "a" in form else "12345678")[: len(paragraphs)]
    numbered = (
        form.replace("a", number).replace("1", number) + " " + words
        for number, words in zip(numbers, paragraphs, strict=True)
    )
    return "\n\n".join(("A statement of policy", *numbered))


@pytest.mark.parametrize("form", ["1.", "1)", "(1)", "[1]", "¶ 1", "(a)", "a)"])
@pytest.mark.parametrize("words", COUNTED[1:])
def test_paragraphs_that_count_anew_hold_what_they_held(form: str, words: str) -> None:
    old = counted(form, *COUNTED)
    new = counted(form, COUNTED[0], "Each pays what is asked of it.", *COUNTED[1:])

    at = new.index(words)
    assert place(words, old, new) == RevisedPlace(QuotationState.MOVED, Span(at, at + len(words)))


def test_a_number_that_counts_no_paragraphs_is_of_the_sentence() -> None:
    old = "In all\n\n12. battalions were sent to the border.\n\nNobody said why."

    found = place("battalions were sent", old, old.replace("12.", "13."))

    assert found.state is QuotationState.CHANGED


@pytest.mark.parametrize(
    ("old", "new", "proposed"),
    [
        (
            "We support the sanctions against those who broke the agreement of Minsk.",
            "We support the sanctions and all measures against those who broke the agreement of"
            " Minsk, and will widen them. Nobody objected.",
            "We support the sanctions and all measures against those who broke the agreement of"
            " Minsk, and will widen them.",
        ),
        (
            "The Alliance will continue its support for Ukraine as long as it takes.",
            "The Alliance will continue to give support to Ukraine for as long as its members"
            " agree to it.\n\nNobody objected.",
            "The Alliance will continue to give support to Ukraine for as long as its members"
            " agree to it.",
        ),
        (
            "support for Ukraine as long as it takes",
            "support of all kinds for Ukraine as long as it takes, and longer. Nobody objected.",
            "support of all kinds for Ukraine as long as it takes",
        ),
    ],
)
def test_what_is_proposed_ends_where_its_sentence_does_if_the_quotation_did(
    old: str, new: str, proposed: str
) -> None:
    new = f"An opening.\n\n{new}"
    found = place(old, f"An opening.\n\n{old} Nobody objected.", new)

    assert found.state is QuotationState.CHANGED
    assert found.span is not None and new[slice(*found.span)] == proposed


def headed(text: str) -> Version:
    """A text with its headings told, as those of a Word document are: "# " and "## "."""
    headings = []
    at = 0
    for line in text.split("\n\n"):
        if line.startswith("#"):
            headings.append(Heading(at, at + len(line), line.index(" ")))
        at += len(line) + 2
    haystack = Haystack(text)
    layout = lay_out(text, (), Numbering.COUNT)
    return Version(haystack, Bearings(haystack, layout, headings))


@pytest.mark.parametrize("heading", ["## Rejected", "## Views of our critics"])
def test_the_heading_of_the_first_part_bears_on_it_and_the_title_does_not(heading: str) -> None:
    quoted = "Each member pays a tenth of what it earns into the fund."
    old = f"# Record\n\n## Adopted\n\n{quoted}"
    span = Span(len(old) - len(quoted), len(old))

    def outcome(new: str) -> QuotationState:
        nearest = NearestMatches(Haystack(new)).nearest
        return Versions(headed(old), headed(new), nearest).place(quoted, span).state

    assert outcome(old.replace("## Adopted", heading)) is QuotationState.CHANGED
    assert outcome(old.replace("# Record", "# A record")) is QuotationState.MOVED


@pytest.mark.parametrize("end", [":", "."])
def test_what_leads_in_to_a_paragraph_bears_on_it_however_it_ends(end: str) -> None:
    quoted = "Each member pays a tenth of what it earns into the fund."
    old = f"An opening.\n\nThe following proposals were adopted by all{end}\n\n{quoted}"

    assert place(quoted, old, old.replace("adopted", "rejected")).state is QuotationState.CHANGED
