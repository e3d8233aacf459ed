"""Words that nobody can tell apart are told apart by the names of their signs."""

from counterpoint.domain.faults.quotation_fault import QuotationFault
from counterpoint.labels.faults.quotation_fault import worded


def test_letters_that_look_alike_are_named() -> None:
    said = worded(QuotationFault.LIKE_OTHERS, "letter", "the Stаte", "1", 1, "State", "Stаte", 0)

    assert (
        "“State” is now “Stаte” (there with а (U+0430 cyrillic small letter a), here with a)"
        in said
    )
