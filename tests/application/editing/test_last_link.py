"""What was chosen for a link comes back from plain JSON, and rubbish is nothing."""

import json

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.application.editing.last_link import LastLink
from counterpoint.domain.approach import ClaimKind, Link, Stance
from counterpoint.domain.editing.link_to import LinkTo

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
)
_KEYS = st.sampled_from(("to", "stance", "link", "kind", "voices"))


def test_what_was_kept_comes_back() -> None:
    last = LastLink(
        LinkTo("a", "b", "c"),
        Stance.TELLS_AGAINST,
        Link.INFERRED,
        ClaimKind.FORECAST,
        {"letter": ("one", "two")},
    )
    assert LastLink.from_dict(json.loads(json.dumps(last.to_dict()))) == last


@given(_JSON | st.dictionaries(_KEYS, _JSON))
def test_anything_else_is_taken_for_nothing(kept: object) -> None:
    again = LastLink.from_dict(kept)
    assert LastLink.from_dict(again.to_dict()) == again
