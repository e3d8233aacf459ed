"""The sources of a library while its quotations are being located."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from counterpoint.domain.anchoring import anchor_at, find, locate
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.domain.quotation import Anchor, Quotation, QuotationState, Standing
from counterpoint.domain.span import Span
from counterpoint.storage.library.schema import PassageForm
from counterpoint.storage.yaml.suggestion import did_you_mean
from counterpoint.storage.yaml.yaml_file import KeyPath, YamlFile

from .not_found import places, stands_in, why_not_found
from .open_source import OpenSource

_MOST_LOOKED_THROUGH = 2_000_000_000
"""About two seconds: where all quotations of a large library fail, not each is looked for in all
sources."""


@dataclass(frozen=True, slots=True)
class Located:
    """A quotation as its file has it, where it is now, and what is wrong with it."""

    quotation: Quotation
    standing: Standing
    paragraph: str
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class QuotationLocator:
    """`left_out` names the sources that are there but could not be read, with the number of
    quotations that wait for each."""

    sources: dict[str, OpenSource] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    meant: dict[str, str] = field(default_factory=dict)
    """What was found out about ids that are not known."""
    looked_through: int = 0
    """Code points of sources that were looked through for quotations from another."""

    def locate(self, file: YamlFile, path: KeyPath, form: PassageForm) -> Located:
        """Where the quotation of `form`, which stands in `file` at `path`, is in its source."""
        quotation = quotation_of(form)
        opened = self.sources.get(form.source)
        if opened is None:
            nowhere = Standing(QuotationState.LOST, None)
            if form.source in self.left_out:
                self.left_out[form.source] += 1
                return Located(quotation, nowhere, "", ())
            problem = file.problem(
                (*path, "source"),
                ProblemKind.UNKNOWN_SOURCE,
                f"the source `{form.source}` is not in corpus/; {self._meant_by(form)}",
            )
            return Located(quotation, nowhere, "", (problem,))
        standing = self._standing(opened, quotation, form)
        problems = tuple(self._problems(file, path, form, opened, quotation, standing))
        label = opened.layout.label_at(standing.span.start) if standing.span else ""
        return Located(quotation, standing, label, problems)

    def has_words(self, source: str, words: str) -> bool:
        """Whether `words` stand somewhere in a source; True if it cannot be looked at."""
        opened = self.sources.get(source)
        return opened is None or bool(find(words, opened.haystack))

    def waiting(self) -> list[Problem]:
        """For each source that was left out, how many quotations wait for it."""
        return [
            Problem(
                f"corpus/{id}.txt",
                None,
                None,
                ProblemKind.UNKNOWN_SOURCE,
                f"the source was left out, and {_counted(number)} for it; mend it first",
            )
            for id, number in self.left_out.items()
            if number
        ]

    def _standing(self, opened: OpenSource, quotation: Quotation, form: PassageForm) -> Standing:
        named = form.paragraph is not None or form.occurrence is not None

        def meant() -> tuple[Span, ...]:
            return places(opened, form)

        return locate(
            quotation,
            opened.haystack,
            meant if named else None,
            opened.nearest,
            altered=quotation.anchor is None or quotation.anchor.digest != opened.text.digest,
        )

    def _meant_by(self, form: PassageForm) -> str:
        """What the writer may have meant by a source that is not known, or can do about it."""
        if form.source not in self.meant:
            self.meant[form.source] = did_you_mean(form.source, self.sources)
        mean = self.meant[form.source]
        other = next(self._elsewhere(form), None)
        if other is not None and f"`{other.source.id}`" not in mean:
            return stands_in(other, form)
        return mean or "check the spelling or add it"

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

    def _problems(
        self,
        file: YamlFile,
        path: KeyPath,
        form: PassageForm,
        opened: OpenSource,
        quotation: Quotation,
        standing: Standing,
    ) -> list[Problem]:
        where = (*path, "quote")
        name = opened.name
        anchor = quotation.anchor
        if anchor is None and standing.exact:
            return [
                file.problem(
                    where,
                    ProblemKind.NOT_ANCHORED,
                    "the quotation is not anchored; run counterpoint anchor",
                )
            ]
        if anchor is not None and standing.exact and standing.span != anchor.span:
            return [
                file.problem(
                    where,
                    ProblemKind.NOT_ANCHORED,
                    "the quotation, or its paragraph or occurrence, was changed after it was "
                    f"anchored, and {name} was not; look whether it says what you mean, then run "
                    "counterpoint anchor --again",
                )
            ]
        if anchor is not None and standing.exact:
            stale = _stale(opened, anchor)
            return [file.problem((*path, "anchor"), *stale)] if stale else []
        if standing.state is QuotationState.MOVED:
            return [
                file.problem(
                    where,
                    ProblemKind.QUOTATION_MOVED,
                    f"the words now stand elsewhere in {name} than the anchor says; look at them "
                    "there, then run counterpoint anchor --again",
                )
            ]
        kind = (
            ProblemKind.QUOTATION_CHANGED
            if standing.state is QuotationState.CHANGED
            else ProblemKind.QUOTATION_LOST
        )
        if len(places(opened, form)) > 1:
            kind = ProblemKind.QUOTATION_AMBIGUOUS
        return [file.problem(where, kind, why_not_found(opened, form, self._elsewhere(form)))]


def _counted(number: int) -> str:
    return "1 quotation waits" if number == 1 else f"{number:,} quotations wait"


def _stale(opened: OpenSource, anchor: Anchor) -> tuple[ProblemKind, str] | None:
    """What is out of date in an anchor whose words stand where it says."""
    name = f"corpus/{opened.source.id}.txt"
    if anchor.digest != opened.text.digest:
        return (
            ProblemKind.SOURCE_CHANGED,
            f"{name} was altered after this quotation was anchored; its words still stand there: "
            "look at it, then run counterpoint anchor --again",
        )
    if anchor_at(opened.text.text, anchor.span, anchor.digest) != anchor:
        return (
            ProblemKind.NOT_ANCHORED,
            f"`before` and `after` are not what stands there in {name}; run counterpoint anchor "
            "--again",
        )
    return None


def quotation_of(form: PassageForm) -> Quotation:
    return Quotation(form.quote, _anchor(form))


def _anchor(form: PassageForm) -> Anchor | None:
    if form.anchor is None:
        return None
    kept = form.anchor
    return Anchor(Span(kept.start, kept.end), kept.before, kept.after, kept.digest)
