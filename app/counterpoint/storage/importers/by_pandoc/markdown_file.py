"""A Markdown file."""

from counterpoint.storage.importers.draft import Choices, Draft, Kind, Proposal
from counterpoint.storage.importers.text.characters import put_right
from counterpoint.storage.importers.text.encoding import decode

from .from_pandoc import Beside, draft_of
from .pandoc import read_tree
from .pandoc_tree import said_of_itself


def read_markdown(data: bytes, choices: Choices) -> Draft:
    """Raises Refused."""
    decoded = decode(data, choices.encoding)
    tree = read_tree("md", put_right(decoded.text).text.encode())
    proposal = Proposal(
        language=said_of_itself(tree, "lang") or said_of_itself(tree, "language"),
        publisher=said_of_itself(tree, "publisher"),
    )
    guesses = (decoded.guess,) if decoded.guess else ()
    beside = Beside(proposal, guesses=guesses, pictures_told=False)
    return draft_of(Kind.MARKDOWN, tree, beside, choices)
