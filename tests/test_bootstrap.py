"""How the program begins, as its own process: without a screen, with signals, with bad settings."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.library_on_disk import LibraryOnDisk

ROOT = Path(__file__).resolve().parents[1]
PICTURE = "counterpoint-window.png"


def run(folder: Path, *words: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """`counterpoint` in `folder`, where no screen is unless `environment` names one."""
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "counterpoint", *map(str, words)],
        cwd=folder,
        env=bare | {"PYTHONPATH": str(ROOT / "app")} | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def assert_painted(path: Path) -> None:
    """A picture of a window's size with many colours in each of its quarters."""
    picture = QImage(str(path))
    assert not picture.isNull(), path
    assert picture.width() >= 1000
    assert picture.height() >= 600
    across, down = picture.width() // 2, picture.height() // 2
    for left in (0, across):
        for top in (0, down):
            colours = {
                picture.pixel(left + x, top + y)
                for x in range(0, across, 3)
                for y in range(0, down, 3)
            }
            assert len(colours) > 8, f"the quarter at {left}, {top} is blank"


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere there is always a screen"
)


def test_without_a_screen_it_says_so_verifies_and_paints(empty: Path) -> None:
    done = run(empty)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "No screen was found" in done.stdout
    assert "quotations: " in done.stdout
    assert " exact" in done.stdout
    picture = empty / PICTURE
    assert f"The picture of the window is {picture}." in done.stdout
    assert_painted(picture)
    assert [each.name for each in empty.iterdir()] == [PICTURE]


def test_the_second_picture_shows_as_much_as_the_first(empty: Path) -> None:
    """The second comes from the cache, where the library is open before the window is shown."""
    assert run(empty).returncode == 0
    first = QImage(str(empty / PICTURE))
    assert run(empty).returncode == 0
    second = QImage(str(empty / PICTURE))

    assert first.size() == second.size()
    assert first == second


def test_a_broken_quotation_fails_and_is_told(disk: LibraryOnDisk, empty: Path) -> None:
    disk.replace("corpus/letter.txt", "asked for firmness first", "asked for pudding first")

    done = run(empty, disk.folder)

    assert done.returncode == 1
    assert "options/firm.yaml:" in done.stdout
    assert_painted(empty / PICTURE)


def test_where_the_folder_cannot_be_written_the_picture_goes_elsewhere(
    disk: LibraryOnDisk, empty: Path, tmp_path: Path
) -> None:
    (empty / PICTURE).mkdir()  # refuses root, too
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    done = run(empty, disk.folder, TMPDIR=str(elsewhere))

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"The picture of the window is {elsewhere / PICTURE}." in done.stdout
    assert_painted(elsewhere / PICTURE)


def test_where_nothing_can_be_written_it_fails_and_says_so(
    disk: LibraryOnDisk, empty: Path, tmp_path: Path
) -> None:
    (empty / PICTURE).mkdir()
    (tmp_path / "elsewhere" / PICTURE).mkdir(parents=True)

    done = run(empty, disk.folder, TMPDIR=str(tmp_path / "elsewhere"))

    assert done.returncode == 1
    assert "No picture could be written" in done.stdout


@pytest.mark.parametrize(
    ("named", "told"),
    [("missing", "the folder is not there"), ("", "it names nothing"), (".", "corpus")],
)
def test_without_a_screen_what_is_no_library_is_not_painted(
    empty: Path, named: str, told: str
) -> None:
    done = run(empty, named)

    assert done.returncode == 2
    assert done.stdout == ""
    assert told in done.stderr
    assert list(empty.iterdir()) == []


@pytest.mark.parametrize("begun", ["counterpoint.cli.main", "counterpoint.ui.app.screen"])
def test_it_can_be_interrupted_while_it_begins(begun: str) -> None:
    program = (
        "import sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == '{begun}': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "from counterpoint.bootstrap import main\n"
        f"sys.exit(main({['check'] if begun.endswith('main') else []}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize(
    "named",
    [
        {"DISPLAY": ":987"},
        {"DISPLAY": "no such host.invalid:0"},
        {"WAYLAND_DISPLAY": "wayland-987"},
        {"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"},
    ],
)
def test_a_display_that_does_not_answer_is_no_screen(
    disk: LibraryOnDisk, empty: Path, named: dict[str, str]
) -> None:
    done = run(empty, disk.folder, **named)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "No screen was found" in done.stdout
    assert (empty / PICTURE).is_file()


def test_a_wayland_socket_that_nobody_serves_is_no_screen(disk: LibraryOnDisk, empty: Path) -> None:
    import socket

    with tempfile.TemporaryDirectory() as folder:
        left = Path(folder) / "wayland-0"
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(left))
        done = run(empty, disk.folder, WAYLAND_DISPLAY="wayland-0", XDG_RUNTIME_DIR=folder)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "No screen was found" in done.stdout


def test_what_is_painted_is_logged_too_with_its_whole_path(
    disk: LibraryOnDisk, empty: Path, own_home: Path
) -> None:
    place = os.path.relpath(disk.folder, empty)

    assert run(empty, "--log-level", "debug", place).returncode == 0

    words = (own_home / "data" / "log" / "counterpoint.log").read_text("utf-8")
    assert "INFO a library is shown: 1 source," in words
    assert f"; {disk.folder.resolve()}\n" in words
    assert "INFO a picture of the window was painted" in words


def test_a_pipe_in_place_of_the_log_is_told_and_not_waited_for(
    disk: LibraryOnDisk, empty: Path, own_home: Path
) -> None:
    log = own_home / "data" / "log" / "counterpoint.log"
    log.parent.mkdir(parents=True)
    os.mkfifo(log)

    done = run(empty, disk.folder)

    assert done.returncode == 0, done.stderr
    assert f"nothing is logged: {log} cannot be written (it is a pipe or a device)" in done.stderr
    assert_painted(empty / PICTURE)


def test_what_is_nearly_a_command_is_asked_after(empty: Path) -> None:
    done = run(empty, "chekc")

    assert done.returncode == 2
    assert "did you mean `check`?" in done.stderr
    assert list(empty.iterdir()) == []


def test_painting_leaves_the_persons_settings_alone(
    disk: LibraryOnDisk, empty: Path, own_home: Path
) -> None:
    settings = own_home / "settings.ini"
    settings.write_text("[General]\nzoom=1.5\n")

    assert run(empty, disk.folder).returncode == 0

    assert settings.read_text() == "[General]\nzoom=1.5\n"
    assert not (disk.folder / "notes").exists()
