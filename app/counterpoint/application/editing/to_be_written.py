"""What files of a library say, and what waits to be written into them."""

from contextlib import suppress

from counterpoint.domain.editing.merging import Clash, merged
from counterpoint.storage.library.editable_file import Form

from .command import Part


class ToBeWritten:
    def __init__(self) -> None:
        self._waiting: dict[str, list[tuple[Part, bool]]] = {}
        """In the order in which it is written."""
        self._there: dict[str, Form | None] = {}
        """Of the files that were changed or looked at."""

    def add(self, part: Part, now: Form | None, *, amends: bool) -> None:
        """A file that says `now`, with all that waits, is to be changed by `part`."""
        self._there.setdefault(part.name, now)
        self._waiting.setdefault(part.name, []).append((part, amends))

    def next(self, name: str) -> bool:
        """The first of what waited for a file waits no more; whether it only amended."""
        return self._waiting[name].pop(0)[1]

    def there(self, name: str, form: Form | None) -> None:
        """A file was read, and says this."""
        self._there[name] = form

    def forget_what_is_there(self) -> None:
        self._there = {}

    def becoming(self, name: str) -> Form | None:
        """What a file is to say, of which something was to be written."""
        form = self._there[name]
        for part, _ in self._waiting[name]:
            with suppress(Clash):  # it is told of when it is its turn
                form = applied(part, form)
        return form


def applied(part: Part, now: Form | None) -> Form | None:
    """What a file says by `part` that says `now`. Raises Clash."""
    if now == part.before:
        return part.after
    if part.before is None or part.after is None or now is None:
        raise Clash
    return merged(part.before, part.after, now)
