"""Settings: what is right is kept, what is wrong is at its default, and both ways are faithful."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.application.settings import (
    MOST_LIBRARIES,
    MOST_RECENT,
    ColourScheme,
    ReaderPlace,
    Settings,
    Spacing,
    View,
    from_json,
    merged,
    to_json,
    with_recent,
)

NAMES = st.text(min_size=1, max_size=8)
PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
KEPT = st.dictionaries(NAMES, PLAIN | st.lists(PLAIN, max_size=3), max_size=3)
RECENT = st.lists(NAMES, max_size=MOST_RECENT, unique=True).map(tuple)
COUNTS = st.integers(0, 2**31 - 1)


def by_name(values: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.dictionaries(NAMES, values, max_size=3)


SETTINGS = st.builds(
    Settings,
    geometry=st.binary(max_size=60).map(lambda data: base64.b64encode(data).decode()),
    splitters=by_name(st.lists(COUNTS, max_size=3).map(tuple)),
    zoom=st.floats(0.1, 10),
    spacing=st.sampled_from(Spacing),
    colour_scheme=st.sampled_from(ColourScheme),
    panes=by_name(st.booleans()),
    recent_libraries=RECENT,
    recent_choices=RECENT,
    views=by_name(st.sampled_from(View)),
    arrangements=by_name(KEPT),
    selections=by_name(KEPT),
    reader_places=by_name(st.builds(ReaderPlace, NAMES, COUNTS)),
)

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=3) | st.integers(), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(SETTINGS)
def test_what_is_written_is_read(settings: Settings) -> None:
    assert from_json(json.loads(json.dumps(to_json(settings)))) == (settings, ())


@given(ANYTHING)
def test_reading_anything_never_raises(value: object) -> None:
    settings, wrong = from_json(value)
    assert from_json(to_json(settings)) == (settings, ())
    assert isinstance(value, dict) or wrong


@given(SETTINGS, st.dictionaries(st.sampled_from(list(to_json(Settings()))), ANYTHING))
def test_one_wrong_value_costs_only_itself(settings: Settings, rubbish: dict[str, object]) -> None:
    read, wrong = from_json({**to_json(settings), **rubbish})
    assert set(wrong) <= set(rubbish)
    for name in set(to_json(settings)) - set(rubbish):
        assert getattr(read, name) == getattr(settings, name)
    json.dumps(to_json(read), allow_nan=False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("geometry", "not base 64!"),
        ("geometry", "QU!JD"),
        ("geometry", "A" * 20_000),
        ("geometry", 7),
        ("splitters", [1, 2]),
        ("zoom", "2"),
        ("zoom", True),
        ("zoom", 0),
        ("zoom", -1),
        ("zoom", 10**400),
        ("zoom", float("nan")),
        ("spacing", "roomy"),
        ("spacing", ["compact"]),
        ("colour_scheme", None),
        ("panes", "all"),
        ("recent_libraries", "/one"),
        ("recent_choices", {"a": 1}),
        ("views", "notes"),
        ("arrangements", []),
        ("selections", 3),
        ("reader_places", "cable"),
    ],
)
def test_a_wrong_value_is_at_its_default_and_named(name: str, value: object) -> None:
    settings, wrong = from_json({"zoom": 2.0, "colour_scheme": "dark", name: value})
    assert wrong == (name,)
    assert getattr(settings, name) == getattr(Settings(), name)
    if name != "zoom":
        assert settings.zoom == 2.0


def test_of_lists_and_mappings_what_is_right_is_kept() -> None:
    deep: object = {}
    for _ in range(20):
        deep = {"deeper": deep}
    settings, wrong = from_json(
        {
            "splitters": {"main": [400, 200], "bad": [1, -1], "worse": 2},
            "panes": {"reader": False, "notebook": "yes"},
            "recent_libraries": ["/a", 7, "/a", "", "/b"],
            "views": {"/a": "notes", "/b": "elsewhere", "/c": 2},
            "arrangements": {"/a": {"transposed": True}, "/b": [], "/c": deep},
            "reader_places": {
                "/a": {"source": "cable", "position": 12},
                "/b": {"source": "", "position": 1},
                "/c": {"source": "cable", "position": 2**40},
                "/d": {"position": 1},
                "/e": {"source": "cable", "position": True},
            },
        }
    )
    assert settings == Settings(
        splitters={"main": (400, 200)},
        panes={"reader": False},
        recent_libraries=("/a", "/b"),
        views={"/a": View.NOTES},
        arrangements={"/a": {"transposed": True}},
        reader_places={"/a": ReaderPlace("cable", 12)},
    )
    assert wrong == (
        *("splitters", "panes", "recent_libraries", "views", "arrangements", "reader_places"),
    )


def test_a_name_that_is_no_text_is_wrong() -> None:
    assert from_json({"panes": {7: True, "reader": False}}) == (
        Settings(panes={"reader": False}),
        ("panes",),
    )


def test_names_that_are_not_ours_are_passed_over() -> None:
    assert from_json({"from_a_newer_version": [1]}) == (Settings(), ())


def test_the_latest_is_in_front_once_and_the_oldest_goes() -> None:
    recent: tuple[str, ...] = ()
    for number in range(12):
        recent = with_recent(recent, f"/{number}")
    assert recent == tuple(f"/{number}" for number in range(11, 1, -1))
    assert with_recent(("/a", "/b"), "/b") == ("/b", "/a")


def test_what_we_did_not_touch_stays_as_the_other_window_wrote_it() -> None:
    before = Settings(
        zoom=1.0,
        arrangements={"/a": {"n": 1}, "/b": {"n": 1}, "/gone": {"n": 1}},
        recent_libraries=("/a", "/b"),
    )
    theirs = Settings(
        zoom=1.0,
        colour_scheme=ColourScheme.DARK,
        arrangements={"/a": {"n": 1}, "/b": {"n": 2}, "/gone": {"n": 1}, "/c": {"n": 2}},
        recent_libraries=("/c", "/a", "/b"),
    )
    ours = Settings(
        zoom=1.5,
        arrangements={"/a": {"n": 3}, "/b": {"n": 1}},
        recent_libraries=("/b", "/a"),
    )
    assert merged(before, ours, theirs) == Settings(
        zoom=1.5,
        colour_scheme=ColourScheme.DARK,
        arrangements={"/b": {"n": 2}, "/c": {"n": 2}, "/a": {"n": 3}},
        recent_libraries=("/b", "/a", "/c"),
    )


def test_the_library_touched_longest_ago_is_forgotten_first() -> None:
    before = Settings(panes={}, selections={f"/{n}": {} for n in range(MOST_LIBRARIES)})
    ours = Settings(selections={**before.selections, "/0": {"n": 1}, "/new": {}})
    kept = list(merged(before, ours, before).selections)
    assert len(kept) == MOST_LIBRARIES
    assert "/1" not in kept
    assert set(kept[-2:]) == {"/0", "/new"}


@given(SETTINGS, SETTINGS, SETTINGS)
def test_merging_keeps_to_one_side_where_the_other_is_unchanged(
    before: Settings, ours: Settings, theirs: Settings
) -> None:
    assert merged(before, before, theirs) == theirs
    assert merged(before, ours, before) == ours
    both = merged(before, ours, theirs)
    assert from_json(to_json(both)) == (both, ())
    for library, kept in ours.arrangements.items():
        if before.arrangements.get(library) != kept:
            assert both.arrangements[library] == kept
