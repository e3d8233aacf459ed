"""`python -m counterpoint.storage.importers.reader_process.worker`, which reads documents.

Whatever a document does to its reader, it does it here. It opens the one file that it is told of,
writes none, and ends when the app has ended, or when it takes too much.
"""

import os
import threading
import time
from pathlib import Path
from typing import BinaryIO

from counterpoint.storage.files.json_codec import pack, unpack
from counterpoint.storage.importers.draft import Choices
from counterpoint.storage.importers.limits import LIMITS
from counterpoint.storage.importers.pdf.page_picture import PAGE, Drawing
from counterpoint.storage.importers.reading import read_document
from counterpoint.storage.importers.refusal import Reason, Refused, too_deep

from .frames import Broken, receive, send, send_bytes
from .process_limits import limit_this_process, memory_taken

TOO_MUCH_MEMORY = 86
"""The exit code by which the app knows why the process has ended."""
_REQUEST = 1 << 20


def main() -> None:
    answers, requests = _streams()
    limit_this_process()
    drawing = Drawing()
    threading.Thread(target=_watch, args=(os.getppid(),), daemon=True).start()
    while True:
        try:
            path, ending, choices = receive(requests, _REQUEST)
        except Broken:
            return
        if ending == PAGE:
            drawn = drawing.draw(path, choices)
            send(answers, drawn.said)
            if drawn.pixels:
                send_bytes(answers, drawn.pixels)
        else:
            send(answers, _answer(path, ending, choices))


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Our own ends of the pipes; what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    requests = os.fdopen(os.dup(0), "rb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    return answers, requests


def _answer(path: str, ending: str, choices: object) -> object:
    try:
        draft = read_document(_data(path), ending, unpack(Choices, choices))
    except Refused as refused:
        return {"refused": [refused.reason, refused.message, refused.kind]}
    except MemoryError:
        return {"refused": [Reason.TOO_MUCH_MEMORY, "it takes too much memory to read", ""]}
    except RecursionError:
        deep = too_deep()
        return {"refused": [deep.reason, deep.message, deep.kind]}
    except OSError as error:
        return {"refused": [Reason.NOT_READABLE, f"it cannot be read ({error.strerror})", ""]}
    return {"draft": pack(draft)}


def _data(path: str) -> bytes:
    with Path(path).open("rb") as file:
        data = file.read(LIMITS.file + 1)
    if len(data) > LIMITS.file:
        raise Refused(Reason.TOO_LARGE, "it has grown since it was chosen")
    return data


def _watch(parent: int) -> None:
    while True:
        if memory_taken() > LIMITS.memory:
            os._exit(TOO_MUCH_MEMORY)
        if os.name == "posix" and os.getppid() != parent:
            os._exit(0)
        time.sleep(0.05)


if __name__ == "__main__":
    main()
