"""What each page of a document is called: as is printed on it, or as the file names it."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from .running_lines import (
    are_one_number,
    borne_numbers,
    page_number,
    prefixed_number,
    printed_numbers,
    repeated,
    roman_at_edge,
    shape,
    to_roman,
    value,
)

_AROUND = " \t[]()|-–—."
_ROMAN, _ARABIC = "i", "1"
_RUN = 3
"""Pages on which printed numbers must run on to win over the names that the file gives."""


class _Borne(NamedTuple):
    """A number that a page bears. `style` is `_ROMAN`, `_ARABIC` or the letters before it."""

    style: str
    number: int
    high: bool = False
    """Whether a roman one is in capitals."""


def page_labels(edges: Sequence[Sequence[str]], own: Sequence[str] = ()) -> list[str] | None:
    """What each page is called; None where nothing is printed and the file names none. "" for a
    page that has no name.

    `edges` gives for each page the lines near its top and foot. Front matter, body and appendix
    are numbered each for itself. `own` are the names in the file: they hold, but where numbers that
    run on over three pages are printed otherwise.
    """
    runs = _runs(edges)
    if len(runs) == 1 and runs[0][1] == _ARABIC:
        found = printed_numbers(edges, own)
        return _chosen(edges, own, found or [""] * len(edges)) if found or any(own) else None
    labels: list[str] = []
    for pages, style in runs:
        here = edges[pages.start : pages.stop]
        of_file = own[pages.start : pages.stop]
        if style == _ARABIC:
            printed = printed_numbers(here, of_file) or [""] * len(here)
        else:
            printed = _counted_on(here, style)
        labels += _chosen(here, of_file, printed)
    return labels


def twice(labels: Sequence[str]) -> list[str]:
    """The names that more than one page bears."""
    return [label for label, times in Counter(labels).items() if label and times > 1]


def _bare(label: str) -> str:
    return label.strip(_AROUND).replace("–", "-").casefold()


def _chosen(
    edges: Sequence[Sequence[str]], own: Sequence[str], printed: Sequence[str]
) -> list[str]:
    """For the pages of one run: the names of the file, or the printed ones where these are borne
    out on so many more pages; on each page that has but one of them that one."""
    if not any(own):
        return [*printed]
    more = sum(map(_bears, edges, printed)) - sum(map(_bears, edges, own))
    trivial = all(label == str(page) for page, label in enumerate(own, 1))
    wins = more >= (2 if trivial else _RUN)
    first, second = (printed, own) if wins else (own, printed)
    return [one or other for one, other in zip(first, second, strict=True)]


def _bears(lines: Sequence[str], label: str) -> bool:
    """Whether a page with these lines bears `label`, alone or at the end of one of them."""
    if not label:
        return False
    words = (word for line in lines if line.split() for word in (line.split()[0], line.split()[-1]))
    return any(_bare(word) == _bare(label) for word in words) or any(
        are_one_number(line, label) for line in lines
    )


def _runs(edges: Sequence[Sequence[str]]) -> list[tuple[range, str]]:
    """The pages that are numbered alike, in their order, and how."""
    styles = _styles(edges)
    found: list[tuple[range, str]] = []
    begin = 0
    for page in range(1, len(edges) + 1):
        if page == len(edges) or styles[page] != styles[begin]:
            found.append((range(begin, page), styles[begin].split()[0]))
            begin = page
    return found


def _styles(edges: Sequence[Sequence[str]]) -> list[str]:
    """How each page is numbered; what begins anew in the same style has another count behind it."""
    marked = _marked(edges)
    known = [page for page, borne in enumerate(marked) if borne is not None]
    if not known:
        return [_ARABIC] * len(edges)
    styles = [""] * len(edges)
    before: int | None = None
    for page in known:
        borne = marked[page]
        assert borne is not None
        last = marked[before] if before is not None else None
        style = borne.style
        if last is not None and before is not None and last.style == style:
            again = style == _ARABIC and _begins_anew(marked, page, last.number)
            style = f"{styles[before]} again" if again else styles[before]
        styles[page] = style
        start = 0 if before is None else before + 1
        for between in range(start, page):
            back = borne.number - (page - between) >= 1
            goes_on = before is not None and (styles[before] == style or not back)
            styles[between] = styles[before] if goes_on and before is not None else style
        before = page
    assert before is not None
    return [each or styles[before] for each in styles]


def _begins_anew(marked: Sequence[_Borne | None], page: int, last: int) -> bool:
    borne = marked[page]
    if borne is None or borne.number > last:
        return False
    return all(
        (each := marked[page + nth] if page + nth < len(marked) else None) is not None
        and each.number == borne.number + nth
        for nth in range(_RUN)
    )


def _marked(edges: Sequence[Sequence[str]]) -> list[_Borne | None]:
    """The number of each page that runs on with one of another; None where there is none."""
    arabic = borne_numbers(edges)
    sure = Counter(number - page for page, (surely, _) in enumerate(arabic) for number in surely)
    all_of = Counter(
        number - page for page, (surely, beside) in enumerate(arabic) for number in surely | beside
    )
    heads = repeated(edges)
    others = [_others(lines, heads) for lines in edges]
    steps = Counter(
        (each.style, each.high, each.number - page)
        for page, here in enumerate(others)
        for each in here
    )
    found: list[_Borne | None] = []
    for page, (surely, beside) in enumerate(arabic):
        alone = {int(each) for each in map(page_number, edges[page]) if each.isdigit()}
        own = {number for number in surely if sure[number - page] > 1}
        own = own or {number for number in surely | beside if all_of[number - page] >= _RUN}
        running = [
            each for each in others[page] if steps[each.style, each.high, each.number - page] > 1
        ]
        if running and not own & alone:
            found.append(running[0])
        else:
            likely = [(sure[each - page], all_of[each - page], each) for each in own]
            found.append(_Borne(_ARABIC, max(likely)[2]) if likely else None)
    return found


def _others(lines: Sequence[str], heads: frozenset[str]) -> set[_Borne]:
    """Roman numbers and those with letters before them that stand alone in their lines, and roman
    ones beside the words of running `heads`."""
    found: set[_Borne] = set()
    for line in lines:
        number = page_number(line)
        if number.isalpha():
            found.add(_Borne(_ROMAN, value(number), number.isupper()))
        elif not number and (prefixed := prefixed_number(line)):
            found.add(_Borne(prefixed[0], int(prefixed[1])))
        elif not number and (roman := roman_at_edge(line)) and shape(line) in heads:
            found.add(_Borne(_ROMAN, value(roman)))
    return found


def _counted_on(edges: Sequence[Sequence[str]], style: str) -> list[str]:
    """The numbers of one run that is not in plain figures, also of pages that bear none."""
    heads = repeated(edges)
    borne = [[each for each in _others(lines, heads) if each.style == style] for lines in edges]
    steps = Counter(each.number - page for page, here in enumerate(borne) for each in here)
    ((usual, _),) = steps.most_common(1)
    high = sum(each.high for here in borne for each in here) * 2 > sum(map(len, borne))
    found: list[str] = []
    last = 0
    for page, here in enumerate(borne):
        own = [each.number for each in here if steps[each.number - page] > 1]
        number = usual + page
        if own and number not in own and own[0] > last:
            number = own[0]
        last = max(last, number)
        if number < 1:
            found.append("")
        elif style == _ROMAN:
            found.append(to_roman(number).upper() if high else to_roman(number))
        else:
            found.append(f"{style}{number}")
    return found
