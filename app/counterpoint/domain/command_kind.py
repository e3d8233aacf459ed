"""What a step was that can be undone."""

from enum import StrEnum


class CommandKind(StrEnum):
    """For the Edit menu; worded in `labels/command.py`."""

    TYPE_IN_NOTE = "type in note"
    CHANGE_KIND_OF_NOTE = "change kind of note"
    CHANGE_TAGS_OF_NOTE = "change tags of note"
    SETTLE_VERSIONS_OF_NOTE = "settle versions of note"
    DELETE_NOTE = "delete note"
    RESTORE_NOTE = "restore note"
