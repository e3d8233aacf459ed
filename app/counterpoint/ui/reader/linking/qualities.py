"""How a passage is evidence, said in a row of small controls: stance, whether directly, whose
voice, how hedged, in what part."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from counterpoint.application.editing.qualities import Qualities
from counterpoint.domain.approach import ClaimKind, Link, Stance
from counterpoint.domain.voice_chain import chain_of
from counterpoint.labels import evidence, linking
from counterpoint.labels.names import in_a_choice
from counterpoint.labels.translation import tr
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.flow_layout import FlowLayout
from counterpoint.ui.widgets.line_field import LineField, bordered
from counterpoint.ui.widgets.plain_choice import PlainChoice
from counterpoint.ui.widgets.plain_text import plain_tip


class QualitiesRow(QWidget):
    """What is chosen stays for the next passage, but for what is of one passage alone."""

    grew = Signal()
    """Another control is there now, or gone."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._voices: list[tuple[str, ...]] = []
        self._direct = Stance.ADVOCATES
        """What was chosen last of a direct link."""
        self.stance = PlainChoice(theme, tr("Stance"), self)
        self.link = PlainChoice(theme, tr("Direct or inferred"), self)
        self.kind = PlainChoice(theme, tr("Kind of the new claim"), self)
        self.voice = PlainChoice(theme, tr("Whose voice it is"), self)
        self.other_voice = self._field(
            tr("Who says it, nearest to the reader first: A › B"), tr("Another voice")
        )
        self.why = self._field(tr("Why you link it"), tr("Why you link it"))
        self.hedge = self._field(tr("Hedge: words that weaken it"), tr("Hedge"))
        self.partial = self._field(tr("Partial: what it leaves out"), tr("Partial"))
        self.order: tuple[QWidget, ...] = (
            self.stance,
            self.link,
            self.kind,
            self.voice,
            self.other_voice,
            self.why,
            self.hedge,
            self.partial,
        )
        """As Tab goes through them."""
        self._row = FlowLayout(self)
        for widget in self.order:
            self._row.addWidget(widget)
        for link in Link:
            self.link.addItem(evidence.link(link), link.value)
        for kind in ClaimKind:
            self.kind.addItem(linking.claim_kind(kind), kind.value)
        self.kind.setCurrentIndex(list(ClaimKind).index(ClaimKind.PRESCRIPTION))
        self._list_stances()
        self.link.currentIndexChanged.connect(self._on_link)
        self.voice.currentIndexChanged.connect(self._show_fields)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()
        self._show_fields()

    def _field(self, placeholder: str, name: str) -> LineField:
        made = LineField(self)
        made.setPlaceholderText(placeholder)
        made.setAccessibleName(name)
        made.setAccessibleDescription(placeholder)
        return made

    def begin(self, voices: Sequence[tuple[str, ...]], author: str, *, here: bool = True) -> None:
        """For another passage: `voices` are those that were used, the likeliest first. The first is
        chosen where it speaks `here`, in the same source; else `author` is proposed."""
        for field in (self.why, self.hedge, self.partial):
            field.clear()
        self._voices = list(voices)
        self.voice.blockSignals(True)
        self.voice.clear()
        for voice in voices:
            self.voice.addItem(in_a_choice(voice))
        self.voice.addItem(tr("Another voice…"))
        self.voice.setCurrentIndex(0 if here else len(self._voices))
        self.voice.blockSignals(False)
        self.other_voice.setText("" if voices and here else author)
        self._show_fields()

    def take_up(self, stance: Stance, link: Link, kind: ClaimKind) -> None:
        """As they were chosen another day."""
        self.link.setCurrentIndex(self.link.findData(link.value))
        self._list_stances()
        at = self.stance.findData(stance.value)
        if at >= 0:
            self.stance.setCurrentIndex(at)
        self.kind.setCurrentIndex(self.kind.findData(kind.value))

    def offer_kind(self, offered: bool) -> None:
        """Whether the claim is new."""
        self.kind.setVisible(offered)
        self.grew.emit()

    def said(self) -> Qualities:
        return Qualities(
            Stance(self.stance.currentData()),
            self._link(),
            self._voice(),
            self.why.text().strip() if self._link() is Link.INFERRED else "",
            self.hedge.text().strip(),
            self.partial.text().strip(),
            ClaimKind(self.kind.currentData()),
        )

    def lacking(self) -> tuple[str, QWidget] | None:
        """What has to be said still, and where; None if nothing has."""
        if not self._voice():
            return tr("Say who says it."), self.other_voice
        if self._link() is Link.INFERRED and not self.why.text().strip():
            return tr("Say why you link it: the text itself does not."), self.why
        return None

    def _link(self) -> Link:
        return Link(self.link.currentData())

    def _voice(self) -> tuple[str, ...]:
        if self.voice.currentIndex() < len(self._voices):
            return self._voices[self.voice.currentIndex()]
        return chain_of(self.other_voice.text())

    def _on_link(self) -> None:
        self._list_stances()
        self._show_fields()

    def _list_stances(self) -> None:
        """Those of direct links, or of inferred ones, with what stands for the one before."""
        inferred = self._link() is Link.INFERRED
        if self.stance.count() and inferred:
            self._direct = Stance(self.stance.currentData())
        wanted = self._direct.in_inference if inferred else self._direct
        self.stance.clear()
        for stance in (each for each in Stance if each.inferred is inferred):
            self.stance.addItem(evidence.stance(stance), stance.value)
        self.stance.setCurrentIndex(self.stance.findData(wanted.value))

    def _show_fields(self) -> None:
        has_voices = bool(self._voices)
        self.voice.setVisible(has_voices)
        self.other_voice.setVisible(self.voice.currentIndex() >= len(self._voices))
        self.why.setVisible(self._link() is Link.INFERRED)
        self.grew.emit()

    def _apply_theme(self) -> None:
        fonts, px = self._theme.fonts, self._theme.fonts.px
        self._row.setSpacing(px(6))
        for field in (self.other_voice, self.why, self.hedge, self.partial):
            field.setFont(fonts.ours(Size.SMALL))
            field.setFixedHeight(px(26))
            field.setToolTip(plain_tip(field.placeholderText()))
            field.setStyleSheet(bordered(self._theme, down=0, across=6))
        self.setMinimumWidth(1)  # what is wider is cut to the line, however narrow the text is
        self.voice.setMinimumContentsLength(36)
        self.kind.setMinimumContentsLength(12)
        self.stance.setMinimumContentsLength(11)
        self.link.setMinimumContentsLength(8)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
        self._row.setGeometry(self.rect())  # it was laid out before the event came

    def _share(self) -> None:
        """A field is as wide as what it asks, but never wider than there is room."""
        px = self._theme.fonts.px
        for field in (self.other_voice, self.why, self.hedge, self.partial):
            words = field.fontMetrics().horizontalAdvance(field.placeholderText())
            wanted = max(px(180), min(words + px(20), px(300)))
            field.setMinimumWidth(min(wanted, max(1, self.width())))
        for choice in (self.stance, self.link, self.kind, self.voice):
            choice.setMaximumWidth(max(1, self.width()))
