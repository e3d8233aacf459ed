"""What is wrong in the forms, where in their files it stands."""

from collections.abc import Iterable, Iterator, Mapping

from counterpoint.domain.faults.library_fault import LibraryFault
from counterpoint.domain.faults.quotation_fault import QuotationFault
from counterpoint.domain.finding import Finding
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.storage.yaml.yaml_file import YamlFile


def problems_in(file: YamlFile, findings: Iterable[Finding]) -> list[Problem]:
    """The findings on the form that was made of `file`, each where it stands there."""
    return [
        file.problem(finding.path, finding.kind, finding.fault, *finding.arguments, key=finding.key)
        for finding in findings
        # Of a line cut at its # that is told; to anchor what is left of it would make it final.
        if not (
            finding.fault is QuotationFault.ALTERED_SINCE_ANCHORED
            and file.original(finding.path) in file.comments
        )
    ]


def waiting_problems(waiting: Mapping[str, int]) -> Iterator[Problem]:
    """For each source that was left out, how many quotations wait for it."""
    for id, number in waiting.items():
        if number:
            kind, fault = ProblemKind.UNKNOWN_SOURCE, LibraryFault.SOURCE_LEFT_OUT
            yield Problem(f"corpus/{id}.txt", None, None, kind, fault, (number,))
