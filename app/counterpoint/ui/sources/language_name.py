"""What a language is called."""

import re

from PySide6.QtCore import QLocale

_TAG = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def language(said: str) -> str:
    """The name of the language that a tag means, the tag after it: "French (fr)". What is no tag,
    or of no language that is known, as it is."""
    if _TAG.fullmatch(said) is None:
        return said
    found = QLocale.codeToLanguage(re.split("[-_]", said)[0])
    if found == QLocale.Language.AnyLanguage:
        return said
    return f"{QLocale.languageToString(found)} ({said})"
