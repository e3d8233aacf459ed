"""Putting anchors into a YAML file that a person wrote, touching nothing else in it."""

from collections.abc import Iterator, Mapping

from counterpoint.domain.forms import KeyPath
from counterpoint.domain.quotation import Anchor
from counterpoint.storage.yaml.yaml_edit import Set, edited
from counterpoint.storage.yaml.yaml_file import YamlFile
from counterpoint.storage.yaml.yaml_words import Flow, Quoted

_REFUSAL = (
    "the anchors cannot be put in without changing something else in this file; write the keys of "
    "each quotation one to a line, with plain or quoted values"
)
_NO_DIGEST = (
    "the digest cannot be put in without changing something else in this file; write a line "
    '`digest: "{}"` into it'
)


def with_anchors(file: YamlFile, anchors: Mapping[KeyPath, Anchor]) -> YamlFile:
    """`file` with an `anchor` for each quotation whose mapping `anchors` names.

    Comments, order and layout stay. Raises EditWentWrong where the outcome, read back, would differ
    in anything but those anchors.
    """
    return edited(file, *_edits(file, anchors), refusal=_REFUSAL)


def with_digest(file: YamlFile, digest: str) -> YamlFile:
    """A source's description with its `digest`, as `with_anchors`."""
    return edited(file, Set(("digest",), Quoted(digest)), refusal=_NO_DIGEST.format(digest))


def _edits(file: YamlFile, anchors: Mapping[KeyPath, Anchor]) -> Iterator[Set]:
    for path, anchor in anchors.items():
        at = file.original(path)
        passage = file.value
        for step in at:
            passage = passage[step]
        # Before the quotation if that is last, as more than its own lines may follow it.
        last = list(passage)[-1] == "quote" and file.text[file.starts[at]] != "{"
        where = {"before": "quote"} if last else {"after": "quote"}
        yield Set((*at, "anchor"), anchor_value(anchor), **where)


def anchor_value(anchor: Anchor) -> Flow:
    """An anchor as it is written: on one line."""
    return Flow(
        {
            "start": anchor.span.start,
            "end": anchor.span.end,
            "before": anchor.before,
            "after": anchor.after,
            "digest": anchor.digest,
        }
    )
