"""Where the notes of a library are kept."""

from pathlib import Path

from counterpoint.storage.place import shipped_library, user_data


def notes_place(library: Path) -> Path:
    """`notes/` in a library of the person's own; for the one that comes with the app, which is
    replaced when the app is, the user's data folder."""
    if library.resolve() == shipped_library().resolve():
        return user_data() / "notes"
    return library / "notes"
