"""Pandoc, as a program: in a process of its own, shut off from files and network, with limits."""

import json
import os
import subprocess
import sys
import threading
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from .limits import LIMITS
from .refusal import Reason, Refused

_FORMATS = {
    "docx": "docx",
    "odt": "odt",
    "rtf": "rtf",
    "epub": "epub",
    "html": "html-native_divs+empty_paragraphs",
    # Nothing that would make other signs of the author's: no smart quotation marks, no formulas.
    "md": "markdown-smart-tex_math_dollars-raw_tex-latex_macros-citations-example_lists"
    "-subscript-superscript-implicit_figures+autolink_bare_uris+lists_without_preceding_blankline",
}
_OUT_OF_MEMORY = (251, 137)


@cache
def pandoc_program() -> str:
    """Where Pandoc is: in the package that brings it, or else on the path."""
    spec = find_spec("pypandoc")
    name = "pandoc.exe" if os.name == "nt" else "pandoc"
    for folder in (spec.submodule_search_locations or []) if spec else []:
        program = Path(folder) / "files" / name
        if program.is_file():
            return str(program)
    return name


def read_tree(kind: str, data: bytes, *options: str) -> dict[str, Any]:
    """Pandoc's tree of a document of `kind`. Raises Refused."""
    command = [pandoc_program(), "--sandbox", f"--from={_FORMATS[kind]}", "--to=json", *options]
    command += ["+RTS", f"-M{LIMITS.pandoc_memory // 2**20}M", "-RTS"]
    output, complaints, code = _run(command, data)
    if code in _OUT_OF_MEMORY or b"Heap exhausted" in complaints:
        raise Refused(
            Reason.TOO_MUCH_MEMORY,
            f"it takes more than {LIMITS.pandoc_memory // 2**30} GB of memory to read",
        )
    if code:
        last = complaints.decode("utf-8", "replace").strip().splitlines()
        raise Refused(Reason.DAMAGED, f"it is damaged ({last[0] if last else f'exit {code}'})")
    try:
        tree: dict[str, Any] = json.loads(output)
    except (ValueError, RecursionError) as error:
        raise Refused(Reason.DAMAGED, "its parts are nested too deep to be read") from error
    return tree


def _run(command: list[str], data: bytes) -> tuple[bytes, bytes, int]:
    """What it wrote, what it complained of, its exit code. Raises Refused where it takes too long
    or writes too much."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0) if sys.platform == "win32" else 0
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        creationflags=flags,
    ) as process:
        complaints: list[bytes] = []
        feeding = threading.Thread(target=_feed, args=(process, data), daemon=True)
        hearing = threading.Thread(target=_hear, args=(process, complaints), daemon=True)
        late = threading.Timer(LIMITS.pandoc_seconds, process.kill)
        late.daemon = True
        for thread in (feeding, hearing, late):
            thread.start()
        try:
            if process.stdout is None:
                raise ValueError("Pandoc has no output")
            output = process.stdout.read(LIMITS.output + 1)
            if len(output) > LIMITS.output:
                process.kill()
            code = process.wait()
        finally:
            timed_out = not late.is_alive()
            late.cancel()
        feeding.join()
        hearing.join()
    if len(output) > LIMITS.output:
        raise Refused(Reason.TOO_LONG, "it holds more text than we take in one document")
    if timed_out and code:
        raise Refused(
            Reason.TOO_SLOW, f"it takes more than {LIMITS.pandoc_seconds:.0f} seconds to read"
        )
    return output, b"".join(complaints)[:4000], code


def _feed(process: "subprocess.Popen[bytes]", data: bytes) -> None:
    if process.stdin is None:
        return
    try:
        process.stdin.write(data)
        process.stdin.close()
    except OSError:
        # It has ended before it had read everything; its exit code says why.
        return


def _hear(process: "subprocess.Popen[bytes]", complaints: list[bytes]) -> None:
    if process.stderr is not None:
        complaints.append(process.stderr.read(100_000))
        while process.stderr.read(100_000):
            continue
