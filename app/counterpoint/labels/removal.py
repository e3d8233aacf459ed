"""Sources that go from the library, or come back, in words."""

from collections.abc import Sequence

from .translation import tr

_MOST = 3
"""Claims that are named."""


def removed(source: str) -> str:
    return tr("Removed; undo brings it back: “{source}”", source=source)


def not_removed(source: str, why: str) -> str:
    return tr("“{source}” was not removed: {why}", source=source, why=why)


def not_exchanged(why: str) -> str:
    """Of an undo or a redo."""
    return tr("It was left as it is: {why}", why=why)


def still_quoted(source: str, claims: Sequence[str], replies: int) -> str:
    """What rests on a source: each claim as "“words” (approach)"."""
    named = ", ".join(claims[:_MOST])
    if len(claims) > _MOST:
        named = tr("{named} and {n} more", named=named, n=len(claims) - _MOST)
    if not claims:
        return tr(
            "delete the {n} (reply that quotes|replies that quote) “{source}” first.",
            "",
            replies,
            source=source,
        )
    return tr(
        "unlink the {n} (claim that rests|claims that rest) on “{source}” first: {named}.",
        "",
        len(claims),
        source=source,
        named=named,
    )


def changed_since(file: str) -> str:
    return tr("{file} was changed since, by another program or person.", file=file)


def claim(words: str, approach: str) -> str:
    return tr("“{words}” ({approach})", words=words, approach=approach)
