"""A file that is not of its form is told what to write instead."""

import pytest

from counterpoint.storage.library_folder import read_library
from tests.library_on_disk import LibraryOnDisk


@pytest.mark.parametrize(
    ("voice", "says"),
    [
        ("[the ministry, 2020]", "entry 2 of `voice` should be text but is “2020”; put it in"),
        ('[the ministry, ""]', "entry 2 of `voice` is empty; write its words"),
        ("[{}]", "entry 1 of `voice` should be text but is keys with values; write text"),
        ("[[]]", "entry 1 of `voice` should be text but is a list; write text"),
        ("2020", "`voice` should be a list but is “2020”; write each entry"),
    ],
)
def test_an_entry_of_a_list_is_called_by_its_list(
    disk: LibraryOnDisk, voice: str, says: str
) -> None:
    disk.replace("options/talk.yaml", "[the ministry, the minister]", voice)

    problems = read_library(disk.folder).contents.problems

    (problem,) = [each for each in problems if each.file == "options/talk.yaml"]
    assert problem.message.startswith(says)


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("2020-02-31", "`date` is “2020-02-31”, which is in no calendar; correct the day"),
        ("2019-02-29", "`date` is “2019-02-29”, which is in no calendar; correct the day"),
        ("2020-01-00", "which is in no calendar"),
        ("2020-13-01", "write a date in quotation marks"),
        ("٢٠٢٠", "`date` is “٢٠٢٠”; write a date in quotation marks"),
        ("2020-02-29", ""),
        ("2020-02", ""),
        ("2020", ""),
    ],
)
def test_a_date_is_one_of_the_calendar(disk: LibraryOnDisk, date: str, says: str) -> None:
    disk.replace("options/talk.yaml", 'date: "2008"', f'date: "{date}"')

    problems = read_library(disk.folder).contents.problems

    told = [each.message for each in problems if each.file == "options/talk.yaml"]
    assert len(told) == bool(says)
    assert all(says in message for message in told)
