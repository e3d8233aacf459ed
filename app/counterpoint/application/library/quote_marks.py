"""Quotation marks within quotation marks."""

import re

_SPACE = re.compile(r"\s+")
_OPENS_AFTER = frozenset(" ([{-–—‘“'\"")
"""What may stand before a straight mark that opens."""


def word_for_word(words: str) -> str:
    """A quotation on one line between marks, not a letter of it changed, marks within included.

    The outer marks are ‘single’ where the words hold double ones, as British printers set it, and
    “double” elsewhere: so nothing has to be turned, and the words can be found in their source.
    """
    text = _SPACE.sub(" ", words).strip()
    return f"‘{text}’" if any(mark in text for mark in '“”"') else f"“{text}”"


def enquoted(words: str) -> str:
    """`words` on one line between “double” marks, their own marks changed to nest in them.

    Double marks within become single, and single marks within those become double, as The Chicago
    Manual of Style (chapter 13) and the APA Publication Manual (chapter 8) have it. Apostrophes
    stay as they are, and so do single marks that stand in no double ones. Nothing else is changed.
    """
    return f"“{nested(words)}”"


def nested(words: str) -> str:
    """What stands between the marks in `enquoted`."""
    text = _SPACE.sub(" ", words).strip()
    turned: list[str] = []
    within = False
    singles = 0
    for place, mark in enumerate(text):
        before = text[place - 1] if place else " "
        after = text[place + 1] if place + 1 < len(text) else " "
        if mark == "“" or (mark == '"' and before in _OPENS_AFTER and after != " "):
            turned.append("‘")
            within, singles = True, 0
        elif mark in '”"':
            turned.append("’")
            within = False
        elif mark == "‘" and within:
            turned.append("“")
            singles += 1
        elif mark == "’" and within and singles and not after.isalnum():
            turned.append("”")
            singles -= 1
        else:
            turned.append(mark)
    return "".join(turned)
