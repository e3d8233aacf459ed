"""The seam that every word passes."""

from collections.abc import Iterator

import pytest

from counterpoint.labels import counts
from counterpoint.labels.translation import tr, use


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    use(None)


def test_without_a_translation_a_text_is_said_as_it_stands() -> None:
    assert tr("Problems in the library") == "Problems in the library"
    assert tr("Copied {name}", name="{its} words") == "Copied {its} words"


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 entries"), (1, "1 entry"), (2, "2 entries"), (1200, "1,200 entries")],
)
def test_a_number_takes_its_form(number: int, said: str) -> None:
    assert counts.entries(number).replace("\u00a0", " ") == said


def test_a_translation_is_asked_with_the_comment_and_the_number() -> None:
    asked: list[tuple[str, str, int]] = []

    def translate(text: str, comment: str, number: int) -> str:
        asked.append((text, comment, number))
        return "{n} Noten"

    use(translate)
    assert tr("{n} note(|s)", "of an analyst", 3) == "3 Noten"
    tr("Undo")
    assert asked == [("{n} note(|s)", "of an analyst", 3), ("Undo", "", -1)]
