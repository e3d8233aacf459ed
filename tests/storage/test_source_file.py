"""What a description says of its text is found there once, or told."""

import pytest

from counterpoint.application.anchor import anchor_library
from counterpoint.storage.library_folder import read_library
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
        assert problem.message == (
            "2 stretches of the text stand between these words; give more of them in `after` or "
            "`before`"
        )
        assert contents.source("two").furniture == ()
