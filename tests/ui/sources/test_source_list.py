"""The list of the sources."""

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.source import Original, short_names
from counterpoint.ui.sources.page import SourcesPage
from counterpoint.ui.sources.source_list import (
    MANY,
    Role,
    SourceList,
    about_title,
    lines_of,
    passages_in_words,
)
from counterpoint.ui.theme.theme import Theme


@pytest.fixture
def rows(qapp: QObject, library: OpenedLibrary) -> SourceList:
    rows = SourceList(qapp)
    rows.show_sources(library.contents.sources, "1 text, 20 October 2008")
    return rows


def test_the_texts_as_a_whole_come_first(rows: SourceList) -> None:
    assert [rows.index(row).data() for row in range(rows.rowCount())] == [about_title(), "Letter"]
    assert rows.source(0) is None
    assert (rows.row_of(""), rows.row_of("letter")) == (0, 1)
    with pytest.raises(KeyError):
        rows.row_of("gone")


def test_counts_are_told_when_they_are_known(rows: SourceList, qtbot: QtBot) -> None:
    assert rows.index(1).data(Role.COUNTS) == ""
    with qtbot.waitSignal(rows.dataChanged):
        rows.show_counts({"letter": "3 passages for 1 approach"}.__getitem__)
    assert rows.index(1).data(Role.COUNTS) == "3 passages for 1 approach"


def test_an_entry_is_said_in_full(rows: SourceList) -> None:
    rows.show_counts({"letter": "No passages"}.__getitem__)
    said = rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Letter. A letter. the ministry. 20 October 2008 · Letter. No passages"
    about = rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert about == f"{about_title()}: 1 text, 20 October 2008"


def test_of_several_of_one_name_each_says_which_file_it_is(
    rows: SourceList, library: OpenedLibrary
) -> None:
    letter = library.contents.source("letter")
    came = [
        letter._replace(
            id=id, short="Report", original=Original(f"originals/{id}.pdf", file, "pdf", "0" * 64)
        )
        for id, file in (("one", "a.pdf"), ("two", "b.pdf"), ("three", "b.pdf"))
    ]
    rows.show_sources((letter, *came), "")
    assert [rows.index(row).data(Role.APART) for row in range(1, 5)] == [
        "",
        "a.pdf",
        "two",
        "three",
    ]
    assert rows.index(2).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Report. a.pdf. ")
    named = short_names((letter, *came))
    assert list(named.values()) == ["Letter", "Report (a.pdf)", "Report (two)", "Report (three)"]


def test_among_many_sources_every_row_is_as_high_and_each_is_found(
    qtbot: QtBot, library: OpenedLibrary
) -> None:
    letter = library.contents.source("letter")
    many = [letter._replace(id=f"letter-{number}") for number in range(MANY + 1)]
    contents = library.contents._replace(sources=tuple(many))
    page = SourcesPage(Theme())
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show_library(library.with_changes(contents, {}, ()))
    page.show()

    page.show_source("letter-900")

    assert page.current_source() == "letter-900"
    heights = {page.list.sizeHintForIndex(page.list.model().index(row, 0)).height()
               for row in (0, 1, 900)}  # fmt: skip
    assert len(heights) == 1
    seen = page.list.visualRect(page.list.currentIndex())
    assert page.list.viewport().rect().contains(seen.center())


def test_nobody_is_made_up_as_author(library: OpenedLibrary) -> None:
    letter = library.contents.source("letter")
    assert lines_of(letter)[0] == "the ministry"
    nobody = letter._replace(publisher="Not stated in the text", date="undated")
    assert lines_of(nobody) == ("Author not stated", "Undated · Letter")


def test_passages_are_counted_in_words() -> None:
    assert passages_in_words(0, 0) == "No passages"
    one, twelve = passages_in_words(1, 1), passages_in_words(12, 3)
    assert one.replace("\u00a0", " ") == "1 passage for 1 approach"
    assert twelve.replace("\u00a0", " ") == "12 passages for 3 approaches"
