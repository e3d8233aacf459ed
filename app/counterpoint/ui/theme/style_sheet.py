"""The look of Qt's own widgets: one palette and one style sheet made from the colours in force."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from .colours import Colours
from .fonts import Fonts, Size


def palette(colours: Colours) -> QPalette:
    """For everything that Qt paints itself."""
    made = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, colours.panel),
        (QPalette.ColorRole.WindowText, colours.ink),
        (QPalette.ColorRole.Base, colours.paper),
        (QPalette.ColorRole.AlternateBase, colours.panel),
        (QPalette.ColorRole.Text, colours.ink),
        (QPalette.ColorRole.Button, colours.panel),
        (QPalette.ColorRole.ButtonText, colours.ink),
        (QPalette.ColorRole.BrightText, colours.accent_ink),
        (QPalette.ColorRole.Highlight, colours.accent),
        (QPalette.ColorRole.HighlightedText, colours.accent_ink),
        (QPalette.ColorRole.ToolTipBase, colours.paper),
        (QPalette.ColorRole.ToolTipText, colours.ink),
        (QPalette.ColorRole.PlaceholderText, colours.ink_faint),
        (QPalette.ColorRole.Link, colours.accent),
        (QPalette.ColorRole.LinkVisited, colours.accent),
        (QPalette.ColorRole.Mid, colours.hairline),
        (QPalette.ColorRole.Accent, colours.accent),
    ):
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.ink_faint))
    return made


def style_sheet(colours: Colours, fonts: Fonts) -> str:
    """For what the palette does not reach: menus, tooltips, bars, splitters; and for what a field
    invites to, which Qt would make half as strong as the words typed in it."""
    px = fonts.px
    return f"""
    QLineEdit, QPlainTextEdit {{ placeholder-text-color: {colours.ink_faint}; }}
    QSplitter::handle {{ background: {colours.hairline}; }}
    QSplitter::handle:horizontal {{ width: 1px; }}
    QSplitter::handle:vertical {{ height: 1px; }}
    QMenuBar {{ background: {colours.panel}; color: {colours.ink}; padding: 0 {px(4)}px; }}
    QMenuBar::item {{ padding: {px(4)}px {px(8)}px; background: transparent; }}
    QMenuBar::item:selected {{ background: {colours.selection}; }}
    QMenu {{ background: {colours.paper}; color: {colours.ink};
             border: 1px solid {colours.hairline}; padding: {px(4)}px 0; }}
    QMenu::item {{ padding: {px(5)}px {px(28)}px {px(5)}px {px(24)}px; }}
    QMenu::item:selected {{ background: {colours.selection}; color: {colours.ink}; }}
    QMenu::item:disabled {{ color: {colours.ink_faint}; }}
    QMenu::separator {{ height: 1px; background: {colours.hairline}; margin: {px(4)}px 0; }}
    QToolTip {{ background: {colours.paper}; color: {colours.ink};
                border: 1px solid {colours.hairline}; padding: {px(4)}px; }}
    QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
    QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
    QScrollBar::handle {{ background: {colours.control}; border-radius: {px(3)}px;
                          margin: {px(3)}px; min-height: {px(28)}px; min-width: {px(28)}px; }}
    QScrollBar::handle:hover {{ background: {colours.ink_quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def apply_style(application: QApplication, colours: Colours, fonts: Fonts) -> None:
    """Puts palette, fonts and style sheet in force for the whole application."""
    application.setPalette(palette(colours))
    application.setFont(fonts.ours(Size.BODY))
    application.setStyleSheet(style_sheet(colours, fonts))
