"""Going to anything: the palette over what the window has, and where a choice leads."""

from typing import TYPE_CHECKING

from counterpoint.application.library.find import Entry, Kind

from .palette_entries import entries, target_of

if TYPE_CHECKING:
    from counterpoint.ui.window.main_window import MainWindow


def go_to_anything(window: "MainWindow") -> None:
    """Opens the palette on everything that there is now."""
    window.command_palette.open_with(
        lambda: list(entries(window.navigator.library, window.live.notebook)), window.bar.search
    )


def go_to_entry(window: "MainWindow", entry: Entry) -> None:
    """Runs an action, or shows what was chosen; it is remembered as chosen lately."""
    window.window_state.change(recent_choices=window.command_palette.recent)
    if entry.kind is Kind.ACTION:
        window.menus.trigger(entry.key)
        return
    shown = window.space.comparison.arrangement().columns
    target = target_of(entry, window.live.notebook, shown[0] if shown else "")
    if target is not None:
        window.navigator.go_to(target)
