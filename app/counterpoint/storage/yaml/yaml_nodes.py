"""YAML as nodes with their marks, by libyaml: the one way in which any YAML is read.

Refused with a message: syntax errors, anchors, aliases, several documents in a text, nesting deeper
than any format of ours needs (libyaml's composer overflows the C stack on it).
"""

from collections.abc import Callable, Iterator

import yaml

from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.storage.files.text_file import NO_TEXT
from counterpoint.storage.files.unreadable import Unreadable

from .yaml_errors import explained

DEEPEST = 40

Place = tuple[int, int]
"""Line and column, both from 1, as an editor shows them."""


def composed(
    text: str, name: str, place: Callable[[int], Place], *, tags: bool = False
) -> yaml.Node | None:
    """The root of a text, or None where nothing but comments is in it. `place` tells where in the
    file called `name` a code point of `text` is; `tags` may be in it or not.

    Raises Unreadable.
    """

    def refused(at: int | None, message: str) -> Unreadable:
        line, column = (None, None) if at is None else place(at)
        return Unreadable(Problem(name, line, column, ProblemKind.SYNTAX, message))

    try:
        for at, message in _refusals(text, tags=tags):
            raise refused(at, message)
        loader = yaml.CSafeLoader(text)
        try:
            return loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        at, what = explained(error, text)
        raise refused(at, f"this is not YAML: {what}") from error
    except yaml.YAMLError as error:
        # The first sign that YAML may not hold: all that it refuses without saying where.
        found = NO_TEXT.search(text)
        at = found.start() if found else None
        odd = (
            f"the unseen character U+{ord(found.group()):04X}"
            if found
            else "what is not plain text"
        )
        raise refused(at, f"YAML may not hold {odd}; remove it") from error


def _refusals(text: str, *, tags: bool) -> Iterator[tuple[int | None, str]]:
    """What is YAML and not for these files, and where."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        at = event.start_mark.index if event.start_mark else None
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            yield (
                at,
                f"{sign}{anchor} stands for something else to YAML, and is not used in these "
                "files; write the value out, or put it in quotation marks if the sign belongs "
                "to it",
            )
        if tag is not None and not tags:
            yield (
                at,
                f"the tag {tag} is not used in these files; remove it, or put the value in "
                "quotation marks if it belongs to it",
            )
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            yield (
                at,
                f"values are nested more than {DEEPEST} deep; check the brackets and the indents",
            )
