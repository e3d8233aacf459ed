"""Who answers whom as a page: what is listed and in which order, then each pair of passages."""

from collections.abc import Mapping
from html import escape

from counterpoint.application.pages.replies_page import RepliesPage
from counterpoint.domain.approach import ApproachSummary
from counterpoint.domain.replying import ReplyOrder, ReplyShare
from counterpoint.labels import page as words
from counterpoint.labels.text import DOT, set_apart
from counterpoint.ui.paper.page_style import PageStyle

from .parts import Parts


class RepliesHtml:
    """Makes the HTML of the list of replies: at most `most`; the rest is offered."""

    def __init__(
        self,
        parts: Parts,
        page: RepliesPage,
        heads: Mapping[str, ApproachSummary],
        order: ReplyOrder,
        share: ReplyShare,
        most: int,
    ) -> None:
        self._style: PageStyle = parts.style
        self._parts = parts
        self._page = page
        self._heads = heads
        self._order = order
        self._share = share
        self._most = most

    def html(self) -> str:
        """The whole page."""
        style = self._style
        return "".join(
            (
                style.heading_of_page(words.who_answers_whom()),
                style.small(escape(words.about_replies())),
                style.definitions(
                    [
                        (words.shown(), DOT.join(map(self._of_share, ReplyShare))),
                        (words.ordered(), DOT.join(map(self._in_order, ReplyOrder))),
                    ],
                    above=12,
                ),
                self._legend(),
                *(
                    self._parts.pair_of_passages(line.between, self._heads)
                    for line in self._page.lines[: self._most]
                ),
                self._parts.more(len(self._page.lines) - self._most),
            )
        )

    def _legend(self) -> str:
        """Whose the letters and the dots of the picture are."""
        joined = [
            (ids, passage)
            for line in self._page.lines
            for ids, passage in (
                (line.between.by, line.between.reply.by),
                (line.between.to, line.between.reply.to),
            )
        ]
        lettered = {id for ids, _ in joined for id in ids}
        heads = [head for id, head in self._heads.items() if id in lettered]
        # One dot stands for each text and year in which somebody speaks; each is named once.
        others = dict.fromkeys(
            passage.voice[-1] if passage.voice else passage.source
            for ids, passage in joined
            if not ids
        )
        entries = []
        if heads:
            named = (
                f"{self._parts.cue(head)}&nbsp;{escape(set_apart(head.title))}" for head in heads
            )
            entries.append((words.letters(), DOT.join(named)))
        if others:
            entries.append((words.dots(), escape(words.of_no_approach(list(others)))))
        return self._style.definitions(entries, above=4) if entries else ""

    def _of_share(self, share: ReplyShare) -> str:
        page = self._page
        numbers = {
            ReplyShare.ALL: page.direct + page.inferred,
            ReplyShare.DIRECT: page.direct,
            ReplyShare.INFERRED: page.inferred,
        }
        said = words.only(share, numbers[share])
        return self._choice("share", share.value, said, chosen=share is self._share)

    def _in_order(self, order: ReplyOrder) -> str:
        return self._choice("order", order.value, words.order(order), chosen=order is self._order)

    def _choice(self, action: str, value: str, said: str, *, chosen: bool) -> str:
        if chosen:
            return self._style.bold(said)
        return self._style.link(action, value, escape(said))
