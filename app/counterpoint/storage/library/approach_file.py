"""An approach from its file: every quotation located, every position accounted for."""

import hashlib
from collections import Counter
from dataclasses import dataclass

from counterpoint.domain.approach import (
    Approach,
    ApproachSummary,
    Claim,
    Coverage,
    Dimension,
    Evidence,
    Link,
    Position,
    Proponent,
    Relation,
    Tally,
)
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.storage.quotations.quotation_locator import QuotationLocator
from counterpoint.storage.yaml.suggestion import did_you_mean
from counterpoint.storage.yaml.yaml_file import KeyPath, YamlFile

from .schema import ApproachForm, ClaimForm, EvidenceForm, PositionForm


@dataclass(slots=True)
class ApproachReader:
    """Turns one checked form into an Approach; `problems` gathers what does not keep it out."""

    id: str
    file: YamlFile
    dimensions: tuple[Dimension, ...]
    locator: QuotationLocator
    problems: list[Problem]
    broken_dimensions: frozenset[str] = frozenset()
    """The ids of dimensions that were left out."""

    def approach(self, form: ApproachForm) -> Approach:
        """The approach. What is wrong in its file is left out; so are claims without evidence,
        which are told, and what is said on dimensions that are not known."""
        unknown = self._unknown_dimensions(form)
        self._duplicate_claims(form)
        positions = tuple(self._position(form, dimension.id) for dimension in self.dimensions)
        bare = sum(position.left_out for position in positions) - sum(
            self.file.lost_within(("positions", position.dimension)) for position in positions
        )
        lost = self.file.lost
        no_status = lost(("status",)) or lost(("status", "is"))
        head = ApproachSummary(
            id=self.id,
            title=_title(self.id) if lost(("title",)) else form.title,
            gist="" if lost(("gist",)) else form.gist,
            cue=_cue(self.id) if lost(("cue",)) else form.cue,
            colour=form.colour,
            shown=form.shown,
            status=None if no_status else form.status.is_,
            status_note="" if no_status or lost(("status", "note")) else form.status.note,
            status_detail=form.status.detail or "",
            date="" if lost(("date",)) else form.date,
            proponents=tuple(Proponent(p.name, p.note or "") for p in form.proponents),
            relations=tuple(Relation(r.kind, r.option, r.why) for r in form.relations),
            tally=Tally.of(positions),
            left_out=self.file.lost_within(()) + bare + unknown,
        )
        return Approach(head, positions)

    def _tell(self, path: KeyPath, kind: ProblemKind, message: str, *, key: bool = False) -> None:
        self.problems.append(self.file.problem(path, kind, message, key=key))

    def _unknown_dimensions(self, form: ApproachForm) -> int:
        """Tells the dimensions that are not known; how many."""
        known = sorted(dimension.id for dimension in self.dimensions)
        unknown = form.positions.keys() - set(known) - self.broken_dimensions
        for id in unknown:
            remedy = did_you_mean(id, known) or (
                "the dimensions are those of options/dimensions.yaml"
            )
            self._tell(
                ("positions", id),
                ProblemKind.UNKNOWN_DIMENSION,
                f"`{id}` is not a dimension; {remedy}",
                key=True,
            )
        return len(unknown)

    def _duplicate_claims(self, form: ApproachForm) -> None:
        first: dict[str, str] = {}
        for dimension, position in form.positions.items():
            for index, claim in enumerate(position.claims):
                if claim.id in first:
                    self._tell(
                        ("positions", dimension, "claims", index, "id"),
                        ProblemKind.DUPLICATE_NAME,
                        f"the claim id `{claim.id}` is used already, in {first[claim.id]}; give "
                        "this one another",
                    )
                first.setdefault(claim.id, dimension)

    def _position(self, form: ApproachForm, dimension: str) -> Position:
        path = ("positions", dimension)
        given = form.positions.get(dimension)
        if given is None and (self.file.lost(("positions",)) or self.file.lost(path)):
            return Position(dimension, Coverage.NOT_CONSIDERED, "", (), left_out=1)
        if given is None:
            self._tell(
                ("positions",),
                ProblemKind.NOT_COVERED,
                f"the dimension `{dimension}` is not covered; add it, if only as a gap with what "
                "was looked for",
                key=True,
            )
            return Position(dimension, Coverage.NOT_CONSIDERED, "", ())
        coverage = Coverage(given.coverage)
        if not self.file.lost((*path, "coverage")):
            self._check_coverage(path, coverage, given)
        elif not given.claims:
            coverage = Coverage.NOT_CONSIDERED
        claims = tuple(
            self._claim((*path, "claims", index), claim)
            for index, claim in enumerate(given.claims)
            if self._has_evidence((*path, "claims", index), claim)
        )
        why = given.looked_for if coverage is Coverage.GAP else given.why
        bare = sum(
            not claim.evidence and not self.file.lost_within((*path, "claims", index, "evidence"))
            for index, claim in enumerate(given.claims)
        )
        left_out = bare + self.file.lost_within(path)
        return Position(dimension, coverage, why or "", claims, left_out)

    def _check_coverage(self, path: KeyPath, coverage: Coverage, given: PositionForm) -> None:
        if coverage is Coverage.GAP:
            if given.looked_for is None and not self.file.lost((*path, "looked_for")):
                self._tell(
                    path,
                    ProblemKind.MISSING_KEY,
                    "a gap needs `looked_for`: say what was looked for and not found",
                )
            if given.claims:
                self._tell(
                    (*path, "claims"),
                    ProblemKind.WRONG_VALUE,
                    "a gap has no claims; write `coverage: partial` or remove them",
                )
            return
        if not given.claims and not self.file.lost_within((*path, "claims")):
            self._tell(
                path,
                ProblemKind.MISSING_KEY,
                f"`coverage: {coverage}` needs claims; add one or write `coverage: gap`",
            )
        if (
            coverage is Coverage.PARTIAL
            and given.why is None
            and not self.file.lost((*path, "why"))
        ):
            self._tell(
                path,
                ProblemKind.MISSING_KEY,
                "a partial position needs `why`: say what the texts leave open",
            )

    def _has_evidence(self, path: KeyPath, claim: ClaimForm) -> bool:
        # Evidence that was left out has been told, and its claim goes with it.
        if not claim.evidence and not self.file.lost_within((*path, "evidence")):
            self._tell(
                path,
                ProblemKind.NO_EVIDENCE,
                f"the claim `{claim.id}` has no evidence and is left out; add a quotation",
            )
        return bool(claim.evidence)

    def _claim(self, path: KeyPath, form: ClaimForm) -> Claim:
        evidence: list[Evidence] = []
        same: Counter[str] = Counter()
        for index, piece in enumerate(form.evidence):
            digest = _digest(piece)
            key = f"{self.id}/{form.id}/{digest}" + "+" * same[digest]
            same[digest] += 1
            evidence.append(self._evidence((*path, "evidence", index), key, piece))
        return Claim(form.id, form.text, form.kind, tuple(evidence))

    def _evidence(self, path: KeyPath, key: str, form: EvidenceForm) -> Evidence:
        located = self.locator.locate(self.file, path, form)
        self.problems.extend(located.problems)
        if not form.voice:
            self._tell(
                (*path, "voice"),
                ProblemKind.NO_VOICE,
                "`voice` is empty; say who says it, nearest to the reader first",
            )
        if form.link is Link.INFERRED and form.why is None:
            self._tell(
                path,
                ProblemKind.MISSING_KEY,
                "an inferred link needs `why`: say in a few words why it is linked",
            )
        if form.hedge is not None and not self.locator.has_words(form.source, form.hedge):
            self._tell(
                (*path, "hedge"),
                ProblemKind.WORDS_NOT_FOUND,
                f"the hedge “{form.hedge}” is not in corpus/{form.source}.txt; give the text's own "
                "words, or remove it",
            )
        return Evidence(
            key=key,
            source=form.source,
            quotation=located.quotation,
            standing=located.standing,
            paragraph=located.paragraph,
            stance=form.stance,
            voice=tuple(form.voice),
            link=form.link,
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


def _digest(form: EvidenceForm) -> str:
    # Of the words alone, so that a note on it outlives re-anchoring and re-wrapping.
    words = " ".join(form.quote.split())
    return hashlib.sha256(f"{form.source}\n{words}".encode()).hexdigest()[:8]
