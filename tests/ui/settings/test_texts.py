"""What is written of a setting is read again, and nothing else is taken for one."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.ui.settings.texts import KINDS, OfNoUse, read, texts
from counterpoint.ui.settings.values import (
    ColourScheme,
    LibraryState,
    ReaderPlace,
    Settings,
    Spacing,
    with_recent,
)

names = st.text(st.characters(codec=None), min_size=1, max_size=5)
counts = st.integers(0, 2**31 - 1)
recent = st.lists(names, unique=True, max_size=10).map(tuple)
plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.text(), parts, max_size=3),
    max_leaves=6,
)
kept = st.dictionaries(st.text(), plain, max_size=3)
shared = st.builds(
    Settings,
    geometry=st.sampled_from(["", "AAAA", "AdnQ"]),
    splitters=st.dictionaries(names, st.lists(counts, max_size=3).map(tuple), max_size=3),
    zoom=st.floats(0.1, 10),
    spacing=st.sampled_from(Spacing),
    colour_scheme=st.sampled_from(ColourScheme),
    panes=st.dictionaries(names, st.booleans(), max_size=3),
    recent_libraries=recent,
    recent_choices=recent,
)
states = st.builds(
    LibraryState,
    view=st.sampled_from(["", "compare", "time-line"]),
    arrangement=st.none() | kept,
    selection=st.none() | kept,
    page=st.none() | kept,
    linked=st.none() | kept,
    hand_over=st.none() | kept,
    reader_place=st.none() | st.builds(ReaderPlace, source=names, position=counts),
    reader_shows=st.sampled_from(["", "page", "both"]),
)


@given(shared | states)
def test_what_is_written_is_read(values: Settings | LibraryState) -> None:
    written = texts(values)

    found = {name: read(name, text) for name, text in written.items()}

    assert type(values)(**found) == values  # type: ignore[arg-type]
    assert all(text.isascii() for text in written.values())


@given(st.sampled_from(sorted(KINDS)), st.text() | plain)
def test_anything_else_is_wrong_and_nothing_worse(name: str, text: object) -> None:
    try:
        value = read(name, text)
    except OfNoUse:
        return
    kind: type[Settings | LibraryState] = Settings if name in Settings._fields else LibraryState
    again = texts(kind()._replace(**{name: value}))  # type: ignore[arg-type]
    assert read(name, again[name]) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("zoom", "-40"),
        ("zoom", "true"),
        ("zoom", "1e999"),
        ("zoom", "NaN"),
        ("geometry", "!!"),
        ("geometry", "A" * 20_000),
        ("spacing", "loose"),
        ("view", "two words"),
        ("splitters", '{"across": [1, -1]}'),
        ("splitters", '{"across": [10000000000]}'),
        ("splitters", "[" * 100_000),
        ("panes", '{"reader": 1}'),
        ("recent_libraries", '["a", ""]'),
        ("reader_place", '{"source": "a"}'),
        ("reader_place", '{"source": "", "position": 1}'),
        ("recent_choices", ["a", "b"]),
        ("selection", "[]"),
    ],
)
def test_what_it_cannot_be_is_wrong(name: str, text: object) -> None:
    with pytest.raises(OfNoUse):
        read(name, text)


def test_the_latest_is_in_front_once_and_the_oldest_goes() -> None:
    found: tuple[str, ...] = ()
    for name in "abcdefghijkla":
        found = with_recent(found, name)

    assert found == tuple("alkjihgfed")


def test_every_setting_has_a_kind() -> None:
    fields: Mapping[str, object] = Settings._field_defaults | LibraryState._field_defaults
    assert sorted(KINDS) == sorted(fields)
