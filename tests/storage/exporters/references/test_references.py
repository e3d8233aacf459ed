"""References in four formats, read back by readers that are not those that wrote them."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.application.library.person_names import names
from counterpoint.application.report.references.references import reference, references
from counterpoint.domain.report.reference import Name, Reference
from counterpoint.storage.exporters.references.bibtex import biblatex, bibtex
from counterpoint.storage.exporters.references.csl_json import csl_json
from counterpoint.storage.exporters.references.ris import ris
from counterpoint.storage.importers.references import read_references
from counterpoint.storage.importers.refusal import Refused
from tests.handed_over import source

ODD = Reference(
    id="odd-one",
    type="report",
    title="The UK & the EU: 100 % of #1_things, $5 {now} ~soon^ \\ and “More” in Small letters",
    authors=(
        Name("de la Cruz", "Ana María"),
        Name(literal="Embassy London & Sons"),
        Name("Lee", "A."),
    ),
    publisher="Foreign & Commonwealth Office",
    date="2008-10-20",
    genre="policy paper",
    language="en-GB",
    address="https://example.org/a_b%20c?d=e&f=g#h",
    note="As to the author: unknown & unsure",
)

MEER = Name("van der Meer", "Jan")
GARCIA = Name("García Márquez", "Gabriel")


@dataclass
class Written:
    folder: Path

    def back(self, kind: str, *given_: Reference) -> tuple[Reference, ...]:
        writers = {
            "json": lambda: csl_json(given_),
            "bib": lambda: biblatex(given_)[0],
            "bibtex": lambda: bibtex(given_)[0],
            "ris": lambda: ris(given_)[0],
        }
        path = self.folder / f"a.{kind}"
        path.write_bytes(writers[kind]())
        return read_references(path)


@pytest.fixture
def written(tmp_path: Path) -> Written:
    return Written(tmp_path)


@pytest.mark.parametrize("kind", ["json", "bib", "bibtex", "ris"])
def test_title_names_and_date_come_back(written: Written, kind: str) -> None:
    (back,) = written.back(kind, ODD)

    assert back.title == ODD.title
    assert [name.whole for name in back.authors] == [name.whole for name in ODD.authors]
    assert back.authors[1] == Name(literal="Embassy London & Sons")
    assert back.date == ODD.date
    assert back.publisher == ODD.publisher
    assert back.address == ODD.address


@pytest.mark.parametrize("kind", ["json", "bib", "bibtex", "ris"])
@pytest.mark.parametrize("date", ["2008", "2020-10", "2008-10-20", ""])
def test_a_date_is_as_far_as_it_is_known(written: Written, kind: str, date: str) -> None:
    (back,) = written.back(kind, ODD._replace(date=date))

    assert back.date == date


@pytest.mark.parametrize("kind", ["json", "bib", "bibtex", "ris"])
def test_many_stay_in_order(written: Written, kind: str) -> None:
    many = [ODD._replace(id=f"id-{number}", title=f"Title {number}") for number in range(20)]

    assert [each.title for each in written.back(kind, *many)] == [each.title for each in many]


@given(st.text(st.characters(codec="ascii", min_codepoint=32), min_size=1, max_size=30))
def test_no_title_breaks_out_of_its_field(title: str) -> None:
    data = biblatex([ODD._replace(title=f"a{title}b", note="")])[0].decode()
    depth = 0
    escaped = False
    for sign in data:
        if not escaped and sign in "{}":
            depth += 1 if sign == "{" else -1
        escaped = sign == "\\" and not escaped
        assert depth >= 0

    assert depth == 0


def test_a_newspaper_is_what_an_article_stands_in(written: Written) -> None:
    described = source(kind="newspaper article, in a reprint", publisher="The Paper; reprinted")
    (back,) = written.back("bib", reference(described))

    assert (back.type, back.container, back.publisher) == ("article-newspaper", "The Paper", "")


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Hugo Klijn", (Name("Klijn", "Hugo"),)),
        ("Ursula von der Leyen", (Name("von der Leyen", "Ursula"),)),
        ("J. R. Smith", (Name("Smith", "J. R."),)),
        ("Sarah Lain and Hugo Klijn", (Name("Lain", "Sarah"), Name("Klijn", "Hugo"))),
        ("Jan van der Meer and Piet de Vries", (MEER, Name("de Vries", "Piet"))),
        ("van der Meer, Jan; de Vries, Piet", (MEER, Name("de Vries", "Piet"))),
        ("García Márquez, Gabriel; Lain, Sarah", (GARCIA, Name("Lain", "Sarah"))),
        ("Smith, J. R.", (Name("Smith", "J. R."),)),
        ("van der Meer, J.", (Name("van der Meer", "J."),)),
        ("Clingendael, Netherlands", (Name(literal="Clingendael, Netherlands"),)),
        ("Embassy London", (Name(literal="Embassy London"),)),
        ("Foreign Office", (Name(literal="Foreign Office"),)),
        ("The Independent", (Name(literal="The Independent"),)),
        ("NATO Defence", (Name(literal="NATO Defence"),)),
        (
            "Intelligence and Security Committee",
            (Name(literal="Intelligence and Security Committee"),),
        ),
        ("Human Rights Watch", (Name(literal="Human Rights Watch"),)),
        ("Bellingcat", (Name(literal="Bellingcat"),)),
        ("", ()),
    ],
)
def test_persons_are_told_from_institutions(author: str, expected: tuple[Name, ...]) -> None:
    assert names(author) == expected


@pytest.mark.parametrize("kind", ["json", "bib", "bibtex", "ris"])
def test_particles_come_back(written: Written, kind: str) -> None:
    authors = (MEER, Name("de Vries", "Piet"), GARCIA)
    (back,) = written.back(kind, ODD._replace(authors=authors))

    assert back.authors == authors


def test_all_of_a_list_of_persons_are_the_authors() -> None:
    found = reference(source(author="Lain, Sarah; van der Meer, Jan", marking=""))

    assert found.authors == (Name("Lain", "Sarah"), MEER)
    assert "author" not in found.note


@pytest.mark.parametrize("author", ["Acme Inc.", "Lee & Co.", "Ann Lee Jr.", "Ann B."])
def test_the_full_stop_of_a_name_is_kept(author: str) -> None:
    found = reference(source(author=f"{author}; so signed", marking=""))
    assert found.authors[0].whole == author
    assert "As to the author" not in reference(source(author=author, marking="")).note


@pytest.mark.parametrize("kind", ["Opinion article", "opinion article, printed", "Editorial"])
def test_an_opinion_stands_in_a_newspaper(kind: str) -> None:
    found = reference(source(kind=kind, publisher="The Moscow Times"))
    assert (found.type, found.container) == ("article-newspaper", "The Moscow Times")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("english", "en"),
        ("british", "en-GB"),
        ("american", "en-US"),
        ("ngerman", "de"),
        ("en-GB", "en-GB"),
        ("", ""),
    ],
)
def test_a_language_of_biblatex_is_of_no_country_that_it_does_not_name(
    tmp_path: Path, said: str, read: str
) -> None:
    path = tmp_path / "a.bib"
    path.write_text(f"@article{{a, title = {{T}}, langid = {{{said}}}}}")
    (found,) = read_references(path)

    assert found.language == read


def test_remarks_on_an_author_are_no_part_of_the_name() -> None:
    (found,) = references([source(author="Embassy London; signed LEBARON", marking="SECRET; x")])

    assert found.authors == (Name(literal="Embassy London"),)
    assert "signed LEBARON" in found.note
    assert "It is marked: SECRET" in found.note


def test_an_author_who_is_not_stated_is_none_in_csl_either(written: Written) -> None:
    """citeproc and Zotero read "Author: …" in a note as the author."""
    described = source(author="Not stated in the text", publisher="The Paper; reprinted")
    (back,) = written.back("json", reference(described))

    assert back.authors == ()


def test_an_undated_source_has_no_date() -> None:
    found = reference(source(date="undated"))

    assert (found.date, found.undated) == ("", True)


def test_ris_says_which_institution_it_takes_for_a_person() -> None:
    _, told = ris([ODD._replace(authors=(Name(literal="Clingendael, the Institute"),))])

    assert "Clingendael, the Institute" in told[0]


def test_what_others_write_is_read(tmp_path: Path) -> None:
    path = tmp_path / "zotero.ris"
    path.write_bytes(
        b"\xef\xbb\xbfTY  - RPRT\r\nTI  - A title\r\nthat goes on\r\nAU  - Lee, Ann\r\n"
        b"A2  - Ministry of Talks\r\nPY  - 2008/10//\r\nN1  - One\r\nER  - \r\n\r\n"
        b"TY  - NEWS\r\nT1  - Another\r\nY1  - 2009\r\nER  -\r\n"
    )

    first, second = read_references(path)

    assert (first.title, first.date) == ("A title that goes on", "2008-10")
    assert first.authors == (Name("Lee", "Ann"), Name(literal="Ministry of Talks"))
    assert (second.type, second.title, second.date) == ("article-newspaper", "Another", "2009")


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.json", b"{["), ("a.txt", b""), ("none.bib", None)],
)
def test_what_is_no_bibliography_is_refused(tmp_path: Path, name: str, data: bytes | None) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)

    with pytest.raises(Refused):
        read_references(path)
