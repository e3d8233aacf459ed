"""The sources of a library while its quotations are being located."""

from dataclasses import dataclass, field

from counterpoint.domain.anchoring import anchor_at, find, inside_word, locate
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.domain.quotation import Anchor, Quotation, QuotationState, Standing
from counterpoint.domain.span import Span

from .meant import did_you_mean
from .open_source import OpenSource, composed, plain
from .schema import PassageForm
from .yaml_file import Path_, YamlFile


@dataclass(frozen=True, slots=True)
class Located:
    """A quotation as its file has it, where it is now, and what is wrong with it."""

    quotation: Quotation
    standing: Standing
    paragraph: str
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class Shelf:
    """`left_out` names the sources that are there but could not be read, with the number of
    quotations that wait for each."""

    sources: dict[str, OpenSource] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)

    def locate(self, file: YamlFile, path: Path_, form: PassageForm) -> Located:
        """Where the quotation of `form`, which stands in `file` at `path`, is in its source."""
        quotation = Quotation(form.quote, _anchor(form))
        book = self.sources.get(form.source)
        if book is None:
            nowhere = Standing(QuotationState.LOST, None)
            if form.source in self.left_out:
                self.left_out[form.source] += 1
                return Located(quotation, nowhere, "", ())
            problem = file.problem(
                (*path, "source"),
                ProblemKind.UNKNOWN_SOURCE,
                f"the source `{form.source}` is not in corpus/; "
                + (did_you_mean(form.source, self.sources) or "check the spelling or add it"),
            )
            return Located(quotation, nowhere, "", (problem,))
        standing = self._standing(book, quotation, form)
        problems = tuple(self._problems(file, path, form, book, quotation, standing))
        label = book.layout.label_at(standing.span.start) if standing.span else ""
        return Located(quotation, standing, label, problems)

    def has_words(self, source: str, words: str) -> bool:
        """Whether `words` stand somewhere in a source; True where it cannot be looked at."""
        book = self.sources.get(source)
        return book is None or bool(book.haystack.places(words))

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

    def _standing(self, book: OpenSource, quotation: Quotation, form: PassageForm) -> Standing:
        named = form.paragraph is not None or form.occurrence is not None

        def meant() -> tuple[Span, ...]:
            return places(book, form)

        return locate(quotation, book.haystack, meant if named else None, book.likenesses.nearest)

    def _problems(
        self,
        file: YamlFile,
        path: Path_,
        form: PassageForm,
        book: OpenSource,
        quotation: Quotation,
        standing: Standing,
    ) -> list[Problem]:
        where = (*path, "quote")
        name = f"corpus/{form.source}.txt"
        anchor = quotation.anchor
        if anchor is None and standing.exact:
            return [
                file.problem(
                    where,
                    ProblemKind.NOT_ANCHORED,
                    "the quotation is not anchored; run counterpoint anchor",
                )
            ]
        if anchor is not None and standing.exact:
            stale = _stale(book, anchor)
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
        if len(places(book, form)) > 1:
            kind = ProblemKind.QUOTATION_AMBIGUOUS
        return [file.problem(where, kind, why_not_found(book, form))]


def _counted(number: int) -> str:
    return "1 quotation waits" if number == 1 else f"{number:,} quotations wait"


def _stale(book: OpenSource, anchor: Anchor) -> tuple[ProblemKind, str] | None:
    """What is out of date in an anchor whose words stand where it says."""
    name = f"corpus/{book.source.id}.txt"
    if anchor.digest != book.text.digest:
        return (
            ProblemKind.SOURCE_CHANGED,
            f"{name} was altered after this quotation was anchored; its words still stand there: "
            "look at it, then run counterpoint anchor --again",
        )
    if anchor_at(book.text.text, anchor.span, anchor.digest) != anchor:
        return (
            ProblemKind.NOT_ANCHORED,
            f"`before` and `after` are not what stands there in {name}; run counterpoint anchor "
            "--again",
        )
    return None


def _anchor(form: PassageForm) -> Anchor | None:
    if form.anchor is None:
        return None
    kept = form.anchor
    return Anchor(Span(kept.start, kept.end), kept.before, kept.after, kept.digest)


def places(book: OpenSource, form: PassageForm) -> tuple[Span, ...]:
    """Where the words stand, narrowed by the paragraph and the occurrence that the writer named."""
    found = find(form.quote, book.haystack)
    if form.paragraph is not None:
        found = tuple(span for span in found if book.layout.label_at(span.start) == form.paragraph)
    if form.occurrence is not None:
        found = found[form.occurrence - 1 : form.occurrence]
    return found


def why_not_found(book: OpenSource, form: PassageForm) -> str:
    """Why `form` cannot be anchored, and what its writer can do about it."""
    name = f"corpus/{book.source.id}.txt"
    text = book.text.text
    everywhere = find(form.quote, book.haystack)
    chosen = places(book, form)
    labels = [book.layout.label_at(span.start) or "a place without number" for span in everywhere]
    if len(chosen) > 1:
        if form.paragraph is None and len(set(labels)) == len(labels):
            return (
                f"the words stand {len(chosen)} times in {name} ({', '.join(labels)}); "
                f'say which with `paragraph: "{labels[0]}"`'
            )
        return (
            f"the words stand {len(chosen)} times in {name}; say which with `occurrence: 1` "
            f"to `occurrence: {len(chosen)}`"
        )
    if len(chosen) == 1:
        return (
            f"the words stand in {name} ({_label(book, chosen)}) "
            "but not in the surroundings from which they were quoted; look whether it is the same "
            "passage, and if so delete `anchor` and run counterpoint anchor"
        )
    if everywhere:
        return (
            f"the words are in {name} ({', '.join(labels)}) but not at the paragraph and "
            "occurrence given; correct these"
        )
    inside = book.haystack.places(form.quote)
    if inside:
        return (
            f"the words are in {name} only as part of longer ones "
            f"(“{_words(text, inside[0])}”); quote whole words"
        )
    alike = book.plain.places(plain(form.quote))
    if alike:
        there = text[alike[0].start : alike[0].end]
        return (
            f"the words are in {name} with other quotation marks, apostrophes, dashes or capitals; "
            f"write them as they stand there: {' '.join(there.split())}"
        )
    if book.composed.places(composed(form.quote)):
        return (
            f"the words are in {name}, but written with other code points that look the same "
            "(accents apart from their letters, ligatures, soft hyphens or other unseen signs); "
            "copy them from there"
        )
    like = book.likenesses.nearest(form.quote)
    if like is not None:
        there = " ".join(text[like.start : like.end].split())
        label = book.layout.label_at(like.start)
        return (
            f"the words are not in {name}; nearest is “{there}”"
            + (f" in {label}" if label else "")
            + "; quote that, or remove the evidence"
        )
    return f"the words are not in {name}, nor anything like them; correct or remove the quotation"


def _label(book: OpenSource, chosen: tuple[Span, ...]) -> str:
    return book.layout.label_at(chosen[0].start) or "a place without number"


def _words(text: str, span: Span) -> str:
    """What stands at `span`, made up to whole words."""
    start, end = span.start, span.end
    while inside_word(text, start):
        start -= 1
    while inside_word(text, end):
        end += 1
    return " ".join(text[start:end].split())
