"""Dates in words."""

import re

from counterpoint.domain.source import NOT_STATED, UNDATED

from .translation import tr

_ISO = r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?"


def month_name(number: int) -> str:
    """The name of a month, which counts from 1. Raises IndexError beyond the twelfth."""
    return (
        tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"), tr("July"),
        tr("August"), tr("September"), tr("October"), tr("November"), tr("December"),
    )[number - 1]  # fmt: skip


def month(date: str) -> str:
    """ "October 2008" of "2008-10-20", "2017" of "2017"; "" of what is no date."""
    year, _, rest = date.partition("-")
    number = rest.partition("-")[0]
    if not year.isdigit():
        return ""
    if not number.isdigit() or not 1 <= int(number) <= 12:
        return year
    return f"{month_name(int(number))}\u00a0{year}"


def date_in_words(date: str) -> str:
    """ "20 October 2008", "October 2020", "2017", "undated" or "date not stated"."""
    if date == NOT_STATED:
        return tr("date not stated")
    year, month, day = date_parts(date)
    return " ".join(part for part in (day, month, year) if part) or tr("undated")


def date_from_words(words: str) -> str:
    """What `date_in_words` says so, as a file has it: "2021-03-12" of "12 March 2021", "2021-03" of
    "March 2021"; other words as they are."""
    found = re.fullmatch(r"(?:(\d{1,2})\s+)?([^\W\d]+)\s+(\d{4})", words.strip(), re.ASCII)
    if found is None:
        return words
    day, name, year = found.groups()
    for number in range(1, 13):
        if month_name(number).casefold() == name.casefold():
            return f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")
    return words


def date_parts(date: str) -> tuple[str, str, str]:
    """Year, month by name and day without a nought; "" for each that is not known."""
    found = re.fullmatch(_ISO, date)
    if found is None:
        return ("", "", "") if date in (UNDATED, NOT_STATED) else (date, "", "")
    year, month, day = found.groups("")
    named = month_name(int(month)) if month and 1 <= int(month) <= 12 else month
    return year, named, day.lstrip("0")
