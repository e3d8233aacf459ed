"""A chapter for each approach: its answers and claims, each with its quotations."""

from counterpoint.application.report.words.cell_words import held_names, not_said
from counterpoint.application.report.words.markdown import blocks_of
from counterpoint.application.report.words.wording import (
    approach_id,
    capital,
    cell_id,
    places,
    replied_by,
    reply_id,
    stop,
    voice,
)
from counterpoint.domain.approach import ClaimStanding
from counterpoint.domain.counting import counted
from counterpoint.domain.report.blocks import (
    Block,
    Emphasis,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Remark,
    Role,
    Strong,
    Text,
)
from counterpoint.domain.report.material import (
    Answered,
    Approach,
    Cell,
    Claim,
    Evidence,
    Material,
    Note,
    Passage,
    Question,
    Reply,
)
from counterpoint.domain.report.template import ClaimsShown, Section

from .quoting import Quoting
from .tables import Extent, whose

_HEADED = {
    "criticises": "Critics",
    "concedes": "Conceded",
    "describes": "Described by others",
    "advocates": "Others in favour",
}


_AGAINST, _FOR = ("criticises", "tells against"), ("advocates", "tells for")


class Chapters:
    """Writes the chapters of one report."""

    def __init__(
        self, material: Material, section: Section, quoting: Quoting, *, pairs_follow: bool
    ) -> None:
        """`pairs_follow`: the report has a section on who answers whom."""
        self._material = material
        self._section = section
        self._quoting = quoting
        self._pairs_follow = pairs_follow
        self._given: dict[tuple[str, str], str] = {}
        """The ids of the quotations that the chapter has given already."""
        self.notes_placed: set[str] = set()

    def all(self) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for approach in self._material.approaches:
            blocks += self._chapter(approach)
        return tuple(blocks)

    def _chapter(self, approach: Approach) -> list[Block]:
        self._given = {}
        title = (Strong((Text(approach.letter),)), Text(f" {approach.title}"))
        blocks: list[Block] = [
            Heading(2, title, approach_id(approach.id)),
            Paragraph((Text(approach.gist),), Role.LEAD),
            Paragraph(tuple(self._about(approach)), Role.DETAIL),
        ]
        relations = self._relations(approach)
        if relations:
            blocks.append(Listing(tuple(relations)))
        blocks += self._notes(approach.id, "", ("option",))
        gaps: list[tuple[Question, Cell]] = []
        for question in self._material.questions:
            cell = self._material.cell(approach.id, question.id)
            if cell.claims or cell.answer:
                blocks += self._cell(question, cell)
            else:
                gaps.append((question, cell))
                blocks += self._notes(approach.id, question.id, ("position",))
        blocks += self._gaps(approach, gaps)
        return blocks

    def _about(self, approach: Approach) -> list[Inline]:
        who = [
            f"{person.name} ({person.note})" if person.note else person.name
            for person in approach.proponents
        ]
        said = [stop(whose(approach))]
        said += [stop(approach.status_detail)] if approach.status_detail else []
        said += [stop(f"Put forward by: {'; '.join(who)}")] if who else []
        said.append(f"Rests on {Extent(self._material, approach)}.")
        return [Text(" ".join(said))]

    def _relations(self, approach: Approach) -> list[tuple[Block, ...]]:
        shown = {each.id: each for each in self._material.approaches}
        found: list[tuple[Block, ...]] = []
        for relation in approach.relations:
            other = shown.get(relation.approach)
            if other is None:
                continue
            link = Link(f"#{approach_id(other.id)}", (Text(f"{other.letter} {other.title}"),))
            words = (Text(f"{capital(relation.kind)} "), link, Text(f": {relation.why}"))
            found.append((Paragraph(words, Role.DETAIL),))
        return found

    def _cell(self, question: Question, cell: Cell) -> list[Block]:
        title: list[Inline] = [Text(f"{question.title}: "), Emphasis((Text(question.question),))]
        blocks: list[Block] = [Heading(3, tuple(title), cell_id(cell.approach, cell.question))]
        blocks.append(Paragraph(tuple(self._lead(cell)), Role.LEAD))
        if cell.answered is Answered.PARTIAL and cell.why:
            why = capital(stop(cell.why)) if cell.silent else f"In part: {stop(cell.why)}"
            blocks.append(Paragraph((Text(why),), Role.DETAIL))
        blocks += self._notes(cell.approach, cell.question, ("position",))
        own = [claim for claim in cell.claims if claim.standing is ClaimStanding.OWN]
        for claim in own:
            blocks += self._claim(claim, cell)
        if self._section.claims is ClaimsShown.ALL:
            blocks += self._others(cell)
            blocks += self._inferred(cell)
        elif len(own) < len(cell.claims):
            beside = counted(len(cell.claims) - len(own), "claim")
            said = f"Left out here: {beside} of others or by inference."
            blocks.append(Paragraph((Text(said),), Role.DETAIL))
        return blocks

    def _lead(self, cell: Cell) -> list[Inline]:
        if cell.answer:
            names = held_names(self._material, cell)
            held: list[Inline] = [Strong((Text(f"{capital(names)}. "),))] if names else []
            return [*held, Text(cell.answer)]
        if cell.silent:
            return [Text(f"{not_said(cell)}.")]
        return [
            Text(
                f"{counted(sum(c.standing is ClaimStanding.OWN for c in cell.claims), 'claim')}"
                " of the holder’s own."
            )
        ]

    def _claim(self, claim: Claim, cell: Cell) -> list[Block]:
        words: list[Inline] = [Text(stop(claim.text)), Text(" "), Emphasis((Text(claim.kind),))]
        blocks: list[Block] = [Paragraph(tuple(words), Role.CLAIM)]
        blocks += self._quotations(claim)
        blocks += self._notes(cell.approach, cell.question, ("claim", "evidence"), claim.id)
        return blocks

    def _quotations(self, claim: Claim) -> list[Block]:
        """Those that stand with the claim, and apart from them, each as such, those on the other
        side."""
        others = _other_side(claim)
        pieces = [piece for piece in claim.evidence if piece not in others]
        pieces += others
        most = self._section.quotations or len(pieces)
        blocks: list[Block] = []
        for piece in pieces[:most]:
            apart = _side(piece) if piece in others else ""
            key = (piece.passage.source, piece.passage.words)
            before = self._given.get(key)
            if before is not None and piece.passage.exact:
                blocks.append(self._again(piece, before, apart))
                continue
            quotation = self._quoting.of_evidence(piece, apart)
            self._given[key] = quotation.id
            blocks.append(quotation)
            blocks += self._replies(piece.passage)
        if len(pieces) > most:
            against = len([piece for piece in pieces[most:] if piece in others])
            said = f"Left out here: {counted(len(pieces) - most, 'more quotation')}"
            said += f", {against:,} of them on the other side." if against else "."
            blocks.append(Paragraph((Text(said),), Role.DETAIL))
        return blocks

    def _again(self, piece: Evidence, id: str, apart: str) -> Paragraph:
        number = id.rpartition("-")[2]
        words: list[Inline] = [Strong((Text(f"{apart}:"),)), Text(" ")] if apart else []
        words += [
            Text(f"{voice(piece.passage)}: "),
            Link(f"#{id}", (Text(f"the words quoted above ({number})"),)),
        ]
        if piece.inferred and piece.why:
            words.append(Text(f" ({piece.why if apart else f'{piece.stance}: {piece.why}'})"))
        return Paragraph(tuple(words), Role.ATTRIBUTION)

    def _replies(self, passage: Passage) -> list[Block]:
        if not self._section.replies or passage.span is None:
            return []
        found: dict[str, list[Reply]] = {}
        for reply in self._material.replies:
            to = reply.to
            if to.source == passage.source and to.span and to.span.overlaps(passage.span):
                found.setdefault(replied_by(self._material, reply), []).append(reply)
        return [self._replied(said, replies) for said, replies in found.items()]

    def _replied(self, said: str, replies: list[Reply]) -> Paragraph:
        """What one voice replied, wherever it did, on one line."""
        words: list[Inline] = [Text(f"{said} ")]
        words += places(self._material, (reply.by for reply in replies), apart=True)
        if self._pairs_follow:
            ids = dict.fromkeys(reply_id(self._material, reply) for reply in replies)
            for number, id in enumerate(ids):
                words += [Text(" and " if number else ", "), Link(f"#{id}", (Text("below"),))]
        return Paragraph(tuple(words), Role.ATTRIBUTION)

    def _others(self, cell: Cell) -> list[Block]:
        others = [claim for claim in cell.claims if claim.standing is ClaimStanding.OTHERS]
        blocks: list[Block] = []
        for stance, head in _HEADED.items():
            among = [claim for claim in others if _leading_stance(claim) == stance]
            if not among:
                continue
            blocks.append(Heading(4, (Text(head),)))
            for claim in among:
                blocks += self._claim(claim, cell)
        return blocks

    def _inferred(self, cell: Cell) -> list[Block]:
        inferred = [claim for claim in cell.claims if claim.standing is ClaimStanding.INFERENCE]
        if not inferred:
            return []
        blocks: list[Block] = [
            Heading(4, (Text("By our inference, and so not counted as support"),))
        ]
        for claim in inferred:
            blocks += self._claim(claim, cell)
        return blocks

    def _gaps(self, approach: Approach, gaps: list[tuple[Question, Cell]]) -> list[Block]:
        if not gaps:
            return []
        unsaid: list[tuple[Block, ...]] = []
        unseen: list[tuple[Block, ...]] = []
        for question, cell in gaps:
            title = Strong((Text(question.title),))
            if cell.answered is Answered.NOT_CONSIDERED:
                unseen.append((Paragraph((title, Text("."))),))
                continue
            prefix = "" if cell.why.casefold().startswith("looked for") else "looked for "
            why = f": {prefix}{stop(cell.why)}" if cell.why else "."
            unsaid.append((Paragraph((title, Text(why))),))
        blocks: list[Block] = []
        for words, id, items in (
            ("What the texts do not say", "gaps", unsaid),
            ("Not yet looked at", "unseen", unseen),
        ):
            if items:
                heading = Heading(3, (Text(words),), f"{id}-{approach.id}")
                blocks += [heading, Listing(tuple(items))]
        return blocks

    def _notes(
        self, approach: str, question: str, places: tuple[str, ...], claim: str = ""
    ) -> list[Block]:
        found = [
            note
            for note in self._material.notes
            if note.marked
            and note.place in places
            and (note.approach, note.question, note.claim) == (approach, question, claim)
        ]
        self.notes_placed |= {note.id for note in found}
        return [remark(note, with_place=False) for note in found]


def remark(note: Note, *, with_place: bool) -> Remark:
    """A note as the words of the analyst or whoever made it, with what kind it is."""
    label = f"{capital(note.kind)} of {note.author or 'the analyst'}"
    if with_place:
        label += f" · {note.on}"
    return Remark(label, blocks_of(note.body, 4), f"note-{note.id}")


def _other_side(claim: Claim) -> list[Evidence]:
    """What stands against the approach under a claim that does not, and for it under one that
    stands against it."""
    own = claim.standing is ClaimStanding.OWN
    against = not own and claim.evidence[:1] and claim.evidence[0].stance in _AGAINST
    return [piece for piece in claim.evidence if piece.stance in (_FOR if against else _AGAINST)]


def _side(piece: Evidence) -> str:
    side = "Against the approach" if piece.stance in _AGAINST else "For the approach"
    return f"{side}, by our inference" if piece.inferred else side


def _leading_stance(claim: Claim) -> str:
    direct = [piece.stance for piece in claim.evidence if not piece.inferred]
    return next((stance for stance in _HEADED if stance in direct), "describes")
