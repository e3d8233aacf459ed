"""What the styles of a Word document say of how words look, said of the words themselves: of the
styles of paragraphs and tables Pandoc 3.9 heeds names alone."""

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_STYLES = 12
"""That a style may be based on, one on the other, as Word allows."""


def is_on(element: "etree._Element | None") -> bool:
    """Whether a property that is there or not, or says so, is."""
    return element is not None and element.get(f"{_W}val", "1") not in ("0", "false", "off")


def styles_with(styles: "etree._Element", *looks: str) -> set[str]:
    """The names of the styles that give what is in them one of these `looks`, as "vanish"."""
    return {name for look in looks for name in _with_one(styles, look)}


def _with_one(styles: "etree._Element", look: str) -> set[str]:
    said: dict[str, bool | None] = {}
    above: dict[str, str] = {}
    for style in styles.iter(f"{_W}style"):
        name = str(style.get(f"{_W}styleId", ""))
        own, based = style.find(f"{_W}rPr/{_W}{look}"), style.find(f"{_W}basedOn")
        said[name] = None if own is None else is_on(own)
        above[name] = str(based.get(f"{_W}val", "")) if based is not None else ""
    found: set[str] = set()
    for name in said:
        at = name
        for _ in range(_MOST_STYLES):
            if said.get(at) is not None or at not in above:
                break
            at = above[at]
        if said.get(at):
            found.add(name)
    return found


def look_by_style(root: "etree._Element", named: set[str], look: str) -> bool:
    """Gives each run that one of the styles `named` is for this `look`, unless it says of itself
    whether it has it. Whether there are any."""
    done = False
    for style in list(root.iter(*_STYLED)) if named else ():
        holder = style.getparent()
        part = holder.getparent() if holder is not None else None
        if part is None or str(style.get(f"{_W}val", "")) not in named:
            continue
        for run in (part,) if part.tag == f"{_W}r" else part.iter(f"{_W}r"):
            own = run.find(f"{_W}rPr")
            if own is None:
                own = etree.Element(f"{_W}rPr")
                run.insert(0, own)
            if own.find(_W + look) is None:
                etree.SubElement(own, _W + look)
                done = True
    return done


_STYLED = tuple(_W + name for name in ("rStyle", "pStyle", "tblStyle"))


def strike_out(root: "etree._Element", named: set[str]) -> bool:
    """Says of each run that is struck out, by two lines too or by one of the styles `named`, that
    it is, as Pandoc heeds it. Whether there are any that did not say so."""
    done = False
    for double in list(root.iter(f"{_W}dstrike")):
        look = double.getparent()
        if look is None:
            continue
        one = look.find(f"{_W}strike")
        if one is not None and is_on(double):
            look.remove(one)
        elif one is not None:
            look.remove(double)
            continue
        double.tag = f"{_W}strike"
        done = True
    return look_by_style(root, named, "strike") or done
