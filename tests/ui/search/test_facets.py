"""What can be narrowed by, as a list: few values of each at first, all once that is asked for."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counterpoint.domain.search.narrowing import Chosen, Counted, Facet
from counterpoint.ui.search.facets import FEW, FacetList, More
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.grouped_rows import DETAIL, ENTRY

MANY = tuple(Counted(f"v{number}", 100 - number) for number in range(FEW + 3))
COUNTS = {Facet.VOICE: MANY, Facet.KIND: (Counted("claim", 3),)}


@pytest.fixture
def facets(fonts: None, qtbot: QtBot) -> Iterator[FacetList]:
    window = QWidget()
    qtbot.addWidget(window)
    made = FacetList(Theme(), lambda chosen: chosen.value.upper(), window)
    made.resize(240, 400)
    window.show()
    yield made
    window.close()  # which is kept till then


def rows(facets: FacetList) -> list[tuple[str, str]]:
    every = (facets.rows.index(row) for row in range(facets.rows.rowCount()))
    return [(str(each.data()), str(each.data(DETAIL))) for each in every]


def test_a_facet_with_one_value_narrows_nothing_and_is_not_listed(facets: FacetList) -> None:
    facets.show_counts(COUNTS, ())
    assert ("Kind", "") not in rows(facets)
    assert rows(facets)[:2] == [("Voice", ""), ("V0", "100")]


def test_the_rest_is_listed_once_it_is_asked_for(facets: FacetList, qtbot: QtBot) -> None:
    facets.show_counts(COUNTS, ())
    assert rows(facets)[-1] == ("3 more…", "")
    facets.setCurrentIndex(facets.rows.index(facets.rows.rowCount() - 1))
    assert isinstance(facets.currentIndex().data(ENTRY), More)
    qtbot.keyClick(facets, Qt.Key.Key_Return)
    assert len(rows(facets)) == 1 + len(MANY)
    assert facets.currentIndex().data(ENTRY) == Chosen(Facet.VOICE, f"v{FEW}")


def test_what_is_chosen_is_listed_whatever_there_is_of_it(facets: FacetList) -> None:
    chosen = (Chosen(Facet.VOICE, f"v{FEW + 2}"), Chosen(Facet.KIND, "note"))
    facets.show_counts(COUNTS, chosen)
    assert ("NOTE", "0") in rows(facets)
    assert (f"V{FEW + 2}", str(100 - FEW - 2)) in rows(facets)
    assert ("CLAIM", "3") in rows(facets)


def test_what_is_current_stays_so(facets: FacetList) -> None:
    facets.show_counts(COUNTS, ())
    facets.setCurrentIndex(facets.rows.index(3))
    before = facets.currentIndex().data(ENTRY)
    facets.show_counts({**COUNTS, Facet.KIND: (Counted("claim", 3), Counted("note", 1))}, ())
    assert facets.currentIndex().data(ENTRY) == before
