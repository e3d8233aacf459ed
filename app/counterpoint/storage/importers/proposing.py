"""Which of what a file says of itself is worth proposing."""

import re
from datetime import date

from .draft import Proposal

_NO_TITLE = re.compile(
    r"(?:untitled|title|titel|document\d*|slide \d+|microsoft word - .*|powerpoint.*|no title"
    r"|\(?anonymous\)?|unknown|.*\.(?:docx?|pdf|rtf|odt|indd|qxd|exe|txt|html?|tex|dvi|pages|wpd))",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(?:python-docx|windows user|microsoft office user|user\d*|admin(?:istrator)?|owner|unknown"
    r"|author|default|pc|\(?anonymous\)?|[a-z]{0,3}\d{4,}|root|un-?named|guest)",
    re.IGNORECASE,
)
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:$|[T\s])")
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def tidied(proposal: Proposal) -> Proposal:
    """Without what is no title, no name, no date: names of files and of programs."""
    return Proposal(
        title=_unless(_NO_TITLE, proposal.title),
        author=_unless(_NO_AUTHOR, proposal.author),
        date=iso_date(proposal.date),
        file_date=iso_date(proposal.file_date),
        language=proposal.language if _LANGUAGE.fullmatch(proposal.language) else "",
        publisher=_unless(_NO_AUTHOR, proposal.publisher),
    )


def _unless(pattern: "re.Pattern[str]", words: str) -> str:
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
    return "" if pattern.fullmatch(line) or not any(map(str.isalnum, line)) else line[:300]


def iso_date(words: str) -> str:
    """ "2020-10-08" of "2020-10-08T09:00Z", as far as it is known; "" where it is none."""
    found = _DATE.match(words.strip())
    return _checked(*found.groups("")) if found else ""


def pdf_date(words: str) -> str:
    """ "2020-10-08" of "D:20201008090000Z"; "" where it is none."""
    found = _PDF_DATE.match(words.strip())
    return _checked(*found.groups("")) if found else ""


def _checked(year: str, month: str, day: str) -> str:
    if not 1000 <= int(year) <= 2999:
        return ""
    if not month or not 1 <= int(month) <= 12:
        return year
    if not day or not 1 <= int(day) <= 31:
        return f"{year}-{month}"
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return f"{year}-{month}"
    return f"{year}-{month}-{day}"
