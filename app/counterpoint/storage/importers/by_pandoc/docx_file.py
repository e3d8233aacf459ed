"""A Word document: what Pandoc leaves out of it, or brings in unseen, is seen to here."""

from collections.abc import Iterator

from lxml import etree

from counterpoint.domain.counting import counted
from counterpoint.storage.importers.draft import Choices, Draft, Kind, Proposal
from counterpoint.storage.importers.refusal import Reason, Refused
from counterpoint.storage.importers.text.phrases import ALL, quoted, sample

from .docx_bare_lists import mark_bare_entries
from .docx_forms import answers_as_words, drawn_letters
from .docx_lists import nest_by_style
from .docx_looks import is_on, look_by_style, strike_out, styles_with
from .docx_numbers import write_numbers
from .docx_pages import lift_page_breaks, mark_pages
from .docx_parts import W, value_of
from .from_pandoc import Beside, draft_of
from .hidden_words import with_hidden_told
from .missing import missing, told_of_boxes
from .packed import Packed, remove
from .pandoc import read_tree
from .pandoc_tree import without_number

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_KEEP = (".xml", ".rels")
_CHANGES = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo"))


def read_docx(data: bytes, choices: Choices) -> Draft:
    """Raises Refused."""
    packed = Packed(data)
    main = _main_part(packed)
    folder = main.rpartition("/")[0]
    root = packed.xml(main)
    if root is None:
        raise Refused(Reason.DAMAGED, "it is damaged: the part that holds its text is not there")
    styles = packed.xml(f"{folder}/styles.xml")
    notes = _notes(packed, folder)
    heads = _head_parts(packed, folder)
    lost = [*_heads(folder, heads), *_lost(packed, folder, [root, *notes.values()])]
    if styles is not None and _numbered_headings(styles):
        lost.append("the numbers that Word puts before headings by itself")
    boxes = _boxes(root)
    _empty_boxes(root)
    lost += _drawn_or_gone(root, [*notes.values(), *heads.values()])
    changed_notes = _strike_out(root, notes, styles)
    for part in (root, *notes.values()):
        _off_the_line(part)
        for moved in list(part.iter(f"{W}moveFrom")):  # it is read where it went
            lift_page_breaks(moved)
            remove(moved)
    above = _fields_as_words(root)
    if above:
        what = counted(len(above), "gloss", "glosses")
        lost.append(f"{what} set above words: {quoted(above)}")
    unseen = _unseen(root)
    by_style = styles_with(styles, "vanish") if styles is not None else set()
    hidden = _without_hidden(root, by_style)
    labels = mark_pages(root)
    changed: dict[str, bytes] = {}
    for name, part in notes.items():
        unseen += _unseen(part)
        if by_style or part.find(f".//{W}vanish") is not None:
            hidden += _without_hidden(part, by_style)
            changed[name] = _written(part)
        elif name in changed_notes or part.find(f".//{W}position") is not None:
            changed[name] = _written(part)
    numbering = packed.xml(f"{folder}/numbering.xml")
    if numbering is not None:
        mark_bare_entries(root, styles, numbering)
        if styles is not None and nest_by_style(root, styles, numbering):
            changed[f"{folder}/numbering.xml"] = _written(numbering)
        untold = write_numbers(root, styles, numbering)
        untold += _number_notes(notes, styles, numbering, changed)
        if untold:
            lost.append(f"the numbers that Word prints before {counted(untold, 'paragraph')}")
    changed[main] = _written(root)
    if hidden:
        lost.append(f"hidden text: “{sample(' '.join(hidden), ALL)}”")
    tree = read_tree("docx", packed.again(_KEEP, changed))
    beside = Beside(
        _proposal(packed, styles),
        tuple(lost),
        tuple(labels),
        looked_for=lambda heard: [
            *told_of_boxes(boxes, heard),
            *missing(_paragraphs(root, *notes.values()), heard),
        ],
    )
    return with_hidden_told(draft_of(Kind.DOCX, tree, beside, choices), unseen)


def _written(root: "etree._Element") -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _main_part(packed: Packed) -> str:
    root = packed.xml("_rels/.rels")
    for relation in root if root is not None else ():
        if str(relation.get("Type", "")).endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _notes(packed: Packed, folder: str) -> "dict[str, etree._Element]":
    """The parts that hold foot- and endnotes, by their names."""
    names = (f"{folder}/footnotes.xml", f"{folder}/endnotes.xml")
    return {name: part for name in names if (part := packed.xml(name)) is not None}


def _lost(packed: Packed, folder: str, parts: "list[etree._Element]") -> list[str]:
    """What is to be told of the text and its notes."""
    lost: list[str] = []
    comments = packed.xml(f"{folder}/comments.xml")
    said = [_words(each) for each in comments] if comments is not None else []
    if said:
        lost.append(f"{counted(len(said), 'comment')}: {quoted(said)}")
    changes = sum(1 for part in parts for _ in part.iter(*_CHANGES))
    if changes:
        taken = (each for part in parts for each in part.iter(f"{W}del"))
        said = [*filter(None, map(_deleted, taken))]
        out = f"; taken out: {quoted(said)}" if said else ""
        lost.append(f"{counted(changes, 'tracked change')}, taken as accepted{out}")
    pictures = sum(_count(part, *_PICTURES) for part in parts)
    if pictures:
        lost.append(counted(pictures, "picture"))
    objects = sum(
        1 for part in parts for _ in part.iter(f"{W}object", f"{W}altChunk", f"{W}subDoc")
    )
    objects += sum(
        1
        for part in parts
        for each in part.iter("{*}graphicData")
        if str(each.get("uri", "")).endswith(("/chart", "/diagram"))
    )
    if objects:
        lost.append(counted(objects, "chart or embedded file", "charts or embedded files"))
    if any(name.endswith("vbaProject.bin") for name in packed.names):
        lost.append("macros, which were neither run nor kept in the text")
    return lost


def _drawn_or_gone(root: "etree._Element", others: "list[etree._Element]") -> list[str]:
    """Puts the answers of a form where they are to be seen and takes deleted rows out; what is to
    be told of these and of drawn letters, also of those in the `others`."""
    lost: list[str] = []
    answers_as_words(root)
    drawn = drawn_letters(root, *others)
    if drawn:
        what = counted(len(drawn), "watermark or drawn word", "watermarks or drawn words")
        lost.append(f"{what}: {quoted(drawn)}")
    rows = _deleted_rows(root)
    if rows:
        what = f"{counted(len(rows), 'row')} of tables, deleted under tracked changes"
        lost.append(f"{what}: {quoted(rows)}")
    return lost


def _strike_out(
    root: "etree._Element", notes: "dict[str, etree._Element]", styles: "etree._Element | None"
) -> set[str]:
    """Says of all that is struck out that it is; the names of the notes of which some is."""
    struck = styles_with(styles, "strike", "dstrike") if styles is not None else set()
    strike_out(root, struck)
    return {name for name, part in notes.items() if strike_out(part, struck)}


def _number_notes(
    notes: "dict[str, etree._Element]",
    styles: "etree._Element | None",
    numbering: "etree._Element",
    changed: dict[str, bytes],
) -> int:
    """Puts the numbers before the paragraphs of notes, where Word counts anew; before how many they
    cannot be told. The notes go among what is `changed`."""
    untold = 0
    for name, part in notes.items():
        if part.find(f".//{W}pPr") is not None:
            untold += write_numbers(part, styles, numbering)
            changed[name] = _written(part)
    return untold


def _deleted_rows(root: "etree._Element") -> list[str]:
    """Takes out the rows that are deleted as such, where their words stand yet; their words."""
    found: list[str] = []
    for change in list(root.iter(f"{W}del")):
        look = change.getparent()
        row = look.getparent() if look is not None and look.tag == f"{W}trPr" else None
        if row is not None:
            words = _words(row)
            lift_page_breaks(row)
            remove(row)
            found += [words] if words else []
    return found


def _off_the_line(root: "etree._Element") -> None:
    """What is set higher or lower by points is named raised or lowered, as Pandoc heeds names
    alone; but for more than some figures, and for less than anybody would raise a figure."""
    for place in list(root.iter(f"{W}position")):
        look, said = place.getparent(), str(place.get(f"{W}val", ""))
        run = look.getparent() if look is not None else None
        if run is None or look is None or look.find(f"{W}vertAlign") is not None:
            continue
        height = int(said) if said.removeprefix("-").isdigit() and said.isascii() else 0
        if abs(height) >= _RAISED and len(_letters(run)) <= _FEW:
            name = "superscript" if height > 0 else "subscript"
            etree.SubElement(look, f"{W}vertAlign").set(f"{W}val", name)


_RAISED, _FEW = 4, 6
"""Half points, and letters."""


def _boxes(root: "etree._Element") -> list[str]:
    """The words of each text box, those for older programs not again."""
    return [_words(box) for box in root.iter(f"{W}txbxContent") if not _is_for_older(box)]


def _empty_boxes(root: "etree._Element") -> None:
    """Puts what stands in text boxes below the paragraphs that they hang on: of a paragraph with a
    box Pandoc 3.9 brings in the words of the one or of the other."""
    while (box := next(root.iter(f"{W}txbxContent"), None)) is not None:
        paragraph = next(box.iterancestors(f"{W}p"), None)
        holder = _holder(box)
        parent = paragraph.getparent() if paragraph is not None else None
        if paragraph is None or parent is None or holder is None:
            box.tag = f"{W}sdtContent"  # it hangs on nothing: left to Pandoc
            continue
        inside = [
            each
            for each in holder.iter(f"{W}txbxContent")
            if not _is_for_older(each) and next(each.iterancestors(f"{W}txbxContent"), None) is None
        ]
        at = parent.index(paragraph) + 1
        parent[at:at] = [part for each in inside or [box] for part in list(each)]
        above = holder.getparent()
        if above is not None:
            above.remove(holder)


def _fields_as_words(root: "etree._Element") -> list[str]:
    """What a program has filled in, as a date, and what has letters above it, stands in the line as
    other words do: Pandoc 3.9 leaves it out. The letters above, which are not in the text."""
    above: list[str] = []
    for field in list(root.iter(f"{W}fldSimple", f"{W}ruby")):
        parent = field.getparent()
        base = field.find(f"{W}rubyBase") if field.tag == f"{W}ruby" else field
        if parent is None or base is None:
            continue
        above += filter(None, map(_letters, field.iter(f"{W}rt")))
        if parent.tag == f"{W}r":  # a run within a run is none
            parent.tag = f"{W}smartTag"
        at = parent.index(field)
        parent[at : at + 1] = list(base)
    return above


def _holder(box: "etree._Element") -> "etree._Element | None":
    """The outermost drawing, of the paragraph that it hangs on, that holds the box."""
    found = None
    for each in box.iterancestors():
        if each.tag == f"{W}r":
            break
        found = each
    return found


def _paragraphs(*parts: "etree._Element") -> Iterator[str]:
    for paragraph in (each for part in parts for each in part.iter(f"{W}p")):
        yield without_number(_letters(paragraph))


def _letters(element: "etree._Element", name: str = "t") -> str:
    """What is written in the elements of this name within `element`: by default its words."""
    return "".join(str(text.text or "") for text in element.iter(W + name))


def _is_for_older(element: "etree._Element") -> bool:
    """Whether it says once more, for older programs, what others read elsewhere."""
    return next(element.iterancestors(f"{_MC}Fallback"), None) is not None


def _count(root: "etree._Element", *tags: str) -> int:
    """How many there are, those for older programs not counted again."""
    return sum(1 for each in root.iter(*tags) if not _is_for_older(each))


def _words(root: "etree._Element") -> str:
    paragraphs = [
        _letters(paragraph)
        for paragraph in root.iter(f"{W}p")
        if not _is_for_older(paragraph) and paragraph.find(f".//{W}p") is None
    ]
    return " ".join(" ".join(paragraphs).split())


def _deleted(change: "etree._Element") -> str:
    """The words that a tracked change takes out."""
    return " ".join(_letters(change, "delText").split())


def _head_parts(packed: Packed, folder: str) -> "dict[str, etree._Element]":
    """The parts that hold headers and footers, by their names."""
    begin = tuple(f"{folder}/{what}" for what in ("header", "footer"))
    names = sorted(
        each for each in packed.names if each.startswith(begin) and each.endswith(".xml")
    )
    return {name: part for name in names if (part := packed.xml(name)) is not None}


def _heads(folder: str, parts: "dict[str, etree._Element]") -> list[str]:
    found: dict[str, list[str]] = {"header": [], "footer": []}
    for name, part in parts.items():
        for what, words in found.items():
            if name.startswith(f"{folder}/{what}"):
                said = _words(part)
                if said and said not in words:
                    words.append(said)
    return [
        f"{counted(len(words), what)}: {quoted(words)}" for what, words in found.items() if words
    ]


def _numbered_headings(styles: "etree._Element") -> bool:
    for style in styles.iter(f"{W}style"):
        title = value_of(style, "name").lower()
        if title.startswith("heading") and style.find(f"{W}pPr/{W}numPr/{W}numId") is not None:
            return True
    return False


def _unseen(root: "etree._Element") -> list[str]:
    """The words of each run that is set in white or in letters of no size, which come in."""
    found: list[str] = []
    for look in root.iter(f"{W}color", f"{W}sz"):
        properties, said = look.getparent(), str(look.get(f"{W}val", "")).lower()
        run = properties.getparent() if properties is not None else None
        small = look.tag == f"{W}sz" and said.isascii() and said.isdigit() and int(said) <= 2
        if run is None or run.tag != f"{W}r" or not (small or said == "ffffff"):
            continue
        words = _letters(run).strip()
        if words and (not found or small or found[-1] != words):
            found.append(words)
    return found


def _without_hidden(root: "etree._Element", by_style: set[str]) -> list[str]:
    """Takes out what Word hides, by itself or by its style, which Pandoc would bring in as if it
    were to be seen."""
    found: list[str] = []
    look_by_style(root, by_style, "vanish")
    for vanish in list(root.iter(f"{W}vanish")):
        properties = vanish.getparent()
        run = properties.getparent() if properties is not None else None
        if run is None or run.tag != f"{W}r" or not is_on(vanish):
            continue
        said = _letters(run).strip()
        parent = run.getparent()
        if parent is not None:
            lift_page_breaks(run)
            parent.remove(run)
            if said:
                found.append(said)
    return found


def _proposal(packed: Packed, styles: "etree._Element | None") -> Proposal:
    core = packed.xml("docProps/core.xml")
    if core is None:
        return Proposal(language=_language(styles))
    return Proposal(
        title=(core.findtext(f"{_DC}title") or "").strip(),
        author=(core.findtext(f"{_DC}creator") or "").strip(),
        file_date=(core.findtext(f"{_DCTERMS}created") or "")[:10],
        language=(core.findtext(f"{_DC}language") or "").strip() or _language(styles),
    )


def _language(styles: "etree._Element | None") -> str:
    found = styles.find(f"{W}docDefaults//{W}lang") if styles is not None else None
    return str(found.get(f"{W}val", "")) if found is not None else ""
