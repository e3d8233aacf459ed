"""Words that others wrote, made up so that Qt shows them as they are.

In tooltips, labels and message boxes Qt looks for markup, and loads from disk or network what it
names; in menus, buttons and tabs an ampersand marks a key, and a tab what stands at the right.
"""

from collections.abc import Iterable

from PySide6.QtGui import Qt as QtOfGui

from counterpoint.labels.text import BREAKS, in_one_line

LONGEST = 2_000
"""Code points of a tooltip."""


def plain_tip(words: str) -> str:
    """A tooltip that shows `words`, letter by letter."""
    if len(words) > LONGEST:
        words = f"{words[:LONGEST].rstrip()}…"
    if not QtOfGui.mightBeRichText(words):
        return words
    return f'<span style="white-space:pre-wrap;">{_escaped(words)}</span>'


def tip_of_paragraphs(paragraphs: Iterable[str]) -> str:
    """A tooltip of paragraphs, each broken into lines where it is long."""
    parts = (_escaped(words[:LONGEST]).replace("\n", "<br>") for words in paragraphs)
    return "".join(f"<p>{part}</p>" for part in parts)


def _escaped(words: str) -> str:
    # Only here: it comes with every name that HTML has for a sign, and few words look like markup.
    from html import escape

    return escape(words)


def on_control(words: str) -> str:
    """What a menu, a button or a tab is given to show `words` on one line."""
    return words.translate(BREAKS).replace("&", "&&")


def window_title(words: str) -> str:
    """What a window is given to have `words` as its title; Qt takes "[*]" out of it."""
    return in_one_line(words).replace("[*]", "[*][*]")
