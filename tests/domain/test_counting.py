"""Numbers with their nouns."""

from counterpoint.domain.counting import counted


def test_one_thing_and_many() -> None:
    assert counted(1, "claim") == "1 claim"
    assert counted(0, "claim") == "0 claims"
    assert counted(1200, "text box", "text boxes") == "1,200 text boxes"
