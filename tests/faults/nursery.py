"""Children that work until a test kills them, forked quickly from one process."""

import os
import subprocess
import sys
from pathlib import Path


class Nursery:
    """The process from which children are forked: `script`, beside this file, which reads names of
    children and tells the process of each."""

    def __init__(self, script: str, home: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name(script), home],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )

    def child(self, name: str) -> int:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{name}\n")
        self.process.stdin.flush()
        told, pid = self.process.stdout.readline().split()
        assert told == name
        return int(pid)

    def close(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()
