"""A library in one line: for the bar at the top and the line at the bottom."""

from counterpoint.domain.library import Library


def detail_of(library: Library) -> str:
    """ "5 texts, 2008–2020"."""
    number = len(library.sources)
    texts = "1 text" if number == 1 else f"{number:,} texts"
    years = sorted({source.date[:4] for source in library.sources if source.date[:4].isdigit()})
    if not years:
        return texts
    return f"{texts}, {years[0]}" + (f"–{years[-1]}" if len(years) > 1 else "")


def counts_of(library: Library) -> str:
    """ "101 passages, all exact · 12 gaps"; "2 passages, 1 quotation not exact · no gap". The
    passages are counted once, the quotations once for each approach and stance."""
    passages = library.passages
    wrong = sum(approach.tally.not_exact for approach in library.approaches)
    gaps = sum(approach.tally.gaps for approach in library.approaches)
    many = "1 passage" if passages == 1 else f"{passages:,} passages"
    if passages == 1:
        exact = "not exact" if wrong else ""
    elif wrong:
        exact = f"{wrong:,} {'quotation' if wrong == 1 else 'quotations'} not exact"
    else:
        exact = "all exact" if passages else ""
    return " · ".join(
        (
            f"{many}, {exact}" if exact else many,
            "no gap" if not gaps else "1 gap" if gaps == 1 else f"{gaps:,} gaps",
        )
    )
