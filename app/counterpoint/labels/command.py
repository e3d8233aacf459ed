"""What would be undone and redone, in words."""

from counterpoint.domain.command_kind import CommandKind

from .translation import tr


def undo(of: CommandKind | None) -> str:
    """The entry that undoes a step; None where there is none."""
    return tr("Undo") if of is None else tr("Undo {what}", what=_what(of))


def redo(of: CommandKind | None) -> str:
    """The entry that does a step again; None where there is none."""
    return tr("Redo") if of is None else tr("Redo {what}", what=_what(of))


def _what(of: CommandKind) -> str:
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
