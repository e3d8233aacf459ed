"""How many there are of a thing: "1 claim", "1,200 claims". The number is never parted from the
noun."""

from .translation import tr


def claims(number: int) -> str:
    return tr("{n}\u00a0claim(|s)", "", number)


def passages(number: int) -> str:
    return tr("{n}\u00a0passage(|s)", "", number)


def quotations(number: int) -> str:
    return tr("{n}\u00a0quotation(|s)", "", number)


def sources(number: int) -> str:
    return tr("{n}\u00a0source(|s)", "", number)


def texts(number: int) -> str:
    return tr("{n}\u00a0text(|s)", "", number)


def words(number: int) -> str:
    return tr("{n}\u00a0word(|s)", "", number)


def approaches(number: int) -> str:
    return tr("{n}\u00a0approach(|es)", "", number)


def questions(number: int) -> str:
    return tr("{n}\u00a0question(|s)", "", number)


def gaps(number: int) -> str:
    return tr("{n}\u00a0gap(|s)", "", number)


def not_said(number: int) -> str:
    """ "33 not said": cells that the texts leave open."""
    return tr("{n}\u00a0not said", "", number)


def entries(number: int) -> str:
    return tr("{n}\u00a0entr(y|ies)", "", number)


def notes(number: int) -> str:
    return tr("{n}\u00a0note(|s)", "", number)


def problems(number: int) -> str:
    return tr("{n}\u00a0problem(|s)", "", number)


def remarks(number: int) -> str:
    """ "2 remarks": what is told of files though nothing is wrong with them."""
    return tr("{n}\u00a0remark(|s)", "", number)


def files(number: int) -> str:
    return tr("{n}\u00a0file(|s)", "", number)


def spelt_otherwise(number: int) -> str:
    return tr("{n}\u00a0spelt otherwise", "", number)


def not_exact(number: int) -> str:
    """ "2 quotations not exact"."""
    return tr("{n}\u00a0quotation(|s) not exact", "", number)


def left_out(number: int) -> str:
    """ "1 entry left out": so much of a file could not be read."""
    return tr("{n}\u00a0entr(y|ies) left out", "", number)


def out_of(number: int, total: int) -> str:
    """ "3 of 14"."""
    return tr("{number} of {total}", number=f"{number:,}", total=f"{total:,}")
