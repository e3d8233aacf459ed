"""A form becomes the text of its file again: by edits that touch nothing else, or as a new file."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterpoint.domain.approach import (
    Colour,
    Dimension,
    Link,
    NamedAnswer,
    Relation,
    RelationKind,
    Stance,
)
from counterpoint.domain.editing.claims import move_claim
from counterpoint.domain.forms import ApproachForm, ClaimForm, PositionForm
from counterpoint.storage.library.editable_file import Form, new_text, read_form, with_form
from counterpoint.storage.place import shipped_library
from counterpoint.storage.yaml.yaml_edit import EditWentWrong
from tests.library_on_disk import FIRM, TALK

OPTIONS = sorted((shipped_library() / "options").glob("*.yaml"))
NAME = "options/talk.yaml"


def approach(text: str) -> ApproachForm:
    form = read_form(text, NAME).form
    assert isinstance(form, ApproachForm)
    return form


def changed(text: str, form: Form) -> str:
    return with_form(read_form(text, NAME), form).file.text


@pytest.mark.parametrize("path", OPTIONS, ids=lambda path: path.stem)
def test_each_file_of_this_library_is_said_again(path: Path) -> None:
    text, name = path.read_text("utf-8"), f"options/{path.name}"
    found = read_form(text, name)

    assert with_form(found, found.form).file.text == text
    assert read_form(new_text(name, found.form), name).form == found.form


def lines_changed(old: str, new: str) -> tuple[list[str], list[str]]:
    """The whole lines that went and that came."""
    was, now = old.splitlines(), new.splitlines()
    while was and now and was[0] == now[0]:
        del was[0], now[0]
    while was and now and was[-1] == now[-1]:
        del was[-1], now[-1]
    return was, now


def in_cell(form: ApproachForm, number: int, **fields: object) -> ApproachForm:
    cells = list(form.positions)
    cells[number] = cells[number]._replace(**fields)  # type: ignore[arg-type]
    return form._replace(positions=tuple(cells))


def test_only_the_line_of_what_was_worded_changes() -> None:
    form = approach(TALK)
    claim = form.positions[0].claims[0]._replace(text="Talks should go on for ever.")

    now = changed(TALK, in_cell(form, 0, claims=(claim,)))

    assert lines_changed(TALK, now) == (
        ["        text: Talks should continue."],
        ["        text: Talks should go on for ever."],
    )


def test_a_piece_of_evidence_comes_in_as_people_write_it() -> None:
    form = approach(TALK)
    claim = form.positions[0].claims[0]
    passage = claim.evidence[0].passage._replace(quote="trade should grow", voice=("x: y", "z"))
    piece = claim.evidence[0]._replace(
        passage=passage, stance=Stance.TELLS_FOR, link=Link.INFERRED, why="it follows"
    )
    more = claim._replace(evidence=(*claim.evidence, piece))

    now = changed(TALK, in_cell(form, 0, claims=(more,)))

    assert lines_changed(TALK, now) == (
        [],
        [
            "          - source: letter",
            "            quote: trade should grow",
            "            stance: tells for",
            "            voice:",
            '              - "x: y"',
            "              - z",
            "            why: it follows",
        ],
    )


def test_a_line_that_grows_too_long_is_folded_and_one_line_changes_in_a_folded_text() -> None:
    form = approach(TALK)
    words = "Talks should go on for as long as it takes, whatever it costs those who hold them, as"
    long = f"{words} nothing else is left, and nobody has another idea."
    claim = form.positions[0].claims[0]

    once = changed(TALK, in_cell(form, 0, claims=(claim._replace(text=long),)))
    now = in_cell(form, 0, claims=(claim._replace(text=long.replace("another", "a better")),))
    again = changed(once, now)

    assert lines_changed(TALK, once) == (
        ["        text: Talks should continue."],
        [
            "        text: >-",
            f"          {words}",
            "          nothing else is left, and nobody has another idea.",
        ],
    )
    assert lines_changed(once, again) == (
        ["          nothing else is left, and nobody has another idea."],
        ["          nothing else is left, and nobody has a better idea."],
    )


def test_what_goes_to_another_cell_goes_as_it_is_written_with_its_comments() -> None:
    text = TALK.replace("      - id: not-real\n", "      # Doubtful.\n      - id: not-real\n")
    text += "  other:\n    coverage: gap\n    looked_for: it\n"
    form = approach(text)
    lines = text.split("\n")
    claim = lines[lines.index("      # Doubtful.") : lines.index("  other:")]

    for cell in ("channels", "other"):
        now = changed(text, move_claim(form, "not-real", cell))
        assert "\n".join(claim) in now
        assert now.count("# Doubtful.") == 1
        assert approach(now) == move_claim(form, "not-real", cell)


def test_a_comment_behind_words_that_are_folded_stays() -> None:
    text = TALK.replace("title: Keep talking\n", "title: Keep talking  # so far\n")
    long = "Keep talking " * 12 + "on"

    now = changed(text, approach(text)._replace(title=long))

    assert "title: >-  # so far\n  Keep talking" in now
    assert approach(now).title == long


def test_what_is_implied_is_written_only_where_it_stands() -> None:
    form = approach(TALK)
    pieces = form.positions[1].claims[0].evidence
    second = pieces[1]._replace(stance=Stance.CRITICISES, link=Link.DIRECT)
    claim = form.positions[1].claims[0]._replace(evidence=(pieces[0], second))

    now = changed(TALK, in_cell(form, 1, claims=(claim,)))

    assert "link" not in now
    assert approach(now) == in_cell(form, 1, claims=(claim,))


def test_an_entry_that_cannot_be_read_is_not_lost_by_an_edit_beside_it() -> None:
    broken = TALK.replace("            quote: His critics", "            qoute: His critics")
    form = approach(broken)
    claim = form.positions[1].claims[0]

    with pytest.raises(EditWentWrong, match="cannot be read"):
        changed(broken, in_cell(form, 1, claims=(claim._replace(evidence=()),)))
    now = changed(broken, form._replace(title="Talk on"))
    assert lines_changed(broken, now) == (["title: Keep talking"], ["title: Talk on"])


WORDS = st.sampled_from(
    ["Talk on", "no: never", "yes", "# none", "“firm”", "a\u200bb", "x" * 120, "long " * 40 + "end"]
)
CLAIMS = [
    claim for text in (TALK, FIRM) for cell in approach(text).positions for claim in cell.claims
]


@st.composite
def claims(draw: st.DrawFn) -> tuple[ClaimForm, ...]:
    chosen = draw(st.lists(st.sampled_from(CLAIMS), max_size=4, unique_by=lambda claim: claim.id))
    return tuple(
        claim._replace(text=draw(WORDS)) if draw(st.booleans()) else claim for claim in chosen
    )


@st.composite
def forms(draw: st.DrawFn) -> ApproachForm:
    form = approach(draw(st.sampled_from([TALK, FIRM.replace("note: 2008", 'note: "2008"')])))
    cells = [
        draw(st.just(cell) | claims().map(lambda held, cell=cell: cell._replace(claims=held)))  # type: ignore[misc]
        for cell in form.positions
    ]
    if draw(st.booleans()):
        cells.append(PositionForm("other", cells[0].coverage, why=draw(WORDS)))
    relations = draw(
        st.just(form.relations)
        | st.lists(
            st.builds(Relation, st.sampled_from(RelationKind), st.just("firm"), WORDS), max_size=3
        ).map(tuple)
    )
    return form._replace(
        title=draw(st.just(form.title) | WORDS),
        colour=draw(st.sampled_from(Colour)),
        shown=draw(st.booleans()),
        status_detail=draw(st.just("") | WORDS),
        relations=relations,
        positions=tuple(cells),
    )


@settings(max_examples=150, deadline=None)
@given(forms(), forms())
def test_whatever_a_file_said_it_says_what_it_should(
    one: ApproachForm, other: ApproachForm
) -> None:
    text = new_text(NAME, one)

    now = changed(text, other)

    assert approach(text) == one
    assert approach(now) == other
    assert changed(now, other) == now


def test_what_a_person_wrote_beside_stays() -> None:
    form = approach(TALK)

    now = changed(
        TALK, form._replace(cue="Z", relations=(Relation(RelationKind.ANSWERS, "a", "b"),))
    )

    assert [line for line in TALK.splitlines() if line != "cue: A"] == [
        line for line in now.splitlines() if line in TALK.splitlines()
    ]
    assert "# Written by hand; this comment has to stay." in now


def test_a_question_moves_with_its_comment() -> None:
    text = (
        "dimensions:\n  - id: one\n    title: One\n    question: What?\n    tells_apart: It does.\n"
        "  # Not sure of this one.\n  - id: two\n    title: Two\n    question: Who?\n"
        "    tells_apart: It may.\n"
    )
    found = read_form(text, "options/dimensions.yaml")
    one, two = (each for each in found.form if isinstance(each, Dimension))
    named = one._replace(
        answers=(NamedAnswer("a", "An answer", "So."), NamedAnswer("b", "B", "No."))
    )

    now = with_form(found, (two, named)).file.text

    assert now == (
        "dimensions:\n  # Not sure of this one.\n  - id: two\n    title: Two\n    question: Who?\n"
        "    tells_apart: It may.\n"
        "  - id: one\n    title: One\n    question: What?\n    tells_apart: It does.\n"
        "    answers:\n      - id: a\n        name: An answer\n        means: So.\n"
        "      - id: b\n        name: B\n        means: No.\n"
    ), now
