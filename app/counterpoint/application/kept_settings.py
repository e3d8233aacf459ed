"""One window's settings and the file in which they are kept, shared with other windows."""

from pathlib import Path
from typing import Self

from counterpoint.storage.settings_file import keep_copy, read_settings

from .settings import Settings, from_json, merged, to_json


class KeptSettings:
    """`settings` are those last read or saved; `messages` say in plain words what was wrong."""

    def __init__(
        self, file: Path, settings: Settings | None = None, messages: tuple[str, ...] = ()
    ) -> None:
        self.file = file
        self.settings = settings or Settings()
        self.messages = messages

    @classmethod
    def open(cls, file: Path) -> Self:
        """What is kept in `file`. Never raises: what is of no use is at its default.

        Takes no lock, so that no other window can hold up this one.
        """
        read = read_settings(file)
        settings, wrong = from_json(read.values)
        messages = read.messages
        if wrong:
            messages += (_told(file, wrong, keep_copy(file)),)
        return cls(file, settings, messages)

    def save(self, settings: Settings) -> tuple[str, ...]:
        """Writes what differs from the settings last read or saved; all else stays as other
        windows have written it since.

        Messages say what was put aside, as on opening. Raises NotWritten (SettingsBusy where
        another window was saving for two seconds); then `settings` can be saved again later.
        """
        # Only here: locks and durable writing are slow to import, and the window opens without.
        from counterpoint.storage.settings_writer import update_settings

        messages: tuple[str, ...] = ()

        def change(now: dict[str, object]) -> dict[str, object]:
            nonlocal messages
            if not now:
                return to_json(settings)
            theirs, wrong = from_json(now)
            if wrong:
                messages = (_told(self.file, wrong, keep_copy(self.file)),)
            return {**now, **to_json(merged(self.settings, settings, theirs))}

        put_aside = update_settings(self.file, change)
        self.settings = settings
        return put_aside + messages


def _told(file: Path, wrong: tuple[str, ...], copy: str) -> str:
    kept = f"; the file as it was is kept as {copy}" if copy else ""
    return (
        f"{file.name} has values that cannot be used ({', '.join(wrong)}): they are at their "
        f"defaults{kept}."
    )
