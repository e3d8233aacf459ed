"""What the styles of a Word document say of how words look, said of the words themselves: of the
styles of paragraphs and tables Pandoc 3.9 heeds names alone."""

from lxml import etree

from .docx_parts import VAL, W, by_style


def is_on(element: "etree._Element | None") -> bool:
    """Whether a property that is there or not, or says so, is."""
    return element is not None and element.get(VAL, "1") not in ("0", "false", "off")


def styles_with(styles: "etree._Element", *looks: str) -> set[str]:
    """The names of the styles that give what is in them one of these `looks`, as "vanish"."""
    return {name for look in looks for name in _with_one(styles, look)}


def _with_one(styles: "etree._Element", look: str) -> set[str]:
    def own(style: "etree._Element") -> bool | None:
        found = style.find(f"{W}rPr/{W}{look}")
        return None if found is None else is_on(found)

    return {name for name, on in by_style(styles, own).items() if on}


def look_by_style(root: "etree._Element", named: set[str], look: str) -> bool:
    """Gives each run that one of the styles `named` is for this `look`, unless it says of itself
    whether it has it. Whether there are any."""
    done = False
    for style in list(root.iter(*_STYLED)) if named else ():
        holder = style.getparent()
        part = holder.getparent() if holder is not None else None
        if part is None or str(style.get(VAL, "")) not in named:
            continue
        for run in (part,) if part.tag == f"{W}r" else part.iter(f"{W}r"):
            own = run.find(f"{W}rPr")
            if own is None:
                own = etree.Element(f"{W}rPr")
                run.insert(0, own)
            if own.find(W + look) is None:
                etree.SubElement(own, W + look)
                done = True
    return done


_STYLED = tuple(W + name for name in ("rStyle", "pStyle", "tblStyle"))


def strike_out(root: "etree._Element", named: set[str]) -> bool:
    """Says of each run that is struck out, by two lines too or by one of the styles `named`, that
    it is, as Pandoc heeds it. Whether there are any that did not say so."""
    done = False
    for double in list(root.iter(f"{W}dstrike")):
        look = double.getparent()
        if look is None:
            continue
        one = look.find(f"{W}strike")
        if one is not None and is_on(double):
            look.remove(one)
        elif one is not None:
            look.remove(double)
            continue
        double.tag = f"{W}strike"
        done = True
    return look_by_style(root, named, "strike") or done
