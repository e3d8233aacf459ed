"""50 web pages brought into a library, beside the same by Taguette's own library.

Taguette (BSD) is no part of Counterpoint: it is put into an environment of its own, pinned in
`taguette.txt`. Where that cannot be made, as without a network, this says so and measures nothing.
Web pages are what Taguette reads itself; every other kind it gives to Calibre, which is a program
of some hundred megabytes that a person installs.
"""

import json
import math
import os
import random
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

from counterpoint.application.importing.documents import find_documents
from counterpoint.application.importing.importing import Importing
from counterpoint.application.importing.place import make_library
from tests.benchmarks.harness import Figure, figure
from tests.benchmarks.importing import sentences

PAGES, RUNS = 50, 3
ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".venv-taguette"
PINNED = Path(__file__).with_name("taguette.txt")

_TAGUETTE = """
import asyncio, json, logging, sys, time
from pathlib import Path
logging.disable(logging.CRITICAL)
from taguette import convert, database
pages, store = sorted(Path(sys.argv[1]).iterdir()), sys.argv[2]
config = {"HTML_OUT_SIZE_LIMIT": 5_000_000, "OPF_OUT_SIZE_LIMIT": 5_000_000}
async def bring_in():
    begun = time.perf_counter()
    db = database.connect(f"sqlite:///{store}")()
    project = database.Project(name="pages", description="")
    db.add(project)
    for page in pages:
        made = await convert.to_html_chunks(page.read_bytes(), "text/html", page.name, config)
        direction = database.TextDirection.LEFT_TO_RIGHT
        db.add(database.Document(name=page.stem, description="", filename=page.name,
               project=project, text_direction=direction, contents=made))
        db.commit()
    if db.query(database.Document).count() != len(pages):
        raise SystemExit("not all came in")
    return time.perf_counter() - begun
print(json.dumps(asyncio.run(bring_in())))
"""
"""Its own conversion, and the document in its database, as its server does it. The time is that of
the work, without the start of the program."""


def measure() -> list[Figure]:
    python = _environment()
    if python is None:
        return []
    dice = random.Random(2008)
    times: dict[str, list[float]] = {"ours": [], "theirs": []}
    with tempfile.TemporaryDirectory(prefix="counterpoint-") as name:
        place = Path(name)
        new = place / "pages"
        new.mkdir()
        for number in range(PAGES):
            body = "".join(f"<p>{sentences(dice, 85)}</p>" for _ in range(60))
            page = f"<!DOCTYPE html><title>Page</title><h1>Page {number}</h1>{body}"
            (new / f"page {number}.html").write_text(page, encoding="utf-8")
        for number in range(RUNS):
            theirs = [str(python), "-c", _TAGUETTE, str(new), str(place / f"{number}.sqlite3")]
            done = subprocess.run(theirs, check=True, stdout=subprocess.PIPE)
            times["theirs"].append(json.loads(done.stdout))
            times["ours"].append(_ours(new, place / f"library {number}"))
    name = "50 web pages of 40 kB, beside Taguette’s import"
    return [figure(name, "s", times["ours"], times["theirs"], limit=math.inf)]


def _ours(new: Path, folder: Path) -> float:
    begun = time.perf_counter()
    make_library(folder)
    with Importing(folder) as work:
        outcomes = work.store(work.previews(find_documents([new])))
    if any(outcome.problem for outcome in outcomes):
        raise AssertionError("a page did not come in")
    return time.perf_counter() - begun


def _environment() -> Path | None:
    """The Python of Taguette's environment, made if need be; None where it cannot be."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = ENVIRONMENT / "ready"
    if ready.is_file() and ready.read_text("utf-8") == PINNED.read_text("utf-8"):
        return python
    venv.create(ENVIRONMENT, clear=True, with_pip=True)
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "-r", str(PINNED)]
    done = subprocess.run(install, check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        print(f"Taguette cannot be installed here: {done.stderr.strip()[-300:]}", file=sys.stderr)
        return None
    ready.write_text(PINNED.read_text("utf-8"), "utf-8")
    return python
