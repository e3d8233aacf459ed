"""What a search found, in words."""

from collections.abc import Sequence

from counterpoint.domain.search.rows import RowKind
from counterpoint.domain.search.saved import Within

from .text import sentence
from .translation import QT_TR_NOOP, tr, translated

_KINDS = {
    RowKind.SOURCE: QT_TR_NOOP("Source"),
    RowKind.PASSAGE: QT_TR_NOOP("Passage"),
    RowKind.QUOTATION: QT_TR_NOOP("Quotation"),
    RowKind.CLAIM: QT_TR_NOOP("Claim"),
    RowKind.ANSWER: QT_TR_NOOP("Answer"),
    RowKind.APPROACH: QT_TR_NOOP("Approach"),
    RowKind.QUESTION: QT_TR_NOOP("Question"),
    RowKind.REPLY: QT_TR_NOOP("Reply"),
    RowKind.NOTE: QT_TR_NOOP("Note"),
}


_WITHIN = {
    Within.EVERYTHING: (QT_TR_NOOP("Everything"), QT_TR_NOOP("everything")),
    Within.TEXTS: (QT_TR_NOOP("Texts"), QT_TR_NOOP("the texts")),
    Within.COMPARISON: (QT_TR_NOOP("Comparison"), QT_TR_NOOP("the comparison")),
    Within.QUOTATIONS: (QT_TR_NOOP("Quotations"), QT_TR_NOOP("the quotations")),
    Within.NOTES: (QT_TR_NOOP("Notes"), QT_TR_NOOP("the notes")),
    Within.DESCRIPTIONS: (QT_TR_NOOP("Descriptions"), QT_TR_NOOP("the descriptions")),
}


def within(of: Within) -> str:
    """What is searched, as a choice."""
    return translated(_WITHIN[of][0])


def within_words_of(of: Within) -> str:
    """The same within a sentence."""
    return translated(_WITHIN[of][1])


def saved(name: str) -> str:
    return sentence(tr("Saved as “{name}”", name=name))


def no_longer_saved(name: str) -> str:
    return tr("“{name}” is deleted; undo brings it back.", name=name)


def row_kind(kind: RowKind) -> str:
    return translated(_KINDS[kind])


def found(total: int, shown: int) -> str:
    """ "1,204 found, the best 200 shown"."""
    if shown < total:
        return tr("{n} found, the best {shown} shown", "", total, shown=f"{shown:,}")
    return tr("{n} found", "", total)


def chosen(number: int) -> str:
    """How many results are chosen."""
    return tr("{n} chosen", "results", number)


def not_linkable(number: int, left_out: int) -> str:
    """What cannot be linked of what is chosen."""
    if number == left_out:
        return tr("Only passages and quotations can be linked: none of these is one.")
    return tr("{n} of what is chosen (is|are) no passage: left out.", "", left_out)


def not_noted(left_out: int) -> str:
    return tr("{n} of what is chosen (is|are) there no more: left out.", "", left_out)


def noted(number: int) -> str:
    return tr("{n} note(|s) written; undo takes them back.", "", number)


def near_by(terms: Sequence[str]) -> str:
    """What made a result near."""
    return tr("near by {terms}", terms=", ".join(terms))


def like(words: str) -> str:
    """On the sign that says what the results are like."""
    return tr("Like: {words}", words=words)


def nothing_like() -> str:
    """Where nothing has telling words in common with it."""
    return tr("Nothing here shares telling words with that.")


def nothing(searched: str, where: str) -> str:
    """`where`: what was searched, as "everything"."""
    return sentence(tr("Nothing in {where} has “{searched}”", searched=searched, where=where))


def nothing_like_so_narrowed() -> str:
    """Where what is like it is not of what was chosen."""
    return tr("Nothing that is like it is of what was chosen: take away one of the signs above.")


def nothing_so_narrowed(searched: str) -> str:
    """Where there is something, but not of what was chosen."""
    return tr(
        "Nothing that has “{searched}” is of what was chosen: take away one of the signs above.",
        searched=searched,
    )


def within_words() -> str:
    return tr("No word is so: these have it within a word.")


def any_of_them(searched: str) -> str:
    return tr("Nothing has all of these words; these have some: {searched}", searched=searched)


def too_many(number: int) -> str:
    return tr("{n} word(|s) too many: not sought.", "", number)


def being_made(done: int, total: int) -> str:
    return tr(
        "Searching {done} of {total} files; the rest is being put into the index…",
        done=f"{done:,}",
        total=f"{total:,}",
    )


def made_elsewhere() -> str:
    return tr("Another window is putting new files into the index; these are not found yet.")


def unusable(why: str) -> str:
    return tr("The index of this library cannot be kept: {why}", why=why)


def how_to() -> str:
    """What stands where nothing was typed."""
    return tr(
        "Type words; the best passages, claims and notes come first.\n\n"
        "“words in a row” · one OR another · one NOT another · one NEAR another · begin*\n"
        "source: author: date:2008..2017 approach: stance: voice: tag: kind: linked:no"
    )
