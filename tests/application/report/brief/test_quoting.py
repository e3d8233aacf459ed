"""Quotations in a report."""

import pytest

from counterpoint.application.report.brief.quoting import Quoting
from counterpoint.domain.quotation import QuotationState
from counterpoint.labels.quotation_state import state_told
from tests.handed_over import material


@pytest.mark.parametrize("state", QuotationState)
def test_what_does_not_stand_so_is_told_in_the_words_of_the_window(state: QuotationState) -> None:
    passage = material().cell("talk", "channels").claims[0].evidence[0].passage

    quotation = Quoting().of(passage._replace(state=state))

    told = state_told(state)
    assert bool(quotation.doubt) == bool(told)
    assert quotation.doubt[1:].startswith(told[1:])
