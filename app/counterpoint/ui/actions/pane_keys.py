"""The keys that mean something in one pane only. With those of the actions (table.py) they are all
keys of the window: what is pressed is looked up here, the page of keys is made from here, and what
is said of keys in tips and menus too (shown_keys.py)."""

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from counterpoint.labels.translation import QT_TR_NOOP

from .table import ACTIONS


class Context(StrEnum):
    """Where keys mean something, by the heading of the page of keys."""

    COMPARISON = QT_TR_NOOP("In the comparison")
    MAP = QT_TR_NOOP("On the map")
    READER = QT_TR_NOOP("In the reader")
    PDF = QT_TR_NOOP("On the pages of a PDF")
    CARET = QT_TR_NOOP("In the reader, with a caret")
    EDITING = QT_TR_NOOP("While something is changed")
    LINKING = QT_TR_NOOP("While a passage is linked")
    FIND = QT_TR_NOOP("In the field that finds words")
    NOTEBOOK = QT_TR_NOOP("In the notebook")
    PAGE = QT_TR_NOOP("On a page of the comparison")
    PREVIEW = QT_TR_NOOP("In the preview of a paper")
    SOURCES = QT_TR_NOOP("In the list of sources")
    REVISION = QT_TR_NOOP("In a new version of a source")
    DESCRIPTION = QT_TR_NOOP("In the description of a source")
    ARRIVALS = QT_TR_NOOP("In the list of documents brought in")
    NOTES = QT_TR_NOOP("In the list of notes")
    SEARCH = QT_TR_NOOP("On the page of results")
    NAMING = QT_TR_NOOP("While a search is named")
    CHOSEN = QT_TR_NOOP("In the note on several results")
    FACETS = QT_TR_NOOP("In the list of what results are narrowed by")
    APPROACHES = QT_TR_NOOP("In the list of approaches")
    PROBLEMS = QT_TR_NOOP("In the list of problems")
    PALETTE = QT_TR_NOOP("While searching or going to something")
    HELP = QT_TR_NOOP("On a page such as this one")


class PaneKey(NamedTuple):
    """`id` names what the pane does; `keys` are portable key sequences, as those of an action."""

    context: Context
    id: str
    what: str
    keys: tuple[str, ...]


_C, _R, _M, _F = Context.COMPARISON, Context.READER, Context.CARET, Context.FIND
_W, _E = Context.MAP, Context.EDITING
_S = Context.SEARCH
_N, _A, _P = Context.NOTES, Context.APPROACHES, Context.PROBLEMS

PANE_KEYS: tuple[PaneKey, ...] = (
    PaneKey(_C, "down", QT_TR_NOOP("to the answer or the claim below"), ("Down",)),
    PaneKey(_C, "up", QT_TR_NOOP("to the answer or the claim above"), ("Up",)),
    PaneKey(_C, "left", QT_TR_NOOP("to the cell on the left"), ("Left",)),
    PaneKey(_C, "right", QT_TR_NOOP("to the cell on the right"), ("Right",)),
    PaneKey(_C, "home", QT_TR_NOOP("to the first cell of the row"), ("Home",)),
    PaneKey(_C, "end", QT_TR_NOOP("to the last cell of the row"), ("End",)),
    PaneKey(_C, "first", QT_TR_NOOP("to the first cell"), ("Ctrl+Home",)),
    PaneKey(_C, "last", QT_TR_NOOP("to the last cell"), ("Ctrl+End",)),
    PaneKey(_C, "page-down", QT_TR_NOOP("a screenful down"), ("PgDown",)),
    PaneKey(_C, "page-up", QT_TR_NOOP("a screenful up"), ("PgUp",)),
    PaneKey(
        _C, "into", QT_TR_NOOP("into an approach, a cell, a claim, to its evidence"), ("Ctrl+Down",)
    ),
    PaneKey(_C, "out", QT_TR_NOOP("out again"), ("Ctrl+Up",)),
    PaneKey(_C, "next-evidence", QT_TR_NOOP("to the next quotation in the cell"), (".",)),
    PaneKey(_C, "previous-evidence", QT_TR_NOOP("to the quotation before"), (",",)),
    PaneKey(
        _C,
        "activate",
        QT_TR_NOOP(
            "jump to the passage; again, open the answer, or go to the next passage of the claim"
        ),
        ("Return", "Enter"),
    ),
    PaneKey(
        _C,
        "open-row",
        QT_TR_NOOP("open the answers of the whole row to their claims, or close them"),
        ("Shift+Return", "Shift+Enter"),
    ),
    PaneKey(_C, "peek", QT_TR_NOOP("look at the quotation without leaving"), ("Space",)),
    PaneKey(_C, "close", QT_TR_NOOP("close what was opened"), ("Escape",)),
    PaneKey(_C, "fold", QT_TR_NOOP("close what was opened, or fold the row"), ("-",)),
    PaneKey(_C, "unfold", QT_TR_NOOP("unfold the row, or open the answer"), ("+", "Shift++")),
    PaneKey(_C, "new-claim", QT_TR_NOOP("new claim in this cell"), ("Ins",)),
    PaneKey(_C, "delete", QT_TR_NOOP("delete what is chosen"), ("Del",)),
    PaneKey(_C, "cut", QT_TR_NOOP("cut this claim"), ("Ctrl+X",)),
    PaneKey(_C, "paste", QT_TR_NOOP("put what was cut or copied into this cell"), ("Ctrl+V",)),
    PaneKey(_C, "paste-copy", QT_TR_NOOP("put a copy of it here"), ("Ctrl+Shift+V",)),
    PaneKey(_C, "shift-back", QT_TR_NOOP("move a claim, evidence or a question up"), ("Alt+Up",)),
    PaneKey(_C, "shift-on", QT_TR_NOOP("move it down among its own"), ("Alt+Down",)),
    PaneKey(
        _C,
        "move-up",
        QT_TR_NOOP("move this approach up, where approaches are rows"),
        ("Ctrl+Shift+Up",),
    ),
    PaneKey(_C, "move-down", QT_TR_NOOP("move it down"), ("Ctrl+Shift+Down",)),
    PaneKey(_W, "right", QT_TR_NOOP("to the next letter or answer"), ("Right",)),
    PaneKey(_W, "left", QT_TR_NOOP("to the one before"), ("Left",)),
    PaneKey(_W, "down", QT_TR_NOOP("to the question below"), ("Down",)),
    PaneKey(_W, "up", QT_TR_NOOP("to the question above"), ("Up",)),
    PaneKey(_W, "home", QT_TR_NOOP("to the question itself"), ("Home",)),
    PaneKey(_W, "end", QT_TR_NOOP("to the last letter of the question"), ("End",)),
    PaneKey(_W, "first", QT_TR_NOOP("to the top of the map"), ("Ctrl+Home",)),
    PaneKey(_W, "last", QT_TR_NOOP("to its end"), ("Ctrl+End",)),
    PaneKey(_W, "page-down", QT_TR_NOOP("a screenful down"), ("PgDown",)),
    PaneKey(_W, "page-up", QT_TR_NOOP("a screenful up"), ("PgUp",)),
    PaneKey(
        _W,
        "activate",
        QT_TR_NOOP("go to the answer of a letter; in the legend, compare it with another"),
        ("Return", "Enter"),
    ),
    PaneKey(_W, "peek", QT_TR_NOOP("look at the answer, or at what a name means"), ("Space",)),
    PaneKey(
        _W,
        "pair",
        QT_TR_NOOP("compare this approach with another, or no longer"),
        ("Ctrl+Return", "Ctrl+Enter"),
    ),
    PaneKey(_W, "escape", QT_TR_NOOP("compare no longer"), ("Escape",)),
    PaneKey(_R, "next-passage", QT_TR_NOOP("next passage"), ("N", "Alt+Down")),
    PaneKey(_R, "previous-passage", QT_TR_NOOP("previous passage"), ("P", "Alt+Up")),
    PaneKey(_R, "to-claim", QT_TR_NOOP("back to the claim of the passage"), ("Return", "Enter")),
    PaneKey(_R, "find-next", QT_TR_NOOP("next find"), ("F3",)),
    PaneKey(_R, "find-previous", QT_TR_NOOP("previous find"), ("Shift+F3",)),
    PaneKey(
        _R,
        "caret",
        QT_TR_NOOP("a caret in the text, to walk and select in it with the keys"),
        ("F7",),
    ),
    PaneKey(
        _R, "escape", QT_TR_NOOP("put away what is open, then back to the comparison"), ("Escape",)
    ),
    PaneKey(_R, "line-up", QT_TR_NOOP("a line up"), ("Up",)),
    PaneKey(_R, "line-down", QT_TR_NOOP("a line down"), ("Down",)),
    PaneKey(_R, "page-up", QT_TR_NOOP("a page up"), ("PgUp", "Shift+Space")),
    PaneKey(_R, "page-down", QT_TR_NOOP("a page down"), ("PgDown", "Space")),
    PaneKey(_R, "to-start", QT_TR_NOOP("to the start of the text"), ("Home", "Ctrl+Home")),
    PaneKey(_R, "to-end", QT_TR_NOOP("to the end of the text"), ("End", "Ctrl+End")),
    PaneKey(Context.PDF, "next-page", QT_TR_NOOP("the next page"), ("PgDown",)),
    PaneKey(Context.PDF, "previous-page", QT_TR_NOOP("the page before"), ("PgUp",)),
    PaneKey(Context.PDF, "first-page", QT_TR_NOOP("the first page"), ("Home", "Ctrl+Home")),
    PaneKey(Context.PDF, "last-page", QT_TR_NOOP("the last page"), ("End", "Ctrl+End")),
    PaneKey(Context.PDF, "screen-down", QT_TR_NOOP("a screenful down"), ("Space",)),
    PaneKey(Context.PDF, "screen-up", QT_TR_NOOP("a screenful up"), ("Shift+Space",)),
    PaneKey(_M, "left", QT_TR_NOOP("a letter back; with Shift, these select"), ("Left",)),
    PaneKey(_M, "right", QT_TR_NOOP("a letter on"), ("Right",)),
    PaneKey(_M, "word-left", QT_TR_NOOP("a word back"), ("Ctrl+Left",)),
    PaneKey(_M, "word-right", QT_TR_NOOP("a word on"), ("Ctrl+Right",)),
    PaneKey(_M, "up", QT_TR_NOOP("a line up"), ("Up",)),
    PaneKey(_M, "down", QT_TR_NOOP("a line down"), ("Down",)),
    PaneKey(_M, "line-start", QT_TR_NOOP("to the start of the line"), ("Home",)),
    PaneKey(_M, "line-end", QT_TR_NOOP("to the end of the line"), ("End",)),
    PaneKey(_M, "text-start", QT_TR_NOOP("to the start of the text"), ("Ctrl+Home",)),
    PaneKey(_M, "text-end", QT_TR_NOOP("to the end of the text"), ("Ctrl+End",)),
    PaneKey(_E, "keep", QT_TR_NOOP("keep it"), ("Return", "Enter")),
    PaneKey(_E, "give-up", QT_TR_NOOP("give up what was typed"), ("Escape",)),
    PaneKey(
        _E,
        "next-field",
        QT_TR_NOOP("keep the words and go on to the next, or to the next field"),
        ("Tab",),
    ),
    PaneKey(_E, "previous-field", QT_TR_NOOP("to the one before"), ("Shift+Tab",)),
    PaneKey(
        _E,
        "new-line",
        QT_TR_NOOP("another line, where there may be several"),
        ("Shift+Return", "Shift+Enter"),
    ),
    PaneKey(
        Context.LINKING,
        "choose",
        QT_TR_NOOP("link it, or go on with what is chosen"),
        ("Return", "Enter"),
    ),
    PaneKey(Context.LINKING, "qualities", QT_TR_NOOP("to stance, voice and the rest"), ("Tab",)),
    PaneKey(Context.LINKING, "leave", QT_TR_NOOP("a step back, then close"), ("Escape",)),
    PaneKey(_F, "next", QT_TR_NOOP("next find"), ("Return", "Enter")),
    PaneKey(_F, "previous", QT_TR_NOOP("previous find"), ("Shift+Return", "Shift+Enter")),
    PaneKey(_F, "leave", QT_TR_NOOP("close"), ("Escape",)),
    PaneKey(Context.NOTEBOOK, "leave", QT_TR_NOOP("back to what the note is on"), ("Escape",)),
    PaneKey(Context.NOTEBOOK, "bold", QT_TR_NOOP("bold: ** around the words"), ("Ctrl+B",)),
    PaneKey(
        Context.NOTEBOOK,
        "italic",
        QT_TR_NOOP("italic: * around the words, while one writes"),
        ("Ctrl+I",),
    ),
    PaneKey(Context.PAGE, "leave", QT_TR_NOOP("back to the cell in the comparison"), ("Escape",)),
    PaneKey(Context.PAGE, "before", QT_TR_NOOP("the question before"), ("Alt+Up",)),
    PaneKey(Context.PAGE, "after", QT_TR_NOOP("the next question"), ("Alt+Down",)),
    PaneKey(Context.PREVIEW, "next-link", QT_TR_NOOP("the next link"), ("Right",)),
    PaneKey(Context.PREVIEW, "previous-link", QT_TR_NOOP("the link before"), ("Left",)),
    PaneKey(Context.PREVIEW, "follow", QT_TR_NOOP("follow the link"), ("Return", "Enter")),
    PaneKey(
        Context.SOURCES, "open", QT_TR_NOOP("open the text in the reader"), ("Return", "Enter")
    ),
    PaneKey(
        Context.REVISION,
        "accept",
        QT_TR_NOOP("quote it as it stands now, and on to the next"),
        ("Return", "Enter"),
    ),
    PaneKey(
        Context.REVISION, "leave", QT_TR_NOOP("leave it as it is, and on to the next"), ("Del",)
    ),
    PaneKey(
        Context.REVISION,
        "place",
        QT_TR_NOOP("of several places, the one of that number"),
        ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
    ),
    PaneKey(
        Context.REVISION,
        "put-in",
        QT_TR_NOOP("put the new version in"),
        ("Ctrl+Return", "Ctrl+Enter"),
    ),
    PaneKey(Context.DESCRIPTION, "save", QT_TR_NOOP("save it"), ("Ctrl+Return", "Ctrl+Enter")),
    PaneKey(Context.DESCRIPTION, "leave", QT_TR_NOOP("save it and go back"), ("Escape",)),
    PaneKey(
        Context.ARRIVALS,
        "act",
        QT_TR_NOOP("store what waits, try again what was left out, open what came in"),
        ("Return", "Enter"),
    ),
    PaneKey(Context.ARRIVALS, "remove", QT_TR_NOOP("take it off the list"), ("Del",)),
    PaneKey(_N, "enter", QT_TR_NOOP("go to what the note is on"), ("Return", "Enter")),
    PaneKey(_N, "delete", QT_TR_NOOP("move the note to the bin"), ("Del",)),
    PaneKey(_S, "into", QT_TR_NOOP("from the field into the results"), ("Down",)),
    PaneKey(_S, "enter", QT_TR_NOOP("go to what was found"), ("Return", "Enter")),
    PaneKey(_S, "narrow", QT_TR_NOOP("to what the results are narrowed by"), ("Left",)),
    PaneKey(Context.NAMING, "save", QT_TR_NOOP("keep it"), ("Return", "Enter")),
    PaneKey(Context.NAMING, "leave", QT_TR_NOOP("close"), ("Escape",)),
    PaneKey(Context.CHOSEN, "write", QT_TR_NOOP("write it on each"), ("Return", "Enter")),
    PaneKey(Context.CHOSEN, "leave", QT_TR_NOOP("back to the results"), ("Escape",)),
    PaneKey(
        Context.FACETS,
        "choose",
        QT_TR_NOOP("only what has it, or no more"),
        ("Space", "Return", "Enter"),
    ),
    PaneKey(Context.FACETS, "leave", QT_TR_NOOP("back to the results"), ("Right", "Escape")),
    PaneKey(_A, "toggle", QT_TR_NOOP("show or hide an approach"), ("Space", "Return", "Enter")),
    PaneKey(_A, "move-up", QT_TR_NOOP("move it up"), ("Alt+Up",)),
    PaneKey(_A, "move-down", QT_TR_NOOP("move it down"), ("Alt+Down",)),
    PaneKey(_A, "leave", QT_TR_NOOP("close"), ("Escape",)),
    PaneKey(_P, "open", QT_TR_NOOP("open the file"), ("Return", "Enter")),
    PaneKey(_P, "leave", QT_TR_NOOP("close"), ("Escape",)),
    PaneKey(Context.PALETTE, "choose", QT_TR_NOOP("go there, or do it"), ("Return", "Enter")),
    PaneKey(Context.PALETTE, "leave", QT_TR_NOOP("close"), ("Escape",)),
    PaneKey(Context.HELP, "leave", QT_TR_NOOP("close"), ("Escape",)),
)

OF_ACTIONS: dict[Context, tuple[str, ...]] = {
    Context.COMPARISON: (
        "copy",
        "hide-column",
        "move-left",
        "move-right",
        "wider",
        "narrower",
    ),
    Context.MAP: ("copy",),
    Context.READER: ("copy-cited",),
}
"""Actions of the window that a pane does by itself too, by the keys of the action."""

_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.MetaModifier
)


def combination(keys: str) -> QKeyCombination:
    """Of a portable key sequence of one key."""
    found: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]  # not in its stubs
    return found


def pressed(event: QKeyEvent) -> QKeyCombination:
    """What is held and pressed; on the keypad as elsewhere."""
    return QKeyCombination(event.modifiers() & _HELD, Qt.Key(event.key()))


@cache
def bindings(context: Context) -> dict[QKeyCombination, str]:
    """What each key does in a pane, by its id."""
    found = {
        combination(keys): row.id
        for row in PANE_KEYS
        if row.context is context
        for keys in row.keys
    }
    shared = OF_ACTIONS.get(context, ())
    for action in ACTIONS:
        if action.id in shared:
            found |= {combination(keys): action.id for keys in action.keys}
    return found


def done_by(event: QKeyEvent, context: Context) -> str:
    """The id of what a key does in a pane; "" for nothing."""
    return bindings(context).get(pressed(event), "")
