"""The pages of an EPUB book, in the order in which they are read, as one web page.

Pandoc leaves out what a book says to be its title page, its half title or a note that nothing leads
to, and knows no note in another file. So what the parts of a book are called is kept from it here,
and a note is joined to its mark as in a web page.
"""

import posixpath
import re
from collections.abc import Iterator
from html import entities
from typing import Any
from urllib.parse import unquote

from lxml import etree, html

from counterpoint.storage.importers.refusal import Refused

from .packed import Packed, parse_xml, remove
from .pandoc_tree import UNMARKED_NOTE
from .struck_words import name_struck
from .web_extras import Extras

_OPF = "{http://www.idpf.org/2007/opf}"
_TYPE = "{http://www.idpf.org/2007/ops}type"
"""In what is read as HTML it is "epub:type"."""
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_NOTES = {"footnote", "endnote", "rearnote", "note"}
_LISTS = {"toc", "landmarks", "page-list", "lot", "loi"}
_ENTITY = re.compile(rb"&([a-zA-Z][a-zA-Z0-9]{1,31});")
_XML = (b"amp", b"lt", b"gt", b"quot", b"apos")
_NO_TEXT = ("script", "style", "noscript", "template", "head")


class Book:
    """`root` is the whole of it; `lists` says whether lists of its own parts were left out, and
    `not_there` which parts it names that it does not hold, or that are no text; `extras` are those
    of all its pages."""

    def __init__(self, packed: Packed) -> None:
        """Raises Refused."""
        self.package = _package(packed)
        self.lists = False
        self.not_there: list[str] = []
        self.extras = Extras()
        self._sheets: dict[str, str] = {}
        self.root = html.document_fromstring("<html><body></body></html>")
        body = self.root.find("body")
        for name, data in self._spine(packed):
            page = _page(data)
            if page is not None:
                for element in page.iter("*"):  # as in HTML, which has no namespaces
                    element.tag = etree.QName(element).localname
                css = self._style_sheets(packed, page, name)
                name_struck(page, css)
                self.extras.take_out(page, css)
                self._told_plainly(page, name)
                for part in html.fragments_fromstring(_inside(page)):
                    _append(body, part)
        self._notes()

    def said(self, what: str) -> str:
        """What it says of itself under `what`, several joined by commas; else ""."""
        if self.package is None:
            return ""
        found = self.package[1].iter(f"{{http://purl.org/dc/elements/1.1/}}{what}")
        words = [" ".join((each.text or "").split()) for each in found]
        return ", ".join(dict.fromkeys(filter(None, words)))

    def _spine(self, packed: Packed) -> Iterator[tuple[str, bytes]]:
        """The pages that are read, in order, by their names; notes what is not there."""
        if self.package is None:
            names = sorted(name for name in packed.names if name.endswith(("html", ".htm")))
            yield from ((name, packed.read(name)) for name in names)
            return
        name, root = self.package
        folder = posixpath.dirname(name)
        items = {
            str(item.get("id")): posixpath.normpath(
                posixpath.join(folder, unquote(str(item.get("href") or "")))
            )
            for item in root.iter(f"{_OPF}item")
            if item.get("media-type") in _PAGES
        }
        hrefs = {str(item.get("id")): str(item.get("href")) for item in root.iter(f"{_OPF}item")}
        read: set[str] = set()
        for each in root.iter(f"{_OPF}itemref"):
            called = str(each.get("idref"))
            name_in = items.get(called)
            if name_in in read:
                continue
            data = packed.read(name_in) if name_in is not None else b""
            if name_in is None or not data.strip():
                self.not_there.append(hrefs.get(called, called))
                continue
            read.add(name_in)
            yield name_in, data

    def _style_sheets(self, packed: Packed, page: Any, name: str) -> str:
        """What the style sheets say that the page names."""
        folder = posixpath.dirname(name)
        css = ""
        for link in page.iter("link"):
            if "stylesheet" in str(link.get("rel") or "").lower():
                target = unquote(str(link.get("href") or ""))
                sheet = posixpath.normpath(posixpath.join(folder, target))
                if sheet not in self._sheets:
                    self._sheets[sheet] = packed.read(sheet).decode("utf-8", "replace")
                css += self._sheets[sheet]
        return css

    def _told_plainly(self, page: Any, name: str) -> None:
        """In `page` every name and link says which file it is of, and only notes and their marks
        say what they are."""
        for element in list(page.iter()):
            if not isinstance(element.tag, str):
                continue
            types = set(_popped(element, _TYPE, "epub:type").split())
            role = str(element.get("role") or "").removeprefix("doc-")
            if element.tag in _NO_TEXT or (element.tag == "nav" and types & _LISTS):
                self.lists = self.lists or element.tag == "nav"
                remove(element)
                continue
            own = element.attrib.pop("id", None) or element.attrib.pop("name", None)
            if own:
                element.set("id", f"{name}:{own}")
            target = str(element.get("href") or "")
            if element.tag == "a" and "#" in target and "://" not in target:
                file, _, place = unquote(target).partition("#")
                at = posixpath.normpath(posixpath.join(posixpath.dirname(name), file))
                element.set("href", f"#{at if file else name}:{place}")
            if types & _NOTES or role in _NOTES:
                element.set("class", UNMARKED_NOTE)
                element.tag = "div" if element.tag == "aside" else element.tag
            if "noteref" in types or role == "noteref":
                element.set("class", "noteref")

    def _notes(self) -> None:
        """What the book calls a note is named so, and raised is what it calls the mark of one."""
        named: dict[str, str] = {}
        for element in self.root.iter():
            if element.get("class") == UNMARKED_NOTE and element.get("id"):
                named[str(element.get("id"))] = f"note-{element.get('id')}"
                element.set("id", named[str(element.get("id"))])
        for link in self.root.iter("a"):
            target = str(link.get("href") or "").removeprefix("#")
            if target in named:
                link.set("href", f"#{named[target]}")
            if link.get("class") == "noteref" and link.find(".//sup") is None:
                raised = etree.Element("sup")
                raised.text, link.text = link.text, None
                raised.extend(list(link))
                link.append(raised)


def _popped(element: Any, *names: str) -> str:
    """What it says under the first of these names that it has; it has none of them then."""
    return next(filter(None, [str(element.attrib.pop(name, "")) for name in names]), "")


def _package(packed: Packed) -> "tuple[str, etree._Element] | None":
    container = packed.xml("META-INF/container.xml")
    for each in container.iter("{*}rootfile") if container is not None else ():
        name = str(each.get("full-path") or "")
        root = packed.xml(name)
        if root is not None:
            return name, root
    return None


def _page(data: bytes) -> Any:
    """The root of a page; None where there is nothing in it."""
    if not data.strip():
        return None
    try:
        return parse_xml(_ENTITY.sub(_plain_entity, data))
    except Refused:
        # Not all that sells as XHTML is: then as a browser reads it.
        parser = html.HTMLParser(no_network=True, encoding="utf-8")
        try:
            return html.document_fromstring(data, parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            return None


def _plain_entity(found: "re.Match[bytes]") -> bytes:
    """Signs by their names, which without a list of these nobody knows."""
    letters = entities.html5.get(found[1].decode("ascii") + ";")
    if found[1] in _XML or letters is None:
        return found[0]
    return "".join(f"&#{ord(letter)};" for letter in letters).encode()


def _inside(page: Any) -> str:
    body = page if page.tag == "body" else page.find(".//body")
    body = page if body is None else body
    body.tag = "div"
    return str(etree.tostring(body, method="html", encoding="unicode", with_tail=False))


def _append(body: Any, part: Any) -> None:
    if isinstance(part, str):
        paragraph = etree.SubElement(body, "p")
        paragraph.text = part
    else:
        body.append(part)
