"""The description of a source as a reference. Nothing is said that the description does not say."""

from collections.abc import Iterable

from counterpoint.application.library.citation import name_in
from counterpoint.application.library.person_names import names
from counterpoint.application.report.words.markings import rank
from counterpoint.domain.report.material import Source
from counterpoint.domain.report.reference import Reference
from counterpoint.domain.source import NOT_STATED, UNDATED

_TYPES = (
    (
        "article-newspaper",
        (
            "newspaper",
            "news report",
            "news article",
            "op-ed",
            "opinion piece",
            "opinion article",
            "editorial",
            "leading article",
        ),
    ),
    ("article-magazine", ("magazine",)),
    ("article-journal", ("journal article", "academic article")),
    ("chapter", ("chapter",)),
    ("speech", ("speech", "address", "statement to", "lecture")),
    ("interview", ("interview",)),
    ("post-weblog", ("blog",)),
    ("webpage", ("web page", "webpage", "website")),
    ("treaty", ("treaty", "agreement", "convention")),
    ("legislation", ("act of", "law", "statute", "regulation")),
    ("hearing", ("hearing", "oral evidence", "debate")),
    ("thesis", ("thesis", "dissertation")),
    ("book", ("book", "monograph")),
    ("report", ("report", "white paper", "green paper", "strategy", "communiqué")),
)
_CONTAINED = ("article-newspaper", "article-magazine", "article-journal", "chapter", "post-weblog")


def references(sources: Iterable[Source]) -> tuple[Reference, ...]:
    """In the order of the library."""
    return tuple(map(reference, sources))


def reference(source: Source) -> Reference:
    """A publisher that is also the author is left out; the rest of what stands in the fields of
    author and publisher, and the marking, go into the note."""
    kind = name_in(source.kind)
    type_ = _type(kind)
    author, publisher = name_in(source.author), name_in(source.publisher)
    issued = "" if publisher == author else publisher
    contained = type_ in _CONTAINED
    return Reference(
        id=source.id,
        type=type_,
        title=source.title,
        authors=names(author),
        publisher="" if contained else issued,
        container=issued if contained else "",
        date="" if source.date in (UNDATED, NOT_STATED) else source.date,
        undated=source.date == UNDATED,
        genre=kind,
        language=source.language,
        address=source.address,
        accessed=source.accessed,
        doi=source.doi,
        note=_note(source, author, publisher),
        abstract=source.about if source.about.casefold() != NOT_STATED else "",
    )


def _type(kind: str) -> str:
    folded = kind.casefold()
    for type_, words in _TYPES:
        if any(word in folded for word in words):
            return type_
    return "document"


def _note(source: Source, author: str, publisher: str) -> str:
    """Nothing in it stands after a single word and a colon: Zotero and citeproc would take
    "Author: …" in a note for the author."""
    said = []
    for what, whole, name in (
        ("As to the author", source.author, author),
        ("As to the publisher", source.publisher, publisher),
    ):
        remark = whole.strip().rstrip(".")
        if remark != name.rstrip("."):
            said.append(f"{what}: {remark}")
    if rank(source.marking) != 0:
        said.append(f"It is marked: {source.marking.strip().rstrip('.')}")
    return ". ".join(said) + "." if said else ""
