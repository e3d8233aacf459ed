"""The comparison as a project of qualitative data analysis: REFI-QDA 1.0, .qdpx and .qdc, which
NVivo, MAXQDA, ATLAS.ti, QualCoder and others read.

Approaches, questions and stances are codes; a passage of evidence is a selection with those codes;
what the analyst says of it, the answers and the notes are memos. Positions count code points, as
the standard has it.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lxml import etree

from counterpoint.domain.counting import counted
from counterpoint.domain.report.material import (
    Approach,
    Evidence,
    Material,
    Note,
    Passage,
    Question,
)
from counterpoint.domain.span import Span

from .failing import ExportCancelled
from .qda_codes import (
    Codes,
    answer_code,
    approach_code,
    codes_of,
    guid,
    question_code,
    stance_code,
)
from .unwritable_signs import FittingText

_PROJECT = "urn:QDA-XML:project:1.0"
_CODEBOOK = "urn:QDA-XML:codebook:1.0"
_FIXED = (1980, 1, 1, 0, 0, 0)
USER = "Counterpoint"
_LINE_END = re.compile(r"[^\S\n]*\n\s*|[\t\v\f]")
_NAME = 120
"""Code points of the name of a selection."""


def codebook(material: Material) -> tuple[bytes, tuple[str, ...]]:
    """The .qdc: codes alone. And what could not be kept."""
    letters = FittingText()
    root = etree.Element(f"{{{_CODEBOOK}}}CodeBook", nsmap={None: _CODEBOOK})
    root.set("origin", USER)
    codes = etree.SubElement(root, f"{{{_CODEBOOK}}}Codes")
    Codes(material, letters, _CODEBOOK).into(codes)
    return _serialised(root), letters.told()


def project(
    material: Material,
    texts: Mapping[str, str],
    made: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[bytes, tuple[str, ...]]:
    """The .qdpx with the `texts` of the sources by id, and what could not be kept. `made`: the
    moment, in ISO 8601."""
    writing = _Project(material, texts, made, cancelled)
    return writing.packed(), writing.told()


def own_words(material: Material, texts: Mapping[str, str]) -> dict[str, str]:
    """What the memos and the descriptions of a project of `material` say, by guid."""
    return _Project(material, texts, "", lambda: False).own_words()


class _Project:
    def __init__(
        self,
        material: Material,
        texts: Mapping[str, str],
        made: str,
        cancelled: Callable[[], bool],
    ) -> None:
        self._material = material
        self._texts = texts
        self._made = made
        self._cancelled = cancelled
        self._letters = FittingText()
        self._user = guid("user", USER)
        self._memos: dict[str, tuple[str, str, str, str]] = {}
        """By guid: a name, the words, the moment and the author, who is "" where it is ours."""
        self._on_codes: dict[str, list[str]] = {}
        """The guids of the memos on each code."""
        self._codes = {
            *(approach_code(each.id) for each in material.approaches),
            *(question_code(each.id) for each in material.questions),
        }
        self._left_out = 0
        self._root = etree.Element(f"{{{_PROJECT}}}Project", nsmap={None: _PROJECT})

    def told(self) -> tuple[str, ...]:
        told = list(self._letters.told())
        if self._left_out:
            told.append(
                f"{counted(self._left_out, 'quotation')} left out, as the source has no such words"
            )
        if self._material.replies:
            replies = counted(len(self._material.replies), "reply", "replies")
            told.append(f"{replies} as links between selections, which not every program shows")
        return tuple(told)

    def packed(self) -> bytes:
        self._write()
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
            self._put(packed, "project.qde", _serialised(self._root))
            for source in self._material.sources:
                name = f"sources/{guid('source', source.id)}.txt"
                self._put(packed, name, self._texts[source.id].encode())
        return target.getvalue()

    def own_words(self) -> dict[str, str]:
        self._write()
        found = {each.get("guid", ""): _words_in(each) for each in self._root.iter()}
        return found | {"": _words_in(self._root)}

    def _put(self, packed: zipfile.ZipFile, name: str, data: bytes) -> None:
        if self._cancelled():
            raise ExportCancelled
        info = zipfile.ZipInfo(name, _FIXED)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        packed.writestr(info, data)

    def _write(self) -> None:
        root = self._root
        root.set("name", self._letters.fit(self._material.title))
        root.set("origin", USER)
        root.set("creatingUserGUID", self._user)
        root.set("creationDateTime", self._made)
        users = self._add(root, "Users")
        self._add(users, "User", guid=self._user, name=USER)
        for author in dict.fromkeys(note.author for note in self._material.notes if note.author):
            self._add(users, "User", guid=_user(author), name=self._letters.fit(author))
        book = self._add(root, "CodeBook")
        codes = self._add(book, "Codes")
        sources = self._add(root, "Sources")
        for source in self._material.sources:
            self._source(sources, source.id)
        notes = self._add(root, "Notes")
        general = self._general_memos()
        Codes(self._material, self._letters, _PROJECT, self._on_codes).into(codes)
        for id, (name, words, moment, author) in self._memos.items():
            self._memo(notes, id, name, words, moment, author)
        if not self._memos:
            root.remove(notes)
        self._links(root)
        if self._material.statement:
            self._add(root, "Description").text = self._letters.fit(self._material.statement)
        for id in general:
            self._add(root, "NoteRef", targetGUID=id)

    def _source(self, sources: Any, id: str) -> None:
        source = self._material.source(id)
        name = guid("source", id)
        element = self._add(
            sources,
            "TextSource",
            guid=name,
            name=self._letters.fit(source.title),
            plainTextPath=f"internal://{name}.txt",
            creatingUser=self._user,
            creationDateTime=self._made,
        )
        about = (
            f"{source.short}. {source.author}. {source.publisher}. {source.date}. {source.about}"
        )
        self._add(element, "Description").text = self._letters.fit(about)
        for span, coded in self._selections(id).items():
            self._selection(element, id, span, coded)
        memo = self._remember("statement", id, f"Source summary: {source.short}", source.statement)
        if memo:
            self._add(element, "NoteRef", targetGUID=memo)
        for note in self._material.notes:
            if note.place == "source" and note.source == id:
                self._add(element, "NoteRef", targetGUID=self._note(note))

    def _selections(self, source: str) -> dict[Span, "_Coded"]:
        found: dict[Span, _Coded] = {}
        for approach in self._material.approaches:
            for question in self._material.questions:
                cell = self._material.cell(approach.id, question.id)
                for claim in cell.claims:
                    for piece in claim.evidence:
                        passage = piece.passage
                        if passage.source != source:
                            continue
                        if passage.span is None:
                            self._left_out += 1
                            continue
                        coded = found.setdefault(passage.span, _Coded(passage))
                        coded.codes += [
                            approach_code(approach.id),
                            question_code(question.id),
                            stance_code(piece.stance),
                        ]
                        coded.codes += [stance_code("by inference")] if piece.inferred else []
                        if claim.id in cell.rests_on:
                            coded.codes += [answer_code(question.id, id) for id in cell.holds]
                        coded.pieces.append((approach, question, claim.text, piece))
        for reply in self._material.replies:
            for passage in (reply.by, reply.to):
                if passage.source == source and passage.span is not None:
                    found.setdefault(passage.span, _Coded(passage))
        for note in self._material.notes:
            if note.place == "passage" and note.source == source and note.span is not None:
                text = self._texts[source]
                if 0 <= note.span.start < note.span.end <= len(text):
                    passage = _passage_of(note, text)
                    found.setdefault(note.span, _Coded(passage)).notes.append(note)
        return dict(sorted(found.items()))

    def _selection(self, element: Any, source: str, span: Span, coded: "_Coded") -> None:
        selection = self._add(
            element,
            "PlainTextSelection",
            guid=selection_guid(source, span),
            name=self._letters.fit(_selection_name(coded.passage.raw)),
            startPosition=str(span.start),
            endPosition=str(span.end),
            creatingUser=self._user,
            creationDateTime=self._made,
        )
        for code in dict.fromkeys(coded.codes):
            coding = self._add(
                selection,
                "Coding",
                guid=guid("coding", source, str(span.start), str(span.end), code),
                creatingUser=self._user,
                creationDateTime=self._made,
            )
            self._add(coding, "CodeRef", targetGUID=code)
        for approach, question, claim, piece in coded.pieces:
            name = f"{approach.letter} · {question.title}"
            memo = self._remember("evidence", piece.key, name, _memo_of(claim, piece))
            if memo:
                self._add(selection, "NoteRef", targetGUID=memo)
        for note in [*coded.notes, *self._notes_on(coded)]:
            self._add(selection, "NoteRef", targetGUID=self._note(note))

    def _notes_on(self, coded: "_Coded") -> Iterable[Note]:
        keys = {piece.key for _, _, _, piece in coded.pieces}
        return (note for note in self._material.notes if note.evidence in keys)

    def _general_memos(self) -> list[str]:
        """What is on no passage, source or code: the answers, and notes on the whole."""
        found: list[str] = []
        for (approach, question), cell in self._material.cells.items():
            if cell.answer:
                letter = self._material.approach(approach).letter
                name = f"Answer: {letter} · {self._material.question(question).title}"
                found.append(self._remember("answer", f"{approach}/{question}", name, cell.answer))
        for note in self._material.notes:
            id = guid("note", note.id)
            if id in self._memos:
                continue
            memo = self._note(note)
            codes = [code for code in codes_of(note) if code in self._codes]
            for code in codes:
                self._on_codes.setdefault(code, []).append(memo)
            found += [] if codes else [memo]
        return [id for id in found if id]

    def _note(self, note: Note) -> str:
        name = f"{note.kind} · {note.on}"
        return self._remember("note", note.id, name, note.body or "…", note.created, note.author)

    def _remember(
        self, kind: str, key: str, name: str, words: str, moment: str = "", author: str = ""
    ) -> str:
        """The guid of a memo, "" where there is nothing to say."""
        id = guid(kind, key)
        if not words:
            return ""
        self._memos.setdefault(id, (name, words, moment, author))
        return id

    def _memo(self, notes: Any, id: str, name: str, words: str, moment: str, author: str) -> None:
        memo = self._add(
            notes,
            "Note",
            guid=id,
            name=self._letters.fit(name),
            creatingUser=_user(author) if author else self._user,
            creationDateTime=moment or self._made,
        )
        self._add(memo, "PlainTextContent").text = self._letters.fit(words)

    def _links(self, root: Any) -> None:
        pairs = [
            (number, reply)
            for number, reply in enumerate(self._material.replies)
            if reply.by.span is not None and reply.to.span is not None
        ]
        if not pairs:
            return
        links = self._add(root, "Links")
        for number, reply in pairs:
            if reply.by.span is None or reply.to.span is None:
                continue
            self._add(
                links,
                "Link",
                guid=guid("reply", str(number)),
                name=self._letters.fit(f"{reply.how}: {reply.why}".rstrip(": ")),
                direction="OneWay",
                originGUID=selection_guid(reply.by.source, reply.by.span),
                targetGUID=selection_guid(reply.to.source, reply.to.span),
            )

    def _add(self, parent: Any, tag: str, **attributes: str) -> Any:
        element = etree.SubElement(parent, f"{{{_PROJECT}}}{tag}")
        for key, value in attributes.items():
            element.set(key, value)
        return element


class _Coded:
    """A selection: its codes, and all that rests on it."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.codes: list[str] = []
        self.pieces: list[tuple[Approach, Question, str, Evidence]] = []
        self.notes: list[Note] = []


def _user(author: str) -> str:
    return guid("author", author)


def _words_in(element: Any) -> str:
    inner = (element.find(f"{{{_PROJECT}}}{tag}") for tag in ("Description", "PlainTextContent"))
    return next((str(each.text) for each in inner if each is not None and each.text), "")


def selection_guid(source: str, span: Span) -> str:
    return guid("selection", source, str(span.start), str(span.end))


def _selection_name(raw: str) -> str:
    """How it begins, so that whoever opens it can check the positions by the words."""
    words = _LINE_END.sub(" ", raw)
    return words if len(words) <= _NAME else f"{words[: _NAME - 1]}…"


def _memo_of(claim: str, piece: Evidence) -> str:
    lines = [claim, f"{piece.stance}: {', '.join(piece.passage.voice)}"]
    lines += [f"By inference: {piece.why}"] if piece.inferred and piece.why else []
    lines += [f"In part: {piece.partial}"] if piece.partial else []
    return "\n".join(lines)


def _passage_of(note: Note, text: str) -> Passage:
    start, end = note.span or Span(0, 0)
    raw = text[start:end]
    return Passage(note.source, " ".join(raw.split()), note.span, raw, "", "", "", ())


def _serialised(root: Any) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made
