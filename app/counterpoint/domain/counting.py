"""How many there are of a thing, in English: for the commands, for reports and for what an importer
tells. What the window says is in `labels/counts.py`, which can be translated."""


def counted(number: int, noun: str, nouns: str = "") -> str:
    """ "1 claim", "1,200 claims"; `nouns` where an "s" does not do."""
    return f"{number:,} {noun_of(number, noun, nouns)}"


def noun_of(number: int, noun: str, nouns: str = "") -> str:
    """ "claim" or "claims", for so many."""
    return noun if number == 1 else nouns or f"{noun}s"
