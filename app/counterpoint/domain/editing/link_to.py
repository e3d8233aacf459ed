"""What a passage is to be linked to, as far as it was said."""

from typing import NamedTuple


class LinkTo(NamedTuple):
    """An approach and a question, each of which may be new, and a claim there, which may be new
    too."""

    approach: str = ""
    """Its id, or "" for none yet or a new one."""
    dimension: str = ""
    claim: str = ""
    new_approach: str = ""
    """The title of one that is made with the link."""
    new_question: str = ""

    @property
    def has_cell(self) -> bool:
        """Whether it is said where a new claim would stand."""
        return bool((self.approach or self.new_approach) and (self.dimension or self.new_question))

    def in_question(self, id: str) -> "LinkTo":
        return self._replace(dimension=id, new_question="")

    def of_approach(self, id: str) -> "LinkTo":
        return self._replace(approach=id, new_approach="")
