"""What one document may cost: bytes, seconds, memory. What costs more is refused in words."""

from typing import NamedTuple


class Limits(NamedTuple):
    file: int = 500 * 2**20
    """Bytes of a document."""
    text_file: int = 100 * 2**20
    """Bytes of a plain text, a Markdown, HTML or RTF file."""
    member: int = 100 * 2**20
    """Bytes of one part of a packed document, unpacked."""
    unpacked: int = 200 * 2**20
    """Bytes of all its parts that hold text, unpacked."""
    members: int = 20_000
    """Parts of a packed document."""
    output: int = 400 * 2**20
    """Bytes of Pandoc's tree."""
    pages: int = 20_000
    page_letters: int = 2_000_000
    """Letters on one page of a PDF."""
    text: int = 60_000_000
    """Code points of the canonical text."""
    pandoc_memory: int = 3 * 2**29
    """Bytes of its heap. Two documents are read at once, so that four times this and no more is
    taken of a small computer's 8 GB."""
    pandoc_seconds: float = 100.0
    memory: int = 3 * 2**29
    """Bytes that a process which reads documents may take, where the system can tell."""
    seconds: float = 120.0
    """For one document."""


LIMITS = Limits()
