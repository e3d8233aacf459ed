"""`NoteFault` in words."""

from counterpoint.domain.faults.note_fault import NoteFault
from counterpoint.domain.problem import Argument
from counterpoint.labels.meant import did_you_mean
from counterpoint.labels.translation import tr


def worded(fault: NoteFault, *given: Argument) -> str:
    match fault:
        case NoteFault.LINE_BREAK_IN_FRONT:
            return tr("{sign} breaks the line here; end lines with a line feed only", sign=given[0])
        case NoteFault.NO_LINES_OF_KEYS:
            return tr(
                "the front matter must be lines of `key: value`; write each key on its own line"
            )
        case NoteFault.KEY_NOT_AT_START:
            return tr("begin each key at the start of its line")
        case NoteFault.KEY_TWICE:
            return tr("`{key}` is given twice; keep one of them", key=given[0])
        case NoteFault.NO_LIST_OF_WORDS:
            return tr("`{key}` must be a list of words: [first, second]", key=given[0])
        case NoteFault.NO_SINGLE_VALUE:
            return tr("`{key}` must be a single value", key=given[0])
        case NoteFault.FRONT_WITHOUT_END:
            return tr("the front matter that begins here has no end; close it with a line of ---")
        case NoteFault.NO_SUCH_WORD:
            key, value, *right = given
            return tr(
                "`{key}` is “{value}”; write one of these: {right}",
                key=key,
                value=value,
                right=", ".join(map(str, right)),
            )
        case NoteFault.NO_TIME:
            key, value = given
            return tr(
                "`{key}` is “{value}”, which is no time; write it as 2026-11-22T10:15:30Z",
                key=key,
                value=value,
            )
        case NoteFault.NO_CODE_POINTS:
            key, value = given
            return tr(
                "`{key}` is “{value}”; write a whole number of code points, 0 or more",
                key=key,
                value=value,
            )
        case NoteFault.TARGET_IN_PART:
            target, key = given
            return tr(
                "a note on {target} needs `{key}`; add it, or change `target`",
                target=target,
                key=key,
            )
        case NoteFault.END_BEFORE_START:
            return tr("`end` must be greater than `start`")
        case NoteFault.WITHOUT_TARGET:
            key, *right = given
            return tr(
                "`{key}` stands here without `target`; add `target:` and one of {right}",
                key=key,
                right=", ".join(map(str, right)),
            )
    id, near = given
    gone = did_you_mean(near) or tr("it was removed, changed or left out")
    return tr("{on}; {why}", on=_on_nothing(fault, id), why=gone)


def _on_nothing(fault: NoteFault, id: Argument) -> str:
    match fault:
        case NoteFault.ON_NO_SUCH_OPTION:
            return tr("the note is on the option `{id}`, which the library does not have", id=id)
        case NoteFault.ON_NO_SUCH_DIMENSION:
            return tr("the note is on the question `{id}`, which the library does not have", id=id)
        case NoteFault.ON_NO_SUCH_CLAIM:
            return tr("the note is on the claim `{id}`, which the library does not have", id=id)
        case NoteFault.ON_NO_SUCH_EVIDENCE:
            return tr("the note is on the evidence `{id}`, which the library does not have", id=id)
    return tr("the note is on the source `{id}`, which the library does not have", id=id)
