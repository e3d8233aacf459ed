"""A project of another program for qualitative analysis, on a real disk."""

from pathlib import Path

from tests import made_documents

GUIDS = [f"00000000-0000-0000-0000-00000000000{number}" for number in range(10)]
TEXT = "A 😀 first line.\r\nA second line with the words that count, and more.\r\n"
WORDS = "the words that count"


def qde(start: int, end: int, *, name: str = WORDS, code: str = "A: code") -> str:
    """One text with one coded passage, from `start` to `end`, and a memo on it."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Theirs" origin="Another 1.0">
 <Users><User guid="{GUIDS[0]}" name="Ann"/></Users>
 <CodeBook><Codes>
  <Code guid="{GUIDS[1]}" name="Group" isCodable="false">
   <Code guid="{GUIDS[2]}" name="{code}" isCodable="true"/>
   <Code guid="{GUIDS[7]}" name="" isCodable="true"/>
  </Code>
 </Codes><Sets/></CodeBook>
 <Variables/><Cases/>
 <Sources>
  <TextSource guid="{GUIDS[3]}" name="A text.txt" plainTextPath="internal://{GUIDS[3]}.txt">
   <PlainTextSelection guid="{GUIDS[4]}" name="{name}" startPosition="{start}" endPosition="{end}">
    <Coding guid="{GUIDS[5]}"><CodeRef targetGUID="{GUIDS[2]}"/></Coding>
    <NoteRef targetGUID="{GUIDS[6]}"/>
   </PlainTextSelection>
  </TextSource>
 </Sources>
 <Notes>
  <Note guid="{GUIDS[6]}" name="memo"><PlainTextContent>What I think.</PlainTextContent></Note>
 </Notes>
 <Links/><Graphs/>
</Project>"""


def packed(place: Path, project: str, text: str = TEXT, folder: str = "sources") -> Path:
    """The file of a project that has this text."""
    path = place / "theirs.qdpx"
    path.write_bytes(
        made_documents.packed({"project.qde": project, f"{folder}/{GUIDS[3]}.txt": text.encode()})
    )
    return path
