"""What would be undone and redone, in words."""

from counterpoint.domain.command_kind import CommandKind

from .translation import tr


def undo(of: CommandKind | None) -> str:
    """The entry that undoes a step; None where there is none."""
    return tr("Undo") if of is None else tr("Undo {what}", what=_what(of))


def redo(of: CommandKind | None) -> str:
    """The entry that does a step again; None where there is none."""
    return tr("Redo") if of is None else tr("Redo {what}", what=_what(of))


def undone(of: CommandKind, many: int = 0) -> str:
    """That a step was taken back; `many`: of how many documents, where it is of any."""
    return tr("Undone: {what}", what=_what(of, many))


def redone(of: CommandKind, many: int = 0) -> str:
    """That a step was done again; `many` as of `undone`."""
    return tr("Done again: {what}", what=_what(of, many))


def not_undone(of: CommandKind, files: str) -> str:
    """Why a step cannot be taken back; `files` names those in which others wrote since."""
    return tr(
        "Not undone: {what}. The same words of {files} were changed by another program or window "
        "since, and stay. The step is left out of what can be undone; the others are as they were.",
        what=_what(of),
        files=files,
    )


def not_redone(of: CommandKind, files: str) -> str:
    """Why a step cannot be done again."""
    return tr(
        "Not done again: {what}. The same words of {files} were changed by another program or "
        "window since, and stay. The step is left out of what can be done again; the others are as "
        "they were.",
        what=_what(of),
        files=files,
    )


def not_undone_yet(of: CommandKind, file: str, why: str) -> str:
    """That a step cannot be taken back as long as `file` cannot be read, and `why` that is."""
    return tr(
        "Not undone: {what}. {file} cannot be read: {why}. Nothing is changed; mend the file, and "
        "undo it then.",
        what=_what(of),
        file=file,
        why=why,
    )


def not_redone_yet(of: CommandKind, file: str, why: str) -> str:
    """The same of a step that cannot be done again."""
    return tr(
        "Not done again: {what}. {file} cannot be read: {why}. Nothing is changed; mend the file, "
        "and do it again then.",
        what=_what(of),
        file=file,
        why=why,
    )


def undone_already(of: CommandKind) -> str:
    """That there was nothing to take back of a step, as others have done so."""
    return tr("Nothing was changed: {what} is undone already, by another program.", what=_what(of))


def redone_already(of: CommandKind) -> str:
    """That there was nothing to do again of a step."""
    return tr("Nothing was changed: {what} is done already, by another program.", what=_what(of))


def _what(of: CommandKind, many: int = 0) -> str:
    match of:
        case CommandKind.TYPE_IN_NOTE:
            return tr("typing in note")
        case CommandKind.CHANGE_KIND_OF_NOTE:
            return tr("changing the kind of note")
        case CommandKind.CHANGE_TAGS_OF_NOTE:
            return tr("changing tags")
        case CommandKind.SETTLE_VERSIONS_OF_NOTE:
            return tr("settling two versions")
        case CommandKind.DELETE_NOTE:
            return tr("deleting a note")
        case CommandKind.RESTORE_NOTE:
            return tr("restoring a note")
        case CommandKind.MAKE_NOTES:
            return tr("writing notes on passages")
        case CommandKind.PUT_MINE:
            return tr("putting your words over another’s")
        case CommandKind.WORD_CLAIM:
            return tr("wording a claim")
        case CommandKind.MAKE_CLAIM:
            return tr("making a claim")
        case CommandKind.MOVE_CLAIM:
            return tr("moving a claim")
        case CommandKind.COPY_CLAIM:
            return tr("copying a claim")
        case CommandKind.MERGE_CLAIMS:
            return tr("merging two claims")
        case CommandKind.SPLIT_CLAIM:
            return tr("splitting a claim")
        case CommandKind.DELETE_CLAIM:
            return tr("deleting a claim")
        case CommandKind.CHANGE_KIND_OF_CLAIM:
            return tr("changing the kind of claim")
        case CommandKind.IMPORT_SOURCES if many:
            return tr("bringing in {n}\u00a0document(|s)", "", many)
        case CommandKind.IMPORT_SOURCES:
            return tr("bringing in documents")
        case CommandKind.IMPORT_REFERENCES:
            return tr("bringing in references")
        case CommandKind.IMPORT_ANNOTATIONS:
            return tr("bringing in annotations")
        case CommandKind.IMPORT_PROJECT:
            return tr("bringing in a project")
        case CommandKind.REPLACE_SOURCE:
            return tr("replacing a source")
        case CommandKind.READ_AGAIN:
            return tr("reading a document otherwise")
        case CommandKind.REMOVE_SOURCE:
            return tr("removing a source")
        case CommandKind.DESCRIBE_SOURCE:
            return tr("correcting a description")
        case CommandKind.SAVE_SEARCH:
            return tr("saving a search")
        case CommandKind.RENAME_SEARCH:
            return tr("renaming a saved search")
        case CommandKind.DELETE_SEARCH:
            return tr("deleting a saved search")
        case CommandKind.LINK_PASSAGE:
            return tr("linking a passage")
        case CommandKind.CHANGE_EVIDENCE:
            return tr("changing evidence")
        case CommandKind.MOVE_EVIDENCE:
            return tr("moving evidence")
        case CommandKind.UNLINK_PASSAGE:
            return tr("unlinking a passage")
        case CommandKind.ANSWER_QUESTION:
            return tr("answering a question")
        case CommandKind.SET_COVERAGE:
            return tr("saying what the texts cover")
        case CommandKind.MAKE_APPROACH:
            return tr("making an approach")
        case CommandKind.CHANGE_APPROACH:
            return tr("changing an approach")
        case CommandKind.DELETE_APPROACH:
            return tr("deleting an approach")
        case CommandKind.MERGE_APPROACHES:
            return tr("merging two approaches")
        case CommandKind.MAKE_QUESTION:
            return tr("making a question")
        case CommandKind.CHANGE_QUESTION:
            return tr("changing a question")
        case CommandKind.MOVE_QUESTION:
            return tr("moving a question")
        case CommandKind.MERGE_QUESTIONS:
            return tr("merging two questions")
        case CommandKind.DELETE_QUESTION:
            return tr("deleting a question")
        case CommandKind.ORDER_APPROACHES:
            return tr("putting approaches in another order")
        case CommandKind.MAKE_REPLY:
            return tr("making a reply")
        case CommandKind.CHANGE_REPLY:
            return tr("changing a reply")
        case CommandKind.DELETE_REPLY:
            return tr("deleting a reply")
