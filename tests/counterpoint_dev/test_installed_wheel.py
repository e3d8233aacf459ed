"""Packages are copied from our environment whole, and no others."""

import subprocess
import sys
from pathlib import Path

import pytest

from counterpoint_dev import installed_wheel
from counterpoint_dev.environment import OURS


def test_what_a_lock_names_is_copied_and_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "small.lock"
    lock.write_text("pyyaml==1 \\\n    --hash=x\ntyping_Extensions==2\n")
    monkeypatch.setattr(installed_wheel, "lock_file", lambda name: lock)
    # Where the tests run in another environment than dev.py's, it is that one's packages.
    monkeypatch.setattr(installed_wheel, "OURS", OURS._replace(folder=Path(sys.prefix)))

    installed_wheel.copy_packages("small", tmp_path / "site")

    tops = {path.name.partition("-")[0] for path in (tmp_path / "site").iterdir()}
    assert tops - {"__pycache__"} == {"yaml", "_yaml", "pyyaml", "typing_extensions"} | (
        {"typing_extensions.py"}
    )
    program = "import sys; sys.path[:] = [p for p in sys.path if 'site-packages' not in p]; "
    program += f"sys.path.append({str(tmp_path / 'site')!r}); import yaml; "
    program += "print(yaml.load('a: 1', yaml.CSafeLoader), yaml.__file__)"
    out = subprocess.check_output([sys.executable, "-c", program], text=True)
    assert out.startswith("{'a': 1}")
    assert str(tmp_path) in out
