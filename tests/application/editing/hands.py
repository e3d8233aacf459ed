"""A desk on a real library, and what a person does there."""

from collections.abc import Callable
from pathlib import Path

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.application.editing.made_ids import approach_id, claim_id
from counterpoint.application.editing.passages import passage_at
from counterpoint.application.history import History
from counterpoint.domain.approach import ClaimKind, Coverage, Stance
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing import answers, claims, evidence
from counterpoint.domain.editing.cells import claim_ids
from counterpoint.domain.forms import ApproachForm, ClaimForm, EvidenceForm, PassageForm
from counterpoint.domain.source import SourceText
from counterpoint.domain.span import Span
from counterpoint.storage.files.text_file import read_source_text
from counterpoint.storage.library.walk import approach_file

TALK, FIRM, ASKED = "options/talk.yaml", "options/firm.yaml", "options/dimensions.yaml"


class Hands:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.desk = LibraryDesk(folder, History())
        text, digest = read_source_text(folder / "corpus" / "letter.txt", "corpus/letter.txt")
        self.text = SourceText("letter", text, digest)
        (self.source,) = self.desk.files.sources

    def save(self) -> bool:
        """What waits is written, and taken up."""
        done = self.desk.writer.work()
        self.desk.collect()
        return done

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (self.folder / "options").iterdir()}

    def selected(self, words: str, *voice: str) -> PassageForm:
        """The passage that a person selects by dragging over `words`."""
        start = self.text.text.index(words)
        return passage_at(self.source, self.text, Span(start, start + len(words)), voice or ("x",))

    def change(
        self, kind: CommandKind, change: Callable[[ApproachForm], ApproachForm], id: str = "talk"
    ) -> None:
        self.desk.change_approach(id, kind, change)

    def word(self, claim: str, text: str) -> None:
        self.change(CommandKind.WORD_CLAIM, lambda form: claims.word_claim(form, claim, text))

    def link(self, words: str, claim: str = "go-on") -> None:
        piece = EvidenceForm(self.selected(words), Stance.ADVOCATES)
        self.change(
            CommandKind.LINK_PASSAGE, lambda form: evidence.link_passage(form, claim, piece)
        )

    def make(self, text: str, words: str, dimension: str = "channels") -> str:
        """A new claim on a passage; its id."""
        taken = claim_ids(self.desk.approach("talk"))
        id = claim_id(text, taken)
        piece = EvidenceForm(self.selected(words), Stance.ADVOCATES)
        new = ClaimForm(id, text, ClaimKind.FACT, (piece,))
        self.change(CommandKind.MAKE_CLAIM, lambda form: claims.make_claim(form, dimension, new))
        return id

    def delete(self, claim: str) -> None:
        self.change(CommandKind.DELETE_CLAIM, lambda form: claims.delete_claim(form, claim))

    def move(self, claim: str, dimension: str, number: int) -> None:
        self.change(
            CommandKind.MOVE_CLAIM,
            lambda form: claims.move_claim(form, claim, dimension, number),
        )

    def answer(self, sentence: str) -> None:
        self.change(
            CommandKind.ANSWER_QUESTION,
            lambda form: answers.set_answer(form, "channels", sentence, ("talk",), ("go-on",)),
        )

    def cover(self, why: str) -> None:
        self.change(
            CommandKind.SET_COVERAGE,
            lambda form: answers.set_coverage(form, "objections", Coverage.PARTIAL, why),
        )

    def copy_approach(self, title: str, cue: str) -> str:
        """The approach of talks once more, under another name; its id."""
        id = approach_id(title, frozenset(self.desk.resolved.approaches))
        new = self.desk.approach("talk")._replace(title=title, cue=cue)
        self.desk.do(CommandKind.MAKE_APPROACH, {approach_file(id): new})
        return id

    def delete_approach(self, id: str) -> None:
        self.desk.do(CommandKind.DELETE_APPROACH, {approach_file(id): None})
