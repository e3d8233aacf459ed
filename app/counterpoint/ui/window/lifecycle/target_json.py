"""A target as plain JSON, for the settings to keep."""

from collections.abc import Mapping

from counterpoint.domain.note import Target, TargetKind, pair_target
from counterpoint.domain.span import Span

_NAMES = {
    "option": "approach",
    **{name: name for name in ("dimension", "claim", "evidence", "source", "other")},
}
"""The words of the settings, and the fields that they stand for."""


def to_json(target: Target) -> dict[str, object]:
    """Only what is set."""
    kept: dict[str, object] = {"kind": target.kind.value}
    kept |= {word: value for word, name in _NAMES.items() if (value := getattr(target, name))}
    if target.span is not None:
        kept["span"] = [target.span.start, target.span.end]
    return kept


def from_json(kept: Mapping[str, object]) -> Target | None:
    """The target that `to_json` gave, or None if this is none."""
    kind = next((kind for kind in TargetKind if kind.value == kept.get("kind")), None)
    if kind is None:
        return None
    words = {word: value for word in _NAMES if isinstance(value := kept.get(word), str)}
    match kept.get("span"):
        case [int(start), int(end)] if 0 <= start < end:
            span: Span | None = Span(start, end)
        case _:
            span = None
    if kind is TargetKind.PASSAGE and span is None:
        return None
    approach, dimension, claim, evidence, source, other = (words.get(n, "") for n in _NAMES)
    if kind is TargetKind.PAIR:
        return pair_target(approach, other)
    return Target(kind, approach, dimension, claim, evidence, source, span)
