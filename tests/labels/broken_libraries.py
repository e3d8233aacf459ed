"""The small library broken in the ways that its problems have sentences for: each by a name."""

import re
from collections.abc import Callable, Iterator

from tests.answered_library import ANSWER, with_answers
from tests.labels.broken_values import ASKED, DESCRIBED, REPLACED, TALK, TEXT
from tests.labels.broken_yaml import SLIPS
from tests.library_on_disk import LETTER_YAML, LibraryOnDisk

Break = Callable[[LibraryOnDisk], object]

REPLIES = "options/replies.yaml"
ANSWERED = f"    answer: {ANSWER}\n    holds: [talk]\n    rests_on: [go-on]\n"
_PLAIN = LETTER_YAML.partition("furniture:")[0]

SPEECH = """\
¶1. The talks went on, and in 1999 nobody could say why they should. It was efﬁcient, they said…

¶2. Talks should go on. His critics said that the talks went on for too long, and the debate ran

2

over into the next page, where one policy12 was not\u00ad withstanding the others. It ended.

Footnote¹ Not so.

¶3. And the talks went on.
"""
_REPLY = """\
replies:
  - kind: rebuts
    by:
      source: letter
      quote: His critics called this unrealistic
      voice: [his critics]
    to:
      source: letter
      quote: Talks should go on.
      voice: [the minister]
    why: it calls them unrealistic
"""


def breaks() -> Iterator[tuple[str, Break]]:
    """What is wrong, in a few words, and what does it to the library."""
    yield from (_replaced(*each) for each in REPLACED)
    yield from (
        (f"{old!r} becomes {new!r} in the answers", _answered(old, new)) for old, new in _ANSWERS
    )
    yield from ((f"the slip {text!r}", _written(TALK, text)) for text in SLIPS)
    yield from ((f"a quotation of {quote!r}", _quoting(quote, more)) for quote, more in _QUOTES)
    yield from ((f"a file {name}", _written(name, "something")) for name in _FILES)
    yield from ((f"a text of {text[:20]!r}", _source(text, "")) for text in _TEXTS)
    yield from ((f"furniture {given}", _furniture(given)) for given in _FURNITURE)
    yield from ((f"a note {text!r}", _note(text)) for text in _NOTES)
    yield from ((f"replies with {old!r} as {new!r}", _replies(old, new)) for old, new in _REPLIED)
    yield from _OTHERS


def _replaced(name: str, old: str, new: str) -> tuple[str, Break]:
    return f"{old!r} becomes {new!r}", lambda disk: disk.replace(name, old, new)


def _answered(old: str, new: str) -> Break:
    def broken(disk: LibraryOnDisk) -> None:
        with_answers(disk)
        name = TALK if old in disk.read(TALK) else ASKED
        disk.write(name, disk.read(name).replace(old, new, 1))

    return broken


def _written(name: str, text: str) -> Break:
    return lambda disk: disk.write(name, text)


def _bytes(name: str, data: bytes) -> Break:
    return lambda disk: disk.path(name).write_bytes(data)


def _source(text: str, more: str) -> Break:
    def broken(disk: LibraryOnDisk) -> None:
        disk.write("corpus/two.txt", text)
        disk.write("corpus/two.yaml", _PLAIN + more)

    return broken


def _furniture(given: str) -> Break:
    return _source(SPEECH, f"unseen: So it came.\nfurniture:\n  - {{kind: page number, {given}}}\n")


def _quoting(quote: str, more: str) -> Break:
    def broken(disk: LibraryOnDisk) -> None:
        _source(SPEECH, "unseen: So it came.\n")(disk)
        text = re.sub(r"\n +anchor: .*", "", disk.read(TALK), count=1)
        text = text.replace("source: letter", f"source: two{more}", 1)
        text = re.sub(r"quote: >-\n +Talks should go on\.", f'quote: "{quote}"', text, count=1)
        disk.write(TALK, text)

    return broken


def _note(text: str) -> Break:
    def broken(disk: LibraryOnDisk) -> None:
        disk.path("notes").mkdir()
        encoding = "latin-1" if "\xe9" in text else "utf-8"
        disk.path("notes/n.md").write_bytes(text.encode(encoding))

    return broken


def _replies(old: str, new: str) -> Break:
    return _written(REPLIES, _REPLY.replace(old, new, 1))


def _unanchored(disk: LibraryOnDisk) -> None:
    disk.write(TALK, re.sub(r"\n +anchor: .*", "", disk.read(TALK)))
    disk.write(DESCRIBED, re.sub(r"digest: .*\n", "", disk.read(DESCRIBED)))


def _cut_short(disk: LibraryOnDisk) -> None:
    _unanchored(disk)
    disk.replace(TALK, "ran over into the next page", "ran over # into the next page")


def _older_replies(disk: LibraryOnDisk) -> None:
    disk.write("options/answers.yaml", _REPLY.replace("replies:", "answers:"))


def _both_replies(disk: LibraryOnDisk) -> None:
    _older_replies(disk)
    disk.write(REPLIES, _REPLY)


def _folder(name: str) -> Break:
    return lambda disk: disk.path(name).mkdir(parents=True)


def _gone(name: str) -> Break:
    return lambda disk: disk.path(name).unlink()


def _folder_gone(disk: LibraryOnDisk) -> None:
    for path in disk.path("options").iterdir():
        path.unlink()
    disk.path("options").rmdir()


def _link(disk: LibraryOnDisk) -> None:
    disk.path(TEXT).unlink()
    disk.path(TEXT).symlink_to(disk.path("nowhere.txt"))


def _two(*both: Break) -> Break:
    def broken(disk: LibraryOnDisk) -> None:
        for each in both:
            each(disk)

    return broken


def _odd_keys(disk: LibraryOnDisk) -> None:
    _unanchored(disk)
    disk.write(DESCRIBED, LETTER_YAML.replace("statement: ", "? statement\n: "))


def _emptied(key: str) -> Break:
    """The first list under `key` is empty."""
    pattern = re.compile(rf"^( *){key}:\n(?:\1 +.*\n|\n)+", re.MULTILINE)
    return lambda disk: disk.write(
        TALK, pattern.sub(lambda found: f"{found[1]}{key}: []\n", disk.read(TALK), count=1)
    )


def _stale_context(disk: LibraryOnDisk) -> None:
    disk.write(TALK, re.sub('before: "', 'before: "x', disk.read(TALK), count=1))


def _other_surroundings(disk: LibraryOnDisk) -> None:
    """The words stand where the anchor does not say, and nothing around them is as it says."""
    other = f'{{start: 1, end: 20, before: "x", after: "y", digest: "{"0" * 64}"}}'
    disk.write(TALK, re.sub(r"anchor: \{.*\}", f"anchor: {other}", disk.read(TALK), count=1))


def _no_anchors(disk: LibraryOnDisk) -> None:
    """Quotations in a list of keys with values, one of them with its key on a line of its own."""
    _unanchored(disk)
    quoted = "quote: The debate ran over into the next page\n"
    disk.replace(TALK, quoted, "? quote\n            : The debate ran over into the next page\n")


def _no_digest(disk: LibraryOnDisk) -> None:
    text = _PLAIN.replace("statement: Nothing depends on it.\n", "")
    disk.write(DESCRIBED, f"{text}? statement\n: Near.\n...\n")


_ANSWERS = [
    (ANSWER, "word " * 21),
    ("holds: [talk]", "holds: [tolk]"),
    ("holds: [talk]", "holds: [zebra]"),
    ("rests_on: [go-on]", "rests_on: [goon]"),
    ("rests_on: [go-on]", "rests_on: [zebra]"),
    ("    holds: [talk]\n", ""),
    ("[the ministry, the minister]", "[the ministry, somebody]"),
    ("stance: criticises", "stance: tells against\n            why: so"),
    (ANSWERED, ""),
    ("First answer", "One of far too many"),
    ("      - {id: silence, name: Other answer, means: The other of them.}\n", ""),
    ("id: silence", "id: talk"),
]
_QUOTES = [
    ("Talks should now go on.", ""),
    ("Bananas are yellow and sweet.", ""),
    ("Talks should go on.", ""),
    ("should go", '\n            paragraph: "¶1"'),
    ("talks went on", ""),
    ("on", ""),
    ("oth", ""),
    ("It was efficient, they said", ""),
    ("TALKS should go on", ""),
    ("cient, THEY said...", ""),
    ("ALKS should go o", ""),
    ("His critics called this unrealistic", ""),
    ("the debate ran over into the next page", ""),
    ("one policy was not", ""),
    ("His critics said that for too long, and the debate", ""),
    ("The talks went on […] nobody could say", ""),
    ("the talks went up", ""),
    ("in 1998 nobody could really say why they should", ""),
]
_FILES = [
    "options/new-seats.yaml.txt",
    "options/talk.yaml.txt",
    "options/AUX.YAML",
    "options/aux.yaml",
    "options/Talk.yaml",
    "options/a b.yaml",
    "options/speech.txt",
    "options/draft.docx",
    "options/talk.yaml.bak",
    "options/talk.yaml.orig",
    "options/.hidden",
    "corpus/desktop.ini",
    "corpus/Speech 1999.pdf",
    "corpus/Mail 1999.eml",
    "corpus/figures.csv",
    "corpus/library.txt",
    "corpus/lettre.txt",
    "corpus/letter (conflicted copy 2026-11-22).txt",
    "corpus/other.sync-conflict-20261122-101530-ABCDEFG.txt",
    "corpus/letter.map.json",
]
_WRAPPED = (
    "The debate went on for as long as anybody there could\nbear it, and then for some more.\n"
)
_TEXTS = [
    "One.\r\nTwo.\r\n",
    "\ufeffOne.\n",
    "One.\nTwo\u2028three.\n",
    "One.\n\fTwo.\n",
    "  \n",
    "One.\n\nTwo \x9dwords.\n",
    "One \u202e two \ufffd three \ue000.\n",
    "One\u200b.\nTwo\u200b\nThree\u200b\n",
    _WRAPPED * 40,
    f"{_WRAPPED}\n{_WRAPPED * 40}\n{_WRAPPED}\n{_WRAPPED * 40}",
    "The debate went on. " * 500,
]
_FURNITURE = [
    "text: zebra",
    "text: '199'",
    "text: on",
    "text: They said, after: on",
    "interrupts: true",
    "after: on, before: the",
    "after: The talks, before: went on",
    "after: zebra, before: went on",
]
_NOTES = [
    "---\nkind: guess\n---\nWords.\n",
    "---\nkind: observation\nWords.\n",
    "---\nkind: judgement\nkind: judgement\n---\n",
    "---\nkind: [a, b]\n---\n",
    "---\ntags: {a: b}\n---\n",
    "---\n[a, b]\n---\n",
    "---\nkind:\n  a: b\n  c: d\n---\n",
    "---\n- kind\n---\n",
    "---\n  kind: judgement\n---\n",
    "---\nkind: a\x85b\n---\n",
    "---\nkind: judgement\x00\n---\n",
    "---\ntarget: option\n---\nWords.\n",
    "---\noption: talk\n---\nWords.\n",
    "---\ncreated: yesterday\n---\nWords.\n",
    "---\ntarget: passage\nsource: letter\nstart: -1\nend: 2\n---\n",
    "---\ntarget: passage\nsource: letter\nstart: 3\nend: 2\n---\n",
    "---\ntarget: option\noption: tallk\n---\n",
    "---\ntarget: source\nsource: zebra\n---\n",
    "---\ntarget: claim\noption: talk\ndimension: channels\nclaim: go-off\n---\n",
    "---\ntarget: position\noption: talk\ndimension: zebra\n---\n",
    "---\nkind: judgement\n? a\n: b\x85\n---\n",
    "---\ntarget: evidence\noption: talk\ndimension: channels\nclaim: go-on\n"
    "evidence: talk/go-on/0\nsource: letter\n---\n",
    "caf\xe9\n",
]
_REPLIED = [
    ("    why: it calls them unrealistic", "    link: inferred"),
    ("[his critics]", '[his critics]\n      date: "2008-10-19"'),
    ("[his critics]", "[]"),
    ("kind: rebuts", "kind: doubts"),
    ("Talks should go on.", "Talks should go off."),
]
_MAP = '{{"format": 1, "text": "", "pages": {}}}'
_FROM = LETTER_YAML + ("original: {{file: {}, name: a.pdf, kind: pdf, digest: " + "a" * 64 + "}}\n")
_OTHERS: list[tuple[str, Break]] = [
    ("nothing is anchored", _unanchored),
    ("a comment cuts a quotation", _cut_short),
    ("a key that takes two lines", _odd_keys),
    ("the older replies", _older_replies),
    ("both replies", _both_replies),
    ("an empty file", _written(TALK, "# nothing\n")),
    ("a file of no text", _bytes(TALK, b"title: \x00\n")),
    ("a file of a list", _written(TALK, "- a\n")),
    ("a file in Latin-1", _bytes(TALK, b"title: caf\xe9\n")),
    ("a folder among the sources", _folder("corpus/2020")),
    ("a folder in the place of a file", _two(_gone(TALK), _folder(TALK))),
    ("a folder among the notes", _folder("notes/n.md")),
    ("a file in the place of the notes", _written("notes", "Words.\n")),
    ("no options", _folder_gone),
    ("no dimensions", _gone(ASKED)),
    ("no text", _gone(TEXT)),
    ("no description", _gone(DESCRIBED)),
    ("a link to nowhere", _link),
    (
        "a mistyped description",
        lambda disk: disk.path(DESCRIBED).rename(disk.path("corpus/lettre.yaml")),
    ),
    ("the map of another text", _written("corpus/letter.map.json", '{"format": 1, "text": "a"}')),
    ("a claim without evidence", _emptied("evidence")),
    ("a cell without claims", _emptied("claims")),
    ("no dimension", _written(ASKED, "dimensions: []\n")),
    ("other surroundings", _other_surroundings),
    ("a stale context", _stale_context),
    ("a description that takes no digest", _no_digest),
    ("an approach that takes no anchors", _no_anchors),
    (
        "a map with a word for a position",
        _written("corpus/letter.map.json", _MAP.format('[["a", 1]]')),
    ),
    ("a map out of order", _written("corpus/letter.map.json", _MAP.format("[[5, 1], [3, 1]]"))),
    ("a map of a later version", _written("corpus/letter.map.json", '{"format": 2}')),
    ("an original that is gone", _written(DESCRIBED, _FROM.format("originals/letter.pdf"))),
    (
        "an original that is another file",
        _two(
            _written(DESCRIBED, _FROM.format("originals/letter.pdf")),
            _two(_folder("originals"), _written("originals/letter.pdf", "Words.")),
        ),
    ),
    ("an original of no kind", _written(DESCRIBED, _FROM.format("originals/letter.exe"))),
]
