"""A file that is not of its form is told what to write instead, and what is wrong costs itself."""

import pytest

from counterpoint.domain.approach import Approach, Coverage
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.labels.problem import sentence
from counterpoint.storage.library.library_folder import WholeLibrary, read_library
from counterpoint.storage.library.source_file import NOT_READ
from tests.library_on_disk import LibraryOnDisk


@pytest.mark.parametrize(
    ("voice", "says"),
    [
        ("[the ministry, 2020]", "entry 2 of `voice` should be text but is “2020”; put it in"),
        ('[the ministry, ""]', "entry 2 of `voice` is empty; write its words"),
        ("[{}]", "entry 1 of `voice` should be text but is keys with values; write text"),
        ("[[]]", "entry 1 of `voice` should be text but is a list; write text"),
        ("2020", "`voice` should be a list but is “2020”; write each entry"),
    ],
)
def test_an_entry_of_a_list_is_called_by_its_list(
    disk: LibraryOnDisk, voice: str, says: str
) -> None:
    disk.replace("options/talk.yaml", "[the ministry, the minister]", voice)

    problems = read_library(disk.folder).contents.problems

    (problem,) = [each for each in problems if each.file == "options/talk.yaml"]
    assert sentence(problem).startswith(says)


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("2020-02-31", "`date` is “2020-02-31”, which is in no calendar; correct the day"),
        ("2019-02-29", "`date` is “2019-02-29”, which is in no calendar; correct the day"),
        ("2020-01-00", "which is in no calendar"),
        ("2020-13-01", "write a date in quotation marks"),
        ("٢٠٢٠", "`date` is “٢٠٢٠”; write a date in quotation marks"),
        ("2020-02-29", ""),
        ("2020-02", ""),
        ("2020", ""),
    ],
)
def test_a_date_is_one_of_the_calendar(disk: LibraryOnDisk, date: str, says: str) -> None:
    disk.replace("options/talk.yaml", 'date: "2008"', f'date: "{date}"')

    problems = read_library(disk.folder).contents.problems

    told = [sentence(each) for each in problems if each.file == "options/talk.yaml"]
    assert len(told) == bool(says)
    assert all(says in message for message in told)


def talk(whole: WholeLibrary) -> Approach:
    return next(approach for approach in whole.approaches if approach.head.id == "talk")


def told(whole: WholeLibrary, file: str = "options/talk.yaml") -> list[Problem]:
    return [problem for problem in whole.contents.problems if problem.file == file]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stance: criticises\n            voice: [", "stance: supports\n            voice: ["),
        ("stance: criticises\n            voice: [", "voice: ["),
        ('voice: [the ministry, "its critics"]', 'voice: [the ministry, ""]'),
        ('voice: [the ministry, "its critics"]', "voice: the ministry"),
        ("link: inferred", "link: guessed"),
        ("link: inferred", "lnik: inferred"),
        ("link: inferred", "link: inferred\n            tone: ironic"),
    ],
)
def test_a_piece_of_evidence_that_is_wrong_goes_alone(
    disk: LibraryOnDisk, old: str, new: str
) -> None:
    disk.replace("options/talk.yaml", old, new)

    whole = read_library(disk.folder)

    (problem,) = told(whole)
    assert problem.line is not None
    approach = talk(whole)
    (claim,) = approach.position("objections").claims
    assert len(claim.evidence) == 1
    assert claim.evidence[0].standing.exact
    assert approach.position("channels").left_out == 0
    assert approach.position("objections").left_out == approach.head.left_out == 1


def test_a_claim_whose_only_evidence_is_wrong_goes_with_it_and_no_more(
    disk: LibraryOnDisk,
) -> None:
    disk.replace("options/talk.yaml", "stance: advocates", "stance: supports")

    whole = read_library(disk.folder)

    (problem,) = told(whole)
    assert sentence(problem).startswith("`stance` is “supports”; write 'advocates'")
    approach = talk(whole)
    assert approach.position("channels").claims == ()
    assert approach.position("channels").coverage is Coverage.FULL
    assert approach.position("channels").left_out == approach.head.left_out == 1
    assert len(approach.position("objections").claims) == 1


@pytest.mark.parametrize(
    ("old", "new", "claims"),
    [
        ("kind: fact", "kind: wish", 0),
        ("id: not-real", "id: Not Real", 0),
        ("text: Critics find it unrealistic.", 'text: ""', 0),
        ("coverage: partial", "coverage: half", 1),
        ("why: only one critic is heard", "why: [x]", 1),
    ],
)
def test_a_claim_or_a_key_of_a_position_that_is_wrong_goes_alone(
    disk: LibraryOnDisk, old: str, new: str, claims: int
) -> None:
    disk.replace("options/talk.yaml", old, new)

    whole = read_library(disk.folder)

    assert len(told(whole)) == 1
    approach = talk(whole)
    assert len(approach.position("objections").claims) == claims
    assert approach.position("objections").coverage is Coverage.PARTIAL
    assert approach.position("objections").left_out == approach.head.left_out == 1
    assert len(approach.position("channels").claims) == 1


def test_a_key_of_a_position_that_is_not_known_goes_alone(disk: LibraryOnDisk) -> None:
    disk.replace("options/talk.yaml", "why: only one critic is heard", "wyh: one critic is heard")

    whole = read_library(disk.folder)

    assert {problem.kind for problem in told(whole)} == {
        ProblemKind.UNKNOWN_KEY,
        ProblemKind.MISSING_KEY,
    }
    assert len(talk(whole).position("objections").claims) == 1
    assert talk(whole).head.left_out == 1


def test_a_position_that_is_no_position_goes_alone(disk: LibraryOnDisk) -> None:
    text = disk.read("options/talk.yaml")
    disk.write("options/talk.yaml", f"{text.partition('  objections:')[0]}  objections: none\n")

    whole = read_library(disk.folder)

    (problem,) = told(whole)
    assert problem.kind is ProblemKind.WRONG_TYPE
    position = talk(whole).position("objections")
    assert (position.coverage, position.left_out) == (Coverage.NOT_CONSIDERED, 1)


def test_a_coverage_that_is_wrong_is_not_taken_for_a_gap(disk: LibraryOnDisk) -> None:
    disk.replace("options/firm.yaml", "coverage: gap", "coverage: none")

    position = read_library(disk.folder).approaches[1].position("channels")

    assert (position.coverage, position.left_out) == (Coverage.NOT_CONSIDERED, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Keep talking", "titel: Keep talking"),
        ("gist: Talk, whatever happens.", "gist: []"),
        ("cue: A", "cue: ABCD"),
        ("colour: blue", "colour: red"),
        ("is: advocated", "is: supported"),
        ("  is: advocated\n", ""),
        ("note: the minister, 2008", 'note: ""'),
        ('date: "2008"', 'date: "2008-13"'),
        ("  - name: the minister", '  - name: ""'),
        ("positions:", "shown: perhaps\npositions:"),
        ("positions:", "relatoins: []\npositions:"),
        ("positions:", "relations: firm\npositions:"),
        ("positions:", "relations: [{kind: fights, option: firm, why: x}]\npositions:"),
    ],
)
def test_what_is_wrong_at_the_head_costs_no_claim(disk: LibraryOnDisk, old: str, new: str) -> None:
    disk.replace("options/talk.yaml", old, new)

    whole = read_library(disk.folder)

    assert told(whole)
    approach = talk(whole)
    assert sum(len(position.claims) for position in approach.positions) == 2
    assert approach.head.left_out == len(told(whole))


def test_what_cannot_be_read_at_the_head_is_not_made_up(disk: LibraryOnDisk) -> None:
    disk.replace("options/talk.yaml", "title: Keep talking\n", "")
    disk.replace("options/talk.yaml", "cue: A\n", "")
    disk.replace("options/talk.yaml", "  is: advocated\n", "")
    disk.replace("options/talk.yaml", 'date: "2008"', "date: soon")

    head = talk(read_library(disk.folder)).head

    assert (head.title, head.cue, head.status, head.status_note, head.date) == (
        *("Talk", "T", None),
        *("", ""),
    )


def test_what_is_plain_without_its_quotation_marks_is_told_and_kept(disk: LibraryOnDisk) -> None:
    disk.replace("options/talk.yaml", 'date: "2008"', "date: 2008-10-20")
    disk.replace("options/talk.yaml", "title: Keep talking", "title: 007")
    disk.replace("corpus/letter.yaml", 'date: "2008-10-20"', "date: 2008-10-20")

    whole = read_library(disk.folder)

    assert [problem.kind for problem in whole.contents.problems] == [ProblemKind.WRONG_TYPE] * 3
    assert (talk(whole).head.date, talk(whole).head.title) == ("2008-10-20", "007")
    assert talk(whole).head.left_out == 0
    assert whole.contents.source("letter").date == "2008-10-20"


@pytest.mark.parametrize("key", ["author", "title", "date", "marking", "rights", "statement"])
def test_a_description_with_a_wrong_value_keeps_its_source(disk: LibraryOnDisk, key: str) -> None:
    text = disk.read("corpus/letter.yaml")
    lines = [f"{key}: {{}}" if line.startswith(f"{key}:") else line for line in text.splitlines()]
    disk.write("corpus/letter.yaml", "\n".join(lines))

    whole = read_library(disk.folder)

    (problem,) = told(whole, "corpus/letter.yaml")
    assert problem.kind is ProblemKind.WRONG_TYPE
    said = getattr(whole.contents.source("letter"), key)
    assert said == ("letter" if key == "title" else NOT_READ)
    assert talk(whole).head.tally.not_exact == 0


def test_one_entry_of_furniture_that_is_wrong_goes_alone(disk: LibraryOnDisk) -> None:
    disk.replace("corpus/letter.yaml", "kind: header", "kind: haeder")
    disk.replace("corpus/letter.yaml", "digest: ", "digest: x # ")

    whole = read_library(disk.folder)

    assert len(whole.contents.source("letter").furniture) == 1
    assert talk(whole).head.tally.not_exact == 0
    assert len(told(whole, "corpus/letter.yaml")) == 2


def test_places_are_those_of_the_file_where_entries_are_left_out(disk: LibraryOnDisk) -> None:
    disk.replace("corpus/letter.yaml", "kind: header", "kind: haeder")
    disk.replace("corpus/letter.yaml", "after: The debate ran over", "after: Nothing like it")

    problems = told(read_library(disk.folder), "corpus/letter.yaml")

    lines = disk.read("corpus/letter.yaml").splitlines()
    assert ["haeder" in lines[(p.line or 0) - 1] for p in problems] == [True, False]
    assert "Nothing like it" in lines[(problems[1].line or 0) - 1]


def test_a_dimension_that_is_wrong_goes_alone_and_is_told_once(disk: LibraryOnDisk) -> None:
    disk.replace("options/dimensions.yaml", "title: Channels", "titel: Channels")

    whole = read_library(disk.folder)

    assert [dimension.id for dimension in whole.contents.dimensions] == ["objections"]
    assert {problem.file for problem in whole.contents.problems} == {"options/dimensions.yaml"}
    assert len(talk(whole).position("objections").claims) == 1


def test_a_reply_that_is_wrong_goes_alone(disk: LibraryOnDisk) -> None:
    passage = "{source: letter, quote: Talks should go on., voice: [the minister]}"
    answer = f"  - {{kind: KIND, why: it does, by: {passage}, to: {passage}}}\n"
    disk.write(
        "options/replies.yaml",
        "replies:\n" + answer.replace("KIND", "denies") + answer.replace("KIND", "rebuts"),
    )

    assert len(read_library(disk.folder).contents.replies) == 1


def test_a_title_of_the_library_that_is_wrong_leaves_its_statement(disk: LibraryOnDisk) -> None:
    disk.replace("corpus/library.yaml", "title: Small", "titel: Small")

    contents = read_library(disk.folder).contents

    assert (contents.title, contents.statement) == ("small", "One letter.")


def test_a_file_that_is_no_keys_at_all_is_left_out(disk: LibraryOnDisk) -> None:
    disk.write("options/talk.yaml", "just words\n")

    whole = read_library(disk.folder)

    assert [approach.head.id for approach in whole.approaches] == ["firm"]


def test_claims_on_a_dimension_that_is_not_known_are_said_to_be_missing(
    disk: LibraryOnDisk,
) -> None:
    disk.replace("options/talk.yaml", "  channels:", "  chanels:")

    assert talk(read_library(disk.folder)).head.left_out == 1


@pytest.mark.parametrize(
    ("file", "old", "new", "meant"),
    [
        (
            "options/talk.yaml",
            "source: letter\n            quote: >-",
            "source: lettre\n            quote: >-",
            "letter",
        ),
        ("options/firm.yaml", "option: talk", "option: tallk", "talk"),
        ("options/firm.yaml", "option: talk", "option: frim", ""),
        ("options/talk.yaml", "gist: Talk", "gits: Talk", "gist"),
        ("options/talk.yaml", "  channels:", "  chanels:", "channels"),
    ],
)
def test_a_name_that_is_mistyped_is_told_with_what_may_be_meant(
    disk: LibraryOnDisk, file: str, old: str, new: str, meant: str
) -> None:
    disk.replace(file, old, new)

    messages = [sentence(problem) for problem in told(read_library(disk.folder), file)]

    assert any(f"did you mean `{meant}`?" in each for each in messages) == bool(meant)
