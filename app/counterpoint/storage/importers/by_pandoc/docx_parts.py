"""What the parts of a Word document say of its styles and its lists, as several ask it."""

from collections.abc import Callable
from typing import TypeVar

from lxml import etree

from .inherited import inherited

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"

_T = TypeVar("_T")


def value_of(element: "etree._Element | None", name: str) -> str:
    """The value of the property `name` of `element`; "" where there is none."""
    part = element.find(W + name) if element is not None else None
    return str(part.get(VAL, "")) if part is not None else ""


def by_style(
    styles: "etree._Element", own: "Callable[[etree._Element], _T | None]"
) -> dict[str, _T]:
    """What `own` finds for each style, or for the first of those it is based on that has some; by
    the names that paragraphs and runs say."""
    named = {str(each.get(f"{W}styleId")): each for each in styles.iter(f"{W}style")}
    return inherited(
        {name: own(style) for name, style in named.items()},
        {name: value_of(style, "basedOn") for name, style in named.items()},
    )


def lists_of_styles(styles: "etree._Element") -> dict[str, tuple[str, str]]:
    """The number of the list and the level that each style of paragraphs puts them in."""

    def place(style: "etree._Element") -> tuple[str, str] | None:
        own = style.find(f"{W}pPr/{W}numPr")
        number = value_of(own, "numId")
        return (number, value_of(own, "ilvl")) if number else None

    return by_style(styles, place)


def described_lists(numbering: "etree._Element") -> "dict[str, etree._Element]":
    """What describes the levels of lists, by the names that the lists say."""
    return {str(each.get(f"{W}abstractNumId")): each for each in numbering.iter(f"{W}abstractNum")}
