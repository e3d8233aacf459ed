"""The signs before the entries of a numbered list."""


def numbered(number: int, style: str, delimiter: str) -> str:
    """The sign before an entry of a list: "3. ", "(c) ", "iv) "."""
    sign = sign_of(number, style)
    match delimiter:
        case "OneParen":
            return f"{sign}) "
        case "TwoParens":
            return f"({sign}) "
    return f"{sign}. "


def sign_of(number: int, style: str) -> str:
    """A number as Pandoc's name of a style has it: "3", "c", "IV"."""
    match style:
        case "LowerAlpha" | "UpperAlpha":
            sign = _letters(number)
        case "LowerRoman" | "UpperRoman":
            sign = _roman(number)
        case _:
            sign = str(number)
    return sign.upper() if style.startswith("Upper") else sign


def _letters(number: int) -> str:
    sign = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        sign = chr(ord("a") + rest) + sign
    return sign or "0"


_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def _roman(number: int) -> str:
    found = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        found += sign * min(times, 20)
    return found or "0"
