"""Material for tests of what leaves the library: small, and with all that formats stumble over."""

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.report.material.gather import gather
from counterpoint.domain.approach import ClaimStanding, NamedAnswer
from counterpoint.domain.report.material import (
    Answered,
    Approach,
    Cell,
    Claim,
    Evidence,
    Material,
    Note,
    Passage,
    Person,
    Question,
    Relation,
    Reply,
    Source,
)
from counterpoint.domain.span import Span
from tests.library_on_disk import LibraryOnDisk

NO_BREAK, SOFT, NARROW = "\u00a0", "\u00ad", "\u202f"

ODD = (
    f"He said: “it’s 100{NO_BREAK}% of GDP — ‘no less’ – & more” <b>*not* _bold_</b> #1 $x$ ~y~ ^z",
    f"A 😀 woman 👩‍🚀 wrote 2.5{NARROW}km… [link](x) | a\\b `code` @ref =1+1",
    "- Dashes first; 1. numbers; Ünïcödé Ελληνικά Кириллица",
    "Straight \"double\" and 'single' marks",
)
"""Quotations that every format must give back word for word."""

_TEXT = "\n\n".join(f"¶{number}. {words}" for number, words in enumerate(ODD, 1)) + "\n"


def passage(number: int, voice: tuple[str, ...] = ("the paper", "the minister")) -> Passage:
    """The ODD words of a number, as they stand in `odd_text`."""
    words = ODD[number]
    start = _TEXT.index(words)
    end = start + len(words)
    return Passage(
        source="odd",
        words=words,
        span=Span(start, end),
        raw=words,
        before=_TEXT[max(0, start - 32) : start],
        after=_TEXT[end : end + 32],
        paragraph=f"¶{number + 1}",
        voice=voice,
    )


def odd_text() -> str:
    return _TEXT


def evidence(number: int, stance: str = "advocates", **more: str) -> Evidence:
    inferred = stance in ("tells for", "tells against", "bears on")
    return Evidence(
        key=f"talk/claim/{number:08x}{stance[:2]}",
        passage=passage(number),
        stance=stance,
        inferred=inferred,
        why=more.get("why", ""),
        hedge=more.get("hedge", ""),
        tone=more.get("tone", ""),
        partial=more.get("partial", ""),
        of_holder=stance != "criticises" and not inferred,
    )


def source(id: str = "odd", number: int = 1, **fields: str) -> Source:
    plain = {
        "title": "A paper & its <words>: 100 % true_",
        "short": "Paper",
        "author": "Ann Lee; signed for the minister",
        "publisher": "Embassy London, to all posts",
        "date": "2008-10-20",
        "kind": "diplomatic cable",
        "marking": "none",
        "about": "What the paper is about.",
        "reached_us": "By post.",
        "access": "anyone",
        "rights": "Apache-2.0",
        "statement": "Near to it all.\n\nWhat it cannot tell: the rest.",
        "language": "en-GB",
        "digest": "0" * 64,
        "original": "",
        "original_name": "",
    } | fields
    return Source(id=id, number=number, **plain)


def note(id: str = "n1", **fields: object) -> Note:
    plain: dict[str, object] = {
        "kind": "judgement",
        "tags": ("brief",),
        "created": "2026-01-02T03:04:05Z",
        "changed": "2026-01-03T03:04:05Z",
        "body": "I think *so*, and:\n\n- one\n- two\n",
        "quote": "",
        "on": "A · Channels",
        "place": "position",
        "approach": "talk",
        "question": "channels",
    }
    return Note(id=id, **{**plain, **fields})  # type: ignore[arg-type]


QUESTIONS = (
    Question(
        "channels",
        "Channels",
        "Who talks to whom?",
        "Some talk, some do not.",
        (
            NamedAnswer("ministers", "Ministers", "Ministers meet."),
            NamedAnswer("nobody", "Nobody", "No talks."),
        ),
    ),
    Question("objections", "Objections", "What do critics say?", "Each has its own."),
)


def approach(id: str, letter: str, title: str, **fields: object) -> Approach:
    plain: dict[str, object] = {
        "gist": f"{title}, whatever happens.",
        "colour": "00639B",
        "status": "advocated",
        "status_note": "the minister, 2008",
        "status_detail": "",
        "date": "2008",
        "proponents": (Person("the minister", "of the time"),),
        "relations": (),
    }
    return Approach(id=id, letter=letter, title=title, **{**plain, **fields})  # type: ignore[arg-type]


def material(**fields: object) -> Material:
    """Two approaches on two questions: one that answers, one that is silent."""
    talk = approach("talk", "A", "Keep talking")
    firm = approach(
        "firm", "B", "Firmness first", relations=(Relation("answers", "talk", "it asks first"),)
    )
    own = Claim("go-on", "Talks should go on", "prescription", ClaimStanding.OWN, (evidence(0),))
    more = Claim(
        "grow",
        "Trade should grow.",
        "forecast",
        ClaimStanding.OWN,
        (evidence(1, hedge="supposedly"), evidence(2, partial="of trade only")),
    )
    critic = Claim(
        "unreal",
        "Critics find it unreal.",
        "fact",
        ClaimStanding.OTHERS,
        (evidence(3, "criticises"),),
    )
    ours = Claim(
        "perhaps",
        "It may help.",
        "causal",
        ClaimStanding.INFERENCE,
        (evidence(2, "tells for", why="it is said of trade"),),
    )
    cells = {
        ("talk", "channels"): Cell(
            "talk",
            "channels",
            Answered.FULL,
            "",
            "Ministers should go on meeting.",
            ("ministers",),
            ("go-on",),
            (own, more),
        ),
        ("talk", "objections"): Cell(
            "talk",
            "objections",
            Answered.PARTIAL,
            "one critic is heard",
            "",
            (),
            (),
            (critic, ours),
        ),
        ("firm", "channels"): Cell(
            "firm", "channels", Answered.GAP, "any word on talks", "", (), (), ()
        ),
        ("firm", "objections"): Cell(
            "firm", "objections", Answered.NOT_CONSIDERED, "", "", (), (), ()
        ),
    }
    plain: dict[str, object] = {
        "title": "Talks & firmness",
        "statement": "One paper.\n\nIt cannot tell all.",
        "language": "en-GB",
        "questions": QUESTIONS,
        "approaches": (talk, firm),
        "cells": cells,
        "replies": (
            Reply("rebuts", passage(3, ("the paper", "a critic")), passage(0), "of talks", False),
        ),
        "sources": (source(), source("other", 2, title="Another", short="Other", date="undated")),
        "notes": (),
        "date": "2008-10-20",
    }
    return Material(**{**plain, **fields})  # type: ignore[arg-type]


def quotations(of: Material) -> list[str]:
    """The words of all evidence, in the order of the comparison."""
    return [
        piece.passage.words
        for approach_ in of.approaches
        for question in of.questions
        for claim in of.cell(approach_.id, question.id).claims
        for piece in claim.evidence
    ]


def gathered(disk: LibraryOnDisk) -> Material:
    return gather(OpenedLibrary.open(disk.folder, None))
