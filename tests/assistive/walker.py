"""Walking the tree of objects that a program shows to screen readers."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from jeepney import DBusErrorResponse

from .accessibility_bus import Ref, ScreenReader

ASKED: dict[str, tuple[tuple[str, str, tuple[object, ...]], ...]] = {
    "Accessible": (
        ("GetAttributes", "", ()),
        ("GetIndexInParent", "", ()),
        ("GetLocalizedRoleName", "", ()),
        ("GetRelationSet", "", ()),
        ("GetApplication", "", ()),
    ),
    "Action": (("GetActions", "", ()),),
    "Component": (
        ("GetExtents", "u", (0,)),
        ("GetLayer", "", ()),
        ("GetAccessibleAtPoint", "iiu", (3, 3, 0)),
    ),
    "Selection": (("IsChildSelected", "i", (0,)),),
    "Table": (("GetSelectedRows", "", ()), ("IsRowSelected", "i", (0,))),
    "TableCell": (("GetRowHeaderCells", "", ()), ("GetColumnHeaderCells", "", ())),
    "Text": (
        ("GetText", "ii", (0, -1)),
        ("GetNSelections", "", ()),
        ("GetOffsetAtPoint", "iiu", (5, 5, 0)),
        ("GetDefaultAttributes", "", ()),
        ("GetDefaultAttributeSet", "", ()),
    ),
}
"""Methods of each interface: name, signature and arguments."""
OF_WORDS: tuple[tuple[str, str, tuple[object, ...]], ...] = (
    ("GetStringAtOffset", "iu", (0, 1)),
    ("GetTextAtOffset", "iu", (0, 1)),
    ("GetCharacterAtOffset", "i", (0,)),
    ("GetCharacterExtents", "iu", (0, 0)),
    ("GetRangeExtents", "iiu", (0, 0, 0)),
    ("GetAttributes", "i", (0,)),
    ("GetAttributeRun", "ib", (0, True)),
)
"""Methods of Text where it is not empty."""
HELD = {
    "Accessible": ("Name", "Description", "Parent", "ChildCount", "Locale", "AccessibleId"),
    "Action": ("NActions",),
    "Selection": ("NSelectedChildren",),
    "Table": ("NRows", "NColumns", "Caption", "Summary"),
    "TableCell": ("Position", "RowSpan", "ColumnSpan", "Table"),
    "Text": ("CharacterCount", "CaretOffset"),
    "Value": ("CurrentValue", "MinimumValue", "MaximumValue", "MinimumIncrement"),
}
"""Properties of each interface."""


class Seen(NamedTuple):
    """An object, and what was answered about it."""

    ref: Ref
    role: str
    name: str
    description: str
    states: frozenset[str]
    interfaces: tuple[str, ...]
    actions: tuple[str, ...]
    text: str
    within: tuple[str, ...]
    """The roles and names of what it is in, outermost first."""

    def __str__(self) -> str:
        return " > ".join((*self.within, f"{self.role} {self.name!r}"))


def walk(
    reader: ScreenReader, ref: Ref, within: tuple[str, ...] = (), *, hidden: bool = False
) -> Iterator[Seen]:
    """Everything below and with `ref`, each asked for all that the bus can ask; what is hidden
    only where it is wanted. Raises AssertionError if an answer contradicts another, and
    DBusErrorResponse where none comes."""
    seen = _ask_all(reader, ref, within)
    yield seen
    if within and not hidden and "showing" not in seen.states:
        return
    children = [Ref(*each) for each in reader.ask(ref, "Accessible", "GetChildren")]
    assert len(children) == reader.get(ref, "Accessible", "ChildCount"), seen
    for at, child in enumerate(children):
        assert child == Ref(*reader.ask(ref, "Accessible", "GetChildAtIndex", "i", at)), seen
        assert child.path != "/org/a11y/atspi/null", f"child {at} of {seen} is nothing"
        parent = Ref(*reader.get(child, "Accessible", "Parent"))
        assert parent == ref, f"child {at} of {seen} has another parent"
        yield from walk(reader, child, (*within, f"{seen.role} {seen.name!r}"), hidden=hidden)


def _ask_all(reader: ScreenReader, ref: Ref, within: tuple[str, ...]) -> Seen:
    given = reader.ask(ref, "Accessible", "GetInterfaces")
    interfaces = tuple(each.rpartition(".")[2] for each in given)
    answers: dict[str, Any] = {}
    for interface in interfaces:
        try:
            for name in HELD.get(interface, ()):
                answers[name] = reader.get(ref, interface, name)
            asked = ASKED.get(interface, ())
            asked += OF_WORDS if interface == "Text" and answers["CharacterCount"] else ()
            for method, form, words in asked:
                answers[method] = reader.ask(ref, interface, method, form, *words)
            if interface == "Table" and answers["NRows"] * answers["NColumns"]:
                reader.ask(ref, "Table", "GetAccessibleAt", "ii", 0, 0)
        except DBusErrorResponse as error:
            error.add_note(f"{interface} of {within}, after {answers}")
            raise
    return Seen(
        ref,
        reader.ask(ref, "Accessible", "GetRoleName"),
        answers["Name"],
        answers["Description"],
        reader.states(ref),
        interfaces,
        tuple(name for name, *_ in answers.get("GetActions", ())),
        answers.get("GetText", ""),
        within,
    )
