"""Where things are in this checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENV = ROOT / ".venv"


def lock_file(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.lock"
