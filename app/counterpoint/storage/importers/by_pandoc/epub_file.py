"""An EPUB book."""

from counterpoint.storage.importers.draft import Choices, Draft, Kind, Proposal
from counterpoint.storage.importers.refusal import Reason, Refused

from .from_pandoc import Beside, draft_of
from .packed import Packed
from .pandoc import read_tree
from .pandoc_tree import said_of_itself

_TEXT = (".html", ".xhtml", ".htm", ".xml", ".opf", ".ncx", "mimetype", ".css")
_LOCKS = b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC"
"""How fonts are veiled, which locks no text."""


def read_epub(data: bytes, choices: Choices) -> Draft:
    """Raises Refused."""
    packed = Packed(data)
    locks = packed.read("META-INF/encryption.xml")
    veiled = sum(locks.count(lock) for lock in _LOCKS)
    if locks.count(b"EncryptionMethod ") > veiled or "META-INF/rights.xml" in packed.names:
        raise Refused(Reason.LOCKED, "it is locked: only the shop's own program opens it")
    tree = read_tree("epub", packed.again(_TEXT, {}))
    proposal = Proposal(
        title=said_of_itself(tree, "title"),
        author=said_of_itself(tree, "creator") or said_of_itself(tree, "author"),
        date=said_of_itself(tree, "date"),
        language=said_of_itself(tree, "language") or said_of_itself(tree, "lang"),
        publisher=said_of_itself(tree, "publisher"),
    )
    lost = ("scripts, which were not run",) if _scripted(packed) else ()
    return draft_of(Kind.EPUB, tree, Beside(proposal, lost, pictures_told=False), choices)


def _scripted(packed: Packed) -> bool:
    return any(name.endswith(".js") for name in packed.names)
