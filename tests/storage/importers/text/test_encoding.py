"""In which encodings a text is known: those of every script, with a mark and without."""

import math
import struct

import pytest

from counterpoint.storage.importers.draft import Choices
from counterpoint.storage.importers.reading import read_document
from counterpoint.storage.importers.refusal import Reason, Refused
from counterpoint.storage.importers.text.encoding import decode

RUSSIAN = (
    "Правительство заявило, что переговоры будут продолжаться. Министр добавил: никто не вправе."
)
UKRAINIAN = (
    "Уряд заявив, що переговори триватимуть. Міністр додав, що ніхто не має права їх припинити."
)
GREEK = (
    "Η κυβέρνηση δήλωσε ότι οι συνομιλίες θα συνεχιστούν όσο είναι χρήσιμες. Κανείς δεν διαφωνεί."
)
ARABIC = (
    "قالت الحكومة إن المحادثات ستستمر طالما كانت مفيدة للطرفين. وأضاف الوزير أنه لا يحق لأحد ذلك."
)
HEBREW = "הממשלה הודיעה כי השיחות יימשכו כל עוד הן מועילות לשני הצדדים. השר הוסיף כי לאיש אין זכות."
JAPANESE = (
    "政府は、協議が双方にとって有益である限り継続すると述べた。誰も打ち切る権利はないと付け加えた。"
)
CHINESE = (
    "政府表示，只要谈判对双方都有益，谈判就会继续下去。部长补充说，任何一方都无权单方面中止谈判。"
)
TAIWAN = (
    "政府表示，只要談判對雙方都有益，談判就會繼續下去。部長補充說，任何一方都無權單方面中止談判。"
)
KOREAN = (
    "정부는 회담이 양측 모두에게 유익한 한 계속될 것이라고 밝혔다. 장관은 권리가 없다고 덧붙였다."
)
THAI = "รัฐบาลกล่าวว่าการเจรจาจะดำเนินต่อไปตราบเท่าที่เป็นประโยชน์ต่อทั้งสองฝ่าย รัฐมนตรีกล่าวเสริม"
HINDI = "सरकार ने कहा कि जब तक दोनों पक्षों के लिए वार्ता उपयोगी है तब तक वह जारी रहेगी।"
GERMAN = (
    "Die Regierung erklärte, daß die Gespräche fortgesetzt würden. Außerdem dürfe niemand gehen."
)
FRENCH = "Le Président a déclaré que les négociations étaient nécessaires, où qu’elles se tiennent."
POLISH = "Rząd oświadczył, że rozmowy będą trwały długo. Źródła mówią o łącznej kwocie."
CZECH = "Vláda prohlásila, že jednání budou pokračovat, dokud budou užitečná pro obě strany."
HUNGARIAN = (
    "A kormány bejelentette, hogy a tárgyalások folytatódnak, és senki sem szakíthatja meg őket."
)
TURKISH = (
    "Hükümet görüşmelerin süreceğini açıkladı. Bakan, kimsenin görüşmeleri kesemeyeceğini söyledi."
)
LITHUANIAN = (
    "Vyriausybė pareiškė, kad derybos tęsis, kol bus naudingos. Ministras pridūrė, kad šįmet."
)
EVERY = {
    RUSSIAN: "cp1251 koi8_r cp866 iso8859_5 mac_cyrillic",
    UKRAINIAN: "cp1251 cp1125",
    GREEK: "cp1253 iso8859_7 cp737",
    ARABIC: "cp1256 iso8859_6",
    HEBREW: "cp1255 iso8859_8",
    JAPANESE: "shift_jis cp932 euc_jp iso2022_jp",
    CHINESE: "gb18030 gbk gb2312 hz",
    TAIWAN: "big5 cp950",
    KOREAN: "euc_kr cp949",
    THAI: "cp874",
    HINDI: "",
    GERMAN: "cp1252 cp850 mac_roman",
    FRENCH: "cp1252 mac_roman",
    POLISH: "cp1250 iso8859_2 cp852",
    CZECH: "cp1250 iso8859_2 cp852",
    HUNGARIAN: "cp1250 iso8859_2",
    TURKISH: "cp1254 iso8859_9 cp857",
    LITHUANIAN: "cp1257 iso8859_13",
}
UNICODE = "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be"
BOTH = [(text, name) for text, own in EVERY.items() for name in f"{UNICODE} {own}".split()]


@pytest.mark.parametrize(("text", "encoding"), BOTH)
def test_every_script_comes_in_from_every_encoding_that_it_is_written_in(
    text: str, encoding: str
) -> None:
    assert read_document(text.encode(encoding), "txt", Choices()).text == f"{text}\n"
    paragraphs = "\n\n".join(f"{text} {number}" for number in range(30))
    assert read_document(paragraphs.encode(encoding), "txt", Choices()).text == f"{paragraphs}\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_a_text_that_was_cut_off_in_mid_letter_comes_in_and_says_so(encoding: str) -> None:
    draft = read_document(f"{RUSSIAN * 30}".encode(encoding)[:-1], "txt", Choices())

    assert draft.text == f"{(RUSSIAN * 30)[:-1]}\ufffd\n"
    assert "cut short" in draft.noticed[0]


def test_halves_of_letters_in_utf_8_are_put_together_and_one_alone_is_told() -> None:
    cut = "Signed \ud83d\ude00 by both, and by \ud83d alone."
    draft = read_document(cut.encode("utf-8", "surrogatepass"), "txt", Choices())

    assert draft.text == "Signed 😀 by both, and by \ufffd alone.\n"
    assert "1 letter that the file marks as unknown" in draft.noticed[0]


@pytest.mark.parametrize(
    "data",
    [
        b"".join(struct.pack("<h", int(3000 * math.sin(at / 20))) for at in range(5000)),
        b"".join(struct.pack("<I", 100 + at * at % 700) for at in range(5000)),
        b"".join(struct.pack("<H", 100 + at * at % 700) for at in range(5000)),
        bytes(at * at % 251 for at in range(9000)),
    ],
)
def test_what_is_no_text_is_none_in_any_encoding(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_document(data, "txt", Choices())

    assert refused.value.reason is Reason.UNKNOWN_KIND


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp"])
@pytest.mark.parametrize(
    "text",
    [
        "委員会は次の提案を採択した。予算は変更しない。",
        "東京都の条例について、意見を述べる。",
        "会議は延期された。",
    ],
)
def test_short_japanese_is_not_taken_for_korean(text: str, encoding: str) -> None:
    assert read_document(text.encode(encoding), "txt", Choices()).text == f"{text}\n"


def test_letters_that_old_mail_writes_in_signs_of_ascii_are_read() -> None:
    words = "Le précis de l’été — où l’on est — vaut 1 + 1 €, dit-il à l’élève."
    found = decode(words.encode("utf-7"))

    assert found.text == words
    assert found.guess is not None
    assert (found.guess.chosen, found.guess.sure) == ("utf-7", False)


@pytest.mark.parametrize(
    "text",
    [
        "call +4420 7946 or +4930 123, +331 42, +3902 1",
        "C++ and D++ and a+b+c, q=one+two+three+four",
        "+1 +2 +3 +- +-",
        "YWJj+ZGVm+Z2hp+amts/bW5v+cHFy",
    ],
)
def test_plus_signs_are_themselves_elsewhere(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8", None)
