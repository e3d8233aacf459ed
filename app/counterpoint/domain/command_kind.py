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

    WORD_CLAIM = "word claim"
    MAKE_CLAIM = "make claim"
    MOVE_CLAIM = "move claim"
    COPY_CLAIM = "copy claim"
    MERGE_CLAIMS = "merge claims"
    SPLIT_CLAIM = "split claim"
    DELETE_CLAIM = "delete claim"
    CHANGE_KIND_OF_CLAIM = "change kind of claim"
    LINK_PASSAGE = "link passage"
    CHANGE_EVIDENCE = "change evidence"
    MOVE_EVIDENCE = "move evidence"
    UNLINK_PASSAGE = "unlink passage"
    ANSWER_QUESTION = "answer question"
    SET_COVERAGE = "set coverage"
    MAKE_APPROACH = "make approach"
    CHANGE_APPROACH = "change approach"
    DELETE_APPROACH = "delete approach"
    MAKE_QUESTION = "make question"
    CHANGE_QUESTION = "change question"
    MOVE_QUESTION = "move question"
    DELETE_QUESTION = "delete question"
    MAKE_REPLY = "make reply"
    CHANGE_REPLY = "change reply"
    DELETE_REPLY = "delete reply"
