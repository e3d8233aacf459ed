"""How the app and a process that reads documents speak: a length of eight bytes, then JSON."""

import json
import struct
from typing import IO, Any

_LENGTH = struct.Struct("<Q")


class Broken(Exception):
    """The other side has ended, or sent something else, or more than is taken."""


def send(stream: IO[bytes], message: object) -> None:
    """Raises OSError where the other side has ended."""
    data = json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass")
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes], most: int) -> Any:
    """The next message, of at most `most` bytes. Raises Broken."""
    head = _exactly(stream, _LENGTH.size)
    (length,) = _LENGTH.unpack(head)
    if length > most:
        raise Broken(f"a message of {length} bytes")
    try:
        return json.loads(_exactly(stream, length).decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise Broken("no JSON") from error


def _exactly(stream: IO[bytes], length: int) -> bytes:
    parts: list[bytes] = []
    while length:
        part = stream.read(min(length, 1 << 20))
        if not part:
            raise Broken("the stream has ended")
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
