"""Where things are in this checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENV = ROOT / ".venv"
SIZES = ROOT / "requirements" / "sizes.json"
"""How much is fetched for each lock on each system, in bytes; `dev.py lock` writes it."""


def lock_file(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.lock"
