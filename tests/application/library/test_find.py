"""Finding by typed words: what matches, and in which order."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.application.library.find import Entry, EntryIndex, Kind, spans, words_of
from counterpoint.domain.folding import fold


def titles(entries: list[Entry], query: str) -> list[str]:
    return [entry.title for entry in EntryIndex(entries).find(query).entries]


def approaches(*titles: str) -> list[Entry]:
    return [Entry(Kind.APPROACH, title, key=title) for title in titles]


def test_every_word_must_stand_in_title_or_detail() -> None:
    entries = [
        Entry(Kind.CLAIM, "Moscow tests the West", "Containment · Diagnosis", "1"),
        Entry(Kind.CLAIM, "Moscow seeks parity", "Helsinki-style détente · Diagnosis", "2"),
    ]
    assert titles(entries, "moscow diagnosis") == [entry.title for entry in entries]
    assert titles(entries, "containment moscow") == ["Moscow tests the West"]
    assert titles(entries, "moscow nowhere") == []


def test_a_query_without_words_finds_nothing() -> None:
    assert EntryIndex(approaches("Containment")).find("  ").entries == ()


@pytest.mark.parametrize(
    ("title", "query"),
    [
        ("Helsinki-style détente", "detente"),
        ("Helsinki-style détente", "DÉTENTE"),
        ("Helsinki-style de\u0301tente", "détente"),
        ("Moscow’s goal", "moscow's"),
        ("2008–2020", "2008-2020"),
        ("Near‑abroad…", "near-abroad..."),
        ("Cœur Øst", "coeur ost"),
        ("Straße", "STRASSE"),
        ("Łódź and Åland", "lodz aland"),
        ("In\u00a0these texts", "in these"),
        ("London cable ¶4", "¶4"),
    ],
)
def test_case_accents_and_typography_do_not_matter(title: str, query: str) -> None:
    assert titles(approaches(title), query) == [title]


def test_ranks_prefix_then_word_starts_then_title_then_detail() -> None:
    entries = [
        Entry(Kind.CLAIM, "Elsewhere", "contain"),
        *approaches("Uncontained", "Engage and contain", "Contain and confront"),
    ]
    assert titles(entries, "contain") == [
        "Contain and confront",
        "Engage and contain",
        "Uncontained",
        "Elsewhere",
    ]


def test_a_word_begins_after_a_hyphen_and_after_a_quote() -> None:
    found = titles(approaches("Beheaded", "Hard-headed engagement", "“Headed” elsewhere"), "headed")
    assert found == ["Hard-headed engagement", "“Headed” elsewhere", "Beheaded"]


def test_the_words_within_a_title_are_not_its_prefix() -> None:
    found = titles(approaches("Hard-headed", "headed hard"), "headed")
    assert found == ["headed hard", "Hard-headed"]
    assert titles(approaches("hard-headed"), "hard-headed headed") == ["hard-headed"]


def test_equals_come_by_kind_then_in_the_order_given() -> None:
    entries = [Entry(kind, f"Détente {n}") for kind in reversed(Kind) for n in (2, 1)]
    found = EntryIndex(entries).find("detente").entries
    assert [entry.kind for entry in found] == [kind for kind in Kind for _ in range(2)]
    assert [entry.title[-1] for entry in found] == ["2", "1"] * len(Kind)


def test_a_limit_keeps_the_best_and_counts_all() -> None:
    finder = EntryIndex(approaches("Discontain", "Re contain", "Contain"))
    found = finder.find("contain", 2)
    assert [entry.title for entry in found.entries] == ["Contain", "Re contain"]
    assert found.total == 3


def test_widening_a_query_again_brings_back_what_was_left_out() -> None:
    finder = EntryIndex(approaches("Containment", "Contact"))
    assert finder.find("conta").total == 2
    assert finder.find("contain").total == 1
    assert finder.find("conta").total == 2
    assert finder.find("act").total == 1


def test_a_claim_is_named_by_kind_and_key() -> None:
    assert Entry(Kind.CLAIM, "Words", key="containment/record").name == "claim:containment/record"


def test_spans_are_code_points_of_the_text_as_written() -> None:
    text = "😀 Détente: Straße"
    found = [text[span.start : span.end] for span in spans(text, words_of("detente strasse"))]
    assert found == ["Détente", "Straße"]
    assert spans("Containment", ("con", "ontain")) == spans("Containment", ("contain",))
    assert spans("Containment", ("tain", "con")) == spans("Containment", ("contain",))


WORDS = st.sampled_from(
    ["hard-headed", "Détente", "moscow’s", "a", "ab", "b-a", "Straße", "İ", "…"]
)
TEXTS = st.one_of(st.text(max_size=12), st.lists(WORDS, max_size=4).map(" ".join))
ENTRIES = st.lists(st.builds(Entry, st.sampled_from(Kind), TEXTS, TEXTS), max_size=12)


@given(st.text())
def test_folding_is_letter_by_letter_and_once_is_enough(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert "".join(fold(letter) for letter in text) == folded
    assert not any(unicodedata.combining(letter) for letter in folded)


def rank(entry: Entry, words: tuple[str, ...]) -> int:
    """The rule of the ranks, word for word and slowly."""
    title = " ".join(fold(entry.title).split())

    def begins(word: str) -> bool:
        places = [at for at in range(len(title)) if title.startswith(word, at)]
        return any(
            at == 0
            or title[at - 1].isspace()
            or (is_letter(title[at]) and not is_letter(title[at - 1]))
            for at in places
        )

    if title.startswith(" ".join(words)):
        return 0
    if all(begins(word) for word in words):
        return 1
    return 2 if all(word in title for word in words) else 3


def is_letter(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


@given(ENTRIES, st.lists(TEXTS, max_size=5))
def test_finds_what_the_plain_rule_finds(entries: list[Entry], queries: list[str]) -> None:
    finder = EntryIndex(entries)
    for query in queries:
        words = words_of(query)
        expected = [
            entry
            for entry in entries
            if words
            and all(word in fold(entry.title) or word in fold(entry.detail) for word in words)
        ]
        expected.sort(key=lambda entry: (rank(entry, words), list(Kind).index(entry.kind)))
        found = finder.find(query)
        assert list(found.entries) == expected
        assert found.total == len(expected)
        assert finder.find(query, 2).entries == found.entries[:2]


@given(ENTRIES, st.text(min_size=1, max_size=8))
def test_typing_on_only_narrows(entries: list[Entry], query: str) -> None:
    finder = EntryIndex(entries)
    before: set[int] | None = None
    for end in range(1, len(query) + 1):
        if not words_of(query[:end]):
            continue
        now = {id(entry) for entry in finder.find(query[:end]).entries}
        assert before is None or now <= before
        assert now == {id(entry) for entry in EntryIndex(entries).find(query[:end]).entries}
        before = now


@given(TEXTS, TEXTS)
def test_spans_are_in_order_apart_and_fold_to_the_words(text: str, query: str) -> None:
    words = words_of(query)
    found = spans(text, words)
    assert bool(found) == any(word in fold(text) for word in words)
    assert all(one.end < other.start for one, other in itertools.pairwise(found))
    for span in found:
        assert any(word in fold(text[span.start : span.end]) for word in words)
