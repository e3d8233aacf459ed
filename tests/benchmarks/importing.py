"""Importing, beside the barest programs that do the same reading and writing.

- 1,000 texts of 40 kB into a library, against reading each, its digest, and writing it durably;
  without a limit, against the three files that are kept of each (the original, its text, what is
  said of it);
- the text and the map of a PDF of 200 pages, as a process, against a process that asks PDFium for
  the text of each page and for the rectangles of its lines;
- 100 Word documents as drafts, two at once, against Pandoc alone, two at once.
"""

import hashlib
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from counterpoint.application import importing
from counterpoint.application.importing.documents import find_documents
from counterpoint.application.importing.importing import Importing
from counterpoint.application.importing.place import make_library
from counterpoint.storage.files import atomic
from counterpoint.storage.importers.draft import Choices, Draft
from counterpoint.storage.importers.reader_process.process import AT_ONCE, Readers, Request
from counterpoint.storage.pandoc import pandoc_program
from tests.benchmarks.harness import Figure, figure
from tests.made_documents import Words, docx, pdf, w_p

TEXTS, PAGES, DOCUMENTS, RUNS = 1000, 200, 100, 3
VOCABULARY = [
    *("policy", "Russia", "engagement", "the", "of", "dialogue", "pressure", "and", "firm", "to"),
    *("in", "sanctions", "council", "treaty", "government", "judgement", "position", "alliance"),
    *("neighbour", "held", "border", "region", "view", "agreement", "their", "which", "would"),
    *("not", "that", "for", "on", "with", "as", "by", "from", "be", "this", "have", "it", "are"),
]

_OURS = (
    "import sys; from counterpoint.storage.importers.reading import read_document; "
    "from counterpoint.storage.importers.draft import Choices; "
    "read_document(open(sys.argv[1], 'rb').read(), 'pdf', Choices())"
)
_KEEPS_NOTHING_COMPILED = "PYTHONDONTWRITEBYTECODE"
_FLOOR = """
import sys, pypdfium2
document = pypdfium2.PdfDocument(sys.argv[1])
for page in document:
    words = page.get_textpage()
    words.get_text_range()
    for number in range(words.count_rects()):
        words.get_rect(number)
"""


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="counterpoint-") as name:
        place = Path(name)
        return [*_texts(place), _pdf(place), _documents(place)]


def _texts(place: Path) -> list[Figure]:
    dice = random.Random(2008)
    new = place / "texts"
    new.mkdir()
    for number in range(TEXTS):
        (new / f"speech {number}.txt").write_text(speech(dice), encoding="utf-8")

    def three_files(folder: Path) -> None:
        """What each becomes in a library: the original, its text, what is said of it with their
        digests."""
        folder.mkdir()
        for path in sorted(new.iterdir()):
            data = path.read_bytes()
            digest = hashlib.sha256(data).hexdigest()
            text = data.decode().encode()
            of_text = hashlib.sha256(text).hexdigest()
            atomic.write(folder / f"{path.stem}.original", data)
            atomic.write(folder / f"{path.stem}.txt", text)
            described = f"original: {digest}\ntext: {of_text}\n"
            atomic.write(folder / f"{path.stem}.yaml", described.encode())

    def one_file(folder: Path) -> None:
        folder.mkdir()
        for path in sorted(new.iterdir()):
            data = path.read_bytes()
            hashlib.sha256(data).hexdigest()
            atomic.write(folder / path.name, data)

    def ours(folder: Path) -> None:
        make_library(folder)
        with Importing(folder) as work:
            outcomes = work.store(work.previews(find_documents([new])))
        if any(outcome.problem for outcome in outcomes):
            raise AssertionError("a text did not come in")

    name = "1,000 texts of 40 kB to readable"
    return [
        _in_turn(place, name, "s", ours, one_file, limit=2.0),
        _in_turn(place, "… beside three files for each", "s", ours, three_files, limit=math.inf),
    ]


def _pdf(place: Path) -> Figure:
    dice = random.Random(2008)
    path = place / "report.pdf"
    path.write_bytes(pdf(*(page_of_report(dice, number) for number in range(1, PAGES + 1))))

    def run(code: str) -> Callable[[Path], None]:
        def act(_: Path) -> None:
            subprocess.run([sys.executable, "-c", code, str(path)], check=True, env=_with_us())

        return act

    name = "text and map of a PDF of 200 pages"
    return _in_turn(place, name, "s", run(_OURS), run(_FLOOR), limit=1.3)


def _documents(place: Path) -> Figure:
    dice = random.Random(2008)
    new = place / "documents"
    new.mkdir()
    for number in range(DOCUMENTS):
        body = [w_p(sentences(dice, 60)) for _ in range(40)]
        (new / f"paper {number}.docx").write_bytes(docx(w_p("Paper", style="Heading1"), *body))
    paths = sorted(new.iterdir())

    def floor(_: Path) -> None:
        command = [pandoc_program(), "--sandbox", "--from=docx", "--to=json", "--output=-"]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for done in pool.map(
                lambda path: subprocess.run([*command, path], check=True, capture_output=True),
                paths,
            ):
                if not done.stdout:
                    raise AssertionError("Pandoc wrote nothing")

    def ours(_: Path) -> None:
        with Readers() as readers:
            reading = [readers.submit(Request(path, "docx", Choices())) for path in paths]
            if not all(isinstance(each.result(), Draft) for each in reading):
                raise AssertionError("a document did not come in")

    return _in_turn(place, "a folder of 100 docx", "s", ours, floor, limit=1.2)


def _with_us() -> dict[str, str]:
    """The environment of a process that finds the package where this one does, and keeps it
    compiled, as PDFium's is and ours where it is installed."""
    package = str(Path(importing.__file__).resolve().parents[2])
    kept = {name: value for name, value in os.environ.items() if name != _KEEPS_NOTHING_COMPILED}
    return {**kept, "PYTHONPATH": package}


def _in_turn(
    place: Path,
    name: str,
    unit: str,
    ours: Callable[[Path], None],
    floor: Callable[[Path], None],
    *,
    limit: float,
) -> Figure:
    times: dict[str, list[float]] = {"ours": [], "floor": []}
    for number in range(RUNS):
        for which, act in (("floor", floor), ("ours", ours)):
            start = time.perf_counter()
            act(place / f"{name[:8]} {which} {number}")
            times[which].append(time.perf_counter() - start)
    return figure(name, unit, times["ours"], times["floor"], limit=limit)


def sentences(dice: random.Random, words: int) -> str:
    return " ".join(dice.choice(VOCABULARY) for _ in range(words)).capitalize() + "."


def speech(dice: random.Random) -> str:
    """Some 40 kB: lines of a page, an empty one between paragraphs."""
    paragraphs = []
    for _ in range(78):
        words = sentences(dice, 85).split()
        lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
        paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs) + "\n"


def page_of_report(dice: random.Random, number: int) -> list[Words]:
    page = [Words(72, 760, "THE REPORT ON PEACE"), Words(300, 40, str(number))]
    for line in range(48):
        text = " ".join(dice.choice(VOCABULARY) for _ in range(11))
        indent = 18 if line % 7 == 0 else 0
        page.append(Words(72 + indent, 735 - 14 * line, text + "." * (line % 7 == 6)))
    return page
