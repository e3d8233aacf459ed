"""Old and new words side by side, parted where they differ."""

import pytest

from counterpoint.domain.word_diff import Stretch, side_by_side


@pytest.mark.parametrize(
    ("old", "new", "stretches"),
    [
        ("a b c", "a b c", [Stretch("a b c", "a b c", True)]),
        (
            "we should go",
            "we should not go",
            [
                Stretch("we should", "we should", True),
                Stretch("", "not", False),
                Stretch("go", "go", True),
            ],
        ),
        (
            "ten men came",
            "two men",
            [
                Stretch("ten", "two", False),
                Stretch("men", "men", True),
                Stretch("came", "", False),
            ],
        ),
        ("“so” he said", '"so" he said', [Stretch("“so” he said", '"so" he said', True)]),
        ("", "new", [Stretch("", "new", False)]),
    ],
)
def test_what_differs_is_parted_from_what_does_not(
    old: str, new: str, stretches: list[Stretch]
) -> None:
    assert list(side_by_side(old, new)) == stretches
