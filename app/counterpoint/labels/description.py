"""What is said of a source, field by field, in the words of its form."""

from .text import in_one_line
from .translation import tr


def field(name: str) -> str:
    """Of a key in the file of a description: "How it reached us"."""
    match name:
        case "title":
            return tr("Title")
        case "short":
            return tr("Short name")
        case "author":
            return tr("Author")
        case "publisher":
            return tr("Publisher")
        case "date":
            return tr("Date")
        case "language":
            return tr("Language")
        case "kind":
            return tr("Kind")
        case "marking":
            return tr("Marking")
        case "address":
            return tr("Web address")
        case "accessed":
            return tr("Read there on")
        case "doi":
            return tr("DOI")
        case "about":
            return tr("What it is")
        case "reached_us":
            return tr("How it reached us")
        case "access":
            return tr("Access")
        case "rights":
            return tr("Rights")
        case "statement":
            return tr("Source summary statement")
    return name


def hint(name: str) -> str:
    """What belongs into it, as an example; "" where that is plain."""
    match name:
        case "short":
            return tr("A few words that citations and lists call it by")
        case "date":
            return tr("2008-10-20, 2008 or undated")
        case "language":
            return tr("en, en-GB, ru")
        case "kind":
            return tr("Speech, report, diplomatic cable…")
        case "marking":
            return tr("Confidential, none…")
        case "address":
            return tr("https://… where it can be read")
        case "accessed":
            return tr("2026-11-30")
        case "doi":
            return tr("10.1000/182")
        case "statement":
            return tr(
                "How near it is to what it tells of, whether it is complete, what it cannot tell"
            )
    return ""


def changed_meanwhile(of: str, theirs: str) -> str:
    """Why a field, by its label, is not saved."""
    if not theirs:
        return tr(
            "“{field}” was emptied by another program or person meanwhile",
            field=of,
        )
    return tr(
        "“{field}” was changed by another program or person meanwhile, to “{words}”",
        field=of,
        words=in_one_line(theirs),
    )


def not_stated() -> str:
    return tr("not stated")


def wrong_date() -> str:
    return tr(
        "Write the date as 2008-10-20, 2008-10 or 2008, or “undated”; leave it empty where nobody "
        "knows."
    )


def needed(name: str) -> str:
    """That a field may not be empty."""
    return tr("“{field}” may not be empty: sources are called by it.", field=field(name))


def saved(source: str) -> str:
    return tr("The description of “{source}” is saved.", source=source)


def not_saved(source: str, why: str) -> str:
    return tr(
        "The description of “{source}” is not saved. {why} Save once more, or take yours back.",
        source=source,
        why=why,
    )


def kept(source: str, name: str) -> str:
    """Of a person who went on to something else, where the field of this name cannot be saved as
    it is: short, as the status line has little room."""
    return tr(
        "Not saved: “{field}” of “{source}”. What you typed waits in its form.",
        field=field(name),
        source=source,
    )
