"""Texts that are laid out already."""

import pytest

from counterpoint.ui.reader.layout import model_cache as shelf_module
from counterpoint.ui.reader.layout.model_cache import MOST_TEXTS, ModelCache
from tests.ui.reader.material import source_of


def test_a_text_is_laid_out_once() -> None:
    shelf = ModelCache()
    source, text = source_of("One.\n\nTwo.")
    assert shelf.model(source, text) is shelf.model(source, text)


def test_another_text_or_description_is_laid_out_anew() -> None:
    shelf = ModelCache()
    first = shelf.model(*source_of("One."))
    changed = shelf.model(*source_of("One.", author="Somebody else"))
    assert changed is not first
    assert changed.source.author == "Somebody else"
    assert shelf.model(*source_of("One, changed.")).text == "One, changed."


def test_only_so_much_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf_module, "_MOST_POINTS", 25)
    shelf = ModelCache()
    models = [shelf.model(*source_of("x" * 10, id=id)) for id in ("a", "b", "c")]
    assert shelf.model(*source_of("x" * 10, id="c")) is models[2]
    assert shelf.model(*source_of("x" * 10, id="b")) is models[1]
    assert shelf.model(*source_of("x" * 10, id="a")) is not models[0]


def test_a_text_larger_than_that_is_kept_while_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shelf_module, "_MOST_POINTS", 5)
    shelf = ModelCache()
    source, text = source_of("x" * 10)
    assert shelf.model(source, text) is shelf.model(source, text)


def test_only_so_many_are_kept_however_short_they_are() -> None:
    shelf = ModelCache()
    models = [shelf.model(*source_of("x", id=str(number))) for number in range(MOST_TEXTS)]
    assert shelf.model(*source_of("x", id="0")) is models[0], "as many as may be are all there"
    shelf.model(*source_of("x", id="one more"))
    assert shelf.model(*source_of("x", id="0")) is models[0], "it was asked for again since"
    assert shelf.model(*source_of("x", id="1")) is not models[1], "the one longest not asked for"
