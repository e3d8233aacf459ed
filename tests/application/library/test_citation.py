"""Citations in three styles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.application.library.citation import (
    CitationStyle,
    cite_passage,
    cite_source,
    quotation_with_citation,
)
from counterpoint.domain.source import Numbering, Source

NOTE, AUTHOR_DATE, INLINE = CitationStyle
WORDS = "a “strategic shift” in policy"

ARTICLE = Source(
    id="article",
    title="Who blinks first?",
    short="Klijn",
    author="Hugo Klijn",
    publisher="Clingendael, the Netherlands Institute of International Relations",
    date="2020-10",
    kind="commentary",
    marking="none",
    about="",
    reached_us="",
    access="",
    rights="",
    numbering=Numbering.COUNT,
    digest="0" * 64,
    statement="",
    furniture=(),
    bears_on_nothing=(),
    length=0,
)
CABLE = ARTICLE._replace(
    title="HARD-HEADED “ENGAGEMENT”",
    short="London cable",
    author="Embassy London (United States); signed LEBARON. Who drafted it is not stated",
    publisher="Embassy London, to the Secretary of State. Who made it public is not stated",
    date="2008-10-20",
    kind="diplomatic cable",
    numbering=Numbering.PILCROW,
)
REPORT = ARTICLE._replace(
    title="The report",
    short="Report",
    author="Not stated in the text",
    publisher="The Independent; in a reprint",
    date="undated",
    kind="newspaper article",
    numbering=Numbering.NUMBER,
)


@pytest.mark.parametrize(
    ("source", "style", "cited"),
    [
        (
            ARTICLE,
            NOTE,
            "Hugo Klijn, “Who blinks first?,” Clingendael, the Netherlands Institute of "
            "International Relations, October 2020.",
        ),
        (
            ARTICLE,
            AUTHOR_DATE,
            "Hugo Klijn. (2020, October). Who blinks first? [Commentary]. Clingendael, the "
            "Netherlands Institute of International Relations.",
        ),
        (ARTICLE, INLINE, "Klijn, October 2020"),
        (
            CABLE,
            NOTE,
            "Embassy London, “HARD-HEADED ‘ENGAGEMENT’,” diplomatic cable, 20 October 2008.",
        ),
        (
            CABLE,
            AUTHOR_DATE,
            "Embassy London. (2008, October 20). HARD-HEADED “ENGAGEMENT” [Diplomatic cable].",
        ),
        (CABLE, INLINE, "London cable, 20 October 2008"),
        (REPORT, NOTE, "“The report,” The Independent, n.d."),
        (REPORT, AUTHOR_DATE, "The report [Newspaper article]. (n.d.). The Independent."),
        (REPORT, INLINE, "Report, undated"),
    ],
)
def test_a_source_is_cited(source: Source, style: CitationStyle, cited: str) -> None:
    assert cite_source(source, style) == cited


@pytest.mark.parametrize(
    ("source", "paragraph", "style", "cited"),
    [
        (CABLE, "¶4", INLINE, "London cable, ¶4"),
        (CABLE, "", INLINE, "London cable"),
        (CABLE, "¶4", AUTHOR_DATE, "Embassy London, 2008, ¶4"),
        (
            CABLE,
            "¶4",
            NOTE,
            "Embassy London, “HARD-HEADED ‘ENGAGEMENT’,” diplomatic cable, 20 October 2008, ¶4.",
        ),
        (REPORT, "144", INLINE, "Report, para 144"),
        (REPORT, "144", AUTHOR_DATE, "“The report”, n.d., para 144"),
        (REPORT, "144", NOTE, "“The report,” The Independent, n.d., para 144."),
        (ARTICLE, "§9", INLINE, "Klijn, §9 [counted by us]"),
        (ARTICLE, "§9", AUTHOR_DATE, "Hugo Klijn, 2020, §9 [counted by us]"),
    ],
)
def test_a_passage_is_cited(
    source: Source, paragraph: str, style: CitationStyle, cited: str
) -> None:
    assert cite_passage(source, paragraph, style) == cited


def test_a_quotation_is_followed_by_its_citation_in_round_brackets() -> None:
    quoted = quotation_with_citation(WORDS, CABLE, "¶4", INLINE)
    assert quoted == "‘a “strategic shift” in policy’ (London cable, ¶4)"


def test_a_note_stands_on_a_line_of_its_own() -> None:
    words, note = quotation_with_citation(WORDS, ARTICLE, "§9", NOTE).split("\n")
    assert words == "‘a “strategic shift” in policy’"
    assert note.startswith("Hugo Klijn, “Who blinks first?,” ")
    assert note.endswith(", October 2020, §9 (counted by us).")


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Sarah Lain", "Sarah Lain"),
        ("A. J. P. Taylor", "A. J. P. Taylor"),
        ("Prof. A. Taylor", "Prof. A. Taylor"),
        ("Embassy London. Who drafted it is not stated", "Embassy London"),
        ("ISC, in the text of the page “we”; known from elsewhere", "ISC"),
        ("Smith, John, and the Army, the Navy", "Smith, John, and the Army, the Navy"),
        ("Nobody is named, who wrote it", "Nobody is named"),
        ("Unknown Pleasures Ltd", "Unknown Pleasures Ltd"),
        ("Foo (UK) Ltd", "Foo (UK) Ltd"),
        ("Foo (UK) Ltd (a publisher)", "Foo (UK) Ltd"),
        ("A. Smith (MoD), K. Jones (FCO) and L. Lee", "A. Smith (MoD), K. Jones (FCO) and L. Lee"),
        ("Embassy London (United States); signed LEBARON", "Embassy London"),
        ("The Navy (of 1910), in a letter", "The Navy"),
        ("The Navy (of 1910", "The Navy"),
    ],
)
def test_remarks_on_a_name_are_left_out(author: str, name: str) -> None:
    assert cite_passage(CABLE._replace(author=author), "", AUTHOR_DATE) == f"{name}, 2008"


@pytest.mark.parametrize(
    "author",
    [
        "unknown",
        "Anonymous",
        "not known",
        "The name is not given.",
        "Unknown, perhaps the editor",
        "Unknown author",
        "The author is unknown.",
    ],
)
def test_an_author_who_is_not_known_is_not_made_up(author: str) -> None:
    cited = cite_source(ARTICLE._replace(author=author), NOTE)
    assert cited.startswith("“Who blinks first?,” ")


def test_a_publisher_that_is_not_known_gives_way_to_the_kind() -> None:
    cited = cite_source(ARTICLE._replace(publisher="not stated in the text"), NOTE)
    assert cited == "Hugo Klijn, “Who blinks first?,” commentary, October 2020."


TEXT = st.text("abcé ,.;(“”?!", max_size=30)


@given(title=TEXT, author=TEXT, publisher=TEXT, kind=TEXT, style=st.sampled_from(CitationStyle))
def test_a_citation_says_nothing_that_the_description_does_not(
    title: str, author: str, publisher: str, kind: str, style: CitationStyle
) -> None:
    source = ARTICLE._replace(title=title, author=author, publisher=publisher, kind=kind)
    described = f"{title}{author}{publisher}{kind.capitalize()}{kind}Klijn October 2020"
    cited = "".join(c for c in cite_source(source, style) if c.isalpha())
    for letter in set(cited):
        assert cited.count(letter) <= described.count(letter)
