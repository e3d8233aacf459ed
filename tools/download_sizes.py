"""Reckons what `dev.py` fetches for each kind of environment, for requirements/sizes.json.

The sizes are those that the package index gives for the builds that pip would choose: with Python
3.11, on Linux with a processor of Intel's kind and on a Mac with one of Apple's. In bytes, with the
digest of the lock file that they are of.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from packaging.markers import Marker
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import parse_wheel_filename

from counterpoint_dev.environment import LOCKS
from counterpoint_dev.places import ROOT, SIZES, lock_file

PYTHON = (3, 11)
GLIBC = 34
SYSTEMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "darwin": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}


def tags(system: str) -> list[Tag]:
    """What pip takes there, the best first."""
    if system == "darwin":
        platforms = list(mac_platforms((13, 0), "arm64"))
    else:
        platforms = [f"manylinux_2_{minor}_x86_64" for minor in range(GLIBC, 4, -1)]
        platforms += ["manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"]
    ours = cpython_tags(PYTHON, platforms=platforms)
    return [*ours, *compatible_tags(PYTHON, "cp311", platforms)]


def chosen(package: dict[str, Any], wanted: list[Tag]) -> int:
    """The size of the build that pip takes of a package."""
    for tag in wanted:
        for wheel in package.get("wheels", ()):
            _, _, _, has = parse_wheel_filename(wheel["url"].rpartition("/")[2])
            if tag in has:
                return int(wheel["size"])
    return int(package["sdist"]["size"])


def fetched(packages: list[dict[str, Any]], system: str) -> Iterator[int]:
    """The sizes of all that is fetched on a system."""
    about = {**SYSTEMS[system], "python_version": "3.11", "python_full_version": "3.11.9"}
    wanted = tags(system)
    for package in packages:
        if "marker" not in package or Marker(package["marker"]).evaluate(about):
            yield chosen(package, wanted)


def main() -> None:
    found: dict[str, dict[str, int | str]] = {}
    for lock in LOCKS:
        command = ["-m", "uv", "pip", "compile", "--quiet", "--no-config", "--universal"]
        command += ["--python-version=3.11", "--format=pylock.toml", str(lock_file(lock))]
        said = subprocess.run([sys.executable, *command], stdout=subprocess.PIPE, check=True)
        packages = tomllib.loads(said.stdout.decode())["packages"]
        found[lock] = {system: sum(fetched(packages, system)) for system in SYSTEMS}
        found[lock]["lock"] = sha256(lock_file(lock).read_bytes()).hexdigest()
    SIZES.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(f"wrote {SIZES.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
