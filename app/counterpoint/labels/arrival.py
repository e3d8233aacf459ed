"""Documents that were brought into a library, in words."""

from collections.abc import Sequence

from counterpoint.domain.because import Because
from counterpoint.domain.source import Numbering

from .because import because
from .date import date_in_words
from .encoding import encoding
from .paragraph import paragraph
from .text import DOT, capital, sentence
from .translation import tr


def documents(number: int) -> str:
    return tr("{n}\u00a0document(|s)", "", number)


def pages(number: int) -> str:
    return tr("{n}\u00a0page(|s)", "", number)


def paragraphs(number: int) -> str:
    return tr("{n}\u00a0paragraph(|s)", "", number)


def came_in() -> str:
    return tr("Came in")


def waits() -> str:
    return tr("Waits for you")


def left_out() -> str:
    return tr("Left out")


def summary(came: int, waiting: int, out: int) -> str:
    """ "2 wait for you · 1 was left out · 38 came in": what a person has to see to comes first, and
    what there is none of is not told."""
    parts = (
        tr("{n} wait(s|) for you", "", waiting) if waiting else "",
        tr("{n} (was|were) left out", "", out) if out else "",
        tr("{n}\u00a0came in", "", came) if came else "",
    )
    return DOT.join(filter(None, parts))


def became(came: int, waiting: int, out: int, *, again: bool = False) -> str:
    """What became of documents that were just brought: "37 documents came in · 2 wait for you · 1
    was left out"; `again` where they had been left out before."""
    first = tr("{n}\u00a0document(|s) came in", "", came) if came else tr("Nothing came in")
    rest = summary(0, waiting, out)
    said = DOT.join(filter(None, (first, rest)))
    return tr("Tried again: {what}", what=said) if again else said


def came_in_now(file: str) -> str:
    """Of one document that was brought, or stored."""
    return tr("{file} came in.", file=file)


def waits_now(file: str) -> str:
    """Of one document that was brought and waits."""
    return tr("{file} was read and waits for you: look at it, then store it.", file=file)


def was_left_out(file: str, why: str, *, again: bool = False) -> str:
    """Of one document, `why` in a sentence; `again` where it had been left out before."""
    if again:
        return tr("{file} is left out as before: {why}", file=file, why=why)
    return tr("{file} was left out: {why}", file=file, why=why)


def off_the_list(file: str, *, stored: bool) -> str:
    if stored:
        return tr("{file} is off the list; its source stays in the library.", file=file)
    return tr("{file} is off the list; nothing of it was stored.", file=file)


def at_work(doing: str, done: int, total: int, name: str) -> str:
    """ "Reading document 3 of 40: speech.pdf"; `doing` is what is done where it is not that, and
    `name` what else is done where nothing is counted."""
    if not total:
        return name or doing
    if not name:
        return tr("Storing what was read…")
    return tr(
        "Reading document {number} of {total}: {name}",
        number=f"{min(done + 1, total):,}",
        total=f"{total:,}",
        name=name,
    )


def kind(of: str) -> str:
    """What sort of file it is, for a person: "PDF", "Word", "web page"."""
    match of:
        case "txt":
            return tr("Text")
        case "md":
            return tr("Markdown")
        case "html":
            return tr("Web page")
        case "docx":
            return tr("Word document")
        case "odt":
            return tr("OpenDocument text")
        case "rtf":
            return tr("Rich text (RTF)")
        case "epub":
            return tr("E-book (EPUB)")
        case "pdf":
            return tr("PDF")
    return ""


def size(of: str, page_count: int | None, paragraph_count: int) -> str:
    """ "PDF · 12 pages · 140 paragraphs"."""
    parts = (kind(of), pages(page_count) if page_count else "", paragraphs(paragraph_count))
    return DOT.join(filter(None, parts))


def size_and_guessed(size: str, guessed: Sequence[str]) -> str:
    """What a document is, and why it waits: "Text · 4 paragraphs · please check its paragraphs";
    `guessed` are the names of what was guessed and might well be otherwise."""
    if not guessed:
        return size
    listed = ", ".join(map(_briefly, guessed))
    return DOT.join((size.rstrip("."), tr("please check its {what}", what=listed)))


def _briefly(what: str) -> str:
    match what:
        case "paragraphs":
            return tr("paragraphs")
        case "numbering":
            return tr("numbering")
        case "encoding":
            return tr("letters")
        case "page_numbers":
            return tr("numbers of pages")
        case "running_heads":
            return tr("running heads")
        case "whole_page":
            return tr("main text")
    return what


def with_lost(said: str, lost: Sequence[str]) -> str:
    """What is said of a document, and what of it is not in its text; `lost` are phrases."""
    if not lost:
        return said
    return tr(
        "{said} – not in the text: {lost}",
        said=said.rstrip("."),
        lost="; ".join(map(briefly, lost)),
    )


def briefly(phrase: str) -> str:
    """A phrase of what is not in a text, or of a long one its beginning."""
    if len(phrase) <= _BRIEF + _SPARED:
        return phrase
    return f"{phrase[:_BRIEF].rsplit(' ', 1)[0]}…"


_BRIEF, _SPARED = 240, 60


def show_all() -> str:
    return tr("Show all of it")


def guessed(what: str) -> str:
    """The name of something that was guessed."""
    match what:
        case "paragraphs":
            return tr("Paragraphs")
        case "numbering":
            return tr("Numbering")
        case "encoding":
            return tr("Letters")
        case "page_numbers":
            return tr("Numbers of pages")
        case "running_heads":
            return tr("Running heads")
        case "whole_page":
            return tr("Of the page")
    return what


def chosen(what: str, value: str) -> str:
    """How it was decided, or may be."""
    match what:
        case "paragraphs":
            return _paragraphing(value)
        case "numbering":
            return _numbering(value)
        case "encoding":
            return encoding(value)
        case "page_numbers":
            top = value == "top"
            return tr("at the top of their pages") if top else tr("at the foot of their pages")
        case "running_heads":
            aside = value == "aside"
            return tr("left aside") if aside else tr("kept, as the author’s words")
        case "whole_page":
            return tr("all of it") if value == "true" else tr("the main text alone")
    return value


def unsure(why: str) -> str:
    """Why something was guessed so, where it might well be otherwise."""
    return tr("please look: {why}", why=why)


def stored_as_guessed(what: str, value: str, why: Because) -> str:
    """Of something that was guessed and might well be otherwise, where nobody was asked: "letters
    guessed: Western European, Windows (cp1252), as it is not UTF-8 …"."""
    given = {"chosen": chosen(what, value), "why": because(why)}
    match what:
        case "paragraphs":
            return tr("paragraphs guessed: {chosen}, as {why}", **given)
        case "numbering":
            return tr("numbering guessed: {chosen}, as {why}", **given)
        case "encoding":
            return tr("letters guessed: {chosen}, as {why}", **given)
        case "page_numbers":
            return tr("numbers of pages guessed: {chosen}, as {why}", **given)
        case "running_heads":
            return tr("running heads guessed: {chosen}, as {why}", **given)
    return tr("main text guessed: {chosen}, as {why}", **given)


def _paragraphing(value: str) -> str:
    match value:
        case "empty lines":
            return tr("parted by empty lines, other lines joined")
        case "each line":
            return tr("one to each line")
        case "sentences":
            return tr("lines joined until a sentence ends")
        case "as it is":
            return tr("every line end kept, as in verse")
    return value


def _numbering(value: str) -> str:
    match value:
        case Numbering.PAGE:
            return tr("by page, as {place}", place=paragraph("p. 12 ¶3"))
        case Numbering.COUNT:
            return tr("counted from the top, as {place}", place="§9")
        case Numbering.NUMBER:
            return tr("by the numbers that it prints, as {place}", place=paragraph("144"))
        case Numbering.PILCROW:
            return tr("by the numbers that it prints, as {place}", place="¶4")
        case Numbering.LINE:
            return tr("by line, as {place}", place=paragraph("l. 40"))
    return value


def version_of(source: str) -> str:
    """That it looks like another version of `source`, called by its title."""
    return sentence(tr("It looks like another version of “{source}”", source=source))


def version_beside(file: str) -> str:
    """The same of `file`, which was brought too."""
    return tr("It looks like another version of {file}, which was brought too.", file=file)


def same_text_beside(file: str) -> str:
    return tr("Its text is word for word that of {file}, which was brought too.", file=file)


def same_file_beside(file: str) -> str:
    return tr("It is the same file as {file}, which was brought too.", file=file)


def same_text_as(source: str) -> str:
    return sentence(tr("Its text is word for word that of “{source}”", source=source))


def here_already(source: str) -> str:
    return sentence(tr("This file is in the library already, as “{source}”", source=source))


def why_left_out(problem: str) -> str:
    """A phrase as a sentence."""
    return sentence(capital(problem))


def waits_as_it_did(problem: str) -> str:
    """Why it is not read as a person has chosen; `problem` is a phrase."""
    return tr("It waits as it was read before: {why}", why=sentence(problem))


def read_again(file: str) -> str:
    return tr("{file} was read again; undo brings back how it was read before.", file=file)


def not_read_again(file: str, why: str) -> str:
    """`why` is a phrase."""
    return tr("{file} stays as it was read before: {why}", file=file, why=sentence(why))


def file_date(date: str) -> str:
    """That the day on which a file was made may be no date of the document."""
    return tr(
        "the file was made on {date}: only you can tell whether that is the date of the document",
        date=date_in_words(date),
    )


def nothing_found(names: Sequence[str]) -> str:
    """That among what was brought there is no document."""
    return tr(
        "There is no document in {names}. They may be txt, md, html, docx, odt, rtf, epub or pdf.",
        names=", ".join(f"“{name}”" for name in names),
    )


def what_to_do(reason: str) -> str:
    """What helps with a document that was left out for `reason`, the value of one; "" where what
    was the case says so already, or nothing does."""
    match reason:
        case "scan" | "no letters":
            return tr(
                "Have its text recognised (OCR), and import the PDF that results. Or get "
                "another copy."
            )
        case "no text":
            return tr(
                "If it shows words, they are a picture: have them recognised (OCR), and import "
                "what comes of it."
            )
    return ""


def busy() -> str:
    return tr("Another import is at work in this library. Wait for its end, and try again.")


def waiting() -> str:
    """What is done while another program imports into the library."""
    return tr("Waiting for another import into this library…")


def waited_for_another() -> str:
    """Why a document is in the list and not in: a phrase."""
    return tr("another import was at work in this library, and this one was cancelled; try again")


def read_only() -> str:
    return tr(
        "The library that comes with Counterpoint is read-only. Documents come into a library of "
        "your own."
    )
