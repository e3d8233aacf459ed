"""Projects of qualitative data analysis that come in (REFI-QDA: .qdpx, and .qdc for codes alone).

Programs count positions differently (`qda_positions.py`).
"""

import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from lxml import etree

from counterpoint.storage.foreign_xml import foreign_xml

from .qda_parts import BROKEN, MOST_DESCRIBED, Inside
from .qda_positions import Claimed, best_counting
from .qda_words import NotPlaced, beside_words, place_by_words
from .refusal import Reason, Refused

MOST = 2 * 2**30
"""Bytes of a project with its documents."""
_TEXT = 100 * 2**20
"""Bytes of one text in it."""
_DOCUMENT = 500 * 2**20
_MOST_DEPTH = 60
_SHOWN = 60
"""Code points of the name of a selection, where it is told."""
_OURS = "Counterpoint"
"""What the user is called in projects that we have written."""
_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Code(NamedTuple):
    guid: str
    name: str
    path: tuple[str, ...]
    """The names of those above it, and its own."""
    about: str
    notes: tuple[str, ...] = ()
    """Guids."""


class Memo(NamedTuple):
    name: str
    words: str
    """"" where they are in a document alone, or there are none."""
    document: tuple[str, bytes] | None = None
    """As of a source."""
    author: str = ""
    """Whose it is, as far as the project says so; "" where it says that it is ours."""


class Loose(NamedTuple):
    """A selection of a text that is there as a document alone: only its words can say where it
    is."""

    guid: str
    names: tuple[str, ...]
    """What it is named and described by."""
    length: int
    """As the file counts."""
    codes: tuple[str, ...]
    notes: tuple[str, ...]
    author: str = ""


class Selection(NamedTuple):
    """A stretch of a text. `words` are those that stand there, as far as that could be told."""

    guid: str
    words: str
    start: int
    """In code points of the text, by the way of counting that fits."""
    before: str
    after: str
    codes: tuple[str, ...]
    """Guids."""
    notes: tuple[str, ...]
    about: str = ""
    """What its name and its description say beside its words."""
    author: str = ""
    """Who coded it; where nobody is named, who selected it."""


class QdaSource(NamedTuple):
    guid: str
    name: str
    about: str
    text: str
    """"" where it has none."""
    document: tuple[str, bytes] | None
    """The ending and the bytes of a document that is no plain text, where it came along."""
    selections: tuple[Selection, ...]
    codes: tuple[str, ...]
    """Of the source as a whole."""
    notes: tuple[str, ...]
    loose: tuple[Loose, ...] = ()
    author: str = ""
    """Who brought it into the project."""


class QdaProject(NamedTuple):
    name: str
    codes: dict[str, Code]
    used: frozenset[str]
    """The guids of those that something is coded with."""
    sources: tuple[QdaSource, ...]
    about: str
    notes: dict[str, Memo]
    """By guid."""
    left_out: tuple[tuple[int, tuple[str, str]], ...]
    """What it has that does not come in: how many, with the noun for one and for more."""
    not_placed: tuple[tuple[str, str], ...]
    """Selections of which nobody can say where they are: which, and why."""
    author: str = ""
    """Who made it."""


def read_project(path: Path) -> QdaProject:
    """What is in a .qdpx or a .qdc. Raises Refused."""
    try:
        size = path.stat().st_size
        data = path.open("rb")
    except FileNotFoundError as error:
        raise Refused(Reason.NOT_THERE, "it is not there") from error
    except OSError as error:
        raise Refused(Reason.NOT_READABLE, f"it cannot be read ({error.strerror})") from error
    with data:
        if size > MOST:
            raise Refused(Reason.TOO_LARGE, f"it has more than {MOST // 2**30} GB")
        if path.suffix.casefold() == ".qdc":
            return _Reader(_parsed(data.read(MOST_DESCRIBED + 1)), None).project()
        try:
            packed = zipfile.ZipFile(data)
        except BROKEN as error:
            raise Refused(
                Reason.DAMAGED, "it is no project, or was not copied whole; get it again"
            ) from error
        with packed:
            inside = Inside(packed)
            return _Reader(_parsed(inside.description()), inside).project()


def _parsed(data: bytes) -> Any:
    """The root, with nothing fetched and no entity put in. Raises Refused."""
    if len(data) > MOST_DESCRIBED:
        raise Refused(Reason.TOO_LARGE_INSIDE, "its description is larger than we take")
    try:
        root = foreign_xml(data)
    except etree.XMLSyntaxError as error:
        if "huge" in str(error).casefold():  # of what is too deep or too long for it
            raise Refused(
                Reason.TOO_LARGE_INSIDE, "its description is nested deeper, or longer, than we take"
            ) from error
        raise Refused(
            Reason.DAMAGED,
            f"its description is damaged: line {error.lineno or 1} is no XML; export it again from "
            "where it came",
        ) from error
    except ValueError as error:
        raise Refused(
            Reason.DAMAGED, "its description is damaged; export it again from where it came"
        ) from error
    if _name(root) not in ("Project", "CodeBook"):
        raise Refused(Reason.UNKNOWN_KIND, "it is neither a project nor a codebook")
    return root


class _Reader:
    def __init__(self, root: Any, inside: Inside | None) -> None:
        self._root = root
        self._inside = inside
        self._left_out: Counter[tuple[str, str]] = Counter()
        self._not_placed: list[tuple[str, str]] = []
        self._astray: list[str] = []
        """The memos of those of the source that is being read."""
        self._users = {
            _guid(user): " ".join((user.get("name") or user.get("id") or "").split())
            for group in _all(root, "Users")
            for user in _all(group, "User")
        }
        names = set(filter(None, self._users.values()))
        self._only = "" if len(names) != 1 or _OURS in names else names.pop()
        """Who made all of it, where a single person worked on it."""

    def project(self) -> QdaProject:
        root = self._root
        books = [root] if _name(root) == "CodeBook" else _all(root, "CodeBook")
        codes: dict[str, Code] = {}
        for book in books:
            for group in _all(book, "Codes"):
                self._codes(group, (), codes)
        notes: dict[str, Memo] = {}
        for group in _all(root, "Notes"):
            for note in _all(group, "Note"):
                notes[_guid(note)] = self._memo(note)
                self._left_out[_nouns("selection", " in memos")] += len(
                    _all(note, "PlainTextSelection")
                )
        sources = tuple(
            source
            for group in _all(root, "Sources")
            for element in group
            if isinstance(element.tag, str) and (source := self._source(element)) is not None
        )
        for tag, what in (
            ("Cases", "case"),
            ("Variables", "variable"),
            ("Sets", "set"),
            ("Graphs", "graph"),
            ("Links", "link"),
        ):
            for group in _all(root, tag):
                self._left_out[_nouns(what)] += len(group)
        return QdaProject(
            name=root.get("name", "") or root.get("origin", ""),
            about=_child_text(root, "Description"),
            codes=codes,
            used=frozenset(
                guid for coding in root.iter("{*}Coding") for guid in _targets(coding, "CodeRef")
            ),
            sources=sources,
            notes=notes,
            left_out=tuple((count, what) for what, count in self._left_out.items() if count),
            not_placed=tuple(self._not_placed),
            author=self._author(root, "creatingUserGUID"),
        )

    def _author(self, element: Any, key: str = "creatingUser") -> str:
        """Whose it is. What we made and somebody else wrote over is theirs."""
        made = _plain_guid(element.get(key, ""))
        if not made:
            return self._only
        if self._users.get(made) == _OURS:
            made = _plain_guid(element.get("modifyingUser", ""))
        name = self._users.get(made, "")
        return "" if name == _OURS else name

    def _coder(self, selection: Any) -> str:
        codings = _all(selection, "Coding")
        names = [self._author(each) for each in codings if each.get("creatingUser")]
        return " and ".join(dict.fromkeys(filter(None, names))) or self._author(selection)

    def _codes(self, parent: Any, above: tuple[str, ...], found: dict[str, Code]) -> None:
        if len(above) > _MOST_DEPTH:
            self._left_out[_nouns("code", " nested too deep")] += 1
            return
        for code in _all(parent, "Code"):
            name = " ".join(code.get("name", "").split()) or "unnamed"
            path = (*above, name)
            about, notes = _child_text(code, "Description"), _targets(code, "NoteRef")
            found[_guid(code)] = Code(_guid(code), name, path, about, notes)
            self._codes(code, path, found)

    def _memo(self, note: Any) -> Memo:
        words = self._text_of(note)
        rich = note.get("richTextPath", "")
        document = self._document(rich) if rich and not words.strip() else None
        parts = (_child_text(note, "Description"), words)
        return Memo(
            " ".join(note.get("name", "").split()),
            "\n\n".join(part for part in parts if part.strip()),
            document,
            self._author(note),
        )

    def _source(self, element: Any) -> QdaSource | None:
        match _name(element):
            case "TextSource":
                return self._text_source(element)
            case "PDFSource":
                return self._pdf_source(element)
            case "PictureSource":
                self._left_out[_nouns("picture")] += 1
            case "AudioSource" | "VideoSource":
                self._left_out[_nouns("recording")] += 1
        return None

    def _text_source(self, element: Any) -> QdaSource:
        text = self._text_of(element)
        document = None
        rich = element.get("richTextPath", "")
        if not text and rich:
            document = self._document(rich)
        return self._made(element, text, document)

    def _pdf_source(self, element: Any) -> QdaSource:
        self._left_out[_nouns("selection", " by the place on a PDF’s page")] += len(
            _all(element, "PDFSelection")
        )
        document = self._document(element.get("path", "") or element.get("currentPath", ""))
        representation = next(iter(_all(element, "Representation")), None)
        if representation is None:
            return self._made(element, "", document)
        text = self._text_of(representation)
        selections = self._selections(representation, text) if text or not document else ()
        made = self._made(element, "" if document else text, document)
        loose = self._loose(representation) if document and not text else ()
        return made._replace(selections=selections, loose=loose)

    def _made(self, element: Any, text: str, document: tuple[str, bytes] | None) -> QdaSource:
        loose = self._loose(element) if document and not text else ()
        selections = () if loose else self._selections(element, text)
        astray, self._astray = self._astray, []
        return QdaSource(
            guid=_guid(element),
            name=" ".join(element.get("name", "").split()) or "source",
            about=_child_text(element, "Description"),
            text=text,
            document=document,
            selections=selections,
            codes=tuple(_codings(element)),
            notes=(*_memos(element), *astray),
            loose=loose,
            author=self._author(element),
        )

    def _loose(self, element: Any) -> tuple[Loose, ...]:
        return tuple(
            Loose(
                _guid(selection),
                (selection.get("name", ""), _child_text(selection, "Description")),
                _claimed(selection)[1] - _claimed(selection)[0],
                tuple(_codings(selection)),
                tuple(_memos(selection)),
                self._coder(selection),
            )
            for selection in _all(element, "PlainTextSelection")
        )

    def _document(self, path: str) -> tuple[str, bytes] | None:
        name = self._inside.find(path) if self._inside is not None and path else ""
        if not name or self._inside is None:
            self._left_out[_nouns("document", " that did not come along")] += 1
            return None
        return PurePosixPath(name).suffix.casefold(), self._inside.read(name, _DOCUMENT)

    def _text_of(self, element: Any) -> str:
        """As its positions count it: with its own line ends."""
        content = next(iter(_all(element, "PlainTextContent")), None)
        if content is not None and content.text:
            return str(content.text)
        path = element.get("plainTextPath", "")
        name = self._inside.find(path) if self._inside is not None and path else ""
        if not name or self._inside is None:
            if path:
                self._left_out[_nouns("text", " that did not come along")] += 1
            return ""
        data = self._inside.read(name, _TEXT)
        for encoding in ("utf-8-sig", "utf-16") if data[:2] in _MARKS else ("utf-8-sig",):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
        return data.decode("cp1252", "replace")

    def _selections(self, element: Any, text: str) -> tuple[Selection, ...]:
        found = _all(element, "PlainTextSelection")
        if not found:
            return ()
        if not text:
            self._left_out[_nouns("selection", " of texts that did not come along")] += len(found)
            return ()
        counting = best_counting(text, [_claimed(selection) for selection in found])
        made = []
        for selection in found:
            start, end, _ = _claimed(selection)
            names = (selection.get("name", ""), _child_text(selection, "Description"))
            try:
                place = place_by_words(text, (counting(start), counting(end)), names)
            except NotPlaced as error:
                where = " ".join((names[0] or names[1] or _guid(selection)).split())
                shown = where if len(where) <= _SHOWN else f"{where[: _SHOWN - 1]}…"
                self._not_placed.append((f"{element.get('name', '')}: “{shown}”", str(error)))
                self._astray += _memos(selection)
                continue
            words = text[place[0] : place[1]]
            made.append(
                Selection(
                    guid=_guid(selection),
                    words=words,
                    start=place[0],
                    before=text[max(0, place[0] - 32) : place[0]],
                    after=text[place[1] : place[1] + 32],
                    codes=tuple(_codings(selection)),
                    notes=tuple(_memos(selection)),
                    about="\n\n".join(beside_words(words, names, element.get("name", ""))),
                    author=self._coder(selection),
                )
            )
        return tuple(made)


def _nouns(noun: str, rest: str = "") -> tuple[str, str]:
    return f"{noun}{rest}", f"{noun}s{rest}"


def _claimed(selection: Any) -> Claimed:
    try:
        start, end = int(selection.get("startPosition", "")), int(selection.get("endPosition", ""))
    except ValueError:
        return -1, -1, ""
    return start, end, selection.get("name", "") or _child_text(selection, "Description")


def _codings(element: Any) -> Iterator[str]:
    for coding in _all(element, "Coding"):
        yield from _targets(coding, "CodeRef")


def _memos(element: Any) -> Iterator[str]:
    """Those on it, and on what it is coded with."""
    for each in (element, *_all(element, "Coding")):
        yield from _targets(each, "NoteRef")


def _targets(element: Any, tag: str) -> tuple[str, ...]:
    found = (_plain_guid(each.get("targetGUID", "")) for each in _all(element, tag))
    return tuple(guid for guid in found if guid)


def _all(element: Any, tag: str) -> list[Any]:
    return [child for child in element if isinstance(child.tag, str) and _name(child) == tag]


def _child_text(element: Any, tag: str) -> str:
    found = _all(element, tag)
    return str(found[0].text or "").strip() if found else ""


def _name(element: Any) -> str:
    return str(etree.QName(element).localname)


def _guid(element: Any) -> str:
    return _plain_guid(element.get("guid", ""))


def _plain_guid(guid: str) -> str:
    return guid.strip().strip("{}").casefold()
