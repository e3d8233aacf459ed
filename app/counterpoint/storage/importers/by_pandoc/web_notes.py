"""The notes of a web page, joined to their marks: those that Pandoc, Word, Google Docs and
encyclopaedias write, and whatever else leads to a note by a link and back again.

HTML has no footnotes; a mark is a link to a place further down. Pandoc keeps both apart, so that a
mark would be a figure at the end of a word and a note a paragraph of the text.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml import etree, html

from counterpoint.domain.counting import counted
from counterpoint.storage.importers.text.phrases import quoted

from .packed import words_of
from .pandoc_tree import NOTE_MARK, Note, note_mark

_LABEL = re.compile(
    r"[\[(]?((?:[a-z]{1,5}\.? )?\d{1,4}|[a-z]{1,2}|[ivxl]{1,7}|[*†‡§¶]{1,3})[\])]?", re.IGNORECASE
)
_NAMED = re.compile(r"note|ftn|edn|fn|cite|refer", re.IGNORECASE)
_BACK = re.compile(
    r"[\W\d_]*|[a-z]{1,2}|jump up.*|back.*|return.*|zurück.*|retour.*", re.IGNORECASE
)
_BLOCKS = ("li", "p", "div", "aside", "dd")
_WRAPPERS = ("li", "div", "aside", "dd")
_DEEP = 3
"""So many elements may stand between a link and what is named or raised."""
_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SEEN = ("img", "svg", "picture", "math", "table")
_NO_WORDS = ("style", "script", "template")


class _Mark(NamedTuple):
    link: Any
    label: str
    body: Any


class TakenOut(NamedTuple):
    notes: list[str]
    """Each as HTML that begins with its mark in a paragraph of its own, for `notes_of`."""
    heads: list[str]
    """The words of headings below which nothing but notes stood."""


def take_out_notes(root: "html.HtmlElement") -> TakenOut:
    """In `root` the notes are gone, and a mark that no reader sees stands in the place of each link
    to one. What does not lead to a note for certain stays."""
    marks = list(_marks(root))
    bodies: dict[Any, int] = {}
    for mark in marks:
        bodies.setdefault(mark.body, len(bodies))
    labels = {bodies[mark.body]: mark.label for mark in reversed(marks)}
    back = {name for mark in marks for name in _names_at(mark.link)}
    for mark in marks:
        _put(mark.link, note_mark(bodies[mark.body], mark.label))
    heads = _heads_above(root, bodies)
    notes = [
        _note(body, note_mark(nth, labels[nth]), labels[nth], back) for body, nth in bodies.items()
    ]
    return TakenOut(notes, _without_empty(root, heads))


def _heads_above(root: "html.HtmlElement", bodies: Collection[Any]) -> dict[Any, None]:
    """The headings that stand next above notes."""
    found: dict[Any, None] = {}
    last: Any = None
    for element in root.iter() if bodies else ():
        if element.tag in _HEADS:
            last = element
        elif element in bodies and last is not None:
            found[last] = None
    return found


def _without_empty(root: "html.HtmlElement", above_notes: Collection[Any]) -> list[str]:
    """Takes those of the headings out below which there is nothing up to the next one that is as
    high, and those above them below which there is nothing then."""
    heads = _heads(root) if above_notes else []
    wanted = [head in above_notes for head, _ in heads]
    gone: list[Any] = []
    next_level = ""
    for at in range(len(heads) - 1, -1, -1):
        head, bare = heads[at]
        if not (bare and wanted[at] and next_level <= head.tag):
            next_level = head.tag
            continue
        gone.append(head)
        if at and heads[at - 1][0].tag < head.tag:
            wanted[at - 1] = True
    said = [words_of(head) for head in reversed(gone)]
    for head in gone:
        head.drop_tree()
    return [*filter(None, said)]


def _heads(root: "html.HtmlElement") -> list[tuple[Any, bool]]:
    """All headings in order, and whether nothing stands between each and the next."""
    found: list[tuple[Any, bool]] = []
    within: Any = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        said = ""
        if event == "start" and within is None and isinstance(element.tag, str):
            if element.tag in _HEADS:
                found.append((element, True))
                within = element
            else:
                said = "." if element.tag in _SEEN else element.text or ""
        elif event != "start":
            within = None if element is within else within
            said = element.tail or "" if within is None else ""
        if found and said.strip():
            found[-1] = found[-1][0], False
    return found


def headings_told(heads: Sequence[str]) -> list[str]:
    """What is to be told of headings below which nothing but notes stood."""
    if not heads:
        return []
    return [f"{counted(len(heads), 'heading')} with nothing but notes below: {quoted(heads)}"]


def notes_of(tree: dict[str, Any]) -> dict[int, Note]:
    """The notes that stand at the end of Pandoc's tree, which are taken out of it."""
    blocks: list[dict[str, Any]] = []
    found: dict[int, Note] = {}
    into = blocks
    for block in tree["blocks"]:
        begins = _begins_note(block)
        if begins is not None:
            into = []
            found[int(begins[1])] = Note(begins[2], into)
        else:
            into.append(block)
    tree["blocks"] = blocks
    return found


def without_marks(text: str) -> str:
    """`text` without the marks that were put into it."""
    return NOTE_MARK.sub("", text)


def _begins_note(block: Mapping[str, Any]) -> "re.Match[str] | None":
    inlines = block.get("c") if block["t"] in ("Para", "Plain") else None
    if not inlines or any(each["t"] not in ("Str", "Space") for each in inlines):
        return None
    return NOTE_MARK.fullmatch("".join(str(each.get("c", " ")) for each in inlines))


def _marks(root: "html.HtmlElement") -> Iterator[_Mark]:
    """The links that lead to a note, and where that is one block that holds no other."""
    places = _places(root)
    links = [(link, label) for link in root.iter("a") if (label := _label_of(link))]
    leading = [(link, label, places[_target(link)]) for link, label in links
               if _target(link) in places]  # fmt: skip
    links_to: dict[Any, list[Any]] = {}
    for link, _, place in leading:
        links_to.setdefault(place, []).append(link)
    order = {element: nth for nth, element in enumerate(root.iter())}
    for link, label, place in leading:
        body = _body(place, links_to.keys())
        if body is None or order[body] < order[link]:
            continue
        if any(_holds(body, each) for each in links_to[place]):
            continue
        named = _NAMED.search(_target(link)) or words_of(body).lstrip("[(").startswith(label)
        if _leads_back(body, set(_names_at(link))) or (named and _is_raised(link)):
            yield _Mark(link, label, body)


def _label_of(link: Any) -> str:
    """What a link to a note says; "" where it is none."""
    found = _LABEL.fullmatch(words_of(link)) if _target(link) else None
    if found is None:
        return ""
    bracketed = not found[0][0].isalnum() and found[0] != found[1]
    said = f"{link.get('class') or ''} {link.get('role') or ''} {link.get('id') or ''}"
    if bracketed or _is_raised(link) or _NAMED.search(said):
        return found[1].replace(" ", "\u00a0")  # a space would part the mark
    return ""


def _is_raised(link: Any) -> bool:
    if "vertical-align:super" in str(link.get("style") or "").replace(" ", ""):
        return True
    inside = "".join(map(words_of, link.iter("sup")))
    if inside.replace(" ", "") == words_of(link).replace(" ", ""):
        return True
    if any("FootnoteReference" in str(each.get("class") or "") for each in link.iter("span")):
        return True
    return any(each.tag == "sup" for each in _above(link))


def _above(element: Any) -> list[Any]:
    return [each for each, _ in zip(element.iterancestors(), range(_DEEP), strict=False)]


def _target(link: Any) -> str:
    return unquote(str(link.get("href") or "").partition("#")[2])


def _places(root: "html.HtmlElement") -> dict[str, Any]:
    """The elements by their names. Where two have the same, it is nobody's."""
    found: dict[str, Any] = {}
    twice: set[str] = set()
    for element in root.iter():
        names = (element.get("id"), element.get("name")) if isinstance(element.tag, str) else ()
        for name in filter(None, dict.fromkeys(names)):
            if found.setdefault(str(name), element) is not element:
                twice.add(str(name))
    return {name: element for name, element in found.items() if name not in twice}


def _names_at(link: Any) -> Iterator[str]:
    """Under which a note may lead back to its mark."""
    for element in (link, *link.iter(), *_above(link)):
        for key in ("id", "name"):
            name = element.get(key)
            if name:
                yield str(name)


def _body(place: Any, targets: Collection[Any]) -> Any:
    """The block that begins with `place`, with what holds nothing else; None where it holds other
    notes too."""
    body = place
    while body is not None and body.tag not in _BLOCKS:
        body = body.getparent()
    if body is None or _others_in(body, place, targets):
        return None
    while True:
        outer = body.getparent()
        if outer is None or outer.tag not in _WRAPPERS or _others_in(outer, place, targets):
            return body
        named = " ".join(str(outer.get(key) or "") for key in ("id", "class", "style"))
        alone = sum(isinstance(each.tag, str) for each in outer) == 1
        if outer.tag == "div" and not alone and not _ONE_NOTE.search(named):
            return body
        body = outer


_ONE_NOTE = re.compile(
    r"mso-element:\s*(?:foot|end)note\b(?!-)|\b(?:ftn|edn|fn)-?\d", re.IGNORECASE
)


def _others_in(body: Any, place: Any, targets: Collection[Any]) -> bool:
    return any(each in targets and each is not place for each in body.iter())


def _holds(outer: Any, inner: Any) -> bool:
    return inner is outer or any(each is outer for each in inner.iterancestors())


def _leads_back(body: Any, names: set[str]) -> bool:
    return any(_target(link) in names for link in body.iter("a"))


def _put(link: Any, mark: str) -> None:
    """In the place of a link, and of what raises or brackets it alone."""
    element = link
    for outer in _above(link):
        if outer.tag not in ("sup", "span") or words_of(outer) not in (
            words_of(link),
            f"[{words_of(link)}]",
        ):
            break
        element = outer
    bare = etree.Element("span")
    bare.text, bare.tail = mark, element.tail
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, bare)


def _note(body: Any, mark: str, label: str, back: set[str]) -> str:
    for each in list(body.iter(*_NO_WORDS)):
        each.drop_tree()
    for link in list(body.iter("a")):
        words = words_of(link).strip("[]()")
        if _target(link) in back and (words == label or _BACK.fullmatch(words)):
            link.drop_tree()
    _without_sign(body, label)
    body.drop_tree()
    body.tag = "div"
    body.attrib.clear()
    return f"<p>{mark}</p>" + str(html.tostring(body, encoding="unicode", with_tail=False))


def _without_sign(body: Any, label: str) -> None:
    """A note that begins with its own label, or with signs that led back, begins with its words."""
    raised = next(
        (each for each in body.iter("sup") if words_of(each).strip("[]()") == label), None
    )
    if raised is not None and words_of(body).startswith(words_of(raised)):
        raised.drop_tree()
    own = rf"\^|[\[(]?(?:{re.escape(label)})?[\])]?[.:)]?"  # a link may have held the label itself
    sign = re.compile(rf"\s*(?:(?:{own})(?=\s|$))?\s*")
    for element in body.iter():
        if element.text and not element.text.isspace():
            found = sign.match(element.text)
            element.text = element.text[found.end() if found else 0 :]
            return
        if element is not body and element.tail and not element.tail.isspace():
            found = sign.match(element.tail) if not len(element) else None
            element.tail = element.tail[found.end() if found else 0 :]
            return
