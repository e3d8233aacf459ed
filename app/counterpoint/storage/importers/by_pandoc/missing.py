"""Whether all that stood in a document came into its text: nothing is lost without a word."""

from collections.abc import Iterable

from counterpoint.domain.counting import counted
from counterpoint.storage.importers.text.phrases import quoted


def letters_of(text: str) -> str:
    """Its letters and figures alone: what no conversion may change."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _SIGNS_OF_ASCII)
    letters = rest.decode("utf-8", "surrogatepass")
    return letters if letters.isalnum() else "".join(filter(str.isalnum, letters))


_SIGNS_OF_ASCII = bytes(code for code in range(128) if not chr(code).isalnum())


def missing(paragraphs: Iterable[str], heard: str) -> list[str]:
    """What is to be told of those `paragraphs`, in their order, that are not in what was `heard`
    of the document: the words of them that are not."""
    there = letters_of(heard).casefold()  # what looks like capitals may be written in them
    here = 0
    missed: list[str] = []
    for words in paragraphs:
        wanted = letters_of(words).casefold()
        if not wanted:
            continue
        # Mostly they follow one another, so that one need not look far.
        found = there.find(wanted, here, here + len(wanted) + _NEAR)
        if found < 0:
            found = there.find(wanted)
        if found >= 0:
            here = found + len(wanted)
        elif len(missed) < _MOST:
            missed += not_there(words, there)
        else:
            missed.append(words)
    if not missed:
        return []
    return [f"{counted(len(missed), 'passage')} left out: {quoted(missed)}"]


_NEAR = 2000
_MOST = 40
"""So many are looked at closely."""
_SURE = 10
"""Letters that stand together by no chance."""
_LIKELY = 5
_NEAR_BY = 60
"""So many letters, so near to those before them, neither."""


def not_there(words: str, there: str) -> list[str]:
    """The stretches of `words` that are not among the small letters `there`, where their neighbours
    are."""
    each = words.split()
    letters = [letters_of(word).casefold() for word in each]
    found: list[str] = []
    gap: list[str] = []
    at = 0
    place = -1
    """Where in `there` what was found last ends."""
    while at < len(each):
        run, where = _run(letters, at, there, place)
        if not run:
            gap += [each[at]] if letters[at] else []
            at += 1
            continue
        if gap:
            found.append(" ".join(gap))
            gap = []
        place = where
        at += run
    return [*found, " ".join(gap)] if gap else found


def _run(letters: list[str], at: int, there: str, place: int) -> tuple[int, int]:
    """How many words from `at` on stand together, and where they end; 0 for none. What is short
    counts only after what was found last."""
    taken = ""
    count, where = 0, -1
    for nth, word in enumerate(letters[at:], 1):
        longer = taken + word
        found = there.find(longer, place if taken and place >= 0 else max(place, 0))
        if found < 0:
            found = there.find(longer)
        if found < 0:
            break
        taken, count, where = longer, nth, found + len(longer)
    if len(taken) >= _SURE:
        return count, where
    if place >= 0 and taken and there.startswith(taken, place):
        return count, place + len(taken)
    if len(taken) >= _LIKELY and place <= where - len(taken) < place + _NEAR_BY:
        return count, where
    return 0, -1


def told_of_boxes(boxes: Iterable[str], text: str) -> list[str]:
    """What is to be told of the text boxes with these words: whether they are in `text`."""
    there = letters_of(text)
    boxes = list(boxes)
    missed = [words for words in boxes if letters_of(words)[:80] not in there]
    found = len(boxes) - len(missed)
    lost: list[str] = []
    if found:
        lost.append(
            f"{counted(found, 'text box', 'text boxes')}: the words are in the text, their place "
            "on the page is not"
        )
    if missed:
        what = counted(len(missed), "text box", "text boxes")
        lost.append(f"{what} left out: {quoted(missed)}")
    return lost
