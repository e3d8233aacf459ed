"""Short texts broken into lines by words: of an answer's name, of a question."""

from collections.abc import Sequence
from math import inf

from PySide6.QtGui import QFontMetricsF

from counterpoint.ui.painting.eliding import elided


def wrapped(text: str, metrics: QFontMetricsF, width: float, most: int = 0) -> tuple[str, ...]:
    """The text in lines of at most `width` pixels, at most `most` of them where that is given; what
    does not fit is cut and marked with "…"."""
    lines: list[str] = []
    words = text.split()
    while words:
        if most and len(lines) == most - 1:
            lines.append(elided(" ".join(words), metrics, width))
            break
        taken = 1
        while taken < len(words) and _wide(words[: taken + 1], metrics) <= width:
            taken += 1
        lines.append(elided(" ".join(words[:taken]), metrics, width))
        words = words[taken:]
    return tuple(lines)


def in_two(text: str, metrics: QFontMetricsF) -> tuple[str, ...]:
    """The text in two lines as even as can be; in one if it is one word."""
    words = text.split()
    best: tuple[str, ...] = (text,)
    least = inf
    for cut in range(1, len(words)):
        wide = max(_wide(words[:cut], metrics), _wide(words[cut:], metrics))
        if wide < least:
            best, least = (" ".join(words[:cut]), " ".join(words[cut:])), wide
    return best


def widest(lines: Sequence[str], metrics: QFontMetricsF) -> float:
    """Pixels of the widest of some lines."""
    return max((metrics.horizontalAdvance(line) for line in lines), default=0.0)


def _wide(words: Sequence[str], metrics: QFontMetricsF) -> float:
    return metrics.horizontalAdvance(" ".join(words))
