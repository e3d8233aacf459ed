"""The sheet that a page is set on: one column in the middle, links that only ever ask."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAccessibleInterface,
    QColor,
    QContextMenuEvent,
    QImage,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from counterpoint.domain.control_characters import without_controls
from counterpoint.ui.accessibility.announcing import tell_focus
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.copy_key import is_for_window
from counterpoint.ui.widgets.exact_words import with_exact_words

from .links import Link
from .mark_images import MarkImages
from .page_style import COLUMN, NARROW, SLIM, Breadth
from .whole_words import keep_words_whole

AIR, SLIM_AIR = 24, 12
"""Pixels at zoom 1 on either side of the column."""
SLIM_PAGE = 240
"""Pixels at zoom 1: of a page that is slimmer than that, no more is given to the air."""


class PageBrowser(QTextBrowser):
    """Shows HTML of ours. A link is emitted as (action, argument) and never followed; of
    images only the drawn marks are shown, so that nothing is read from a disk or a network."""

    asked = Signal(str, str)
    """A link was chosen: what it does, and to what."""
    reached = Signal(str, str)
    """The link that has come to have the focus, as `asked` tells one."""
    menu_wanted = Signal(str, str, QPoint)
    """The link under the pointer, or "" and "", and where on the screen."""
    interface: "Callable[[PageBrowser], QAccessibleInterface] | None" = None
    """Makes the object by which a screen reader knows the page."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks = MarkImages(theme)
        self.pages = 0
        """How many pages were set until now."""
        self._most = COLUMN
        self._whole_at = -1
        """The width for which no word is broken, in pixels."""
        # Not while it is being resized, as its bars may come and go with that.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._keep_words_whole)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._on_anchor)

    def show_page(self, html: str, *, keep_place: bool) -> None:
        """Sets a page, from its top or where the one before was scrolled to."""
        bar = self.verticalScrollBar()
        place = bar.value() if keep_place else 0
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(self._theme.colours.paper))
        palette.setColor(QPalette.ColorRole.Text, QColor(self._theme.colours.ink))
        self.setPalette(palette)
        self.clear()  # or the page that goes would be laid out once more, in the new fonts
        self.document().setDefaultFont(self._theme.fonts.ours())
        self.document().setDocumentMargin(0)
        self.setHtml(html)
        self.pages += 1
        self._set_column()
        self._whole_at = -1
        self._keep_words_whole()
        bar.setValue(place)

    def set_most(self, most: int | None) -> None:
        """How wide the column of the pages to come is at the most, in pixels at zoom 1; None for
        what is usual."""
        self._most = COLUMN if most is None else most

    def keep_whole_since(self, position: int) -> None:
        """Breaks no word in what was set behind `position`, in UTF-16 units, after the page."""
        keep_words_whole(self.document(), position)

    def make_accessible(self) -> QAccessibleInterface | None:
        return None if self.interface is None else self.interface(self)

    def spoken(self, link: Link) -> str:
        """What a screen reader says of a link."""
        return " ".join(link.words.replace("\ufffc", " ").split())

    def event(self, event: QEvent) -> bool:
        if is_for_window(event, any_chosen=self.textCursor().hasSelection()):
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from link to link, of which Qt tells no screen reader."""
        moved = super().focusNextPrevChild(next)
        if moved and self.textCursor().hasSelection():
            tell_focus(self)
            self.reached.emit(*_asked(QUrl(self.textCursor().charFormat().anchorHref())))
        return moved

    def current(self) -> tuple[str, str]:
        """The link that has the focus, as `asked` tells one; "" and "" where none has."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return "", ""
        return _asked(QUrl(cursor.charFormat().anchorHref()))

    def loadResource(self, type: int, name: QUrl | str) -> QImage:
        """The drawn marks, else an image of nothing: given None, Qt would read the file itself."""
        url = QUrl(name).toString(QUrl.ComponentFormattingOption.FullyEncoded)
        return self._marks.drawn(url, self.devicePixelRatioF()) or QImage()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged, its plain text to the letter; nothing in it acts on a
        terminal."""
        copied = with_exact_words(super().createMimeDataFromSelection(), self.textCursor())
        copied.setText(without_controls(copied.text()))
        return copied

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_column()
        super().resizeEvent(event)
        self._soon.start()

    def _keep_words_whole(self) -> None:
        width = self.viewport().width()
        if width != self._whole_at:
            self._whole_at = width
            keep_words_whole(self.document())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = self.viewport().mapFromGlobal(event.globalPos())
        action, _, argument = self.anchorAt(where).partition(":")
        argument = QUrl.fromPercentEncoding(argument.encode())
        self.menu_wanted.emit(action, argument, event.globalPos())

    @property
    def breadth(self) -> Breadth:
        """How much room the column has for a margin."""
        column, px = self.column, self._theme.fonts.px
        if column >= px(NARROW):
            return Breadth.WIDE
        return Breadth.NARROW if column >= px(SLIM) else Breadth.SLIM

    @property
    def column(self) -> int:
        """How wide what is set is at the most, in pixels."""
        fonts = self._theme.fonts
        width = self.viewport().width()
        air = SLIM_AIR if width < fonts.px(SLIM_PAGE) else AIR
        return min(fonts.px(self._most), width - 2 * fonts.px(air))

    def _set_column(self) -> None:
        """Puts the column in the middle; the margins are the root frame's, so that the whole sheet
        scrolls and can be selected in."""
        fonts = self._theme.fonts
        width, column = self.viewport().width(), self.column
        side = max(0, (width - column) // 2)
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        if (form.leftMargin(), form.topMargin()) == (side, fonts.px(24)):
            return
        form.setLeftMargin(side)
        form.setRightMargin(max(0, width - column - side))
        form.setTopMargin(fonts.px(24))
        form.setBottomMargin(fonts.px(64))
        frame.setFrameFormat(form)

    def _on_anchor(self, url: QUrl) -> None:
        self.asked.emit(*_asked(url))


def _asked(url: QUrl) -> tuple[str, str]:
    """What a link does, and to what."""
    action, _, argument = url.toString(QUrl.ComponentFormattingOption.FullyEncoded).partition(":")
    return action, QUrl.fromPercentEncoding(argument.encode())
