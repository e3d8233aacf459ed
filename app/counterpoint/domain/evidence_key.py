"""By what a piece of evidence is known, in notes too."""

import hashlib
from collections import Counter

from .forms import ClaimForm, PassageForm


def evidence_keys(approach: str, claim: ClaimForm) -> list[str]:
    """Those of the evidence of a claim, in its order."""
    same: Counter[str] = Counter()
    keys: list[str] = []
    for piece in claim.evidence:
        digest = _digest(piece.passage)
        keys.append(f"{approach}/{claim.id}/{digest}" + "+" * same[digest])
        same[digest] += 1
    return keys


def _digest(form: PassageForm) -> str:
    # Of the words alone, so that a note on it outlives re-anchoring and re-wrapping.
    words = " ".join(form.quote.split())
    return hashlib.sha256(f"{form.source}\n{words}".encode()).hexdigest()[:8]
