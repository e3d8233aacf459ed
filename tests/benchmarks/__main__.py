"""`python3 dev.py bench [NAME…] [--json FILE] [--table] [--corpus FOLDER]`: measures and prints;
exits 1 if a limit fails."""

import argparse
import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
for folder in (ROOT, ROOT / "app"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

from tests.benchmarks.harness import Figure, table, write_json  # noqa: E402
from tests.benchmarks.performance_table import put_into  # noqa: E402

NAMES = (
    "start",
    "large_library",
    "jump",
    "first_jump",
    "verify",
    "anchor",
    "scans",
    "keystroke",
    "importing",
    "import_window",
    "beside_taguette",
    "pdf_page",
    "handing_over",
    "many_notes",
    "depth",
    "edit",
    "link",
    "search",
    "beside_search",
    "scale",
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], help=", ".join(NAMES))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument(
        "--corpus", type=Path, metavar="FOLDER", help="scale: the documents in it, not made ones"
    )
    parser.add_argument(
        "--table", action="store_true", help="put the figures into docs/performance.md"
    )
    chosen = parser.parse_args()
    figures: list[Figure] = []
    for name in chosen.names or (NAMES if chosen.corpus is None else ("scale",)):
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        module = importlib.import_module(f"tests.benchmarks.{name}")
        with_corpus = name == "scale" and chosen.corpus is not None
        figures += module.measure(chosen.corpus) if with_corpus else module.measure()
    print(table(figures))
    if chosen.json is not None:
        write_json(figures, chosen.json)
    if chosen.table:
        put_into(ROOT / "docs" / "performance.md", figures)
    return 0 if all(each.holds for each in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
