"""References as CSL-JSON, which Zotero, Pandoc and others read."""

import json
from collections.abc import Iterable
from typing import Any

from counterpoint.domain.report.reference import Name, Reference


def csl_json(references: Iterable[Reference]) -> bytes:
    items = [csl_item(reference) for reference in references]
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode()


def csl_item(reference: Reference) -> dict[str, Any]:
    """What is not known is left out. A work that bears no date has none here."""
    item: dict[str, Any] = {"id": reference.id, "type": reference.type, "title": reference.title}
    if reference.authors:
        item["author"] = [_name(name) for name in reference.authors]
    plain = {
        "container-title": reference.container,
        "publisher": reference.publisher,
        "publisher-place": reference.place,
        "genre": reference.genre,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages,
        "language": reference.language,
        "URL": reference.address,
        "DOI": reference.doi,
        "abstract": reference.abstract,
        "note": reference.note,
    }
    item |= {key: value for key, value in plain.items() if value}
    if reference.date_parts:
        item["issued"] = {"date-parts": [list(reference.date_parts)]}
    if reference.accessed_parts:
        item["accessed"] = {"date-parts": [list(reference.accessed_parts)]}
    elif reference.accessed:
        item["accessed"] = {"raw": reference.accessed}
    return item


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    parts = (("family", name.family), ("given", name.given), ("suffix", name.suffix))
    return {key: part for key, part in parts if part}
