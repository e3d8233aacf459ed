"""One question as a page: its named answers, then what each approach says."""

from collections.abc import Mapping
from html import escape

from counterpoint.application.pages.question_page import ApproachAnswer, QuestionPage
from counterpoint.domain.approach import ApproachSummary, CellState, Evidence
from counterpoint.domain.note import Target
from counterpoint.labels import page as words
from counterpoint.labels.text import sentence, set_apart

from .parts import Parts


class QuestionHtml:
    """Makes the HTML of a question's page. `notes` are those in each cell, counted; at most
    `most` answers are set, the rest offered."""

    def __init__(
        self, parts: Parts, page: QuestionPage, notes: Mapping[Target, int], most: int
    ) -> None:
        self._style = parts.style
        self._parts = parts
        self._page = page
        self._notes = notes
        self._most = most
        self._heads = {answer.head.id: answer.head for answer in page.answers}

    def html(self) -> str:
        """The whole page."""
        style, asked = self._style, self._page.dimension
        anyone = f" {words.asked_of_anyone()}" if asked.of_anyone else ""
        about = escape(f"{sentence(asked.tells_apart)}{anyone}".strip())
        return "".join(
            (
                style.heading_of_page(asked.title),
                style.body(escape(set_apart(asked.question))),
                style.small(about, above=4) if about else "",
                self._held(),
                style.heading(words.what_each_answers()),
                "" if self._page.answers else style.body(escape(words.no_approaches()), above=8),
                *map(self._answer, self._page.answers[: self._most]),
                self._parts.more(len(self._page.answers) - self._most),
            )
        )

    def _held(self) -> str:
        """Each named answer with its meaning and who holds it, then who does not say."""
        style, found = self._style, self._page.holders
        entries = [
            (
                style.body(style.bold(answer.name)),
                style.body(escape(sentence(answer.means))) + style.body(self._cues(ids), above=2),
            )
            for answer, ids in found.held
        ]
        for name, ids in (
            (words.not_said(), found.silent),
            (words.not_answered(), found.unfinished),
        ):
            if ids:
                quiet = style.body(style.quiet(escape(name)))
                entries.append((quiet, style.body(self._cues(ids, silent=True))))
        if not found.held:
            return ""
        rows = (style.beside(name, html, 8) for name, html in entries)
        return style.heading(words.held_by()) + style.table("".join(rows), above=10)

    def _cues(self, ids: tuple[str, ...], *, silent: bool = False) -> str:
        if not ids:
            quiet = self._style.colours.ink_quiet
            return f'<span style="color:{quiet};">{escape(words.nobody())}</span>'
        return self._parts.cues((self._heads[id] for id in ids), silent=silent)

    def _answer(self, answer: ApproachAnswer) -> str:
        style, parts = self._style, self._parts
        rows = [style.beside(style.name(words.answer_head()), self._said(answer), 8)]
        if answer.best is not None:
            own = answer.in_own_words and not self._page.dimension.of_anyone
            name = words.in_its_words() if own else words.in_the_words_of(answer.best.voice)
            rows.append(self._quoted(name, answer.best, answer.head))
        if answer.objection is not None and answer.objection != answer.best:
            rows.append(self._quoted(words.objection(), answer.objection, answer.head))
        if answer.rebuttal is not None:
            rows.append(parts.reply_row(words.objection(), answer.rebuttal))
        if answer.more_objections:
            more = escape(words.more_objections(answer.more_objections))
            link = style.small(parts.cell(answer.target, more))
            rows.append(style.beside("", link, 8))
        if answer.reply is not None:
            rows.append(parts.reply_row(words.reply_to_it(), answer.reply))
        left = words.left_open(answer.position)
        if left:
            row = style.body(escape(left))
            rows.append(style.beside(style.name(words.leaves_open()), row, 8))
        return self._head(answer) + style.table("".join(rows), above=6)

    def _head(self, answer: ApproachAnswer) -> str:
        style = self._style
        title = style.bold(set_apart(answer.head.title))
        name = self._parts.cell(answer.target, title, plain=True)
        number = self._notes.get(answer.target, 0)
        sign = f"&nbsp; {self._parts.note(answer.target, number)}" if number else ""
        silent = answer.position.state is not CellState.ANSWERED
        cue = self._parts.cue(answer.head, silent=silent)
        return style.body(f"{cue}&nbsp; {name}{sign}", above=24)

    def _said(self, answer: ApproachAnswer) -> str:
        """The named answers in bold, and the sentence; or that there is none."""
        style = self._style
        line = escape(words.answer_line(answer.position))
        if answer.position.state is not CellState.ANSWERED:
            quiet = style.quiet(line)
            return style.body(self._parts.cell(answer.target, quiet, plain=True))
        names = "; ".join(each.name for each in answer.held)
        bold = style.body(style.bold(names)) if names else ""
        return bold + style.body(self._parts.cell(answer.target, line, plain=True), above=2)

    def _quoted(self, name: str, piece: Evidence, head: ApproachSummary) -> str:
        quoted = self._parts.quotation(piece)
        return self._style.beside(self._style.name(name), quoted, 8, self._parts.rule(head))
