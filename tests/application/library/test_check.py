"""`check_library` on real folders: what it counts, and that nothing broken passes."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from counterpoint.application.library.anchor import anchor_library
from counterpoint.application.library.check import check_library, unread
from counterpoint.domain.quotation import QuotationState
from counterpoint.labels.problem import sentence
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.place import shipped_library
from tests.library_on_disk import LETTER, LibraryOnDisk


def test_a_library_that_is_all_right(disk: LibraryOnDisk) -> None:
    check, whole = check_library(disk.folder)

    assert check.ok
    assert check.problems == ()
    assert whole is not None
    assert (check.sources, check.approaches, check.claims, check.evidence) == (1, 2, 3, 4)
    assert check.states[QuotationState.EXACT] == 4


def test_the_shipped_library_is_all_right() -> None:
    check, _ = check_library(shipped_library())

    assert check.problems == ()
    assert check.states[QuotationState.EXACT] == check.evidence > 0


def broken(name: str, old: str, new: str) -> Callable[[LibraryOnDisk], None]:
    def break_it(disk: LibraryOnDisk) -> None:
        disk.replace(name, old, new)

    return break_it


def removed(name: str) -> Callable[[LibraryOnDisk], None]:
    def remove(disk: LibraryOnDisk) -> None:
        disk.path(name).unlink()

    return remove


@pytest.mark.parametrize(
    ("damage", "file"),
    [
        (broken("corpus/letter.txt", "Nobody spoke", "No one spoke"), "corpus/letter.yaml"),
        (broken("corpus/letter.txt", "firmness first", "softness first"), "options/firm.yaml"),
        (
            broken("options/talk.yaml", "voice: [the ministry, the minister]", "voice: []"),
            "options/talk.yaml",
        ),
        (broken("options/firm.yaml", "option: talk", "option: none"), "options/firm.yaml"),
        (broken("options/firm.yaml", "  objections:", "  other:"), "options/firm.yaml"),
        (broken("options/firm.yaml", "kind: prescription", "kind: wish"), "options/firm.yaml"),
        (removed("corpus/letter.txt"), "corpus/letter.txt"),
        (removed("corpus/letter.yaml"), "corpus/letter.txt"),
        (removed("options/dimensions.yaml"), "options/dimensions.yaml"),
    ],
)
def test_nothing_broken_passes(
    disk: LibraryOnDisk, damage: Callable[[LibraryOnDisk], None], file: str
) -> None:
    damage(disk)

    check, _ = check_library(disk.folder)

    assert not check.ok
    assert file in {problem.file for problem in check.problems}


def test_no_library_at_all(tmp_path: Path) -> None:
    check, whole = check_library(tmp_path / "none")

    assert whole is None
    assert not check.ok
    assert check.sources == check.approaches == check.evidence == 0
    assert "the folder is not there" in sentence(check.problems[0])


def test_json_has_the_promised_keys_and_goes_through_json(disk: LibraryOnDisk) -> None:
    disk.replace("options/firm.yaml", "kind: prescription", "kind: wish")

    told = json.loads(json.dumps(check_library(disk.folder)[0].as_json()))

    assert set(told) == {
        *("ok", "library", "sources", "options", "claims", "evidence", "notes"),
        *("problems", "remarks", "unfinished"),
    }
    assert told["ok"] is False
    assert set(told["problems"][0]) == {"file", "line", "column", "kind", "message"}
    assert told["problems"][0]["file"] == "options/firm.yaml"
    assert told["problems"][0]["line"] > 0


def test_progress_is_told_file_by_file_and_may_stop_the_reading(disk: LibraryOnDisk) -> None:
    seen: list[tuple[int, int, str]] = []
    check_library(disk.folder, lambda done, total, name: seen.append((done, total, name)))
    assert [done for done, _, _ in seen] == sorted({done for done, _, _ in seen})
    assert len({total for _, total, _ in seen}) == 1

    class Enough(Exception):
        pass

    def stop(done: int, total: int, name: str) -> None:
        raise Enough

    with pytest.raises(Enough):
        check_library(disk.folder, stop)


def test_paragraphs_that_nobody_has_accounted_for(disk: LibraryOnDisk) -> None:
    def left() -> list[tuple[str, str, str]]:
        _, whole = check_library(disk.folder)
        assert whole is not None
        return [
            (each.source, each.paragraph, each.words[:8]) for each in unread(disk.folder, whole)
        ]

    assert left() == [("letter", "¶1", "¶1. The "[:8])]
    disk.write("corpus/letter.txt", LETTER + "\n¶4. A later word.\n")
    assert [paragraph for _, paragraph, _ in left()] == ["¶1", "¶4"]


def test_a_paragraph_quoted_only_in_a_reply_is_accounted_for(disk: LibraryOnDisk) -> None:
    disk.write("corpus/letter.txt", LETTER + "\n¶4. A later word.\n\n¶5. And no more.\n")
    disk.write(
        "options/replies.yaml",
        "replies:\n  - kind: rebuts\n    why: it says the opposite\n"
        "    by: {source: letter, quote: A later word., voice: [a critic]}\n"
        "    to: {source: letter, quote: that trade should grow, voice: [the minister]}\n",
    )
    assert anchor_library(disk.folder, again=True).problems == ()

    check, whole = check_library(disk.folder)

    assert check.ok and whole is not None
    assert [each.paragraph for each in unread(disk.folder, whole)] == ["¶5"]


def test_every_paragraph_is_accounted_for_that_a_quotation_goes_through(
    disk: LibraryOnDisk,
) -> None:
    text = LETTER + "\n¶4. It began so,\n\n¶5. went on,\n\n¶6. and ended.\n\n¶7. Then no more.\n"
    disk.write("corpus/letter.txt", text)
    disk.replace(
        "options/firm.yaml",
        'quote: "asked for firmness first"',
        'quote: "It began so, ¶5. went on, ¶6. and"',
    )
    anchored = re.sub(r", anchor: \{[^}]*\}", "", disk.read("options/firm.yaml"))
    disk.write("options/firm.yaml", anchored)
    assert anchor_library(disk.folder, again=True).problems == ()

    _, whole = check_library(disk.folder)

    assert whole is not None
    assert [each.paragraph for each in unread(disk.folder, whole)] == ["¶1", "¶7"]


def test_a_text_taken_away_meanwhile_is_said(disk: LibraryOnDisk) -> None:
    _, whole = check_library(disk.folder)
    assert whole is not None
    disk.path("corpus/letter.txt").unlink()

    with pytest.raises(Unreadable):
        list(unread(disk.folder, whole))


def test_a_kept_search_for_what_is_gone_is_told_and_is_no_fault(disk: LibraryOnDisk) -> None:
    disk.write(
        "options/searches.yaml",
        "searches:\n"
        "  - name: Gone by choice\n"
        "    query: trade\n"
        "    approach: [talks]\n"
        "    source: [cable]\n"
        "  - name: Gone by name\n"
        "    query: trade (source:cabel OR approach:nobody) NOT tag:thin\n"
        "  - name: There\n"
        '    query: \'trade source:letter approach:"firmness" NOT source:"a letter"\'\n'
        "    approach: [talk]\n",
    )

    check, _ = check_library(disk.folder)

    assert check.ok
    told = [sentence(remark) for remark in check.remarks]
    rest = "which the library does not have; ask for another, or delete the search"
    assert sorted(told) == [
        "the kept search “Gone by choice” asks for the option `talks`, "
        "which the library does not have; write `talk` if that is meant",
        f"the kept search “Gone by choice” asks for the source `cable`, {rest}",
        f"the kept search “Gone by name” asks for the option `nobody`, {rest}",
        f"the kept search “Gone by name” asks for the source `cabel`, {rest}",
        f"the kept search “Gone by name” asks for the tag `thin`, {rest}",
    ]
