"""What a reader would not see in a text is told where it stands; it costs nothing else."""

import pytest

from counterpoint.application.library.anchor import anchor_library
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.labels.problem import sentence
from counterpoint.storage.library.library_folder import read_library
from counterpoint.storage.library.source_file import read_source
from counterpoint.storage.place import shipped_library
from tests.library_on_disk import LETTER_YAML, LibraryOnDisk

DESCRIPTION = LETTER_YAML.partition("furniture:")[0].replace("pilcrow", "count")


def with_text(disk: LibraryOnDisk, text: str, more: str = "") -> list[Problem]:
    """The problems of the library with a second source of that text."""
    disk.write("corpus/two.txt", text)
    disk.write("corpus/two.yaml", DESCRIPTION + more)
    assert anchor_library(disk.folder).written == ["corpus/two.yaml"]
    contents = read_library(disk.folder).contents
    assert contents.source("two").length == len(text)
    return list(contents.problems)


@pytest.mark.parametrize(
    ("sign", "says"),
    [
        ("\0", "the control character U+0000 is no part of a text; remove it, or convert"),
        ("\x9d", "the control character U+009D is no part of a text; remove it, or convert"),
        ("\u202e", "U+202E (right-to-left override) turns the direction"),
        ("\u200b", "U+200B (zero width space) is not seen; remove it, or say in `unseen` of"),
        ("\u00ad", "U+00AD (soft hyphen) is not seen"),
        ("\ufffd", "stands for a letter that was lost"),
    ],
)
def test_a_sign_that_is_not_seen_is_told_with_its_place(
    disk: LibraryOnDisk, sign: str, says: str
) -> None:
    (problem,) = with_text(disk, f"One.\n\nTwo {sign}words.\n")

    assert (problem.file, problem.line, problem.column) == ("corpus/two.txt", 3, 5)
    assert problem.kind is ProblemKind.UNSEEN
    assert says in sentence(problem)


def test_each_sign_is_told_once_with_how_often_it_stands(disk: LibraryOnDisk) -> None:
    first, second = with_text(disk, "One\u200b.\n\u202eTwo\u200b\nThree\u200b\n")

    assert "is not seen, here and in 2 more places, next in line 2; remove" in sentence(first)
    assert "which words are shown; remove" in sentence(second)


def test_what_stays_for_a_reason_is_not_told_but_for_controls(disk: LibraryOnDisk) -> None:
    (problem,) = with_text(disk, "One\u200b \u202etwo \x9d.\n", "unseen: So it came.\n")

    assert "U+009D" in sentence(problem)


WRAPPED = (
    "The debate went on for as long as anybody there could\nbear it, and then for some more.\n"
)


def test_a_text_without_empty_lines_is_told(disk: LibraryOnDisk) -> None:
    (problem,) = with_text(disk, WRAPPED * 40)

    assert (problem.file, problem.line, problem.column) == ("corpus/two.txt", 1, 1)
    assert problem.kind is ProblemKind.NO_PARAGRAPHS
    assert sentence(problem) == (
        "lines 1 to 80 (3,479 characters) are one paragraph here, cited as §1 as a whole; put an "
        "empty line between paragraphs, before you quote from them"
    )


def test_so_is_a_long_part_of_one(disk: LibraryOnDisk) -> None:
    (problem,) = with_text(disk, f"{WRAPPED}\n{WRAPPED * 40}\n{WRAPPED}\n{WRAPPED * 40}")

    assert (problem.line, problem.kind) == (4, ProblemKind.NO_PARAGRAPHS)
    assert "cited as §2 as a whole, and 1 more like it;" in sentence(problem)


def test_so_is_a_text_that_is_one_long_line(disk: LibraryOnDisk) -> None:
    (problem,) = with_text(disk, "The debate went on. " * 500)

    assert sentence(problem).startswith("line 1 (9,999 characters) are one paragraph here")


@pytest.mark.parametrize(
    "text",
    [
        "".join(map("The delegate number {} said what all had said.\n".format, range(100, 200))),
        "the delegation of my country is glad to speak about peace, and says so in\n" * 60,
        "The debate went on for as long as anybody there could bear.\n" * 60,
    ],
    ids=["a sentence a line", "wrapped to one width", "the same line"],
)
def test_so_is_a_long_one_whose_lines_are_all_alike(disk: LibraryOnDisk, text: str) -> None:
    (problem,) = with_text(disk, text)

    assert problem.kind is ProblemKind.NO_PARAGRAPHS


@pytest.mark.parametrize(
    "text",
    [
        WRAPPED * 3,
        "\n".join([WRAPPED] * 60),
        "the debate went on for as long as anybody there could bear\n" * 29,
        "A long paragraph that was never wrapped. " * 150 + "\n",
        "\n".join(["The debate went on for as long as anybody could bear it. " * 20] * 5),
    ],
)
def test_paragraphs_are_not(disk: LibraryOnDisk, text: str) -> None:
    assert with_text(disk, text) == []


@pytest.mark.parametrize(
    ("id", "blocks", "numbered", "last"),
    [
        ("clingendael-2020", 45, 23, "§23"),
        ("independent-2017", 25, 20, "§20"),
        ("isc-report-2020", 16, 6, "144"),
        ("london-cable-2008", 23, 8, "¶8"),
        ("moscow-times-2017", 19, 14, "§14"),
    ],
)
def test_the_shipped_texts_are_cited_as_they_always_were(
    id: str, blocks: int, numbered: int, last: str
) -> None:
    book, problems = read_source(shipped_library() / "corpus", id)

    labels = [book.layout.label(index) for index in range(len(book.layout))]
    assert (len(labels), sum(map(bool, labels))) == (blocks, numbered)
    assert [label for label in labels if label][-1] == last
    assert problems == []
