"""A group of a Rich Text file that is being read."""

from .rtf_looks import Look


class Group:
    __slots__ = (
        *("deleted", "fallback", "font", "hidden", "look", "note", "place", "property", "seen"),
        *("start", "style", "words"),
    )

    def __init__(
        self,
        font: int,
        fallback: int,
        place: bytes,
        look: Look,
        *,
        seen: bool,
        hidden: bool,
        deleted: bool,
    ) -> None:
        self.font = font
        self.fallback = fallback
        self.look = look
        self.place = place
        """Where it stands, if beside the text: a header, a footer, a text box."""
        self.seen = seen
        """Whether its words are some of the text, where they are not hidden."""
        self.hidden = hidden
        self.deleted = deleted
        self.note = False
        """Whether it is a footnote that is set apart."""
        self.start = 0
        """Where it begins in what is written."""
        self.style = -1
        """The number of the style that it describes."""
        self.property = b""
        """Whether it is the name or the value of a property of a shape."""
        self.words: list[str] = []

    @property
    def heard(self) -> bool:
        """Whether its words are wanted."""
        return bool(self.place or self.property) or self.style >= 0
