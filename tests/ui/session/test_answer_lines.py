"""What is said at a passage of the replies to it; where we set the two side by side, it says so."""

from counterpoint.application.library.anchor import anchor_library
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.ui.session.answer_lines import answer_lines
from tests.library_on_disk import LibraryOnDisk

REPLY = """\
replies:
  - kind: rebuts
    by: {source: letter, quote: His critics called this unrealistic, voice: [his critics]}
    to: {source: letter, quote: Talks should go on., voice: [the minister]}
    why: they call it unrealistic
"""


def lines(disk: LibraryOnDisk, more: str) -> list[str]:
    disk.write("options/replies.yaml", REPLY + more)
    assert anchor_library(disk.folder).problems == ()
    library = OpenedLibrary.open(disk.folder, None)
    (placed, *_) = library.placed(["talk"])
    return answer_lines(library, placed)


def test_a_reply_that_takes_up_the_passage_is_told_with_its_place(disk: LibraryOnDisk) -> None:
    assert lines(disk, "") == [
        "Rebutted by his critics (Letter\u00a0¶2): “His critics called this unrealistic”"
    ]


def test_one_that_we_set_beside_it_says_so(disk: LibraryOnDisk) -> None:
    assert lines(disk, "    link: inferred\n") == [
        "Set against his critics (Letter\u00a0¶2, set beside it by us): “His critics called this "
        "unrealistic”"
    ]
