"""Pictures in the documents that show another window than there is now are told."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from pictures import MOST_OTHERS, out_of_date, share_of_others


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Those made now, and those that are kept: one picture, the same in both."""
    made, kept = tmp_path / "made", tmp_path / "kept"
    for folder in (made, kept):
        folder.mkdir()
        window().save(folder / "desk.png")
    return made, kept


def window(button: str = "", size: tuple[int, int] = (640, 400)) -> Image.Image:
    picture = Image.new("RGB", size, "#faf8f4")
    if button:
        ImageDraw.Draw(picture).rectangle((20, 20, 60, 40), button)
    return picture


def test_the_same_are_passed_over(folders: tuple[Path, Path]) -> None:
    assert out_of_date(*folders) == []


def test_nearly_the_same_are_too(folders: tuple[Path, Path]) -> None:
    """Of 256 colours each is a little off, and a letter has other edges."""
    picture = Image.new("RGB", (640, 400), "#f2fff4")
    ImageDraw.Draw(picture).line((10, 10, 60, 10), "#000000")
    picture.save(folders[0] / "desk.png")

    assert 0 < share_of_others(*(folder / "desk.png" for folder in folders)) < MOST_OTHERS
    assert out_of_date(*folders) == []


def test_another_button_is_told_with_the_picture(folders: tuple[Path, Path]) -> None:
    window("#0072b2").save(folders[0] / "desk.png")

    (told,) = out_of_date(*folders)

    assert told == "desk.png: 0.34% of it is otherwise now"


def test_another_size_is_told(folders: tuple[Path, Path]) -> None:
    window(size=(640, 401)).save(folders[0] / "desk.png")

    assert out_of_date(*folders) == ["desk.png: 100.00% of it is otherwise now"]


def test_one_that_is_there_alone_is_told(folders: tuple[Path, Path]) -> None:
    window().save(folders[0] / "new.png")
    window().save(folders[1] / "old.png")

    assert out_of_date(*folders) == [
        "new.png: it is not there yet",
        "old.png: it is taken no more; remove it",
    ]
