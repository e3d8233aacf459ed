"""The two pages of the Help menu: the keys, and what this program is."""

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from counterpoint import __version__
from counterpoint.labels.marks_legend import SIGNS, marks_of_answers, meanings
from counterpoint.labels.translation import QT_TR_NOOP, tr, translated
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.action import MENUS
from counterpoint.ui.actions.pane_keys import PANE_KEYS, Context
from counterpoint.ui.actions.shown_keys import all_native, in_pane, with_key
from counterpoint.ui.actions.table import ACTIONS
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.copies import NO_WORDS
from counterpoint.ui.widgets.edit_menu import EditMenu
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_label import PlainLabel
from counterpoint.ui.widgets.plain_text import window_title

WIDTH = 560
"""In pixels at zoom 1."""

A_LETTER = (QT_TR_NOOP("A letter"), QT_TR_NOOP("begin a note on what is chosen"))
"""What no table of keys can name."""
_LETTERS_IN = (Context.COMPARISON, Context.SOURCES)


class HelpPage(QDialog):
    """A page of text over the window; it can stay open beside the work."""

    def __init__(
        self, theme: Theme, title: str, html: str, parent: QWidget, height: int = 620
    ) -> None:
        """`height` in pixels at zoom 1."""
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = _PageText(self)
        self.text.said.connect(self._say)
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setHtml(html)
        self.text.setAccessibleName(title)
        close = PlainButton(
            theme,
            tr("Close"),
            with_key(tr("Close this page"), in_pane(Context.HELP, "leave")),
            self,
        )
        close.clicked.connect(self.close)
        self.said = PlainLabel(self)
        px = theme.fonts.px
        self.text.document().setDocumentMargin(px(16))
        foot = QHBoxLayout()
        foot.setContentsMargins(px(16), px(8), px(16), px(8))
        foot.addWidget(self.said, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text)
        column.addLayout(foot)
        room = self.screen().availableSize() - QSize(px(16), px(48))  # beside the window's frame
        self.resize(QSize(px(WIDTH), px(height)).boundedTo(room))

    def _say(self, message: str) -> None:
        self.said.setText(message)
        announce(self.said, message)


class _PageText(QTextBrowser):
    """Says it where Ctrl+C has nothing to copy, as no status line hears of it here."""

    said = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = self.textCursor().hasSelection()
            if chosen:
                self.copy()
            self.said.emit("" if chosen else translated(NO_WORDS))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        EditMenu(
            self,
            (tr("Copy"), self.copy, self.textCursor().hasSelection()),
            (tr("Select all"), self.selectAll, True),
        ).popup(event.globalPos())


def keys_html(theme: Theme) -> str:
    """Every action that has keys, by menu, and the keys that mean something in one place; then the
    marks of answers."""
    quiet = theme.colours.ink_quiet
    rows: list[str] = []
    for menu in MENUS:
        rows.append(f"<tr><td colspan=2><br><b>{escape(translated(menu))}</b></td></tr>")
        for action in ACTIONS:
            if action.menu == menu and action.keys:
                shown = all_native(action.keys)
                rows.append(_row(shown, action.label, quiet))
    for context in Context:
        rows.append(f"<tr><td colspan=2><br><b>{escape(translated(context))}</b></td></tr>")
        for row in PANE_KEYS:
            if row.context is context:
                shown = all_native(row.keys)
                rows.append(_row(shown, translated(row.what), quiet))
        if context in _LETTERS_IN:
            keys, what = A_LETTER
            rows.append(_row(translated(keys), translated(what), quiet))
    rows.append(f"<tr><td colspan=2><br><b>{escape(marks_of_answers())}</b></td></tr>")
    for meaning in meanings():
        sign = f"{SIGNS[meaning.shape]} {meaning.words}".strip()
        rows.append(_row(sign, meaning.whole, quiet))
    return f"<table cellspacing=0 cellpadding=2>{''.join(rows)}</table>"


def about_html() -> str:
    """Version, licences, and what the program does not do."""
    parts = (
        tr(
            "Competing policy approaches side by side, every claim one click from the words that "
            "support it, with your notes beside them."
        ),
        tr(
            "It uses no network and sends nothing anywhere. Your library and your notes are plain "
            "files that belong to you."
        ),
        tr(
            "Apache License 2.0. The texts of the library keep their own terms, which stand on the "
            "page of each source. Made with Qt for Python (LGPL). Letters: Source Serif Pro and "
            "Inter (SIL Open Font License). Icons: Lucide (ISC)."
        ),
    )
    said = "".join(f"<p>{escape(part)}</p>" for part in parts)
    return f"<h3>Counterpoint {__version__}</h3>{said}"


def _row(keys: str, what: str, quiet: str) -> str:
    return (
        f"<tr><td style='color:{quiet}'>{escape(keys)}&nbsp;&nbsp;</td><td>{escape(what)}</td></tr>"
    )
