"""What was lost, in its own words."""

from counterpoint.storage.importers.text.phrases import quoted


def test_each_piece_is_told_and_of_many_how_many_more() -> None:
    assert quoted(["Is that so?", "No."]) == "“Is that so?”, “No.”"
    assert quoted([f"Note {each}." for each in range(30)]).endswith("“Note 28.”, “Note 29.”")
    assert quoted([f"Note {each}." for each in range(503)]).endswith("“Note 499.” and 3 more")
    assert quoted(["word " * 500]).endswith("…”")
    assert quoted(["word " * 300] * 30).endswith("” and 16 more")
