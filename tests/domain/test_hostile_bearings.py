"""What bears on a quotation beside words of its sentence: numbers that tell headings apart, who is
named behind it, how its paragraph is set, and signs. What only goes on counting asks nothing.
"""

import re

import pytest

from counterpoint.domain.bearing import Bearings
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.layout import lay_out
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.revision import RevisedPlace, Version, Versions
from counterpoint.domain.source import Numbering
from counterpoint.domain.span import Span
from counterpoint.domain.text_map import Heading, SetIn
from counterpoint.storage.quotations.nearest_match import NearestMatches
from tests.domain.test_hostile_revisions import CERTAIN

BUILD = "The council will build a new bridge over the river by the year."
MEND = "The council will mend the old bridge and keep the ferry as it is."
FRONT = "The committee met on Monday in the town hall, and many people came to listen."
BACK = "The chair thanked all who had come, and closed the meeting at nine in the evening."
_TOLD = re.compile(r"(#{1,3}|>) (.*)")


def version(text: str) -> Version:
    """Lines that begin with # are told as headings, and with > as set off; other lines are as they
    are."""
    whole, headings, set_in = "", list[Heading](), list[SetIn]()
    for line in f"{FRONT}\n\n{text}\n\n{BACK}".split("\n"):
        told = _TOLD.match(line)
        start, end = len(whole), len(whole) + len(told[2] if told else line)
        if told and told[1] == ">":
            set_in.append(SetIn(start, end, 0, quoted=True))
        elif told:
            headings.append(Heading(start, end, len(told[1])))
        whole += f"{told[2] if told else line}\n"
    haystack = Haystack(whole)
    layout = lay_out(whole, (), Numbering.COUNT)
    return Version(haystack, Bearings(haystack, layout, headings, set_in))


def becomes(old: str, new: str, words: str = BUILD) -> RevisedPlace:
    then, now = version(old), version(new)
    start = then.haystack.text.index(words)
    versions = Versions(then, now, NearestMatches(now.haystack).nearest)
    return versions.place(words, Span(start, start + len(words)))


TOLD_APART = [
    ("Option 1", "Option 2"),
    ("1997", "2005"),
    ("1997 MANIFESTO", "2005 MANIFESTO"),
    ("Annex I", "Annex II"),
    ("Part A", "Part B"),
    ("Resolution 1441", "Resolution 678"),
    ("Q3 2019", "Q1 2024"),
    ("21st century", "19th century"),
    ("100 days", "50 days"),
    ("3 May 2020", "4 May 2020"),
    ("Speaker 1", "Speaker 2"),
    ("WITNESS 1", "WITNESS 2"),
    ("§ 12", "§ 13"),
]
TOLD_APART_BESIDE = [
    ("Scenario 1: war", "Scenario 2: war"),
    ("Day 1 – Morning", "Day 2 – Morning"),
    ("1. Trade", "2. Trade"),
    ("II. Trade", "III. Trade"),
    ("B. Trade", "D. Trade"),
    ("Section 3 Trade", "Section 4 Trade"),
    ("Table 3: Costs", "Table 4: Costs"),
]


@pytest.mark.parametrize("style", ["{}", "## {}", "**{}**"])
@pytest.mark.parametrize(("one", "other"), TOLD_APART + TOLD_APART_BESIDE)
def test_under_a_heading_of_another_number_nothing_is_certain(
    one: str, other: str, style: str
) -> None:
    one, other = style.format(one), style.format(other)
    found = becomes(
        f"{one}\n\n{BUILD}\n\n{other}\n\n{MEND}", f"{one}\n\n{MEND}\n\n{other}\n\n{BUILD}"
    )

    assert found.state not in CERTAIN


@pytest.mark.parametrize(("one", "other"), TOLD_APART)
def test_a_number_that_is_all_of_a_name_counts_by_itself(one: str, other: str) -> None:
    found = becomes(f"## {one}\n\n{BUILD}", f"## {other}\n\n{BUILD}")

    assert found.state is QuotationState.CHANGED
    assert found.turned is not None
    assert (found.turned.gone, found.turned.come) == (one, other)


def test_numbers_count_above_headings_that_are_called_the_same() -> None:
    one, other = "# Scenario 1: war\n\n## Measures", "# Scenario 2: war\n\n## Measures"
    found = becomes(
        f"{one}\n\n{BUILD}\n\n{other}\n\n{MEND}", f"{one}\n\n{MEND}\n\n{other}\n\n{BUILD}"
    )

    assert found.state not in CERTAIN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(each for each in TOLD_APART_BESIDE if each[0][:3] not in ("Sce", "Day")),
        ("2. Trade policy", "Trade policy"),
        ("2.1 Trade", "2.2 Trade"),
        ("2.1 the trade of the town", "3.1 the trade of the town"),
        ("Part 2: Trade", "Part 3: Trade"),
        ("Article 5 – Permitted", "Article 6 – Permitted"),
        ("Findings¹", "Findings²"),
    ],
)
@pytest.mark.parametrize("style", ["{}", "## {}", "**{}**"])
def test_a_number_that_only_goes_on_counting_asks_nothing(one: str, other: str, style: str) -> None:
    one, other = style.format(one), style.format(other)

    assert becomes(f"{one}\n\n{BUILD}", f"{other}\n\n{BUILD}").state in CERTAIN


def test_parts_of_chapters_that_are_numbered_anew_ask_nothing() -> None:
    old = (
        f"# 1. War\n\n## 1.1 Measures\n\n{BUILD}\n\n# 2. Peace\n\n## 2.1 Measures\n\n{MEND}\n\n"
        f"## 2.2 Costs\n\n{MEND}"
    )
    new = f"# 1. Trade\n\n## 1.1 Measures\n\nNothing was said of that by anybody.\n\n{old}"
    for number in (2, 1):
        new = new.replace(f"# {number}. War", "# 2. War").replace("# 2. Peace", "# 3. Peace")
    new = new.replace("# 2. War\n\n## 1.1", "# 2. War\n\n## 2.1")

    assert becomes(old, new).state in CERTAIN


ATTRIBUTED = [
    "{build}\n\n— {one}\n\n{mend}\n\n— {other}",
    "“{build}”\n\n– {one}\n\n“{mend}”\n\n– {other}",
    "“{build}”\n\n- {one}\n\n“{mend}”\n\n- {other}",
    "{build}\n\nMore of it was said.\n\n— {one}\n\n{mend}\n\n— {other}",
    "> {build}\n\n> — {one}\n\n> {mend}\n\n> — {other}",
    "{build} — {one}\n\n{mend} — {other}",
    "{build}\n— {one}\n\n{mend}\n— {other}",
    "{build} ({one})\n\n{mend} ({other})",
    "“{build}” [{one}]\n\n“{mend}” [{other}]",
    "“{build}” {one} said it on Monday.\n\n“{mend}” {other} said that.",
    "“{build} And so it is.” {one} said it on Monday.\n\n“{mend}” {other} said that.",
    "{one} told them on Monday. “{build}”\n\n{other} told them. “{mend}”",
]


@pytest.mark.parametrize("record", ATTRIBUTED)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Elizabeth Warren", "Ted Cruz"),
        ("Sen. Warren", "Sen. Cruz"),
        ("de Gaulle", "Pétain"),
        ("The Labour Party", "The Tory Party"),
        ("Robert Smith (Labour)", "Robert Smith (Tory)"),
    ],
)
def test_of_another_who_is_named_behind_it_nothing_is_certain(
    record: str, one: str, other: str
) -> None:
    found = becomes(
        record.format(build=BUILD, mend=MEND, one=one, other=other),
        record.format(build=BUILD, mend=MEND, one=other, other=one),
    )

    assert found.state not in CERTAIN


def test_it_is_told_who_is_named_behind_it() -> None:
    found = becomes(f"{BUILD}\n\n— Elizabeth Warren", f"{BUILD}\n\n— Ted Cruz")

    assert found.turned is not None
    assert found.turned[:3] == ("speaker", "Elizabeth Warren", "Ted Cruz")
    assert found.turned.now[1].endswith("… Ted Cruz")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (BUILD, f"{BUILD} (Applause)"),
        (f"We want:\n\n— Trade\n\n{BUILD}", f"We want:\n\n— Trade\n\n{BUILD}\n\n- Peace\n\n- Aid"),
        (f"{BUILD}\n\n{MEND}", f"{BUILD}\n\n“{MEND}”\n\n— Ted Cruz"),
        (f"“{BUILD}”", f"“{BUILD}” It was late."),
    ],
)
def test_what_names_nobody_else_behind_it_asks_nothing(old: str, new: str) -> None:
    assert becomes(old, new).state in CERTAIN


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (BUILD, f"> {BUILD}"),
        (f"> {BUILD}", BUILD),
        (f"> {BUILD}", f"> {BUILD}\n\n> — The opposition"),
    ],
)
def test_what_is_set_off_as_anothers_words_is_not_certain(old: str, new: str) -> None:
    assert becomes(old, new).state is QuotationState.CHANGED


@pytest.mark.parametrize("new", [f"> {BUILD}", f"> “{BUILD}”"])
def test_what_stood_in_quotation_marks_may_be_set_off_instead(new: str) -> None:
    assert becomes(f"“{BUILD}”", new).state in CERTAIN


KEPT = "that was what the law of the land wanted him to pay"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("They changed it by -20 points, and {}.", "They changed it by 20 points, and {}."),
        ("They changed it by 20 points, and {}.", "They changed it by –20 points, and {}."),
        ("It was -£5, and {}.", "It was £5, and {}."),
        ("He paid 5%, and {}.", "He paid 5, and {}."),
        ("He paid 5%, and {}.", "He paid 5‰, and {}."),
        ("The plan was good, and {}.", "The plan was good (!), and {}."),
        ("The plan was good, and {}.", "The plan was good [?], and {}."),
        ("Pro-government forces said {}.", "Pro government forces said {}."),
        ("They said {} in re-signed papers.", "They said {} in re signed papers."),
        ("If yes/no is said, {}.", "If yes, no is said, {}."),
        ("They said {} at 5%.", "They said {} at 5."),
    ],
)
def test_beside_another_sign_nothing_is_certain(old: str, new: str) -> None:
    found = becomes(old.format(KEPT), new.format(KEPT), KEPT)

    assert found.state not in CERTAIN
    assert found.turned is not None
    assert len(found.turned.gone + found.turned.come) < len(KEPT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He paid 5%, and {}.", "He paid 5 %, and {}."),
        ("A pro-government man said {}.", "A pro‑government man said {}."),
        ("From 5-10 June {}.", "From 5–10 June {}."),
        ("It was said - by him - {}.", "It was said — by him — {}."),
        ("It was -20, and {}.", "It was –20, and {}."),
    ],
)
def test_a_sign_that_is_only_set_otherwise_asks_nothing(old: str, new: str) -> None:
    assert becomes(old.format(KEPT), new.format(KEPT), KEPT).state in CERTAIN
