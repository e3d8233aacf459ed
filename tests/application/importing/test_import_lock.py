"""A library that is taken away, in part or whole, while documents come into it."""

import shutil
import threading
from pathlib import Path

from counterpoint.application.importing.import_lock import ImportLock, ImportRunning
from counterpoint.application.importing.place import prepared
from counterpoint.application.library.check import check_library
from counterpoint.domain.faults.source_fault import SourceFault
from tests.importing_library import SPEECH, bring_in, library


def another_thread(folder: Path) -> list[BaseException]:
    """What hinders somebody else who wants the lock."""
    found: list[BaseException] = []

    def attempt() -> None:
        try:
            with ImportLock(folder):
                pass
        except ImportRunning as error:
            found.append(error)

    thread = threading.Thread(target=attempt)
    thread.start()
    thread.join()
    return found


def test_a_new_library_whose_originals_go_takes_the_documents_all_the_same(
    tmp_path: Path,
) -> None:
    speech, mine = tmp_path / "speech.txt", tmp_path / "mine"
    speech.write_text(SPEECH, encoding="utf-8")

    with prepared(mine, dry=False):
        shutil.rmtree(mine / "originals")
        (outcome,) = bring_in(mine, speech)
        assert another_thread(mine) != []

    assert outcome.source == "speech"
    assert (mine / "originals" / "speech.txt").read_text(encoding="utf-8") == SPEECH
    assert check_library(mine)[0].remarks == ()
    assert another_thread(mine) == []


def test_what_is_left_of_a_document_by_its_text_alone_is_remarked_on(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    for name in ("kept", "gone", "other"):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"{SPEECH}\n\nThis is what was {name}.\n", encoding="utf-8")
        bring_in(disk.folder, path)
    (disk.folder / "originals" / "gone.txt").unlink()
    (disk.folder / "originals" / "other.txt").write_text("Something else.", encoding="utf-8")

    check = check_library(disk.folder)[0]

    assert check.ok
    assert [(each.file, each.fault, each.arguments) for each in check.remarks] == [
        ("corpus/gone.yaml", SourceFault.ORIGINAL_MISSING, ("originals/gone.txt",)),
        ("corpus/other.yaml", SourceFault.ORIGINAL_CHANGED, ("originals/other.txt",)),
    ]
