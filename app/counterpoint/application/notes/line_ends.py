"""Line ends: a text field knows line feeds only; a note keeps those that it has."""

from counterpoint.application.notes.note_edit import Typed


def with_line_feeds(text: str) -> str:
    """`text` with every CR LF and CR as one LF: what a text field makes of it."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def typed_into(body: str, typed: Typed) -> str:
    """`body` with what was typed in it. `typed` counts as a text field does, in code points of
    `with_line_feeds(body)`; the line ends that it does not touch stay as they are."""
    added = with_line_feeds(typed.added)
    start, end = _place(body, typed.at), _place(body, typed.at + typed.removed)
    before, after = body[:start], added + body[end:]
    if before.endswith("\r") and after.startswith("\n"):  # they would be read as one line end
        kept = before.rstrip("\r")
        before = kept.ljust(len(before), "\n")
    return before + after


def _place(body: str, at: int) -> int:
    """Where in `body` the code point `at` of `with_line_feeds(body)` is."""
    pairs = 0
    found = body.find("\r\n")
    while found != -1 and found - pairs < at:
        pairs += 1
        found = body.find("\r\n", found + 2)
    return at + pairs
