"""What is asked of a claim: its words, its kind and its first evidence."""

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.application.editing.made_ids import claim_id
from counterpoint.domain.approach import ClaimKind
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.cells import claim_ids, claim_in, place_of
from counterpoint.domain.editing.claims import make_claim, set_claim_kind, split_claim, word_claim
from counterpoint.domain.forms import ClaimForm, PassageForm
from counterpoint.domain.note import Target, TargetKind
from counterpoint.labels import editing as words
from counterpoint.labels.linking import claim_kind
from counterpoint.labels.text import in_one_line
from counterpoint.storage.library.walk import approach_file

from .evidence import evidence_fields, evidence_of
from .fields import Asked, NotYet, OneOf, Several, Step, Values, Words
from .quoted import passage_of, quotation_field, sources_to_choose


def kinds() -> tuple[tuple[str, str], ...]:
    return tuple((kind.value, claim_kind(kind)) for kind in ClaimKind)


def ask_words(desk: LibraryDesk, target: Target) -> Asked:
    """The sentence of a claim, in place. Raises KeyError where it is not there any more."""
    claim = claim_in(desk.approach(target.approach), target.claim)

    def step(desk: LibraryDesk, values: Values) -> Step:
        form = word_claim(desk.approach(target.approach), target.claim, values.words("text"))
        return Step(CommandKind.WORD_CLAIM, {approach_file(target.approach): form})

    def anew(desk: LibraryDesk, values: Values) -> Step:
        return made_anew(desk, target, claim._replace(text=" ".join(values.words("text").split())))

    field = Words("text", words.claim_sentence(), in_one_line(claim.text))
    what = f"{target.approach}/{target.claim}"
    return Asked(what, words.claim_sentence(), (field,), step, in_place=True, anew=anew)


def made_anew(desk: LibraryDesk, target: Target, claim: ClaimForm) -> Step:
    """A claim that is gone, in its cell again. Raises KeyError where its approach is gone too."""
    form = desk.approach(target.approach)
    if claim.id in claim_ids(form):
        claim = claim._replace(id=claim_id(claim.text, claim_ids(form)))
    made = Target(TargetKind.CLAIM, target.approach, target.dimension, claim.id)
    after = make_claim(form, target.dimension, claim)
    return Step(CommandKind.MAKE_CLAIM, {approach_file(target.approach): after}, made)


def ask_kind(desk: LibraryDesk, target: Target) -> Asked:
    """Raises KeyError where it is not there any more."""
    claim = claim_in(desk.approach(target.approach), target.claim)

    def step(desk: LibraryDesk, values: Values) -> Step:
        kind = ClaimKind(values.words("kind"))
        form = set_claim_kind(desk.approach(target.approach), target.claim, kind)
        return Step(CommandKind.CHANGE_KIND_OF_CLAIM, {approach_file(target.approach): form})

    def anew(desk: LibraryDesk, values: Values) -> Step:
        kind = ClaimKind(values.words("kind"))
        return made_anew(desk, target, claim._replace(kind=kind))

    return Asked(
        f"{target.approach}/{target.claim}/kind",
        words.kind_of_claim(),
        (OneOf("kind", words.kind_of_claim(), kinds(), claim.kind),),
        step,
        said=(in_one_line(claim.text),),
        anew=anew,
    )


def ask_new_claim(desk: LibraryDesk, cell: Target, passage: PassageForm | None = None) -> Asked:
    """A claim in a cell, on `passage` where words are selected. Raises KeyError where there is no
    such approach."""
    approach = in_one_line(desk.approach(cell.approach).title or cell.approach)
    titles = {each.id: in_one_line(each.title) for each in desk.questions()}
    where = words.cell(titles.get(cell.dimension, cell.dimension), approach)
    source = passage.source if passage is not None else ""
    span = None if passage is None or passage.anchor is None else passage.anchor.span

    def step(desk: LibraryDesk, values: Values) -> Step:
        text = " ".join(values.words("text").split())
        if not text:
            raise NotYet(words.needs_sentence(), "text")
        chosen, quote = values.words("source"), values.words("quote")
        same = passage is not None and (chosen, quote) == (passage.source, passage.quote)
        found = passage_of(desk, chosen, quote, (), span if same else None)
        form = desk.approach(cell.approach)
        id = claim_id(text, claim_ids(form))
        piece = evidence_of(values, found, None)
        claim = ClaimForm(id, text, ClaimKind(values.words("kind")), (piece,))
        after = make_claim(form, cell.dimension, claim)
        target = Target(TargetKind.CLAIM, cell.approach, cell.dimension, id)
        return Step(CommandKind.MAKE_CLAIM, {approach_file(cell.approach): after}, target)

    return Asked(
        f"{cell.approach}/{cell.dimension}/new",
        words.new_claim(),
        (
            Words("text", words.claim_sentence()),
            OneOf("kind", words.kind_of_claim(), kinds(), ClaimKind.PRESCRIPTION),
            OneOf("source", words.source(), sources_to_choose(desk), source),
            quotation_field("quote", passage),
            *evidence_fields(desk, source),
        ),
        step,
        said=(where,),
        is_new=True,
    )


def ask_split(desk: LibraryDesk, target: Target) -> Asked:
    """Raises KeyError where it is not there any more."""
    form = desk.approach(target.approach)
    claim = claim_in(form, target.claim)
    quotes = tuple(
        (str(at), words.quoted(piece.passage.quote)) for at, piece in enumerate(claim.evidence)
    )

    def step(desk: LibraryDesk, values: Values) -> Step:
        form, text = desk.approach(target.approach), " ".join(values.words("text").split())
        if not text:
            raise NotYet(words.needs_sentence(), "text")
        goes = frozenset(int(each) for each in values.several("evidence"))
        if not goes or len(goes) >= len(claim.evidence):
            raise NotYet(words.needs_both(), "evidence")
        id = claim_id(text, claim_ids(form))
        after = split_claim(form, target.claim, id, text, goes)
        made = Target(TargetKind.CLAIM, target.approach, place_of(after, id).dimension, id)
        return Step(CommandKind.SPLIT_CLAIM, {approach_file(target.approach): after}, made)

    return Asked(
        f"{target.approach}/{target.claim}/split",
        words.split_title(),
        (
            Words("text", words.new_sentence(), in_one_line(claim.text)),
            Several("evidence", words.goes_along(), quotes, quoted=True),
        ),
        step,
        said=(in_one_line(claim.text),),
    )
