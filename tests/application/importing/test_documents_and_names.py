"""Which files are meant, and what new sources are called."""

import os
from pathlib import Path

import pytest

from counterpoint.application.importing.documents import (
    Document,
    Passed,
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
    assert [(each.path.name, each.passed) for each in found if each.passed] == [
        ("link.txt", Passed.LINK)
    ]


@pytest.mark.skipif(os.name != "posix", reason="pipes among files")
def test_what_of_a_folder_is_not_read_is_told_with_what_to_do(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["in"] * 42)
    deep.mkdir(parents=True)
    (deep / "deep.txt").write_bytes(b"x")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / ".letter.txt").write_bytes(b"x")
    (tmp_path / ".drafts").mkdir()
    (tmp_path / ".drafts" / "speech.docx").write_bytes(b"x")
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "index").write_bytes(b"x")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    (tmp_path / "there.txt").symlink_to(deep / "deep.txt")
    (tmp_path / "speeches.zip").write_bytes(b"PK")

    said = {}
    for document in find_documents([tmp_path]):
        try:
            check_readable(document)
        except Refused as refused:
            said[document.path.relative_to(tmp_path).as_posix()] = refused.message
        else:
            said[document.path.name] = ""

    hidden = "it is hidden, as its name begins with a dot; bring it in by itself"
    assert said == {
        ".drafts": hidden,
        ".letter.txt": hidden,
        "gone.txt": "it is a link to what is not there any more; look for that under another name",
        "/".join(["in"] * 41): "it lies in more than 40 folders; bring this folder in by itself",
        "pipe.txt": "it is a pipe, a device or the like, not a document",
        "speeches.zip": "",
        "there.txt": "it is a link to a place elsewhere; bring in the file that it leads to",
    }
    (named,) = find_documents([tmp_path / "gone.txt"])
    with pytest.raises(Refused, match="a link to what is not there any more"):
        check_readable(named)
    assert [each.path for each in find_documents([tmp_path / ".drafts"])] == [
        tmp_path / ".drafts" / "speech.docx"
    ]


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
