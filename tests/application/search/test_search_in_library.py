"""Finding anything in a library, and what is found after its files have changed."""

import json
import re
from pathlib import Path

import pytest

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.search.opening import Asked, ask
from counterpoint.application.search.searching import How, Results
from counterpoint.domain.search.narrowing import Chosen, Counts, Facet
from counterpoint.domain.search.rows import RowKind
from counterpoint.domain.search.words import words_of
from counterpoint.domain.span import Span, without
from counterpoint.storage.place import shipped_library
from tests.library_on_disk import LETTER, LibraryOnDisk

NOTE = """---
target: claim
option: talk
dimension: channels
claim: go-on
tags: [brief]
---
Who would pay the ferryman?
"""


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def search(disk: LibraryOnDisk, cache: Path, typed: str, *, typing: bool = False) -> Results:
    return ask(disk.folder, cache, lambda asked: asked.searching.search(typed, typing=typing))


def ids(disk: LibraryOnDisk, cache: Path, typed: str) -> set[tuple[str, str]]:
    return {(each.kind.value, each.id) for each in search(disk, cache, typed).results}


def add_source(disk: LibraryOnDisk, id: str, text: str, language: str) -> None:
    described = disk.read("corpus/letter.yaml").partition("numbering")[0]
    disk.write(f"corpus/{id}.txt", text)
    disk.write(
        f"corpus/{id}.yaml",
        f"{described}language: {language}\nnumbering: count\nstatement: None.\n",
    )


def test_everything_is_found(disk: LibraryOnDisk, cache: Path) -> None:
    (disk.folder / "notes").mkdir()
    disk.write("notes/n1.md", NOTE)
    assert ids(disk, cache, "neighbours") == {("passage", "letter/3")}
    assert ids(disk, cache, "unrealistic") == {
        ("passage", "letter/2"), ("quotation", "talk/not-real/" + key(disk, cache)),
        ("claim", "talk/objections/not-real"),
    }  # fmt: skip
    assert ids(disk, cache, "ferryman") == {("note", "n1")}
    assert ids(disk, cache, "whatever happens") == {("approach", "talk")}
    assert ids(disk, cache, '"Who talks to whom?"') == {("question", "channels")}
    assert ids(disk, cache, "ministry kind:source") == {("source", "letter")}
    assert ids(disk, cache, "tag:brief") == {("note", "n1")}


def key(disk: LibraryOnDisk, cache: Path) -> str:
    found = search(disk, cache, "critics unrealistic kind:quotation").results
    return found[0].id.rpartition("/")[2]


def test_words_are_those_of_the_text_at_their_place(disk: LibraryOnDisk, cache: Path) -> None:
    for typed in ("debate ran over into", '"over into the next"', "come what may", "PAGE"):
        results = search(disk, cache, typed).results
        passages = [each for each in results if each.kind is RowKind.PASSAGE]
        assert passages, typed
        for each in passages:
            assert each.span is not None
            assert LETTER[each.span.start : each.span.end] == each.words


def test_what_interrupts_a_paragraph_parts_no_words_and_is_found_itself(
    disk: LibraryOnDisk, cache: Path
) -> None:
    assert ("passage", "letter/2") in ids(disk, cache, '"ran over into the next page"')
    assert "PAGE 2" in [each.words for each in search(disk, cache, '"page 2"').results]


def test_an_alteration_is_taken_up(disk: LibraryOnDisk, cache: Path) -> None:
    search(disk, cache, "talks")
    disk.replace("options/talk.yaml", "text: Talks should continue.", "text: Parley goes on.")
    assert ids(disk, cache, "parley") == {("claim", "talk/channels/go-on")}
    assert ids(disk, cache, "continue") == set()


def test_what_is_added_and_what_is_removed(disk: LibraryOnDisk, cache: Path) -> None:
    search(disk, cache, "talks")
    add_source(disk, "speech", "An astonishing speech.\n", "en")
    assert ("passage", "speech/0") in ids(disk, cache, "astonishing")
    disk.path("corpus/speech.txt").unlink()
    disk.path("corpus/speech.yaml").unlink()
    assert ids(disk, cache, "astonishing") == set()


def test_which_passages_are_linked_follows_the_evidence(disk: LibraryOnDisk, cache: Path) -> None:
    linked = {("passage", "letter/1"), ("passage", "letter/2")}
    assert ids(disk, cache, "linked:yes") == {("passage", "letter/2")}
    quote = "The minister said that talks should go on"
    disk.replace("options/talk.yaml", "Talks should go on.\n", quote + "\n")
    text = disk.read("options/talk.yaml")
    disk.write("options/talk.yaml", re.sub(r" +at: .*\n", "", text, count=1))
    assert ids(disk, cache, "linked:yes") == linked


def test_nothing_is_read_again_where_nothing_has_changed(disk: LibraryOnDisk, cache: Path) -> None:
    steps: list[int] = []

    def going(done: int, total: int) -> bool:
        steps.append(done)
        return True

    ask(disk.folder, cache, lambda asked: asked.searching.search("talks"), going)
    assert len(steps) == 4
    steps.clear()
    ask(disk.folder, cache, lambda asked: asked.searching.search("talks"), going)
    assert steps == []


def test_what_was_stopped_goes_on_the_next_time(disk: LibraryOnDisk, cache: Path) -> None:
    def stopped(asked: Asked) -> bool:
        return asked.current

    assert not ask(disk.folder, cache, stopped, lambda done, total: done < 2)
    assert ask(disk.folder, cache, stopped)
    assert search(disk, cache, "neighbours").total == 1


def test_without_the_cache_it_costs_only_time(disk: LibraryOnDisk, cache: Path) -> None:
    import shutil

    search(disk, cache, "talks")
    shutil.rmtree(cache)
    assert search(disk, cache, "neighbours").total == 1


def test_a_damaged_index_is_made_anew(disk: LibraryOnDisk, cache: Path) -> None:
    search(disk, cache, "talks")
    for file in (cache / "search").rglob("*"):
        if file.is_file() and file.suffix not in (".lock", ".json"):
            data = file.read_bytes()
            file.write_bytes(bytes(255 - byte for byte in data[:-1]) + data[-1:])
    assert search(disk, cache, "neighbours").total == 1


def test_how_words_were_taken_is_told(disk: LibraryOnDisk, cache: Path) -> None:
    assert search(disk, cache, "neighbours").how is How.AS_ASKED
    assert search(disk, cache, "eighbour").how is How.WITHIN_WORDS
    some = search(disk, cache, "neighbours ferryman")
    assert (some.how, some.searched) == (How.ANY_OF_THEM, "neighbours OR ferryman")
    none = search(disk, cache, "zzz")
    assert (none.total, none.searched) == (0, "zzz")


def test_while_one_types_the_beginning_of_a_word_is_enough(
    disk: LibraryOnDisk, cache: Path
) -> None:
    found = search(disk, cache, "neigh", typing=True)
    assert found.how is How.AS_ASKED
    assert [each.words[a:b] for each in found.results for a, b in each.found] == ["neighbours"]


def test_more_like_a_passage_says_what_made_it_near(disk: LibraryOnDisk, cache: Path) -> None:
    alike = ask(
        disk.folder,
        cache,
        lambda asked: asked.searching.like(
            "His critics asked for firmness",
            [RowKind.PASSAGE],
            besides=lambda row: row.id == "letter/1",
        ),
    )
    assert alike.results[0].id == "letter/2"
    assert {"critics", "firmness"} <= set(alike.results[0].terms)
    assert "letter/1" not in {each.id for each in alike.results}


def test_forms_of_words_are_found_in_the_languages_of_the_sources(
    disk: LibraryOnDisk, cache: Path
) -> None:
    add_source(disk, "rede", "Die Verhandlungen ruhen.\n", "de-AT")
    add_source(disk, "discours", "Nous voulons des sanctions ciblées.\n", "fr")
    add_source(disk, "mu", "Who speaks Klingon has no stems here.\n", "tlh")

    (found,) = search(disk, cache, "Verhandlung").results

    assert (found.id, found.words) == ("rede/0", "Die Verhandlungen ruhen.")
    assert [found.words[span.start : span.end] for span in found.found] == ["Verhandlungen"]
    assert ids(disk, cache, "ciblée") == {("passage", "discours/0")}
    assert ids(disk, cache, "talk kind:passage") >= {("passage", "letter/1")}


def test_languages_follow_the_descriptions(disk: LibraryOnDisk, cache: Path) -> None:
    add_source(disk, "rede", "Die Verhandlungen ruhen.\n", "en")
    assert search(disk, cache, "Verhandlung").how is How.WITHIN_WORDS
    disk.replace("corpus/rede.yaml", "language: en", "language: de")
    assert search(disk, cache, "Verhandlung").how is How.AS_ASKED


def test_what_was_found_is_counted_by_what_is_known_of_it(disk: LibraryOnDisk, cache: Path) -> None:
    def counted(asked: Asked) -> Counts:
        found = asked.searching.search("unrealistic")
        return asked.searching.counts(found, (), (), {"letter": "2008"})

    counts = ask(disk.folder, cache, counted)
    assert dict(counts[Facet.KIND]) == {"passage": 1, "quotation": 1, "claim": 1}
    assert dict(counts[Facet.YEAR]) == {"2008": 2}
    assert dict(counts[Facet.APPROACH]) == {"talk": 3, "firm": 1}


def test_what_is_narrowed_away_is_not_looked_for_otherwise(
    disk: LibraryOnDisk, cache: Path
) -> None:
    chosen = (Chosen(Facet.KIND, "note"),)
    found = ask(disk.folder, cache, lambda asked: asked.searching.search("go on", narrowing=chosen))
    assert (found.total, found.how) == (0, How.AS_ASKED)


def test_whatever_word_of_the_shipped_texts_is_typed_is_found(cache: Path) -> None:
    folder = shipped_library()
    library = OpenedLibrary.open(folder, None)
    wanted: set[tuple[str, str]] = set()
    for source in library.contents.sources:
        text = library.text(source.id).text
        # The mark of a footnote is no part of the word that it touches.
        pieces = (*without(Span(0, len(text)), source.interruptions), *source.interruptions)
        wanted |= {(word, source.id) for a, b in pieces for word in words_of(text[a:b])}
    assert len(wanted) > 2_000

    def missing(asked: Asked) -> list[tuple[str, str]]:
        def there(word: str, source: str) -> bool:
            found = asked.searching.search(f"{word} source:{source}", [RowKind.PASSAGE], 1)
            return found.how is How.AS_ASKED and found.total > 0

        return [each for each in sorted(wanted) if not there(*each)]

    assert ask(folder, cache, missing) == []


def test_each_passage_of_the_shipped_texts_is_word_for_word(cache: Path) -> None:
    folder = shipped_library()
    texts = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("corpus/*.txt")}
    found = ask(folder, cache, lambda asked: asked.searching.search("kind:passage", limit=10_000))
    assert len(found.results) == found.total
    for each in found.results:
        assert each.span is not None
        assert texts[each.source][each.span.start : each.span.end] == each.words
    assert json.dumps([each.words for each in found.results])


def test_why_a_passage_replies_to_another_is_found_where_it_replies(cache: Path) -> None:
    library = shipped_library()
    replies = OpenedLibrary.open(library, None).contents.replies
    for number, reply in enumerate(replies):
        found = ask(
            library,
            cache,
            lambda asked, why=reply.why: asked.searching.search(f'"{why}"', [RowKind.REPLY]),  # type: ignore[misc]
        )
        (result,) = [each for each in found.results if each.id == str(number)]
        assert (result.source, result.span) == (reply.by.source, reply.by.standing.span)


def test_words_that_hold_sentences_together_make_nothing_alike(
    disk: LibraryOnDisk, cache: Path
) -> None:
    words = "The debate had not, through what others would say, ended there; they were firm."

    found = ask(disk.folder, cache, lambda asked: asked.searching.like(words))

    assert found.results
    terms = {term for result in found.results for term in result.terms}
    assert "debate" in terms
    assert not terms & {"the", "had", "not", "through", "what", "others", "would", "there", "they"}


def test_whatever_word_of_the_shipped_texts_is_typed_it_is_found(cache: Path) -> None:
    """As it stands, with the marks that are at it."""
    library = shipped_library()

    def all_found(asked: Asked) -> list[tuple[str, str]]:
        missed = []
        for source in OpenedLibrary.open(library, None).contents.sources:
            text = (library / "corpus" / f"{source.id}.txt").read_text("utf-8")
            for word in dict.fromkeys(text.split()):
                if not words_of(word):
                    continue  # a dash, a pilcrow
                here = (Chosen(Facet.SOURCE, source.id),)
                results = asked.searching.search(word, [RowKind.PASSAGE], 1, narrowing=here)
                if not results.total:
                    missed.append((source.id, word))
        return missed

    assert ask(library, cache, all_found) == []
