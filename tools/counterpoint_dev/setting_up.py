"""Setting up: what is missing is made or installed, and nothing where all is there."""

import json
import sys

from . import system_packages
from .environment import OURS, Environment
from .one_at_a_time import one_at_a_time
from .places import ROOT, SIZES


def megabytes(kind: str, system: str = sys.platform) -> int:
    """How much is fetched for requirements/KIND.lock, rounded up to five; on a system of which
    nobody has reckoned it, as on Linux."""
    sizes = json.loads(SIZES.read_text("utf-8"))[kind]
    size: int = sizes.get(system, sizes["linux"])
    return -(-size // 5_000_000) * 5


def set_up(kind: str, screen: bool = False, testing: bool = False, env: Environment = OURS) -> None:
    """Makes `env` hold what requirements/KIND.lock names, unless it does already. The system is to
    have what a window that can be seen needs (`screen`), or all that the tests do (`testing`)."""
    if kind in env.ready_for() and not system_packages.missing(screen, False, testing):
        return
    with one_at_a_time(ROOT / ".venv.lock"):
        env.recover()
        ready = kind in env.ready_for()
        missing = system_packages.missing(screen, not ready, testing)
        if missing:
            system_packages.need(missing)
        if ready:
            return
        if env.is_not_ours():
            sys.exit(
                f"{env.folder} is not of dev.py's making, so it was left alone. "
                "Rename or delete it, then give the same command again."
            )
        print(f"Setting up in {env.folder}: fetching some {megabytes(kind)} MB.", flush=True)
        env.make(kind)
