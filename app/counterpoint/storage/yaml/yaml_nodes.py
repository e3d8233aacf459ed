"""YAML as nodes with their marks, by libyaml: the one way in which any YAML is read.

Refused with a message: syntax errors, anchors, aliases, several documents in a text, nesting deeper
than any format of ours needs (libyaml's composer overflows the C stack on it).
"""

import re
from collections.abc import Callable, Iterator

import yaml

from counterpoint.domain.faults.yaml_fault import YamlFault
from counterpoint.domain.problem import Argument, Fault, Problem, ProblemKind
from counterpoint.storage.files.text_file import NO_TEXT
from counterpoint.storage.files.unreadable import Unreadable

from .yaml_errors import explained

DEEPEST = 40
_SAFE = 900
"""So deep the composer goes on the smallest stack of a thread that a system gives (512 kB)."""
_SIGNS = "&*!"
"""Without which there is no anchor, no alias and no tag."""
_IN = re.compile(r"^[ \t?:-]*", re.MULTILINE)

Place = tuple[int, int]
"""Line and column, both from 1, as an editor shows them."""


def composed(
    text: str, name: str, place: Callable[[int], Place], *, tags: bool = False
) -> yaml.Node | None:
    """The root of a text, or None where nothing but comments is in it. `place` tells where in the
    file called `name` a code point of `text` is; `tags` may be in it or not.

    Raises Unreadable.
    """

    def refused(at: int | None, fault: Fault, *arguments: Argument) -> Unreadable:
        line, column = (None, None) if at is None else place(at)
        return Unreadable(Problem(name, line, column, ProblemKind.SYNTAX, fault, arguments))

    try:
        if not _is_shallow(text) or any(sign in text for sign in _SIGNS):
            for at, fault, argument in _refusals(text, tags=tags):
                raise refused(at, fault, argument)
        loader = yaml.CSafeLoader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        raise refused(*explained(error, text)) from error
    except yaml.YAMLError as error:
        # The first sign that YAML may not hold: all that it refuses without saying where.
        found = NO_TEXT.search(text)
        if found is None:
            raise refused(None, YamlFault.NO_PLAIN_TEXT) from error
        number = f"U+{ord(found.group()):04X}"
        raise refused(found.start(), YamlFault.UNSEEN_SIGN_IN_YAML, number) from error
    deep = _too_deep(node)
    if deep is not None:
        raise refused(deep.start_mark.index, YamlFault.TOO_DEEP, DEEPEST)
    return node


def _is_shallow(text: str) -> bool:
    """Whether `text` cannot be nested so deep as to overflow the stack, whatever stands between
    quotation marks: a mapping or a list begins with a bracket, or further in than what it is in;
    but a list may stand in the column of its key."""
    brackets = text.count("[") + text.count("{")
    return brackets < _SAFE and brackets + 2 * max(map(len, _IN.findall(text))) < _SAFE


def _too_deep(root: yaml.Node | None) -> yaml.Node | None:
    """The first that is."""
    level = [root] if isinstance(root, yaml.CollectionNode) else []
    for _ in range(DEEPEST):
        level = [inner for node in level for inner in _collections(node)]
        if not level:
            return None
    return level[0]


def _collections(node: yaml.CollectionNode) -> Iterator[yaml.CollectionNode]:
    for each in node.value:
        for inner in each if isinstance(node, yaml.MappingNode) else (each,):
            if isinstance(inner, yaml.CollectionNode):
                yield inner


def _refusals(text: str, *, tags: bool) -> Iterator[tuple[int | None, YamlFault, Argument]]:
    """What is YAML and not for these files, and where; with what is told of it."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        at = event.start_mark.index if event.start_mark else None
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            yield at, YamlFault.ANCHOR_OR_ALIAS, f"{sign}{anchor}"
        if tag is not None and not tags:
            yield at, YamlFault.TAG, str(tag)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            yield at, YamlFault.TOO_DEEP, DEEPEST
