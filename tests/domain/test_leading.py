"""The words that carry an answer, and those that speak against it."""

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import Claim, Evidence, Link, Stance
from counterpoint.domain.leading import best_words, objections
from tests.answered_library import with_answers
from tests.library_on_disk import LibraryOnDisk


def test_the_holders_own_words_come_before_what_others_tell(disk: LibraryOnDisk) -> None:
    library = OpenedLibrary.open(with_answers(disk).folder, None)
    approach = library.approach("talk")
    position = approach.position("channels")
    (claim,) = position.claims
    (own,) = claim.evidence
    told = own._replace(key="told", voice=("somebody else",))
    both = position._replace(claims=(claim._replace(evidence=(told, own)),))

    assert best_words(approach.head, both, of_anyone=False) == own
    assert best_words(approach.head, both, of_anyone=True) == told
    alone = position._replace(claims=(claim._replace(evidence=(told,)),))
    assert best_words(approach.head, alone, of_anyone=False) == told
    inferred = claim._replace(evidence=(own._replace(link=Link.INFERRED),))
    assert best_words(approach.head, position._replace(claims=(inferred,)), of_anyone=True) is None
    assert best_words(approach.head, position._replace(rests_on=()), of_anyone=True) is None


def test_the_claim_that_carries_best_leads_wherever_it_stands(disk: LibraryOnDisk) -> None:
    library = OpenedLibrary.open(with_answers(disk).folder, None)
    approach = library.approach("talk")
    position = approach.position("channels")
    (first,) = position.claims
    second = Claim("second", "Talks.", first.kind, (first.evidence[0]._replace(key="second"),))
    both = position._replace(claims=(first, second), rests_on=("second", first.id))

    found = best_words(approach.head, both, of_anyone=False)

    assert found is not None
    assert found.key == "second"


def test_objections_are_direct_each_once_and_plain_ones_first(disk: LibraryOnDisk) -> None:
    library = OpenedLibrary.open(with_answers(disk).folder, None)
    position = library.approach("talk").position("objections")
    plain = next(p for c in position.claims for p in c.evidence if p.stance is Stance.CRITICISES)

    def other(words: str, **changes: object) -> Evidence:
        quotation = plain.quotation._replace(words=words)
        return plain._replace(key=words, quotation=quotation, **changes)  # type: ignore[arg-type]

    ironic = other("ironic", tone="irony")
    pieces = [ironic, plain, plain._replace(key="again"), other("no", link=Link.INFERRED)]
    pieces += [other("for", stance=Stance.ADVOCATES), other("last")]
    claim = position.claims[0]._replace(evidence=tuple(pieces))

    found = objections(position._replace(claims=(claim,)))

    assert [piece.key for piece in found] == [plain.key, "last", "ironic"]
