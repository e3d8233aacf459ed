"""What every kind of `counterpoint export` does: reads the library, writes a file, tells."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from counterpoint.application.console import somebody_looks_on
from counterpoint.storage.files.unreadable import Unreadable

from .exit_code import ExitCode
from .library_argument import meant_library
from .output import complain, say, show_progress

if TYPE_CHECKING:
    from counterpoint.application.library.opened_library import OpenedLibrary
    from counterpoint.application.report.files.exporting import Exported
    from counterpoint.domain.report.material import Material


def export(
    library: Path | None,
    write: "Callable[[Material, OpenedLibrary], Exported]",
    approaches: Iterable[str] = (),
    questions: Iterable[str] = (),
) -> int:
    """Writes by `write` what there is of these approaches and questions, or of all; the exit code,
    `USAGE` where there is no such approach, question or library."""
    from counterpoint.application.failures import told
    from counterpoint.application.library.opened_library import SourceAltered
    from counterpoint.application.notes.check import out_of_reach
    from counterpoint.application.report.material.gather import NoSuchThing
    from counterpoint.application.report.material.reading import read_material
    from counterpoint.labels.problem import in_a_line
    from counterpoint.storage.exporters.failing import NotExported, TargetRefused

    folder = meant_library(library)
    try:
        material, opened = read_material(folder, _or_all(approaches), _or_all(questions))
        done = write(material, opened)
    except NoSuchThing as error:
        complain(f"counterpoint: {error}")
        return ExitCode.USAGE
    except SourceAltered as error:
        complain(f"counterpoint: corpus/{error}.txt was altered just now; try again")
        return ExitCode.USAGE
    except Unreadable as error:
        complain(*map(in_a_line, error.problems))
        return ExitCode.USAGE
    except TargetRefused as error:
        complain(f"counterpoint: not exported: {told(error.why)}")
        return ExitCode.WRONG
    except NotExported as error:
        complain(f"counterpoint: not exported: {error}")
        return ExitCode.WRONG
    finally:
        if somebody_looks_on():
            show_progress("", done=False)
            show_progress("", done=True)
    complain(
        *map(in_a_line, out_of_reach(folder)),
        *done.findings,
        *(f"note: {line}" for line in done.told),
    )
    return ExitCode.WELL if say([f"wrote {done.path}"]) else ExitCode.WRONG


def names(given: Iterable[str]) -> tuple[str, ...]:
    """What was given parted by spaces or commas."""
    return tuple(name for each in given for part in each.split(",") if (name := part.strip()))


def _or_all(given: Iterable[str]) -> list[str] | None:
    given = tuple(given)
    return list(names(given)) if given else None


def progress() -> Callable[[str], None]:
    """Shows what is being done, where somebody looks on."""
    return _tell if somebody_looks_on() else _be_quiet


def _tell(what: str) -> None:
    show_progress(f"{what}…", done=False)


def _be_quiet(what: str) -> None:
    """Where nobody looks on."""
