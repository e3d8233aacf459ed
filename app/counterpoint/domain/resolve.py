"""From what a person wrote to what is shown: approaches with every quotation located and every
position accounted for, and what is wrong with them.

Pure functions: the same form on the same ground gives the same approach and the same findings,
whether its file was just read or one claim of it was just changed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from .approach import (
    Approach,
    ApproachSummary,
    Claim,
    Coverage,
    Dimension,
    Evidence,
    Link,
    Position,
    Proponent,
    Tally,
)
from .evidence_key import evidence_keys
from .faults.form_fault import FormFault
from .finding import Finding
from .forms import ApproachForm, ClaimForm, EvidenceForm, KeyPath, PassageForm, ReplyForm
from .forms import PositionForm as Written
from .holder import Holder
from .library import Passage, Reply
from .problem import Argument, ProblemKind
from .quotation import Quotation, Standing
from .resolve_answer import resolve_answer, state_of
from .suggesting import NearestName


class Located(NamedTuple):
    """A quotation as it was written, where it is now, and what is wrong with it. `waits` where
    its source is left out, so that nobody can say. The paths of the findings begin at its form."""

    quotation: Quotation
    standing: Standing
    paragraph: str
    findings: tuple[Finding, ...] = ()
    waits: bool = False


class Quotations(Protocol):
    """The texts, for finding quotations in them. The same question has always the same answer."""

    def locate(self, form: PassageForm) -> Located:
        """Where the quotation of `form` is in its source."""

    def has_words(self, source: str, words: str) -> bool:
        """Whether `words` stand somewhere in a source; True where it cannot be looked at."""

    def standing_in(self, words: str) -> tuple[str, ...]:
        """The ids of the sources in which `words` stand word for word; () where there are none."""

    def date_of(self, source: str) -> str:
        """The date of a source as it is described; "" where it has none or is not known."""


class Ground(NamedTuple):
    """What approaches are resolved on."""

    dimensions: tuple[Dimension, ...]
    broken_dimensions: frozenset[str]
    """The ids of dimensions that were left out."""
    quotations: Quotations
    nearest_name: NearestName
    answers_in_doubt: frozenset[str] = frozenset()
    """The ids of dimensions of whose named answers some were left out."""


class ResolvedApproach(NamedTuple):
    form: ApproachForm
    approach: Approach
    findings: tuple[Finding, ...]
    waiting: Mapping[str, int]
    """For each source that is left out, how many quotations wait for it."""
    passages: frozenset[tuple[str, str]]
    """The source and the words of each quotation, but for how white space runs in them."""


class ResolvedReplies(NamedTuple):
    replies: tuple[Reply, ...]
    findings: tuple[Finding, ...]
    waiting: Mapping[str, int]


def resolve_approach(id: str, form: ApproachForm, ground: Ground) -> ResolvedApproach:
    """What is wrong in it is left out; so are claims without evidence, which are told, and what is
    said on dimensions that are not known. Where no dimensions could be read, nothing is told: one
    message on them is enough."""
    work = _Work(id, form.proponents, ground)
    unknown = work.unknown_dimensions(form)
    work.duplicate_claims(form)
    given = {position.dimension: position for position in reversed(form.positions)}
    positions = tuple(work.position(form, given, asked) for asked in ground.dimensions)
    # Left out of the approach, and not of its file.
    read = {position.dimension: position.all_left_out for position in form.positions}
    bare = sum(
        position.left_out - read.get(position.dimension, 0)
        for position in positions
        if position.dimension not in form.unread
    )
    head = ApproachSummary(
        id=id,
        title=_title(id) if form.title is None else form.title,
        gist=form.gist or "",
        cue=_cue(id) if form.cue is None else form.cue,
        colour=form.colour,
        shown=form.shown,
        status=form.status,
        status_note=form.status_note or "",
        status_detail=form.status_detail,
        date=form.date or "",
        proponents=form.proponents,
        relations=form.relations,
        tally=Tally.of(positions),
        left_out=form.all_left_out + bare + unknown,
    )
    return ResolvedApproach(
        form,
        Approach(head, positions),
        tuple(work.findings) if ground.dimensions else (),
        work.waiting,
        frozenset(_quoted(positions)),
    )


def resolve_replies(forms: tuple[ReplyForm, ...], quotations: Quotations) -> ResolvedReplies:
    """The replies, in their order, and what is wrong with them. One whose text is earlier than what
    it replies to is left out."""
    findings: list[Finding] = []
    waiting = Counter[str]()

    def passage(form: PassageForm, path: KeyPath) -> Passage:
        located = quotations.locate(form)
        waiting[form.source] += located.waits
        findings.extend(finding.below(path) for finding in located.findings)
        if not form.voice:
            findings.append(
                Finding((*path, "voice"), ProblemKind.NO_VOICE, FormFault.PASSAGE_WITHOUT_VOICE)
            )
        return Passage(
            form.source,
            located.quotation,
            located.standing,
            located.paragraph,
            form.voice,
            form.date or quotations.date_of(form.source),
        )

    replies: list[Reply] = []
    for index, form in enumerate(forms):
        path: KeyPath = ("replies", index)
        by, to = passage(form.by, (*path, "by")), passage(form.to, (*path, "to"))
        if form.link is Link.INFERRED and form.why is None:
            findings.append(
                Finding(path, ProblemKind.MISSING_KEY, FormFault.REPLY_INFERRED_WITHOUT_WHY)
            )
        if _earlier(by.date, to.date):
            findings.append(
                Finding(
                    (*path, "by"),
                    ProblemKind.WRONG_VALUE,
                    FormFault.EARLIER_REPLIES_TO_LATER,
                    (by.date, to.date),
                )
            )
            continue
        replies.append(Reply(form.kind, by, to, form.why or "", form.link))
    return ResolvedReplies(tuple(replies), tuple(findings), +waiting)


def _earlier(one: str, other: str) -> bool:
    """Whether `one` is certainly before `other`, as far as both dates go."""
    if not (one[:1].isdigit() and other[:1].isdigit()):
        return False
    known = min(len(one), len(other))
    return one[:known] < other[:known]


class _Work:
    """One form on its way; `findings` and `waiting` gather what is found meanwhile."""

    def __init__(self, id: str, proponents: tuple[Proponent, ...], ground: Ground) -> None:
        self.id = id
        self.ground = ground
        older = not any(dimension.answers for dimension in ground.dimensions)
        self.holder = Holder.of(proponents, unknown=older)
        self.findings: list[Finding] = []
        self.waiting = Counter[str]()

    def find(
        self,
        path: KeyPath,
        kind: ProblemKind,
        fault: FormFault,
        *arguments: Argument,
        key: bool = False,
    ) -> None:
        self.findings.append(Finding(path, kind, fault, arguments, key))

    def unknown_dimensions(self, form: ApproachForm) -> int:
        """Tells the dimensions that are not known; how many."""
        known = sorted(dimension.id for dimension in self.ground.dimensions)
        unknown = {position.dimension for position in form.positions}
        unknown -= {*known, *self.ground.broken_dimensions}
        for id in sorted(unknown):
            self.find(
                ("positions", id),
                ProblemKind.UNKNOWN_DIMENSION,
                FormFault.UNKNOWN_DIMENSION,
                id,
                self.ground.nearest_name(id, known),
                key=True,
            )
        return len(unknown)

    def duplicate_claims(self, form: ApproachForm) -> None:
        first: dict[str, str] = {}
        for position in form.positions:
            for index, claim in enumerate(position.claims):
                if claim.id in first:
                    self.find(
                        ("positions", position.dimension, "claims", index, "id"),
                        ProblemKind.DUPLICATE_NAME,
                        FormFault.DUPLICATE_CLAIM,
                        claim.id,
                        first[claim.id],
                    )
                first.setdefault(claim.id, position.dimension)

    def position(
        self, form: ApproachForm, positions: Mapping[str, Written], asked: Dimension
    ) -> Position:
        """`positions` of the form by the question that each is on."""
        dimension = asked.id
        given = positions.get(dimension)
        if given is None and (form.positions_unread or dimension in form.unread):
            return Position(dimension, Coverage.NOT_CONSIDERED, "", (), left_out=1)
        if given is None:
            self.find(
                ("positions",),
                ProblemKind.NOT_COVERED,
                FormFault.NOT_COVERED,
                asked.title,
                dimension,
                key=True,
            )
            return Position(dimension, Coverage.NOT_CONSIDERED, "", ())
        path: KeyPath = ("positions", dimension)
        if given.coverage is not None:
            self._check_coverage(path, given.coverage, given)
        # What a person meant by a coverage that cannot be read is no gap, where there are claims.
        coverage = given.coverage or (Coverage.PARTIAL if given.claims else Coverage.NOT_CONSIDERED)
        claims = tuple(
            self._claim((*path, "claims", index), claim)
            for index, claim in enumerate(given.claims)
            if self._has_evidence((*path, "claims", index), claim)
        )
        why = given.looked_for if coverage is Coverage.GAP else given.why
        bare = sum(not claim.evidence and not claim.left_out for claim in given.claims)
        answer = resolve_answer(
            given,
            asked,
            claims,
            self.holder,
            self.ground.nearest_name,
            holder_in_doubt=form.left_out > 0,
            names_in_doubt=dimension in self.ground.answers_in_doubt,
        )
        self.findings.extend(finding.below(path) for finding in answer.findings)
        return Position(
            dimension,
            coverage,
            why or "",
            claims,
            bare + given.all_left_out + answer.left_out,
            answer.sentence,
            answer.holds,
            answer.rests_on,
            state_of(given, asked, answer, claims),
            given.looked_for or "",
        )

    def _check_coverage(self, path: KeyPath, coverage: Coverage, given: Written) -> None:
        missing, wrong = ProblemKind.MISSING_KEY, ProblemKind.WRONG_VALUE
        if coverage is Coverage.GAP:
            if given.looked_for is None and "looked_for" not in given.unread:
                self.find(path, missing, FormFault.GAP_WITHOUT_SEARCH)
            if given.claims:
                self.find((*path, "claims"), wrong, FormFault.GAP_WITH_CLAIMS)
            return
        if not given.claims and not given.claims_left_out:
            self.find(path, missing, FormFault.WITHOUT_CLAIMS, coverage)
        if coverage is Coverage.PARTIAL and given.why is None and "why" not in given.unread:
            self.find(path, missing, FormFault.PARTIAL_WITHOUT_WHY)

    def _has_evidence(self, path: KeyPath, claim: ClaimForm) -> bool:
        # Evidence that was left out has been told, and its claim goes with it.
        if not claim.evidence and not claim.left_out:
            self.find(path, ProblemKind.NO_EVIDENCE, FormFault.WITHOUT_EVIDENCE, claim.id)
        return bool(claim.evidence)

    def _claim(self, path: KeyPath, form: ClaimForm) -> Claim:
        keyed = zip(evidence_keys(self.id, form), form.evidence, strict=True)
        evidence = [
            self._evidence((*path, "evidence", index), key, piece)
            for index, (key, piece) in enumerate(keyed)
        ]
        standing = self.holder.standing(evidence)
        return Claim(form.id, form.text, form.kind, tuple(evidence), standing)

    def _evidence(self, path: KeyPath, key: str, form: EvidenceForm) -> Evidence:
        passage = form.passage
        located = self.ground.quotations.locate(passage)
        self.findings.extend(finding.below(path) for finding in located.findings)
        if located.waits:
            self.waiting[passage.source] += 1
        if not passage.voice:
            self.find((*path, "voice"), ProblemKind.NO_VOICE, FormFault.EVIDENCE_WITHOUT_VOICE)
        if form.link is Link.DIRECT and form.stance.inferred:
            self.find(
                (*path, "link"),
                ProblemKind.WRONG_VALUE,
                FormFault.DIRECT_WITH_INFERENCE,
                form.stance,
            )
        link = Link.INFERRED if form.stance.inferred else form.link
        if link is Link.INFERRED and form.why is None:
            self.find(path, ProblemKind.MISSING_KEY, FormFault.INFERRED_WITHOUT_WHY)
        if form.hedge is not None and not self.ground.quotations.has_words(
            passage.source, form.hedge
        ):
            self.find(
                (*path, "hedge"),
                ProblemKind.WORDS_NOT_FOUND,
                FormFault.HEDGE_NOT_FOUND,
                form.hedge,
                passage.source,
            )
        return Evidence(
            key=key,
            source=passage.source,
            quotation=located.quotation,
            standing=located.standing,
            paragraph=located.paragraph,
            stance=form.stance if link is Link.DIRECT else form.stance.in_inference,
            voice=passage.voice,
            link=link,
            why=form.why or "",
            hedge=form.hedge or "",
            tone=form.tone or "",
            partial=form.partial or "",
        )


def _title(id: str) -> str:
    """What to call an approach whose title cannot be read."""
    return id.replace("-", " ").capitalize()


def _cue(id: str) -> str:
    return "".join(part[0] for part in id.split("-"))[:3].upper()


def _quoted(positions: tuple[Position, ...]) -> Iterator[tuple[str, str]]:
    for position in positions:
        for claim in position.claims:
            for piece in claim.evidence:
                yield piece.source, " ".join(piece.quotation.words.split())
