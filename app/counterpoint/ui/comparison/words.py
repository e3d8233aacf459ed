"""What the comparison says in words: header lines, cells and evidence marks."""

from collections.abc import Mapping

from counterpoint.domain.approach import (
    ApproachSummary,
    Coverage,
    Evidence,
    Link,
    Position,
    Stance,
    Tally,
)
from counterpoint.domain.quotation import QuotationState

DOT = "\u00a0· "
"""Between the parts of a line; it ends a line rather than begin one."""
NOTHING = "Nothing in these texts"
THIN = 4
"""An approach with no more claims than this is thin, whoever advocates it."""
BRIEF_NAME = 14
"""Characters of a source's name that stay on one line."""
LONGEST_NAME = 40
"""Characters of a name that a header or an evidence mark has room for."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SMALL = frozenset(("A", "An", "Almost", "Another", "One", "Over", "Some", "The"))
"""Words that begin a description rather than a name."""
BREAKS = str.maketrans(dict.fromkeys("\t\n\r\f\v\x85\u2028\u2029", " "))
"""White space at which a line may break; others, like the no-break space, stay as they are."""


def in_one_line(text: str) -> str:
    """The text with line breaks and runs of white space as single spaces."""
    return " ".join(filter(None, text.translate(BREAKS).split(" "))).strip()


def count(number: int, noun: str, plural: str = "") -> str:
    """ "1 claim", "3 claims"; the number is never parted from the noun."""
    return f"{number}\u00a0{noun if number == 1 else plural or noun + 's'}"


def sentence(text: str) -> str:
    """The text with a full stop, unless it has an end of its own."""
    text = in_one_line(text)
    return text if not text or text[-1] in ".?!…" else f"{text}."


def is_thin(tally: Tally) -> bool:
    """True if little stands behind an approach, or nobody who wants it."""
    return tally.claims <= THIN or tally.advocates == 0


def status_line(head: ApproachSummary) -> str:
    """ "Drafted, UK 2008 · 21 claims · 3 sources"; says so where the column is thin.

    A note that is too long for a header gives way to the date; the peek has it in full.
    """
    tally = head.tally
    status = head.status.value.capitalize() if head.status else "Status not readable"
    note = in_one_line(head.status_note).rstrip(".")
    if len(note) > LONGEST_NAME:
        note = month(head.date)
    if note.casefold().startswith(status.casefold()):
        status = note
    elif note:
        status = f"{status}, {note}"
    claims = count(tally.claims, "claim")
    parts = [status, f"only\u00a0{claims}" if 0 < tally.claims <= THIN else claims]
    parts.append(count(tally.sources, "source") + ("" if tally.advocates else ", no advocate"))
    if tally.not_exact:
        parts.append(f"{count(tally.not_exact, 'quotation')} not exact")
    if head.left_out:
        parts.append(left_out(head.left_out))
    return DOT.join(parts)


def left_out(number: int) -> str:
    """ "1 entry left out": so much of a file could not be read."""
    return f"{count(number, 'entry', 'entries')} left out"


def month(date: str) -> str:
    """ "October 2008" of "2008-10-20", "2017" of "2017"; "" of what is no date."""
    year, _, rest = date.partition("-")
    number = rest.partition("-")[0]
    if not year.isdigit():
        return ""
    if not number.isdigit() or not 1 <= int(number) <= 12:
        return year
    return f"{_MONTHS[int(number) - 1]}\u00a0{year}"


def proponents_line(head: ApproachSummary, most: int = 1) -> str:
    """Who stands for the option: "By A and 2 others"; "" where nobody is named."""
    names = [_after_by(briefly(proponent.name)) for proponent in head.proponents]
    if not names:
        return ""
    if len(names) > most:
        return f"By {', '.join(names[:most])} and {count(len(names) - most, 'other')}"
    return f"By {' and '.join(names)}"


def _after_by(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first in _SMALL else name


def briefly(name: str) -> str:
    """A name in a few words: cut at a comma, a bracket or a word, and then marked with "…"."""
    name = in_one_line(name)
    if len(name) <= LONGEST_NAME:
        return name
    head = name.split(",")[0].split(" (")[0]
    if len(head) <= LONGEST_NAME:
        return head
    return head[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(",;:") + "\u00a0…"


def folded_line(position: Position) -> str:
    """What a folded cell shows: "3 claims", "1 claim, in part", "nothing"; and what is missing."""
    line = count(len(position.claims), "claim")
    if position.coverage is Coverage.GAP:
        line = "nothing"
    elif position.coverage is Coverage.PARTIAL:
        line = f"{line}, in part"
    return f"{line}, {left_out(position.left_out)}" if position.left_out else line


def missing_line(position: Position) -> str:
    """What a cell says below its claims where some of them are missing; "" where none are."""
    if not position.left_out:
        return ""
    return f"{left_out(position.left_out)}: see the problems of the library.".capitalize()


def shown_line(rows: int, of_rows: int, approaches: int, of_approaches: int) -> str:
    """ "4 of 10 dimensions · 3 of 6 approaches"; each part stays on one line."""
    some = f"{rows}\u00a0of\u00a0" if rows != of_rows else ""
    all_approaches = count(of_approaches, "approach", "approaches")
    return f"{some}{count(of_rows, 'dimension')}{DOT}{approaches}\u00a0of\u00a0{all_approaches}"


def part_line(position: Position) -> str:
    """What a partial cell says below its claims."""
    why = sentence(position.why)
    return f"In part only. {why}" if why else "In part only."


def filtered_lines(stance: Stance, hidden: int) -> tuple[str, str]:
    """What a cell says whose claims the stance filter hides, and how many they are."""
    return f"Nothing that {stance.value}", f"{count(hidden, 'claim')} hidden"


def cited(piece: Evidence, short: Mapping[str, str]) -> str:
    """ "London cable ¶4"; a number is never parted from the word before it, nor a brief name."""
    name = short.get(piece.source, piece.source)
    if len(name) <= BRIEF_NAME:
        name = name.replace(" ", "\u00a0")
    if not piece.paragraph:
        return name
    if piece.paragraph[0].isdigit():
        return f"{name} para\u00a0{piece.paragraph}"
    return f"{name}\u00a0{piece.paragraph}"


def whose(piece: Evidence) -> str:
    """Whose view it is, in a few words: the last of the chain."""
    return briefly(piece.voice[-1]) if piece.voice else ""


def chain(piece: Evidence) -> str:
    """The voices in full, nearest to the reader first."""
    return ", ".join(in_one_line(name) for name in piece.voice)


def pills(piece: Evidence) -> tuple[str, ...]:
    """The small words that qualify a mark, and the one that warns comes first."""
    words = []
    if not piece.standing.exact:
        words.append(piece.standing.state.value)
    if piece.link is Link.INFERRED:
        words.append("inferred")
    if piece.partial:
        words.append("partial")
    if piece.tone:
        words.append(piece.tone)
    return tuple(words)


def standing_line(state: QuotationState) -> str:
    """What is wrong with a quotation that is not exact, and what to do."""
    return {
        QuotationState.EXACT: "",
        QuotationState.MOVED: "Moved: the words stand elsewhere in the source than when they "
        "were quoted. Check that the place still bears the claim.",
        QuotationState.CHANGED: "Changed: the words are not in the source; this is only like "
        "them. Open it and compare.",
        QuotationState.LOST: "Lost: the words could not be placed in the source: see the "
        "problems of the library. Do not quote them.",
    }[state]
