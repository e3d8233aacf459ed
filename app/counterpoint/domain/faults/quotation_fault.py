"""Why a quotation does not stand as it should: its source, its anchor, where its words are."""

from enum import StrEnum


class QuotationFault(StrEnum):
    UNKNOWN_SOURCE = "unknown source"
    """Its id; the id that is nearest, or ""."""
    UNKNOWN_SOURCE_BUT_ELSEWHERE = "unknown source, but elsewhere"
    """Its id; in which source the words stand; where there, or ""."""
    NOT_ANCHORED = "not anchored"
    ALTERED_SINCE_ANCHORED = "altered since anchored"
    """The source."""
    TEXT_ALTERED = "text altered"
    """The source."""
    STALE_CONTEXT = "stale context"
    """The source."""
    MOVED = "moved"
    """The source."""
    CHANGED_BESIDE = "changed beside"
    """The source; where, or ""; what stood there with the words; what stands there now."""

    WHICH_PARAGRAPH = "which paragraph"
    """How many places there are; the source; the paragraph of the first; then of the first of them
    the paragraph, or "", and the words there, in turn."""
    WHICH_OCCURRENCE = "which occurrence"
    """How many places there are; the source; then as for the paragraph."""
    OTHER_SURROUNDINGS = "other surroundings"
    """How many places there are; the source; then as for the paragraph."""
    OTHER_PLACE = "other place"
    """How many places there are; the source; then as for the paragraph."""
    INSIDE_WORDS = "inside words"
    """The source; the whole words."""
    SET_OTHERWISE = "set otherwise"
    """The source; where, or ""; the odd signs there, or ""; those in the quotation, or ""."""
    SPELT_OTHERWISE = "spelt otherwise"
    """The source; where, or ""; the odd signs there, or ""; those in the quotation, or ""; what
    stands there."""
    PART_SPELT_OTHERWISE = "part, spelt otherwise"
    """The source; where, or ""; the odd signs there, or ""; those in the quotation, or ""; the
    whole words that stand there."""
    IN_ANOTHER_SOURCE = "in another source"
    """The source; the other; where there, or ""."""
    WORDS_BETWEEN = "words between"
    """The source; where, or ""; the words between; those before them; those after them."""
    FURNITURE_BETWEEN = "furniture between"
    """The source; where, or ""; the words between; those before them; those after them; what they
    seem to be; those before and after as they are written in YAML."""
    NOT_SIDE_BY_SIDE = "not side by side"
    """The source; the first part; the second."""
    LIKE_OTHERS = "like others"
    """The source; what is nearest; its paragraph, or ""; how many changes there are; then of the
    first of them what is gone, or ""; what has come, or ""; 1 where that turns what is said, else
    0."""
    LIKE_SEVERAL = "like several"
    """How many places there are; the source; then as for the paragraph."""
    NOTHING_LIKE_IT = "nothing like it"
    """The source."""
