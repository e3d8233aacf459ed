"""Replies between approaches, told by whose voice each passage ends in."""

from counterpoint.domain.replying import attributed, replies_between
from counterpoint.storage.library.library_folder import read_library
from counterpoint.storage.place import shipped_library


def test_every_reply_between_two_is_by_a_holder_of_one_to_a_holder_of_the_other() -> None:
    contents = read_library(shipped_library()).contents
    letter = contents.approach("deterrence-and-detente")
    critics = contents.approach("contain-and-confront")

    found = replies_between(letter, critics, contents.replies)

    assert found == replies_between(critics, letter, contents.replies)
    assert {each.by for each in found} == {("deterrence-and-detente",), ("contain-and-confront",)}
    for each in found:
        assert {*each.by, *each.to} == {letter.id, critics.id}
        assert each.reply in contents.replies


def test_words_of_nobody_who_holds_an_approach_are_nobodys() -> None:
    contents = read_library(shipped_library()).contents

    found = attributed(contents.approaches, contents.replies)

    assert [each.reply for each in found] == list(contents.replies)
    assert any(not each.by or not each.to for each in found)
    assert replies_between(contents.approaches[0], contents.approaches[0], ()) == ()
