"""The sources of a library while its quotations are being located."""

from dataclasses import dataclass, field

from counterpoint.domain.anchoring import find, find_inside_words, locate
from counterpoint.domain.layout import Layout
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.domain.quotation import Anchor, Quotation, QuotationState, Standing
from counterpoint.domain.source import Source, SourceText
from counterpoint.domain.span import Span

from .likeness import nearest
from .schema import PassageForm
from .yaml_file import Path_, YamlFile


@dataclass(frozen=True, slots=True)
class OpenSource:
    source: Source
    text: SourceText
    layout: Layout


@dataclass(frozen=True, slots=True)
class Located:
    """A quotation as its file has it, where it is now, and what is wrong with it."""

    quotation: Quotation
    standing: Standing
    paragraph: str
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class Shelf:
    """`left_out` names the sources that are there but could not be read."""

    sources: dict[str, OpenSource] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)

    def locate(self, file: YamlFile, path: Path_, form: PassageForm) -> Located:
        """Where the quotation of `form`, which stands in `file` at `path`, is in its source."""
        quotation = Quotation(form.quote, _anchor(form))
        book = self.sources.get(form.source)
        if book is None:
            what = (
                "could not be read and was left out; mend it first"
                if form.source in self.left_out
                else "is not in corpus/; check the spelling or add it"
            )
            problem = file.problem(
                (*path, "source"),
                ProblemKind.UNKNOWN_SOURCE,
                f"the source `{form.source}` {what}",
            )
            return Located(quotation, Standing(QuotationState.LOST, None), "", (problem,))
        standing = self._standing(book, quotation, form)
        problems = tuple(self._problems(file, path, form, book, quotation, standing))
        label = book.layout.label_at(standing.span.start) if standing.span else ""
        return Located(quotation, standing, label, problems)

    def _standing(self, book: OpenSource, quotation: Quotation, form: PassageForm) -> Standing:
        if quotation.anchor is None:
            chosen = places(book, form)
            if len(chosen) == 1:
                return Standing(QuotationState.EXACT, chosen[0])
        return locate(quotation, book.text.text, book.source.interruptions, nearest)

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
        match standing.state:
            case QuotationState.EXACT if quotation.anchor is None:
                return [
                    file.problem(
                        where,
                        ProblemKind.NOT_ANCHORED,
                        "the quotation is not anchored; run counterpoint anchor",
                    )
                ]
            case QuotationState.EXACT:
                if quotation.anchor is not None and quotation.anchor.digest != book.text.digest:
                    return [
                        file.problem(
                            (*path, "anchor"),
                            ProblemKind.SOURCE_CHANGED,
                            f"{name} was altered after this quotation was anchored; its words "
                            "still stand there: look at it, then run counterpoint anchor --again",
                        )
                    ]
                return []
            case QuotationState.MOVED:
                return [
                    file.problem(
                        where,
                        ProblemKind.QUOTATION_MOVED,
                        f"the words have moved within {name}; look at them there, then run "
                        "counterpoint anchor --again",
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


def _anchor(form: PassageForm) -> Anchor | None:
    if form.anchor is None:
        return None
    kept = form.anchor
    return Anchor(Span(kept.start, kept.end), kept.before, kept.after, kept.digest)


def places(book: OpenSource, form: PassageForm) -> tuple[Span, ...]:
    """Where the words stand, narrowed by the paragraph and the occurrence that the writer named."""
    found = find(form.quote, book.text.text, book.source.interruptions)
    if form.paragraph is not None:
        found = tuple(span for span in found if book.layout.label_at(span.start) == form.paragraph)
    if form.occurrence is not None:
        found = found[form.occurrence - 1 : form.occurrence]
    return found


def why_not_found(book: OpenSource, form: PassageForm) -> str:
    """Why `form` cannot be anchored, and what its writer can do about it."""
    name = f"corpus/{book.source.id}.txt"
    text = book.text.text
    everywhere = find(form.quote, text, book.source.interruptions)
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
    if everywhere:
        return (
            f"the words are in {name} ({', '.join(labels)}) but not at the paragraph and "
            "occurrence given; correct these"
        )
    inside = find_inside_words(form.quote, text, book.source.interruptions)
    if inside is not None:
        start, end = inside.start, inside.end
        while start > 0 and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum():
            end += 1
        return (
            f"the words are in {name} only as part of longer ones "
            f"(“{' '.join(text[start:end].split())}”); quote whole words"
        )
    plain = find(_plain(form.quote), _plain(text))
    if plain:
        there = text[plain[0].start : plain[0].end]
        return (
            f"the words are in {name} with other quotation marks, apostrophes, dashes or capitals; "
            f"write them as they stand there: {' '.join(there.split())}"
        )
    like = nearest(form.quote, text)
    if like is not None:
        there = " ".join(text[like.start : like.end].split())
        label = book.layout.label_at(like.start)
        return (
            f"the words are not in {name}; nearest is “{there}”"
            + (f" in {label}" if label else "")
            + "; quote that, or remove the evidence"
        )
    return f"the words are not in {name}, nor anything like them; correct or remove the quotation"


_PLAIN = str.maketrans("‘’‚‛“”„‟′″–—‐‑−\u00a0", "''''\"\"\"\"'\"----- ")


def _plain(text: str) -> str:
    folded = text.translate(_PLAIN)
    # Letter by letter, so that positions stay those of the text.
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in folded)
