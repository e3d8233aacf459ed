"""The library as it is being changed: each change is seen at once, written behind, and a step that
can be undone.

One thread owns a desk. What the disk and others did to the files waits in its writer until
`collect` takes it up.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

from counterpoint.application.clock import Clock
from counterpoint.application.history import Changed, Command, History, Impossible, NotNow, Way
from counterpoint.application.notes.notebook import Notebook
from counterpoint.domain.approach import Dimension
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.following import NOTHING, Became, Following
from counterpoint.domain.editing.merging import Clash, put_over
from counterpoint.domain.forms import ApproachForm, ReplyForm
from counterpoint.domain.problem import Problem
from counterpoint.domain.resolve import resolve_replies
from counterpoint.domain.resolved_library import ResolvedLibrary, resolve_library
from counterpoint.domain.search.saved import SavedSearch
from counterpoint.storage.files import atomic
from counterpoint.storage.files.text_file import decode, read_bytes
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.editable_file import (
    QUESTIONS,
    Form,
    ReadForm,
    new_text,
    read_form,
)
from counterpoint.storage.library.library_folder import LibraryFiles, read_files
from counterpoint.storage.library.listing import listed
from counterpoint.storage.library.replies_file import OLDER_REPLIES, REPLIES
from counterpoint.storage.library.searches_file import SEARCHES
from counterpoint.storage.library.walk import approach_file
from counterpoint.storage.place import real, shipped_library
from counterpoint.storage.yaml.yaml_edit import EditWentWrong
from counterpoint.storage.yaml.yaml_file import parse_yaml

from .checks import check_writable, new_problems
from .command import LibraryEdit, Part
from .notes_along import NotesAlong
from .outcomes import BothKept, Failed, NotGone, Outcome, Refused, Written
from .to_be_written import ToBeWritten, applied
from .writer import Job, LibraryWriter, in_words

Changes = Mapping[str, Form | None]
"""What files are to say, by their names relative to the library; None for one that is to go."""


class ReadOnlyLibrary(Exception):
    """The library that comes with the app is not changed: a copy of it can be."""


class LibraryDesk:
    """Changes of the library in `folder` are steps of `history`, which others may share."""

    def __init__(
        self,
        folder: Path,
        history: History,
        files: LibraryFiles | None = None,
        writer: LibraryWriter | None = None,
    ) -> None:
        """Raises Unreadable if `folder` is no library. `files`: as they were read."""
        self.folder = folder
        self.history = history
        self.files = files if files is not None else read_files(folder)
        self.writer = writer if writer is not None else LibraryWriter(folder)
        self.read_only = real(folder) == real(shipped_library())
        self.notebook: Notebook | None = None
        """Whose notes go with what they are on."""
        self._serial = count(1)
        self._dropped: dict[int, tuple[Part, ...]] = {}
        """What steps were to do that did not come about, as others changed the same."""
        self._gone_back: set[int] = set()
        """Steps that were undone at some time."""
        self._stood: set[int] = set()
        """Steps that came about."""
        self._to_be_written = ToBeWritten()
        self._forms: dict[str, Form | None] = {}
        """Of the files that are no approaches; of the replies once they were asked for. None of one
        that is to go, though it may still be on the disk."""
        self.renew(self.files)

    def renew(self, files: LibraryFiles) -> None:
        """The library was read again, while nothing waited to be written; steps can still be
        undone."""
        self.files = files
        self._forms = {}
        self._to_be_written.forget_what_is_there()
        ground = files.resolved.ground
        if ground.dimensions and not ground.broken_dimensions:
            self._forms[QUESTIONS] = ground.dimensions

    # What is there

    @property
    def resolved(self) -> ResolvedLibrary:
        return self.files.resolved

    def form(self, name: str) -> Form | None:
        """What a file, relative to the library, says with all changes; None where there is none.
        Raises Unreadable where it is no YAML of its kind."""
        id = self.approach_in(name)
        if id is not None:
            found = self.resolved.approaches.get(id)
            return None if found is None else found.form
        read = self.files.documents.get(name)
        if name not in self._forms and read is not None:
            self._forms[name] = read_form(read.text, name).form
        if name not in self._forms:
            if not (self.folder / name).exists():
                return None
            text = decode(read_bytes(self.folder / name, name), name)
            self._forms[name] = read_form(text, name).form
        return self._forms[name]

    def approach(self, id: str) -> ApproachForm:
        """Raises KeyError: there is no such approach."""
        return self.resolved.approaches[id].form

    def approach_files(self) -> tuple[str, ...]:
        return tuple(map(approach_file, self.resolved.approaches))

    def approach_in(self, name: str) -> str | None:
        """The id of the approach whose file is called `name`; None of the questions and the
        replies."""
        if name in (QUESTIONS, REPLIES, OLDER_REPLIES, SEARCHES):
            return None
        return name.removeprefix("options/").removesuffix(".yaml")

    def questions(self) -> tuple[Dimension, ...]:
        return tuple(each for each in self.form(QUESTIONS) or () if isinstance(each, Dimension))

    @property
    def replies_name(self) -> str:
        return self.files.replies or REPLIES

    @property
    def knows_searches(self) -> bool:
        """Whether `searches` needs no file read."""
        return SEARCHES in self._forms

    def searches(self) -> tuple[SavedSearch, ...]:
        """Raises Unreadable where their file cannot be read."""
        return tuple(each for each in self.form(SEARCHES) or () if isinstance(each, SavedSearch))

    def replies(self) -> tuple[ReplyForm, ...]:
        found = self.form(self.replies_name) or ()
        return tuple(each for each in found if isinstance(each, ReplyForm))

    # Changing

    def change_approach(
        self,
        id: str,
        kind: CommandKind,
        change: Callable[[ApproachForm], ApproachForm],
        initiator: object = None,
    ) -> Changed:
        """An approach is from now on as `change` makes it; see `do`. Raises KeyError: there is no
        such approach; and what `change` raises."""
        return self.do(kind, {approach_file(id): change(self.approach(id))}, initiator)

    def do(
        self,
        kind: CommandKind,
        changes: Mapping[str, Form | None],
        initiator: object = None,
        became: Became = NOTHING,
    ) -> Changed:
        """Each file that `changes` names says the form from now on, or is gone: one step. Notes go
        with what they are on; `became`: what is merged by it. Nothing
        is changed where this raises: ReadOnlyLibrary; NotToBeWritten where a form breaks the rules
        of its file; EditWentWrong where it would not be read as it was written."""
        if self.read_only:
            raise ReadOnlyLibrary
        parts = tuple(
            Part(name, before, after)
            for name, after in changes.items()
            if (before := self.form(name)) != after
        )
        for name, before, after in parts:
            if after is not None:
                check_writable(name, before, after)
        if not parts:
            return Changed()
        size = sum(_size(part) for part in parts)
        notes = self._along(parts, became)
        edit = LibraryEdit(self, kind, next(self._serial), parts, size, notes)
        return self.history.do(edit, initiator)

    def _along(self, parts: tuple[Part, ...], became: Became) -> NotesAlong | None:
        if self.notebook is None:
            return None
        before: dict[str, ApproachForm | None] = {}
        after: dict[str, ApproachForm | None] = {}
        for part in parts:
            id = self.approach_in(part.name)
            if id is not None:
                before[id] = part.before if isinstance(part.before, ApproachForm) else None
                after[id] = part.after if isinstance(part.after, ApproachForm) else None
        return NotesAlong(self.notebook, Following(before, after, became).leads)

    def would_be_wrong(self, id: str, form: ApproachForm) -> tuple[Problem, ...]:
        """What would be told of an approach that is as `form` says, and is not told now."""
        after = self.resolved.with_approach(id, form)
        return new_problems(approach_file(id), id, self.resolved, after)

    def wrong_with_replies(self, after: Form | None) -> tuple[Problem, ...]:
        """The same of all replies."""
        replies = tuple(each for each in after or () if isinstance(each, ReplyForm))
        quotations = self.resolved.ground.quotations
        known = [(each.kind, each.fault, each.arguments) for each in self.resolved.replies.findings]
        return tuple(
            Problem(self.replies_name, None, None, each.kind, each.fault, each.arguments)
            for each in resolve_replies(replies, quotations).findings
            if (each.kind, each.fault, each.arguments) not in known
        )

    def put(
        self,
        serial: int,
        parts: tuple[Part, ...],
        *,
        back: bool,
        comments_stay: bool = False,
        amends: bool = False,
    ) -> Changed:
        """For the commands: a change that is no step of the history; all of it, or nothing.
        `comments_stay`: those at what goes are kept. `amends`: it only makes good what was done in
        another file. Raises Impossible, where others changed the
        same since, and NotNow, where a file cannot be read that was read before."""
        again = back or serial in self._gone_back
        forms: dict[str, Form | None] = {}
        clashed: list[str] = []
        for part in parts:
            if again:
                self._check_readable(serial, part.name)
            try:
                forms[part.name] = applied(part, self.form(part.name))
            except Clash:
                clashed.append(part.name)
        if clashed:
            self._dropped[serial] = parts
            raise Impossible(serial, tuple(clashed))
        if back:
            self._gone_back.add(serial)
        # What others have made so already is left alone.
        changing = [part for part in parts if forms[part.name] != self.form(part.name)]
        for part in changing:
            self._to_be_written.add(part, self.form(part.name), amends=amends)
            self._show(part.name, forms[part.name])
            others = tuple(each for each in parts if each is not part)
            self.writer.put(Job(serial, part, back, others, comments_stay))
        return Changed(files=frozenset(part.name for part in changing), nothing=not changing)

    def _check_readable(self, serial: int, name: str) -> None:
        """Raises NotNow, where somebody has made of a file what cannot be read."""
        path, known = self.folder / name, self.files.documents.get(name)
        if name in self.writer.waiting or not path.exists():
            return
        try:
            text = decode(read_bytes(path, name), name)
            if known is None or known.text != text:
                read_form(text, name)
        except (EditWentWrong, Unreadable) as error:
            raise NotNow(serial, name, in_words(error)) from error

    def all_the_same(self, serial: int) -> dict[str, Form | None]:
        """What files say where a step that did not come about is done all the same, over the words
        of others. Raises KeyError: there is none such."""
        changes: dict[str, Form | None] = {}
        for name, before, after in self._dropped[serial]:
            now = self.form(name)
            whole = before is not None and after is not None and now is not None
            changes[name] = put_over(before, after, now) if whole else after
        return changes

    def save_rescue(self, folder: Path) -> None:
        """Writes each file that waits to be written, as it should be, into another folder. Raises
        NotWritten."""
        atomic.make_folder(folder)
        when = f"{Clock().now():%Y-%m-%d %H%M%S}"
        for name in sorted(self.writer.waiting):
            form, path = self.form(name), Path(name)
            if form is not None:
                rescued = folder / f"{path.stem} (not saved, {when}){path.suffix}"
                atomic.write(rescued, new_text(name, form).encode(), private=True)

    # What came of it

    def collect(self) -> tuple[Outcome, ...]:
        """Takes up what became of changes; for whoever tells of it."""
        return tuple(map(self._collected, self.writer.collect()))

    def _collected(self, outcome: Outcome) -> Outcome:
        if isinstance(outcome, Failed):
            return outcome
        amends = self._to_be_written.next(outcome.asked.name)
        match outcome:
            case Written(serial, asked, read):
                self._stood.add(serial)
                self._take_up(asked.name, asked.after, read)
            case Refused(serial, asked, why):
                self._show(asked.name, self._to_be_written.becoming(asked.name))
                step = None if amends else self._step(serial)
                if step is not None and serial in self._gone_back & self._stood:
                    undone = asked not in step.parts
                    if self.history.give_back(step, Way.UNDONE if undone else Way.REDONE):
                        self._make_good(step, asked)
                    return NotGone(serial, asked, why, step.kind, undone)
                if step is not None:
                    self._drop(step, asked)
            case BothKept(serial, asked, _, theirs):
                self._to_be_written.there(asked.name, None if theirs is None else theirs.form)
                self._show(asked.name, self._to_be_written.becoming(asked.name))
                self._know(asked.name, theirs)
                step = None if amends else self._step(serial)
                if step is not None:
                    self._drop(step, asked)
        return outcome

    def knows(self, name: str) -> bool:
        """Whether a file is one that `look` can take up; not the questions where something was
        wrong with them, as all that rests on them has to be read with them."""
        if name == QUESTIONS and any(each.file == name for each in self.files.told.get("", ())):
            return False
        path = Path(name)
        ids = listed(self.folder, "options", ".yaml")
        return name in (QUESTIONS, SEARCHES, self.replies_name) or (
            path.parent.name == "options"
            and (path.stem in ids or path.stem in self.resolved.approaches or not self._is(name))
        )

    def _is(self, name: str) -> bool:
        return (self.folder / name).exists()

    def look(self, name: str) -> bool:
        """Takes up what somebody else did to a file; whether they did. To be called when nothing
        of ours waits to be written into it. Raises Unreadable: it is as it was here."""
        if name in self.writer.waiting:
            return False
        before = self.form(name)
        read: ReadForm | None = None
        if (self.folder / name).exists():
            read = read_form(decode(read_bytes(self.folder / name, name), name), name)
        known = self.files.documents.get(name)
        if read is not None and known is not None and known.text == read.file.text:
            return False
        self._take_up(name, before, read)
        return before != self.form(name)

    def _take_up(self, name: str, asked: Form | None, read: ReadForm | None) -> None:
        """The file says what was read, where `asked` was to stand."""
        now = read.form if read is not None else None
        self._to_be_written.there(name, now)
        if now != asked:
            try:
                self._show(name, applied(Part(name, asked, now), self.form(name)))
            except Clash:
                return  # what waits to be written meets it there
        self._know(name, read)

    def _know(self, name: str, read: ReadForm | None) -> None:
        documents, told = dict(self.files.documents), dict(self.files.told)
        if read is not None:
            documents[name], told[name] = read.file, read.told
        elif self.form(name) is None:
            documents.pop(name, None)
            told.pop(name, None)
        self.files = self.files._replace(documents=documents, told=told)

    def _step(self, serial: int) -> LibraryEdit | None:
        """None where it is no step any more."""
        found: list[LibraryEdit] = []

        def same(step: Command) -> Command:
            if isinstance(step, LibraryEdit) and step.serial == serial:
                found.append(step)
            return step

        self.history.revise(same)
        return found[0] if found else None

    def _drop(self, step: LibraryEdit, asked: Part) -> None:
        """A step did not come about."""
        self.history.revise(lambda each: None if each is step else each)
        self._make_good(step, asked)
        was_done = asked in step.parts
        self._dropped[step.serial] = (
            step.parts if was_done else tuple(part.back for part in step.parts)
        )

    def _make_good(self, step: LibraryEdit, asked: Part) -> None:
        """Whereas `asked` did not come about, all else of the step is as it was before, too."""
        was_done = asked in step.parts
        if step.notes is not None and was_done:
            step.notes.come_back()
        elif step.notes is not None:
            step.notes.go()
        others = tuple(part for part in step.parts if part.name != asked.name)
        if was_done:
            others = tuple(part.back for part in reversed(others))
        for part in others:
            with suppress(Impossible, NotNow):  # of those too it is told by themselves
                self.put(step.serial, (part,), back=was_done, amends=True)

    # Showing

    def _show(self, name: str, form: Form | None) -> None:
        resolved, id = self.resolved, self.approach_in(name)
        if id is not None:
            form = form if isinstance(form, ApproachForm) else None
            if form is not None and name not in self.files.documents:
                place = parse_yaml(new_text(name, form), name)
                documents = {**self.files.documents, name: place}
                self.files = self.files._replace(documents=documents)
            resolved = resolved.with_approach(id, form)
        else:
            self._forms[name] = form
        if name == self.replies_name and id is None:
            told = resolve_replies(self.replies(), resolved.ground.quotations)
            resolved = resolved._replace(replies=told)
        elif name == QUESTIONS:
            forms = {key: one.form for key, one in resolved.approaches.items()}
            ground = resolved.ground._replace(dimensions=self.questions())
            resolved = resolve_library(forms, self.replies(), ground)
        self.files = self.files._replace(resolved=resolved)


def _size(part: Part) -> int:
    """About how many code points a step keeps: what it changed of a form is all that it holds
    alone."""
    return 0 if part.before is not None and part.after is not None else 10_000
