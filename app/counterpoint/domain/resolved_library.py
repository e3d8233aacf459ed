"""All approaches and replies of a library, resolved; one of them is exchanged without touching the
others."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypedDict

from .faults.form_fault import FormFault
from .finding import Finding
from .forms import ApproachForm, ReplyForm
from .problem import ProblemKind
from .resolve import (
    Ground,
    ResolvedApproach,
    ResolvedReplies,
    resolve_approach,
    resolve_replies,
)
from .suggesting import NearestName


class ResolvedLibrary(NamedTuple):
    """`between` has, by approach, what is wrong only between approaches."""

    ground: Ground
    approaches: Mapping[str, ResolvedApproach]
    """By id, in the order in which they are shown."""
    replies: ResolvedReplies
    between: Mapping[str, tuple[Finding, ...]]

    def with_approach(self, id: str, form: ApproachForm | None) -> "ResolvedLibrary":
        """The library in which the approach `id` is as `form` says, new or not; None removes it.
        The others are not resolved again, only what is between them."""
        resolved = {key: one for key, one in self.approaches.items() if key != id}
        if form is not None:
            resolved[id] = resolve_approach(id, form, self.ground)
        return self._replace(**_joined(resolved.values(), self.ground.nearest_name))

    @property
    def waiting(self) -> Counter[str]:
        """For each source that is left out, how many quotations wait for it."""
        waiting = Counter[str](self.replies.waiting)
        for one in self.approaches.values():
            waiting.update(one.waiting)
        return waiting

    @property
    def passages(self) -> int:
        """The different quotations that the approaches rest on, each counted once."""
        return len(set().union(*(one.passages for one in self.approaches.values())))


def resolve_library(
    approaches: Mapping[str, ApproachForm], replies: tuple[ReplyForm, ...], ground: Ground
) -> ResolvedLibrary:
    """Everything that `approaches`, by id, and `replies` say, on one ground."""
    return ResolvedLibrary(
        ground,
        replies=resolve_replies(replies, ground.quotations),
        **_joined(
            (resolve_approach(id, form, ground) for id, form in approaches.items()),
            ground.nearest_name,
        ),
    )


class _Joined(TypedDict):
    approaches: Mapping[str, ResolvedApproach]
    between: Mapping[str, tuple[Finding, ...]]


def _joined(approaches: Iterable[ResolvedApproach], nearest_name: NearestName) -> _Joined:
    ordered = sorted(approaches, key=_place)
    return {
        "approaches": {one.approach.head.id: one for one in ordered},
        "between": _between(ordered, nearest_name),
    }


def _place(resolved: ResolvedApproach) -> tuple[bool, str, str]:
    head = resolved.approach.head
    return not head.shown, head.cue, head.id


def _between(
    approaches: list[ResolvedApproach], nearest_name: NearestName
) -> dict[str, tuple[Finding, ...]]:
    """Cues used twice, and relations to nobody."""
    cues: dict[str, str] = {}
    ids = {resolved.approach.head.id for resolved in approaches}
    between: dict[str, tuple[Finding, ...]] = {}
    for form, approach, *_ in approaches:
        head = approach.head
        findings: list[Finding] = []
        if form.cue is not None:
            if head.cue in cues:
                findings.append(
                    Finding(
                        ("cue",),
                        ProblemKind.DUPLICATE_NAME,
                        FormFault.SAME_CUE,
                        (head.cue, cues[head.cue]),
                    )
                )
            cues.setdefault(head.cue, head.id)
        for index, relation in enumerate(head.relations):
            path = ("relations", index, "option")
            if relation.approach == head.id:
                findings.append(Finding(path, ProblemKind.WRONG_VALUE, FormFault.RELATED_TO_ITSELF))
            elif relation.approach not in ids:
                near = nearest_name(relation.approach, sorted(ids - {head.id}))
                findings.append(
                    Finding(
                        path,
                        ProblemKind.UNKNOWN_APPROACH,
                        FormFault.UNKNOWN_APPROACH,
                        (relation.approach, relation.kind, near),
                    )
                )
        if findings:
            between[head.id] = tuple(findings)
    return between
