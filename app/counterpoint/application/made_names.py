"""What something new is called in files: its id, from a document's name or from its words."""

import re
from collections.abc import Container
from unicodedata import combining, normalize

from counterpoint.storage.library.listing import RESERVED

_LONGEST = 60
_CYRILLIC = {
    **{"а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z"},
    **{"и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r"},
    **{"с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh"},
    **{"щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya"},
    **{"і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u"},
}
_LETTERS = str.maketrans(
    {**_CYRILLIC, "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"}
)


def id_for(stem: str, taken: Container[str], otherwise: str = "source") -> str:
    """An id like `stem` that is not among `taken`: "UN Charter (1945)" gives "un-charter-1945";
    `otherwise` where less than half of its letters can be used."""
    plain = normalize("NFKD", stem.lower().translate(_LETTERS))
    words = re.findall("[a-z0-9]+", "".join(sign for sign in plain if not combining(sign)))
    if 2 * sum(map(len, words)) < sum(map(str.isalnum, stem)):
        words = []  # too little of it to tell what it is called
    id = "-".join(words)[:_LONGEST].strip("-") or otherwise
    if id in RESERVED or id == "library":
        id = f"{id}-text"
    found, number = id, 2
    while found in taken:
        found, number = f"{id}-{number}", number + 1
    return found
