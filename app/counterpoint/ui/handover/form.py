"""What a person chooses for a paper: which it is, of what, and what is printed on it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from counterpoint.application.report.handover.wanted import NOTES, OWN, Shown, Wanted, amiss
from counterpoint.domain.note import NoteKind
from counterpoint.labels import handover as words
from counterpoint.labels.note import note_kind
from counterpoint.labels.text import sentence
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.line_field import LineField
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_choice import PlainChoice
from counterpoint.ui.widgets.plain_label import PlainLabel

from .check_list import CheckList

_ANOTHER = "another"
"""In the choice of styles: a file is to be asked for."""


class Offered(NamedTuple):
    """What there is to choose from, as ids with what each is called."""

    approaches: Sequence[tuple[str, str]] = ()
    questions: Sequence[tuple[str, str]] = ()
    tags: Sequence[tuple[str, str]] = ()
    places: Sequence[tuple[str, str]] = ()
    shown: Shown = Shown()
    """What the comparison shows."""


class Form(QScrollArea):
    changed = Signal()
    """`wanted` is another."""
    told = Signal()
    """What stands in a field is another, `wrong` may be."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.wanted = Wanted()
        self._offered = Offered()
        self._labels: list[PlainLabel] = []
        self._told: dict[str, PlainLabel] = {}
        """What is amiss with what stands in a field, under it."""
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self.paper = PlainChoice(theme, tr("Which paper"), self._inner)
        for id in words.papers():
            self.paper.addItem(words.paper(id), id)
        self._add(tr("Paper"), self.paper)
        self.own = self._button(tr("Choose a template…"), tr("A .yaml or .md file of your own"))
        self._own_part = self._add(tr("Template"), self.own)
        self._column.setAlignment(self.own, Qt.AlignmentFlag.AlignLeft)
        self.fields: dict[str, LineField] = {}
        self._line("title", tr("Title"), "")
        self._line("question", tr("Question that it is to answer"), "")
        self.approaches = self._list(tr("Approaches"))
        self.questions = self._list(tr("Questions"))
        self.as_shown = self._button(
            tr("As in the comparison"), tr("Choose again what the comparison shows")
        )
        self._column.addWidget(self.as_shown, 0, Qt.AlignmentFlag.AlignLeft)
        self.kinds = self._list(tr("Kinds of notes"))
        self.tags = self._list(tr("With one of these tags"))
        self.places = self._list(tr("On one of these"))
        self._line("date", tr("Date"), tr("2020-10-31, or none"))
        self._tell_of("date")
        self._line("marking", tr("Marking, on each page"), tr("none"))
        self._line("language", tr("Language"), tr("en-GB"))
        self._tell_of("language")
        self.style_choice = PlainChoice(theme, tr("Style of citation"), self._inner)
        self._style_part = self._add(tr("Citations"), self.style_choice)
        self.reference = self._button(
            tr("Choose…"), tr("A .docx or .odt of your own lends the file its styles")
        )
        self.no_reference = self._button(tr("None"), tr("Use the styles that come with the app"))
        self.no_reference.setAccessibleName(tr("No document that lends its styles"))
        both = QWidget(self._inner)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.reference)
        row.addWidget(self.no_reference)
        row.addStretch(1)
        self._add(tr("Styles of Word or OpenDocument"), both)
        self._column.addStretch(1)
        self._of_brief = (
            *self._with_label(self.approaches),
            *self._with_label(self.questions),
            self.as_shown,
            *self._with_label(self.fields["question"]),
            *self._with_label(self.fields["date"]),
            *self._with_label(self.fields["marking"]),
            *self._with_label(self.style_choice),
        )
        self._of_notes = tuple(
            part for each in (self.kinds, self.tags, self.places) for part in self._with_label(each)
        )
        self._join()
        self._let_scroll()
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _let_scroll(self) -> None:
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.paper)

    def _join(self) -> None:
        self.paper.activated.connect(lambda: self._change(paper=str(self.paper.currentData())))
        self.own.clicked.connect(self._on_own)
        self.style_choice.activated.connect(self._on_style)
        self.reference.clicked.connect(self._on_reference)
        self.no_reference.clicked.connect(lambda: self._change(reference=""))
        self.as_shown.clicked.connect(lambda: self._change(approaches=None, questions=None))
        for name, field in self.fields.items():
            field.textEdited.connect(self._putting(name))
        for name, part in (
            ("approaches", self.approaches),
            ("questions", self.questions),
            ("kinds", self.kinds),
            ("tags", self.tags),
            ("on", self.places),
        ):
            part.changed.connect(self._taking(name, part))

    @property
    def wrong(self) -> str:
        """What is amiss with what stands in the fields, of which `wanted` has what was last
        right; "" where nothing is."""
        shown = (name for name in self._told if not self.fields[name].isHidden())
        said = (amiss(name, self.fields[name].text().strip()) for name in shown)
        return next(filter(None, said), "")

    @property
    def shown(self) -> Shown:
        """What the comparison shows."""
        return self._offered.shown

    def show_wanted(self, wanted: Wanted) -> None:
        """What was chosen before."""
        for name in self._told:
            if amiss(name, getattr(wanted, name)):
                wanted = wanted._replace(**{name: ""})  # type: ignore[arg-type]
        self.wanted = wanted
        for name, field in self.fields.items():
            said = getattr(wanted, name)
            if field.text() != said:
                field.setText(said)
                field.setCursorPosition(0)
        self._fill()

    def offer(self, offered: Offered) -> None:
        """What the library has now."""
        if offered != self._offered:
            self._offered = offered
            self._fill()

    def _fill(self) -> None:
        wanted, offered = self.wanted, self._offered
        self.paper.setCurrentIndex(max(0, self.paper.findData(wanted.paper)))
        chosen = offered.shown.of(wanted)
        self.approaches.show_things(offered.approaches, chosen.approaches)
        self.questions.show_things(offered.questions, chosen.questions)
        self.kinds.show_things([(kind.value, note_kind(kind)) for kind in NoteKind], wanted.kinds)
        self.tags.show_things(offered.tags, wanted.tags)
        self.places.show_things(offered.places, wanted.on)
        self.own.setText(_file_or(wanted.own, tr("Choose a template…")))
        self.own.setAccessibleName(_named(tr("Choose a template"), wanted.own))
        self.reference.setText(_file_or(wanted.reference, tr("Choose…")))
        lender = tr("Choose a document that lends its styles")
        self.reference.setAccessibleName(_named(lender, wanted.reference))
        self.no_reference.setVisible(bool(wanted.reference))
        self.as_shown.setEnabled(wanted.approaches is not None or wanted.questions is not None)
        self.style_choice.clear()
        known = words.styles()
        for id in known if wanted.style in known else (*known, wanted.style):
            self.style_choice.addItem(words.style(id), id)
        self.style_choice.addItem(tr("A .csl file of my own…"), _ANOTHER)
        self.style_choice.setCurrentIndex(self.style_choice.findData(wanted.style))
        notes = wanted.paper == NOTES
        for part in self._of_brief:
            part.setVisible(not notes)
        for part in self._of_notes:
            part.setVisible(notes)
        self._tell()
        for part in self._with_label(self.tags):
            part.setVisible(notes and bool(offered.tags))
        for part in self._with_label(self._own_part):
            part.setVisible(wanted.paper == OWN)

    def _change(self, **changes: object) -> None:
        self.wanted = self.wanted._replace(**changes)  # type: ignore[arg-type]  # by name
        self._fill()
        self.changed.emit()

    def _putting(self, name: str) -> Callable[[str], None]:
        def put(said: str) -> None:
            before = self.wanted
            if not amiss(name, said.strip()):
                self.wanted = before._replace(**{name: said.strip()})  # type: ignore[arg-type]
            self._tell()
            if self.wanted != before:
                self.changed.emit()
            self.told.emit()

        return put

    def _taking(self, name: str, part: CheckList) -> Callable[[], None]:
        def take() -> None:
            self.wanted = self.wanted._replace(**{name: part.chosen()})  # type: ignore[arg-type]
            self.as_shown.setEnabled(True)
            self.changed.emit()

        return take

    def _on_own(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("A template of your own"), self.wanted.own, tr("Templates (*.yaml *.yml *.md)")
        )
        if name:
            self._change(own=name)

    def _on_style(self) -> None:
        chosen = str(self.style_choice.currentData())
        if chosen == _ANOTHER:
            chosen, _ = QFileDialog.getOpenFileName(
                self, tr("A style of citation"), "", tr("Styles of citation (*.csl)")
            )
            chosen = chosen or self.wanted.style
        self._change(style=chosen)

    def _on_reference(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            tr("A document that lends its styles"),
            self.wanted.reference,
            tr("Documents (*.docx *.odt)"),
        )
        if name:
            self._change(reference=name)

    def _button(self, label: str, tip: str) -> PlainButton:
        return PlainButton(self._theme, label, tip, self._inner)

    def _line(self, name: str, label: str, hint: str) -> None:
        field = self.fields[name] = LineField(self._inner)
        field.setPlaceholderText(hint)
        self._add(label, field)

    def _tell_of(self, name: str) -> None:
        """What is amiss with what stands in the field is told under it."""
        label = self._told[name] = PlainLabel(self._inner)
        label.setWordWrap(True)
        label.hide()
        self._column.addWidget(label)

    def _tell(self) -> None:
        for name, label in self._told.items():
            field, before = self.fields[name], label.text()
            wrong, last = amiss(name, field.text().strip()), getattr(self.wanted, name)
            if wrong:
                wrong = sentence(wrong)
                if last:
                    wrong += " " + tr("Until then the paper has {last}.", last=last)
            label.setText(wrong)
            label.setVisible(bool(wrong) and not field.isHidden())
            field.setAccessibleDescription(wrong)
            if wrong and not before:  # and not at each letter
                announce(field, wrong)

    def _list(self, name: str) -> CheckList:
        made = CheckList(self._theme, name, self._inner)
        self._add(name, made)
        return made

    def _add(self, name: str, part: QWidget) -> QWidget:
        label = PlainLabel(self._inner, name)
        label.setWordWrap(True)
        label.setBuddy(part)
        if not part.accessibleName():
            part.setAccessibleName(name)
        self._labels.append(label)
        self._column.addWidget(label)
        self._column.addWidget(part)
        return part

    def _with_label(self, part: QWidget) -> tuple[QWidget, QWidget]:
        return next(label for label in self._labels if label.buddy() is part), part

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self.setStyleSheet(
            f"QScrollArea, QScrollArea > QWidget > QWidget {{ background: {colours.panel}; }}"
        )
        for label in self._labels:
            label.setFont(fonts.ours(Size.SMALL))
            label.setStyleSheet(f"color: {colours.ink_quiet}; padding-top: {px(6)}px;")
        for label in self._told.values():
            label.setFont(fonts.ours(Size.SMALL))
            label.setStyleSheet(f"color: {colours.warning};")
        for field in self.fields.values():
            field.setFont(fonts.ours(Size.SMALL))
            field.setMinimumHeight(px(26))
            field.setStyleSheet(
                f"QLineEdit {{ background: {colours.paper}; color: {colours.ink};"
                f" border: 1px solid {colours.control}; border-radius: {px(4)}px;"
                f" padding: {px(2)}px {px(6)}px; }}"
                f"QLineEdit:focus {{ border-color: {colours.accent}; }}"
            )
        self._column.setContentsMargins(px(16), px(8), px(16), px(16))
        self._column.setSpacing(px(3))


def _named(done: str, path: str) -> str:
    """What a screen reader says of a button by which a file is chosen."""
    return tr("{done}: {now}", done=done, now=Path(path).name) if path else done


def _file_or(path: str, otherwise: str) -> str:
    return Path(path).name if path else otherwise
