"""XML that others have written."""

from lxml import etree


def foreign_xml(data: bytes, *, huge: bool = False) -> "etree._Element":
    """The root, with nothing fetched and no entity put in. `huge`: of any depth, with texts of any
    length, for what other limits bound. Raises etree.XMLSyntaxError, or ValueError."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=huge, load_dtd=False
    )
    return etree.fromstring(data, parser)
