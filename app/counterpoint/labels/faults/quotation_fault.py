"""`QuotationFault` in words."""

from counterpoint.domain.faults.quotation_fault import QuotationFault
from counterpoint.domain.look_alikes import look_alike, signs_apart
from counterpoint.domain.problem import Argument
from counterpoint.labels.meant import did_you_mean
from counterpoint.labels.translation import tr


def worded(fault: QuotationFault, *given: Argument) -> str:
    match fault:
        case QuotationFault.UNKNOWN_SOURCE:
            source, near = given
            return tr(
                "the source `{source}` is not in corpus/; {remedy}",
                source=source,
                remedy=did_you_mean(near) or tr("check the spelling or add it"),
            )
        case QuotationFault.UNKNOWN_SOURCE_BUT_ELSEWHERE:
            source, other, where = given
            return tr(
                "the source `{source}` is not in corpus/; they stand in {other} {where}; write "
                "`source: {other}` if that is meant",
                source=source,
                other=other,
                where=_place(where),
            )
        case QuotationFault.NOT_ANCHORED:
            return tr("the quotation is not anchored; run counterpoint anchor")
        case QuotationFault.ALTERED_SINCE_ANCHORED:
            return tr(
                "the quotation, or its paragraph or occurrence, was changed after it was "
                "anchored, and corpus/{source}.txt was not; look whether it says what you mean, "
                "then run counterpoint anchor --again",
                source=given[0],
            )
        case QuotationFault.TEXT_ALTERED:
            return tr(
                "corpus/{source}.txt was altered after this quotation was anchored; its words "
                "still stand there: look at it, then run counterpoint anchor --again",
                source=given[0],
            )
        case QuotationFault.STALE_CONTEXT:
            return tr(
                "`before` and `after` are not what stands there in corpus/{source}.txt; run "
                "counterpoint anchor --again",
                source=given[0],
            )
        case QuotationFault.MOVED:
            return tr(
                "the words now stand elsewhere in corpus/{source}.txt than the anchor says; look "
                "at them there, then choose that place where the evidence is changed in the "
                "window, or run counterpoint anchor --again",
                source=given[0],
            )
        case QuotationFault.WHICH_PARAGRAPH:
            number, source, first, *listed = given
            return tr(
                "the words stand {number} times in corpus/{source}.txt: {places}; say which with "
                '`paragraph: "{first}"` or another of these',
                number=number,
                source=source,
                places=_places(number, listed),
                first=first,
            )
        case QuotationFault.WHICH_OCCURRENCE:
            number, source, *listed = given
            return tr(
                "the words stand {number} times in corpus/{source}.txt: {places}; say which with "
                "`occurrence: 1` to `occurrence: {number}`",
                number=number,
                source=source,
                places=_places(number, listed),
            )
        case QuotationFault.OTHER_PLACE:
            number, source, *listed = given
            return tr(
                "the words are in corpus/{source}.txt, but not at the paragraph and occurrence "
                "given: {places}; correct these",
                source=source,
                places=_places(number, listed),
            )
        case QuotationFault.SPELT_OTHERWISE:
            source, where, theirs, ours, there = given
            return tr(
                "the words are in corpus/{source}.txt ({where}), but spelt otherwise{how}; write "
                "them as they stand there: {there}",
                source=source,
                where=_place(where),
                how=_how_spelt(theirs, ours),
                there=there,
            )
        case QuotationFault.PART_SPELT_OTHERWISE:
            source, where, theirs, ours, there = given
            return tr(
                "the words are in corpus/{source}.txt ({where}), but as part of longer ones and "
                "spelt otherwise{how}; write them as they stand there: {there}",
                source=source,
                where=_place(where),
                how=_how_spelt(theirs, ours),
                there=there,
            )
        case QuotationFault.LIKE_OTHERS:
            source, nearest, paragraph, number, *changes = given
            words = tr("“{words}”", words=nearest)
            if paragraph:
                words = tr("{words} in {paragraph}", words=words, paragraph=paragraph)
            return tr(
                "the words are not in corpus/{source}.txt; nearest is {words}{changes}; quote "
                "that, or remove the evidence",
                source=source,
                words=words,
                changes=_changes(number, changes),
            )
        case QuotationFault.LIKE_SEVERAL:
            number, source, *listed = given
            return tr(
                "the words are not in corpus/{source}.txt, and several passages are as much like "
                "them: {places}; quote the one that is meant, or remove the evidence",
                source=source,
                places=_places(number, listed),
            )
        case QuotationFault.CHANGED_BESIDE:
            source, where, then, now = given
            return tr(
                "the words stand in corpus/{source}.txt ({where}), but beside them something has "
                "changed: “{then}” is now “{now}”; look whether they still say what the claim "
                "says, and if so delete `anchor` and run counterpoint anchor",
                source=source,
                where=_place(where),
                then=then,
                now=now,
            )
        case QuotationFault.SET_OTHERWISE:
            source, where, theirs, ours = given
            return tr(
                "the words stand in corpus/{source}.txt ({where}), but are set otherwise "
                "there{how}",
                source=source,
                where=_place(where),
                how=_how_spelt(theirs, ours),
            )
        case QuotationFault.FURNITURE_BETWEEN:
            source, where, between, before, after, kind, *written = given
            first, last = written
            entry = f"- {{kind: {kind}, after: {first}, before: {last}, interrupts: true}}"
            return tr(
                "the words are in corpus/{source}.txt ({where}), but “{between}” stands between "
                "“{before}” and “{after}”; if it is a {kind} or the like, describe it under "
                "`furniture` in corpus/{source}.yaml: {entry}",
                source=source,
                where=_place(where),
                between=between,
                before=before,
                after=after,
                kind=kind,
                entry=entry,
            )
        case QuotationFault.OTHER_SURROUNDINGS:
            number, source, *listed = given
            return tr(
                "the words stand in corpus/{source}.txt, but not in the surroundings from which "
                "they were quoted: {places}; look whether it is the same passage, and if so delete "
                "`anchor` and run counterpoint anchor",
                source=source,
                places=_places(number, listed),
            )
        case QuotationFault.INSIDE_WORDS:
            source, whole = given
            return tr(
                "the words are in corpus/{source}.txt only as part of longer ones (“{whole}”); "
                "quote whole words",
                source=source,
                whole=whole,
            )
        case QuotationFault.IN_ANOTHER_SOURCE:
            source, other, where = given
            return tr(
                "the words are not in corpus/{source}.txt; they stand in {other} {where}; write "
                "`source: {other}` if that is meant",
                source=source,
                other=other,
                where=_place(where),
            )
        case QuotationFault.WORDS_BETWEEN:
            source, where, between, before, after = given
            return tr(
                "the words are in corpus/{source}.txt ({where}), but “{between}” stands between "
                "“{before}” and “{after}”; quote it too, or give the two parts as two pieces of "
                "evidence",
                source=source,
                where=_place(where),
                between=between,
                before=before,
                after=after,
            )
        case QuotationFault.NOT_SIDE_BY_SIDE:
            source, first, second = given
            return tr(
                "the words are in corpus/{source}.txt, but not side by side; a quotation leaves "
                "nothing out: give “{first}” and “{second}” as two pieces of evidence",
                source=source,
                first=first,
                second=second,
            )
        case QuotationFault.NOTHING_LIKE_IT:
            return tr(
                "the words are not in corpus/{source}.txt, nor anything like them; correct or "
                "remove the quotation",
                source=given[0],
            )


def _place(label: Argument) -> Argument:
    """How a paragraph is cited, or what it is."""
    return label or tr("a place without number")


def _places(number: Argument, listed: list[Argument]) -> str:
    """Each place that is listed with its paragraph and what stands around it; how many more."""
    pairs = zip(listed[::2], listed[1::2], strict=True)
    shown = [
        tr("{number}. {place} “{words}”", number=at, place=_place(label), words=words)
        for at, (label, words) in enumerate(pairs, start=1)
    ]
    more = int(number) - len(shown)
    return ", ".join([*shown, tr("and {n} more", "places", more)] if more else shown)


def _how_spelt(theirs: Argument, ours: Argument) -> str:
    """ " (there with ﬁ (U+FB01 …), here with U+00AD (soft hyphen))", or ""."""
    parts = [tr("there with {signs}", signs=theirs)] if theirs else []
    parts += [tr("here with {signs}", signs=ours)] if ours else []
    return f" ({', '.join(parts)})" if parts else ""


def _changes(number: Argument, listed: list[Argument]) -> str:
    """ ": “not” is gone (which may change what it means), and 2 changes more", or ""."""
    told = [
        _change(*change) for change in zip(listed[::3], listed[1::3], listed[2::3], strict=True)
    ]
    more = int(number) - len(told)
    told += [tr("and {n} more", "changes", more)] * bool(more)
    return f": {', '.join(told)}" if told else ""


def _change(gone: Argument, come: Argument, turns: Argument) -> str:
    if not come:
        told = tr("“{words}” is gone", words=gone)
    elif not gone:
        told = tr("“{words}” has come in", words=come)
    else:
        told = tr("“{gone}” is now “{come}”", gone=gone, come=come)
        if look_alike(str(gone), str(come)):
            told = f"{told}{_how_spelt(*signs_apart([(str(come), str(gone))]))}"
    return tr("{change} (which may change what it means)", change=told) if turns else told
