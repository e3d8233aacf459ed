"""What a screen reader says of the links of a paper, of which many are but numbers."""

import re
from collections.abc import Callable

from counterpoint.labels.translation import tr
from counterpoint.ui.paper.links import Link

from .report_html import NOTE, NOTE_MARK, READ, TO, place_of

_NUMBER = re.compile(r"\d+ ?")
"""Of a source, before where in it."""
_SIGNS = "¶§"
"""Which few screen readers say."""
_UNSPOKEN = dict.fromkeys((0x2066, 0x2069))
"""What keeps numbers in order among words from right to left."""
_LONGEST = 24
"""Letters: what is longer is an entry of the list of sources, which says all itself."""
_OPENING = ("“", "‘", "«", "„", "»")


def spoken(link: Link, words: str, short_of: Callable[[str], str]) -> str:
    """`words`: those of the link, on one line; `short_of`: what a source is called, by its id."""
    words = words.translate(_UNSPOKEN)
    action, argument = link.asked
    if action == TO:
        if argument.startswith(NOTE_MARK):
            return tr("Back to the mark of note {number}", number=words)
        return tr("Note {number}", number=words) if argument.startswith(NOTE) else words
    if action != READ:
        return words
    source = short_of(place_of(argument).source)
    if words.startswith(_OPENING):
        return tr("{quotation}, from {source}", quotation=words, source=source)
    if len(words) > _LONGEST and words.strip("0123456789 ,–" + _SIGNS):
        return words
    where = words if words.startswith(tuple(_SIGNS)) else _NUMBER.sub("", words, count=1)
    if not where:
        return source
    place = ", ".join(_place(part) for part in where.split(", "))
    return tr("{source}, {place}", source=source, place=place)


def _place(where: str) -> str:
    first, _, last = where.partition("–")
    first, last = first.strip(_SIGNS), last.strip(_SIGNS)
    if last:
        return tr("paragraphs {first} to {last}", first=first, last=last)
    return tr("paragraph {number}", number=first)
