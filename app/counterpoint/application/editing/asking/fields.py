"""What is asked, as values: fields, what is in them, and the step that they make."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from counterpoint.application.editing.desk import Changes, LibraryDesk
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.following import NOTHING, Became
from counterpoint.domain.note import Target
from counterpoint.domain.word_diff import WordChange

Option = tuple[str, str]
"""An id, and what it is called."""


class Entry(NamedTuple):
    """One row of a list: `key` names what it was made of, "" where it is new."""

    key: str
    cells: tuple[str, ...]


class Values:
    """What stands in the fields, by their names. Raises KeyError where there is no such field."""

    def __init__(
        self,
        words: Mapping[str, str],
        several: Mapping[str, tuple[str, ...]],
        entries: Mapping[str, tuple[Entry, ...]],
    ) -> None:
        self._words, self._several, self._entries = dict(words), dict(several), dict(entries)

    def words(self, name: str) -> str:
        """Of a field of words, white space at its ends cut off; or what was chosen of some."""
        return self._words[name].strip()

    def lines(self, name: str) -> tuple[str, ...]:
        """Of a field of lines, without empty ones."""
        return tuple(line.strip() for line in self._words[name].splitlines() if line.strip())

    def several(self, name: str) -> tuple[str, ...]:
        return self._several[name]

    def entries(self, name: str) -> tuple[Entry, ...]:
        """Those in which something stands."""
        return tuple(each for each in self._entries[name] if any(c.strip() for c in each.cells[:1]))

    def of(self, name: str) -> str | tuple[str, ...] | tuple[Entry, ...]:
        """Whatever stands in a field, to the letter."""
        if name in self._words:
            return self._words[name]
        return self._several[name] if name in self._several else self._entries[name]

    def parts(
        self,
    ) -> tuple[dict[str, str], dict[str, tuple[str, ...]], dict[str, tuple[Entry, ...]]]:
        """Copies of what it was made of."""
        return dict(self._words), dict(self._several), dict(self._entries)

    def has(self, name: str) -> bool:
        return name in self._words or name in self._several or name in self._entries


When = Callable[[Values], bool]


def always(_values: Values) -> bool:
    return True


class Words(NamedTuple):
    """A field in which one writes; `most_words` are counted; `lines` has an entry to a line."""

    name: str
    label: str
    value: str = ""
    most_words: int = 0
    lines: bool = False
    quoted: bool = False
    """Whether they are a source's words."""
    hint: str = ""
    when: When = always
    part: str = ""
    """What it is of, where several fields are of one thing: it stands over the first."""


class OneOf(NamedTuple):
    name: str
    label: str
    options: tuple[Option, ...]
    value: str = ""
    when: When = always
    part: str = ""
    """As in `Words`."""


class Several(NamedTuple):
    """Any of some, by check marks; they are kept in the order in which they were checked."""

    name: str
    label: str
    options: tuple[Option, ...]
    value: tuple[str, ...] = ()
    when: When = always
    quoted: bool = False
    """Whether they are a source's words."""


class Column(NamedTuple):
    """Of an entry; one of `options` where there are any, else words."""

    label: str
    options: tuple[Option, ...] = ()


class Entries(NamedTuple):
    """A list whose entries are worded, added, deleted and put in another order."""

    name: str
    label: str
    columns: tuple[Column, ...]
    value: tuple[Entry, ...] = ()
    add: str = ""
    """What adds one."""
    most: int = 99
    when: When = always


Field = Words | OneOf | Several | Entries


class Step(NamedTuple):
    """What becomes of it. `target` is to be chosen then, if it is not None; `became`: what was
    merged, by what it is part of then; `told`: what else became of something, in a sentence."""

    kind: CommandKind
    changes: Changes
    target: Target | None = None
    became: Became = NOTHING
    told: str = ""


class NotYet(Exception):
    """What is asked cannot be kept so: why, in a sentence."""

    def __init__(self, why: str, field: str = "", *, follows: bool = False) -> None:
        """`field` is the name of the one to be filled or changed; "" where it is none alone.
        `follows`: what was chosen in another field asks for it."""
        super().__init__(why)
        self.field, self.follows = field, follows


class Asked(NamedTuple):
    """`what` names it among drafts; `step` raises NotYet, or what the operations raise."""

    what: str
    title: str
    fields: tuple[Field, ...]
    step: Callable[[LibraryDesk, Values], Step]
    said: tuple[str, ...] = ()
    """What is told over the fields, in our words."""
    quoted: tuple[str, ...] = ()
    """A source's words, over the fields."""
    differs: tuple[str | WordChange, ...] = ()
    """Words that are proposed for others, with what differs between the two."""
    keep: str = ""
    """What keeps it is called, where "Keep" does not say enough."""
    in_place: bool = False
    """Whether it is one field that stands over the very words."""
    is_new: bool = False
    """Whether nothing was there before: then all fields are kept as its draft, once one is filled,
    as what was chosen when it was asked cannot be known again."""
    anew: Callable[[LibraryDesk, Values], Step] | None = None
    """Where others have deleted what it is about: makes it anew, as it stands in the fields."""
