"""The seam through which every word passes on its way to a person.

`pyside6-lupdate` finds each call of `tr` whose text is a literal. Qt is not needed here: the window
may give the function that looks a text up (`QCoreApplication.translate` with an empty context), and
without one everything is said in English.
"""

import re
from collections.abc import Callable

Translate = Callable[[str, str, int], str]
"""Gives the translation of a text with its comment, for a number or -1; or the text itself."""

_FORMS = re.compile(r"\(([^()|]*)\|([^()|]*)\)")
_in_use: list[Translate] = []
"""None or one."""


def use(translate: Translate | None) -> None:
    """From now on texts are looked up so; None for English."""
    _in_use[:] = [] if translate is None else [translate]


def QT_TR_NOOP(text: str) -> str:  # noqa: N802
    """The text, which is `translated` later: for tables that are made before a language is.

    The Linguist knows the mark by this name.
    """
    return text


def translated(marked: str) -> str:
    """What `QT_TR_NOOP` has marked, in the language of the person."""
    for translate in _in_use:
        marked = translate(marked, "", -1)
    return marked


def tr(text: str, comment: str = "", number: int | None = None, /, **values: object) -> str:
    """The text in the language of the person, with `{names}` in it replaced by the values.

    `comment` tells a translator what is meant, and tells two meanings of one text apart. With a
    number, `{n}` in the text is the number, and of "claim(|s)" or "entr(y|ies)" the first form is
    taken for 1 and the second for any other; a translation brings the forms of its language.
    """
    for translate in _in_use:
        text = translate(text, comment, -1 if number is None else number)
    if number is not None:
        text = _FORMS.sub(r"\1" if number == 1 else r"\2", text)
        values["n"] = f"{number:,}"
    return text.format_map(values) if values else text
