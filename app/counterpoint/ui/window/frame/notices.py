"""Strips under the bar for what must not be overlooked: whole, in as many lines as it needs, until
it is over or put away."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QToolButton

from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.session.noticed import Noticed
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.notice import Notice

from .body import Body

_CLOSE = "close"


class Notices(QObject):
    """One strip for each thing that is noticed, the latest on top."""

    def __init__(self, theme: Theme, body: Body) -> None:
        super().__init__(body)
        self._theme, self._body = theme, body
        self._strips: dict[str, tuple[Notice, Noticed]] = {}

    def show(self, noticed: Noticed) -> None:
        """Shows it, or takes it away where it is over."""
        strip, before = self._strips.get(noticed.key, (None, None))
        if strip is not None and not noticed.words:
            self._close(noticed.key)
        if not noticed.words:
            return
        if strip is None:
            strip = Notice(self._theme, self._body)
            strip.done.connect(partial(self._on_done, noticed.key))
            self._body.put_strip(strip)
        self._strips[noticed.key] = strip, noticed
        deeds = [(str(at), deed.label) for at, deed in enumerate(noticed.deeds)]
        strip.say(noticed.words, *deeds, *([(_CLOSE, tr("Close"))] if noticed.closes else []))
        if before is None or before.words != noticed.words:
            announce(strip, noticed.words)

    def clear(self) -> None:
        """Another library is shown."""
        for key in tuple(self._strips):
            self._close(key)

    def said(self) -> tuple[str, ...]:
        """What is shown, the oldest first."""
        return tuple(noticed.words for _, noticed in self._strips.values())

    def button(self, label: str) -> QToolButton:
        """Of the latest that has one so labelled. Raises KeyError."""
        for strip, _ in reversed(self._strips.values()):
            for button in strip.findChildren(QToolButton):
                if button.text() == label and not button.isHidden():
                    return button
        raise KeyError(label)

    def _on_done(self, key: str, id: str) -> None:
        _, noticed = self._strips[key]
        # Once the press is over, as the button goes with its strip.
        QTimer.singleShot(0, self, partial(self._do, key, noticed, id))

    def _do(self, key: str, noticed: Noticed, id: str) -> None:
        if self._strips.get(key, (None, None))[1] is not noticed:
            return
        self._close(key)
        if id != _CLOSE:
            noticed.deeds[int(id)].do()

    def _close(self, key: str) -> None:
        strip, _ = self._strips.pop(key)
        strip.hide()
        strip.deleteLater()

    def focus_stops(self) -> list[Notice]:
        """Those that the focus can go to."""
        return [strip for strip, _ in self._strips.values() if strip.isVisible()]
