"""What a screen reader says of links of which one reads but numbers and signs."""

import pytest

from counterpoint.ui.handover.spoken_links import spoken
from counterpoint.ui.paper.links import Link


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("1 ¶1", "Lain, paragraph 1"),
        ("§23", "Lain, paragraph 23"),
        ("1 ¶1, ¶3–¶6", "Lain, paragraph 1, paragraphs 3 to 6"),
        ("2 §1–§3, §5", "Lain, paragraphs 1 to 3, paragraph 5"),
        ("2", "Lain"),
        (
            "2 §1–§3, §5, §8, §13, §21, §34",
            "Lain, paragraphs 1 to 3" + "".join(f", paragraph {n}" for n in (5, 8, 13, 21, 34)),
        ),
    ],
)
def test_each_place_is_said_with_its_number(words: str, said: str) -> None:
    assert spoken(Link(0, 1, words, "read:lain"), words, lambda _: "Lain") == said
