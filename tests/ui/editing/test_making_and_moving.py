"""What is made, moved, merged and deleted in the comparison."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from counterpoint.application.library.check import check_library
from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.ui.editing.entries_field import EntriesField
from counterpoint.ui.editing.panel import Panel
from counterpoint.ui.editing.words_field import WordsField
from counterpoint.ui.widgets.plain_choice import PlainChoice
from tests.answered_library import with_answers
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

from .test_words_in_place import edit, field, is_closed, panel, write

__all__ = ["fonts", "sit"]
_TALK, _FIRM, _ASKED = "options/talk.yaml", "options/firm.yaml", "options/dimensions.yaml"


def choose(made: Panel, name: str, value: str) -> None:
    (found,) = [row.field for row in made.rows if row.asked.name == name]
    assert isinstance(found, PlainChoice)
    found.setFocus()
    assert found.findData(value) >= 0, [found.itemData(at) for at in range(found.count())]
    found.setCurrentIndex(found.findData(value))


def keep(at: AtWindow) -> None:
    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: is_closed(at))


def at_target(at: AtWindow, target: Target) -> None:
    at.grid.setFocus()
    at.window.space.comparison.bring(target)


def do(at: AtWindow, action: str, target: Target) -> None:
    at_target(at, target)
    at.window.menus.trigger(action)


def saved(at: AtWindow) -> None:
    editing = at.window.space.editing

    def all_written() -> bool:
        return editing.desk is not None and not editing.desk.writer.waiting

    at.qtbot.waitUntil(all_written)


def problems(disk: LibraryOnDisk) -> list[str]:
    return [str(each.kind) for each in check_library(disk.folder)[0].problems]


def test_a_claim_is_made_in_a_cell_on_words_that_stand_in_a_source(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at_target(at, Target(TargetKind.POSITION, "firm", "channels"))
    at.key(Qt.Key.Key_Insert)
    made = panel(at)
    write(at, field(made, "text"), "Trade should grow.")
    at.key(Qt.Key.Key_Return)
    assert "Give the words" in made.said
    write(at, field(made, "quote"), "that trade might grow")
    at.qtbot.waitUntil(lambda: "in none of the sources" in made.said)
    write(at, field(made, "quote"), "that trade should grow")
    at.qtbot.waitUntil(lambda: made.said == "Name who says it.")
    choose(made, "voice", "the ministry\nthe minister")
    at.qtbot.waitUntil(lambda: made.said == "")
    keep(at)

    target = Target(TargetKind.CLAIM, "firm", "channels", "trade-should-grow")
    assert at.window.space.session.target == target
    assert at.grid.target() == target
    saved(at)
    assert problems(disk) == []
    assert "coverage: full" in disk.read(_FIRM)
    assert at.window.menus.action("undo").text() == "Undo making a claim"


def test_a_question_is_made_with_named_answers_whose_ids_are_their_words(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    do(at, "new-question", GO_ON)
    made = panel(at)
    write(at, field(made, "title"), "Trade")
    (answers,) = [row.field for row in made.rows if row.asked.name == "answers"]
    assert isinstance(answers, EntriesField)
    for name in ("More of it", "Less of it"):
        answers.add_button.click()
        cells = answers.rows[-1].cells
        assert isinstance(cells[0], WordsField)
        assert isinstance(cells[1], WordsField)
        assert cells[0].hasFocus()
        write(at, cells[0], name)
        write(at, cells[1], f"{name}, they say.")
    answers.rows[1].buttons[0].click()  # the second goes up
    write(at, field(made, "title"), "Trade")
    keep(at)
    saved(at)

    written = disk.read(_ASKED)
    assert written.index("id: less-of-it") < written.index("id: more-of-it")
    assert at.window.space.session.target == question_target("trade")
    at.window.menus.trigger("undo")
    saved(at)
    assert "less-of-it" not in disk.read(_ASKED)


def test_an_approach_is_made_with_its_holder(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    do(at, "new-approach", GO_ON)
    made = panel(at)
    at.key(Qt.Key.Key_Return)
    assert made.said == "Give it a title."
    write(at, field(made, "title"), "Wait and see")
    (holders,) = [row.field for row in made.rows if row.asked.name == "proponents"]
    assert isinstance(holders, EntriesField)
    holders.add()
    name = holders.rows[0].cells[0]
    assert isinstance(name, WordsField)
    write(at, name, "the critics")
    keep(at)
    saved(at)

    assert at.grid.target() == Target(TargetKind.APPROACH, "wait-and-see")
    written = disk.read("options/wait-and-see.yaml")
    assert "cue: C" in written
    assert "name: the critics" in written


def test_deleting_offers_to_bring_it_back(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    before = disk.read(_TALK)
    at_target(at, GO_ON)
    at.key(Qt.Key.Key_Delete)
    at.qtbot.waitUntil(lambda: at.window.status.message().startswith("Deleted"))

    assert at.window.status.message() == "Deleted; Ctrl+Z brings it back: Talks should continue."
    assert at.grid.target() == Target(TargetKind.POSITION, "talk", "channels")
    saved(at)
    assert "go-on" not in disk.read(_TALK)
    at.window.menus.trigger("undo")
    saved(at)
    assert disk.read(_TALK) == before


def test_a_question_and_an_approach_go_with_all_that_hangs_on_them(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    names = (_TALK, _FIRM, _ASKED)
    before = [disk.read(name) for name in names]
    do(at, "delete-here", question_target("channels"))
    at.qtbot.waitUntil(lambda: "Channels" in at.window.status.message())
    do(at, "delete-here", Target(TargetKind.APPROACH, "talk"))
    at.qtbot.waitUntil(lambda: "Keep talking" in at.window.status.message())
    saved(at)
    assert not disk.path(_TALK).exists()
    assert "channels" not in disk.read(_FIRM)
    assert "relations" not in disk.read(_FIRM)
    assert problems(disk) == []

    for _ in range(2):
        at.window.menus.trigger("undo")
    saved(at)
    assert [disk.read(name) for name in names] == before


def test_evidence_is_said_to_be_otherwise_and_the_last_is_not_deleted(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("depth-claims")
    library = at.window.space.session.library
    assert library is not None
    claim = library.approach("talk").position("objections").claims[0]
    mark = Target(
        TargetKind.EVIDENCE, "talk", "objections", claim.id, claim.evidence[0].key, "letter"
    )
    made = edit(at, mark)
    choose(made, "link", "inferred")
    at.qtbot.waitUntil(lambda: "inferred" in made.said)
    choose(made, "bearing", "tells against")
    write(at, field(made, "why"), "it is about the talks")
    choose(made, "voice", "other")
    voice = field(made, "voice-other")
    write(at, voice, "the ministry > a critic")
    write(at, field(made, "hedge"), "called")
    keep(at)
    saved(at)

    written = disk.read(_TALK)
    assert written.count("tells against") == 2
    assert "why: it is about the talks" in written
    assert "- a critic  # who they are is not said\n" in written
    assert "hedge: called" in written

    (only,) = library.approach("talk").position("channels").claims[0].evidence
    do(
        at,
        "delete-here",
        Target(TargetKind.EVIDENCE, "talk", "channels", "go-on", only.key, "letter"),
    )
    at.qtbot.waitUntil(lambda: "only evidence" in at.window.status.message())


def test_claims_are_moved_by_keys_by_the_mouse_and_by_a_panel(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("depth-claims")
    at_target(at, GO_ON)
    at.key(Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert "Ctrl+V" in at.window.status.message()
    at_target(at, NOT_REAL)
    at.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    moved = GO_ON._replace(dimension="objections")
    at.qtbot.waitUntil(lambda: at.grid.target() == moved)
    assert at.window.status.message().startswith("The claim is here now.")

    at.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    saved(at)
    written = disk.read(_TALK)
    assert written.index("id: go-on") < written.index("id: not-real")
    assert "channels:" not in written, "of which nothing is left"

    # The mouse takes it along to the cell of the other approach.
    place = at.grid.place()
    other = at.grid.grid_model.place(Target(TargetKind.POSITION, "firm", "channels"))
    assert place is not None
    assert other is not None
    start = at.grid.rect_of(place).topLeft() + QPoint(30, 8)
    end = at.grid.rect_of(other).center()
    viewport = at.grid.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for point in (start + QPoint(20, 0), end):
        QTest.mouseMove(viewport, point)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    there = Target(TargetKind.CLAIM, "firm", "channels", "go-on")
    at.qtbot.waitUntil(lambda: at.grid.target() == there)

    do(at, "move-here", there)
    choose(panel(at), "approach", "talk")
    choose(panel(at), "how", "copy")
    keep(at)
    at.qtbot.waitUntil(lambda: at.grid.target() == GO_ON)
    saved(at)
    assert "id: go-on" in disk.read(_FIRM)
    assert "id: go-on" in disk.read(_TALK)


def test_a_claim_is_split_and_merged(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    before = disk.read(_TALK)
    do(at, "split-claim", NOT_REAL)
    made = panel(at)
    write(at, field(made, "text"), "The debate goes on.")
    at.key(Qt.Key.Key_Return)
    assert "needs evidence" in made.said
    [_, second] = made.findChildren(QCheckBox)
    second.setFocus()
    at.qtbot.keyClick(second, Qt.Key.Key_Space)
    keep(at)
    split = NOT_REAL._replace(claim="the-debate-goes-on")
    at.qtbot.waitUntil(lambda: at.window.space.session.target == split)

    do(at, "merge-here", split)
    choose(panel(at), "into", "not-real")
    keep(at)
    at.qtbot.waitUntil(lambda: at.window.space.session.target == NOT_REAL)
    saved(at)
    assert disk.read(_TALK).count("source: letter") == 3
    for _ in range(2):
        at.window.menus.trigger("undo")
    saved(at)
    assert disk.read(_TALK) == before


def test_two_approaches_become_one_and_undo_gives_the_same_bytes(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    before = disk.read(_TALK), disk.read(_FIRM)
    do(at, "merge-here", Target(TargetKind.APPROACH, "firm"))
    choose(panel(at), "into", "talk")
    keep(at)
    saved(at)

    assert not disk.path(_FIRM).exists()
    assert "Be firm before talking" in disk.read(_TALK)
    assert "id: firm" in disk.read(_TALK)
    at.window.menus.trigger("undo")
    saved(at)
    assert (disk.read(_TALK), disk.read(_FIRM)) == before


def test_an_approach_that_is_back_stands_where_it_stood(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    session = at.window.space.session
    session.arrange(session.arrangement.in_order(("talk", "firm")).widen("talk", 400))
    before = session.arrangement
    do(at, "merge-here", Target(TargetKind.APPROACH, "talk"))
    choose(panel(at), "into", "firm")
    keep(at)
    assert session.arrangement.order == ("firm",)

    at.window.menus.trigger("undo")
    at.qtbot.waitUntil(lambda: len(session.arrangement.order) == 2)
    assert session.arrangement == before
    at.window.menus.trigger("redo")
    at.window.menus.trigger("undo")
    at.qtbot.waitUntil(lambda: len(session.arrangement.order) == 2)
    assert session.arrangement == before


def test_two_questions_become_one(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    before = disk.read(_TALK), disk.read(_FIRM), disk.read(_ASKED)
    do(at, "merge-here", question_target("objections"))
    choose(panel(at), "into", "channels")
    keep(at)
    saved(at)

    assert "objections" not in disk.read(_ASKED)
    library = at.window.space.session.library
    assert library is not None
    claims = library.approach("talk").position("channels").claims
    assert [claim.id for claim in claims] == ["go-on", "not-real"]
    at.window.menus.trigger("undo")
    saved(at)
    assert (disk.read(_TALK), disk.read(_FIRM), disk.read(_ASKED)) == before


def drag(at: AtWindow, what: Target, to: Target) -> None:
    """The mouse takes one along to another."""
    places = [at.grid.grid_model.place(each) for each in (what, to)]
    points = [at.grid.rect_of(each).topLeft() + QPoint(30, 6) for each in places if each]
    viewport = at.grid.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=points[0])
    for point in (points[0] + QPoint(20, 0), points[1]):
        QTest.mouseMove(viewport, point)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=points[1])


def test_evidence_goes_to_another_claim_by_a_panel_and_by_the_mouse(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("depth-claims")

    def second(of: str, dimension: str) -> Target:
        library = at.window.space.session.library
        assert library is not None
        position = library.approach("talk").position(dimension)
        (claim,) = [each for each in position.claims if each.id == of]
        piece = claim.evidence[1]
        return Target(TargetKind.EVIDENCE, "talk", dimension, of, piece.key, "letter")

    do(at, "move-here", second("not-real", "objections"))
    choose(panel(at), "claim", "go-on")
    keep(at)
    at.qtbot.waitUntil(lambda: at.grid.target() == GO_ON)
    saved(at)
    assert disk.read(_TALK).index("The debate ran over") < disk.read(_TALK).index("not-real")

    drag(at, second("go-on", "channels"), NOT_REAL)
    at.qtbot.waitUntil(lambda: at.grid.target() == NOT_REAL)
    saved(at)
    assert disk.read(_TALK).index("The debate ran over") > disk.read(_TALK).index("not-real")
    assert at.window.menus.action("undo").text() == "Undo moving evidence"


def test_a_claim_is_put_before_another_by_the_mouse(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("depth-claims")
    do(at, "move-here", GO_ON)
    choose(panel(at), "question", "objections")
    keep(at)
    moved = GO_ON._replace(dimension="objections")
    at.qtbot.waitUntil(lambda: at.grid.target() == moved)

    drag(at, moved, NOT_REAL)

    saved(at)
    written = disk.read(_TALK)
    assert written.index("id: go-on") < written.index("id: not-real")


def test_the_last_claim_that_an_answer_rests_on_is_told_when_it_goes(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(with_answers(disk).folder)
    do(at, "delete-here", GO_ON)
    at.qtbot.waitUntil(lambda: at.window.status.message().startswith("Deleted"))
    assert "is kept as what was looked for" in at.window.status.message()
    saved(at)
    assert problems(disk) == []
    assert "coverage: gap" in disk.read(_TALK)

    at.window.menus.trigger("undo")
    saved(at)
    assert problems(disk) == []
    assert "coverage: gap" not in disk.read(_TALK)


def test_the_kind_of_a_claim_is_changed(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    do(at, "claim-kind", GO_ON)
    choose(panel(at), "kind", "forecast")
    keep(at)
    saved(at)
    assert "kind: forecast" in disk.read(_TALK)


def test_nothing_is_offered_to_be_put_into_a_cell_before_it_was_cut(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at_target(at, GO_ON)
    menus, deeds = at.window.menus, at.window.space.comparison.deeds
    assert not deeds.can_paste()
    menus.trigger("paste")
    assert at.window.status.message() == "Cut or copy a claim, and choose a cell first."

    at.key(Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert deeds.can_paste()
    assert (
        at.window.status.message()
        == "Cut; Ctrl+V puts it into another cell: Talks should continue."
    )
    at_target(at, Target(TargetKind.POSITION, "firm", "channels"))
    menus.trigger("paste")
    at.qtbot.waitUntil(lambda: "go-on" in disk.read(_FIRM))
