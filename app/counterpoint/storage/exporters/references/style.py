"""A person's own style of citation, looked at before Pandoc is given it."""

from pathlib import Path

from lxml import etree

from counterpoint.storage.exporters.failing import NotExported
from counterpoint.storage.foreign_xml import foreign_xml

_CSL = "http://purl.org/net/xbiblio/csl"
"""The namespace of its elements."""
_MOST = 5 * 2**20
"""Bytes of a style; the longest there are have some 200,000."""


class StyleRefused(NotExported):
    """The .csl file is none, or one that only points to another."""


def check_style(style: Path) -> None:
    """Raises StyleRefused where a file is no style that says itself how to cite. One that depends
    on another is refused: Pandoc would fetch that from the network."""
    root = _root(style)
    if etree.QName(root).localname != "style":
        raise StyleRefused(f"{style}: this is no style of citation (CSL); choose another file")
    for link in root.iter("{*}link"):
        if link.get("rel") == "independent-parent":
            name = (link.get("href") or "").rstrip("/").rpartition("/")[2]
            name = name.removesuffix(".csl")
            raise StyleRefused(
                f"{style}: this style only says that it is the same as “{name}”; get the style "
                f"“{name}” (the file {name}.csl) from where this one came, and choose that"
            )
    if root.tag != f"{{{_CSL}}}style" or root.find("{*}citation/{*}layout") is None:
        raise StyleRefused(
            f"{style}: it does not say how a source is cited, so it is no style of citation (CSL), "
            "or a damaged one; get it again from where it came, or choose another file"
        )
    defined = {macro.get("name") for macro in root.iterfind("{*}macro")}
    for part in root.iter("{*}text", "{*}key"):
        wanted = part.get("macro")
        if wanted is not None and wanted not in defined:
            raise StyleRefused(
                f"{style}: line {part.sourceline}: its part “{wanted}” is missing, so the style "
                "is damaged; get it again from where it came, or choose another file"
            )


def _root(style: Path) -> etree._Element:
    try:
        with style.open("rb") as file:
            data = file.read(_MOST + 1)
    except OSError as error:
        raise StyleRefused(f"{style}: it cannot be read ({error.strerror})") from error
    if len(data) > _MOST:
        raise StyleRefused(f"{style}: this is no style of citation (CSL): it is too large")
    try:
        root = foreign_xml(data)
    except etree.XMLSyntaxError as error:
        raise StyleRefused(
            f"{style}: line {error.lineno or 1} is no XML, so this is no style of citation (CSL), "
            "or a damaged one; get it again, or choose another file"
        ) from error
    if root.getroottree().docinfo.doctype:  # it could say by a name of its own where to look
        raise StyleRefused(
            f"{style}: it declares a document type, as no style of citation (CSL) does; choose "
            "another file"
        )
    return root
