"""A quotation that no longer stands as it was quoted: a person says where it does."""

from pathlib import Path

from counterpoint.domain.quotation import QuotationState
from counterpoint.ui.editing.differing import Differing
from tests.at_window import AtWindow, Sit, fonts, sit
from tests.library_on_disk import LETTER, LibraryOnDisk

from .test_making_and_moving import choose, saved
from .test_replies import keep, mark
from .test_words_in_place import edit

__all__ = ["fonts", "sit"]


def state(at: AtWindow) -> QuotationState:
    library = at.window.space.session.library
    assert library is not None
    return library.approach("talk").position("channels").claims[0].evidence[0].standing.state


def test_changed_words_are_shown_with_what_differs_and_accepted(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    disk.replace("corpus/letter.txt", "Talks should go on.", "Talks should not go on.")
    at = sit(disk.folder)
    at.window.menus.trigger("depth-claims")
    assert state(at) is QuotationState.CHANGED
    before = disk.read("options/talk.yaml")

    made = edit(at, mark(at, "channels"))
    (differing,) = made.findChildren(Differing)
    assert differing.accessibleName() == "“not” was added, may change what it means"
    choose(made, "place", "0")
    keep(at, made)
    saved(at)

    assert state(at) is QuotationState.EXACT
    assert "Talks should not go on." in disk.read("options/talk.yaml")
    at.window.menus.trigger("undo")
    saved(at)
    assert disk.read("options/talk.yaml") == before


def test_of_several_places_one_is_chosen(sit: Sit, tmp_path: Path) -> None:
    disk = LibraryOnDisk.make(tmp_path / "twice", anchored=False)
    disk.write("corpus/letter.txt", f"{LETTER}\n¶4. Talks should go on.\n")
    at = sit(disk.folder)
    at.window.menus.trigger("depth-claims")
    assert state(at) is QuotationState.AMBIGUOUS

    made = edit(at, mark(at, "channels"))
    (row,) = [row for row in made.rows if row.asked.name == "place"]
    assert "several places" in row.asked.label
    choose(made, "place", "1")
    keep(at, made)
    saved(at)

    assert state(at) is QuotationState.EXACT
    library = at.window.space.session.library
    assert library is not None
    (piece,) = library.approach("talk").position("channels").claims[0].evidence
    assert piece.paragraph == "¶4"
