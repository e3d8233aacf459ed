"""Blocks as plain text, as it is pasted where there is nothing else."""

from counterpoint.domain.report.blocks import (
    Column,
    Heading,
    LineBreak,
    Listing,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
)
from counterpoint.storage.exporters.report.plain_text import plain_text


def paragraph(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def test_a_quotation_stands_right_below_what_it_bears() -> None:
    blocks = (
        Heading(1, (Text("Head"),)),
        Paragraph((Strong((Text("A claim."),)), LineBreak(), Text("More."))),
        Quotation("the words", (Text("(Letter)"),)),
        Quotation("“so” they say", (Text("(Letter)"),), doubt="Lost."),
    )

    assert plain_text(blocks) == (
        "Head\n\nA claim.\nMore.\n“the words” (Letter)\nLost. ‘“so” they say’ (Letter)"
    )


def test_a_table_is_lines_with_tabs_and_no_cell_is_a_formula() -> None:
    rows = (
        ((paragraph("Channels"),), (paragraph("Talk."), paragraph("On\tand on."))),
        ((paragraph("Risks"),), (paragraph('=HYPERLINK("x")'),)),
    )
    table = Table((Column((Text("Question"),), 0.5), Column((Text("@A"),), 0.5)), rows)

    assert plain_text([table]) == (
        "Question\t'@A\nChannels\tTalk. On and on.\nRisks\t'=HYPERLINK(\"x\")"
    )


def test_the_items_of_a_list_have_a_line_each() -> None:
    items = ((paragraph("one"),), (paragraph("two"),))

    assert plain_text([Listing(items)]) == "– one\n– two"
    assert plain_text([Listing(items, numbered=True)]) == "1. one\n2. two"
