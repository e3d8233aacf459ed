"""What a browser shows of the lists and forms of a page that Pandoc 3.9 leaves out or gets wrong:
the numbers of entries, what is ticked, chosen and filled in."""

from typing import Any

from counterpoint.domain.counting import counted
from counterpoint.storage.importers.text.phrases import quoted

from .list_signs import sign_of
from .packed import words_of
from .pandoc_tree import printed_number

_STYLES = {"a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}
_BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6")
_OF_A_PAGE = ("nav", "header", "footer", "menu")
_NO_ANSWERS = ("button", "file", "hidden", "image", "password", "reset", "search", "submit")


def number_entries(root: Any) -> None:
    """Puts its number before each entry of a list that does not simply count on."""
    for each in root.iter("ol"):
        entries = [entry for entry in each if entry.tag == "li"]
        backwards = each.get("reversed") is not None
        if not backwards and not any(entry.get("value") for entry in entries):
            continue
        number = _number(each.get("start"), len(entries) if backwards else 1)
        for entry in entries:
            number = _number(entry.get("value"), number)
            style = _STYLES.get(str(entry.get("type") or each.get("type") or ""), "Decimal")
            _put_before(entry, printed_number(f"{sign_of(number, style)}."))
            number += -1 if backwards else 1


def _number(said: str | None, otherwise: int) -> int:
    said = (said or "").strip()
    bare = said.removeprefix("-")
    return int(said) if bare.isascii() and bare.isdigit() and len(bare) < 10 else otherwise


def _put_before(entry: Any, words: str) -> None:
    """Before the first words of an entry, those of a list within it too."""
    first = next(iter(entry), None)
    while not (entry.text or "").strip() and first is not None and first.tag in _BLOCKS:
        entry, first = first, next(iter(first), None)
    entry.text = words + (entry.text or "").lstrip()


def answers_told(root: Any) -> list[str]:
    """Puts a sign in the place of what is ticked or not, takes lists to choose from out, and says
    what is chosen and filled in."""
    said: list[str] = []
    for field in list(root.iter("select", "input", "textarea")):
        kind = str(field.get("type") or "text").lower()
        beside = next(field.iterancestors(*_OF_A_PAGE), None) is not None
        if field.tag == "input" and kind in ("checkbox", "radio"):
            if not beside:
                sign = "☒" if field.get("checked") is not None else "☐"
                field.tail = f"{sign} {(field.tail or '').lstrip()}"
                field.drop_tree()
            continue
        if field.tag == "select":
            words = ", ".join(_chosen(field))
            field.drop_tree()
        elif field.tag == "textarea":
            words = words_of(field)
        else:
            words = "" if kind in _NO_ANSWERS else " ".join(str(field.get("value") or "").split())
        if words and not beside:
            said.append(words)
    if not said:
        return []
    return [f"what is filled into {counted(len(said), 'field')} of its form: {quoted(said)}"]


def _chosen(field: Any) -> list[str]:
    """The entries of a list that are chosen; the first, which is to be seen, where none is."""
    entries = list(field.iter("option"))
    chosen = [each for each in entries if each.get("selected") is not None]
    if not chosen and field.get("multiple") is None:
        chosen = entries[:1]
    return [*filter(None, map(words_of, chosen))]
