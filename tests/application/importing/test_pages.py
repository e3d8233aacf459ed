"""A page of the PDF that a source came from, drawn with its passages."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from counterpoint.application.importing.pages import Lacking, NoPages, PageDrawer, SourcePages
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.span import Span
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


@contextmanager
def pages_of(opened: OpenedLibrary) -> Iterator[SourcePages]:
    with PageDrawer() as drawer:
        yield SourcePages(opened.folder, opened.contents.source("report"), drawer)


def span_of(opened: OpenedLibrary, words: str) -> Span:
    start = opened.text("report").text.index(words)
    return Span(start, start + len(words))


def test_a_passage_across_two_pages_is_marked_on_each(tmp_path: Path) -> None:
    opened = imported(tmp_path)
    span = span_of(opened, "all was well, and on the second one")

    with pages_of(opened) as pages:
        assert [found.page for found in pages.places.pages_of(span)] == [0, 1]
        for page in (0, 1):
            image = pages.draw(page, 2.0, [span])
            assert (image.width, image.height) == (1224, 1584)
            assert len(image.pixels) == image.stride * image.height
            ((rect,),) = image.rects
            left, top, right, bottom = rect
            assert 0 < left < right < image.width
            assert 0 < top < bottom < image.height
            row = image.pixels[image.stride * ((top + bottom) // 2) :]
            dark = [at for at in range(left, right) if row[4 * at] < 128]
            assert dark, "the words stand where the rectangle is"


def test_each_passage_has_rectangles_of_its_own(tmp_path: Path) -> None:
    opened = imported(tmp_path)
    first, second = span_of(opened, "first page"), span_of(opened, "many had feared")

    with pages_of(opened) as pages:
        here, elsewhere = pages.draw(0, 1.0, [first, second]).rects
        assert len(here) == 1
        assert elsewhere == ()
        assert [len(each) for each in pages.draw(1, 1.0, [first, second]).rects] == [0, 1]


def test_the_sizes_of_all_pages_are_known_before_one_is_drawn(tmp_path: Path) -> None:
    with pages_of(imported(tmp_path)) as pages:
        pages.measure()
        measured = pages.sizes
        pages.draw(1, 1.0)
        assert measured == pages.sizes == ((612, 792), (612, 792))


def test_a_page_without_a_passage_has_no_rectangle(tmp_path: Path) -> None:
    with pages_of(imported(tmp_path)) as pages:
        assert pages.draw(0, 0.5).rects == ()
        with pytest.raises(NoPages) as told:
            pages.draw(7, 1.0)
        assert told.value.lacking is Lacking.NOT_DRAWN
        assert pages.draw(1, 1.0).width == 612, "and goes on"


def test_a_picture_is_never_larger_than_can_be_held(tmp_path: Path) -> None:
    with pages_of(imported(tmp_path)) as pages:
        image = pages.draw(0, 1000.0)
        assert image.width * image.height <= 41_000_000


def test_an_original_that_is_gone_or_another_is_told_and_drawn_once_it_is_back(
    tmp_path: Path,
) -> None:
    opened = imported(tmp_path)
    original = opened.folder / "originals" / "report.pdf"
    data = original.read_bytes()

    with pages_of(opened) as pages:
        pages.draw(0, 1.0)
        original.write_bytes(data + b"\n")
        with pytest.raises(NoPages) as told:
            pages.draw(0, 1.0)
        assert told.value.lacking is Lacking.CHANGED
        original.unlink()
        with pytest.raises(NoPages) as told:
            pages.draw(1, 1.0)
        assert told.value.lacking is Lacking.MISSING
        original.write_bytes(data)
        assert pages.draw(1, 1.0).width == 612


def test_without_its_map_nobody_knows_what_stands_where(tmp_path: Path) -> None:
    opened = imported(tmp_path)
    file = opened.folder / "corpus" / "report.map.json"
    file.write_text("{", encoding="utf-8")
    assert _lacking(opened) is Lacking.NO_MAP
    file.unlink()
    assert _lacking(opened) is Lacking.NO_MAP


def _lacking(opened: OpenedLibrary) -> Lacking:
    with pytest.raises(NoPages) as told, pages_of(opened):
        pass
    return told.value.lacking


def test_what_came_from_no_pdf_has_no_pages(tmp_path: Path) -> None:
    opened = imported(tmp_path)

    with PageDrawer() as drawer:
        for source in ("speech", "letter"):
            with pytest.raises(NoPages) as told:
                SourcePages(opened.folder, opened.contents.source(source), drawer)
            assert told.value.lacking is Lacking.NO_PDF
