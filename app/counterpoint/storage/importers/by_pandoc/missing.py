"""Whether all that stood in a document came into its text: nothing is lost without a word."""

from collections.abc import Iterable

from counterpoint.domain.counting import counted
from counterpoint.storage.importers.text.phrases import sample


def letters_of(text: str) -> str:
    """Its letters and figures alone: what no conversion may change."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _SIGNS_OF_ASCII)
    letters = rest.decode("utf-8", "surrogatepass")
    return letters if letters.isalnum() else "".join(filter(str.isalnum, letters))


_SIGNS_OF_ASCII = bytes(code for code in range(128) if not chr(code).isalnum())


def missing(paragraphs: Iterable[str], heard: str) -> list[str]:
    """What is to be told of those `paragraphs`, in their order, that are not in what was `heard`
    of the document."""
    there = letters_of(heard)
    here = 0
    missed: list[str] = []
    for words in paragraphs:
        wanted = letters_of(words)
        if not wanted:
            continue
        # Mostly they follow one another, so that one need not look far.
        found = there.find(wanted, here, here + len(wanted) + _NEAR)
        if found < 0:
            found = there.find(wanted)
        if found < 0 and not _in_parts(wanted, there):
            missed.append(words)
        elif found >= 0:
            here = found + len(wanted)
    if not missed:
        return []
    return [f"{counted(len(missed), 'paragraph')} left out: “{sample(missed[0])}”"]


_NEAR = 2000
_PART = 40
"""Letters between two formulas or fields of a paragraph, which are written otherwise in it."""
_LONG = 160


def _in_parts(wanted: str, there: str) -> bool:
    """Of a long paragraph with a formula or the like in it, what stands around it is there."""
    if len(wanted) < _LONG:
        return False
    parts = [wanted[at : at + _PART] for at in range(0, len(wanted), _PART)]
    return sum(part in there for part in parts) >= 0.7 * len(parts)


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
        lost.append(f"{what} left out: “{sample(missed[0])}”")
    return lost
