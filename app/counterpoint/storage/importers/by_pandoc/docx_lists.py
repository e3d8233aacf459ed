"""Lists within lists of a Word document that only the names of its styles say: "List Bullet 2"."""

import re
from copy import deepcopy

from lxml import etree

from .docx_parts import VAL, W, described_lists, lists_of_styles, value_of

_NAME = re.compile(r"list (?:bullet|number) ([2-9])", re.IGNORECASE)
"""Word writes the names of its own styles in English whatever language it speaks."""


def nest_by_style(
    root: "etree._Element", styles: "etree._Element", numbering: "etree._Element"
) -> bool:
    """Says of each paragraph of such a style how deep it stands, where it does not say so itself,
    for Pandoc, which takes each of these styles for a list of its own. Whether anything was
    said."""
    levels = _levels(styles)
    if not levels:  # as mostly
        return False
    lists = _lists(numbering)
    done = False
    for style in list(root.iter(f"{W}pStyle")):
        level, number = levels.get(str(style.get(VAL)), (0, ""))
        properties = style.getparent()
        if not level or properties is None:
            continue
        own = properties.find(f"{W}numPr")
        deep = value_of(own, "ilvl")
        number = value_of(own, "numId") or number
        if deep not in ("", "0") or number not in lists or not _has(lists[number], level):
            continue
        if own is not None:
            properties.remove(own)
        own = etree.SubElement(properties, f"{W}numPr")
        etree.SubElement(own, f"{W}ilvl").set(VAL, str(level))
        etree.SubElement(own, f"{W}numId").set(VAL, number)
        done = True
    return done


def _levels(styles: "etree._Element") -> dict[str, tuple[int, str]]:
    """How deep each such style stands in, from 0, and the number of its list."""
    titles = {
        str(each.get(f"{W}styleId")): _NAME.fullmatch(value_of(each, "name"))
        for each in styles.iter(f"{W}style")
    }
    levels = {name: int(title[1]) - 1 for name, title in titles.items() if title is not None}
    lists = lists_of_styles(styles) if levels else {}
    return {name: (level, lists.get(name, ("", ""))[0]) for name, level in levels.items()}


def _lists(numbering: "etree._Element") -> dict[str, "etree._Element"]:
    """What describes the levels of each list, by the list's number."""
    described = described_lists(numbering)
    return {
        str(each.get(f"{W}numId")): described[value_of(each, "abstractNumId")]
        for each in numbering.iter(f"{W}num")
        if value_of(each, "abstractNumId") in described
    }


def _has(described: "etree._Element", level: int) -> bool:
    """Whether a list has this level; one that has only the outermost is given it, alike."""
    levels = {str(each.get(f"{W}ilvl")): each for each in described.iter(f"{W}lvl")}
    outermost = levels.get("0")
    if outermost is None:
        return False
    alike = deepcopy(outermost)
    alike.set(f"{W}ilvl", str(level))
    text = alike.find(f"{W}lvlText")
    if text is not None:
        text.set(VAL, str(text.get(VAL, "")).replace("%1", f"%{level + 1}"))
    other = levels.get(str(level))
    if other is not None:
        described.replace(other, alike)
    else:
        described.append(alike)
    return True
