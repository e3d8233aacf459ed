"""A quotation that cannot be anchored is told why, with what to do; nothing is guessed for it."""

import json
import re

import pytest

from counterpoint.application.library.anchor import anchor_library
from counterpoint.domain.approach import Evidence
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.domain.quotation import QuotationState
from counterpoint.labels.problem import sentence
from counterpoint.storage.library.library_folder import read_library
from tests.library_on_disk import LETTER, LETTER_YAML, LibraryOnDisk

SPEECH = """\
¶1. The talks went on, and in 1999 nobody could say why they should. It was efﬁcient, they said…

¶2. Talks should go on. His critics said that the talks went on for too long, and the debate ran

2

over into the next page, where one policy12 was not\u00ad withstanding the others. It ended.

Footnote¹ Not so.

¶3. And the talks went on.
"""


def quoting(disk: LibraryOnDisk, quote: str, more: str = "", text: str = SPEECH) -> Problem:
    """What is said of a quotation from a speech, which stands in the library of the letter."""
    disk.write("corpus/speech.txt", text)
    description = LETTER_YAML.partition("furniture:")[0] + "unseen: It came so.\n"
    disk.write("corpus/speech.yaml", description)
    anchor_library(disk.folder)
    talk = re.sub(r"\n +anchor: .*", "", disk.read("options/talk.yaml"), count=1)
    talk = talk.replace("source: letter", f"source: speech{more}", 1)
    first = re.compile(r"quote: >-\n +Talks should go on\.")
    quoted = f"quote: {json.dumps(quote, ensure_ascii=False)}"
    disk.write("options/talk.yaml", first.sub(lambda _: quoted, talk, count=1))
    (problem,) = read_library(disk.folder).contents.problems
    assert (problem.file, problem.line) == ("options/talk.yaml", 21 + more.count("\n"))
    return problem


def piece(disk: LibraryOnDisk) -> Evidence:
    whole = read_library(disk.folder)
    return whole.approaches[0].position("channels").claims[0].evidence[0]


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        ("TALKS should go on", "but spelt otherwise; write them as they stand there: Talks should"),
        ("they should . It was", "but spelt otherwise; write them as they stand there: they"),
        (
            "withstanding THE others",
            "spelt otherwise; write them as they stand there: withstanding",
        ),
    ],
)
def test_words_that_are_spelt_otherwise_are_shown(
    disk: LibraryOnDisk, quote: str, says: str
) -> None:
    problem = quoting(disk, quote)

    assert problem.kind is ProblemKind.QUOTATION_CHANGED
    assert says in sentence(problem)
    assert piece(disk).standing.state is QuotationState.CHANGED


@pytest.mark.parametrize(
    ("quote", "how"),
    [
        ("It was efficient, they said", "there with ﬁ (U+FB01 latin small ligature fi)"),
        ("they said...", "there with … (U+2026 horizontal ellipsis), here with ."),
        ("was notwithstanding the others", "there with U+00AD (soft hyphen)"),
        ("Talks should\u200b go on", "here with U+200B (zero width space)"),
        ("efficient, they said ...", "there with ﬁ (U+FB01 latin small ligature fi)"),
    ],
)
def test_words_that_are_only_set_otherwise_stand(disk: LibraryOnDisk, quote: str, how: str) -> None:
    assert quoting(disk, quote).kind is ProblemKind.NOT_ANCHORED

    assert anchor_library(disk.folder).problems == ()

    whole = read_library(disk.folder)
    assert whole.contents.problems == ()
    assert whole.approaches[0].head.tally.not_exact == 0
    assert piece(disk).standing.state is QuotationState.SPELT_OTHERWISE
    (remark,) = [r for r in whole.contents.remarks if r.kind is ProblemKind.SPELT_OTHERWISE]
    assert (remark.file, remark.line) == ("options/talk.yaml", 21)
    assert how in sentence(remark)
    assert anchor_library(disk.folder, again=True).written == [], "there is nothing to be done"


def test_so_are_those_that_are_parts_of_longer_ones_too(disk: LibraryOnDisk) -> None:
    assert (
        "the words are in corpus/speech.txt (¶1), but as part of longer ones and spelt otherwise "
        "(there with … (U+2026 horizontal ellipsis), here with .); write them as they stand "
        "there: efﬁcient, they said…"
    ) in sentence(quoting(disk, "cient, THEY said..."))


def test_words_that_stand_in_another_source_are_told_where(disk: LibraryOnDisk) -> None:
    problem = quoting(disk, "His critics called this unrealistic")

    assert sentence(problem) == (
        "the words are not in corpus/speech.txt; they stand in letter ¶2; write `source: letter` "
        "if that is meant"
    )


def test_so_are_those_whose_source_is_not_known(disk: LibraryOnDisk) -> None:
    first = "source: letter\n            quote: >-"
    disk.replace("options/talk.yaml", first, first.replace("letter", "germany-2005"))

    (problem,) = read_library(disk.folder).contents.problems

    assert sentence(problem) == (
        "the source `germany-2005` is not in corpus/; they stand in letter ¶2; write "
        "`source: letter` if that is meant"
    )


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        (
            "the debate ran over into the next page",
            "the words are in corpus/speech.txt (¶2), but “2” stands between “the debate ran” and "
            "“over into the next page”; if it is a page number or the like, describe it under "
            '`furniture` in corpus/speech.yaml: - {kind: page number, after: "the debate ran", '
            'before: "over into the next page", interrupts: true}',
        ),
        ("one policy was not", "“12” stands between “one policy” and “was not”"),
        ("one policy was not", "kind: footnote mark"),
        (
            "critics said that the talks went on for too long, and the debate ran over",
            "“2” stands between “long, and the debate ran” and “over”",
        ),
        ("ran over into the next page, where", "“2” stands between “ran” and “over into the next"),
        (
            "It ended. ¶3. And the talks",
            "but “Footnote¹ Not so.” stands between “It ended.” and “¶3. And the talks”; if it is "
            "a header or the like, describe it",
        ),
        (
            "His critics said that for too long, and the debate",
            "but “the talks went on” stands between “His critics said that” and “for too long, and "
            "the”; quote it too, or give the two parts as two pieces of evidence",
        ),
        (
            "The talks went on […] nobody could say",
            "not side by side; a quotation leaves nothing out: give “The talks went on” and "
            "“nobody could say” as two pieces of evidence",
        ),
    ],
)
def test_what_stands_between_is_named(disk: LibraryOnDisk, quote: str, says: str) -> None:
    assert says in sentence(quoting(disk, quote))


def test_what_is_told_of_a_page_number_mends_it(disk: LibraryOnDisk) -> None:
    told = sentence(quoting(disk, "the debate ran over into the next page"))
    assert piece(disk).standing.state is QuotationState.CHANGED

    entry = told.partition("speech.yaml: ")[2]
    disk.write("corpus/speech.yaml", f"{disk.read('corpus/speech.yaml')}furniture:\n  {entry}\n")
    assert anchor_library(disk.folder).problems == ()

    assert read_library(disk.folder).contents.problems == ()
    assert piece(disk).standing.exact


def test_several_places_are_shown_each_with_what_stands_around_it(disk: LibraryOnDisk) -> None:
    problem = quoting(disk, "talks went on")

    assert problem.kind is ProblemKind.QUOTATION_AMBIGUOUS
    assert sentence(problem) == (
        "the words stand 3 times in corpus/speech.txt: 1. ¶1 “¶1. The talks went on, and in 1999 "
        "nobody could…”, 2. ¶2 “…His critics said that the talks went on for too long, and the "
        "debate…”, 3. ¶3 “…Not so. ¶3. And the talks went on.”; say which with "
        '`paragraph: "¶1"` or another of these'
    )


def test_in_one_paragraph_they_are_told_by_their_number(disk: LibraryOnDisk) -> None:
    text = "¶1. " + "One more, and then there was none. " * 12

    problem = quoting(disk, "then there was none", text=text)

    assert "say which with `occurrence: 1` to `occurrence: 12`" in sentence(problem)
    assert ", 9. ¶1 “…" in sentence(problem)
    assert ", and 3 more; say" in sentence(problem)


def test_a_paragraph_that_is_not_theirs_is_told_with_those_that_are(disk: LibraryOnDisk) -> None:
    problem = quoting(disk, "Talks should go on", more='\n            paragraph: "¶1"')

    assert "but not at the paragraph and occurrence given: 1. ¶2 “" in sentence(problem)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("quote: asked for firmness first", "quote: asked for firmness"),
        ("asked for firmness first", "asked for firmness first. The debate"),
        ("asked for firmness first", "asked"),
        ("asked for firmness first", "His critics called"),
    ],
)
def test_a_quotation_changed_after_it_was_anchored_is_said_to_be(
    disk: LibraryOnDisk, old: str, new: str
) -> None:
    text = disk.read("options/firm.yaml").replace('quote: "', "quote: ").replace('first"', "first")
    disk.write("options/firm.yaml", text.replace(old, new, 1))

    whole = read_library(disk.folder)

    (problem,) = whole.contents.problems
    assert problem.kind is ProblemKind.NOT_ANCHORED
    assert sentence(problem) == (
        "the quotation, or its paragraph or occurrence, was changed after it was anchored, and "
        "corpus/letter.txt was not; look whether it says what you mean, then run counterpoint "
        "anchor --again"
    )
    assert whole.approaches[1].head.tally.not_exact == 0
    assert anchor_library(disk.folder).written == []
    assert anchor_library(disk.folder, again=True).written == ["options/firm.yaml"]
    assert read_library(disk.folder).contents.problems == ()


def test_of_a_quotation_cut_by_a_comment_only_that_is_said(disk: LibraryOnDisk) -> None:
    talk = disk.read("options/talk.yaml")
    whole = re.compile(r"quote: >-\n +Talks should go on\.")
    disk.write("options/talk.yaml", whole.sub("quote: Talks should # go on.", talk, count=1))

    (problem,) = read_library(disk.folder).contents.problems

    assert problem.kind is ProblemKind.DOUBTFUL
    assert "# begins a comment here" in sentence(problem)


def test_of_several_places_a_shortened_quotation_is_at_the_one_it_was_cut_from(
    disk: LibraryOnDisk,
) -> None:
    disk.replace("options/talk.yaml", "Talks should go on.\n", "should go on\n")

    state = piece(disk).standing

    assert state.state is QuotationState.EXACT
    assert state.span is not None
    assert state.span.start == LETTER.index("Talks should go on.") + 6


def test_where_the_text_was_changed_too_it_has_moved(disk: LibraryOnDisk) -> None:
    disk.replace("options/talk.yaml", "Talks should go on.\n", "Talks should go\n")
    disk.replace("corpus/letter.txt", "A LETTER", "A LONGER LETTER")

    assert piece(disk).standing.state is QuotationState.MOVED
