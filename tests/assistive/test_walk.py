"""A screen reader asks everything of everything that the window shows, and the window lives."""

from pathlib import Path

from tests.assistive.conftest import Listen, Listened
from tests.assistive.walker import Seen, walk
from tests.library_on_disk import LibraryOnDisk

PANES = {
    "find in this text": ("open letter", "run find"),
    "sources": ("run sources",),
    "notes": ("run note-here", "type A note", "run note-on-all", "type A note", "run notes"),
    "search or go to": ("run go-to", "type talk"),
    "choose approaches": ("run compare", "run approaches"),
    "problems in the library": ("run problems",),
    "keys": ("run keys",),
    "about counterpoint": ("run about",),
}
"""The name of something that is in sight then, and what brings it there."""


def test_with_every_pane_open(listen: Listen, disk: LibraryOnDisk) -> None:
    disk.write("options/broken.yaml", "title: [")
    window = listen(disk.folder)
    for name, lines in PANES.items():
        window.do(*lines)
        seen = in_sight(window)
        assert name in [each.name.casefold() for each in seen]
        assert [str(each) for each in seen if lacks_name_or_role(each)] == []
    assert len(everything(window)) > len(in_sight(window))
    assert window.leave() == (0, "")


def test_on_the_page_that_says_why_nothing_opens(listen: Listen, tmp_path: Path) -> None:
    window = listen(tmp_path)
    assert any("cannot be opened" in each.name for each in in_sight(window))
    assert window.leave() == (0, "")


def test_every_paragraph_of_a_source_has_its_words(listen: Listen, disk: LibraryOnDisk) -> None:
    window = listen(disk.folder)
    window.do("open letter")
    paragraphs = [each for each in in_sight(window) if each.role == "paragraph"]
    assert paragraphs[-1].text == paragraphs[-1].name == "¶3. Nobody spoke of the neighbours."
    assert [each.text for each in paragraphs if "\n" in each.text] == [
        "¶2. Talks should go on. His critics called this unrealistic,\n"
        "and asked for firmness first. The debate ran over\n\nPAGE 2\n\n"
        "into the next page and did not end there."
    ]


def lacks_name_or_role(seen: Seen) -> bool:
    """Whether it can be reached or pressed and does not say what it is. Scroll bars are left out:
    Qt names none, and who does not see them scrolls by going through the text."""
    if ("focusable" not in seen.states and not seen.actions) or seen.role == "scroll bar":
        return False
    nothing = ("", "unknown", "invalid", "filler", "panel", "layered pane")
    return not seen.name.strip() or seen.role in nothing


def in_sight(window: Listened) -> list[Seen]:
    seen = walk(window.reader, window.program)
    return [each for each in seen if "showing" in each.states]


def everything(window: Listened) -> list[Seen]:
    return list(walk(window.reader, window.program, hidden=True))
