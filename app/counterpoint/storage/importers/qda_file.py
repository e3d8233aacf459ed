"""Projects of qualitative data analysis that come in (REFI-QDA: .qdpx, and .qdc for codes alone).

Programs count positions differently: in code points, in the units of UTF-16, with a line end as one
or as two. So each way of counting is tried, and the words that a selection is named by decide.
"""

import zipfile
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from lxml import etree

from .refusal import Reason, Refused

MOST = 2 * 2**30
"""Bytes of a project with its documents."""
_PROJECT = 200 * 2**20
"""Bytes of its description, unpacked."""
_TEXT = 100 * 2**20
"""Bytes of one text in it."""
_DOCUMENT = 500 * 2**20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError)
_MOST_DEPTH = 60


class Code(NamedTuple):
    guid: str
    name: str
    path: tuple[str, ...]
    """The names of those above it, and its own."""
    about: str


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


class QdaProject(NamedTuple):
    name: str
    codes: dict[str, Code]
    sources: tuple[QdaSource, ...]
    notes: dict[str, tuple[str, str]]
    """Name and words, by guid."""
    general: tuple[str, ...]
    """The notes on the project as a whole."""
    left_out: tuple[str, ...]
    """What it has that does not come in, each a phrase with a number."""


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
            return _Reader(_parsed(data.read(_PROJECT + 1)), None).project()
        try:
            packed = zipfile.ZipFile(data)
        except _BROKEN as error:
            raise Refused(
                Reason.DAMAGED, "it is no project, or was not copied whole; get it again"
            ) from error
        with packed:
            inside = Inside(packed)
            return _Reader(_parsed(inside.description()), inside).project()


class Inside:
    """The parts of a .qdpx. Nothing is unpacked to the disk."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self._names = {_folded(name): name for name in packed.namelist()}

    def description(self) -> bytes:
        """Raises Refused."""
        for folded, name in self._names.items():
            if folded.endswith(".qde") and "/" not in folded:
                return self.read(name, _PROJECT)
        raise Refused(Reason.UNKNOWN_KIND, "it is no project: it has no project.qde")

    def find(self, path: str) -> str:
        """The part that an address as `internal://x.txt` or `relative:///sources/x.txt` means,
        whatever its capitals; "" where there is none."""
        name = path.partition("://")[2] if "://" in path else path
        name = name.lstrip("/")
        tail = PurePosixPath(name.replace("\\", "/")).name
        for candidate in (f"sources/{name}", name, f"sources/{tail}", tail):
            found = self._names.get(_folded(candidate))
            if found is not None:
                return found
        return ""

    def read(self, name: str, most: int) -> bytes:
        """Raises Refused."""
        try:
            with self._packed.open(name) as part:
                data = part.read(most + 1)
        except _BROKEN as error:
            raise Refused(Reason.DAMAGED, f"{name} is damaged in it; get it again") from error
        if len(data) > most:
            raise Refused(Reason.TOO_LARGE_INSIDE, f"{name} is larger than we take")
        return data


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("./").casefold()


def _parsed(data: bytes) -> Any:
    """The root, with nothing fetched and no entity put in. Raises Refused."""
    if len(data) > _PROJECT:
        raise Refused(Reason.TOO_LARGE_INSIDE, "its description is larger than we take")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=False
    )
    try:
        root = etree.fromstring(data.removeprefix(b"\xef\xbb\xbf"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(Reason.DAMAGED, f"its description is damaged ({error})") from error
    if _name(root) not in ("Project", "CodeBook"):
        raise Refused(Reason.UNKNOWN_KIND, "it is neither a project nor a codebook")
    return root


class _Reader:
    def __init__(self, root: Any, inside: Inside | None) -> None:
        self._root = root
        self._inside = inside
        self._left_out: Counter[str] = Counter()

    def project(self) -> QdaProject:
        root = self._root
        books = [root] if _name(root) == "CodeBook" else _all(root, "CodeBook")
        codes: dict[str, Code] = {}
        for book in books:
            for group in _all(book, "Codes"):
                self._codes(group, (), codes)
        notes: dict[str, tuple[str, str]] = {}
        for group in _all(root, "Notes"):
            for note in _all(group, "Note"):
                words = self._text_of(note)
                notes[_guid(note)] = (note.get("name", ""), words)
                self._left_out["selections in memos"] += len(_all(note, "PlainTextSelection"))
        sources = tuple(
            source
            for group in _all(root, "Sources")
            for element in group
            if isinstance(element.tag, str) and (source := self._source(element)) is not None
        )
        for tag, what in (
            ("Cases", "cases"),
            ("Variables", "variables"),
            ("Sets", "sets"),
            ("Graphs", "maps and graphs"),
            ("Links", "links"),
        ):
            for group in _all(root, tag):
                self._left_out[what] += len(group)
        return QdaProject(
            name=root.get("name", "") or root.get("origin", ""),
            codes=codes,
            sources=sources,
            notes=notes,
            general=_targets(root, "NoteRef"),
            left_out=tuple(f"{count:,} {what}" for what, count in self._left_out.items() if count),
        )

    def _codes(self, parent: Any, above: tuple[str, ...], found: dict[str, Code]) -> None:
        if len(above) > _MOST_DEPTH:
            self._left_out["codes nested too deep"] += 1
            return
        for code in _all(parent, "Code"):
            name = " ".join(code.get("name", "").split()) or "unnamed"
            path = (*above, name)
            found[_guid(code)] = Code(_guid(code), name, path, _child_text(code, "Description"))
            self._codes(code, path, found)

    def _source(self, element: Any) -> QdaSource | None:
        match _name(element):
            case "TextSource":
                return self._text_source(element)
            case "PDFSource":
                return self._pdf_source(element)
            case "PictureSource":
                self._left_out["pictures"] += 1
            case "AudioSource" | "VideoSource":
                self._left_out["recordings"] += 1
        return None

    def _text_source(self, element: Any) -> QdaSource:
        text = self._text_of(element)
        document = None
        rich = element.get("richTextPath", "")
        if not text and rich:
            document = self._document(rich)
        return self._made(element, text, document)

    def _pdf_source(self, element: Any) -> QdaSource:
        self._left_out["selections by their place on a PDF’s page"] += len(
            _all(element, "PDFSelection")
        )
        document = self._document(element.get("path", "") or element.get("currentPath", ""))
        representation = next(iter(_all(element, "Representation")), None)
        if representation is None:
            return self._made(element, "", document)
        text = self._text_of(representation)
        selections = self._selections(representation, text)
        made = self._made(element, "" if document else text, document)
        return made._replace(selections=selections)

    def _made(self, element: Any, text: str, document: tuple[str, bytes] | None) -> QdaSource:
        return QdaSource(
            guid=_guid(element),
            name=" ".join(element.get("name", "").split()) or "source",
            about=_child_text(element, "Description"),
            text=text,
            document=document,
            selections=self._selections(element, text),
            codes=tuple(_codings(element)),
            notes=_targets(element, "NoteRef"),
        )

    def _document(self, path: str) -> tuple[str, bytes] | None:
        name = self._inside.find(path) if self._inside is not None and path else ""
        if not name or self._inside is None:
            self._left_out["documents that did not come along"] += 1
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
                self._left_out["texts that did not come along"] += 1
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
            self._left_out["selections of texts that did not come along"] += len(found)
            return ()
        counting = best_counting(text, [_claimed(selection) for selection in found])
        made = []
        for selection in found:
            start, end, _ = _claimed(selection)
            place = counting(start), counting(end)
            if not 0 <= place[0] < place[1] <= len(text):
                self._left_out["selections outside of their text"] += 1
                continue
            made.append(
                Selection(
                    guid=_guid(selection),
                    words=text[place[0] : place[1]],
                    start=place[0],
                    before=text[max(0, place[0] - 32) : place[0]],
                    after=text[place[1] : place[1] + 32],
                    codes=tuple(_codings(selection)),
                    notes=_targets(selection, "NoteRef"),
                )
            )
        return tuple(made)


_MARKS = (b"\xff\xfe", b"\xfe\xff")
_Claimed = tuple[int, int, str]
Counting = Callable[[int], int]


def best_counting(text: str, claimed: list[_Claimed]) -> Counting:
    """The way of counting by which most selections stand at the words that they are named by; where
    they are named otherwise, at the edges of words. It makes a position of the file one in code
    points of `text`."""
    ways = [_identity, _from_units(text)]
    if "\r\n" in text:
        ways += [_with_line_ends(text, one=True), _from_units(text, line_end=1)]
    elif "\n" in text:
        ways += [_with_line_ends(text, one=False), _from_units(text, line_end=2)]
    scores = [sum(_fits(text, way, each) for each in claimed) for way in ways]
    return ways[scores.index(max(scores))]


def _fits(text: str, way: Counting, claimed: _Claimed) -> int:
    start, end, name = claimed
    first, last = way(start), way(end)
    if not 0 <= first < last <= len(text):
        return -4
    words = " ".join(text[first:last].split())
    named = " ".join(name.rstrip("…. ").split())
    if len(named) > 3 and words.startswith(named[:60]):
        return 8
    starts = not words[:1].isspace() and (first == 0 or not text[first - 1].isalnum())
    ends = last == len(text) or not (text[last - 1].isalnum() and text[last].isalnum())
    return int(starts) + int(ends)


def _identity(position: int) -> int:
    return position


def _from_units(text: str, line_end: int = 0) -> Counting:
    """Positions in units of UTF-16; a line end as `line_end` of them, 0 for as it stands."""
    jumps: list[tuple[int, int]] = []  # from which position on, by how much less
    less = at = 0
    for sign in text:
        width = 2 if ord(sign) > 0xFFFF else 1
        if line_end == 2 and sign == "\n":
            width = 2
        elif line_end == 1 and sign == "\r":
            width = 0
        at += width
        if width != 1:
            less += width - 1
            jumps.append((at, less))
    return _shifted(jumps)


def _with_line_ends(text: str, *, one: bool) -> Counting:
    """Positions in code points, with each line end as one, or as two."""
    jumps: list[tuple[int, int]] = []
    less = at = 0
    for sign in text:
        width = 1
        if one and sign == "\r":
            width = 0
        elif not one and sign == "\n":
            width = 2
        at += width
        if width != 1:
            less += width - 1
            jumps.append((at, less))
    return _shifted(jumps)


def _shifted(jumps: list[tuple[int, int]]) -> Counting:
    places = [place for place, _ in jumps]

    def counting(position: int) -> int:
        index = bisect_right(places, position) - 1
        return position - jumps[index][1] if index >= 0 else position

    return counting


def _claimed(selection: Any) -> _Claimed:
    try:
        start, end = int(selection.get("startPosition", "")), int(selection.get("endPosition", ""))
    except ValueError:
        return -1, -1, ""
    return start, end, selection.get("name", "") or _child_text(selection, "Description")


def _codings(element: Any) -> Iterator[str]:
    for coding in _all(element, "Coding"):
        yield from _targets(coding, "CodeRef")


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
