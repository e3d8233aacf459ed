"""Each press of a key is told to a screen reader once: not never, and not twice."""

from pathlib import Path

import pytest

from counterpoint.ui.reader.page.announcer import by_line
from tests.assistive.accessibility_bus import ScreenReader, Told
from tests.assistive.conftest import Listen, Listened
from tests.library_on_disk import LibraryOnDisk

EVENTS = ("object:announcement", "object:text-caret-moved", "object:state-changed:focused")


@pytest.fixture
def hear(listen: Listen, reader: ScreenReader) -> Listen:
    """Opens a window on a library, to which the screen reader listens."""

    def open_on(folder: Path) -> Listened:
        window = listen(folder)
        reader.register(*EVENTS)
        window.await_voice()
        return window

    return open_on


def words(window: Listened, told: Told) -> str:
    """What a screen reader says of an event; "" of one that it is silent about."""
    if told.event == "Announcement":
        return str(told.about)
    if (told.event, told.detail, told.first) == ("StateChanged", "focused", 1):
        return str(window.reader.get(told.of, "Accessible", "Name"))
    if told.event == "TextCaretMoved" and "focused" in window.reader.states(told.of):
        return str(window.reader.ask(told.of, "Text", "GetStringAtOffset", "iu", told.first, 0)[0])
    return ""


def heard(window: Listened, key: str) -> list[str]:
    """What is said on a key."""
    return heard_on(window, f"key {key}")


def heard_on(window: Listened, line: str) -> list[str]:
    """What is said on something that is done."""
    with window.reader.listening(window.program) as told:
        window.do(line)
    return list(filter(None, (words(window, each) for each in told)))


def go(window: Listened, *keys: str) -> list[str]:
    """What is said on each key, which is one thing."""
    said = {f"{at} {key}": heard(window, key) for at, key in enumerate(keys)}
    assert {key: words for key, words in said.items() if len(words) != 1} == {}
    return [words for (words,) in said.values()]


CLAIM = "Talks should continue."
PAGE = "Source text: A letter"


def test_in_the_comparison(hear: Listen, disk: LibraryOnDisk) -> None:
    """Though the reader and the notebook follow the cursor."""
    window = hear(disk.folder)
    window.do("open letter")
    for key, words in (
        ("Ctrl+Home", CLAIM),
        ("Left", "Channels"),
        ("Left", "No further"),
        ("Right", CLAIM),
        ("Down", "Critics find it unrealistic."),
        ("Right", "Critics ask for firmness."),
        ("Up", "Firmness first, Channels: not said."),
        ("Up", "B: Firmness first"),
        ("Up", "No further"),
        ("Left", "A: Keep talking"),
        ("Down", CLAIM),
        (".", "advocates, Letter ¶2, voice: the ministry, the minister"),
        ("Ctrl+Up", CLAIM),
        ("Ctrl+Up", "Keep talking, Channels"),
        ("-", "Keep talking, Channels"),
        ("+", "Keep talking, Channels"),
        ("Ctrl+Up", "A: Keep talking"),
        ("Ctrl+Up", "No further"),
    ):
        assert heard(window, key) == [words], key
    (peek,) = go(window, "Space")
    assert "Talk, whatever happens." in peek
    (jump,) = go(window, "Down", "Return")[1:]
    assert jump.startswith("Passage 1 of 1 of this claim.")


def test_in_the_lists(hear: Listen, disk: LibraryOnDisk) -> None:
    disk.write("options/broken.yaml", "title: [")
    window = hear(disk.folder)
    window.do("run sources")
    source, about = go(window, "Down", "Up")
    assert source.startswith("Letter. ")
    assert about.startswith("About these texts")
    window.do("run compare", "key Ctrl+Home", "run note-here", "type One")
    window.do("run note-on-all", "type Two", "run notes")
    window.do("key Home")
    assert {words[-3:] for words in go(window, "Down", "Up")} == {"One", "Two"}
    window.do("run problems")
    assert go(window, "Up") == ["options/broken.yaml: 1\u00a0problem"]


def test_each_view_and_pane_tells_of_what_has_the_focus_there_and_of_nothing_else(
    hear: Listen, disk: LibraryOnDisk
) -> None:
    window = hear(disk.folder)
    window.do("open letter", "key Ctrl+Home", "run note-here", "type One")
    window.do("run note-on-all", "type Two", "run compare")
    (note,) = heard_on(window, "run notes")
    assert "Two" in note or "One" in note
    for line, says in (
        ("run sources", "About these texts"),
        ("run compare", CLAIM),
        ("run next-pane", PAGE),
        ("run next-pane", "Note on "),
        ("run next-pane", CLAIM),
        ("run previous-pane", "Note on "),
        ("run previous-pane", PAGE),
        ("key F7", "¶"),
        ("run next-pane", "Note on "),
        ("run previous-pane", "¶"),
        ("run notes", note),
        ("run next-pane", ""),
        ("run previous-pane", note),
    ):
        said = heard_on(window, line)
        assert len(said) == 1, (line, said)
        assert said[0].startswith(says), line


def test_in_the_palette(hear: Listen, disk: LibraryOnDisk) -> None:
    window = hear(disk.folder)
    window.do("run go-to")
    _, first, _, found, _ = go(window, "Down", "Up", "t", "a", "Down")
    assert first.startswith("New library")
    assert found.startswith(CLAIM)


def test_in_the_picker(hear: Listen, disk: LibraryOnDisk) -> None:
    window = hear(disk.folder)
    window.do("run approaches", "key Down")
    said = go(window, "Down", "Space", "Space", "Alt+Up", "Down", "Up", "Up")
    assert said[0].startswith("B: Firmness first. ")
    assert said[1:4] == ["Hidden", "Shown", "Moved to 1 of 2"]
    assert said[4].startswith("A: Keep talking. ")
    assert said[6] == "Filter approaches"


def test_in_a_source(hear: Listen, disk: LibraryOnDisk) -> None:
    window = hear(disk.folder)
    window.do("open letter", "run next-pane")
    assert set(go(window, "Down", "Up", "PgDown", "Home")) == {by_line()}
    said = go(window, "N", "F7", "Down", "Right", "Shift+Right", "Left", "Ctrl+End", "F7")
    assert said[0].startswith("Passage 1 of ")
    assert said[1].startswith("¶2. Talks should go on. His critics")
    assert said[2] in said[1]
    assert all(len(letter) == 1 for letter in (said[3], said[5]))
    assert said[4] == f"{said[3]} selected"
    assert said[6:] == ["¶3. Nobody spoke of the neighbours.", PAGE]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("run note-here", "Note on the whole comparison"),
        ("run notes", "Find in notes"),
        ("run go-to", "Search or go to"),
        ("run find", "Find in this text"),
        ("run compare", CLAIM),
    ],
)
def test_what_opens_tells_of_what_has_the_focus_and_of_nothing_else(
    hear: Listen, disk: LibraryOnDisk, line: str, says: str
) -> None:
    window = hear(disk.folder)
    window.do("open letter", "key Ctrl+Home", "run sources")
    assert heard_on(window, line) == [says]


def test_choosing_approaches_is_told_of_where_they_are_compared(
    hear: Listen, disk: LibraryOnDisk
) -> None:
    window = hear(disk.folder)
    window.do("open letter", "key Ctrl+Home", "run compare")
    assert heard_on(window, "run approaches") == ["Filter approaches"]


@pytest.mark.parametrize(
    ("action", "says"),
    [
        ("go-to", CLAIM),
        ("approaches", CLAIM),
        ("problems", CLAIM),
        ("find", "Source text: A letter"),
    ],
)
def test_what_is_closed_gives_the_focus_straight_back(
    hear: Listen, disk: LibraryOnDisk, action: str, says: str
) -> None:
    window = hear(disk.folder)
    window.do("open letter", "key Ctrl+Home", f"run {action}")
    said = heard(window, "Escape")
    assert said == [says], "and by way of nothing else"
