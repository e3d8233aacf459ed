"""The sources of a library while its quotations are being located."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from counterpoint.domain.anchoring import find, is_kept_at, locate
from counterpoint.domain.faults.quotation_fault import QuotationFault
from counterpoint.domain.finding import Finding
from counterpoint.domain.forms import KeyPath, PassageForm
from counterpoint.domain.problem import ProblemKind
from counterpoint.domain.quotation import Anchor, Quotation, QuotationState, Standing
from counterpoint.domain.resolve import Located
from counterpoint.domain.span import Span
from counterpoint.domain.spelling import odd_signs
from counterpoint.domain.surroundings import same_surroundings
from counterpoint.storage.yaml.suggestion import nearest_name

from .not_found import Why, beside, narrowed, stands_in, why_not_found
from .open_source import OpenSource

_MOST_LOOKED_THROUGH = 2_000_000_000
"""About two seconds: where all quotations of a large library fail, not each is looked for in all
sources."""


@dataclass(slots=True)
class QuotationLocator:
    """`left_out` names the sources that are there but could not be read."""

    sources: dict[str, OpenSource] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    nearest: dict[str, str] = field(default_factory=dict)
    """What was found out about ids that are not known."""
    looked_through: int = 0
    """Code points of sources that were looked through for quotations from another."""

    def locate(self, form: PassageForm) -> Located:
        """Where the quotation of `form` is in its source."""
        quotation = form.quotation
        opened = self.sources.get(form.source)
        if opened is not None:
            standing = self._standing(opened, quotation, form)
            findings = tuple(self._findings(form, opened, quotation, standing))
            label = opened.layout.place_of(standing.span) if standing.span else ""
            return Located(quotation, standing, label, findings)
        nowhere = Standing(QuotationState.LOST, None)
        if form.source in self.left_out:
            return Located(quotation, nowhere, "", waits=True)
        finding = Finding(("source",), ProblemKind.UNKNOWN_SOURCE, *self._unknown_source(form))
        return Located(quotation, nowhere, "", (finding,))

    def has_words(self, source: str, words: str) -> bool:
        """Whether `words` stand somewhere in a source; True if it cannot be looked at."""
        opened = self.sources.get(source)
        return opened is None or bool(find(words, opened.haystack))

    def standing_in(self, words: str) -> tuple[str, ...]:
        """The ids of the sources in which `words` stand word for word; () where there are none."""
        longest = max(words.split(), key=len, default="")
        if not longest:
            return ()
        return tuple(
            id
            for id, opened in self.sources.items()
            if longest in opened.text.text and find(words, opened.haystack)
        )

    def date_of(self, source: str) -> str:
        """The date of a source as it is described; "" where it has none or is not known."""
        opened = self.sources.get(source)
        return opened.source.date if opened is not None and opened.source.date[:1].isdigit() else ""

    def _standing(self, opened: OpenSource, quotation: Quotation, form: PassageForm) -> Standing:
        named = form.paragraph is not None or form.occurrence is not None

        def meant(found: Sequence[Span]) -> Sequence[Span]:
            return narrowed(opened, form, found)

        return locate(
            quotation,
            opened.haystack,
            meant if named else None,
            opened.nearest,
            altered=quotation.anchor is None or quotation.anchor.digest != opened.text.digest,
        )

    def _unknown_source(self, form: PassageForm) -> Why:
        """What the writer may have meant by a source that is not known."""
        if form.source not in self.nearest:
            self.nearest[form.source] = nearest_name(form.source, self.sources)
        near = self.nearest[form.source]
        other = next(self._elsewhere(form), None)
        if other is not None and other.source.id != near:
            return QuotationFault.UNKNOWN_SOURCE_BUT_ELSEWHERE, (
                form.source,
                *stands_in(other, form),
            )
        return QuotationFault.UNKNOWN_SOURCE, (form.source, near)

    def _elsewhere(self, form: PassageForm) -> Iterator[OpenSource]:
        """The other sources in which the words of `form` stand."""
        longest = max(form.quote.split(), key=len)
        for opened in self.sources.values():
            text = opened.text.text
            if opened.source.id == form.source or self.looked_through > _MOST_LOOKED_THROUGH:
                continue
            self.looked_through += len(text)
            if longest in text and find(form.quote, opened.haystack):
                yield opened

    def _findings(
        self, form: PassageForm, opened: OpenSource, quotation: Quotation, standing: Standing
    ) -> Iterator[Finding]:
        where: KeyPath = ("quote",)
        named = (opened.source.id,)
        anchor, span = quotation.anchor, standing.span
        if standing.stands and anchor is None:
            yield Finding(where, ProblemKind.NOT_ANCHORED, QuotationFault.NOT_ANCHORED)
        elif standing.stands and anchor is not None:
            yield from self._anchored(opened, anchor, standing)
        if standing.state is QuotationState.SPELT_OTHERWISE and span is not None:
            there = opened.cut(span)
            signs = (odd_signs(there, quotation.words), odd_signs(quotation.words, there))
            told = (*named, opened.layout.label_at(span.start), *signs)
            yield Finding(where, ProblemKind.SPELT_OTHERWISE, QuotationFault.SET_OTHERWISE, told)
        if standing.state is QuotationState.MOVED and span is not None and anchor is not None:
            if same_surroundings(anchor, opened.text.text, span):
                yield Finding(where, ProblemKind.QUOTATION_MOVED, QuotationFault.MOVED, named)
            else:
                yield Finding(where, ProblemKind.QUOTATION_MOVED, *beside(opened, quotation, span))
        elif not standing.stands and standing.state in _KINDS:
            kind = _KINDS[standing.state]
            why = why_not_found(opened, form, standing, self._elsewhere(form))
            yield Finding(where, kind, *why)

    def _anchored(
        self, opened: OpenSource, anchor: Anchor, standing: Standing
    ) -> Iterator[Finding]:
        """What is to be said of the anchor of a quotation that stands."""
        where: KeyPath = ("quote",)
        named = (opened.source.id,)
        text, span = opened.text, standing.span
        same = span is not None and same_surroundings(anchor, text.text, span)
        if anchor.digest == text.digest:
            if span != anchor.span:
                yield Finding(
                    where, ProblemKind.NOT_ANCHORED, QuotationFault.ALTERED_SINCE_ANCHORED, named
                )
            elif not is_kept_at(anchor, text.text):
                yield Finding(
                    ("anchor",), ProblemKind.NOT_ANCHORED, QuotationFault.STALE_CONTEXT, named
                )
        elif span is not None and not same:
            words = opened.cut(span)
            told = beside(opened, Quotation(words, anchor), span)
            yield Finding(where, ProblemKind.QUOTATION_MOVED, *told)
        elif span != anchor.span:
            yield Finding(where, ProblemKind.QUOTATION_MOVED, QuotationFault.MOVED, named)
        else:
            yield Finding(
                ("anchor",), ProblemKind.SOURCE_CHANGED, QuotationFault.TEXT_ALTERED, named
            )


_KINDS = {
    QuotationState.CHANGED: ProblemKind.QUOTATION_CHANGED,
    QuotationState.AMBIGUOUS: ProblemKind.QUOTATION_AMBIGUOUS,
    QuotationState.LOST: ProblemKind.QUOTATION_LOST,
}
