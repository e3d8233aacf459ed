"""A person's own style of citation is looked at before it is used; nothing is fetched for it."""

from pathlib import Path

import pytest

from counterpoint.storage.exporters.references.citeproc import cite_all
from counterpoint.storage.exporters.references.style import StyleRefused, check_style
from tests.listening import Listening, dependent_style, listening

__all__ = ["listening"]
NAMESPACE = 'xmlns="http://purl.org/net/xbiblio/csl"'


def test_one_that_depends_on_another_is_refused_and_nothing_is_fetched(
    listening: Listening, tmp_path: Path
) -> None:
    style = tmp_path / "journal.csl"
    style.write_text(dependent_style(listening.address))

    with pytest.raises(StyleRefused, match=r"journal\.csl: .* the style “the-parent”"):
        cite_all(style, (), (), "en-GB")
    assert not listening.asked()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<style", "line 1 is no XML"),
        (f"<style {NAMESPACE}>\n<info>\n</style>", "line 3 is no XML"),
        ("<html><body/></html>", "this is no style of citation"),
        ("", "line 1 is no XML"),
        (f'<!DOCTYPE style [<!ENTITY a "b">]><style {NAMESPACE}/>', "declares a document type"),
        (f'<style {NAMESPACE} version="1.0"/>', "does not say how a source is cited"),
        (f"<style {NAMESPACE}><citation/></style>", "does not say how a source is cited"),
        ("<style><citation><layout/></citation></style>", "does not say how a source is cited"),
        (
            f"<style {NAMESPACE} version='1.0'><info/><citation><layout>\n<text macro='who'/>"
            "</layout></citation></style>",
            "line 2: its part “who” is missing",
        ),
        (
            f"<style {NAMESPACE} version='1.0'><info/><citation><layout><number/></layout>"
            "</citation></style>",
            "Pandoc cannot cite by this style",
        ),
    ],
)
def test_what_is_no_style_is_told_in_plain_words(tmp_path: Path, written: str, said: str) -> None:
    style = tmp_path / "a.csl"
    style.write_text(written)

    with pytest.raises(StyleRefused, match=f"a.csl: .*{said}") as refused:
        cite_all(style, (), (), "en-GB")
    assert "Exception" not in str(refused.value)
    assert "Citeproc" not in str(refused.value)


def test_the_file_of_the_style_meant_is_named_once(tmp_path: Path) -> None:
    style = tmp_path / "journal.csl"
    style.write_text(dependent_style("http://127.0.0.1:9").replace("the-parent", "the-parent.csl"))

    with pytest.raises(StyleRefused, match=r"the style “the-parent” \(the file the-parent\.csl\)"):
        check_style(style)


def test_one_that_is_too_large_is_no_style(tmp_path: Path) -> None:
    style = tmp_path / "a.csl"
    style.write_bytes(b" " * (6 * 2**20))

    with pytest.raises(StyleRefused, match="it is too large"):
        check_style(style)


@pytest.mark.parametrize("style", sorted(Path("resources/styles").glob("*.csl")), ids=str)
def test_those_that_come_with_the_app_are_styles(style: Path) -> None:
    check_style(style)
