"""Realistic approaches for the tests and pictures of the comparison."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from counterpoint.domain.approach import (
    Approach,
    ApproachSummary,
    Claim,
    ClaimKind,
    Colour,
    Coverage,
    Dimension,
    Evidence,
    Link,
    Position,
    Proponent,
    Relation,
    RelationKind,
    Stance,
    Status,
    Tally,
)
from counterpoint.domain.library import Library
from counterpoint.domain.quotation import Quotation, QuotationState, Standing
from counterpoint.domain.source import Numbering, Source
from counterpoint.domain.span import Span

ADVOCATES, DESCRIBES, CRITICISES, CONCEDES = (
    Stance.ADVOCATES,
    Stance.DESCRIBES,
    Stance.CRITICISES,
    Stance.CONCEDES,
)

DIMENSIONS = tuple(
    Dimension(id, title, question, f"Parts those who {parts}.")
    for id, title, question, parts in (
        ("diagnosis", "Diagnosis", "What drives Moscow?", "see a plan"),
        ("objective", "Objective", "What end state is sought?", "would change Russia"),
        ("pressure", "Pressure", "What is threatened or withheld?", "would pay"),
        ("channels", "Channels", "Who talks to whom, and how?", "keep lines open"),
        ("scope", "Scope and linkage", "Which issues, apart or together?", "link"),
        ("sequence", "Conditions and sequencing", "What comes first?", "set terms beforehand"),
        ("allies", "Allies", "With whom, and at what price?", "wait for agreement"),
        ("neighbours", "Contested neighbourhood", "Ukraine, Georgia and others", "would trade"),
        ("record", "Precedent and record", "Has it been tried?", "trust the past"),
        ("risks", "Objections and risks", "In the critic’s voice", "fear delay"),
    )
)  # fmt: skip


def source(id: str, short: str) -> Source:
    return Source(
        id=id,
        title=short,
        short=short,
        author="",
        publisher="",
        date="undated",
        kind="",
        marking="none",
        about="",
        reached_us="",
        access="",
        rights="",
        numbering=Numbering.COUNT,
        digest="",
        statement="",
        furniture=(),
        bears_on_nothing=(),
        length=1000,
    )


SOURCES = (
    source("cable", "London cable"),
    source("report", "Committee report"),
    source("clingendael", "Clingendael"),
    source("letters", "Two letters"),
    source("reprint", "2017 article"),
)

_QUOTES = (
    "The UK sees recent Russian foreign policy actions as a “continuum” in Moscow’s goal to "
    "maintain influence in its near abroad and to deter western influence, especially NATO "
    "enlargement.",
    "dialogue and cooperation where possible so as not to isolate Moscow",
    "whether a posture of Cold War type “containment” should be employed to counter Moscow’s "
    "more aggressive stance recently",
    "identify areas of “joint advantage” to focus UK and multilateral cooperation with Russia, "
    "particularly in the energy and commercial sectors",
)


def piece(
    key: str,
    source: str = "cable",
    paragraph: str = "¶4",
    stance: Stance = ADVOCATES,
    voice: Sequence[str] = ("Embassy London", "reporting Michael Davenport", "a draft FCO paper"),
    *,
    words: str = _QUOTES[0],
    why: str = "",
    hedge: str = "",
    tone: str = "",
    partial: str = "",
    state: QuotationState = QuotationState.EXACT,
) -> Evidence:
    span = None if state is QuotationState.LOST else Span(0, len(words))
    return Evidence(
        key=key,
        source=source,
        quotation=Quotation(words, None),
        standing=Standing(state, span),
        paragraph=paragraph,
        stance=stance,
        voice=tuple(voice),
        link=Link.INFERRED if why else Link.DIRECT,
        why=why,
        hedge=hedge,
        tone=tone,
        partial=partial,
    )


def claim(id: str, text: str, *evidence: Evidence) -> Claim:
    return Claim(id, text, ClaimKind.PRESCRIPTION, evidence)


def gap(
    dimension: str, looked_for: str = "any passage that says how the issues are tied"
) -> Position:
    return Position(dimension, Coverage.GAP, looked_for, ())


def approach(
    id: str,
    title: str,
    gist: str,
    cue: str,
    colour: Colour,
    positions: Sequence[Position],
    *,
    status: Status = Status.ADVOCATED,
    note: str = "",
    proponents: Sequence[Proponent] = (),
    relations: Sequence[Relation] = (),
    shown: bool = True,
) -> Approach:
    """Dimensions without a position become gaps."""
    given = {position.dimension: position for position in positions}
    whole = tuple(given.get(one.id, gap(one.id)) for one in DIMENSIONS)
    head = ApproachSummary(
        id=id,
        title=title,
        gist=gist,
        cue=cue,
        colour=colour,
        shown=shown,
        status=status,
        status_note=note,
        status_detail="",
        date="undated",
        proponents=tuple(proponents),
        relations=tuple(relations),
        tally=Tally.of(whole),
    )
    return Approach(head, whole)


_SAID: dict[str, dict[str, tuple[str, ...]]] = {
    "a": {
        "diagnosis": (
            "Moscow pursues one continuous goal, influence in its near abroad, with opportunistic "
            "tactics.",
        ),
        "objective": ("Dialogue and cooperation where possible, so that Moscow is not isolated.",),
        "pressure": (
            "Answer robustly when necessary.",
            "Diversify energy supply so that Russian influence is countered.",
        ),
        "channels": ("Ministers go on meeting: Lavrov is invited to London.",),
        "scope": ("Areas of joint advantage, above all energy and trade.",),
        "allies": (
            "Coordinate among NATO and EU allies.",
            "Deeper transatlantic engagement with former Soviet states.",
        ),
        "neighbours": (
            "Support the European aspirations of former Soviet states without challenging Russia.",
        ),
        "risks": ("A better relationship is unrealistic under the current leadership.",),
    },
    "b": {
        "diagnosis": ("Moscow has recently become more aggressive.",),
        "objective": ("To counter Moscow’s more aggressive stance.",),
        "risks": ("Russia is too integrated in the world economy for it.",),
    },
    "c": {
        "diagnosis": ("The leadership thrives on confrontation and will not be charmed.",),
        "objective": ("Keep talking, and assume that what is said will be used.",),
        "channels": (
            "Military-to-military contact prevents miscalculation.",
            "Parliamentary and cultural contact should go on.",
        ),
        "scope": ("Arms control and incidents at sea are kept apart from Ukraine.",),
        "risks": ("Talk may be read as weakness.",),
    },
    "d": {
        "channels": ("Official dialogue on a few subjects, each in its own forum.",),
        "scope": (
            "Each subject is dealt with for itself.",
            "Nothing agreed on one subject is owed on another.",
        ),
        "sequence": ("No return to business as usual before Minsk is carried out.",),
        "risks": ("Compartments leak: what is given in one is claimed in all.",),
    },
    "e": {
        "diagnosis": ("Two audiences: the Kremlin and the Russian people.",),
        "pressure": ("Sanctions stay until their reason is gone.",),
        "channels": ("Dialogue runs beside pressure, never instead of it.",),
        "allies": ("Unity of the allies is the lever that works.",),
        "record": ("NATO’s Harmel report of 1967 did both at once.",),
    },
    "f": {
        "diagnosis": ("Russia feels beleaguered and, able to resist, will not blink first.",),
        "objective": ("A better-managed antagonism, not a converted Russia.",),
        "scope": (
            "Common ground and hard security go on one agenda.",
            "Easier topics first may build a little trust.",
        ),
        "sequence": ("Talks first; implementation is the test.",),
        "neighbours": ("Let Moscow know that Georgia and Ukraine will not join NATO for now.",),
        "record": ("Helsinki in 1975 settled borders and opened contacts in one package.",),
        "risks": ("Whether Russia is ready for real diplomacy is very doubtful.",),
    },
}  # fmt: skip

_VOICES = (
    ("Embassy London", "reporting Michael Davenport", "FCO draft, per Davenport"),
    ("the committee", "Sir Andrew Wood, former ambassador to Moscow"),
    ("Tony van der Togt, senior research fellow at Clingendael",),
    ("some within HMG",),
)


def _positions(approach: str) -> list[Position]:
    """Claims with evidence of every kind, the same each time."""
    positions = []
    for n, (dimension, texts) in enumerate(_SAID[approach].items()):
        claims = []
        for m, text in enumerate(texts):
            number = n * 3 + m
            stance = CRITICISES if dimension == "risks" else (ADVOCATES, DESCRIBES)[number % 2]
            if approach == "b" and stance is ADVOCATES:
                stance = DESCRIBES
            evidence = [
                piece(
                    f"{approach}/{dimension}-{m}/0",
                    SOURCES[number % 3].id,
                    ("¶4", "144", "§9")[number % 3],
                    stance,
                    _VOICES[number % 4],
                    words=_QUOTES[number % 4],
                    why="It answers the question without naming the approach"
                    if number % 7 == 6
                    else "",
                    partial="Only trade is named" if number % 8 == 4 else "",
                    hedge="supposedly noted" if number % 9 == 3 else "",
                )
            ]
            if number % 5 == 1:
                evidence.append(
                    piece(
                        f"{approach}/{dimension}-{m}/1",
                        "letters",
                        "§23",
                        (CRITICISES, CONCEDES)[number % 2],
                        ("Ukrainian signatories",),
                        tone="irony" if number % 2 else "",
                    )
                )
            claims.append(claim(f"{dimension}-{m}", text, *evidence))
        coverage = Coverage.PARTIAL if dimension == "pressure" else Coverage.FULL
        why = "The texts do not say what would be withheld" if coverage is Coverage.PARTIAL else ""
        positions.append(Position(dimension, coverage, why, tuple(claims)))
    return positions


def six() -> tuple[Approach, ...]:
    """The six approaches of the design card."""
    return (
        approach(
            "a", "Hard-headed engagement",
            "Engage where it pays, robust when necessary, with allies.",
            "A", Colour.BLUE, _positions("a"), status=Status.DRAFTED, note="UK 2008",
            proponents=(
                Proponent("Michael Davenport", "Director for Russia at the Foreign Office"),
                Proponent("the Foreign Office draft"),
                Proponent("David Miliband"),
            ),
            relations=(Relation(RelationKind.OVERLAPS, "c", "both keep talking"),),
        ),
        approach(
            "b", "Containment", "A Cold War posture against Moscow’s assertiveness.",
            "B", Colour.ORANGE, _positions("b"), status=Status.REJECTED,
            note="considered by the UK 2008",
        ),
        approach(
            "c", "Engage but beware",
            "Keep the channels open and believe little that comes through.",
            "C", Colour.GREEN, _positions("c"), note="Committee 2017",
            proponents=(Proponent("the Foreign Affairs Committee"),),
        ),
        approach(
            "d", "Compartmentalised dialogue", "Talk on chosen subjects, each apart from the rest.",
            "D", Colour.PLUM, _positions("d"), note="2017",
        ),
        approach(
            "e", "Twin-track pressure and dialogue", "Pressure and talks side by side.",
            "E", Colour.VERMILION, _positions("e"), note="NATO since 2014",
            proponents=(Proponent("NATO"),), status=Status.ADOPTED,
        ),
        approach(
            "f", "Helsinki-style détente", "Talks in packages to manage a lasting antagonism.",
            "F", Colour.PURPLE, _positions("f"), note="Clingendael 2020",
            proponents=(Proponent("Tony van der Togt"),),
        ),
    )  # fmt: skip


def more(count: int) -> tuple[Approach, ...]:
    """Further approaches, made from the six but named and coloured apart; not shown at first."""
    colours = list(Colour)
    first = six()
    made = []
    for number in range(count):
        old = first[number % 6]
        head = old.head._replace(
            id=f"x{number}",
            cue=f"{chr(71 + number % 20)}{'' if number < 20 else number}",
            colour=colours[(number + 6) % len(colours)],
            title=f"{old.head.title}, variant {number + 1}",
            shown=False,
        )
        made.append(Approach(head, old.positions))
    return tuple(made)


@dataclass(slots=True)
class Shelf:
    """Approaches that can be read one by one; `read` counts what was."""

    approaches: dict[str, Approach]
    read: list[str] = field(default_factory=list)

    def approach(self, id: str) -> Approach:
        self.read.append(id)
        return self.approaches[id]


def library(approaches: Sequence[Approach]) -> tuple[Library, Callable[[str], Approach]]:
    """A library of these approaches, and the way to read each."""
    shelf = Shelf({one.head.id: one for one in approaches})
    heads = tuple(one.head for one in approaches)
    return Library("Western policy", "", DIMENSIONS, SOURCES, heads, (), (), 0), shelf.approach


LONG_TITLE = (
    "A balanced and verifiable commitment to deterrence, détente and a rules-based order in the "
    "whole of Europe, reviewed every second year by all who signed the Open Letter of 2020"
)


def with_long_title(old: Approach) -> Approach:
    return old._replace(head=old.head._replace(title=LONG_TITLE))


def with_eleven_claims(old: Approach, dimension: str = "diagnosis") -> Approach:
    """The first of the positions makes eleven claims, the third with evidence of every sort."""
    claims = []
    for number in range(11):
        evidence = [piece(f"{old.head.id}/many-{number}/0", paragraph=f"¶{number + 1}")]
        if number == 2:
            evidence = [
                piece("many/0", stance=ADVOCATES, why="the approach is not named", partial="half"),
                piece("many/1", "report", "144", DESCRIBES, tone="scare quotes"),
                piece("many/2", "letters", "§3", CRITICISES, state=QuotationState.MOVED),
                piece("many/3", "reprint", "", CONCEDES, (), state=QuotationState.CHANGED),
                piece("many/4", "clingendael", "§8", CRITICISES, state=QuotationState.LOST),
            ]
        text = f"Claim {number + 1} says what the texts say of the drivers of Moscow’s policy."
        claims.append(claim(f"many-{number}", text, *evidence))
    position = Position(dimension, Coverage.FULL, "", tuple(claims))
    positions = tuple(position if one.dimension == dimension else one for one in old.positions)
    return Approach(old.head._replace(tally=Tally.of(positions)), positions)
