"""A saved web page: its main text, without menus; what it says of itself."""

import logging
import re
from copy import deepcopy
from typing import Any

from lxml import etree, html

from counterpoint.domain.because import Because
from counterpoint.domain.counting import counted
from counterpoint.storage.importers.draft import Choices, Draft, Guess, Kind, Proposal
from counterpoint.storage.importers.refusal import Reason, Refused, too_deep
from counterpoint.storage.importers.text.characters import put_right
from counterpoint.storage.importers.text.encoding import decode
from counterpoint.storage.importers.text.text_builder import Paragraph

from .from_pandoc import Beside, draft_of
from .hidden_words import hidden_parts, with_hidden_told
from .left_out import left_out, seen_words
from .missing import letters_of
from .packed import words_of
from .pandoc import read_tree
from .spanned_cells import spread_out
from .struck_words import name_struck
from .web_extras import Extras
from .web_forms import answers_told, number_entries
from .web_lists import emptied, is_of_the_text
from .web_notes import headings_told, notes_of, take_out_notes, without_marks

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]+)", re.IGNORECASE)
_PROLOGUE = re.compile(r"\s*<\?xml[^>]*\?>")
_UNSEEN = ("head", "script", "style", "noscript", "template", "iframe", "object", "embed", "svg",
           "option", "textarea")  # fmt: skip
_FORMULA = "math"
"""Told as such, and written otherwise in the text."""
_NEVER = (*_UNSEEN[1:], "button", "select", "input")
_OF_A_TEXT = ("p", "article", "h1", "h2", "h3")
"""What no form holds but one that holds the page, as some programs make them."""
_MENUS = ("nav", "header", "footer", "aside", "menu")
_ROLE = re.compile(r"\brole=[\"']doc-[a-z]+[\"']")
_LEAST = 200
"""Letters of a main text that is believed to be one."""
_AUTHORS = ("author", "article:author", "citation_author", "dc.creator", "parsely-author", "byl")
_DATES = ("article:published_time", "citation_publication_date", "citation_date", "dc.date",
          "date", "dcterms.created", "dcterms.date", "datepublished", "pubdate", "sailthru.date",
          "parsely-pub-date", "dc.date.issued")  # fmt: skip
_SITES = ("og:site_name", "citation_publisher", "dc.publisher", "publisher", "application-name")
_TITLES = ("og:title", "citation_title", "dc.title", "twitter:title")


def read_web_page(data: bytes, choices: Choices) -> Draft:
    """Raises Refused."""
    found = _DECLARED.search(data[:4000])
    declared = found[1].decode("ascii") if found else None
    decoded = decode(data, choices.encoding, None if declared == "unicode" else declared)
    text = put_right(_PROLOGUE.sub("", decoded.text, count=1)).text
    root = _parsed(text)
    extras = Extras()
    extras.take_out(root)
    said, lost, parts = _said(root), [*_lost(root), *extras.told()], hidden_parts(root)
    if _breaks_off(text):
        lost.append("perhaps its end, as the page is not closed; if it was cut short, get it again")
    hidden, seen = [*map(words_of, parts)], seen_words(root, parts, unseen=(*_UNSEEN, _FORMULA))
    lost += answers_told(root)
    number_entries(root)
    lost += spread_out(root)
    notes, heads = take_out_notes(root)
    lost += headings_told(heads)
    seen = [piece for piece in seen if " ".join(piece.words.split()) not in heads]
    _without_ways_back(root)
    _named_by_look(root)
    main, why = ("", Because.CHOSEN) if choices.whole_page else _main_text(root)
    heading = said["title"]
    headed = bool(main) or any(words_of(each) == heading for each in root.iter("h1"))
    page = main or _whole(root)
    first = (Paragraph.of(heading, level=1),) if headed and not _has(page, heading) else ()
    # Pandoc would leave notes out that it cannot join to their marks.
    text = _ROLE.sub("", "".join((page, *notes)))
    tree = read_tree("html", text.encode())
    sure = why is not Because.EMPTIED
    guess = Guess("whole_page", str(not main).lower(), (str(bool(main)).lower(),), why, sure)
    guesses = (guess, *((decoded.guess,) if decoded.guess else ()))
    proposal = Proposal(heading, said["author"], said["date"], "", said["language"], said["site"])
    beside = Beside(
        proposal,
        tuple(lost),
        first=first,
        guesses=guesses,
        notes=notes_of(tree),
        looked_for=lambda heard: left_out(seen, heard),
    )
    return with_hidden_told(draft_of(Kind.HTML, tree, beside, choices), hidden)


def _parsed(text: str) -> "html.HtmlElement":
    # A tree of any depth, or what is nested deeper would be left out without a word.
    # Paragraphs within what is struck out by its old names fall out of it in HTML's old rules.
    text = _OLD_STRUCK.sub(r"<\1del", text)
    parser = html.HTMLParser(no_network=True, huge_tree=True, encoding="utf-8")
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Refused(Reason.NO_TEXT, "there is no text in it") from error
    if any("depth" in str(complaint.message) for complaint in parser.error_log):
        raise too_deep()
    return root


def _without_ways_back(root: "html.HtmlElement") -> None:
    """The arrows that lead from a note back to its mark are no words of it."""
    for link in list(root.iter("a")):
        back = link.get("role") == "doc-backlink" or link.get("class") == "footnote-back"
        if back and not letters_of(words_of(link)):
            link.drop_tree()


_OLD_STRUCK = re.compile(r"<(/?)(?:s|strike)(?=[\s>])", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*(su(?:per|b))\b")


def _named_by_look(root: "html.HtmlElement") -> None:
    """What is only made to look raised, lowered or struck out is named so, as Pandoc heeds names
    alone."""
    for span in root.iter("span"):
        look = str(span.get("style") or "").lower()
        off_the_line = _RAISED.search(look) if "vertical" in look else None
        if off_the_line is not None:
            span.tag = "sup" if off_the_line[1] == "super" else "sub"
    name_struck(root)


def _said(root: "html.HtmlElement") -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        metas.setdefault(name, str(meta.get("content") or "").strip())

    def first(names: tuple[str, ...]) -> str:
        return next((metas[name] for name in names if metas.get(name)), "")

    title = root.find(".//title")
    whole = " ".join((title.text or "").split()) if title is not None else ""
    whole = first(_TITLES) or whole
    headings = [words_of(each) for each in root.iter("h1")]
    alone = next((each for each in headings if each and whole.startswith(each)), "")
    date = first(_DATES).replace("/", "-")
    author = first(_AUTHORS)
    return {
        "title": alone or whole or next(filter(None, headings), ""),
        "author": "" if author.startswith("http") else author,
        "date": date,
        "site": first(_SITES),
        "language": str(
            root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        ),
    }


def _breaks_off(text: str) -> bool:
    """Whether a page opens its body, as saved ones do, and closes neither that nor itself."""
    lower = text.lower()
    return "<body" in lower and "</body" not in lower and "</html" not in lower


def _lost(root: "html.HtmlElement") -> list[str]:
    lost: list[str] = []
    pictures = sum(1 for _ in root.iter("img", "picture", "svg"))
    if pictures:
        lost.append(f"{counted(pictures, 'picture')}, not fetched")
    frames = sum(1 for _ in root.iter("iframe", "frame", "object", "embed", "video", "audio"))
    if frames:
        lost.append(
            counted(frames, "embedded page, film or sound", "embedded pages, films or sounds")
        )
    return lost


def _main_text(root: "html.HtmlElement") -> tuple[str, Because]:
    """The HTML of the main text, or "" where none is to be told from the rest."""
    from readability import Document
    from readability.readability import Unparseable

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    notes = _notes(root)
    try:
        main = str(Document(_plainly_named(root)).summary(html_partial=True))
        main = _RENAMED.sub(r"\1ul", main).replace(f"<{_HELD}", "<").replace(f"</{_HELD}", "</")
    except (Unparseable, ValueError, TypeError, AttributeError, etree.LxmlError):
        return "", Because.UNTELLABLE
    there = _words(main)
    if len(there) < _LEAST:
        return "", Because.SHORT_PAGE
    if len(there) < 0.1 * len(_words(_whole(root))):
        return "", Because.NOTHING_STANDS_OUT
    main += "".join(note for note in notes if _words(note)[:80] not in there)
    parsed = html.document_fromstring(f"<html><body>{main}</body></html>")
    return main, Because.EMPTIED if emptied(root, parsed) else Because.MENUS


_NOTES = frozenset({"footnotes", "endnotes", "references", "reflist"})


def _notes(root: "html.HtmlElement") -> list[str]:
    """The parts of the page that hold its footnotes."""
    found: list[str] = []
    for element in root.iter("section", "div", "ol", "ul", "aside"):
        names = {
            *str(element.get("class") or "").lower().split(),
            str(element.get("id") or "").lower(),
        }
        role = str(element.get("role") or "")
        if role in ("doc-endnotes", "doc-footnotes") or names & _NOTES:
            found.append(str(html.tostring(element, encoding="unicode", with_tail=False)))
    return found


def _plainly_named(root: "html.HtmlElement") -> str:
    """The page without the names by which readability would take footnotes for the foot of the
    page, and leave them and their marks out; nor with lists and tables of the text, which it takes
    for menus where they have few words or are links."""
    copied = deepcopy(root)
    for element in list(copied.iter("ul", "pre")):
        if element.tag in ("ul", "pre") and is_of_the_text(element):
            _hold(element)
    for element in copied.iter("ul"):
        if next(element.iterancestors("li"), None) is not None:
            element.tag = _LIST
    for table in list(copied.iter("table")):
        if _is_of_entries(table):
            _hold(table)
    for element in copied.iter():
        for key in ("class", "id"):
            name = element.get(key) if isinstance(element.tag, str) else None
            if name and _NOTE_NAMES.search(name):
                del element.attrib[key]
    return str(html.tostring(copied, encoding="unicode"))


def _hold(part: Any) -> None:
    """Gives all in it names that readability does not know."""
    for element in list(part.iter("*")):
        if not str(element.tag).startswith(_HELD) and element.tag not in _NEVER:
            element.tag = f"{_HELD}{element.tag}"


_LIST = "inner-list"
_HELD = "held-"
_ENTRY = 300
"""Letters that an entry of a table may have; a page that is laid out as one has more."""


def _is_of_entries(table: Any) -> bool:
    """Whether it is a table to be read, and no page or menu that is laid out as one."""
    rows, cells = list(table.iter("tr")), list(table.iter("td", "th"))
    if len(rows) < 2 or len(cells) < 2 * len(rows):
        return False
    words = [words_of(cell) for cell in cells]
    if max(map(len, words)) > _ENTRY:
        return False
    linked = sum(len(words_of(link)) for link in table.iter("a"))
    few_links = 2 * linked < sum(map(len, words))
    return few_links or _is_headed(table) or is_of_the_text(table)


def _is_headed(table: Any) -> bool:
    """Whether a table of links has heads for its columns, as a menu has not."""
    if any(_MENU.search(str(each.get(key) or "")) for each in (table, *table.iterancestors())
           for key in ("class", "id", "role")):  # fmt: skip
        return False
    if next(table.iterancestors(*_MENUS), None) is not None:
        return False
    first = next(table.iter("tr"))
    return len([each for each in first if each.tag == "th"]) > 1


_MENU = re.compile(
    r"(?<![a-z])nav(?![a-rt-z])|navb|navig|menu|sidebar|(?<![a-z])toc", re.IGNORECASE
)


_RENAMED = re.compile(f"(</?){_LIST}")
_NOTE_NAMES = re.compile(r"note|\bfn|\bref|cite", re.IGNORECASE)


def _words(part: str) -> str:
    try:
        page = html.document_fromstring(f"<html><body>{part}</body></html>")
        for element in list(page.iter("title", "style", "script")):
            element.drop_tree()
        return words_of(page)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""


def _has(main: str, heading: str) -> bool:
    return without_marks(_words(main))[: len(heading) + 40].find(heading) >= 0


def _whole(root: Any) -> str:
    for element in list(root.iter(*_NEVER)):
        element.drop_tree()
    for form in list(root.iter("form")):
        if next(form.iter(*_OF_A_TEXT), None) is None and form.getparent() is not None:
            form.drop_tree()
    for element in list(root.iter(*_MENUS)):
        if element.getparent() is not None:
            element.drop_tree()
    return str(html.tostring(root, encoding="unicode"))
