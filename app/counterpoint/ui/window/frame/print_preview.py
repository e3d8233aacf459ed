"""What will be printed, sheet by sheet, before it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from counterpoint.application.report.handover.refused import NotHandedOver
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.tasks.file_work import FileWork, IsCancelled, Told
from counterpoint.ui.theme.background import fill
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_label import PlainLabel
from counterpoint.ui.widgets.plain_text import window_title
from counterpoint.ui.widgets.sheets import Sheets

if TYPE_CHECKING:
    from counterpoint.application.report.handover.printing import Drawn, PdfPages, Print

_DOTS = 300
"""To an inch, at the most: what a printer shows of letters."""


class PrintPreview(QDialog):
    """Makes its pages when it is opened, and is gone once it is closed."""

    def __init__(self, theme: Theme, title: str, make: "Print", parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self.pages: PdfPages | None = None
        self.setWindowTitle(window_title(tr("Print: {title}", title=title)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._work = FileWork(self)
        self.words = PlainLabel(self, tr("The pages are being made…"))
        self.words.setWordWrap(True)
        self.print_button = PlainButton(
            theme, tr("Print…"), tr("Choose a printer, or a file"), self
        )
        self.print_button.setEnabled(False)
        self.close_button = PlainButton(theme, tr("Close"), tr("Print nothing"), self)
        self.sheets = Sheets(theme, tr("Pages"), self)
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.print_button)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.sheets, 1)
        px = theme.fonts.px
        head.setContentsMargins(px(16), px(8), px(16), px(8))
        head.setSpacing(px(8))
        fill(self, theme.colours.panel)
        self.words.setFont(theme.fonts.ours(Size.SMALL))
        self.words.setStyleSheet(f"color: {theme.colours.ink};")
        room = self.screen().availableSize() - QSize(px(16), px(48))
        self.resize(QSize(px(860), px(760)).boundedTo(room))
        self.print_button.clicked.connect(self._choose_printer)
        self.close_button.clicked.connect(self.close)
        self.sheets.wanted.connect(self._draw)
        self.finished.connect(self._on_closed)
        self._work.told.connect(self.words.setText)
        self._work.run(
            lambda _told, cancelled: make(cancelled),
            (NotHandedOver,),
            self._on_made,
            lambda error: self._say(str(error)),
        )

    def _on_made(self, pages: "PdfPages") -> None:
        self.pages = pages
        self.sheets.show_sheets(pages.sizes)
        self._say_how_many()
        self.print_button.setEnabled(True)
        self.print_button.setFocus()

    def _say_how_many(self) -> None:
        pages = 0 if self.pages is None else len(self.pages.sizes)
        self._say(tr("{title}: {n} page(|s)", "", pages, title=self._title))

    def _say(self, words: str) -> None:
        self.words.setText(words)
        announce(self, words)

    # Seeing

    def _draw(self, number: int, wide: int) -> None:
        pages = self.pages
        if pages is None or self._work.at_work:
            return  # it is asked for again once that has ended
        scale = wide / pages.sizes[number][0]

        def done(drawn: "Drawn") -> None:
            self.sheets.put(number, _image(drawn))

        self._work.run(lambda _told, _cancelled: pages.draw(number, scale), (), done, _nothing)

    # Printing

    def _choose_printer(self) -> None:
        pages = self.pages
        if pages is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        printer.setFullPage(True)
        printer.setPageOrientation(_turned(pages.sizes[0]))
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(pages.sizes))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """The pages that are chosen for it."""
        pages = self.pages
        if pages is None:
            return
        if self._work.at_work:
            self._work.cancel()  # a picture that was asked for; it is asked for again
        self.print_button.setEnabled(False)
        first, last = printer.fromPage() or 1, printer.toPage() or len(pages.sizes)
        chosen = range(first - 1, min(last, len(pages.sizes)))
        doing = tr("Printing page {page}…")
        self._work.run(
            lambda told, cancelled: _print(pages, printer, chosen, doing, told, cancelled),
            (NotHandedOver,),
            self._on_printed,
            lambda error: self._say(str(error)),
        )

    def _on_printed(self, well: bool) -> None:
        self.print_button.setEnabled(True)
        self._say(tr("Printed.") if well else tr("The printer takes nothing; choose another."))
        self.sheets.viewport().update()

    def _on_closed(self) -> None:
        self._work.cancel()


def _image(drawn: "Drawn") -> QImage:
    form = QImage.Format.Format_RGB32
    # Copied, as the bytes go.
    return QImage(drawn.pixels, drawn.width, drawn.height, drawn.row, form).copy()


def _turned(size: tuple[float, float]) -> QPageLayout.Orientation:
    across = size[0] > size[1]
    return QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait


def _print(
    pages: "PdfPages",
    printer: QPrinter,
    chosen: range,
    doing: str,
    told: Told,
    cancelled: IsCancelled,
) -> bool:
    """On a worker thread, where Qt lets one paint on a printer. False where it cannot begin."""
    painter: QPainter | None = None
    for number in chosen:
        if cancelled():
            printer.abort()
            break
        told(doing.replace("{page}", str(number + 1)))
        printer.setPageOrientation(_turned(pages.sizes[number]))
        if painter is None:
            painter = QPainter()
            if not painter.begin(printer):
                return False
        elif not printer.newPage():
            break
        dots = min(printer.resolution(), _DOTS)
        picture = _image(pages.draw(number, dots / 72))
        painter.drawImage(printer.pageLayout().fullRectPixels(printer.resolution()), picture)
    if painter is not None:
        painter.end()
    return painter is not None


def _nothing(_error: object) -> None:
    """Drawing fails with nothing that is expected."""
