"""What becomes of documents that are brought in: stored, left out, or waiting to be looked at."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from counterpoint.application.importing import arrivals
from counterpoint.application.importing.arrivals import Arrival, Standing
from counterpoint.application.importing.documents import Document, find_documents
from counterpoint.application.importing.importing import Importing
from counterpoint.application.importing.preview_text import PreviewText
from counterpoint.storage.library.source_file import read_source
from tests.importing_library import SPEECH, library

VOTES = "\n".join(
    f"The delegate of the {name} state said that his country would vote for the text as it stood, "
    "and that he asked for nothing more."
    for name in ("first", "second", "third", "fourth")
)


@pytest.fixture
def importing(tmp_path: Path) -> Iterator[Importing]:
    with Importing(library(tmp_path / "library").folder) as made:
        yield made


def quiet(done: int, total: int, name: str) -> None:
    """Nobody looks on."""


def bring(importing: Importing, *paths: Path) -> list[Arrival]:
    return arrivals.bring_in(importing, find_documents(paths), quiet, lambda: False)


def test_each_stands_in_the_order_in_which_it_was_brought(
    tmp_path: Path, importing: Importing
) -> None:
    folder = tmp_path / "brought"
    folder.mkdir()
    (folder / "a.txt").write_text(VOTES)
    (folder / "b.xml").write_text('<?xml version="1.0"?><data><row/></data>')
    (folder / "c.txt").write_text(SPEECH)
    found = bring(importing, folder)
    assert [(each.name, each.standing) for each in found] == [
        ("a.txt", Standing.WAITS),
        ("b.xml", Standing.LEFT_OUT),
        ("c.txt", Standing.CAME_IN),
    ]
    assert not (importing.folder / "corpus" / "a.txt").exists()
    draft = found[0].preview.draft
    assert draft is not None
    assert [each.label for each in PreviewText(draft).first(9)] == ["§1", "§2", "§3", "§4"]


def test_a_decision_is_kept_beside_the_ones_before(tmp_path: Path, importing: Importing) -> None:
    file = tmp_path / "votes.txt"
    file.write_text(VOTES)
    (waiting,) = bring(importing, file)
    once = arrivals.read_otherwise(importing, waiting, "paragraphs", "empty lines")
    twice = arrivals.read_otherwise(importing, once, "numbering", "line")
    draft = twice.preview.draft
    assert draft is not None
    assert (draft.paragraphs, str(draft.numbering)) == (1, "line")
    assert twice.choices.paragraphs == "empty lines"
    with pytest.raises(ValueError, match="weather"):
        arrivals.read_otherwise(importing, twice, "weather", "fine")


@pytest.mark.parametrize("at_once", [True, False])
def test_what_was_brought_twice_is_stored_once(
    tmp_path: Path, importing: Importing, at_once: bool
) -> None:
    one, other = tmp_path / "votes.txt", tmp_path / "copy.txt"
    one.write_text(VOTES)
    other.write_text(VOTES)
    waiting = [*bring(importing, one), *bring(importing, other)]
    assert [each.standing for each in waiting] == [Standing.WAITS] * 2
    first, second = (
        arrivals.store(importing, waiting, quiet)
        if at_once
        else [
            *arrivals.store(importing, waiting[:1], quiet),
            *arrivals.store(importing, waiting[1:], quiet),
        ]
    )
    assert first.standing is Standing.CAME_IN
    assert (second.standing, second.source) == (Standing.LEFT_OUT, "votes")


def test_two_of_one_name_get_ids_of_their_own(tmp_path: Path, importing: Importing) -> None:
    places = [tmp_path / name for name in ("one", "other")]
    for number, place in enumerate(places):
        place.mkdir()
        (place / "votes.txt").write_text(
            VOTES.replace(" ", f" of{number} ")  # or it would be another version
        )
    waiting = [*bring(importing, places[0]), *bring(importing, places[1])]
    stored = arrivals.store(importing, waiting, quiet)
    assert [each.source for each in stored] == ["votes", "votes-2"]


def test_what_looks_like_another_version_waits_and_says_of_which(
    tmp_path: Path, importing: Importing
) -> None:
    file, later = tmp_path / "speech.txt", tmp_path / "speech 2.txt"
    file.write_text(SPEECH)
    later.write_text(f"{SPEECH}\nNobody else spoke.\n")
    bring(importing, file)
    (found,) = bring(importing, later)
    assert (found.standing, found.is_version_of) == (Standing.WAITS, "speech")


def test_two_versions_brought_at_once_are_noticed_as_such(
    tmp_path: Path, importing: Importing
) -> None:
    first, second, other = (tmp_path / f"speech v{nth}.txt" for nth in (1, 2, 3))
    first.write_text(SPEECH)
    second.write_text(f"{SPEECH}\nNobody else spoke.\n")
    other.write_text("A letter on the price of salt, which nobody has asked for in years.\n")
    found = bring(importing, first, second, other)
    assert [each.standing for each in found] == [
        Standing.CAME_IN,
        Standing.WAITS,
        Standing.CAME_IN,
    ]
    assert [each.is_version_of for each in found] == ["", found[0].source, ""]


@pytest.mark.parametrize("at_once", [True, False])
def test_versions_that_wait_say_so_of_each_other_and_are_not_stored_unsaid(
    tmp_path: Path, importing: Importing, at_once: bool
) -> None:
    first, second = tmp_path / "votes.txt", tmp_path / "votes 2.txt"
    first.write_text(VOTES)
    second.write_text(VOTES.replace("nothing more", "nothing else"))
    if at_once:
        one, other = bring(importing, first, second)
    else:
        (one,) = bring(importing, first)
        (other,) = arrivals.bring_in(
            importing, find_documents([second]), quiet, lambda: False, [one]
        )
    assert [one.standing, other.standing] == [Standing.WAITS] * 2
    assert (other.preview.beside, other.is_version_of) == ("votes.txt", "")

    (stored,) = arrivals.store(importing, [one], quiet)
    before = one._replace(source=stored.source)
    (other,) = arrivals.like_stored([other], [before])
    assert (other.standing, other.is_version_of) == (Standing.WAITS, "votes")


def test_of_versions_that_nobody_was_told_of_the_second_waits_on_when_all_are_stored(
    tmp_path: Path, importing: Importing
) -> None:
    first, second = tmp_path / "votes.txt", tmp_path / "votes 2.txt"
    first.write_text(VOTES)
    second.write_text(VOTES.replace("nothing more", "nothing else"))
    (one,), (other,) = bring(importing, first), bring(importing, second)
    other = other._replace(preview=other.preview._replace(like=None, beside=""))
    one, other = arrivals.store(importing, [one, other], quiet)
    assert (one.standing, other.standing) == (Standing.CAME_IN, Standing.WAITS)
    assert other.is_version_of == "votes"
    (other,) = arrivals.store(importing, [other], quiet)
    assert (other.standing, other.is_version_of) == (Standing.CAME_IN, "votes")


def test_a_copy_of_one_that_waits_is_left_out_by_its_name(
    tmp_path: Path, importing: Importing
) -> None:
    for name in ("copy.txt", "votes.txt"):
        (tmp_path / name).write_text(VOTES)
    one, other = bring(importing, tmp_path / "copy.txt", tmp_path / "votes.txt")
    assert one.standing is Standing.WAITS
    assert (other.standing, other.source, other.preview.beside) == (
        Standing.LEFT_OUT,
        "",
        "copy.txt",
    )


def test_what_could_not_be_stored_is_no_source_to_be_a_version_of(
    tmp_path: Path, importing: Importing
) -> None:
    first, second = tmp_path / "speech.txt", tmp_path / "speech 2.txt"
    first.write_text(SPEECH)
    second.write_text(f"{SPEECH}\nNobody else spoke.\n")
    previews = list(importing.previews(find_documents([first])))
    first.write_text("Altered while it was read.")
    (failed,) = importing.store(previews)
    assert failed.source is None
    (found,) = bring(importing, second)
    assert (found.standing, found.is_version_of) == (Standing.CAME_IN, "")


def test_headings_lists_and_quotations_are_shown_and_numbered_as_the_reader_does(
    tmp_path: Path, importing: Importing
) -> None:
    file = tmp_path / "memo.html"
    file.write_text(
        "<html><body><article><h1>Memo on sanctions</h1><h2>Background</h2>"
        "<p>The state that was drawn at Vienna in 1815 was no mere line upon a map.</p>"
        "<ul><li>Asset freezes, which were asked for twice.<ul><li>And then again, in May.</li>"
        "</ul></li></ul><blockquote><p>We shall not go back to what was.</p></blockquote>"
        "</article></body></html>"
    )
    (arrival,) = bring(importing, file)
    draft = importing.preview_of(Document(file, "memo.html"), "memo").draft
    assert draft is not None
    told = list(PreviewText(draft).first(9))
    by_words = {each.text.partition(" ")[0]: each for each in told}
    assert by_words["Memo"].label == by_words["Background"].label == ""
    assert (by_words["Memo"].level, by_words["Background"].level) == (1, 2)
    assert [each.depth for each in told if "Asset" in each.text or "again" in each.text] == [0, 1]
    assert by_words["We"].quoted
    assert arrival.standing is Standing.CAME_IN
    layout = read_source(importing.folder / "corpus", arrival.source)[0].layout
    stored = [layout.label(index) for index in range(len(layout))]
    assert [each.label for each in told] == stored
