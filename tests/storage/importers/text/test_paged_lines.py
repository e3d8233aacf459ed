"""Pages of plain texts without form feeds."""

import textwrap
from collections.abc import Sequence

import pytest

from counterpoint.domain.source import FurnitureKind, Numbering
from counterpoint.storage.importers.draft import Choices, Draft, PageNumbers
from counterpoint.storage.importers.text.plain_text import read_plain_text


def read(text: str, choices: Choices | None = None) -> Draft:
    return read_plain_text(text.encode(), choices or Choices())


def furniture(draft: Draft) -> list[tuple[FurnitureKind, str]]:
    return [(piece.kind, draft.text[slice(*piece.span)]) for piece in draft.furniture]


def paged_by_heads(far: Sequence[int], number: int = 29) -> str:
    """A speech with lines of one sentence each; `far` is how many stand after each running head."""
    lines = [f"The first page ends with line {n} here." for n in range(20)]
    for page, many in enumerate(far, number):
        lines.append(f"Forty-eighth session - {page}" if page % 2 else f"{page} General Assembly")
        lines += [f"On page {page} this is the line {n} of it." for n in range(many)]
    return "\n".join(lines)


def test_running_heads_whose_numbers_run_on_give_the_pages() -> None:
    draft = read(paged_by_heads((90, 95, 92, 20)))

    assert [page.label for page in draft.map.pages] == ["28", "29", "30", "31", "32"]
    for page in draft.map.pages[1:]:
        begun = draft.text.index(f"On page {page.label} this is the line 0 ")
        assert page.start <= begun < page.start + 30  # the head itself at most stands before it
    assert draft.numbering is Numbering.PAGE


def test_heads_that_part_a_text_unevenly_give_no_pages() -> None:
    assert read(paged_by_heads((90, 30, 92, 20))).map.pages == ()


@pytest.mark.parametrize("word", ["Page", "p.", "Seite"])
def test_heads_that_say_they_are_of_pages_are_so_however_short_these_are(word: str) -> None:
    heads = [f"Working paper, {word} {n}" for n in (1, 2, 3, 4)]
    many = zip(heads, (12, 40, 4, 9), strict=True)
    draft = read("\n".join(head + "\nA line of it ends." * lines for head, lines in many))

    assert [words for _, words in furniture(draft)] == heads
    assert [page.label for page in draft.map.pages] == ["1", "2", "3", "4"]


SENTENCE = "The council spoke of the matter at hand and of what was to be done about it then."


def numbered_pages(top: str, foot: str, pages: int = 20, first: str | None = None) -> str:
    """Pages without form feeds, of which `top` and `foot` are the first and last lines; `first`
    is the top of the first page where it is another. Each page is of its own length."""
    out: list[str] = []
    for page in range(1, pages + 1):
        over = first if first is not None and page == 1 else top
        out += [over.format(n=page), ""] if over else []
        for nth in range(3 + page % 2):
            words = f"On page {page} there is paragraph {nth} of it. " + SENTENCE * 3
            out += [*textwrap.wrap(words, 66), ""]
        out += [foot.format(n=page), ""] if foot else []
    return "\n".join(out)


def assert_paged(draft: Draft, pages: int = 20) -> None:
    """Each page bears its own number and begins with its own words."""
    assert [page.label for page in draft.map.pages] == [str(n) for n in range(1, pages + 1)]
    for page in draft.map.pages:
        begun = draft.text.index(f"On page {page.label} there is paragraph 0 ")
        between = draft.text[page.start : begun]
        assert page.start <= begun and "paragraph" not in between
    assert draft.paragraphs == draft.text.count("there is paragraph")


@pytest.mark.parametrize(
    ("top", "foot", "first"),
    [
        ("Page {n}", "", None),
        ("- {n} -", "", None),
        ("A/49/PV.12\nPage {n}", "", None),
        ("A/49/PV.12\n\nPage {n}", "", None),
        ("A/49/PV.12\nPage {n}", "", "A/49/PV.12"),
        ("Page {n}\n\nA/49/PV.12", "", None),
        ("Page {n}", "", ""),
        ("\n\n{n}", "", ""),
        ("", "- {n} -", None),
        ("", "Page {n}\nA/49/PV.12", None),
        ("A/49/PV.12", "{n}", None),
        ("{n}", "A/49/PV.12", None),
    ],
)
def test_the_number_of_a_page_is_its_own_wherever_on_it_it_stands(
    top: str, foot: str, first: str | None
) -> None:
    assert_paged(read(numbered_pages(top, foot, first=first)))


def test_where_numbers_of_pages_stand_may_be_decided_and_waits_where_nothing_tells() -> None:
    text = numbered_pages("{n}", "", first="A TITLE\n\nof two lines\n\n1")
    draft = read(text)

    place = next(each for each in draft.guesses if each.what == "page_numbers")
    assert (place.chosen, place.others, place.sure) == (PageNumbers.TOP, ("foot",), False)
    assert [page.label for page in draft.map.pages][:3] == ["1", "2", "3"]
    assert draft.pages == 20
    again = read(text, Choices(page_numbers=PageNumbers.FOOT))
    begun = again.text.index("On page 1 there is paragraph 0")
    assert [page.label for page in again.map.pages if page.start <= begun][-1] == "2"


def test_one_short_page_costs_no_pages() -> None:
    draft = read(paged_by_heads((90, 92, 91, 30, 92, 93, 20)))

    assert [page.label for page in draft.map.pages] == [str(n) for n in range(28, 36)]


def test_heads_that_may_be_of_pages_or_of_parts_are_asked_about() -> None:
    text = paged_by_heads((90, 30, 92, 20))
    numbering = next(each for each in read(text).guesses if each.what == "numbering")

    assert Numbering.PAGE in numbering.others and not numbering.sure
    draft = read(text, Choices(numbering=Numbering.PAGE))
    assert [page.label for page in draft.map.pages] == ["28", "29", "30", "31", "32"]
    assert draft.numbering is Numbering.PAGE
