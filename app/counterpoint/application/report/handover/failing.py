"""Why nothing is handed over, as one kind of error for whoever has no command line."""

from collections.abc import Iterator
from contextlib import contextmanager

from counterpoint.application.failures import told
from counterpoint.application.library.opened_library import SourceAltered, Unreadable
from counterpoint.application.report.material.gather import NoSuchThing
from counterpoint.labels.problem import in_a_line
from counterpoint.labels.translation import tr
from counterpoint.storage.exporters.failing import ExportCancelled, NotExported, TargetRefused

from .refused import NobodyWaits, NotHandedOver


@contextmanager
def handing_over() -> Iterator[None]:
    """Whatever stands in the way within becomes NotHandedOver."""
    try:
        yield
    except ExportCancelled as error:
        raise NobodyWaits(str(error)) from error
    except TargetRefused as error:
        raise NotHandedOver(told(error.why)) from error
    except (NotExported, NoSuchThing) as error:
        raise NotHandedOver(str(error)) from error
    except SourceAltered as error:
        file = f"corpus/{error}.txt"
        raise NotHandedOver(
            tr("{file} was altered just now; read the library again.", file=file)
        ) from error
    except Unreadable as error:
        raise NotHandedOver("; ".join(map(in_a_line, error.problems))) from error
