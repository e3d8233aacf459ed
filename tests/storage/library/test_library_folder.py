"""Loading is strict and kind: everything wrong is told with its place, the rest opens."""

import re

import pytest

from counterpoint.domain.approach import Coverage
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.domain.quotation import QuotationState
from counterpoint.labels.problem import sentence
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.library_folder import WholeLibrary, read_library
from tests.library_on_disk import LibraryOnDisk


def only(whole: WholeLibrary) -> Problem:
    (problem,) = whole.contents.problems
    return problem


def test_a_library_that_is_all_right_has_no_problem(disk: LibraryOnDisk) -> None:
    whole = read_library(disk.folder)

    assert whole.contents.problems == ()
    assert [approach.head.cue for approach in whole.approaches] == ["A", "B"]
    assert whole.contents.title == "Small"
    states = [
        piece.standing.state
        for approach in whole.approaches
        for position in approach.positions
        for claim in position.claims
        for piece in claim.evidence
    ]
    assert states == [QuotationState.EXACT] * 4


def test_a_quotation_across_a_page_break_is_one_passage(disk: LibraryOnDisk) -> None:
    whole = read_library(disk.folder)
    across = whole.approaches[0].position("objections").claims[0].evidence[1]

    span = across.standing.span
    assert span is not None
    assert "PAGE 2" in disk.read("corpus/letter.txt")[span.start : span.end]
    assert across.paragraph == "¶2"


@pytest.mark.parametrize(
    ("file", "old", "new", "kind", "line", "column", "says"),
    [
        ("options/talk.yaml", "gist: T", "gits: T", ProblemKind.UNKNOWN_KEY, 3, 1, "`gist`"),
        (
            "options/talk.yaml",
            "cue: A",
            "cue: A\ncue: B",
            ProblemKind.DUPLICATE_KEY,
            5,
            1,
            "line 4",
        ),
        ("options/talk.yaml", "cue: A", "cue: 1", ProblemKind.WRONG_TYPE, 4, 6, "quotation marks"),
        ("options/talk.yaml", 'date: "2008"', "date: 2008-10-20", ProblemKind.WRONG_TYPE, 9, 7, ""),
        (
            "options/talk.yaml",
            "colour: blue",
            "colour: red",
            ProblemKind.WRONG_VALUE,
            5,
            9,
            "'blue'",
        ),
        ("options/talk.yaml", "is: advocated", "is: no", ProblemKind.WRONG_VALUE, 7, 7, "adopted"),
        ("options/talk.yaml", "cue: A\n", "", ProblemKind.MISSING_KEY, 2, 1, "`cue`"),
        ("options/talk.yaml", "cue: A", "cue: [A", ProblemKind.SYNTAX, 4, 6, "not YAML"),
        (
            "corpus/letter.yaml",
            "numbering: pil",
            "numbering: Pil",
            ProblemKind.WRONG_VALUE,
            12,
            12,
            "",
        ),
        (
            "options/dimensions.yaml",
            "id: channels",
            "id: Channels",
            ProblemKind.WRONG_VALUE,
            2,
            9,
            "",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_told_where_it_stands(
    disk: LibraryOnDisk,
    file: str,
    old: str,
    new: str,
    kind: ProblemKind,
    line: int,
    column: int,
    says: str,
) -> None:
    disk.replace(file, old, new)

    problems = [p for p in read_library(disk.folder).contents.problems if p.file == file]

    told = {(problem.kind, problem.line, problem.column): sentence(problem) for problem in problems}
    assert says in told[kind, line, column]


def test_every_error_of_a_file_is_told_at_once(disk: LibraryOnDisk) -> None:
    disk.replace("options/talk.yaml", "cue: A", "cue: 1")
    disk.replace("options/talk.yaml", "kind: fact", "kind: facts")
    disk.replace("options/talk.yaml", "gist: Talk", "gust: Talk")

    problems = read_library(disk.folder).contents.problems

    kinds = [(problem.line, problem.kind) for problem in problems if problem.line]
    assert (4, ProblemKind.WRONG_TYPE) in kinds
    assert (3, ProblemKind.UNKNOWN_KEY) in kinds
    assert ProblemKind.WRONG_VALUE in {kind for _, kind in kinds}


def test_a_broken_approach_is_left_out_and_the_rest_opens(disk: LibraryOnDisk) -> None:
    disk.replace("options/talk.yaml", "cue: A", "cue: {")

    whole = read_library(disk.folder)

    assert [approach.head.id for approach in whole.approaches] == ["firm"]
    assert {problem.file for problem in whole.contents.problems} == {
        "options/talk.yaml",
        "options/firm.yaml",
    }, "the relation to the option that was left out is told too"


def test_a_broken_source_leaves_its_quotations_visibly_lost(disk: LibraryOnDisk) -> None:
    disk.path("corpus/letter.txt").write_bytes(b"caf\xe9 and more\n")

    whole = read_library(disk.folder)

    assert whole.contents.sources == ()
    assert len(whole.approaches) == 2
    piece = whole.approaches[0].position("channels").claims[0].evidence[0]
    assert piece.standing.state is QuotationState.LOST
    encoding = [p for p in whole.contents.problems if p.kind is ProblemKind.ENCODING]
    assert [(p.file, p.line, p.column) for p in encoding] == [("corpus/letter.txt", 1, 4)]


@pytest.mark.parametrize(
    ("text", "kind", "place", "says"),
    [
        ("One.\r\nTwo.\r\n", ProblemKind.LINE_ENDINGS, (1, 5), "save it with line feeds (LF) only"),
        ("\ufeffOne.\n", ProblemKind.BYTE_ORDER_MARK, (1, 1), "save it as UTF-8 without one"),
        ("One.\nTwo\u2028three.\n", ProblemKind.LINE_ENDINGS, (2, 4), "(a new line) in its place"),
        ("One.\n\fTwo.\n", ProblemKind.LINE_ENDINGS, (2, 1), "(a new line) in its place"),
        ("  \n", ProblemKind.UNREADABLE, (None, None), "the text is empty; put it back"),
    ],
)
def test_a_text_whose_positions_would_not_hold_is_refused(
    disk: LibraryOnDisk,
    text: str,
    kind: ProblemKind,
    place: tuple[int | None, int | None],
    says: str,
) -> None:
    disk.write("corpus/letter.txt", text)

    problems = read_library(disk.folder).contents.problems

    (problem,) = [p for p in problems if (p.kind, p.line, p.column) == (kind, *place)]
    assert sentence(problem).endswith(says)


def test_yaml_from_windows_is_taken_as_it_is(disk: LibraryOnDisk) -> None:
    text = disk.read("options/talk.yaml")
    disk.write("options/talk.yaml", "\ufeff" + text.replace("\n", "\r\n"))

    assert read_library(disk.folder).contents.problems == ()


def test_a_file_cut_short_is_told(disk: LibraryOnDisk) -> None:
    text = disk.read("options/talk.yaml")
    disk.write("options/talk.yaml", text[: text.index("evidence:") + 12])

    whole = read_library(disk.folder)

    talk, _ = whole.approaches
    assert talk.position("channels").left_out == talk.head.left_out == 1
    told = {p.kind: sentence(p) for p in whole.contents.problems if p.file == "options/talk.yaml"}
    assert "`evidence` should be a list but is empty" in told[ProblemKind.WRONG_TYPE]
    remarked = {p.kind: sentence(p) for p in whole.contents.remarks}
    assert "`objections` is not covered" in remarked[ProblemKind.NOT_COVERED]


def test_an_unknown_dimension_and_a_missing_one_are_told(disk: LibraryOnDisk) -> None:
    disk.replace("options/talk.yaml", "  channels:", "  chanels:")

    whole = read_library(disk.folder)
    told = {problem.kind: problem for problem in whole.contents.problems}

    assert sentence(told[ProblemKind.UNKNOWN_DIMENSION]) == (
        "`chanels` is not a question; did you mean `channels`?"
    )
    remarked = {problem.kind: problem for problem in whole.contents.remarks}
    assert "`channels`" in sentence(remarked[ProblemKind.NOT_COVERED])
    assert whole.approaches[0].position("channels").coverage is Coverage.NOT_CONSIDERED


@pytest.mark.parametrize(
    ("quote", "kind", "says"),
    [
        ("Talks should now go on.", ProblemKind.QUOTATION_CHANGED, "nearest is"),
        ("Bananas are yellow and sweet.", ProblemKind.QUOTATION_LOST, "nor anything like them"),
        ("realistic", ProblemKind.QUOTATION_CHANGED, "“unrealistic”"),
        ("Come what may", ProblemKind.QUOTATION_CHANGED, "stand there: come what may"),
    ],
)
def test_a_quotation_that_cannot_stand_is_told_with_the_remedy(
    disk: LibraryOnDisk, quote: str, kind: ProblemKind, says: str
) -> None:
    text = re.sub(r"\n +anchor: .*", "", disk.read("options/talk.yaml"), count=1)
    text = text.replace("Talks should go on.", quote, 1)
    disk.write("options/talk.yaml", text)

    problem = only(read_library(disk.folder))

    assert problem.kind is kind
    assert says in sentence(problem)


def test_a_quotation_that_stands_twice_is_refused_until_the_writer_says_which(
    disk: LibraryOnDisk,
) -> None:
    text = re.sub(r"\n +anchor: .*", "", disk.read("options/talk.yaml"), count=1)
    disk.write("options/talk.yaml", text.replace("Talks should go on.", "should go on", 1))
    problem = only(read_library(disk.folder))
    assert problem.kind is ProblemKind.QUOTATION_AMBIGUOUS
    assert 'say which with `paragraph: "¶1"`' in sentence(problem)
    assert problem.line is not None

    disk.replace(
        "options/talk.yaml", "should go on\n", 'should go on\n            paragraph: "¶2"\n'
    )

    whole = read_library(disk.folder)
    assert only(whole).kind is ProblemKind.NOT_ANCHORED
    assert whole.approaches[0].position("channels").claims[0].evidence[0].paragraph == "¶2"


def test_a_text_altered_after_anchoring_is_told_and_the_quotation_marked(
    disk: LibraryOnDisk,
) -> None:
    disk.replace("corpus/letter.txt", "A LETTER\n", "A LETTER\n\nAn added paragraph.\n")

    whole = read_library(disk.folder)

    kinds = {problem.kind for problem in whole.contents.problems}
    assert kinds == {ProblemKind.SOURCE_CHANGED, ProblemKind.QUOTATION_MOVED}
    assert whole.approaches[0].head.tally.not_exact == 3


def test_a_claim_without_evidence_is_left_out_and_told(disk: LibraryOnDisk) -> None:
    text = disk.read("options/firm.yaml")
    disk.write("options/firm.yaml", re.sub(r"evidence: \[.*\]\}", "evidence: []}", text))

    whole = read_library(disk.folder)

    assert only(whole).kind is ProblemKind.NO_EVIDENCE
    assert whole.approaches[1].position("objections").claims == ()


def test_a_voice_that_is_missing_is_told(disk: LibraryOnDisk) -> None:
    disk.replace("options/talk.yaml", "voice: [the ministry, the minister]", "voice: []")

    assert only(read_library(disk.folder)).kind is ProblemKind.NO_VOICE


@pytest.mark.parametrize("missing", ["corpus", "options"])
def test_a_folder_that_is_no_library_says_what_would_make_it_one(
    disk: LibraryOnDisk, missing: str
) -> None:
    disk.path(missing).rename(disk.path("elsewhere"))

    with pytest.raises(Unreadable, match="no part"):
        read_library(disk.folder)


def test_a_missing_library_is_named(disk: LibraryOnDisk) -> None:
    with pytest.raises(Unreadable, match="no such folder"):
        read_library(disk.folder / "nowhere")


def test_an_empty_library_opens_and_says_what_it_lacks(disk: LibraryOnDisk) -> None:
    for path in [*disk.path("corpus").iterdir(), *disk.path("options").iterdir()]:
        path.unlink()

    whole = read_library(disk.folder)

    assert whole.approaches == ()
    assert {problem.file for problem in whole.contents.problems} == {
        "corpus/library.yaml",
        "options/dimensions.yaml",
    }


def test_a_source_left_out_is_told_once_with_how_many_quotations_wait(disk: LibraryOnDisk) -> None:
    disk.path("corpus/letter.txt").unlink()

    problems = read_library(disk.folder).contents.problems

    assert [(p.file, p.kind) for p in problems] == [
        ("corpus/letter.txt", ProblemKind.MISSING),
        ("corpus/letter.txt", ProblemKind.UNKNOWN_SOURCE),
    ]
    assert "4 quotations wait" in sentence(problems[1])


def test_what_is_wrong_between_approaches_is_told_where_it_stands(disk: LibraryOnDisk) -> None:
    disk.replace("options/firm.yaml", "cue: B", "cue: A")
    disk.replace("options/firm.yaml", "option: talk", "option: firm")

    told = {p.kind: p for p in read_library(disk.folder).contents.problems}

    cue = told[ProblemKind.DUPLICATE_NAME]
    assert cue.line is not None
    assert "cue: A" in disk.read(cue.file).splitlines()[cue.line - 1]
    assert told[ProblemKind.WRONG_VALUE].line is not None
    assert "itself" in sentence(told[ProblemKind.WRONG_VALUE])


def test_a_paragraph_that_is_not_there_bears_on_nothing(disk: LibraryOnDisk) -> None:
    disk.replace("corpus/letter.yaml", 'paragraph: "¶3"', 'paragraph: "¶44"')

    problem = only(read_library(disk.folder))

    assert problem.kind is ProblemKind.WRONG_VALUE
    assert "no paragraph “¶44”" in sentence(problem)


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("a: &x 1\nb: *x\n", 1, 4, "&x stands for something else"),
        ("a: *x\n", 1, 4, "*x stands for something else"),
        ("a: &Co partners\n", 1, 4, "put it in quotation marks if the sign belongs to it"),
        ("a: &x [1]\n", 1, 4, "&x stands"),
        ("a: ! x\n", 1, 4, "the tag"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, 4, "the tag"),
        ("a:\n  - !tag b\n", 2, 5, "the tag"),
        ("a: \x00\n", 1, 4, "U+0000"),
    ],
)
def test_yaml_that_could_mean_more_than_it_says_is_refused(
    disk: LibraryOnDisk, text: str, line: int | None, column: int | None, says: str
) -> None:
    disk.write("options/talk.yaml", text)

    (problem,) = (
        p for p in read_library(disk.folder).contents.problems if p.file == "options/talk.yaml"
    )

    assert (problem.line, problem.column) == (line, column)
    assert says in sentence(problem)
    assert "\n" not in sentence(problem)


def test_a_footnote_mark_that_touches_a_word_can_be_described(disk: LibraryOnDisk) -> None:
    disk.replace("corpus/letter.txt", "should grow.", "should grow1.")
    disk.replace(
        "corpus/letter.yaml",
        "bears_on_nothing:",
        '  - kind: footnote mark\n    after: should grow\n    before: ".\\n\\n¶2"\n'
        "    interrupts: true\nbears_on_nothing:",
    )

    kinds = {p.kind for p in read_library(disk.folder).contents.problems}

    assert ProblemKind.WORDS_NOT_FOUND not in kinds


def test_a_hedge_must_be_the_texts_own_words(disk: LibraryOnDisk) -> None:
    hedged = 'stance: criticises\n            hedge: {}\n            voice: [the ministry, "its'
    plain = 'stance: criticises\n            voice: [the ministry, "its'
    disk.replace("options/talk.yaml", plain, hedged.format("allegedly"))
    problem = only(read_library(disk.folder))
    assert problem.kind is ProblemKind.WORDS_NOT_FOUND
    assert "“allegedly”" in sentence(problem)

    disk.replace("options/talk.yaml", "allegedly", "called this")
    assert read_library(disk.folder).contents.problems == ()


@pytest.mark.parametrize("side", ["before", "after"])
def test_surroundings_that_are_not_those_of_the_text_are_told(
    disk: LibraryOnDisk, side: str
) -> None:
    text = disk.read("options/talk.yaml")
    disk.write("options/talk.yaml", re.sub(rf'{side}: "', f'{side}: "x', text, count=1))

    whole = read_library(disk.folder)

    problem = only(whole)
    assert (problem.kind, problem.line) == (ProblemKind.NOT_ANCHORED, 23)
    assert "are not what stands there in corpus/letter.txt" in sentence(problem)
    piece = whole.approaches[0].position("channels").claims[0].evidence[0]
    assert piece.standing.exact
