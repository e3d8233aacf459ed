"""What is wrong with a change before anything of it is written, in the words of loading."""

from counterpoint.domain.forms import ApproachForm
from counterpoint.domain.problem import Problem
from counterpoint.domain.resolved_library import ResolvedLibrary
from counterpoint.storage.library.editable_file import Form, read_form, written_text
from counterpoint.storage.yaml.yaml_edit import EditWentWrong

NOT_AS_IT_IS = (
    "this cannot be written into the file as it is; take out spaces at its ends and signs that are "
    "not seen"
)


class NotToBeWritten(Exception):
    """No file can say it. `problems` are told as when a file is read."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(str(one.fault) for one in problems))
        self.problems = problems


def check_writable(name: str, before: Form | None, after: Form) -> None:
    """Raises NotToBeWritten where what `after` has and `before` has not breaks the rules of its
    file, EditWentWrong where it would not be read as it was written."""
    part = _what_is_new(before, after)
    found = read_form(written_text(name, part), name)
    if found.told:
        raise NotToBeWritten(*found.told)
    if found.form != part:
        raise EditWentWrong(NOT_AS_IT_IS)


def new_problems(
    name: str, id: str, before: ResolvedLibrary, after: ResolvedLibrary
) -> tuple[Problem, ...]:
    """What is wrong with an approach after a change that was not wrong before, without a line."""
    known = _found(name, id, before)
    return tuple(problem for problem in _found(name, id, after) if problem not in known)


def _found(name: str, id: str, library: ResolvedLibrary) -> list[Problem]:
    one = library.approaches.get(id)
    findings = () if one is None else (*one.findings, *library.between.get(id, ()))
    return [Problem(name, None, None, each.kind, each.fault, each.arguments) for each in findings]


def _what_is_new(before: Form | None, after: Form) -> Form:
    """An approach with those cells and claims only that are others than before: all else was read
    from the file as it is."""
    if not isinstance(before, ApproachForm) or not isinstance(after, ApproachForm):
        return after
    cells = {cell.dimension: cell for cell in before.positions}
    positions = []
    for cell in after.positions:
        old = cells.get(cell.dimension)
        if old != cell:
            same = frozenset[object]() if old is None else frozenset(old.claims)
            claims = tuple(claim for claim in cell.claims if claim not in same)
            positions.append(
                cell._replace(
                    claims=tuple(each._replace(left_out=0) for each in claims),
                    unread=frozenset(),
                    claims_left_out=0,
                )
            )
    return after._replace(
        title=after.title or "-",
        gist=after.gist or "-",
        positions=tuple(positions),
        positions_unread=False,
        unread=frozenset(),
        left_out=0,
    )
