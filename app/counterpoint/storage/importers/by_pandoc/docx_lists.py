"""Lists within lists of a Word document that only the names of its styles say: "List Bullet 2"."""

import re
from copy import deepcopy

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
_NAME = re.compile(r"list (?:bullet|number) ([2-9])", re.IGNORECASE)
"""Word writes the names of its own styles in English whatever language it speaks."""
_MOST_STYLES = 12


def lists_by_style(styles: "etree._Element") -> bool:
    """Whether there are such styles."""
    return any(_NAME.fullmatch(_said(each, "name")) for each in styles.iter(f"{_W}style"))


def nest_by_style(
    root: "etree._Element", styles: "etree._Element", numbering: "etree._Element"
) -> bool:
    """Says of each paragraph of such a style how deep it stands, where it does not say so itself,
    for Pandoc, which takes each of these styles for a list of its own. Whether anything was
    said."""
    levels = _levels(styles)
    lists = _lists(numbering)
    done = False
    for style in list(root.iter(f"{_W}pStyle")):
        level, number = levels.get(str(style.get(_VAL)), (0, ""))
        properties = style.getparent()
        if not level or properties is None:
            continue
        own = properties.find(f"{_W}numPr")
        said = _said(own, "ilvl")
        number = _said(own, "numId") or number
        if said not in ("", "0") or number not in lists or not _has(lists[number], level):
            continue
        if own is not None:
            properties.remove(own)
        own = etree.SubElement(properties, f"{_W}numPr")
        etree.SubElement(own, f"{_W}ilvl").set(_VAL, str(level))
        etree.SubElement(own, f"{_W}numId").set(_VAL, number)
        done = True
    return done


def _levels(styles: "etree._Element") -> dict[str, tuple[int, str]]:
    """How deep each such style stands in, from 0, and the number of its list."""
    found: dict[str, tuple[int, str]] = {}
    named = {str(each.get(f"{_W}styleId")): each for each in styles.iter(f"{_W}style")}
    for name, style in named.items():
        title = _NAME.fullmatch(_said(style, "name"))
        if title is None:
            continue
        at: etree._Element | None = style
        number = ""
        for _ in range(_MOST_STYLES):
            if at is None or number:
                break
            number = _said(at.find(f"{_W}pPr/{_W}numPr"), "numId")
            at = named.get(_said(at, "basedOn"))
        found[name] = int(title[1]) - 1, number
    return found


def _said(element: "etree._Element | None", name: str) -> str:
    part = element.find(_W + name) if element is not None else None
    return str(part.get(_VAL, "")) if part is not None else ""


def _lists(numbering: "etree._Element") -> dict[str, "etree._Element"]:
    """What describes the levels of each list, by the list's number."""
    described = {
        str(each.get(f"{_W}abstractNumId")): each for each in numbering.iter(f"{_W}abstractNum")
    }
    return {
        str(each.get(f"{_W}numId")): described[_said(each, "abstractNumId")]
        for each in numbering.iter(f"{_W}num")
        if _said(each, "abstractNumId") in described
    }


def _has(described: "etree._Element", level: int) -> bool:
    """Whether a list has this level; one that has only the outermost is given it, alike."""
    levels = {str(each.get(f"{_W}ilvl")): each for each in described.iter(f"{_W}lvl")}
    outermost = levels.get("0")
    if outermost is None:
        return False
    alike = deepcopy(outermost)
    alike.set(f"{_W}ilvl", str(level))
    text = alike.find(f"{_W}lvlText")
    if text is not None:
        text.set(_VAL, str(text.get(_VAL, "")).replace("%1", f"%{level + 1}"))
    other = levels.get(str(level))
    if other is not None:
        described.replace(other, alike)
    else:
        described.append(alike)
    return True
