"""Where sentences begin and end around a passage."""

import pytest

from counterpoint.domain.sentence import sentence_begins, sentence_end


@pytest.mark.parametrize(
    "before",
    [
        "They say he cried “Never!” and meant that ",
        "Few cried “Shame!” ",
        "“Why?” they ask, and hold that ",
        "We hold for once (!) that ",
        "We hold for once (?!) That ",
        "We hold at Yahoo! that ",
        "It is true, as Amb. Stone holds, that ",
        "It is true, as Sec.-Gen. Stone holds, that ",
        "It is true, as H.E. Stone, Ph.D. Oxford, holds, that ",
        "It is true, as Adm. Stone and Maj. Hill hold, that ",
        "We hold with Gazprom Inc. Moscow and Shell Ltd. London that ",
        "We hold, as the mgr. Stone said, that ",
        "We hold... that ",
    ],
)
def test_what_may_be_in_a_sentence_does_not_end_it(before: str) -> None:
    words = "when told that peace is near"

    assert sentence_begins(f"It rained. {before}", words) == [0, len("It rained.")]
    assert sentence_begins(before, words) == [0]
    after = f", so that {before}we go."
    assert sentence_end(words, f"{after} It rained.") == len(after)


@pytest.mark.parametrize(
    "end", ["rained.", "rained!", "rained?", "rained.”", "rained (all day).", "EU."]
)
def test_what_ends_a_sentence_ends_it_before_a_capital(end: str) -> None:
    assert sentence_begins(f"It {end} ", "We go") == [0, len(f"It {end}")]
    assert sentence_end("we go", f" where it {end} They stay.") == len(f" where it {end}")


def test_one_word_at_the_head_of_a_paragraph_is_a_sentence() -> None:
    assert sentence_begins("Intro. ", "We go") == [0, len("Intro.")]
