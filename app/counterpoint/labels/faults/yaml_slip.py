"""`YamlSlip` in words."""

from counterpoint.domain.faults.yaml_fault import YamlSlip
from counterpoint.domain.problem import Argument
from counterpoint.labels.translation import tr


def worded(slip: YamlSlip, *given: Argument) -> str:
    return tr("this is not YAML: {what}", what=_what(slip, *given))


def _what(slip: YamlSlip, *given: Argument) -> str:
    in_marks = tr("put the whole value in quotation marks")
    match slip:
        case YamlSlip.TAB_IN_INDENT:
            return tr(
                "the line is indented with a tab; indent with spaces, as YAML knows no others"
            )
        case YamlSlip.TAB:
            return tr("a tab stands here; write a space instead, as YAML knows no others")
        case YamlSlip.CANNOT_BEGIN:
            return tr("a value cannot begin with {sign}; {mend}", sign=given[0], mend=in_marks)
        case YamlSlip.BEGINS_WITH_HYPHEN:
            return tr("a value cannot begin with a hyphen and a space; {mend}", mend=in_marks)
        case YamlSlip.BEGINS_WITH_QUESTION_MARK:
            return tr(
                "a value cannot begin with a question mark and a space; {mend}", mend=in_marks
            )
        case YamlSlip.BEGINS_WITH_BRACKET:
            return tr(
                "a value that begins with a bracket is a list or keys to YAML; {mend}",
                mend=in_marks,
            )
        case YamlSlip.SECOND_COLON:
            return tr("a colon and a space stand a second time in this line; {mend}", mend=in_marks)
        case YamlSlip.CANNOT_FOLLOW:
            return tr(
                "this line cannot follow the one above; begin it in the column of the keys beside "
                "it, or end the key above with a colon and a space"
            )
        case YamlSlip.NEITHER_KEY_NOR_VALUE:
            return tr(
                "this line is neither `key: value` nor part of the value above; add the colon, or "
                "indent it further than the key whose value it goes on with"
            )
        case YamlSlip.OTHER_COLUMN:
            return tr(
                "this line begins in another column than the keys above, or goes on with a value "
                "that has ended; indent it as they are, or mend the line above"
            )
        case YamlSlip.ABOVE_ENDS_IN_COMMENT:
            return tr(
                "the line above ends in a comment, from its # on, so that this one cannot go on "
                "with it; {mend}, or the comment on a line of its own",
                mend=in_marks,
            )
        case YamlSlip.ENDS_AT_MARK:
            return tr(
                "the value ends at the quotation mark before this; a mark that belongs to it is "
                "written twice between single marks ({single}), as {double} between double ones",
                single="'it''s'",
                double='\\"',
            )
        case YamlSlip.MARK_NOT_CLOSED:
            return tr("the quotation mark that opens here is never closed; close it")
        case YamlSlip.BRACKET_NOT_CLOSED:
            return tr(
                "the bracket {bracket} that opens here is not closed, or a comma is missing in it; "
                "mend it, or put the value in quotation marks if the bracket belongs to it",
                bracket=given[0],
            )
        case YamlSlip.WORDS_IN_THE_NEXT_LINE:
            return tr(
                "after {sign} the words begin in the next line, indented; put them there, or "
                "{mend}",
                sign=given[0],
                mend=in_marks,
            )
        case YamlSlip.NO_ESCAPE:
            return tr(
                "this is no escape that a value between double marks may have; write {written} for "
                "a backslash, or put the value between single marks: '…'",
                written="\\\\",
            )
        case YamlSlip.SECOND_DOCUMENT:
            return tr("a file is one document; remove the line of --- or ... and what stands twice")
        case YamlSlip.IN_THE_WORDS_OF_LIBYAML:
            return tr(
                "{words}; check the indents, the quotation marks and the colons here",
                words=given[0],
            )
