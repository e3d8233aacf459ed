"""Markings by how much they protect, as far as British, American, NATO and EU ones are known."""

import re

_RANKS = (
    (5, r"\b(?:COSMIC )?TOP[ -]?SECRET\b|\bTRES SECRET\b"),
    (4, r"\bSECRET\b"),
    (3, r"\bCONFIDENTIAL\b"),
    (
        2,
        r"\bOFFICIAL[ -:]*SENSITIVE\b|\bRESTRICTED\b|\bRESTREINT\b|\bSENSITIVE\b|\bFOUO\b|"
        r"\bFOR OFFICIAL USE ONLY\b|\bCUI\b|\bCONTROLLED UNCLASSIFIED\b|\bSBU\b|\bPROTECTED\b|"
        r"\bCHATHAM HOUSE\b|\bINTERNAL\b|\bLIMIT[EÉ]\b",
    ),
    (1, r"\bOFFICIAL\b"),
    (0, r"\bUNCLASSIFIED\b|\bUNMARKED\b|\bPUBLIC\b|\bPUBLISHED\b|\bOPEN\b|\bNONE\b|\bNO MARKING\b"),
)
_NOTHING_SAID = frozenset({"", "not stated", "none"})
_DENIED = re.compile(r"\b(?:NO|NOT|NEVER|WITHOUT)\b[^;.]{0,20}$")


def rank(marking: str) -> int | None:
    """From 0 (none) to 5 (top secret); None if it is not known. What stands after the first
    semicolon is remarks."""
    words = marking.partition(";")[0].strip().rstrip(".")
    if words.casefold() in _NOTHING_SAID or words.casefold().startswith(("none", "not stated")):
        return 0
    large = words.upper()
    if "UNCLASSIFIED" in large and "CONTROLLED" not in large and "//" not in large:
        return 0
    for number, pattern in _RANKS:
        found = re.search(pattern, large)
        if found and not _DENIED.search(large[: found.start()]):
            return number
    return None


def higher(theirs: str, ours: str) -> bool:
    """Whether a source's marking protects it more than ours would."""
    theirs_rank, our_rank = rank(theirs), rank(ours)
    return theirs_rank is not None and theirs_rank > (our_rank or 0)
