"""Blocks as Markdown: what is read back from it is what was written."""

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.application.report.words.markdown import blocks_of
from counterpoint.domain.report.blocks import (
    Block,
    Column,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    Listing,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
    plain,
)
from counterpoint.storage.exporters.report.markdown_text import markdown_text

words = (
    st.text(
        st.sampled_from("ab1 .)\\`*_{}[]<>|&~#@:/+-=!\"'“—")
        | st.characters(categories=["L", "P", "S"]),
        min_size=1,
        max_size=30,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


def said(blocks: tuple[Block, ...]) -> list[str]:
    """The words of paragraphs and headings."""
    return [plain(block.inside) for block in blocks if isinstance(block, Paragraph | Heading)]


@given(words)
def test_no_words_are_markup(text: str) -> None:
    found = blocks_of(markdown_text([Paragraph((Text(text),))]), 1)

    assert found == (Paragraph((Text(text),)),)


@given(words, words)
def test_nor_are_they_within_marks(strong: str, after: str) -> None:
    run: tuple[Inline, ...] = (Strong((Text(strong),)), Text(" — "), Emphasis((Text(after),)))

    assert said(blocks_of(markdown_text([Paragraph(run)]), 1)) == [f"{strong} — {after}"]


@given(words, words, words)
def test_a_table_keeps_its_cells(head: str, first: str, second: str) -> None:
    cells = ((Paragraph((Text(first),)),), (Paragraph((Text(second),)),))
    table = Table((Column((Text(head),), 0.5), Column((Text("x"),), 0.5)), (cells,))

    (found,) = blocks_of(markdown_text([table]), 1)

    assert isinstance(found, Table)
    assert [plain(column.heading) for column in found.columns] == [head, "x"]
    assert [said(cell) for cell in found.rows[0]] == [[first], [second]]


@given(words, words)
def test_a_quotation_keeps_its_words_and_who_says_them(text: str, who: str) -> None:
    made = markdown_text([Quotation(text, (Text(who),))])

    assert all(line.startswith(">") for line in made.split("\n"))
    quoted, name = blocks_of(made, 1)
    assert isinstance(quoted, Quotation)
    assert quoted.words[1:-1] == text
    assert isinstance(name, Quotation)
    assert name.words == who


def test_what_stands_in_several_lines_of_a_cell_stays_in_it() -> None:
    cell = (Paragraph((Strong((Text("Talk"),)),)), Paragraph((Text("a"), LineBreak(), Text("b"))))
    table = Table((Column((Text("x"),), 1),), ((cell,),))

    assert markdown_text([table]) == "| x |\n| --- |\n| **Talk**<br>a<br>b |"


def test_headings_lists_and_links() -> None:
    items = ((Paragraph((Text("one"),)),), (Paragraph((Text("two"),)),))
    blocks = (
        Heading(2, (Text("Head"),)),
        Listing(items, numbered=True),
        Paragraph((Link("https://a.example/b", (Text("there"),)), Link("#x", (Text(" here"),)))),
    )

    made = markdown_text(blocks)

    assert made == "## Head\n\n1. one\n2. two\n\n[there](<https://a.example/b>) here"
