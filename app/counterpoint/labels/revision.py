"""A new version of a source, and what becomes of the quotations from the old one, in words."""

from collections.abc import Sequence

from counterpoint.domain.quotation import BY_NEED, QuotationState
from counterpoint.domain.turning import Turned, Turning

from .quotation_state import state
from .text import DOT, sentence
from .translation import tr


def summary(counts: dict[QuotationState, int]) -> str:
    """ "2 changed · 12 exact": what has to be decided comes first, and what there is none of is not
    told."""
    there = ((each, counts.get(each, 0)) for each in BY_NEED)
    return DOT.join(
        tr("{n}\u00a0{state}", n=f"{number:,}", state=state(each))
        for each, number in there
        if number
    )


def heading(source: str, counted: str, *, again: bool = False) -> str:
    """ "Letter, new version: 12 exact"; `again` where it is the same document, read otherwise."""
    if again and not counted:
        return tr("{source}, read otherwise", source=source)
    if again:
        return tr("{source}, read otherwise: {counted}", source=source, counted=counted)
    if not counted:
        return tr("{source}, new version", source=source)
    return tr("{source}, new version: {counted}", source=source, counted=counted)


def comparing(file: str) -> str:
    return tr("Comparing with {file}…", file=file)


def becomes(of: QuotationState, places: int = 0, by: Turned | None = None) -> str:
    """What has become of a quotation, in a sentence; `places` at which it may stand where nobody
    can say, `by` what has turned what it says."""
    if by is not None and of is QuotationState.AMBIGUOUS:
        return sentence(
            tr("Its words stand there once, and it may be another passage: {why}", why=turned(by))
        )
    if by is not None:
        return sentence(tr("It stands there, but {why}", why=turned(by)))
    match of:
        case QuotationState.AMBIGUOUS if places == 1:
            return tr(
                "Its words stand there once, but beside other words: it may be another passage."
            )
        case QuotationState.EXACT:
            return tr("It stands there word for word, in the same surroundings.")
        case QuotationState.MOVED:
            return tr("It stands there word for word, elsewhere or beside other words.")
        case QuotationState.SPELT_OTHERWISE:
            return tr("The same words stand there, set in another way.")
        case QuotationState.CHANGED:
            return tr("It no longer stands there word for word. The nearest passage is:")
        case QuotationState.AMBIGUOUS:
            return tr("Its words stand there, but it is not certain which place is meant.")
        case QuotationState.LOST:
            return tr("Neither its words nor anything like them stand there.")


def beside(by: Turned) -> str:
    """What is another beside words that are proposed, in a sentence."""
    return sentence(tr("Beside them, too: {why}", why=turned(by)))


def turned(by: Turned) -> str:
    """Why words that stand may say another thing, as a phrase."""
    gone, come = by.gone, by.come
    match by.what:
        case Turning.BEFORE if gone and come:
            return tr(
                "its sentence now says “{come}” before it, and said “{gone}”", gone=gone, come=come
            )
        case Turning.BEFORE if come:
            return tr("its sentence now says “{come}” before it", come=come)
        case Turning.BEFORE:
            return tr("its sentence no longer says “{gone}” before it", gone=gone)
        case Turning.AFTER if gone and come:
            return tr(
                "its sentence now says “{come}” after it, and said “{gone}”", gone=gone, come=come
            )
        case Turning.AFTER if come:
            return tr("its sentence now says “{come}” after it", come=come)
        case Turning.AFTER:
            return tr("its sentence no longer says “{gone}” after it", gone=gone)
        case Turning.SPEAKER if gone and come:
            return tr("its speaker is now “{come}”, and was “{gone}”", gone=gone, come=come)
        case Turning.SPEAKER if come:
            return tr("its speaker is now “{come}”, and nobody was named before", come=come)
        case Turning.SPEAKER:
            return tr("its speaker was “{gone}”, and nobody is named now", gone=gone)
        case Turning.MARKS if come:
            return tr("it stands in quotation marks now, as another’s words or not meant as said")
        case Turning.MARKS:
            return tr("it no longer stands in quotation marks, as another’s words")
        case Turning.SET_OFF if come:
            return tr("its paragraph is set off as a quotation now, as another’s words")
        case Turning.SET_OFF:
            return tr("its paragraph is no longer set off as a quotation, as another’s words")
        case Turning.HEADING if gone and come:
            return tr("it stands under “{come}” now, no longer “{gone}”", gone=gone, come=come)
        case Turning.HEADING if come:
            return tr("it now stands under “{come}”", come=come)
    return tr("it no longer stands under “{gone}”", gone=gone)


def turning(differing: Sequence[str]) -> str:
    """That it may say another thing, as a negation or a number differs; `differing` are these."""
    if not differing:
        return tr(
            "A word that denies is there more or fewer times: the passage may say another thing."
        )
    return tr(
        "{words} (differs|differ): the passage may say another thing altogether.",
        "",
        len(differing),
        words=", ".join(f"“{each}”" for each in differing),
    )


def signs_apart(old: str, new: str) -> str:
    """By which signs the versions differ, in a sentence; each of them named, "" for none."""
    if old and new:
        return tr(
            "What differs: the old version has {old}, and the new one {new}.", old=old, new=new
        )
    if new:
        return tr("What differs: only the new version has {new}.", new=new)
    return tr("What differs: only the old version has {old}.", old=old) if old else ""


def left(of: QuotationState) -> str:
    """What follows from leaving it as it is."""
    if of is QuotationState.LOST:
        return tr("It stays as it is and is marked as lost, until you take it out or mend it.")
    if of is QuotationState.SPELT_OTHERWISE:
        return tr("Left, it stays as it is, and it is remarked on that it is spelt otherwise.")
    return tr("Left, it stays as it is and is marked as not exact.")


def accepted() -> str:
    return tr("accepted")


def left_as_it_is() -> str:
    return tr("left")


def undecided(number: int) -> str:
    return tr("{n} (is|are) not decided and will be left as (it is|they are)", "", number)


def all_decided(*, again: bool = False) -> str:
    if again:
        return tr("All is decided: the document can be taken as it is read now.")
    return tr("All is decided: the new version can be put in.")


def not_accepted(of: QuotationState, places: int) -> str:
    """Why nothing was accepted of what is in this state, and may stand at so many places."""
    match of:
        case QuotationState.AMBIGUOUS if places == 1:
            return tr("It may be another passage: say by its number that it is this one.")
        case QuotationState.AMBIGUOUS:
            return tr("It may stand at several places: choose one by its number.")
        case QuotationState.LOST:
            return tr("It stands nowhere in the new version: it can only be left.")
    return tr("It stands there as it is: there is nothing to decide.")


def not_compared(why: str) -> str:
    return tr("The versions were not compared: {why}", why=sentence(why))


def putting_in(*, again: bool = False) -> str:
    """What is done while that goes on."""
    return tr("Taking the new reading…") if again else tr("Putting the new version in…")


def put_button(*, again: bool = False) -> tuple[str, str]:
    """What takes it over, and what that does with the old."""
    if again:
        return tr("Take it as read now"), tr("How it was read before is kept in “earlier”")
    return tr("Put the new version in"), tr("The old one is kept in “earlier”")


def versions(*, again: bool = False) -> tuple[str, str]:
    """What the old and the new are called over what stood and stands in them."""
    return (tr("Before"), tr("Now")) if again else (tr("Old"), tr("New"))


def given_up(why: str) -> str:
    """That the versions compared are not there any more."""
    return tr("The comparison of the two versions is closed: {why}", why=sentence(why))


def not_put_in(why: str, *, again: bool = False) -> str:
    if again:
        return tr(
            "It stays as it was read before, and nothing was changed: {why}", why=sentence(why)
        )
    return tr("The new version was not put in, and nothing was changed: {why}", why=sentence(why))


def put_in(source: str, *, again: bool = False) -> str:
    if again:
        return tr(
            "“{source}” is as it was read now; undo brings back how it was read before.",
            source=source,
        )
    return tr("New version put in, old one kept: “{source}”.", source=source)
