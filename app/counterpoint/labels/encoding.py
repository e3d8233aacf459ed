"""Which letters a text was written in, in words."""

from .translation import tr


def encoding(code: str) -> str:
    """Of a name that Python has for it: "Cyrillic, Windows (cp1251)". One that we have no name for
    is told by its code alone."""
    script = _script(code.lower().replace("-", "_"))
    return tr("{script} ({code})", script=script, code=code) if script else code


def _script(code: str) -> str:
    return _unicode(code) or _windows(code) or _dos(code) or _iso(code) or _mac(code) or _east(code)


def _unicode(code: str) -> str:
    return tr("All scripts, Unicode") if code.startswith(("utf_", "utf8")) else ""


def _windows(code: str) -> str:
    match code:
        case "cp1250":
            return tr("Central European, Windows")
        case "cp1251":
            return tr("Cyrillic, Windows")
        case "cp1252":
            return tr("Western European, Windows")
        case "cp1253":
            return tr("Greek, Windows")
        case "cp1254":
            return tr("Turkish, Windows")
        case "cp1255":
            return tr("Hebrew, Windows")
        case "cp1256":
            return tr("Arabic, Windows")
        case "cp1257":
            return tr("Baltic, Windows")
        case "cp1258":
            return tr("Vietnamese, Windows")
    return ""


def _dos(code: str) -> str:
    match code:
        case "cp437" | "cp850" | "cp858" | "cp860" | "cp861" | "cp863" | "cp865":
            return tr("Western European, DOS")
        case "cp852":
            return tr("Central European, DOS")
        case "cp855" | "cp866":
            return tr("Cyrillic, DOS")
        case "cp1125":
            return tr("Ukrainian, DOS")
        case "cp737" | "cp869":
            return tr("Greek, DOS")
        case "cp775":
            return tr("Baltic, DOS")
        case "cp857":
            return tr("Turkish, DOS")
        case "cp862":
            return tr("Hebrew, DOS")
        case "cp864" | "cp720":
            return tr("Arabic, DOS")
    return ""


def _iso(code: str) -> str:
    match code:
        case "latin_1" | "latin1" | "iso8859_1" | "iso8859_15" | "ascii":
            return tr("Western European")
        case "iso8859_2" | "iso8859_16":
            return tr("Central European")
        case "iso8859_3":
            return tr("South European, ISO")
        case "iso8859_14":
            return tr("Celtic, ISO")
        case "iso8859_5":
            return tr("Cyrillic, ISO")
        case "iso8859_6":
            return tr("Arabic, ISO")
        case "iso8859_7":
            return tr("Greek, ISO")
        case "iso8859_8":
            return tr("Hebrew, ISO")
        case "iso8859_9":
            return tr("Turkish, ISO")
        case "iso8859_4" | "iso8859_10" | "iso8859_13":
            return tr("Baltic and Nordic, ISO")
        case "koi8_r":
            return tr("Russian, Unix")
        case "koi8_u":
            return tr("Ukrainian, Unix")
        case "koi8_t" | "kz1048" | "ptcp154":
            return tr("Central Asian Cyrillic")
    return ""


def _mac(code: str) -> str:
    match code:
        case "mac_cyrillic":
            return tr("Cyrillic, Macintosh")
        case "mac_greek":
            return tr("Greek, Macintosh")
        case "mac_turkish":
            return tr("Turkish, Macintosh")
        case "mac_latin2":
            return tr("Central European, Macintosh")
        case "mac_roman" | "mac_iceland":
            return tr("Western European, Macintosh")
    return ""


def _east(code: str) -> str:
    if code.startswith(("shift_jis", "euc_ji", "euc_jp", "iso2022_jp")) or code == "cp932":
        return tr("Japanese")
    if code.startswith(("gb", "hz")):
        return tr("Chinese, simplified")
    if code.startswith("big5") or code == "cp950":
        return tr("Chinese, traditional")
    if code in ("euc_kr", "johab", "cp949", "iso2022_kr"):
        return tr("Korean")
    return tr("Thai") if code in ("cp874", "tis_620", "iso8859_11") else ""
