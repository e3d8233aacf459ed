"""`YamlFault` in words."""

from counterpoint.domain.faults.yaml_fault import YamlFault
from counterpoint.domain.invisible_characters import SignKind
from counterpoint.domain.problem import Argument
from counterpoint.labels.translation import tr
from counterpoint.labels.unseen import unseen


def worded(fault: YamlFault, *given: Argument) -> str:
    match fault:
        case YamlFault.EMPTY_FILE:
            return tr("the file is empty; write its keys and values")
        case YamlFault.ANCHOR_OR_ALIAS:
            return tr(
                "{mark} stands for something else to YAML, and is not used in these files; write "
                "the value out, or put it in quotation marks if the sign belongs to it",
                mark=given[0],
            )
        case YamlFault.TAG:
            return tr(
                "the tag {tag} is not used in these files; remove it, or put the value in "
                "quotation marks if it belongs to it",
                tag=given[0],
            )
        case YamlFault.TOO_DEEP:
            return tr(
                "values are nested more than {most} deep; check the brackets and the indents",
                most=given[0],
            )
        case YamlFault.UNSEEN_SIGN_IN_YAML:
            return tr("YAML may not hold the unseen character {number}; remove it", number=given[0])
        case YamlFault.NO_PLAIN_TEXT:
            return tr("YAML may not hold what is not plain text; remove it")
        case YamlFault.KEY_IS_NO_WORD:
            return tr("a key must be a plain word")
        case YamlFault.KEY_GIVEN_TWICE:
            key, line = given
            return tr(
                "`{key}` is given twice, first in line {line}; keep one of them", key=key, line=line
            )
        case YamlFault.UNSEEN_SIGN:
            kind, called, number = given
            return tr(
                "{what}; remove it, or write {number} between double quotation marks",
                what=unseen(SignKind(str(kind)), called),
                number=number,
            )
        case YamlFault.CONTROL_BY_NUMBER:
            return tr("a control character is no part of a text; remove its number")
        case YamlFault.CUT_BY_COMMENT:
            return tr(
                "# begins a comment here, and what follows is no part of the value; put the whole "
                "value in quotation marks if it is, else put the comment on a line of its own"
            )
        case YamlFault.CUT_AND_NOT_ANCHORED:
            return tr("the quotation was not anchored: {why}", why=worded(YamlFault.CUT_BY_COMMENT))
        case YamlFault.PARTED_BY_COMMA:
            before, after = given
            return tr(
                "the comma makes “{before}” and “{after}” two voices; put each in quotation marks, "
                "or both together if they are one",
                before=before,
                after=after,
            )
