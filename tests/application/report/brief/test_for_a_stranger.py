"""What a paper says to somebody who has nothing else."""

from counterpoint.application.report.brief.brief import Wishes, write_brief
from counterpoint.application.report.material.reading import read_material
from counterpoint.application.report.pictures import map_picture
from counterpoint.application.report.references.references import reference
from counterpoint.domain.approach import NamedAnswer
from counterpoint.domain.report.blocks import Link, Picture, Table, inlines, plain
from counterpoint.domain.report.drawing import Box, Words
from counterpoint.domain.report.material import Answered, Material
from counterpoint.storage.place import shipped_library
from counterpoint.storage.template_file import shipped_template
from tests.handed_over import material, passage


def said(of: Material, template: str) -> list[str]:
    brief = write_brief(of, shipped_template(template), Wishes())
    return [plain(run) for block in brief.report.blocks for run in inlines(block)]


def test_sources_are_numbered_in_the_order_in_which_they_are_cited() -> None:
    given = material()
    cited = given.quoted_sources()
    late = tuple(
        source._replace(number=number)
        for number, source in enumerate(
            sorted(given.sources, key=lambda source: (source.id in cited, source.id)), 11
        )
    )
    lines = said(given._replace(sources=late), "two-page")

    assert any("[1\u00a0" in line for line in lines)
    assert not any(f"[{number}" in line for line in lines for number in range(11, 20))


def test_the_measure_of_parting_counts_pairs() -> None:
    shipped, _ = read_material(shipped_library())
    lines = said(shipped, "two-page")

    assert any("of the 15 pairs of approaches" in line for line in lines)
    assert "Silent" not in lines


def test_of_two_approaches_no_pairs_are_counted() -> None:
    shipped, _ = read_material(shipped_library())
    two = shipped._replace(approaches=shipped.approaches[:2])
    (verdict,) = (line for line in said(two, "full") if line.startswith("They part most on"))

    assert "pair" not in verdict
    assert "nearest" not in verdict
    assert verdict.split(": ")[1].startswith(("they give no answer", "one of them says nothing"))


def test_whose_the_words_are_and_how_paragraphs_are_counted_is_said() -> None:
    lines = " ".join(said(material(), "two-page"))

    assert "The words are ours, but for quotations" in lines
    assert "In the library" not in lines


def test_what_nobody_looked_at_is_not_told_as_what_the_texts_do_not_say() -> None:
    given = material()
    unseen = next(key for key, cell in given.cells.items() if cell.silent and not cell.claims)
    cells = {
        **given.cells,
        unseen: given.cells[unseen]._replace(answered=Answered.NOT_CONSIDERED, why=""),
    }
    lines = said(given._replace(cells=cells), "full")

    assert "Not yet looked at" in lines
    at = lines.index("Not yet looked at")
    assert f"{given.question(unseen[1]).title}." in lines[at + 1 :]


def test_the_short_list_says_what_helps_to_look_a_source_up() -> None:
    given = material()
    told = given._replace(
        sources=tuple(
            source._replace(about="Cable 08X. More.", access="Public. So it is said.")
            for source in given.sources
        )
    )
    line = next(line for line in said(told, "two-page") if "Cable 08X." in line)

    assert "Access: Public." in line
    assert "More." not in line


def test_who_answers_a_quotation_is_told_right_of_one_and_of_many() -> None:
    given = material()
    reply = given.replies[0]._replace(
        kind="rebuts",
        by=given.replies[0].by._replace(voice=("the critics",)),
    )
    lines = said(given._replace(replies=(reply._replace(inferred=False),)), "full")
    assert any(line.startswith("Rebutted by the critics ") for line in lines)

    lines = said(given._replace(replies=(reply._replace(inferred=True),)), "full")
    assert any(line.startswith("Set against it by us: words of the critics ") for line in lines)
    assert any(
        line.startswith("We set words of the critics against words of the minister")
        for line in lines
    )
    assert not any("ebutted" in line for line in lines)


def test_what_was_looked_for_in_vain_is_not_said_in_part() -> None:
    given = material()
    silent = next(
        key for key, cell in given.cells.items() if cell.silent and cell.claims and not cell.answer
    )
    why = "Looked for a word on it; none."
    cells = {
        **given.cells,
        silent: given.cells[silent]._replace(answered=Answered.PARTIAL, why=why),
    }
    lines = said(given._replace(cells=cells), "full")
    assert why in lines
    assert not any("In part: Looked" in line for line in lines)


def test_of_a_source_that_says_nothing_of_access_there_is_no_empty_access() -> None:
    given = material()
    told = given._replace(sources=tuple(each._replace(access=" . ") for each in given.sources))
    for template in ("two-page", "full"):
        assert not any("ccess:" in line for line in said(told, template))


def anyones(of: Material) -> Material:
    """With an answer that a critic alone gives, to a question that is put to anyone."""
    channels, objections = of.questions
    unreal = NamedAnswer("unreal", "Unreal", "It cannot be.")
    key = ("talk", "objections")
    told = of.cells[key]._replace(
        answer="Critics find it unreal.", holds=("unreal",), rests_on=("unreal",)
    )
    asked = objections._replace(answers=(unreal,), of_anyone=True)
    return of._replace(questions=(channels, asked), cells={**of.cells, key: told})


def test_what_critics_say_is_said_of_an_approach_and_not_held_by_it() -> None:
    given = anyones(material())
    critic, *rest = given.cells["talk", "objections"].claims
    spoken = critic.evidence[0]._replace(passage=passage(3, ("the paper, quoting", "a critic")))
    cell = given.cells["talk", "objections"]._replace(
        claims=(critic._replace(evidence=(spoken,)), *rest)
    )
    given = given._replace(cells={**given.cells, ("talk", "objections"): cell})
    (row,) = (line for line in said(given, "full") if line.startswith("Unreal: "))
    drawing = map_picture(given)

    assert row.startswith("Unreal: said of A by a critic\u00a0[1\u00a0")
    assert "Objections: Unreal: said of A by a critic; not said by: B." in drawing.description
    assert [shape.dashed for shape in drawing.shapes if isinstance(shape, Box)].count(True) == 1
    assert any(
        "others say it of the approach" in shape.words
        for shape in drawing.shapes
        if isinstance(shape, Words)
    )


def test_what_the_holder_admits_it_holds() -> None:
    given = anyones(material())
    critic, *rest = given.cells["talk", "objections"].claims
    own = critic.evidence[0]._replace(stance="concedes", of_holder=True)
    cell = given.cells["talk", "objections"]._replace(
        claims=(critic._replace(evidence=(own,)), *rest)
    )
    given = given._replace(cells={**given.cells, ("talk", "objections"): cell})
    (row,) = (line for line in said(given, "full") if line.startswith("Unreal: "))

    assert row.startswith("Unreal: A\u00a0[1\u00a0")
    assert "said of" not in map_picture(given).description


def test_in_the_shipped_library_nobody_holds_what_a_critic_says_of_it() -> None:
    given, _ = read_material(shipped_library())
    lines = said(given, "two-page")

    (row,) = (line for line in lines if "No good outcome: " in line)
    assert "No good outcome: said of E by Hugo Klijn" in row
    assert "Old quarrels: said of A by US Embassy London" in row
    assert "Helsinki 1975: F" in row


def test_it_says_through_whom_alone_an_approach_is_known_and_whom_that_stands_for() -> None:
    given, _ = read_material(shipped_library())
    lines = said(given, "two-page")

    assert (
        "Known here only through others: A and B (US Embassy London); C (Sarah Lain, who stands "
        "for D, and The Independent); E (Hugo Klijn, who stands for F). At first hand: D and F."
    ) in lines


def test_each_passage_that_a_sentence_rests_on_at_a_glance_has_a_link_of_its_own() -> None:
    given, _ = read_material(shipped_library())
    brief = write_brief(given, shipped_template("two-page"), Wishes())
    (table,) = (
        block
        for block in brief.report.blocks
        if isinstance(block, Table) and block.id == "at-a-glance"
    )
    (wants,) = inlines(table.rows[0][1][0])
    links = [piece for piece in wants if isinstance(piece, Link)]

    assert [plain(link.inside) for link in links] == ["1\u00a0¶1", "¶4", "¶5", "¶6"]
    assert all(len(link.places) == 1 for link in links)


def test_the_map_has_the_order_of_the_table_and_its_key_once() -> None:
    given, _ = read_material(shipped_library())
    report = write_brief(given, shipped_template("full"), Wishes()).report
    drawn = [block for block in report.blocks if isinstance(block, Picture)]
    (table,) = (
        block
        for block in report.blocks
        if isinstance(block, Table) and block.id.startswith("where")
    )
    titles = [" ".join(plain(run) for run in inlines(row[0][0])) for row in table.rows]

    assert [each.alternative.partition(":")[0] for each in drawn] == titles
    assert [b"A dashed frame" in each.data for each in drawn] == [
        True,
        *(False for _ in titles[1:]),
    ]
    assert [b"Helsinki-style" in each.data for each in drawn] == [
        True,
        *(False for _ in titles[1:]),
    ]


def test_who_replied_in_one_way_more_than_once_is_named_once() -> None:
    given = material()
    (reply,) = given.replies
    again = reply._replace(why="Another time.")
    lines = said(given._replace(replies=(reply, again)), "full")
    told = [line for line in lines if line.startswith("Rebutted by")]

    assert len(told) == len([line for line in said(given, "full") if "Rebutted by" in line])
    assert told[0].endswith("], below and below")


def test_who_puts_it_forward_is_named_after_a_colon() -> None:
    given, _ = read_material(shipped_library())
    lines = " ".join(said(given, "full"))

    assert "Put forward by: " in lines
    assert "forward by The" not in lines


def test_a_publisher_of_a_copy_is_named_without_that() -> None:
    given, _ = read_material(shipped_library())
    (found,) = (reference(each) for each in given.sources if each.id == "isc-report-2020")

    assert found.publisher == "Wikisource"


def test_what_others_say_of_an_approach_is_told_to_be_counted() -> None:
    told = "What others alone say of an approach counts as its answer."
    given, _ = read_material(shipped_library())

    assert told in " ".join(said(given, "two-page"))
    assert told not in " ".join(said(material(), "two-page"))
