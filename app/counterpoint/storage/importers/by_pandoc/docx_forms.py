"""What is filled into the fields of a Word document's form, which Pandoc 3.9 leaves out, and what
is drawn as letters behind the text or on it."""

from lxml import etree

from .docx_looks import is_on
from .docx_parts import W

_TEXTPATH = "{urn:schemas-microsoft-com:vml}textpath"
_TICKED, _BLANK = "☒", "☐"


def answers_as_words(root: "etree._Element") -> None:
    """Puts the box of each field that is ticked or not, and what is chosen of a list, where it is
    to be seen."""
    for field in list(root.iter(f"{W}ffData")):
        begin = field.getparent()
        run = begin.getparent() if begin is not None else None
        words = _answer(field)
        if run is None or run.tag != f"{W}r" or not words:
            continue
        made = etree.Element(f"{W}r")
        etree.SubElement(made, f"{W}t").text = words
        run.addprevious(made)


def _answer(field: "etree._Element") -> str:
    box, choices = field.find(f"{W}checkBox"), field.find(f"{W}ddList")
    if box is not None:
        said = box.find(f"{W}checked")
        return _TICKED if is_on(said if said is not None else box.find(f"{W}default")) else _BLANK
    if choices is None:
        return ""
    entries = [str(each.get(f"{W}val", "")) for each in choices.iter(f"{W}listEntry")]
    chosen = choices.find(f"{W}result")
    chosen = chosen if chosen is not None else choices.find(f"{W}default")
    nth = str(chosen.get(f"{W}val", "")) if chosen is not None else "0"
    return entries[int(nth)] if nth.isdecimal() and int(nth) < len(entries) else ""


def drawn_letters(*parts: "etree._Element") -> list[str]:
    """The words of watermarks and of letters that are drawn, each once."""
    found = (str(each.get("string") or "") for part in parts for each in part.iter(_TEXTPATH))
    return list(dict.fromkeys(filter(None, (" ".join(words.split()) for words in found))))
