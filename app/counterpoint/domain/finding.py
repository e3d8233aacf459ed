"""Something wrong in a form: what, where in the form, and what its sentence has to name."""

from enum import StrEnum
from typing import NamedTuple

from .forms import KeyPath
from .problem import ProblemKind


class What(StrEnum):
    """Each has a sentence of its own, with the arguments in the order that is given here."""

    UNKNOWN_DIMENSION = "unknown dimension"
    """Its id; the id that is nearest, or ""."""
    DUPLICATE_CLAIM = "duplicate claim"
    """Its id; the dimension on which it is first."""
    NOT_COVERED = "not covered"
    """The dimension."""
    GAP_WITHOUT_SEARCH = "gap without search"
    GAP_WITH_CLAIMS = "gap with claims"
    WITHOUT_CLAIMS = "without claims"
    """The coverage."""
    PARTIAL_WITHOUT_WHY = "partial without why"
    WITHOUT_EVIDENCE = "without evidence"
    """The claim's id."""
    EVIDENCE_WITHOUT_VOICE = "evidence without voice"
    PASSAGE_WITHOUT_VOICE = "passage without voice"
    INFERRED_WITHOUT_WHY = "inferred without why"
    HEDGE_NOT_FOUND = "hedge not found"
    """The hedge; the source."""
    DIRECT_WITH_INFERENCE = "direct with inference"
    """The stance."""
    ANSWER_IN_PART = "answer in part"
    """The key that is missing."""
    UNKNOWN_NAMED_ANSWER = "unknown named answer"
    """Its id; the dimension; the id that is nearest, or ""."""
    RESTS_ON_UNKNOWN = "rests on unknown"
    """The claim's id; the id that is nearest, or ""."""
    ANSWER_TOO_LONG = "answer too long"
    """How many words it has; how many it may have."""
    ANSWER_NOT_THE_HOLDERS = "answer not the holder's"
    ANSWER_WITHOUT_VOICE = "answer without voice"
    REPLY_INFERRED_WITHOUT_WHY = "reply inferred without why"
    EARLIER_REPLIES_TO_LATER = "earlier replies to later"
    """The date of the reply; that of what it replies to."""
    SAME_CUE = "same cue"
    """The cue; whose it is already."""
    RELATED_TO_ITSELF = "related to itself"
    UNKNOWN_APPROACH = "unknown approach"
    """Its id; the kind of the relation; the id that is nearest, or ""."""

    UNKNOWN_SOURCE = "unknown source"
    """Its id; the id that is nearest, or ""."""
    UNKNOWN_SOURCE_BUT_ELSEWHERE = "unknown source, but elsewhere"
    """Its id; in which source the words stand; where there."""
    NOT_ANCHORED = "not anchored"
    ALTERED_SINCE_ANCHORED = "altered since anchored"
    """The source."""
    TEXT_ALTERED = "text altered"
    """The source."""
    STALE_CONTEXT = "stale context"
    """The source."""
    MOVED = "moved"
    """The source."""

    WHICH_PARAGRAPH = "which paragraph"
    """How many places there are; the source; the places; the paragraph of the first."""
    WHICH_OCCURRENCE = "which occurrence"
    """How many places there are; the source; the places."""
    OTHER_SURROUNDINGS = "other surroundings"
    """The source; where."""
    OTHER_PLACE = "other place"
    """The source; the places."""
    INSIDE_WORDS = "inside words"
    """The source; the whole words."""
    SPELT_OTHERWISE = "spelt otherwise"
    """The source; where; how, or ""; what stands there."""
    PART_SPELT_OTHERWISE = "part, spelt otherwise"
    """The source; where; how, or ""; the whole words that stand there."""
    IN_ANOTHER_SOURCE = "in another source"
    """The source; the other; where there."""
    WORDS_BETWEEN = "words between"
    """The source; where; the words between; those before them; those after them."""
    FURNITURE_BETWEEN = "furniture between"
    """The source; where; the words between; those before them; those after them; what they
    seem to be; those before and after as they are written in YAML."""
    NOT_SIDE_BY_SIDE = "not side by side"
    """The source; the first part; the second."""
    LIKE_OTHERS = "like others"
    """The source; what is nearest; its paragraph, or ""."""
    NOTHING_LIKE_IT = "nothing like it"
    """The source."""


class Finding(NamedTuple):
    """`path` leads to the value that is wrong, or where `key` to its key; see `forms`."""

    path: KeyPath
    kind: ProblemKind
    what: What
    arguments: tuple[str, ...] = ()
    key: bool = False

    def below(self, path: KeyPath) -> "Finding":
        """The same, told of a form of which this one is the part at `path`."""
        return self._replace(path=(*path, *self.path))
