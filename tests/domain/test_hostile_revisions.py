"""What is certain in a new version says what it said: under the same headings, by the same speaker,
in the same sentence, set in the same way. And an edit of anything else asks nothing.
"""

import re
from typing import NamedTuple

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from counterpoint.domain.bearing import Bearings
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.layout import lay_out_source
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.revision import RevisedPlace, Version, Versions
from counterpoint.domain.span import Span
from counterpoint.storage.library.source_file import read_source
from counterpoint.storage.place import shipped_library
from counterpoint.storage.quotations.nearest_match import NearestMatches
from tests.domain.test_revision import place

CERTAIN = (QuotationState.EXACT, QuotationState.MOVED)
SENTENCES = [
    "The stocks of the members had been counted twice in that year.",
    "Nobody who was there will say that it was a good day.",
    "In May the ministers of both sides met in Rome.",
    "We may not be able to keep what was agreed (see below).",
    "It cost 1.5 million, as Mr. Adams told the Council.",
    "He spoke of ‘hit and miss’ and of the members’ own plans.",
]
QUOTED = "All that was agreed shall be kept by the members of the union in good faith."
WORDS = "shall be kept by the members"
HEADINGS = ["Findings", "Untrue claims", "What we reject", "Who blinks first?", "Never again"]
STYLES = [
    "{}",
    "## {}",
    "**{}**",
    "2. {}",
    "2.1 {}",
    "IV. {}",
    "C. {}",
    "Part 2: {}",
    "Section 3 – {}",
    "{}\n-------------",
]
SPEAKERS = [
    "Mr. {}:",
    "{} said:",
    "<v {}>",
    "Ann {} |",
    "Ann {} -",
    "Lord {} (Perth)\n\n",
    "**Dr {}:**",
    "SEN. {}.",
]


class Part(NamedTuple):
    heading: str
    turns: list[tuple[str, list[list[str]]]]
    """Speakers, each with paragraphs."""


def text_of(parts: list[Part], style: str, speaker: str) -> str:
    lines = ["The record of the day", ""]
    for part in parts:
        lines += [style.format(part.heading), ""]
        for who, paragraphs in part.turns:
            head = f"{speaker.format(who.upper() if speaker.isupper() else who)} " if who else ""
            first, *others = [" ".join(each) for each in paragraphs]
            lines += [f"{head.rstrip(' ') if head.endswith(chr(10)) else head}{first}", ""]
            for other in others:
                lines += [other, ""]
    return "\n".join(lines)


paragraph = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)
others = st.lists(paragraph, max_size=2)


@st.composite
def records(draw: st.DrawFn) -> list[Part]:
    """Three parts, of which the second has the sentence."""
    heads = draw(st.permutations(HEADINGS))
    own = [*draw(others), [*draw(paragraph), QUOTED, *draw(paragraph)], *draw(others)]
    return [
        Part(heads[0], [("Stone", draw(st.lists(paragraph, min_size=1, max_size=2)))]),
        Part(
            heads[1], [("Lewis", draw(st.lists(paragraph, min_size=1, max_size=2))), ("Haas", own)]
        ),
        Part(heads[2], [("Stone", draw(st.lists(paragraph, min_size=1, max_size=2)))]),
    ]


def becomes(old: str, new: str) -> RevisedPlace:
    return place(WORDS, old, new)


@given(records(), st.sampled_from(STYLES), st.sampled_from(SPEAKERS), st.booleans())
def test_under_another_heading_nothing_is_certain(
    parts: list[Part], style: str, speaker: str, is_new: bool
) -> None:
    other = next(each for each in HEADINGS if each not in [part.heading for part in parts])
    changed = [parts[0], parts[1]._replace(heading=other), parts[2]]
    if is_new:
        turns = parts[1].turns
        changed = [parts[0], Part(parts[1].heading, turns[:1]), Part(other, turns[1:]), parts[2]]
    found = becomes(text_of(parts, style, speaker), text_of(changed, style, speaker))

    assert found.state not in CERTAIN


@given(records(), st.sampled_from(STYLES), st.sampled_from(SPEAKERS), st.sampled_from(["Kim", ""]))
def test_of_another_speaker_nothing_is_certain(
    parts: list[Part], style: str, speaker: str, who: str
) -> None:
    (lewis, (_, own)) = parts[1].turns
    changed = [parts[0], parts[1]._replace(turns=[lewis, (who, own)]), parts[2]]
    found = becomes(text_of(parts, style, speaker), text_of(changed, style, speaker))

    assert found.state not in CERTAIN


TURNED = [
    QUOTED.replace("All that", "We deny that all that"),
    QUOTED.replace("in good", "not in good"),
    QUOTED.replace("faith.", "faith, or so they claim."),
    QUOTED.replace("faith.", "faith?"),
    QUOTED.replace("agreed", "“agreed”"),
    QUOTED.replace("good", "“good”"),
    QUOTED.replace("was", "WAS"),
    QUOTED.replace(WORDS, f"“{WORDS}”"),
    f"“{QUOTED}”",
]


@given(records(), st.sampled_from(STYLES), st.sampled_from(SPEAKERS), st.sampled_from(TURNED))
def test_in_a_sentence_that_is_turned_nothing_is_certain(
    parts: list[Part], style: str, speaker: str, turned: str
) -> None:
    old = text_of(parts, style, speaker)
    found = becomes(old, old.replace(QUOTED, turned))

    assert found.state not in CERTAIN


@example([], "{}", "Mr. {}:", "sentence")
@given(
    records(),
    st.sampled_from(STYLES),
    st.sampled_from(SPEAKERS),
    st.sampled_from(["sentence", "beside", "paragraph", "part", "split", "wrapped", "marks"]),
)
def test_an_edit_of_anything_else_asks_nothing(
    parts: list[Part], style: str, speaker: str, kind: str
) -> None:
    parts = parts or [Part("Findings", [("Stone", [[QUOTED]])])]
    old = text_of(parts, style, speaker)
    new, put = old, "Of this nothing more was heard by anybody since."
    match kind:
        case "sentence":
            new = old.replace(" was a ", " was not a ").replace("counted twice", "counted once")
        case "beside":
            new = old.replace(QUOTED, f"{QUOTED} {put}")
        case "paragraph":
            new = old.replace(style.format(parts[-1].heading), f"{put} {put}\n\n", 1)
            new = old if parts[-1].heading not in old else f"{old}\n\n{put} {put}"
        case "part":
            first = Part("Of the agenda", [("Petrov", [[put, put]])])
            new = text_of([first, *parts], style, speaker)
        case "split":
            new = old.replace(QUOTED, f"\n\n{QUOTED}")
            assume(re.search(rf"[.)] \n\n{QUOTED[:9]}", new))
        case "wrapped":
            new = old.replace("of the union", "of the\nunion")
        case "marks":
            new = old.replace("‘", "“").replace("’", "”")
            new = new.replace("members”", "members'")
    assume(new != old or kind == "split")

    assert becomes(old, new).state in CERTAIN


@pytest.mark.parametrize("source", ["clingendael-2020", "independent-2017", "isc-report-2020"])
@given(data=st.data())
def test_of_a_shipped_text_no_turned_sentence_is_certain(source: str, data: st.DataObject) -> None:
    opened = read_source(shipped_library() / "corpus", source)[0]
    text = opened.text.text
    modals = list(re.finditer(r"(?<=\w )(?:is|are|has|have|was|were|will|can)(?= \w)", text))
    modal = data.draw(st.sampled_from(modals))
    words = re.compile(r"\S+ \S+ \S+").match(text, modal.end() + 1)
    assume(words is not None and "\n" not in words[0] and words[0][0].isalnum())
    assert words is not None
    assume(words[0][-1].isalnum() and "." not in words[0])
    new = f"{text[: modal.end()]} not{text[modal.end() :]}"
    layout = lay_out_source(text, opened.source)
    then = Version(opened.haystack, Bearings(opened.haystack, layout))
    haystack = Haystack(new)
    later = Version(haystack, Bearings(haystack, lay_out_source(new, opened.source)))
    versions = Versions(then, later, NearestMatches(haystack).nearest)

    assert versions.place(words[0], Span(*words.span())).state not in CERTAIN


@pytest.mark.parametrize(
    ("old", "new", "come"),
    [
        (
            "And all that was agreed shall be kept.",
            "Nobody says that all that was agreed shall be kept.",
            "Nobody says that",
        ),
        (
            "All that was agreed shall be kept there.",
            "It is denied that all that was agreed shall be kept there.",
            "It is denied that",
        ),
        ("All that was then agreed shall be kept", "All that was agreed shall be kept?", "?"),
    ],
)
def test_what_is_proposed_does_not_hide_what_turns_it(old: str, new: str, come: str) -> None:
    words = old.rstrip(".")
    found = place(words, f"{old.rstrip('.')}. It was late.", f"{new} It was late.")

    assert found.state is QuotationState.CHANGED
    assert found.beside is not None
    assert come in found.beside.come
