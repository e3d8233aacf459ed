"""XML that others have written."""

import re

from lxml import etree

_DECLARED = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']utf-?16[^>]*\?>", re.IGNORECASE)
_MARK = b"\xef\xbb\xbf"


def foreign_xml(data: bytes, *, huge: bool = False) -> "etree._Element":
    """The root, with nothing fetched and no entity put in. `huge`: of any depth, with texts of any
    length, for what other limits bound. Raises etree.XMLSyntaxError, or ValueError."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=huge, load_dtd=False
    )
    return etree.fromstring(_truly_declared(data), parser)


def _truly_declared(data: bytes) -> bytes:
    """Without a declaration that says UTF-16 where each sign of it is one byte: programs made with
    .NET put a text together so, and save it as UTF-8."""
    data = data.removeprefix(_MARK)
    return _DECLARED.sub(b"", data, count=1)
