"""The two designed colour sets, light and dark. tests/ui/theme checks their contrast."""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from counterpoint.domain.approach import Colour


class ApproachColours(NamedTuple):
    """`rule` marks (3:1 against paper), `text` is read (4.5:1), `tint` lies behind a passage."""

    rule: str
    text: str
    tint: str


class Colours(NamedTuple):
    """All as #rrggbb. Text colours hold 4.5:1 against `paper`, `panel` and `selection`, marks 3:1.
    On what lies behind a passage stands nothing but `ink`."""

    dark: bool
    paper: str
    """Behind claims and source text."""
    panel: str
    """Behind the dimension column, the notebook and the bars."""
    ink: str
    ink_quiet: str
    ink_faint: str
    """For page furniture and other words that stand back; still 4.5:1."""
    hairline: str
    control: str
    """The border of a field or a button, 3:1."""
    accent: str
    accent_ink: str
    """Words on `accent`."""
    selection: str
    """Behind the selected claim and row."""
    jump: str
    """Behind the passage jumped to."""
    jump_rule: str
    warning: str
    warning_panel: str
    approaches: dict[Colour, ApproachColours]

    def approach(self, colour: Colour) -> ApproachColours:
        return self.approaches[colour]


def mixed(colour: str, paper: str, share: float) -> QColor:
    """`share` (0 to 1) of `colour` on `paper`."""
    front, back = QColor(colour), QColor(paper)
    return QColor(
        round(front.red() * share + back.red() * (1 - share)),
        round(front.green() * share + back.green() * (1 - share)),
        round(front.blue() * share + back.blue() * (1 - share)),
    )


def _approaches(
    paper: str, share: float, hues: dict[Colour, tuple[str, str]]
) -> dict[Colour, ApproachColours]:
    return {
        colour: ApproachColours(rule=rule, text=text, tint=mixed(rule, paper, share).name())
        for colour, (rule, text) in hues.items()
    }


@cache
def light() -> Colours:
    return Colours(
        dark=False,
        paper="#ffffff",
        panel="#f6f6f4",
        ink="#1b1c1e",
        ink_quiet="#5a5d63",
        ink_faint="#696c72",
        hairline="#dfdfdb",
        control="#84878d",
        accent="#1f55b5",
        accent_ink="#ffffff",
        selection="#e9effa",
        jump="#ffe79c",
        jump_rule="#a06a00",
        warning="#8a3b00",
        warning_panel="#fdf1e3",
        approaches=_approaches(
            "#ffffff",
            0.12,
            {
                Colour.BLUE: ("#0072b2", "#00639b"),
                Colour.ORANGE: ("#b97400", "#8d5600"),
                Colour.GREEN: ("#00956c", "#00724f"),
                Colour.PURPLE: ("#aa3377", "#9c2a6b"),
                Colour.SKY: ("#348cbd", "#1c6c9a"),
                Colour.VERMILION: ("#d55e00", "#a84a00"),
                Colour.OCHRE: ("#988300", "#716100"),
                Colour.TEAL: ("#2b8c8c", "#1b6d6d"),
                Colour.PLUM: ("#6f4aa5", "#61409a"),
                Colour.SLATE: ("#5f6b7a", "#525d6b"),
                Colour.OLIVE: ("#6c7d1f", "#566416"),
                Colour.ROSE: ("#c8506b", "#ab3552"),
            },
        ),
    )


@cache
def dark() -> Colours:
    return Colours(
        dark=True,
        paper="#17181a",
        panel="#1f2023",
        ink="#e9e8e4",
        ink_quiet="#a9abb0",
        ink_faint="#979aa0",
        hairline="#34363a",
        control="#7c7f86",
        accent="#8ab4f8",
        accent_ink="#10203a",
        selection="#25324a",
        jump="#574500",
        jump_rule="#e3b341",
        warning="#f0b37e",
        warning_panel="#33261a",
        approaches=_approaches(
            "#17181a",
            0.20,
            {
                Colour.BLUE: ("#4ba3dc", "#6db8e8"),
                Colour.ORANGE: ("#e69f00", "#eab04a"),
                Colour.GREEN: ("#2fb58c", "#4fc7a2"),
                Colour.PURPLE: ("#d174ac", "#de90bf"),
                Colour.SKY: ("#79c3ea", "#8fcdee"),
                Colour.VERMILION: ("#ea7a2e", "#f09352"),
                Colour.OCHRE: ("#cdb83a", "#d6c45a"),
                Colour.TEAL: ("#4fb3b3", "#6cc3c3"),
                Colour.PLUM: ("#a88be0", "#b9a1e8"),
                Colour.SLATE: ("#97a4b5", "#a9b4c3"),
                Colour.OLIVE: ("#a3b650", "#b3c46b"),
                Colour.ROSE: ("#e6859b", "#ec9dae"),
            },
        ),
    )


def of_system() -> Colours:
    """The set that goes with the system's own colour scheme."""
    hints = QGuiApplication.styleHints()
    return dark() if hints.colorScheme() == Qt.ColorScheme.Dark else light()
