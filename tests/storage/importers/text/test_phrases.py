"""What was lost, in its own words."""

from counterpoint.storage.importers.text.phrases import quoted


def test_each_piece_is_told_and_of_many_how_many_more() -> None:
    assert quoted(["Is that so?", "No."]) == "“Is that so?”, “No.”"
    many = quoted([f"Note {number}." for number in range(30)])
    assert many.endswith("“Note 11.” and 18 more")
    assert quoted(["word " * 100]).endswith("…”")
