"""`counterpoint anchor` writes what it found, refuses what it cannot, and touches nothing else."""

import errno
import json
import os
import re
from collections.abc import Callable

import pytest
import yaml

from counterpoint.application.library.anchor import anchor_library
from counterpoint.domain.anchoring import anchor_at
from counterpoint.domain.faults.quotation_fault import QuotationFault
from counterpoint.domain.problem import DOUBTS, ProblemKind
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.span import Span
from counterpoint.labels.problem import sentence
from counterpoint.storage.files import atomic, lock, retry
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library import library_writer
from counterpoint.storage.library.anchor_writer import with_anchors
from counterpoint.storage.library.library_folder import read_library
from counterpoint.storage.yaml.yaml_edit import EditWentWrong
from counterpoint.storage.yaml.yaml_file import parse_yaml
from tests.faults.refused_calls import TELLING, RefusedCalls, calls_of, nothing
from tests.library_on_disk import FIRM, LETTER_YAML, TALK, LibraryOnDisk


def without_anchors(text: str) -> str:
    text = re.sub(r", anchor: \{[^}]*\}", "", text)
    return re.sub(r"\n *anchor: \{[^}]*\}", "", text)


def test_anchors_are_filled_in_and_nothing_else_changes(disk: LibraryOnDisk) -> None:
    assert without_anchors(disk.read("options/talk.yaml")) == TALK
    assert without_anchors(disk.read("options/firm.yaml")) == FIRM.replace("2008}", '"2008"}')
    told = yaml.safe_load(disk.read("options/talk.yaml"))
    text = disk.read("corpus/letter.txt")
    for position in told["positions"].values():
        for claim in position["claims"]:
            for piece in claim["evidence"]:
                anchor = piece["anchor"]
                assert text[: anchor["start"]].endswith(anchor["before"])
                assert text[anchor["end"] :].startswith(anchor["after"])
                assert len(anchor["before"]) == 32


def test_anchoring_again_changes_nothing(disk: LibraryOnDisk) -> None:
    before = disk.read("options/talk.yaml")

    done = anchor_library(disk.folder)

    assert (done.anchored, done.kept, done.written) == (0, 4, [])
    assert disk.read("options/talk.yaml") == before


def test_windows_line_ends_are_kept(disk: LibraryOnDisk) -> None:
    disk.write("options/talk.yaml", "\ufeff" + TALK.replace("\n", "\r\n"))

    assert anchor_library(disk.folder).problems == ()

    text = disk.read("options/talk.yaml")
    assert text.startswith("\ufeff#")
    assert text.count("\r\n") == text.count("\n")
    assert read_library(disk.folder).contents.problems == ()


def test_a_quotation_that_is_refused_leaves_the_others_anchored(disk: LibraryOnDisk) -> None:
    disk.write("options/talk.yaml", TALK.replace("Talks should go on.", "should go on"))

    done = anchor_library(disk.folder)

    (problem,) = done.problems
    assert problem.kind is ProblemKind.QUOTATION_AMBIGUOUS
    assert problem.line == 21
    assert done.anchored == 2
    assert disk.read("options/talk.yaml").count("anchor:") == 2


def test_a_moved_quotation_is_anchored_anew_only_when_asked(disk: LibraryOnDisk) -> None:
    disk.replace("corpus/letter.txt", "A LETTER\n", "A LETTER\n\nAn added paragraph.\n")
    before = disk.read("options/talk.yaml")

    refused = anchor_library(disk.folder)
    assert {problem.kind for problem in refused.problems} >= {ProblemKind.QUOTATION_MOVED}
    assert disk.read("options/talk.yaml") == before

    assert anchor_library(disk.folder, again=True).problems == ()
    assert read_library(disk.folder).contents.problems == ()


def test_a_changed_quotation_is_never_anchored_to_its_likeness(disk: LibraryOnDisk) -> None:
    disk.replace("corpus/letter.txt", "Talks should go on.", "Talks should not go on.")

    done = anchor_library(disk.folder, again=True)

    assert ProblemKind.QUOTATION_CHANGED in {problem.kind for problem in done.problems}
    evidence = read_library(disk.folder).approaches[0].position("channels").claims[0].evidence[0]
    assert evidence.standing.state is QuotationState.CHANGED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("asked for firmness first", "never asked for firmness first"),
        ("firmness first. The debate", "firmness first, or not. The debate"),
        ("this unrealistic", "this realistic"),
    ],
)
def test_words_beside_which_something_changed_are_not_anchored_without_asking(
    disk: LibraryOnDisk, old: str, new: str
) -> None:
    disk.replace("corpus/letter.txt", old, new)
    before = disk.read("options/firm.yaml")

    done = anchor_library(disk.folder, again=True)

    assert QuotationFault.CHANGED_BESIDE in {problem.fault for problem in done.problems}
    assert disk.read("options/firm.yaml") == before
    assert read_library(disk.folder).contents.problems != ()

    disk.write("options/firm.yaml", without_anchors(before))
    assert "options/firm.yaml" in anchor_library(disk.folder).written, "somebody has looked"


def test_words_that_are_only_set_otherwise_are_anchored_again(disk: LibraryOnDisk) -> None:
    disk.replace("corpus/letter.txt", "firmness first", "ﬁrm-\nness ﬁrst")

    assert anchor_library(disk.folder, again=True).problems == ()

    whole = read_library(disk.folder)
    assert whole.contents.problems == ()
    assert [remark.fault for remark in whole.contents.remarks if remark.file.endswith("firm.yaml")][
        :1
    ] == [QuotationFault.SET_OTHERWISE]
    assert all(approach.head.tally.not_exact == 0 for approach in whole.approaches)


def test_an_edit_that_would_change_something_else_is_not_made() -> None:
    file = parse_yaml(TALK, "talk.yaml")
    at = ("positions", "channels", "claims", 0, "evidence", 0)
    # As if the file had been misread.
    file.text = TALK.replace("only one critic is heard", "somebody else is heard")
    anchor = anchor_at("some text", Span(0, 4), "0" * 64)

    with pytest.raises(EditWentWrong, match="one to a line"):
        with_anchors(file, {at: anchor})


@pytest.mark.parametrize("ending", ["", "\n", "\n\n\n", "\n# the end\n"])
def test_a_quotation_at_the_very_end_of_a_file_is_anchored(
    disk: LibraryOnDisk, ending: str
) -> None:
    text = TALK.rstrip("\n") + ending
    disk.write("options/talk.yaml", text)

    assert anchor_library(disk.folder).problems == ()
    assert without_anchors(disk.read("options/talk.yaml")).rstrip() == text.rstrip()


def test_a_passage_that_is_gone_is_not_found_in_another_speakers_mouth(disk: LibraryOnDisk) -> None:
    disk.replace(
        "options/talk.yaml",
        "            stance: advocates",
        '            paragraph: "¶2"\n            stance: advocates',
    )
    disk.replace("corpus/letter.txt", "¶2. Talks should go on.", "¶2. We shall see.")
    disk.replace("corpus/letter.txt", "¶3. Nobody", "¶3. A critic: Talks should go on. Nobody")
    before = disk.read("options/talk.yaml")

    done = anchor_library(disk.folder, again=True)

    assert ProblemKind.QUOTATION_LOST in {problem.kind for problem in done.problems}
    anchors = re.findall(r"Talks should go on.*?anchor: (\{[^}]*\})", before, re.DOTALL)
    assert anchors[0] in disk.read("options/talk.yaml")


def test_a_paragraph_corrected_after_anchoring_counts(disk: LibraryOnDisk) -> None:
    text = disk.read("options/talk.yaml")
    disk.write(
        "options/talk.yaml",
        text.replace(
            "            stance: advocates",
            '            paragraph: "¶9"\n            stance: advocates',
        ),
    )

    assert {p.kind for p in read_library(disk.folder).contents.problems} == {
        ProblemKind.QUOTATION_LOST
    }
    assert anchor_library(disk.folder, again=True).problems


def test_what_is_refused_is_told_by_its_line_in_the_file_as_written(disk: LibraryOnDisk) -> None:
    last = "The debate ran over into the next page"
    disk.write("options/talk.yaml", TALK.replace(last, "Nothing of the kind was ever said"))

    (problem,) = anchor_library(disk.folder).problems

    assert problem.line is not None
    line = disk.read("options/talk.yaml").splitlines()[problem.line - 1]
    assert "Nothing of the kind" in line


def test_what_is_wrong_beside_them_does_not_keep_quotations_from_being_anchored(
    disk: LibraryOnDisk,
) -> None:
    wrong = TALK.replace(
        "stance: criticises\n            voice: [", "stance: no\n            voice: ["
    )
    disk.write("options/talk.yaml", wrong)

    done = anchor_library(disk.folder)

    assert (done.anchored, done.kept) == (2, 1)
    (problem,) = done.problems
    lines = disk.read("options/talk.yaml").splitlines()
    assert "stance: no" in lines[(problem.line or 0) - 1]
    anchored = [lines[at - 1] for at, line in enumerate(lines) if "anchor: {" in line]
    assert [line.strip() for line in anchored] == [
        "Talks should go on.",
        "why: the debate is about the talks",
    ]
    assert without_anchors("\n".join(lines)) + "\n" == wrong


def test_an_anchor_that_is_no_anchor_is_written_anew(disk: LibraryOnDisk) -> None:
    disk.write("options/talk.yaml", disk.read("options/talk.yaml").replace("start: ", "strat: ", 1))

    done = anchor_library(disk.folder)

    assert (done.anchored, done.problems) == (1, ())
    assert read_library(disk.folder).contents.problems == ()


def test_a_comment_below_a_block_anchor_stays(disk: LibraryOnDisk) -> None:
    text = disk.read("options/talk.yaml")
    flow = re.search(
        r"anchor: \{start: (\d+), end: (\d+), before: (.*), after: (.*), digest: (.*)\}", text
    )
    assert flow is not None
    start, end, before, after, digest = flow.groups()
    block = (
        f"anchor:\n              start: {int(start) - 1}\n              end: {end}\n"
        f"              before: {before}\n              after: {after}\n"
        f"              digest: {digest}\n            # a comment of mine"
    )
    disk.write("options/talk.yaml", text.replace(flow.group(), block, 1))

    anchor_library(disk.folder, again=True)

    assert "            # a comment of mine\n" in disk.read("options/talk.yaml")
    assert read_library(disk.folder).contents.problems == ()


def test_a_flow_mapping_over_several_lines_is_anchored(disk: LibraryOnDisk) -> None:
    firm = FIRM.replace("note: 2008", 'note: "2008"').replace(
        '{source: letter, quote: "asked for firmness first", stance',
        '{source: letter,\n        quote: "asked for firmness first",\n        stance',
    )
    disk.write("options/firm.yaml", firm)

    assert anchor_library(disk.folder).problems == ()
    assert read_library(disk.folder).contents.problems == ()


def test_a_key_that_takes_no_anchor_is_told_where_it_is_and_costs_no_other(
    disk: LibraryOnDisk,
) -> None:
    disk.write("options/talk.yaml", TALK)
    disk.replace("options/talk.yaml", "cue: A", "cue: 1")
    odd = "? quote\n            : The debate ran over into the next page"
    disk.replace("options/talk.yaml", "quote: The debate ran over into the next page", odd)

    done = anchor_library(disk.folder)

    assert (done.anchored, done.written) == (2, ["options/talk.yaml"])
    number, quoted = done.problems
    assert "`cue` should be text" in sentence(number)
    lines = disk.read("options/talk.yaml").splitlines()
    assert lines[(quoted.line or 0) - 1][(quoted.column or 0) - 1 :] == "quote"
    assert sentence(quoted).startswith("the anchor of this quotation cannot be put in")
    assert anchor_library(disk.folder).written == []


def test_files_that_the_app_passes_over_are_left_alone(disk: LibraryOnDisk) -> None:
    for name in ("options/.backup.yaml", "options/Talk Copy.yaml", "options/other.yml"):
        disk.write(name, TALK)

    done = anchor_library(disk.folder)

    assert disk.read("options/.backup.yaml") == TALK
    assert sorted(problem.file for problem in done.problems) == [
        "options/Talk Copy.yaml",
        "options/other.yml",
    ]
    assert "rename it to other.yaml" in sentence(done.problems[-1])


def without_digest(text: str) -> str:
    return re.sub(r', digest: "\w{64}"|(?<=[\r\n]) *digest: "\w{64}"[\r\n]?', "", text)


def last(statement: str) -> str:
    """The description with `statement` as its last key."""
    return LETTER_YAML.replace("statement: Nothing depends on it.\n", "") + statement


DESCRIPTIONS = {
    "line feeds kept": last("statement: |+\n  Near.\n\n\n"),
    "end of document": LETTER_YAML + "...\n",
    "flow": "{" + json.dumps(yaml.safe_load(LETTER_YAML), ensure_ascii=False)[1:] + "\n",
    "indented": re.sub("^", "  ", LETTER_YAML.rstrip("\n"), flags=re.MULTILINE) + "\n",
    "empty lines": LETTER_YAML + "\n\n\n",
    "a comment": LETTER_YAML + "\n# the end\n\n",
    "carriage returns": LETTER_YAML.replace("\n", "\r"),
}


@pytest.mark.parametrize("text", DESCRIPTIONS.values(), ids=DESCRIPTIONS)
def test_a_digest_is_put_in_and_nothing_else_changes(disk: LibraryOnDisk, text: str) -> None:
    disk.write("corpus/letter.yaml", text)
    disk.write("options/talk.yaml", TALK)

    done = anchor_library(disk.folder)

    assert done.problems == ()
    assert done.written == ["corpus/letter.yaml", "options/talk.yaml"]
    assert without_digest(disk.read("corpus/letter.yaml")) == text
    assert read_library(disk.folder).contents.problems == ()


@pytest.mark.parametrize("empty", ["digest:\n", "digest: ~\n", "digest:   # of the text\n"])
def test_an_empty_digest_is_filled_in(disk: LibraryOnDisk, empty: str) -> None:
    disk.write("corpus/letter.yaml", empty + LETTER_YAML)

    assert anchor_library(disk.folder).problems == ()
    assert read_library(disk.folder).contents.problems == ()


def test_a_digest_that_cannot_be_put_in_is_told_and_the_rest_is_done(disk: LibraryOnDisk) -> None:
    text = last("? statement\n: Near.\n...\n")
    disk.write("corpus/letter.yaml", text)
    disk.write("options/talk.yaml", TALK)

    done = anchor_library(disk.folder)

    (problem,) = done.problems
    assert problem.file == "corpus/letter.yaml"
    assert "write a line `digest: " in sentence(problem)
    assert disk.read("corpus/letter.yaml") == text
    assert done.written == ["options/talk.yaml"]


def test_an_empty_anchor_at_the_very_end_of_a_file_is_filled_in(disk: LibraryOnDisk) -> None:
    disk.write("options/talk.yaml", TALK.rstrip("\n") + "\n            anchor:")

    assert anchor_library(disk.folder).problems == ()
    assert read_library(disk.folder).contents.problems == ()


def test_lines_that_end_in_carriage_returns_are_kept(disk: LibraryOnDisk) -> None:
    disk.write("options/talk.yaml", TALK.replace("\n", "\r"))

    assert anchor_library(disk.folder).problems == ()

    text = disk.read("options/talk.yaml")
    assert "\n" not in text
    assert without_anchors(text.replace("\r", "\n")) == TALK
    assert read_library(disk.folder).contents.problems == ()


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\u0085"])
def test_signs_that_only_yaml_takes_for_ends_of_lines(disk: LibraryOnDisk, sign: str) -> None:
    disk.replace("corpus/letter.yaml", "A letter made up", f'"A letter{sign}made up')
    disk.replace("corpus/letter.yaml", "for tests.", 'for tests."')
    digest = re.findall(r"\w{64}", disk.read("corpus/letter.yaml"))[0]
    disk.replace("corpus/letter.yaml", digest, "0" * 64)
    talk = TALK.replace("gist: Talk, whatever happens.", f'gist: "Talk,{sign}whatever happens."')
    disk.write("options/talk.yaml", talk)

    assert anchor_library(disk.folder, again=True).problems == ()
    assert digest in disk.read("corpus/letter.yaml")
    assert without_anchors(disk.read("options/talk.yaml")) == talk
    assert read_library(disk.folder).contents.problems == ()

    disk.replace("options/talk.yaml", "colour: blue", "colour: red")
    problems = read_library(disk.folder).contents.problems
    places = [(p.line, p.column) for p in problems if p.file == "options/talk.yaml"]
    assert places == [(5, 9)]


def while_writing(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Does `act` while each file is flushed, as its owner's editor would."""
    real = os.fsync

    def fsync(descriptor: int) -> None:
        act()
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


def test_what_its_owner_saves_in_the_meantime_is_not_overwritten(
    disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.write("options/talk.yaml", TALK)
    theirs = f"{TALK}# an afterthought\n"
    with monkeypatch.context() as patch:
        while_writing(patch, lambda: disk.write("options/talk.yaml", theirs))
        done = anchor_library(disk.folder)
    assert disk.read("options/talk.yaml") == theirs
    (problem,) = done.problems
    assert problem.file == "options/talk.yaml"
    assert "changed by somebody else in the meantime" in sentence(problem)
    assert "run the command again" in sentence(problem)
    assert (done.anchored, done.written) == (0, [])
    assert atomic.strays(disk.path("options")) == []
    assert anchor_library(disk.folder).anchored == 3
    assert disk.read("options/talk.yaml").endswith("# an afterthought\n")


def test_nor_is_a_description_nor_what_was_taken_away(
    disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.replace("corpus/letter.yaml", "digest", "# digest")
    before = disk.read("corpus/letter.yaml")
    path = disk.path("corpus/letter.yaml")
    with monkeypatch.context() as patch:
        while_writing(patch, lambda: path.unlink(missing_ok=True))
        done = anchor_library(disk.folder)
    assert not path.exists()
    assert "in the meantime" in sentence(done.problems[0])
    path.write_text(before)
    assert anchor_library(disk.folder).written == ["corpus/letter.yaml"]


def test_what_a_killed_process_left_is_cleared(disk: LibraryOnDisk) -> None:
    for part in ("corpus", "options"):
        disk.write(f"{part}/{atomic.TEMPORARY}0123.tmp", "half")
    names = {path.name for path in disk.folder.rglob("*")}
    anchor_library(disk.folder)
    left = {path.name for path in disk.folder.rglob("*")}
    assert names - left == {f"{atomic.TEMPORARY}0123.tmp"}
    assert left <= names, "no lock is left among the files"


def test_two_that_anchor_at_once_do_not_write_at_once(
    disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_writer, "_WAIT", 0.0)
    disk.write("options/talk.yaml", TALK)
    stray = f"options/{atomic.TEMPORARY}0123.tmp"
    disk.write(stray, "theirs, in hand")
    with lock.held(disk.path("options"), 0.0) as locked:
        assert locked
        done = anchor_library(disk.folder)
        assert disk.path(stray).exists()
    assert disk.read("options/talk.yaml") == TALK
    assert ["another program is writing" in sentence(each) for each in done.problems] == [True]


@pytest.mark.parametrize("number", TELLING, ids=[errno.errorcode[number] for number in TELLING])
def test_whatever_the_disk_refuses_is_told_and_every_file_is_whole(
    disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(retry, "_PAUSE", 0.0)
    monkeypatch.setattr(library_writer, "_WAIT", 0.0)
    anchored = disk.read("options/talk.yaml")
    calls = RefusedCalls(monkeypatch, disk.path("options"))
    for name in ("flock", "open", "write", "fsync", "fstat", "close", "replace", "read", "stat"):
        disk.write("options/talk.yaml", TALK)
        calls.refuse = calls_of(name, number)
        try:
            done = anchor_library(disk.folder)
        except Unreadable as error:
            said = [*error.problems]
        else:
            said = [*done.problems]
        calls.refuse = nothing
        assert said or disk.read("options/talk.yaml") == anchored, name
        assert disk.read("options/talk.yaml") in (TALK, anchored), name


@pytest.mark.parametrize("again", [False, True])
def test_a_quotation_that_a_comment_may_have_cut_short_is_not_anchored(
    disk: LibraryOnDisk, again: bool
) -> None:
    disk.write("options/talk.yaml", TALK)
    disk.replace(
        "options/talk.yaml",
        "quote: The debate ran over into the next page",
        "quote: The debate ran over # into the next page",
    )
    before = disk.read("options/talk.yaml").count("anchor:")

    done = anchor_library(disk.folder, again=again)

    (problem,) = done.problems
    assert (problem.file, problem.kind) == ("options/talk.yaml", ProblemKind.DOUBTFUL)
    assert sentence(problem).startswith("the quotation was not anchored: # begins a comment here")
    line = disk.read("options/talk.yaml").splitlines()[(problem.line or 0) - 1]
    assert line[(problem.column or 0) - 1 :].startswith("# into the next page")
    assert done.anchored == disk.read("options/talk.yaml").count("anchor:") - before == 2


def test_what_is_doubtful_is_told_as_check_tells_it(disk: LibraryOnDisk) -> None:
    disk.write("options/talk.yaml", TALK)
    disk.replace("options/talk.yaml", "[the ministry, the minister]", "[Ann Lee, Minister]")
    disk.replace("corpus/letter.yaml", "kind: letter", "kind: letter # 4")
    disk.write("corpus/two.txt", "One\u200b.\n")
    disk.write("corpus/two.yaml", LETTER_YAML.partition("furniture:")[0])

    done = anchor_library(disk.folder)

    assert done.problems == ()
    assert [problem.file for problem in done.doubts] == [
        "corpus/letter.yaml",
        "corpus/two.txt",
        "options/talk.yaml",
    ]
    told = read_library(disk.folder).contents.problems
    assert {problem for problem in told if problem.kind in DOUBTS} == set(done.doubts)
