"""The true paragraphs of a plain text, in which only lines are to be seen."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import count, pairwise, repeat
from typing import NamedTuple

from counterpoint.domain.because import Because
from counterpoint.storage.importers.draft import Guess, Paragraphing

from .speaking import speakers_begin

_ENDS = re.compile(r"[.?!:;…][\"'”’»)\]*_]*$|[-–—]{2,}$")
_SENTENCE_ENDS = re.compile(r"[.?!:…][\"'”’»)\]*_]*\d{0,3}$")
_ITEM = re.compile(r"\s*(?:[-*•–·]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])\s+(?=\S)")
_MAY_BE_ITEM = re.compile(r"\n(?:[^a-zA-Z]|[a-zA-Z]{1,4}[.)])")
_BULLET = re.compile(r"\s*[-*•–·]\s+")
_NUMBERED = re.compile(r"\s*(?:¶\s?)?\d{1,4}[.)]\s+(?=\S)")
_OPENING = "\"'“‘«„(["


class FileLine(NamedTuple):
    """A line of the file: its number from 1, its words without white space at the end, and the
    page that it stands on, from 0; -1 where there are no pages."""

    number: int
    words: str
    page: int = -1


def file_lines(lines: Iterable[str]) -> list[FileLine]:
    """All of a file without pages."""
    new: Callable[..., FileLine] = tuple.__new__  # there may be very many
    return [*map(new, repeat(FileLine), zip(count(1), map(str.rstrip, lines), repeat(-1)))]


class Divided(NamedTuple):
    paragraphs: list[list[FileLine]]
    """The lines of each paragraph, in order."""
    joins: bool
    """Whether the lines of a paragraph are one line of the text."""
    guess: Guess


def divide(lines: Sequence[FileLine], chosen: Paragraphing | None = None) -> Divided:
    """The paragraphs of `lines`, which hold no furniture."""
    blocks = _blocks(lines)
    how, why = (chosen, Because.CHOSEN) if chosen is not None else _guessed(blocks)
    found: list[list[FileLine]]
    match how:
        case Paragraphing.EACH_LINE:
            found = [[line] for block in blocks for line in block]
            found = _run_on(found, across_pages=True)
        case Paragraphing.SENTENCES:
            found = _run_on(_at_numbers(_at_speakers(_by_sentences(blocks))))
        case Paragraphing.EMPTY_LINES:
            items = [part for block in blocks for part in _items(block)]
            found = _run_on(_at_numbers(_at_speakers(items)))
        case Paragraphing.AS_IT_IS:
            found = blocks
    others = tuple(str(each) for each in Paragraphing if each is not how)
    joins = how is not Paragraphing.AS_IT_IS
    # Where each line stands between empty ones, it is a paragraph by either rule.
    sure = how is Paragraphing.EMPTY_LINES or (how is Paragraphing.EACH_LINE and _parted(blocks))
    return Divided(found, joins, Guess("paragraphs", str(how), others, why, sure))


def _guessed(blocks: Sequence[Sequence[FileLine]]) -> tuple[Paragraphing, Because]:
    full = [line.words.strip() for block in blocks for line in block]
    if not full:
        return Paragraphing.EMPTY_LINES, Because.EMPTY
    lengths = sorted(map(len, full))
    most = lengths[int((len(lengths) - 1) * 0.9)]

    def share(holds: Callable[[str], bool]) -> float:
        """Of the lines; asked for last, as it takes longest."""
        return sum(map(holds, full)) / len(full)

    if _parted(blocks):
        return Paragraphing.EMPTY_LINES, Because.LINES_APART
    if most > 200:
        return Paragraphing.EACH_LINE, Because.LONG_LINES
    if most > 100 and share(_ends) > 0.75:
        return Paragraphing.EACH_LINE, Because.LINES_END
    verse = len(full) > 2 and most <= 60 and share(_begins_with_capital) > 0.85
    if verse and share(_ends) < 0.7 and share(_is_item) < 0.2:
        return Paragraphing.AS_IT_IS, Because.CAPITALS
    if len(blocks) > 1 and len(full) / len(blocks) <= 25:
        return Paragraphing.EMPTY_LINES, Because.PARTED_BLOCKS
    if len(full) < 4:
        return Paragraphing.EMPTY_LINES, Because.FEW_LINES
    if share(_ends) < 0.75:
        return Paragraphing.SENTENCES, Because.NOTHING_PARTS
    return Paragraphing.EACH_LINE, Because.LINES_END


def _ends(line: str) -> bool:
    """Whether something ends with it."""
    return _ENDS.search(line, max(0, len(line) - 8)) is not None


def _is_item(line: str) -> bool:
    return _ITEM.match(line) is not None


def _begins_high(line: str) -> bool:
    bare = line.lstrip(_OPENING + "-–— ")
    return bool(bare) and not bare[0].islower()


def _begins_with_capital(line: str) -> bool:
    """False in scripts that have none."""
    return line.lstrip(_OPENING + "-–— ")[:1].isupper()


def _blocks(lines: Sequence[FileLine]) -> list[list[FileLine]]:
    """The lines that stand together, without the empty ones that part them."""
    empty = [at for at, line in enumerate(lines) if not line.words]
    ends = pairwise([-1, *empty, len(lines)])
    return [[*lines[before + 1 : end]] for before, end in ends if end > before + 1]


def _parted(blocks: Sequence[Sequence[FileLine]]) -> bool:
    """Whether there are several lines with words, and empty ones between all of them."""
    return len(blocks) > 1 and all(len(block) == 1 for block in blocks)


def _items(block: list[FileLine]) -> list[list[FileLine]]:
    """A block parted before each entry of a list in it."""
    if _MAY_BE_ITEM.search("\n".join([line.words for line in block])) is None:  # quicker
        return [block]
    starts = [
        at
        for at, line in enumerate(block)
        if at and _ITEM.match(line.words) and _begins_item(block[at - 1].words, line.words)
    ]
    return [block[start:end] for start, end in pairwise([0, *starts, len(block)])]


def _at_speakers(paragraphs: list[list[FileLine]]) -> list[list[FileLine]]:
    """Parted also where another begins to speak, however long the line before is."""
    ends = [[_ends(line.words) for line in paragraph] for paragraph in paragraphs]
    words = [[line.words for line in paragraph] for paragraph in paragraphs]
    return _parted_at(paragraphs, speakers_begin(words, ends))


def _at_numbers(paragraphs: list[list[FileLine]]) -> list[list[FileLine]]:
    """Parted before each line that begins with a number of the document's own paragraphs, as no
    list has it: "¶12. ", "[12] ", or "12" with a gap behind it."""
    numbers = [
        (at, nth, found)
        for at, paragraph in enumerate(paragraphs)
        for nth, line in enumerate(paragraph)
        if not line.words[:1].isalpha()  # as most lines begin
        and line.words.lstrip()[:1] in _BEGINS_NUMBER
        and (found := _OWN_NUMBER.match(line.words))
    ]
    before = {(at, nth): paragraphs[at][nth - 1].words.strip() for at, nth, _ in numbers if nth}
    for form in ("pilcrow", "bracket", "gap"):
        places = [(at, nth, int(found[form])) for at, nth, found in numbers if found[form]]
        chain = _longest_chain(places)
        inside = [place for place in chain if place[1]]
        ended = sum(_ends(before[place]) for place in inside)
        if len(chain) >= _FEWEST and inside and ended >= 0.7 * len(inside):
            return _parted_at(paragraphs, inside)
    return paragraphs


def _longest_chain(places: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Of numbered places in their order those that count on by one, the most that do."""
    ends: dict[int, list[tuple[int, int]]] = {}
    longest: list[tuple[int, int]] = []
    for at, nth, number in places:
        chain = [*ends.get(number - 1, []), (at, nth)]
        if len(chain) >= len(ends.get(number, [])):
            ends[number] = chain
        longest = max(longest, chain, key=len)
    return longest


def _parted_at(
    paragraphs: Sequence[list[FileLine]], places: Sequence[tuple[int, int]]
) -> list[list[FileLine]]:
    starts: dict[int, list[int]] = {}
    for at, nth in places:
        starts.setdefault(at, []).append(nth)
    found: list[list[FileLine]] = []
    for at, paragraph in enumerate(paragraphs):
        cuts = pairwise([0, *starts.get(at, []), len(paragraph)])
        found += [paragraph[start:end] for start, end in cuts]
    return found


_FEWEST = 4
"""Numbers that count on, to be those of paragraphs."""
_BEGINS_NUMBER = frozenset("0123456789¶[")
_OWN_NUMBER = re.compile(
    r"\s*(?:¶\s?(?P<pilcrow>\d{1,4})[.)]?\s+|\[(?P<bracket>\d{1,4})\]\s+"
    r"|(?P<gap>\d{1,4})(?:\t|\s{2,}))(?=\S)"
)


def _begins_item(before: str, line: str) -> bool:
    """False of a line that begins with a dash, or a number, in mid-sentence."""
    found = _ITEM.match(line)
    if found is None:
        return False
    if _ends(before) or _ITEM.match(before):
        return True
    return not line[found.end()].islower() and bool(_BULLET.match(line)) and len(before) < 50


def _by_sentences(blocks: Sequence[Sequence[FileLine]]) -> list[list[FileLine]]:
    """The block's lines parted where a sentence ends and the first word after it would have had
    room in its line: else the line was broken for its length."""
    found: list[list[FileLine]] = []
    full = sorted(len(line.words.strip()) for block in blocks for line in block)
    width = full[int((len(full) - 1) * 0.95)] if full else 0
    for block in blocks:
        found.append([])
        for line in block:
            if found[-1] and _parts(found[-1][-1].words.strip(), line.words, width):
                found.append([])
            found[-1].append(line)
    return found


def _parts(before: str, line: str, width: int) -> bool:
    if _begins_item(before, line) and (
        not _NUMBERED.match(line) or bool(_SENTENCE_ENDS.search(before))
    ):
        return True
    words = line.split()
    if not words or not _SENTENCE_ENDS.search(before) or not _begins_high(line):
        return False
    indented = len(line) - len(line.lstrip())
    return indented >= 2 or len(before) + 1 + len(words[0]) <= width


def _run_on(
    paragraphs: list[list[FileLine]], *, across_pages: bool = False
) -> list[list[FileLine]]:
    """Those that a page break parted in mid-sentence are one; with `across_pages` only where it is
    known that a page ends between them."""
    found: list[list[FileLine]] = []
    for paragraph in paragraphs:
        parted = found and (not across_pages or found[-1][-1].page != paragraph[0].page)
        if parted and _unfinished(found[-1][-1].words, paragraph[0].words):
            found[-1] += paragraph
        else:
            found.append(paragraph)
    return found


def _unfinished(before: str, line: str) -> bool:
    bare = line.strip()
    if _ITEM.match(line) and not _continues(bare):
        return False
    if before.rstrip().endswith(("-", "\u2010", ",")) and bare[:1].isalpha():
        return len(before.strip()) > 30
    return (
        not _ends(before.rstrip())
        and bare.lstrip(_OPENING + "-–— ")[:1].islower()
        and len(before.strip()) > 20
    )


def _continues(bare: str) -> bool:
    after = _BULLET.sub("", bare, count=1)
    return bool(_BULLET.match(bare)) and after[:1].islower()
