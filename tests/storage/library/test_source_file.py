"""What a description says of its text is found there once, or told."""

import pytest

from counterpoint.application.library.anchor import anchor_library
from counterpoint.labels.problem import sentence
from counterpoint.storage.library.library_folder import read_library
from tests.library_on_disk import LETTER_YAML, LibraryOnDisk

PAIRS = (
    "¶1. Alpha text. BEGIN one note END and more.\n\n¶2. Beta text. BEGIN two note END and on.\n"
)


@pytest.mark.parametrize(
    ("text", "after", "before", "stretches"),
    [
        (PAIRS, "BEGIN", "END", 2),
        (PAIRS.replace("BEGIN two", "two"), "BEGIN", "END", 1),
        (PAIRS.replace("END and more", "and more"), "BEGIN", "END", 1),
        (PAIRS, "Alpha text. BEGIN", "END", 1),
        (PAIRS, "BEGIN", "END and on", 1),
        (PAIRS, "END", "BEGIN", 1),
    ],
)
def test_furniture_between_words_that_stand_twice_is_not_guessed(
    disk: LibraryOnDisk, text: str, after: str, before: str, stretches: int
) -> None:
    disk.write("corpus/two.txt", text)
    description = LETTER_YAML.partition("furniture:")[0] + (
        f"furniture:\n  - kind: footnote\n    after: {after}\n    before: {before}\n"
    )
    disk.write("corpus/two.yaml", description)
    assert anchor_library(disk.folder).written == ["corpus/two.yaml"]

    contents = read_library(disk.folder).contents

    if stretches == 1:
        assert contents.problems == ()
        assert len(contents.source("two").furniture) == 1
    else:
        (problem,) = contents.problems
        assert (problem.file, problem.line) == ("corpus/two.yaml", 15)
        assert sentence(problem) == (
            "2 stretches of the text stand between these words (lines 1 and 3); give more of them "
            "in `after` or `before`"
        )
        assert contents.source("two").furniture == ()


NUMBERS = """\
¶1. In 1999 and 2.5 years later, unheard policies12 went on.

¶2. A page

999

of 1999.
"""


@pytest.mark.parametrize(
    ("text", "given", "says"),
    [
        (NUMBERS, "text: '999'", ""),
        (NUMBERS.replace("999\n\n", ""), "text: '999'", "longer ones (“1999”); give whole ones"),
        (NUMBERS, "text: '5'", "longer ones (“2.5”); give whole ones"),
        (NUMBERS, "text: heard", "longer ones (“unheard”); give whole ones"),
        (NUMBERS, "after: '199'", "longer ones (“1999”); give whole ones"),
        (NUMBERS, "before: eard policies12", "(“unheard policies12”); give whole ones"),
        (NUMBERS, "text: '12'", ""),
        (NUMBERS, "after: policies, before: went on", ""),
        (NUMBERS, "before: went on. ¶2. A pa", ""),
        (NUMBERS, "text: ¶2", ""),
        (NUMBERS, "text: '1999'", "stand 2 times in the text (lines 1 and 7); give more of them"),
        (NUMBERS * 4, "text: ¶1", "stand 4 times in the text (lines 1, 8, 15 and 22)"),
        (NUMBERS * 7, "text: ¶1", "in the text (lines 1, 8, 15, 22, 29 and 2 more)"),
        (NUMBERS, "text: '2000'", "these words are not in the text; write them as they stand"),
    ],
)
def test_furniture_is_whole_words_or_a_mark_that_touches_one(
    disk: LibraryOnDisk, text: str, given: str, says: str
) -> None:
    disk.write("corpus/two.txt", text)
    entry = f"furniture:\n  - {{kind: page number, {given}}}\n"
    disk.write("corpus/two.yaml", LETTER_YAML.partition("furniture:")[0] + entry)
    assert anchor_library(disk.folder).written == ["corpus/two.yaml"]

    contents = read_library(disk.folder).contents

    assert len(contents.source("two").furniture) == (not says)
    assert [says in sentence(problem) for problem in contents.problems] == ([True] if says else [])


@pytest.mark.parametrize(("hedge", "told"), [("called this", 0), ("alled this", 1), ("call", 1)])
def test_a_hedge_is_whole_words(disk: LibraryOnDisk, hedge: str, told: int) -> None:
    plain = 'stance: criticises\n            voice: [the ministry, "its'
    disk.replace(
        "options/talk.yaml", plain, plain.replace("\n", f"\n            hedge: {hedge}\n", 1)
    )

    assert len(read_library(disk.folder).contents.problems) == told
