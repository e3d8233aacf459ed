"""What a person may have meant by a name that is not known."""

from collections.abc import Collection

_LIKE = 60.0
"""Of 100."""
_MOST_KNOWN = 5_000
"""Among more names than these the nearest is a guess, and looking for it takes its time."""


def nearest_name(name: str, known: Collection[str]) -> str:
    """The one of `known` that is most like `name`, or "" where none is much like it."""
    if len(known) > _MOST_KNOWN:
        return ""
    # 17 ms to import, and needed only where something is wrong.
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    names = known if isinstance(known, list) else sorted(known)
    near = extractOne(name, names, scorer=ratio, score_cutoff=_LIKE)
    return near[0] if near else ""
