"""What is asked of an approach as a whole: its head."""

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.application.editing.made_ids import approach_id
from counterpoint.domain.approach import Colour, Proponent, Relation, RelationKind, Status
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.beginnings import NOT_STATED, UNDATED, new_approach
from counterpoint.domain.forms import ApproachForm
from counterpoint.domain.note import Target, TargetKind
from counterpoint.labels import asked_heads as words
from counterpoint.labels.approach import relation, status
from counterpoint.labels.text import in_one_line
from counterpoint.storage.library.listing import listed
from counterpoint.storage.library.walk import approach_file

from .fields import Asked, Column, Entries, Entry, Field, NotYet, OneOf, Step, Values, Words

_GOVERNMENT = "government"


def ask_head(desk: LibraryDesk, id: str) -> Asked:
    """Raises KeyError where there is no such approach."""
    form = desk.approach(id)

    def step(desk: LibraryDesk, values: Values) -> Step:
        after = _said(desk.approach(id), values)
        return Step(CommandKind.CHANGE_APPROACH, {approach_file(id): after})

    return Asked(f"{id}/head", words.approach_title(), _fields(desk, id, form), step)


def ask_new_approach(desk: LibraryDesk) -> Asked:
    there = [one.form for one in desk.resolved.approaches.values()]
    form = new_approach(
        "", {each.cue for each in there if each.cue}, {each.colour for each in there}
    )

    def step(desk: LibraryDesk, values: Values) -> Step:
        after = _said(form, values)
        taken = {*desk.resolved.approaches, *listed(desk.folder, "options", ".yaml")}
        id = approach_id(after.title or "", frozenset(taken))
        target = Target(TargetKind.APPROACH, id)
        return Step(CommandKind.MAKE_APPROACH, {approach_file(id): after}, target)

    return Asked("new-approach", words.new_approach(), _fields(desk, "", form), step)


def _fields(desk: LibraryDesk, id: str, form: ApproachForm) -> tuple[Field, ...]:
    others = tuple(
        (other, in_one_line(one.form.title or other))
        for other, one in desk.resolved.approaches.items()
        if other != id
    )
    fields: list[Field] = [
        Words("title", words.title(), in_one_line(form.title or "")),
        Words("gist", words.gist(), _stated(form.gist)),
        Entries(
            "proponents",
            words.proponents(),
            (
                Column(words.proponent()),
                Column(words.voices()),
                Column(words.proponent_note()),
                Column(words.acts(), (("", words.acts_not()), (_GOVERNMENT, words.acts_itself()))),
            ),
            tuple(
                Entry(
                    each.name,
                    (
                        each.name,
                        "; ".join(each.voices),
                        each.note,
                        _GOVERNMENT if each.government else "",
                    ),
                )
                for each in form.proponents
            ),
            words.add_proponent(),
        ),
        OneOf(
            "status",
            words.status(),
            tuple((each.value, status(each)) for each in Status),
            form.status or Status.ADVOCATED,
        ),
        Words("status_note", words.status_note(), _stated(form.status_note)),
        Words("status_detail", words.status_detail(), form.status_detail),
        Words("date", words.date(), "" if form.date == UNDATED else form.date or ""),
        Words("cue", words.cue(), form.cue or ""),
        OneOf(
            "colour",
            words.colour(),
            tuple((each.value, words.colour_name(each)) for each in Colour),
            form.colour,
        ),
    ]
    if others:
        fields.append(
            Entries(
                "relations",
                words.relations(),
                (
                    Column(
                        words.relation_why(),
                    ),
                    Column(
                        words.relation(),
                        tuple((each.value, relation(each)) for each in RelationKind),
                    ),
                    Column(words.relation_to(), others),
                ),
                tuple(
                    Entry(str(at), (each.why, each.kind.value, each.approach))
                    for at, each in enumerate(form.relations)
                ),
                words.add_relation(),
            )
        )
    return tuple(fields)


def _said(form: ApproachForm, values: Values) -> ApproachForm:
    """Raises NotYet."""
    title = " ".join(values.words("title").split())
    if not title:
        raise NotYet(words.needs_title(), "title")
    proponents = tuple(
        Proponent(
            name.strip(),
            " ".join(note.split()),
            tuple(each.strip() for each in voices.split(";") if each.strip()),
            government == _GOVERNMENT,
        )
        for _, (name, voices, note, government) in values.entries("proponents")
    )
    relations = form.relations
    if values.has("relations"):
        relations = tuple(
            Relation(RelationKind(kind), other, " ".join(why.split()))
            for _, (why, kind, other) in values.entries("relations")
        )
    return form._replace(
        title=title,
        gist=" ".join(values.words("gist").split()) or NOT_STATED,
        proponents=proponents,
        status=Status(values.words("status")),
        status_note=" ".join(values.words("status_note").split()) or NOT_STATED,
        status_detail=" ".join(values.words("status_detail").split()),
        date=values.words("date") or UNDATED,
        cue=values.words("cue"),
        colour=Colour(values.words("colour")),
        relations=relations,
    )


def _stated(words_of: str | None) -> str:
    return "" if words_of == NOT_STATED else in_one_line(words_of or "")
