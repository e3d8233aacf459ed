"""Time as the application sees it; passed in, so that tests need not wait."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


def _now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Clock:
    """`now` is the time on the wall, with its zone; `elapsed` counts seconds from any start."""

    now: Callable[[], datetime] = _now
    elapsed: Callable[[], float] = time.monotonic
