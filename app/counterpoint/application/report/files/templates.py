"""Templates by the name a person gives."""

from pathlib import Path

from counterpoint.domain.report.template import Template
from counterpoint.labels.problem import in_a_line
from counterpoint.storage.exporters.failing import NotExported
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.template_file import SHIPPED, read_template, shipped_template


def named_template(name: str) -> tuple[Template, Path | None]:
    """One of those that come with the app, or the file of a person's own, with the folder that it
    stands in. Raises NotExported with all that is wrong with it."""
    if name in SHIPPED:
        return shipped_template(name), None
    path = Path(name)
    if not path.is_file():
        raise NotExported(
            f"there is no template “{name}”; name one of {', '.join(SHIPPED)}, or a file"
        )
    try:
        return read_template(path), path.parent
    except Unreadable as error:
        raise NotExported("; ".join(map(in_a_line, error.problems))) from error
