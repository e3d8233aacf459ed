"""`TextFault` in words."""

from counterpoint.domain.faults.text_fault import TextFault
from counterpoint.domain.invisible_characters import SignKind
from counterpoint.domain.problem import Argument
from counterpoint.labels.translation import tr
from counterpoint.labels.unseen import unseen


def worded(fault: TextFault, *given: Argument) -> str:
    match fault:
        case TextFault.UNSEEN_IN_TEXT:
            return _unseen(*given)
        case TextFault.NO_PARAGRAPHS:
            first, last, length, label, more = given
            return _no_paragraphs(int(first), int(last), int(length), label, more)


def _unseen(
    kind: Argument, called: Argument, more: Argument, line: Argument, description: Argument
) -> str:
    what = unseen(SignKind(str(kind)), called)
    if more:
        places = tr(
            ", here and in {n} more place(|s), next in line {line}", "", int(more), line=line
        )
        what = f"{what}{places}"
    if description:
        return tr(
            "{what}; remove it, or say in `unseen` of {description} why it stays",
            what=what,
            description=description,
        )
    return tr("{what}; remove it, or convert the text anew", what=what)


def _no_paragraphs(first: int, last: int, length: int, label: Argument, more: Argument) -> str:
    span = {"first": f"{first:,}", "last": f"{last:,}", "length": f"{length:,}"}
    said = (
        tr("lines {first} to {last} ({length} characters) are one paragraph here", **span)
        if last > first
        else tr("line {first} ({length} characters) are one paragraph here", **span)
    )
    if label:
        said += tr(", cited as {label} as a whole", label=label)
    if more:
        said += tr(", and {n} more like it", "paragraphs", int(more))
    return tr("{what}; put an empty line between paragraphs, before you quote from them", what=said)
