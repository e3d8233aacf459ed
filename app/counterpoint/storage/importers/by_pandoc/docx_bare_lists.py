"""Entries of a Word document's lists that show no sign, as the further paragraphs of an entry."""

from lxml import etree

from .docx_parts import VAL, W, described_lists, lists_of_styles, value_of
from .pandoc_tree import NO_SIGN

_Levels = dict[tuple[str, str], bool]


def mark_bare_entries(
    root: "etree._Element", styles: "etree._Element | None", numbering: "etree._Element"
) -> None:
    """Puts a mark before each paragraph whose list has no more than white space for a sign, which
    Pandoc would give a bullet."""
    bare = _bare_levels(numbering)
    if not any(bare.values()):
        return
    by_style = lists_of_styles(styles) if styles is not None else {}
    for paragraph in root.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            continue
        own = properties.find(f"{W}numPr")
        number, level = by_style.get(value_of(properties, "pStyle"), ("", ""))
        place = (value_of(own, "numId") or number, value_of(own, "ilvl") or level or "0")
        if bare.get(place):
            run = etree.Element(f"{W}r")
            etree.SubElement(run, f"{W}t").text = NO_SIGN
            properties.addnext(run)


def _bare_levels(numbering: "etree._Element") -> _Levels:
    """Whether an entry shows no sign, by the number of its list and its level."""
    described = described_lists(numbering)
    found: _Levels = {}
    for each in numbering.iter(f"{W}num"):
        number = str(each.get(f"{W}numId"))
        general = described.get(value_of(each, "abstractNumId"))
        for part in (general, each):  # what the list itself says holds
            for level in part.iter(f"{W}lvl") if part is not None else ():
                found[number, str(level.get(f"{W}ilvl"))] = _is_bare(level)
    return found


def _is_bare(level: "etree._Element") -> bool:
    text = level.find(f"{W}lvlText")
    if text is None or level.find(f"{W}lvlPicBulletId") is not None:
        return False
    return not str(text.get(VAL, "")).strip()
