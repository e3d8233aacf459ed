"""What of a library is unfinished, or written in an older way: told once, and no fault."""

from collections.abc import Iterator

from counterpoint.domain.approach import CellState, Coverage, Link
from counterpoint.domain.faults.library_fault import LibraryFault
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.domain.resolve import Ground, ResolvedApproach
from counterpoint.storage.yaml.yaml_file import YamlFile


def without_named_answers(ground: Ground) -> Iterator[Problem]:
    """That no question has any: the cells of an older library are not told one by one."""
    if ground.dimensions and not any(dimension.answers for dimension in ground.dimensions):
        kind, fault = ProblemKind.UNFINISHED, LibraryFault.WITHOUT_NAMED_ANSWERS
        yield Problem("options/dimensions.yaml", None, None, kind, fault)


def unfinished_cells(
    file: YamlFile, resolved: ResolvedApproach, ground: Ground
) -> Iterator[Problem]:
    """The cells of an approach that nobody has answered yet. Those with an answer that is refused
    are told as that."""
    if not any(dimension.answers for dimension in ground.dimensions):
        return
    forms = {form.dimension: form for form in resolved.form.positions}
    titles = {dimension.id: dimension.title for dimension in ground.dimensions}
    for position in resolved.approach.positions:
        form = forms.get(position.dimension)
        if (
            position.state is not CellState.UNFINISHED
            or position.coverage is Coverage.NOT_CONSIDERED
            or form is None
            or form.answer
            or form.holds
            or form.rests_on
        ):
            continue
        path, title = ("positions", position.dimension), titles[position.dimension]
        fault = LibraryFault.NOT_ANSWERED
        yield file.problem(path, ProblemKind.UNFINISHED, fault, title, position.dimension, key=True)


def older_stances(file: YamlFile, resolved: ResolvedApproach) -> Iterator[Problem]:
    """That inferred links have the words of direct ones, told at the first."""
    older = [
        (("positions", position.dimension, "claims", claim, "evidence", piece, "stance"), evidence)
        for position in resolved.form.positions
        for claim, each in enumerate(position.claims)
        for piece, evidence in enumerate(each.evidence)
        if evidence.link is Link.INFERRED and not evidence.stance.inferred
    ]
    if older:
        path, first = older[0]
        told = (len(older), first.stance.in_inference, first.stance)
        yield file.problem(path, ProblemKind.OLDER_FORM, LibraryFault.OLDER_STANCES, *told)
