"""The bracket that says where something stands."""

from counterpoint.application.report.words.wording import places
from counterpoint.domain.report.blocks import plain
from tests.handed_over import material, passage


def test_places_stand_in_the_order_of_their_text_each_once() -> None:
    given = material()
    number = given.source("odd").number

    said = plain(places(given, [passage(3), passage(0), passage(3), passage(1)]))

    assert said.replace("\u00a0", " ") == f"[{number} ¶1, ¶2, ¶4]"
