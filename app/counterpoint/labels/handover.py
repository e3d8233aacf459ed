"""What the papers that are handed over, and what else leaves a library, are called."""

from .translation import QT_TR_NOOP, tr, translated

_PAPERS = {
    "two-page": QT_TR_NOOP("Two-page options paper"),
    "full": QT_TR_NOOP("Full paper"),
    "one-page": QT_TR_NOOP("One-page comparison"),
    "own": QT_TR_NOOP("By my own template"),
    "notes": QT_TR_NOOP("Notes"),
}
_STYLES = {
    "": QT_TR_NOOP("As the paper has it"),
    "chicago-notes": QT_TR_NOOP("Chicago, notes"),
    "apa": QT_TR_NOOP("APA"),
    "eu-style-guide": QT_TR_NOOP("EU style guide, notes"),
}
_FORMATS = {
    ".docx": QT_TR_NOOP("Word"),
    ".odt": QT_TR_NOOP("OpenDocument"),
    ".pdf": QT_TR_NOOP("PDF"),
    ".html": QT_TR_NOOP("Web page"),
    ".md": QT_TR_NOOP("Markdown"),
    ".epub": QT_TR_NOOP("E-book"),
}


def paper(id: str) -> str:
    return translated(_PAPERS[id])


def papers() -> tuple[str, ...]:
    """The ids of all, in the order in which they are offered."""
    return tuple(_PAPERS)


def style(id: str) -> str:
    """Of citation; of a person's own the name of its file."""
    return translated(_STYLES[id]) if id in _STYLES else id.replace("\\", "/").rpartition("/")[2]


def styles() -> tuple[str, ...]:
    return tuple(_STYLES)


def no_date(said: str) -> str:
    return tr("“{said}” is no date; write one as 2020-10-31", said=said)


def no_language(said: str) -> str:
    return tr("“{said}” is no tag of a language; write one as en-GB", said=said)


def paper_formats() -> tuple[tuple[str, str], ...]:
    """What each format of a paper is called, with the ending of its files."""
    return tuple((translated(words), ending) for ending, words in _FORMATS.items())


_OTHERS = {
    "matrix": (
        QT_TR_NOOP("Excel, all sheets"),
        QT_TR_NOOP("Text of the answers"),
        QT_TR_NOOP("Text of the claims"),
        QT_TR_NOOP("Text of the evidence"),
        QT_TR_NOOP("Text of the replies"),
        QT_TR_NOOP("Text of the notes"),
        QT_TR_NOOP("Text of the sources"),
    ),
    "references": (
        QT_TR_NOOP("CSL-JSON, for Zotero"),
        QT_TR_NOOP("BibLaTeX"),
        QT_TR_NOOP("BibTeX"),
        QT_TR_NOOP("RIS, for EndNote"),
    ),
    "annotations": (QT_TR_NOOP("W3C Web Annotations"),),
    "project": (
        QT_TR_NOOP("REFI-QDA project"),
        QT_TR_NOOP("REFI-QDA, the codes alone"),
    ),
    "map": (QT_TR_NOOP("SVG"), QT_TR_NOOP("PNG")),
    "replies": (QT_TR_NOOP("SVG"), QT_TR_NOOP("PNG")),
    "library": (
        QT_TR_NOOP("With notes and originals"),
        QT_TR_NOOP("Without notes"),
        QT_TR_NOOP("Without originals"),
        QT_TR_NOOP("Without notes and originals"),
    ),
}
_NAMES = {
    "matrix": QT_TR_NOOP("Answers"),
    "references": QT_TR_NOOP("Sources"),
    "annotations": QT_TR_NOOP("Annotations"),
    "project": QT_TR_NOOP("Project"),
    "map": QT_TR_NOOP("Map"),
    "replies": QT_TR_NOOP("Who answers whom"),
    "library": QT_TR_NOOP("Library"),
}


def other_formats(kind: str) -> tuple[str, ...]:
    """What the formats of something besides papers are called, in the order in which they are
    offered."""
    return tuple(translated(words) for words in _OTHERS[kind])


def other_name(kind: str) -> str:
    """What its file is called at first, beside the title of the library."""
    return translated(_NAMES[kind])
