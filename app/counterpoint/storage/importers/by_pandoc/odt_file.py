"""An OpenDocument text."""

from collections.abc import Iterator

from lxml import etree

from counterpoint.domain.counting import counted
from counterpoint.storage.importers.draft import Choices, Draft, Kind, Proposal
from counterpoint.storage.importers.refusal import Reason, Refused
from counterpoint.storage.importers.text.phrases import ALL, quoted, sample

from .from_pandoc import Beside, draft_of
from .hidden_words import with_hidden_told
from .missing import missing
from .odt_numbers import write_numbers
from .odt_struck import strike_out
from .odt_unseen import unseen_words
from .odt_words import (
    DRAW,
    TEXT,
    boxes_below,
    fields_as_words,
    formulas_written_out,
    whole_rows,
    without_glosses,
    without_hidden,
)
from .packed import Packed, remove, words_of
from .pandoc import read_tree
from .pandoc_tree import PAGE_MARK, without_number

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_BLOCKS = (f"{TEXT}p", f"{TEXT}h")
_KEEP = (".xml", ".rdf", "mimetype")


def read_odt(data: bytes, choices: Choices) -> Draft:
    """Raises Refused."""
    packed = Packed(data)
    manifest = packed.xml("META-INF/manifest.xml")
    if (
        manifest is not None
        and next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None
    ):
        raise Refused(Reason.LOCKED, "it is locked with a password; save it without one")
    root = packed.xml("content.xml")
    if root is None:
        raise Refused(Reason.DAMAGED, "it is damaged: the part that holds its text is not there")
    styles, meta = packed.xml("styles.xml"), packed.xml("meta.xml")
    lost = [*_heads(styles), *_taken_out(root), *_brought_in(packed, root, styles)]
    unseen = unseen_words(root, styles)
    _mark_title(root)
    labels = _mark_pages(root) if _pages_are_known(meta, root) else []
    changed = {"styles.xml": styles} if strike_out(root, styles) and styles is not None else {}
    untold = write_numbers(root, styles)
    if untold:
        lost.append(f"the numbers that are printed before {counted(untold, 'paragraph')}")
    parts = {
        name: etree.tostring(part, xml_declaration=True, encoding="UTF-8")
        for name, part in {"content.xml": root, **changed}.items()
    }
    tree = read_tree("odt", packed.again(_KEEP, parts))
    beside = Beside(
        _proposal(meta),
        tuple(lost),
        tuple(labels),
        looked_for=lambda heard: missing(_paragraphs(root), heard),
    )
    return with_hidden_told(draft_of(Kind.ODT, tree, beside, choices), unseen)


def _mark_title(root: "etree._Element") -> None:
    """The first paragraph becomes a heading where its style is that of titles, as in Word's
    documents: Pandoc 3.9 takes it for any paragraph."""
    first = next((each for each in root.iter(f"{TEXT}p", f"{TEXT}h") if words_of(each)), None)
    if first is None or first.tag != f"{TEXT}p":
        return
    named = str(first.get(f"{TEXT}style-name", ""))
    for style in root.iter(f"{_STYLE}style"):
        if style.get(f"{_STYLE}name") == named:
            named = str(style.get(f"{_STYLE}parent-style-name", named))
            break
    if named == "Title":
        first.tag = f"{TEXT}h"
        first.set(f"{TEXT}outline-level", "1")


def _paragraphs(root: "etree._Element") -> Iterator[str]:
    for paragraph in root.iter(f"{TEXT}p", f"{TEXT}h"):
        if next(paragraph.iterdescendants(f"{TEXT}p"), None) is None:
            yield without_number("".join(paragraph.itertext())).replace(PAGE_MARK, "")


def _heads(styles: "etree._Element | None") -> list[str]:
    lost: list[str] = []
    for what in ("header", "footer"):
        words = (
            [words_of(each) for each in styles.iter(_STYLE + what)] if styles is not None else []
        )
        found = list(dict.fromkeys(filter(None, words)))
        if found:
            lost.append(f"{counted(len(found), what)}: {quoted(found)}")
    return lost


def _taken_out(root: "etree._Element") -> list[str]:
    lost: list[str] = []
    comments = list(root.iter(f"{_OFFICE}annotation"))
    if comments:
        words = [
            " ".join(words_of(part) for part in each if not str(part.tag).startswith(_DC))
            for each in comments
        ]
        lost.append(f"{counted(len(comments), 'comment')}: {quoted(words)}")
        for each in comments:
            remove(each)
    changes = list(root.iter(f"{TEXT}changed-region"))
    if changes:
        words = [*filter(None, map(_deleted, changes))]
        out = f"; taken out: {quoted(words)}" if words else ""
        lost.append(f"{counted(len(changes), 'tracked change')}, taken as accepted{out}")
        for each in list(root.iter(f"{TEXT}tracked-changes")):
            remove(each)
    hidden = [
        each
        for each in root.iter(f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph")
        if each.get(f"{TEXT}is-hidden", "true") == "true"
    ]
    hidden += [
        each
        for each in root.iter(f"{TEXT}section")
        if each.get(f"{TEXT}display") == "none" or each.get(f"{TEXT}is-hidden") == "true"
    ]
    if hidden:
        words = [str(each.get(f"{TEXT}string-value") or words_of(_whole(each))) for each in hidden]
        lost.append(f"hidden text: “{sample(' '.join(words), ALL)}”")
        for each in hidden:
            if each.tag == f"{TEXT}hidden-paragraph" and each.getparent() is not None:
                remove(each.getparent())
            else:
                remove(each)
    pictures = sum(1 for _ in root.iter(f"{DRAW}image"))
    if pictures:
        lost.append(counted(pictures, "picture"))
    return lost


def _whole(hidden: "etree._Element") -> "etree._Element":
    """The paragraph, where it says that all of this is hidden."""
    parent = hidden.getparent()
    of_paragraph = hidden.tag == f"{TEXT}hidden-paragraph" and parent is not None
    return parent if of_paragraph and parent is not None else hidden


def _deleted(change: "etree._Element") -> str:
    """The words that a tracked change takes out."""
    parts = (part for each in change.iter(f"{TEXT}deletion") for part in each.iter(*_BLOCKS))
    return " ".join(filter(None, map(words_of, parts)))


def _brought_in(
    packed: Packed, root: "etree._Element", styles: "etree._Element | None"
) -> list[str]:
    """What is to be told of what Pandoc does not read, or not where it stands."""
    lost: list[str] = []
    hidden = without_hidden(root, styles)
    if hidden:
        lost.append(f"hidden text: “{sample(' '.join(hidden), ALL)}”")
    formulas, others = formulas_written_out(packed, root)
    if formulas:
        lost.append(f"{counted(formulas, 'formula')}: written out as TeX")
    if others:
        lost.append(counted(others, "chart or embedded file", "charts or embedded files"))
    boxes = boxes_below(root)
    if boxes:
        lost.append(
            f"{counted(len(boxes), 'text box', 'text boxes')}: the words are in the text, their "
            "place on the page is not"
        )
    above = without_glosses(root)
    if above:
        lost.append(f"{counted(len(above), 'gloss', 'glosses')} set above words: {quoted(above)}")
    fields_as_words(root)
    whole_rows(root)
    return lost


def _pages_are_known(meta: "etree._Element | None", root: "etree._Element") -> bool:
    """Whether the page breaks in it are those of all its pages: a program that has not laid it out
    leaves some from before."""
    counted = next(meta.iter(f"{_META}document-statistic"), None) if meta is not None else None
    pages = str(counted.get(f"{_META}page-count", "")) if counted is not None else ""
    breaks = sum(1 for _ in root.iter(f"{TEXT}soft-page-break"))
    return not pages or pages == str(breaks + 1)


def _mark_pages(root: "etree._Element") -> list[str]:
    breaks = list(root.iter(f"{TEXT}soft-page-break"))
    for element in breaks:
        element.tag = f"{TEXT}span"
        element.text = PAGE_MARK
        parent = element.getparent()
        if parent is not None and parent.tag not in (f"{TEXT}p", f"{TEXT}h", f"{TEXT}span"):
            element.tag = f"{TEXT}p"
    return [str(page) for page in range(1, len(breaks) + 2)] if breaks else []


def _proposal(meta: "etree._Element | None") -> Proposal:
    if meta is None:
        return Proposal()
    return Proposal(
        title=meta.findtext(f".//{_DC}title") or "",
        author=meta.findtext(f".//{_META}initial-creator")
        or meta.findtext(f".//{_DC}creator")
        or "",
        file_date=(meta.findtext(f".//{_META}creation-date") or "")[:10],
        language=meta.findtext(f".//{_DC}language") or "",
    )
