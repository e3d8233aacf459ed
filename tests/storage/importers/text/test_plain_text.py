"""Plain texts: their encodings, their true paragraphs, their pages."""

import textwrap

import pytest

from counterpoint.domain.source import FurnitureKind, Numbering
from counterpoint.storage.importers.draft import Choices, Draft, Kind, Paragraphing, RunningHeads
from counterpoint.storage.importers.refusal import Reason, Refused
from counterpoint.storage.importers.text.plain_text import read_plain_text

WRAPPED = """\
The Assembly is asked to note that the situation in the
region has grown worse since the last report was made.
Talks between the two parties were broken off in March.
In the meantime the fight against hunger, disease, drug-
trafficking and want has gone on. It is a fight for which
we have little money.
The second paragraph begins here, and speaks of an order
based on peace, justice and equity
- as envisaged in the Charter - both within and between
the nations that have signed it. It ends soon.
The third paragraph is the last of all, and it runs over
two lines only.
"""


def read(text: str | bytes, choices: Choices | None = None) -> Draft:
    data = text.encode() if isinstance(text, str) else text
    return read_plain_text(data, choices or Choices())


def paragraphs(draft: Draft) -> list[str]:
    return draft.text.rstrip("\n").split("\n\n")


def guess(draft: Draft, what: str) -> str:
    return next(guess.chosen for guess in draft.guesses if guess.what == what)


def furniture(draft: Draft) -> list[tuple[FurnitureKind, str]]:
    return [(piece.kind, draft.text[slice(*piece.span)]) for piece in draft.furniture]


def test_broken_lines_without_empty_ones_get_their_paragraphs() -> None:
    draft = read(WRAPPED)

    first, second, third = paragraphs(draft)
    assert guess(draft, "paragraphs") == Paragraphing.SENTENCES
    assert first.startswith("The Assembly") and first.endswith("little money.")
    assert third.startswith("The third") and third.endswith("two lines only.")
    assert "justice and equity - as envisaged in the Charter - both within" in second


@pytest.mark.parametrize(
    ("text", "chosen", "why"),
    [
        ("Note de synthèse\n\nL'Union a décidé de prolonger.\n", "empty lines", "lines apart"),
        (
            "بيان حول السياسة\n\nتؤكد الحكومة أن الحوار\n\nوستواصل الدولة\n",
            "empty lines",
            "lines apart",
        ),
        ("تؤكد الحكومة\nأن الحوار هو\nالسبيل الوحيد\nإلى تسوية\n", "sentences", "nothing parts"),
        ("Of arms and the man I sing\nWho first from Troy\nBy fate came\n", "as it is", "capitals"),
        ("one line alone\n", "empty lines", "few lines"),
        (f"A {'long ' * 50}line\nAnother {'long ' * 50}line\n", "each line", "long lines"),
    ],
)
def test_the_reason_that_is_given_for_the_paragraphs_holds(
    text: str, chosen: str, why: str
) -> None:
    draft = read(text)
    assert [(each.chosen, each.why) for each in draft.guesses if each.what == "paragraphs"] == [
        (chosen, why)
    ]


def test_a_true_hyphen_at_a_lines_end_is_kept_and_may_be_quoted_either_way() -> None:
    draft = read(WRAPPED)

    assert "disease, drug-trafficking and want" in draft.text
    assert (FurnitureKind.HYPHEN, "-") in furniture(draft)
    assert all(piece.interrupts for piece in draft.furniture)


def test_a_hyphen_goes_where_the_text_has_the_word_without_it() -> None:
    draft = read("The govern-\nment met on Monday and sat\nfor long. A government must meet.\n")

    assert paragraphs(draft)[0].startswith("The government met")
    assert draft.map.joined == (draft.text.index("ment met"),)


def test_a_hyphen_that_stands_for_the_rest_of_a_word_keeps_its_space() -> None:
    draft = read("We look at the short-\nand long-term effects of\nall this with some care.\n")

    assert "short- and long-term" in draft.text


def test_one_paragraph_a_line() -> None:
    long = "This is a line that holds a whole paragraph, as a transcript from the web has it. " * 4
    draft = read("\n".join([long.strip()] * 3))

    assert guess(draft, "paragraphs") == Paragraphing.EACH_LINE
    assert len(paragraphs(draft)) == 3


def test_empty_lines_part_paragraphs_and_other_line_ends_go() -> None:
    draft = read("A first line\nand its second.\n\nAnother one that\nis as short.\n")

    assert paragraphs(draft) == ["A first line and its second.", "Another one that is as short."]


def test_a_sentence_that_a_page_break_parted_is_one_paragraph() -> None:
    draft = read(
        "This was the work of two committees that met last year. Cooperation\n\n\n"
        "between them was rich in results, as everybody knows.\n\nA new one.\n"
    )

    assert "last year. Cooperation between them" in draft.text
    assert draft.paragraphs == 2


def test_verse_keeps_its_lines() -> None:
    verse = "Once, in the cold of winter time,\nI left the wood; the frost was hard,\n" * 3
    draft = read(verse)

    assert guess(draft, "paragraphs") == Paragraphing.AS_IT_IS
    assert draft.text.count("\n") == 6


def test_a_list_is_one_paragraph_an_entry() -> None:
    draft = read("What matters:\n\n  - the one thing\n  - the other\n")

    assert paragraphs(draft) == ["What matters:", "- the one thing", "- the other"]


def test_what_was_guessed_may_be_decided() -> None:
    draft = read(WRAPPED, Choices(paragraphs=Paragraphing.EACH_LINE, numbering=Numbering.LINE))

    assert len(paragraphs(draft)) == WRAPPED.count("\n")
    assert draft.numbering is Numbering.LINE
    assert [line.number for line in draft.map.lines] == list(range(1, 13))


def test_every_guess_says_why_and_what_else_it_may_be() -> None:
    for each in read(WRAPPED).guesses:
        assert each.why
        assert each.others
        assert each.chosen not in each.others


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_an_encoding_that_tells_itself(encoding: str) -> None:
    text = "A plain text of some length, to be read whatever it is written in.\n"

    assert read(text.encode(encoding)).text == text


def test_a_western_text_is_not_taken_for_an_eastern_one() -> None:
    draft = read("The café’s “façade” – naïve, déjà vu – costs £5.\n".encode("cp1252"))

    assert draft.text == "The café’s “façade” – naïve, déjà vu – costs £5.\n"
    assert guess(draft, "encoding") == "cp1252"


def test_russian_of_old_dos() -> None:
    verse = "Однажды, в студеную зимнюю пору,\nЯ из лесу вышел; был сильный мороз.\n"

    assert "студеную зимнюю пору" in read((verse * 3).encode("cp866")).text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "iso8859_5"])
def test_russian_capitals_are_those_of_the_encoding(encoding: str) -> None:
    """Several encodings share their small letters."""
    speech = "Президент сказал, что договор будет подписан в Москве; США и ООН согласны.\n"

    assert read((speech * 3).encode(encoding)).text.startswith("Президент сказал")


def test_a_slavic_text_is_not_taken_for_a_korean_one() -> None:
    speech = "Predsednik je izjavio da će šume biti sačuvane, a češka i hrvatska strana žele mir.\n"

    assert "Predsednik je izjavio da će šume" in read((speech * 3).encode("cp1250")).text


def test_utf_8_with_a_strange_byte_or_cut_in_mid_letter_is_utf_8() -> None:
    speech = ("Die Minister erklärten, dass das Abkommen für alle gelte. " * 5).encode()

    mixed = read(speech + "Auch für Österreich.".encode("cp1252"))
    assert mixed.text.count("erklärten") == 5
    assert mixed.text.endswith("Auch für Österreich.\n")
    assert not next(each for each in mixed.guesses if each.what == "encoding").sure

    cut = read(speech[: speech.rindex("ü".encode()) + 1])
    assert cut.text.count("erklärten") == 5
    assert cut.text.endswith("das Abkommen f\ufffd\n")
    assert cut.noticed == (
        "1 letter that the file marks as unknown, or that was cut short (\ufffd)",
    )


def test_an_encoding_may_be_chosen() -> None:
    assert read("Привет".encode("koi8_r"), Choices(encoding="koi8_r")).text == "Привет\n"
    with pytest.raises(Refused) as refused:
        read(b"\xff\xfe\xfa", Choices(encoding="ascii"))
    assert refused.value.reason is Reason.ENCODING


def test_mixed_ends_of_lines_are_line_feeds() -> None:
    draft = read(
        "One line of it. \r\n\r\rAnother one of these.\r\nAnd a third.\x0bA fourth.\u2028Five.\n"
    )

    assert not set(draft.text) & set("\r\x0b\x0c\x85\u2028\u2029")


def test_controls_go_and_are_told_and_turning_signs_stay_and_are_told() -> None:
    draft = read("A \x00text\x07 with\u202e turned signs\u202c in it.\n")

    assert draft.text == "A text with\u202e turned signs\u202c in it.\n"
    assert draft.lost == ("2 control characters",)
    assert "2 unseen signs" in draft.noticed[0]


def test_accents_are_composed() -> None:
    assert read("Cafe\u0301 society\n").text == "Caf\u00e9 society\n"


def test_letters_that_were_garbled_before_are_told() -> None:
    draft = read("Skrunda â€” the radar â€” was closed, and it was Latviaâ€™s.\n")

    assert "garbled" in draft.noticed[0]


def test_form_feeds_are_pages_with_their_heads_and_numbers() -> None:
    page = "ANNUAL REPORT\n\nThe page says something of its own here, which is {}.\n\n{}\n"
    draft = read(
        "\x0c".join(
            page.format(word, number)
            for word, number in zip(("first", "second", "third"), (7, 8, 9), strict=True)
        )
    )

    assert draft.pages == 3
    assert [page.label for page in draft.map.pages] == ["7", "8", "9"]
    kinds = [kind for kind, _ in furniture(draft)]
    assert kinds.count(FurnitureKind.HEADER) == kinds.count(FurnitureKind.PAGE_NUMBER) == 3
    assert draft.numbering is Numbering.PAGE


def test_page_numbers_that_run_on_between_lines_are_furniture_and_give_the_pages() -> None:
    body = "\n".join(f"a line of the speech, the {n}th, that goes on and" for n in range(20))
    draft = read(f"{body}\n9\n\n\n{body}\n10\n\n\n{body} ends.\n")

    assert furniture(draft) == [
        (FurnitureKind.PAGE_NUMBER, "9"),
        (FurnitureKind.PAGE_NUMBER, "10"),
    ]
    assert draft.paragraphs == 1, "a sentence runs across pages as one"
    assert [page.label for page in draft.map.pages][:3] == ["9", "10", "11"]


def test_running_heads_between_lines_are_furniture() -> None:
    body = "\n".join(f"a line of the speech, the {n}th, that goes on and" for n in range(20))
    heads = [f"Forty-eighth session - 7 October l993 {n}" for n in (29, 31, 33)]
    draft = read("\n".join(f"{body}\n{head}" for head in heads) + f"\n{body} ends.\n")

    assert [words for _, words in furniture(draft)] == heads


def test_printed_numbers_of_paragraphs_are_how_it_is_cited() -> None:
    text = "\n\n".join(f"{n}. A paragraph that bears a number of its own." for n in range(104, 110))

    assert read(text).numbering is Numbering.NUMBER
    assert read(text.replace("10", "¶10")).numbering is Numbering.PILCROW


def test_no_text_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read(" \n\n ")
    assert refused.value.reason is Reason.EMPTY
    with pytest.raises(Refused):
        read(bytes(range(1, 9)) * 40)


def test_a_plain_text_is_a_plain_text() -> None:
    assert read("x y z\n").kind is Kind.TEXT


WHO = ("The Secretary of State", "The Prime Minister", "Lord Salter", "The Chancellor")


def minutes(form: str, pages: int = 4, on_each: int = 5) -> str:
    """Pages parted by form feeds, with a head and a number; paragraphs that nothing but their
    printed numbers part, many of which begin alike."""
    out: list[str] = []
    for page in range(pages):
        rows = ["CABINET PAPER 14", ""]
        for nth in range(page * on_each + 1, (page + 1) * on_each + 1):
            who, whom = WHO[nth % 4], chr(ord("A") + nth)
            said = f"{who} said that the talks would go on for as long as Mr {whom} wished."
            rows += textwrap.wrap(form.format(n=nth) + said, 60)
        out.append("\n".join([*rows, "", f"                {page + 1}"]))
    return "\f".join(out) + "\n"


@pytest.mark.parametrize(
    "form", ["{n}. ", "    {n}. ", "¶{n}. ", "¶ {n} ", "{n}   ", "[{n}] ", "({n}) "]
)
def test_printed_numbers_part_paragraphs_on_pages_of_a_text(form: str) -> None:
    draft = read(minutes(form))

    own = [each for each in draft.text.split("\n\n") if "said that the talks" in each]
    assert (draft.paragraphs, len(own)) == (20, 20)
    heads = [piece for piece in draft.furniture if piece.kind is FurnitureKind.HEADER]
    assert len(heads) == 4


def test_a_table_that_counts_its_rows_is_no_numbered_text() -> None:
    rows = "\n".join(f"{n}   Town of {WHO[n % 4]}   {n * 13}" for n in range(1, 9))

    assert read(f"What the towns pay, as it is told here\n{rows}\n\nThe end.\n").paragraphs == 2


LINES = (
    "Präsident: Ich eröffne die Sitzung. {}",
    "van Rompuy: Dem schließe ich mich an. {} So ist es –",
    "de Gaulle: Nein {}",
    "iPhone users are asked to leave, {}",
    "e-mail from Ms Roe: she cannot come",
)


def test_one_paragraph_to_each_line_is_one_whether_it_is_guessed_or_chosen() -> None:
    said = "und wir sind uns einig, dass der Handel weitergehen muss " * 4
    text = "\n".join(line.format(said).strip() for line in LINES)

    guessed = read(text)
    assert guess(guessed, "paragraphs") == Paragraphing.EACH_LINE
    assert paragraphs(guessed) == text.split("\n")
    assert guessed.text == read(text, Choices(paragraphs=Paragraphing.EACH_LINE)).text


def test_a_line_that_the_end_of_a_page_parts_is_one_paragraph() -> None:
    said = (
        "the states agreed that trade goes on as it did before for as long as the talks last " * 4
    )
    text = f"The chair said that {said}\x0cand {said}ends.\nHe sat down, and {said}ends."

    assert read(text).paragraphs == 2


@pytest.mark.parametrize(
    "words", ["ORIZADA DE T'd3RAX, M'e9todo", "a por'e7'e3o do pulm'e3o", "caf=C3=A9 and th=C3=A9"]
)
def test_letters_that_a_file_before_wrote_in_figures_are_told(words: str) -> None:
    assert "garbled" in read(f"{words} stands here.\n").noticed[0]


def test_what_is_written_with_apostrophes_is_not_garbled() -> None:
    words = "L'effet d'abord, l'eau d'ecume, l'acte; the '90s and the class of '98; it's o'clock."
    assert read(words + "\n").noticed == ()


SENTENCE = "Therefore we ask the Assembly to act."


def speech() -> str:
    """Three pages, each of which ends with the same sentence, under a running head."""
    return "\f".join(
        f"A SPEECH\n\nThis is the {nth} of our wishes.\nIt is the {nth} of three.\n\n{SENTENCE}\n"
        for nth in ("first", "second", "third")
    )


def test_what_comes_back_on_each_page_is_kept_where_a_person_says_so() -> None:
    aside, kept = read(speech()), read(speech(), Choices(running_heads=RunningHeads.KEPT))

    assert guess(aside, "running_heads") == "aside"
    assert [words for _, words in furniture(aside)] == ["A SPEECH", SENTENCE] * 3
    assert guess(kept, "running_heads") == "kept"
    assert furniture(kept) == []
    assert paragraphs(kept).count(SENTENCE) == 3


def test_where_nothing_comes_back_there_is_nothing_to_choose_of_it() -> None:
    assert all(each.what != "running_heads" for each in read(WRAPPED).guesses)


def test_headings_that_count_come_back_on_no_page() -> None:
    held = ("Peace is kept.", "Trade is free.", "Each has one vote.")
    text = "\f".join(f"Article {n}\n\n{words}\n\n{n}\n" for n, words in enumerate(held, 1))

    draft = read(text)

    assert [words for _, words in furniture(draft)] == ["1", "2", "3"]
    assert paragraphs(draft)[0] == "Article 1"


def test_a_chapter_that_heads_its_pages_comes_back() -> None:
    text = "\f".join(f"Chapter 1\n\nWhat stands on the {n}. page.\n" for n in ("a", "b", "c"))

    assert [words for _, words in furniture(read(text))] == ["Chapter 1"] * 3


@pytest.mark.parametrize("speaker", ["THE PRESIDENT", "MR. STONE (KENT)"])
def test_who_speaks_first_is_no_title(speaker: str) -> None:
    turns = f"{speaker}\n\nI open the sitting.\n\nMs. Hill\n\nThank you.\n\n{speaker}\n\nIt ends.\n"

    assert read(turns).proposal.title == ""
    assert read(f"THE DEBATE ON PEACE\n\n{turns}").proposal.title == "THE DEBATE ON PEACE"
