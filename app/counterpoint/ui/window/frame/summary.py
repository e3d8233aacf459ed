"""A library in one line: for the bar at the top and the line at the bottom."""

from collections.abc import Container

from counterpoint.application.library.sheet import has_answers
from counterpoint.domain.library import Library
from counterpoint.labels import counts
from counterpoint.labels.translation import tr


def detail_of(library: Library) -> str:
    """ "5 texts, 2008–2020", and how many bear no date."""
    texts = counts.texts(len(library.sources))
    years = sorted({source.date[:4] for source in library.sources if source.date[:4].isdigit()})
    if not years:
        return texts
    said = f"{texts}, {years[0]}" + (f"–{years[-1]}" if len(years) > 1 else "")
    undated = sum(not source.date[:4].isdigit() for source in library.sources)
    return ", ".join((said, tr("{n} undated", "", undated))) if undated else said


def counts_of(library: Library, shown: Container[str]) -> str:
    """ "101 passages, all exact · 33 not said"; of a library without named answers "2 passages, 1
    quotation not exact · no gap". The passages are counted once, the quotations, and those spelt
    otherwise, once for each approach and stance; what is not said, of the approaches that are
    `shown` (ids)."""
    passages = library.passages
    spelt = _spelt_otherwise(library) if library.remarks else 0
    wrong = sum(approach.tally.not_exact for approach in library.approaches)
    many = counts.passages(passages)
    if wrong:
        exact = tr("not exact") if passages == 1 else counts.not_exact(wrong)
    else:
        exact = tr("all exact") if passages > 1 and not spelt else ""
    exact = ", ".join(filter(None, (exact, counts.spelt_otherwise(spelt) if spelt else "")))
    return " · ".join(
        (
            f"{many}, {exact}" if exact else many,
            _gaps(library, shown),
        )
    )


def _spelt_otherwise(library: Library) -> int:
    from counterpoint.domain.problem import ProblemKind  # not where there is nothing to tell

    return sum(each.kind is ProblemKind.SPELT_OTHERWISE for each in library.remarks)


def _gaps(library: Library, shown: Container[str]) -> str:
    tallies = [each.tally for each in library.approaches if each.id in shown]
    if has_answers(library.dimensions):
        return counts.not_said(sum(each.not_said for each in tallies))
    gaps = sum(each.gaps for each in tallies)
    return counts.gaps(gaps) if gaps else tr("no gap")
