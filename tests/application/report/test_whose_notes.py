"""Whose a note is, in all that is handed over."""

from counterpoint.application.report.brief.brief import Wishes, write_brief
from counterpoint.application.report.matrix import NOTES, matrix
from counterpoint.application.report.notes_report import notes_report
from counterpoint.domain.report.blocks import Heading, Paragraph, Remark, plain
from counterpoint.storage.template_file import shipped_template
from tests.handed_over import material, note

MINE = note("n1", place="comparison", approach="", question="")
THEIRS = note("n2", author="Ann Lee", place="comparison", approach="", question="")


def test_a_brief_says_whose_a_note_is() -> None:
    blocks = write_brief(material(notes=(MINE, THEIRS)), shipped_template("full"), Wishes())
    labels = [each.label for each in blocks.report.blocks if isinstance(each, Remark)]
    assert [label.partition(" · ")[0] for label in labels] == [
        "Judgement of the analyst",
        "Judgement of Ann Lee",
    ]


def test_the_notes_of_others_are_not_headed_as_the_analysts() -> None:
    for notes, said in (((MINE,), "The analyst’s notes"), ((MINE, THEIRS), "Notes")):
        brief = write_brief(material(notes=notes), shipped_template("full"), Wishes())
        heads = [plain(each.inside) for each in brief.report.blocks if isinstance(each, Heading)]
        assert said in heads


def test_a_document_of_notes_and_the_matrix_say_whose_a_note_is() -> None:
    of = material(notes=(MINE, THEIRS))
    report = notes_report(of, of.notes, "", "")
    heads = [plain(each.inside) for each in report.blocks if isinstance(each, Paragraph)]
    heads = [words for words in heads if words.startswith("Judgement")]
    assert [" · by Ann Lee · " in words for words in heads] == [False, True]

    (sheet,) = (each for each in matrix(of).sheets if each.name == NOTES)
    assert [row[-1].words for row in sheet.rows] == ["", "Ann Lee"]
    assert sheet.columns[-1].title == "Author"
