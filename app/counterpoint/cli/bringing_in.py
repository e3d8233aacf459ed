"""What the commands have in common that take in what colleagues made in other tools."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from counterpoint.application.console import somebody_looks_on
from counterpoint.domain.counting import counted

from .exit_code import ExitCode
from .output import complain, say, show_progress

if TYPE_CHECKING:
    from counterpoint.application.importing.notes_in import Summary


def bring_in(file: Path, folder: Path, take: Callable[[], tuple[bool, list[str]]]) -> int:
    """Takes `file` into the library in `folder` by `take`, which says whether all came in and what
    to print; the exit code, `USAGE` where there is no library."""
    from counterpoint.application.failures import told
    from counterpoint.application.importing.import_lock import ImportRunning
    from counterpoint.application.importing.project_sources import HalfTakenIn
    from counterpoint.labels.problem import in_a_line
    from counterpoint.storage.files.atomic import NotWritten
    from counterpoint.storage.files.unreadable import Unreadable
    from counterpoint.storage.importers.refusal import Refused

    if file.exists() and not (file.is_file() or file.is_dir()):  # a pipe is waited for for ever
        complain(f"{file}: it is no file; name one")
        return ExitCode.WRONG
    try:
        all_in, lines = take()
    except Unreadable as error:
        complain(*map(in_a_line, error.problems))
        return ExitCode.USAGE
    except Refused as refused:
        complain(f"{file}: {refused.message}")
        return ExitCode.WRONG
    except HalfTakenIn as half:
        complain(f"{file}: {half}")
        return ExitCode.WRONG
    except ImportRunning as error:
        complain(f"{folder}: {error}; wait for its end")
        return ExitCode.WRONG
    except NotWritten as error:
        complain(told(error))
        return ExitCode.WRONG
    return ExitCode.WELL if say(lines) and all_in else ExitCode.WRONG


def told_notes(done: "Summary", *, dry: bool) -> Iterator[str]:
    """What became of annotations that became notes."""
    yield from done.lines()
    verb = "would be written" if dry else "written"
    yield (
        f"{counted(done.written, 'note')} {verb}, {done.here_already} here already, "
        f"{done.out:,} left out"
    )


def file_progress() -> Callable[[int, int, str], None]:
    """Shows how many are done, of how many, and which is next, where somebody looks on."""
    return _tell if somebody_looks_on() else _be_quiet


def _tell(done: int, total: int, name: str) -> None:
    show_progress(f"{done} of {total} {name}", done=not name)


def _be_quiet(done: int, total: int, name: str) -> None:
    """Where nobody looks on."""
