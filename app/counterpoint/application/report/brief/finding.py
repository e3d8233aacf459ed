"""Something that a person should know of a brief before it leaves, as a value."""

from enum import StrEnum
from typing import NamedTuple


class FindingKind(StrEnum):
    GAP = "gap"
    THIN = "thin"
    ONE_SIDED = "one-sided"
    NOT_EXACT = "not exact"
    INFERENCE = "inference as support"
    LIKELIHOOD = "likelihood and confidence"
    MARKING = "marking"
    LENGTH = "length"
    WHITE_SPACE = "white space"
    NOTES = "notes left out"


class Finding(NamedTuple):
    kind: FindingKind
    where: str
    """ "A · Diagnosis", a source's short name, or "the brief"."""
    message: str
    approach: str = ""
    question: str = ""
    source: str = ""
    note: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.message} [{self.kind.value}]"
