"""A small library written to a real folder, for tests to read, damage and read again."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from counterpoint.application.library.anchor import anchor_library

LETTER = """\
A LETTER

¶1. The minister said that talks should go on, “come what may”, and that trade should grow.

¶2. Talks should go on. His critics called this unrealistic,
and asked for firmness first. The debate ran over

PAGE 2

into the next page and did not end there.

¶3. Nobody spoke of the neighbours.
"""

LETTER_YAML = """\
title: A letter
short: Letter
author: not stated in the text
publisher: the ministry
date: "2008-10-20"
kind: letter
marking: none
about: A letter made up for tests.
reached_us: It was written for them.
access: anyone
rights: Apache-2.0
numbering: pilcrow
statement: Nothing depends on it.
furniture:
  - kind: header
    text: A LETTER
  - kind: page number
    after: The debate ran over
    before: into the next page
    interrupts: true
bears_on_nothing:
  - paragraph: "¶3"
    why: it says that nothing was said
"""

DIMENSIONS = """\
dimensions:
  - id: channels
    title: Channels
    question: Who talks to whom?
    tells_apart: Some talk, some do not.
  - id: objections
    title: Objections and risks
    question: What do critics say?
    tells_apart: Each has its own.
"""

TALK = """\
# Written by hand; this comment has to stay.
title: Keep talking
gist: Talk, whatever happens.
cue: A
colour: blue
status:
  is: advocated
  note: the minister, 2008
date: "2008"
proponents:
  - name: the minister
positions:
  channels:
    coverage: full
    claims:
      - id: go-on
        text: Talks should continue.
        kind: prescription
        evidence:
          - source: letter
            quote: >-
              Talks should go on.
            stance: advocates
            voice: [the ministry, the minister]
  objections:
    coverage: partial
    why: only one critic is heard
    claims:
      - id: not-real
        text: Critics find it unrealistic.
        kind: fact
        evidence:
          - source: letter
            quote: His critics called this unrealistic, and asked for firmness first.
            stance: criticises
            voice: [the ministry, "its critics"]  # who they are is not said
          - source: letter
            stance: tells against
            voice:
              - the ministry
            link: inferred
            why: the debate is about the talks
            quote: The debate ran over into the next page
"""

FIRM = """\
title: Firmness first
gist: Be firm before talking.
cue: B
colour: orange
status: {is: rejected, note: 2008}
date: undated
proponents: []
relations:
  - {kind: answers, option: talk, why: it asks for firmness first}
positions:
  channels:
    coverage: gap
    looked_for: any word on talks
  objections:
    coverage: full
    claims:
      - {id: firm, text: Critics ask for firmness., kind: prescription, evidence: ["""
FIRM += """{source: letter, quote: "asked for firmness first", stance: advocates, voice: [x]}]}
"""


@dataclass(frozen=True, slots=True)
class LibraryOnDisk:
    folder: Path

    @classmethod
    def make(cls, folder: Path, *, anchored: bool = True) -> Self:
        """The small library in `folder`, which is made."""
        (folder / "corpus").mkdir(parents=True)
        (folder / "options").mkdir()
        disk = cls(folder)
        disk.write("corpus/library.yaml", "title: Small\nstatement: One letter.\n")
        disk.write("corpus/letter.txt", LETTER)
        disk.write("corpus/letter.yaml", LETTER_YAML)
        disk.write("options/dimensions.yaml", DIMENSIONS)
        disk.write("options/talk.yaml", TALK)
        disk.write("options/firm.yaml", FIRM.replace("note: 2008", 'note: "2008"'))
        if anchored:
            assert anchor_library(folder).problems == ()
        return disk

    def path(self, name: str) -> Path:
        return self.folder / name

    def read(self, name: str) -> str:
        return self.path(name).read_bytes().decode()

    def write(self, name: str, text: str) -> None:
        self.path(name).write_bytes(text.encode())

    def replace(self, name: str, old: str, new: str) -> None:
        """Alters one place of a file. Raises ValueError if `old` does not stand once."""
        text = self.read(name)
        if text.count(old) != 1:
            raise ValueError(f"{old!r} stands {text.count(old)} times in {name}")
        self.write(name, text.replace(old, new))
