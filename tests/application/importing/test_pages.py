"""A page of the PDF that a source came from, drawn with its passage."""

from pathlib import Path

import pytest

from counterpoint.application.importing.pages import NoPages, SourcePages
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.span import Span
from counterpoint.storage.importers.refusal import Refused
from tests.importing_library import SPEECH, bring_in, library
from tests.made_documents import lines, pdf


def imported(tmp_path: Path) -> OpenedLibrary:
    disk = library(tmp_path / "library")
    (tmp_path / "report.pdf").write_bytes(
        pdf(
            lines("the report says on its first page that all was well, and"),
            lines("on the second one that it was not, as many had feared."),
        )
    )
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    bring_in(disk.folder, tmp_path / "report.pdf", tmp_path / "speech.txt")
    return OpenedLibrary.open(disk.folder, None)


def test_a_passage_across_two_pages_is_marked_on_each(tmp_path: Path) -> None:
    opened = imported(tmp_path)
    text = opened.text("report").text
    words = "all was well, and on the second one"
    span = Span(text.index(words), text.index(words) + len(words))

    with SourcePages(opened.folder, opened.contents.source("report")) as pages:
        assert [found.page for found in pages.pages_of(span)] == [0, 1]
        for page in (0, 1):
            image = pages.draw(page, 2.0, span)
            assert (image.width, image.height) == (1224, 1584)
            assert len(image.pixels) == image.stride * image.height
            (rect,) = image.rects
            left, top, right, bottom = rect
            assert 0 < left < right < image.width
            assert 0 < top < bottom < image.height
            row = image.pixels[image.stride * ((top + bottom) // 2) :]
            dark = [at for at in range(left, right) if row[4 * at] < 128]
            assert dark, "the words stand where the rectangle is"


def test_a_page_without_a_passage_has_no_rectangle(tmp_path: Path) -> None:
    opened = imported(tmp_path)

    with SourcePages(opened.folder, opened.contents.source("report")) as pages:
        assert pages.draw(0, 0.5).rects == ()
        with pytest.raises(Refused):
            pages.draw(7, 1.0)
        assert pages.draw(1, 1.0).width == 612, "and goes on"


def test_a_picture_is_never_larger_than_can_be_held(tmp_path: Path) -> None:
    opened = imported(tmp_path)

    with SourcePages(opened.folder, opened.contents.source("report")) as pages:
        image = pages.draw(0, 1000.0)
        assert image.width * image.height <= 41_000_000


def test_what_came_from_no_pdf_has_no_pages(tmp_path: Path) -> None:
    opened = imported(tmp_path)

    for source in ("speech", "letter"):
        with pytest.raises(NoPages):
            SourcePages(opened.folder, opened.contents.source(source))
