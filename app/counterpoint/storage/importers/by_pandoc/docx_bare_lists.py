"""Entries of a Word document's lists that show no sign, as the further paragraphs of an entry."""

from lxml import etree

from .pandoc_tree import NO_SIGN

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
_MOST_STYLES = 12

_Levels = dict[tuple[str, str], bool]


def mark_bare_entries(
    parts: "list[etree._Element]",
    styles: "etree._Element | None",
    numbering: "etree._Element",
) -> bool:
    """Puts a mark before each paragraph whose list has no more than white space for a sign, which
    Pandoc would give a bullet. Whether there were such."""
    bare = _bare_levels(numbering)
    if not any(bare.values()):
        return False
    by_style = _lists_of_styles(styles) if styles is not None else {}
    done = False
    for paragraph in (each for part in parts for each in part.iter(f"{_W}p")):
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            continue
        own = properties.find(f"{_W}numPr")
        number, level = by_style.get(_said(properties, "pStyle"), ("", ""))
        place = (_said(own, "numId") or number, _said(own, "ilvl") or level or "0")
        if bare.get(place):
            run = etree.Element(f"{_W}r")
            etree.SubElement(run, f"{_W}t").text = NO_SIGN
            properties.addnext(run)
            done = True
    return done


def _bare_levels(numbering: "etree._Element") -> _Levels:
    """Whether an entry shows no sign, by the number of its list and its level."""
    described = {
        str(each.get(f"{_W}abstractNumId")): each for each in numbering.iter(f"{_W}abstractNum")
    }
    found: _Levels = {}
    for each in numbering.iter(f"{_W}num"):
        number = str(each.get(f"{_W}numId"))
        general = described.get(_said(each, "abstractNumId"))
        for part in (general, each):  # what the list itself says holds
            for level in part.iter(f"{_W}lvl") if part is not None else ():
                found[number, str(level.get(f"{_W}ilvl"))] = _is_bare(level)
    return found


def _is_bare(level: "etree._Element") -> bool:
    text = level.find(f"{_W}lvlText")
    if text is None or level.find(f"{_W}lvlPicBulletId") is not None:
        return False
    return not str(text.get(_VAL, "")).strip()


def _lists_of_styles(styles: "etree._Element") -> dict[str, tuple[str, str]]:
    """The number of the list and the level that each style of paragraphs puts them in."""
    named = {str(each.get(f"{_W}styleId")): each for each in styles.iter(f"{_W}style")}
    found: dict[str, tuple[str, str]] = {}
    for name, style in named.items():
        at: etree._Element | None = style
        own: etree._Element | None = None
        for _ in range(_MOST_STYLES):
            own = at.find(f"{_W}pPr/{_W}numPr") if at is not None else None
            if at is None or _said(own, "numId"):
                break
            at = named.get(_said(at, "basedOn"))
        if own is not None:
            found[name] = _said(own, "numId"), _said(own, "ilvl")
    return found


def _said(element: "etree._Element | None", name: str) -> str:
    part = element.find(_W + name) if element is not None else None
    return str(part.get(_VAL, "")) if part is not None else ""
