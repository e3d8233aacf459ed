"""Pandoc's tree of a document, as paragraphs."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, NamedTuple

from counterpoint.domain.source import FurnitureKind
from counterpoint.storage.importers.refusal import too_deep
from counterpoint.storage.importers.text.text_builder import Paragraph, Run

from .inline_words import bare_words, plain_words
from .list_signs import numbered
from .raised import lowered, raised
from .table_rows import holds_much, in_columns, in_lines, without_bare

PAGE_MARK = "\U0010fb0c"
"""Put into a document before Pandoc reads it, where a page ends."""
NOTE_MARK = re.compile("\U0010fb0d(\\d+):([^\U0010fb0e]*)\U0010fb0e")
"""Put in the place of a note's mark where Pandoc would not know it for one."""
_NUMBER = re.compile("\U0010fb12([^\U0010fb13]*)\U0010fb13")
_BLANK = "\U0010fb14"
UNMARKED_NOTE = "counterpoint-unmarked-note"
"""The class of a part that is a note, though nothing may lead to it."""
NO_SIGN = "\U0010fb0f"
"""Put before an entry of a list that shows no sign."""
MARKS = re.compile(f"{PAGE_MARK}|{NO_SIGN}|{NOTE_MARK.pattern}")
"""All that is put into a document, which no reader is to see."""
_CELLS = " | "
_BULLET = "• "

_STOPS = frozenset(".,;:!?…")
_NOTE_MARK = re.compile(r"\[?(?:\d{1,4}|[*†‡§]{1,3}|[a-z])\]?")
_WORDS = ("Str", "Space", "Emph", "Strong", "Span", "SmallCaps", "Underline")

Node = dict[str, Any]


class Note(NamedTuple):
    """A note that stands apart: what its mark says, and its blocks."""

    label: str
    blocks: list[Node]


def note_mark(number: int, label: str) -> str:
    """Stands for the mark of the note of this number."""
    return f"\U0010fb0d{number}:{label}\U0010fb0e"


def printed_number(words: str) -> str:
    """Stands at the beginning of a paragraph for the number that is printed before it, if any, in
    the place of what Pandoc makes of it."""
    return f"\U0010fb12{words.replace(' ', _BLANK)}\U0010fb13"


def without_number(words: str) -> str:
    """The words of a paragraph without the number that was put before them."""
    return _NUMBER.sub("", words, count=1) if words.startswith("\U0010fb12") else words


@dataclass(slots=True)
class Walk:
    """What is gathered on the way through a tree."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    pictures: int = 0
    formulas: int = 0
    raw: int = 0
    """Pieces of another language, as a script in Markdown, which are left out."""
    struck: list[str] = field(default_factory=list)
    """Words that are struck out, which are left out."""
    heard: list[str] = field(default_factory=list)
    """All words of the document's own as they stand in it, also those that are struck out."""
    page: int = -1
    notes: dict[int, Note] = field(default_factory=dict)
    """Those that stand apart and are not told of yet, by their numbers."""
    _notes: int = 0
    _waiting: list[tuple[str, list[Node]]] = field(default_factory=list)
    """Footnotes whose marks stand in the paragraph that is being read."""
    _runs: list[Run] = field(default_factory=list)
    _lists: int = 0
    """Within how many lists what is being read stands."""
    _quotes: int = 0
    _said: list[str] = field(default_factory=list)
    """Words that stand after them on this page, which are to be one run."""

    def blocks(
        self, nodes: list[Node], prefix: str = "", kind: FurnitureKind | None = None
    ) -> None:
        """`prefix` stands before the first paragraph, as the sign of a list's entry does."""
        for node in nodes:
            self._block(node, prefix, kind)
            prefix = ""

    def _block(self, node: Node, prefix: str, kind: FurnitureKind | None) -> None:
        content: Any = node.get("c")
        match node["t"]:
            case "Para" | "Plain":
                self._paragraph(content, prefix, kind)
            case "Header":
                level, _, inlines = content
                self._paragraph(inlines, prefix, None, level)
            case "LineBlock":
                lines: list[Node] = []
                for line in content:
                    lines += [*line, {"t": "LineBreak"}]
                self._paragraph(lines, prefix, kind)
            case "CodeBlock":
                self._paragraph([{"t": "Str", "c": content[1]}], prefix, kind)
            case "BlockQuote":
                self._quotes += 1
                self.blocks(content, prefix, kind)
                self._quotes -= 1
            case "Div":
                unmarked = UNMARKED_NOTE in content[0][1]
                self.blocks(content[1], prefix, FurnitureKind.FOOTNOTE if unmarked else kind)
            case "Figure":
                _, (_, caption), inside = content
                self.blocks(inside, prefix, kind)
                self.blocks(caption, "", FurnitureKind.CAPTION)
            case "BulletList":
                self._entries(((_BULLET, item) for item in content), prefix, kind)
            case "OrderedList":
                (start, style, delimiter), items = content
                signs = (numbered(n, style["t"], delimiter["t"]) for n in count(start))
                self._entries(zip(signs, items, strict=False), prefix, kind)
            case "DefinitionList":
                for term, meanings in content:
                    self._paragraph(term, prefix, kind)
                    for meaning in meanings:
                        self.blocks(meaning, "", kind)
            case "Table":
                self._table(content, kind)
            case "RawBlock":
                self.raw += _says_something(content[1])

    def _entries(
        self, entries: Iterable[tuple[str, list[Node]]], prefix: str, kind: FurnitureKind | None
    ) -> None:
        self._lists += 1
        for sign, item in entries:
            shown = "" if _shows_no_sign(item) else sign
            # A list that begins an entry of a list takes the place of its sign.
            self.blocks(item, prefix.removesuffix(_BULLET) + shown, kind)
            prefix = ""
        self._lists -= 1

    def _table(self, content: list[Any], kind: FurnitureKind | None) -> None:
        _, (_, caption), _, (_, head), bodies, (_, foot) = content
        self.blocks(caption, "", FurnitureKind.CAPTION)
        parts = [head, *([*heads, *body] for _, _, heads, body in bodies), foot]
        for cells in without_bare([row for part in parts for row in in_columns(part)]):
            self._row(cells, kind)

    def _row(self, cells: list[list[Node]], kind: FurnitureKind | None) -> None:
        """A row is one paragraph, unless a cell holds much: then each is one, as in a page that was
        laid out as a table."""
        cells, whole = [*map(in_lines, cells)], cells
        if any(map(holds_much, cells)):
            for cell in whole:
                self.blocks(cell, "", kind)
            return
        inlines: list[Node] = []
        for nth, cell in enumerate(cells):
            if nth:
                inlines.append({"t": "Str", "c": _CELLS})
            for at, block in enumerate(cell):
                inlines += [*([{"t": "Space"}] if at else []), *block["c"]]
        if any(cell for cell in cells):
            before = len(self.paragraphs)
            self._paragraph(inlines, "", kind)
            if len(self.paragraphs) > before and _is_bare(self.paragraphs[before], len(cells)):
                del self.paragraphs[before]

    def _paragraph(
        self, inlines: list[Node], prefix: str, kind: FurnitureKind | None, level: int = 0
    ) -> None:
        inlines, number = _number_of(inlines)
        if number is not None:
            of_note = _NOTE_LABEL.match(prefix)
            prefix = (of_note[0] if of_note else "") + number
        outer = self._runs, self._said
        self._runs, self._said = [Run(prefix, self.page)] if prefix else [], []
        self._inlines(inlines)
        self._run()
        runs = self._runs
        self._runs, self._said = outer
        if any(run.text.strip() for run in runs[1 if prefix else 0 :]):
            depth, quoted = max(0, self._lists - 1), self._quotes > 0 and not level
            self.paragraphs.append(
                Paragraph(_merged(runs), kind, level, depth=depth, quoted=quoted)
            )
        waiting, self._waiting = self._waiting, []
        around, self._lists, self._quotes = (self._lists, self._quotes), 0, 0
        for label, blocks in waiting:
            self.blocks(blocks, f"[{label}] ", FurnitureKind.FOOTNOTE)
        self._lists, self._quotes = around

    def _inlines(self, nodes: list[Node]) -> None:
        for node in nodes:
            content: Any = node.get("c")
            match node["t"]:
                case "Str":
                    self._text(content)
                case "Space" | "SoftBreak":
                    # One, also where a picture stood between two.
                    if not self._last().endswith(" "):
                        self._said.append(" ")
                case "LineBreak":
                    self._text("\n")
                case "Emph" | "Strong" | "Underline" | "SmallCaps":
                    self._inlines(content)
                case "Strikeout":
                    self._strike(plain_words(content))
                case "Superscript" | "Subscript":
                    self._off_the_line(node["t"] == "Superscript", content)
                case "Quoted":
                    marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
                    self._text(marks[0])
                    self._inlines(content[1])
                    self._text(marks[1])
                case "Link" if self._is_note_mark(content[1]):
                    mark = bare_words(content[1])
                    self.heard.append(mark)
                    self._run(mark, FurnitureKind.FOOTNOTE_MARK)
                case "Cite" | "Link" | "Span":
                    self._inlines(content[1])
                case "Code":
                    self._text(content[1])
                case "Math":
                    self.formulas += 1
                    self._said.append(content[1])
                case "Image":
                    self.pictures += 1
                case "RawInline":
                    self.raw += _says_something(content[1])
                case "Note":
                    self._notes += 1
                    self._note(str(self._notes), content)

    def _is_note_mark(self, inlines: list[Node]) -> bool:
        """A raised figure that leads to a note, as web pages and books have it."""
        if len(inlines) != 1 or inlines[0]["t"] != "Superscript":
            return False
        return _NOTE_MARK.fullmatch(bare_words(inlines[0]["c"])) is not None

    def _off_the_line(self, high: bool, inlines: list[Node]) -> None:
        """What is raised or lowered: the mark of a note, or words that are to read as they do."""
        words, linked = bare_words(inlines), any(node["t"] == "Link" for node in inlines)
        if high and _NOTE_MARK.fullmatch(words) and (linked or self._marks_note(words)):
            self.heard.append(words)
            self._run(words, FurnitureKind.FOOTNOTE_MARK)
        elif linked or not words or MARKS.search(words) or not _are_words(inlines):
            self._inlines(inlines)
        else:
            before = self._before()
            self._text(words, raised(words, before) if high else lowered(words, before))

    def _strike(self, words: str) -> None:
        self.heard.append(words)
        for _ in range(words.count(PAGE_MARK)):
            self._run()
            self.page += 1
        words = MARKS.sub("", words)
        if words.strip():
            self.struck.append(words)

    def _marks_note(self, words: str) -> bool:
        """Whether what is raised is the mark of a note that nothing leads to: after a sentence, or
        a part of one, stands no power of a number."""
        before = self._before().rstrip("”’»\"')")[-1:]
        return words[0] == "[" or before in _STOPS

    def _text(self, text: str, written: str | None = None) -> None:
        """`written` is what becomes of it, if not itself."""
        if "\U0010fb12" in text:  # where no paragraph begins
            text = _NUMBER.sub(lambda found: f"{found[1].replace(_BLANK, ' ')} ", text)
        self.heard.append(text)
        text, done = text if written is None else written, 0
        for found in MARKS.finditer(text):
            self._said.append(text[done : found.start()])
            done = found.end()
            if found[0] == NO_SIGN:
                continue
            if found[1] is None:
                self._run()
                self.page += 1
            else:
                note = self.notes.pop(int(found[1]), None)  # the first of its marks has it
                self._note(found[2], note.blocks if note is not None else [])
        self._said.append(text[done:])

    def _note(self, label: str, blocks: list[Node]) -> None:
        self._waiting.append((label, blocks))
        self._run(f"[{label}]", FurnitureKind.FOOTNOTE_MARK)

    def _last(self) -> str:
        """What was said last in this paragraph."""
        if self._said:
            return self._said[-1]
        return self._runs[-1].text if self._runs else ""

    def _before(self) -> str:
        """The end of what was said in this paragraph."""
        words = "".join(self._said[-4:])
        return words if words or not self._runs else self._runs[-1].text

    def _run(self, more: str = "", kind: FurnitureKind | None = None) -> None:
        """What was said becomes a run; `more` is one of its own kind after it."""
        said, self._said = "".join(self._said), []
        if said:
            self._runs.append(Run(said, self.page))
        if more:
            self._runs.append(Run(more, self.page, kind=kind))


def _shows_no_sign(item: list[Node]) -> bool:
    """Of an entry of a list."""
    inside = item[0].get("c") if item and item[0]["t"] in ("Para", "Plain") else None
    first = next((each for each in inside or () if each["t"] != "Space"), None)
    return first is not None and NO_SIGN in plain_words([first])


def _is_bare(row: Paragraph, cells: int) -> bool:
    """Whether nothing but the strokes between its cells is left of a row, as of pictures."""
    words = row.words
    return words.count("|") < cells and not words.replace("|", "").strip()


_ALL_ALIKE = ("Emph", "Strong", "Underline", "SmallCaps", "Strikeout")
_NOTE_LABEL = re.compile(r"\[[^\]]*\] ")


def _number_of(inlines: list[Node]) -> tuple[list[Node], str | None]:
    """The paragraph without the number that was put before it, and this with a blank after it."""
    first = inlines[0] if inlines else None
    if first is not None and first["t"] in _ALL_ALIKE:
        inside, within = _number_of(first["c"])
        return [{**first, "c": inside}, *inlines[1:]], within
    if first is None or first["t"] != "Str" or not first["c"].startswith("\U0010fb12"):
        return inlines, None
    found = _NUMBER.match(first["c"])
    if found is None:
        return inlines, None
    rest: Node = {"t": "Str", "c": first["c"][found.end() :]}
    number = found[1].replace(_BLANK, " ")
    return [rest, *inlines[1:]], f"{number} " if number else ""


def _are_words(inlines: list[Node]) -> bool:
    return all(node["t"] in _WORDS for node in inlines)


def _says_something(raw: str) -> bool:
    """Whether more than tags and comments is left out with it."""
    return bool(_TAG.sub("", raw).strip())


_TAG = re.compile(r"<!--.*?(?:-->|$)|<[^>]*>", re.DOTALL)


def walk(
    blocks: list[Node], *, pages: bool = False, notes: Mapping[int, Note] | None = None
) -> Walk:
    """Everything in `blocks`, with the `notes` whose marks stand in it. Raises Refused if it is
    nested too deep."""
    found = Walk(page=0 if pages else -1, notes=dict(notes or {}))
    try:
        found.blocks(blocks)
    except RecursionError as error:
        raise too_deep() from error
    return found


def _merged(runs: list[Run]) -> list[Run]:
    """Neighbours that differ in nothing are one; white space of several is one space."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last is not None and last.kind is run.kind is None and last.page == run.page:
            found[-1] = last._replace(text=last.text + run.text)
        else:
            found.append(run)
    return found
