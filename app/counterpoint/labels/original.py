"""The document that a source was taken from, and its pages, in words."""

from .translation import tr


def page_of(number: int, count: int, label: str) -> str:
    """A page, counted from 1, with its number as printed where that is another."""
    if label in ("", str(number)):
        return tr("page {number} of {count}", number=number, count=count)
    return tr("page {label} ({number} of {count})", label=label, number=number, count=count)


def missing(file: str, name: str) -> tuple[str, str]:
    """A title, and what to do: `file` of the library is not there; it was called `name`."""
    return (
        tr("The original is not there"),
        tr(
            "{file} is missing. Put it back from a copy of the library; or put “{name}”, which was "
            "imported, there under that name. The text can be read and quoted meanwhile.",
            file=file,
            name=name,
        ),
    )


def changed(file: str, name: str) -> tuple[str, str]:
    """The same where it is not the file that was imported."""
    return (
        tr("The original was changed"),
        tr(
            "{file} is not the file “{name}” that was imported, so that nobody can tell where the "
            "passages stand in it. Put the unchanged file back from a copy; if it is a new "
            "version, choose “Replace a source with a new version…”.",
            file=file,
            name=name,
        ),
    )


def without_map(source: str) -> tuple[str, str]:
    """The same where nothing says which words stand on which page."""
    file = f"corpus/{source}.map.json"
    return (
        tr("The pages cannot be shown"),
        tr(
            "{file}, which says what stands on which page, is missing, damaged or of another text. "
            "Put it back from a copy of the library, or import the document again.",
            file=file,
        ),
    )


def not_drawn(file: str, why: str) -> tuple[str, str]:
    """The same where drawing was refused; `why` is a phrase."""
    return (
        tr("The page cannot be drawn"),
        tr("{file}: {why}. The text can be read and quoted all the same.", file=file, why=why),
    )


def not_there(file: str) -> str:
    """Why it is not opened."""
    return tr("It was not opened: {file} is missing. Put it back from a copy.", file=file)


def not_same(file: str, name: str) -> str:
    return tr(
        "It was not opened: {file} is not the file “{name}” that was imported. Put that back from "
        "a copy.",
        file=file,
        name=name,
    )


def unreadable(file: str, why: str) -> str:
    return tr("It was not opened: {file} cannot be read ({why}).", file=file, why=why)


def no_document(file: str) -> str:
    """Of a file that is no document of a kind that can be imported."""
    return tr(
        "It was not opened: {file} is not of a kind that Counterpoint imports, and might be a "
        "program.",
        file=file,
    )


def no_program(file: str) -> str:
    return tr("The system has no program that opens {file}.", file=file)


def has_none() -> str:
    return tr("Of this source only the text is here; it was not imported from a document.")
