"""A bibliography fills in what descriptions of sources do not say."""

import json
import re
from pathlib import Path

import pytest

from counterpoint.application.importing.references_in import ReferencesIn, import_references
from counterpoint.application.library.check import check_library
from counterpoint.application.library.citation import name_in
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.person_names import names
from counterpoint.application.report.files.other_kinds import export_references
from counterpoint.application.report.material.reading import read_material
from counterpoint.domain.report.reference import Name
from counterpoint.storage.importers.refusal import Refused
from tests.library_on_disk import LETTER_YAML, LibraryOnDisk

ITEM = {
    "id": "x",
    "type": "report",
    "title": "A Letter",
    "author": [{"family": "Lee", "given": "Ann"}, {"literal": "Ministry of Talks"}],
    "publisher": "Another: press",
    "issued": {"date-parts": [[2008, 10, 20]]},
}


def brought_in(
    disk: LibraryOnDisk, *items: object, overwrite: bool = False, dry: bool = False
) -> ReferencesIn:
    path = disk.folder.with_name("theirs.json")
    path.write_text(json.dumps(items), encoding="utf-8")
    library = OpenedLibrary.open(disk.folder, None)
    return import_references(library, path, overwrite=overwrite, dry=dry)


def test_what_is_not_stated_is_filled_in_and_the_rest_kept_letter_by_letter(
    disk: LibraryOnDisk,
) -> None:
    before = disk.read("corpus/letter.yaml")
    done = brought_in(disk, ITEM)

    assert done.matched == 1
    assert [(each.field, each.was) for each in done.changes] == [
        ("author", "not stated in the text")
    ]
    assert [(each.field, each.now) for each in done.kept] == [("publisher", "Another: press")]
    after = disk.read("corpus/letter.yaml").splitlines()
    changed = [
        (old, new) for old, new in zip(before.splitlines(), after, strict=True) if old != new
    ]
    assert [old for old, _ in changed] == ["author: not stated in the text"]
    source = OpenedLibrary.open(disk.folder, None).contents.source("letter")
    assert "Lee" in source.author
    assert "Ministry of Talks" in source.author
    assert check_library(disk.folder)[0].ok


def test_a_family_of_two_words_comes_in_as_a_family(disk: LibraryOnDisk) -> None:
    authors = [
        {"family": "García Márquez", "given": "Gabriel"},
        {"non-dropping-particle": "van der", "family": "Meer", "given": "Jan"},
    ]
    brought_in(disk, {**ITEM, "author": authors})
    source = OpenedLibrary.open(disk.folder, None).contents.source("letter")
    assert source.author == "García Márquez, Gabriel; van der Meer, Jan"
    assert name_in(source.author) == source.author
    assert names(source.author) == (
        Name("García Márquez", "Gabriel"),
        Name("van der Meer", "Jan"),
    )


def test_the_same_persons_in_another_order_of_names_are_known(disk: LibraryOnDisk) -> None:
    was = LETTER_YAML.replace("author: not stated in the text", "author: Lee, Ann; van Dam, Jo")
    disk.write("corpus/letter.yaml", was)
    authors = [{"family": "Lee", "given": "Ann"}, {"family": "van Dam", "given": "Jo"}]
    done = brought_in(disk, {**ITEM, "author": authors})

    assert "author" not in [each.field for each in (*done.changes, *done.kept)]


def test_with_overwrite_the_bibliography_decides(disk: LibraryOnDisk) -> None:
    assert brought_in(disk, ITEM, overwrite=True).kept == ()

    found = OpenedLibrary.open(disk.folder, None).contents.source("letter")
    assert found.publisher == "Another: press"


def test_a_dry_run_writes_nothing(disk: LibraryOnDisk) -> None:
    before = disk.path("corpus/letter.yaml").read_bytes()

    assert brought_in(disk, ITEM, dry=True).changes
    assert disk.path("corpus/letter.yaml").read_bytes() == before


def test_what_no_source_has_is_told(disk: LibraryOnDisk) -> None:
    done = brought_in(disk, {**ITEM, "title": "Something else entirely"})

    assert done.unmatched == ("Something else entirely",)
    assert disk.read("corpus/letter.yaml").startswith(LETTER_YAML)


@pytest.mark.parametrize(
    "author", ["a: b # c", '"', "- x", "{x", "é\u2028y", "null", "2008", "yes"]
)
def test_no_words_of_theirs_break_out_of_their_field(disk: LibraryOnDisk, author: str) -> None:
    brought_in(disk, {**ITEM, "author": [{"literal": author}]})
    found = OpenedLibrary.open(disk.folder, None).contents.source("letter")

    assert found.author == " ".join(author.split())
    assert (found.title, found.publisher) == ("A letter", "the ministry")


def test_a_file_that_is_not_there_is_refused(disk: LibraryOnDisk, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        import_references(OpenedLibrary.open(disk.folder, None), tmp_path / "none.ris")


@pytest.mark.parametrize("end", ["ER  - \n", ""])
def test_ris_comes_in_also_where_its_ends_are_missing(disk: LibraryOnDisk, end: str) -> None:
    path = disk.folder.with_name("theirs.ris")
    one = "TY  - RPRT\nTI  - A Letter\nAU  - Lee, Ann\n"
    path.write_text(f"{one}{end}TY  - BOOK\nTI  - Another\n{end}", encoding="utf-8")
    done = import_references(OpenedLibrary.open(disk.folder, None), path)
    assert (done.matched, done.unmatched) == (1, ("Another",))


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.ris", b"Nothing of it.\n", "there are no references in it"),
        ("a.bib", b"@book{a,\n title = {Caf\xe9}\n}\n", "line 2 is not in UTF-8"),
        ("a.ris", b"TY  - RPRT\nTI  - Caf\xe9\nER  - \n", "line 2 is not in UTF-8"),
        ("a.ris", b"\xff\xfeT\x00Y", "it is cut short or damaged"),
        ("a.bib", b"@book{a,\n title = {T}\n}\n@@\n", "it is damaged: line 4 cannot be read; mend"),
        ("a.bib", b"@book{a,\n title = " + b"{" * 20_000, "line 2 has braces within braces"),
        ("a.json", b'[\n{"id": "a",\n"title": x}]', "line 3 is no JSON"),
        ("a.json", b'{"id": "a"}', "it is no bibliography as CSL-JSON"),
        ("a.json", b'[{"id": "a", "title": {}}]', "reference 1 in it cannot be read"),
        ("a.json", b"[" * 200_000, "it is no JSON that can be read"),
        ("a.xml", b"<xml>\n<records", "line 2 is no XML"),
    ],
)
def test_why_a_bibliography_does_not_come_in_is_told_in_words(
    disk: LibraryOnDisk, tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Refused) as told:
        import_references(OpenedLibrary.open(disk.folder, None), tmp_path / name)
    assert why in told.value.message
    assert not re.search("Error|pandoc|parsing", told.value.message)


GOOD = "@report{good,\n title = {A Letter},\n author = {Lee, Jr., Ann}\n}\n"


@pytest.mark.parametrize(
    ("name", "data", "where"),
    [
        ("a.bib", f"{GOOD}@misc{{broken, title = {{Open\n@misc{{b, title={{B}}}}\n", "line 5"),
        ("a.bibtex", f"@misc{{broken title = {{Open}}}}\n{GOOD}@misc{{b, title={{B}}}}", "line 1"),
        (
            "a.json",
            json.dumps([ITEM, {"title": "B"}, {"id": "broken", "title": ["a"]}], indent=0),
            "line 29 (broken)",
        ),
        ("a.json", json.dumps([{**ITEM, "DOI": None}, {"title": "B"}, "broken"]), "line 1"),
    ],
)
def test_a_damaged_entry_costs_no_other_and_is_told_with_its_line(
    disk: LibraryOnDisk, tmp_path: Path, name: str, data: str, where: str
) -> None:
    (tmp_path / name).write_text(data, encoding="utf-8")
    done = import_references(OpenedLibrary.open(disk.folder, None), tmp_path / name)

    assert (done.matched, done.unmatched) == (1, ("B",))
    (bad,) = done.bad
    assert bad.startswith(where)
    assert "broken" in bad
    assert len(bad) > len(f"{where} (broken): ")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.ris", "TY  - RPRT\nTI  - A Letter\nAU  - Lee, Ann, Jr.\nER  - \n"),
        ("a.bib", GOOD),
        ("a.json", json.dumps([{**ITEM, "author": [
            {"family": "Lee", "given": "Ann", "suffix": "Jr."}]}])),
    ],
)  # fmt: skip
def test_what_follows_a_name_stands_at_its_end(
    disk: LibraryOnDisk, tmp_path: Path, name: str, data: str
) -> None:
    (tmp_path / name).write_text(data, encoding="utf-8")
    import_references(OpenedLibrary.open(disk.folder, None), tmp_path / name)
    author = OpenedLibrary.open(disk.folder, None).contents.source("letter").author

    assert author == "Ann Lee Jr."
    assert names(author) == (Name("Lee", "Ann", suffix="Jr."),)


ENTRIES = {
    "a.ris": "TY  - RPRT\r\nTI  - A Letter\r\nAU  - Müller, Zoë\r\nER  - \r\n",
    "a.bib": "@report{a,\n title = {A Letter},\n author = {Müller, Zoë}\n}\n",
    "a.json": """[{"id": "a", "title": "A Letter",
        "author": [{"family": "Müller", "given": "Zoë"}]}]""",
    "a.xml": """<?xml version="1.0" encoding="{}"?><xml><records><record><ref-type
        name="Report">27</ref-type><contributors><authors><author>Müller, Zoë</author></authors>
        </contributors><titles><title>A Letter</title></titles></record></records></xml>""",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ENTRIES)
def test_no_letter_is_lost_however_a_bibliography_is_written(
    disk: LibraryOnDisk, tmp_path: Path, name: str, encoding: str
) -> None:
    text = ENTRIES[name].replace("{}", encoding.removesuffix("-sig"))
    (tmp_path / name).write_bytes(text.encode(encoding))
    done = import_references(OpenedLibrary.open(disk.folder, None), tmp_path / name)

    assert [(each.field, each.now) for each in done.changes] == [("author", "Zoë Müller")]


WHERE = {
    "theirs.json": json.dumps(
        [
            ITEM
            | {
                "URL": "https://example.org/a_letter?x=1&y=%202#z",
                "DOI": "10.1000/182_a",
                "accessed": {"date-parts": [[2026, 11, 3]]},
                "volume": "12",
                "keyword": "talks",
                "editor": [{"family": "Dee", "given": "Cy"}],
            }
        ]
    ),
    "theirs.bib": r"""@report{x, title = {A Letter}, author = {Lee, Ann and {Ministry of Talks}},
      institution = {Another: press}, url = {https://example.org/a_letter?x=1&y=%202#z},
      urldate = {2026-11-03}, doi = {10.1000/182_a}, volume = {12}, date = {2008-10-20}}""",
    "theirs.bibtex": r"""@techreport{x, title = {A Letter}, author = {Lee, Ann},
      url = {https://example.org/a_letter?x=1&y=%202#z}, urldate = {2026-11-03},
      doi = {10.1000/182_a}, volume = {12}}""",
    "theirs.ris": """TY  - RPRT
TI  - A Letter
UR  - https://example.org/a_letter?x=1&y=%202#z
UR  - https://example.org/other
DO  - 10.1000/182_a
Y2  - 2026/11/03
VL  - 12
KW  - talks
ER  -
""",
}


@pytest.mark.parametrize("name", WHERE)
def test_where_a_source_can_be_read_is_filled_in_and_the_rest_is_told(
    disk: LibraryOnDisk, name: str
) -> None:
    path = disk.folder.with_name(name)
    path.write_text(WHERE[name], encoding="utf-8")
    done = import_references(OpenedLibrary.open(disk.folder, None), path)

    filled = {change.field: change.now for change in done.changes}
    assert filled["address"] == "https://example.org/a_letter?x=1&y=%202#z"
    assert (filled["accessed"], filled["doi"]) == ("2026-11-03", "10.1000/182_a")
    (line,) = done.left_out
    assert line.startswith("corpus/letter.yaml: ")
    assert "volume (12)" in line
    if name.endswith("ris"):
        assert "UR (https://example.org/other)" in line
        assert "KW (talks)" in line
    if name.endswith("json"):
        assert "editor (Cy Dee)" in line
        assert "keyword (talks)" in line
    assert check_library(disk.folder)[0].ok

    again = import_references(OpenedLibrary.open(disk.folder, None), path)
    assert not {change.field for change in again.changes} & {"address", "accessed", "doi"}
    assert not [each for each in again.kept if each.field in ("address", "accessed", "doi")]


@pytest.mark.parametrize("ending", ["json", "bib", "bibtex", "ris"])
def test_where_a_source_can_be_read_goes_out_and_comes_back(
    disk: LibraryOnDisk, ending: str
) -> None:
    where = disk.folder.with_name("theirs.json")
    where.write_text(WHERE["theirs.json"], encoding="utf-8")
    plain = disk.read("corpus/letter.yaml")
    import_references(OpenedLibrary.open(disk.folder, None), where)
    out = disk.folder.with_name(f"out.{ending}")
    export_references(read_material(disk.folder)[0], out)
    (disk.folder / "corpus" / "letter.yaml").write_text(plain, encoding="utf-8")

    import_references(OpenedLibrary.open(disk.folder, None), out)
    source = OpenedLibrary.open(disk.folder, None).contents.source("letter")
    assert source.address == "https://example.org/a_letter?x=1&y=%202#z"
    assert (source.accessed, source.doi) == ("2026-11-03", "10.1000/182_a")


def test_fields_that_no_program_but_one_knows_are_told(disk: LibraryOnDisk) -> None:
    path = disk.folder.with_name("theirs.bib")
    path.write_text(
        """@report{x, title = {A {Letter}}, author = "Lee, Ann", year = 2008,
        FILE = {a.pdf:application/pdf, b = {c}}, owner = "me, = you", groups={}
        , abstract = {It says "x = {y}", and more}, bdsk-url-1 = {https://example.org/1}}\n""",
        encoding="utf-8",
    )
    done = import_references(OpenedLibrary.open(disk.folder, None), path)
    (line,) = done.left_out
    _, _, line = line.partition("abstract (")
    assert line.endswith(
        "file (a.pdf:application/pdf, b = {c}), owner (me, = you), "
        "bdsk-url-1 (https://example.org/1)"
    )


def test_another_address_is_kept_and_told(disk: LibraryOnDisk) -> None:
    brought_in(disk, ITEM | {"URL": "https://example.org/letters"})
    done = brought_in(disk, ITEM | {"URL": "https://example.org/letter"})
    assert ("address", "https://example.org/letters", "https://example.org/letter") in [
        (each.field, each.was, each.now) for each in done.kept
    ]
