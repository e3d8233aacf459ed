"""Where the next source has the words that are not, or no longer, in the one that is read."""

import pytest
from PySide6.QtCore import Qt

from counterpoint.ui.reader.pane import ReaderPane
from tests.at_window import AtWindow, Sit, fonts, sit
from tests.library_on_disk import LETTER_YAML, LibraryOnDisk

__all__ = ["fonts", "sit"]


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    for name, text in (
        ("speech", "A speech on drug-\ntrafficking, and on talks.\n\nTalks, he said."),
        ("view", "Nothing of this here.\n"),
    ):
        disk.write(f"corpus/{name}.txt", text)
        described = LETTER_YAML.partition("furniture:")[0].replace(
            "short: Letter", "short: " + name
        )
        described = described.replace("numbering: pilcrow", "numbering: count")
        disk.write(f"corpus/{name}.yaml", described)
    at = sit(disk.folder)
    at.window.space.navigator.open_source("letter")
    at.window.space.reader.setFocus()
    at.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    return at


def find(at: AtWindow, words: str) -> ReaderPane:
    reader = at.window.space.reader
    at.qtbot.keyClicks(reader.finding.bar.field, words)
    at.qtbot.waitUntil(lambda: not reader.finding.finder.running)
    return reader


def test_words_that_are_not_here_are_told_where_they_are(at: AtWindow) -> None:
    reader = find(at, "drug-trafficking")
    bar = reader.finding.bar
    assert bar.count.text() == "not found"
    at.qtbot.waitUntil(bar.elsewhere.isVisible, timeout=20_000)
    assert bar.elsewhere.text() == "1 in the next source: speech"
    at.key(Qt.Key.Key_Return)
    assert reader.source is not None
    assert reader.source.id == "speech"
    at.qtbot.waitUntil(lambda: bar.count.text() == "1 of 1")
    hit = reader.finding.finder.hit
    assert hit is not None
    assert reader.view.model is not None
    assert reader.view.model.text[hit.start : hit.end] == "drug-\ntrafficking"
    assert bar.field.text() == "drug-trafficking"
    assert bar.field.hasFocus()


def test_after_the_last_find_the_next_source_comes(at: AtWindow) -> None:
    reader = find(at, "talks")
    bar = reader.finding.bar
    assert bar.count.text() == "1 of 2"
    assert not bar.elsewhere.isVisible()
    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(bar.elsewhere.isVisible, timeout=20_000)
    assert bar.elsewhere.text() == "2 in the next source: speech"
    at.click(bar.elsewhere)
    assert reader.source is not None
    assert reader.source.id == "speech"
    at.qtbot.waitUntil(lambda: bar.count.text() == "1 of 2")
    assert not bar.elsewhere.isVisible()
    reader.go_back()
    assert reader.source.id == "letter"


def test_where_no_other_has_them_it_goes_round(at: AtWindow) -> None:
    reader = find(at, "firmness")
    bar = reader.finding.bar
    assert bar.count.text() == "1 of 1"
    at.qtbot.wait(600)
    assert not bar.elsewhere.isVisible()
    at.key(Qt.Key.Key_Return)
    assert reader.source is not None
    assert reader.source.id == "letter"


def test_a_part_of_a_word_is_found_there_too(at: AtWindow) -> None:
    reader = find(at, "raffick")
    at.qtbot.waitUntil(reader.finding.bar.elsewhere.isVisible, timeout=20_000)
