"""How the app and a process that reads documents speak: a length of eight bytes, then JSON."""

import json
import struct
from typing import IO, Any

_LENGTH = struct.Struct("<Q")


class Broken(Exception):
    """The other side has ended, or sent something else, or more than is taken."""


def send(stream: IO[bytes], message: object) -> None:
    """Raises OSError if the other side has ended."""
    send_bytes(stream, json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def send_bytes(stream: IO[bytes], data: bytes) -> None:
    """As they are. Raises OSError if the other side has ended."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes], most: int) -> Any:
    """The next message, of at most `most` bytes. Raises Broken."""
    data = receive_bytes(stream, most)
    try:
        return json.loads(data.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise Broken("no JSON") from error


def receive_bytes(stream: IO[bytes], most: int) -> bytes:
    """The next message as it is, of at most `most` bytes. Raises Broken."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if length > most:
        raise Broken(f"a message of {length} bytes")
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    parts: list[bytes] = []
    while length:
        part = stream.read(min(length, 1 << 20))
        if not part:
            raise Broken("the stream has ended")
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
