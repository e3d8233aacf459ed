"""The description of a new source can be read again, whatever is in the name of its document."""

from unicodedata import category

from hypothesis import example, given
from hypothesis import strategies as st

from counterpoint.domain.invisible_characters import unseen
from counterpoint.domain.source import Original
from counterpoint.storage.library.description_file import Description, written_description
from counterpoint.storage.yaml.yaml_file import parse_yaml

ANY = st.text(st.characters(exclude_categories=()))
"""With halves of characters, as the names of files that are not UTF-8 have them."""


@given(name=ANY)
@example("q\udcff")
@example("a\x1b[31m \ufffd \u3164 \ufeff \x85 \u2028")
def test_any_name_can_be_read_again(name: str) -> None:
    description = Description(title=name, short=name, reached_us=f"From the file “{name}”.")
    text = written_description(description, "0" * 64, Original("o", name, "txt", "1"), (name,))

    read = parse_yaml(text.encode().decode(), "corpus/x.yaml").value

    assert read["title"] == read["short"] == read["original"]["name"] == read["lost"][0]
    visible = "".join(sign for sign in name if sign.isprintable() and not sign.isspace())
    assert [sign for sign in visible if sign not in read["title"]] == []
    assert {"Cc", "Cs"}.isdisjoint(map(category, read["title"]))
    assert next(unseen(text), None) is None


@given(name=ANY.filter(lambda name: name.isprintable() and name == " ".join(name.split())))
def test_what_can_be_seen_stays_letter_for_letter(name: str) -> None:
    text = written_description(Description(name, name), "0" * 64, Original("o", "n", "t", "1"), ())

    assert parse_yaml(text, "corpus/x.yaml").value["title"] == (name or "not stated")


def test_half_a_character_stands_as_the_sign_of_a_lost_one() -> None:
    text = written_description(
        Description("q\udcff", "q"), "0" * 64, Original("o", "n", "t", "1"), ()
    )

    assert parse_yaml(text, "corpus/x.yaml").value["title"] == "q\ufffd"
