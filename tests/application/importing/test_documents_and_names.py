"""Which files are meant, and what new sources are called."""

from pathlib import Path

import pytest

from counterpoint.application.importing.documents import (
    Document,
    check_readable,
    find_documents,
)
from counterpoint.application.made_names import id_for
from counterpoint.storage.importers.limits import LIMITS
from counterpoint.storage.importers.refusal import Reason, Refused


def test_a_folder_gives_its_files_and_those_below_without_what_is_no_document(
    tmp_path: Path,
) -> None:
    for name in (
        "b.txt",
        "a.pdf",
        "inner/c.docx",
        "page.html",
        "page_files/x.js",
        ".hidden",
        "~$a.docx",
        "Thumbs.db",
        "x.tmp",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")

    found = find_documents([tmp_path])
    names = [document.path.relative_to(tmp_path).as_posix() for document in found]

    assert names == ["a.pdf", "b.txt", "inner/c.docx", "link.txt", "page.html"]
    assert [each.path.name for each in found if each.is_link] == ["link.txt"]


def test_a_file_that_is_named_twice_comes_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")

    assert len(find_documents([tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt"])) == 1


def test_a_file_of_two_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(2 * 2**30)

    with pytest.raises(Refused) as refused:
        check_readable(Document(path, "large.pdf"))
    assert refused.value.reason is Reason.TOO_LARGE
    assert "2,048 MB" in refused.value.message
    assert LIMITS.file < 2 * 2**30


@pytest.mark.parametrize(
    ("stem", "id"),
    [
        ("UN Charter (1945)", "un-charter-1945"),
        ("Café–Müller", "cafe-muller"),
        ("Доклад о мире", "doklad-o-mire"),
        ("報告", "source"),
        ("library", "library-text"),
        ("CON", "con-text"),
        ("x" * 200, "x" * 60),
        ("..", "source"),
    ],
)
def test_an_id_is_made_of_the_name(stem: str, id: str) -> None:
    assert id_for(stem, set()) == id


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert id_for("a", {"a", "a-2"}) == "a-3"


def test_of_a_name_whose_letters_can_mostly_not_be_used_no_single_one_is_the_id() -> None:
    assert id_for("库 الملف é", ()) == "source"
    assert id_for("Café 库", ()) == "cafe"
