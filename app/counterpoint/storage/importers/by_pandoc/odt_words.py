"""Words of an OpenDocument text that Pandoc 3.9 leaves out, put where it reads them."""

from collections.abc import Iterator

from lxml import etree

from .packed import Packed, remove, words_of
from .pandoc import read_tree

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_MATH = "{http://www.w3.org/1998/Math/MathML}"
_BLOCKS = (f"{TEXT}p", f"{TEXT}h")
_WRITTEN = {
    *_BLOCKS,
    *(TEXT + name for name in ("span", "a", "note-citation", "number", "s", "tab", "line-break")),
    *(TEXT + name for name in ("hidden-text", "hidden-paragraph", "ruby-base", "ruby-text")),
}
"""What is read as it is, or never."""
_SECTIONS = tuple(
    TEXT + name
    for name in (
        *("table-of-content", "alphabetical-index", "illustration-index", "table-index"),
        *("object-index", "user-index", "bibliography", "index-body", "index-title"),
        "numbered-paragraph",
    )
)
_MOST_CELLS = 200
_MOST_SPACES = 500
"""In a row: one element may say that there are a thousand million."""


def boxes_below(root: "etree._Element") -> list[str]:
    """Puts what stands in text boxes and shapes below the paragraphs that they hang on; the words
    of each."""
    found: list[str] = []
    for holder in list(root.iter(f"{DRAW}*")):
        paragraph = next(holder.iterancestors(*_BLOCKS), None)
        inside = [each for each in holder.iter() if each.tag in (f"{DRAW}text-box", holder.tag)]
        box = next((each for each in inside if _has_blocks(each)), None)
        if box is None or next(holder.iterancestors(f"{DRAW}text-box"), None) is not None:
            continue
        found.append(words_of(box))
        parts = [each for each in box if isinstance(each.tag, str)]
        at = paragraph if paragraph is not None else holder
        for part in reversed(parts):
            part.tail = None
            at.addnext(part)
        remove(holder)
    return found


def _has_blocks(element: "etree._Element") -> bool:
    return any(
        str(each.tag).startswith((TEXT, _TABLE)) and bool(words_of(each)) for each in element
    )


def without_glosses(root: "etree._Element") -> list[str]:
    """Takes the letters out that are set above others, which become words of their line; those
    that were above."""
    above: list[str] = []
    for ruby in list(root.iter(f"{TEXT}ruby")):
        for part in list(ruby):
            if part.tag == f"{TEXT}ruby-text":
                above += filter(None, [words_of(part)])
                remove(part)
        for part in (ruby, *ruby.iter(f"{TEXT}ruby-base")):
            part.tag = f"{TEXT}span"
            part.attrib.clear()
    return above


def fields_as_words(root: "etree._Element") -> None:
    """Page numbers, dates and whatever else a program has filled in are words; an index, and a
    paragraph that has its number from elsewhere, are a part like others."""
    for element in list(root.iter(f"{TEXT}*")):
        if element.tag == f"{TEXT}s":
            many = str(element.get(f"{TEXT}c", "1"))
            element.set(f"{TEXT}c", str(min(int(many), _MOST_SPACES)) if many.isdigit() else "1")
        elif element.tag in _SECTIONS:
            element.tag = f"{TEXT}section"
        elif element.tag not in _WRITTEN and element.text and _in_a_line(element):
            element.tag = f"{TEXT}span"
            element.attrib.clear()


def _in_a_line(element: "etree._Element") -> bool:
    return not len(element) and next(element.iterancestors(*_BLOCKS), None) is not None


def without_hidden(root: "etree._Element", styles: "etree._Element | None") -> list[str]:
    """Takes out what the style of its letters hides; its words."""
    hidden = {
        str(style.get(f"{_STYLE}name"))
        for part in (root, styles)
        for style in (part.iter(f"{_STYLE}style") if part is not None else ())
        for each in style.iter(f"{_STYLE}text-properties")
        if each.get(f"{TEXT}display") == "none"
    }
    found: list[str] = []
    for element in list(root.iter(f"{TEXT}span", *_BLOCKS)) if hidden else ():
        if element.get(f"{TEXT}style-name") in hidden and words_of(element):
            found.append(words_of(element))
            remove(element)
    return found


def whole_rows(root: "etree._Element") -> None:
    """A cell that another covers is an empty one, or what stands beside it loses its column."""
    for cell in list(root.iter(f"{_TABLE}covered-table-cell")):
        times = cell.attrib.pop(f"{_TABLE}number-columns-repeated", "1")
        for _ in range(min(int(times), _MOST_CELLS) if times.isdigit() else 1):
            empty = etree.Element(f"{_TABLE}table-cell")
            etree.SubElement(empty, f"{TEXT}p")
            cell.addprevious(empty)
        remove(cell)
    for cell in root.iter(f"{_TABLE}table-cell"):
        for name in ("rows", "columns"):
            cell.attrib.pop(f"{_TABLE}number-{name}-spanned", None)


def formulas_written_out(packed: Packed, root: "etree._Element") -> tuple[int, int]:
    """Puts formulas in their places as TeX: how many there were, and how many other objects."""
    found: list[tuple[etree._Element, etree._Element]] = []
    others = 0
    for element in root.iter(f"{DRAW}object"):
        name = str(element.get(_HREF) or "").removeprefix("./").rstrip("/")
        inner = packed.xml(f"{name}/content.xml")
        math = next(element.iter(f"{_MATH}math"), inner)
        if math is not None and math.tag == f"{_MATH}math":
            found.append((element, math))
        else:
            others += 1
    written = list(_as_tex([math for _, math in found])) if found else []
    for (element, math), tex in zip(found, written or [""] * len(found), strict=True):
        holder = next(element.iterancestors(f"{DRAW}frame"), element)
        if next(holder.iterancestors(*_BLOCKS), None) is not None:
            place = etree.Element(f"{TEXT}span")
            place.text = tex or words_of(math)
            holder.addprevious(place)
        remove(holder)
    return len(found), others


def _as_tex(formulas: "list[etree._Element]") -> Iterator[str]:
    """What Pandoc makes of each; nothing if it does not make one of each."""
    paragraphs = []
    for math in formulas:
        for each in [math, *math.iter(f"{_MATH}*")]:
            each.tag = etree.QName(each).localname
        for each in list(math.iter("annotation")):
            remove(each)
        inner = etree.tostring(math, method="html", encoding="unicode", with_tail=False)
        paragraphs.append(f"<p>{inner}</p>")
    blocks = read_tree("html", "".join(paragraphs).encode())["blocks"]
    made = [
        [str(node["c"][1]) for node in block["c"] if node["t"] == "Math"]
        for block in blocks
        if block["t"] == "Para"
    ]
    if len(made) == len(formulas) and all(made):
        yield from (" ".join(each) for each in made)
