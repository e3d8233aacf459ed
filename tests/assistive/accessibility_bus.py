"""The bus on which programs and screen readers of a Linux desktop talk (AT-SPI), from the screen
reader's side, and nothing between: https://gitlab.gnome.org/GNOME/at-spi2-core."""

import os
import signal
import subprocess
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from jeepney import DBusAddress, DBusErrorResponse, MatchRule, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

from counterpoint.ui.system_libraries import how_to_install
from counterpoint_dev.system_packages import missing

PATIENCE = 20.0
"""Seconds."""
ATSPI = "org.a11y.atspi"
ROOT = "/org/a11y/atspi/accessible/root"
SOCKET = DBusAddress(ROOT, f"{ATSPI}.Registry", f"{ATSPI}.Socket")

_STATES = """
invalid active armed busy checked collapsed defunct editable enabled expandable expanded focusable
focused has-tooltip horizontal iconified modal multi-line multiselectable opaque pressed resizable
selectable selected sensitive showing single-line stale transient vertical visible
manages-descendants indeterminate required truncated animated invalid-entry
supports-autocompletion selectable-text is-default visited checkable has-popup read-only
"""
STATES = tuple(_STATES.split())
"""As AT-SPI numbers them from 0."""


class Ref(NamedTuple):
    """An object as the bus names it: the program's connection and a path."""

    program: str
    path: str


class Told(NamedTuple):
    """An event: its name ("StateChanged", "Announcement"…), its detail, two numbers, what it is
    about, and of which object it is."""

    event: str
    detail: str
    first: int
    second: int
    about: object
    of: Ref


@contextmanager
def desktop(place: Path) -> Iterator[dict[str, str]]:
    """A screen and a session of their own, as environment variables for a program. `place` is an
    empty folder with a short name, for their sockets."""
    lacking = missing(screen=False, installing=False, testing=True)
    assert not lacking, f"This test needs more of the system. {how_to_install(lacking)}"
    environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    environment |= {"HOME": str(place), "XDG_RUNTIME_DIR": str(place), "NO_AT_BRIDGE": ""}
    read, write = os.pipe()
    # A number of our own: servers that seek one at the same time may find the same.
    number = f":{100 + os.getpid() % 50_000}"
    screen = ["Xvfb", number, "-displayfd", str(write), "-screen", "0", "1400x900x24"]
    bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
    with _running(screen, environment, pass_fds=[write]):
        os.close(write)
        with os.fdopen(read) as told:
            assert told.readline(), "no screen could be started"
        environment["DISPLAY"] = number
        with _running(bus, environment) as daemon:
            assert daemon.stdout
            address = daemon.stdout.readline().decode().strip()
            with accessibility_bus(address) as bus:
                _keep_registry(bus)
                yield environment | {"DBUS_SESSION_BUS_ADDRESS": address}


def _keep_registry(bus: DBusConnection) -> None:
    """Enters this process as a program: else the registry would end with each last one, and the
    next might be on its way to it just then. It may also fall in starting, where much else runs."""
    entry = new_method_call(SOCKET, "Embed", "(so)", ((bus.unique_name, ROOT),))
    for attempt in range(5):
        try:
            _asked(bus, entry)
        except DBusErrorResponse:
            if attempt == 4:
                raise
        else:
            return


@contextmanager
def _running(
    command: list[str], environment: dict[str, str], pass_fds: Collection[int] = ()
) -> "Iterator[subprocess.Popen[bytes]]":
    """A program and whatever it starts, ended afterwards."""
    child = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=pass_fds,
        start_new_session=True,
    )
    try:
        yield child
    finally:
        os.killpg(child.pid, signal.SIGTERM)
        child.wait()
        if child.stdout:
            child.stdout.close()


def accessibility_bus(session: str) -> DBusConnection:
    """A connection to the bus on which programs and screen readers talk."""
    with open_dbus_connection(session, auth_timeout=PATIENCE) as bus:
        at = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (address,) = _asked(bus, new_method_call(at, "GetAddress"))
    return open_dbus_connection(address, auth_timeout=PATIENCE)


class ScreenReader:
    """Asks and listens."""

    def __init__(self, session: str) -> None:
        """`session`: the address of the session's bus."""
        self._bus: DBusConnection = accessibility_bus(session)

    def close(self) -> None:
        self._bus.close()

    def ask(self, of: Ref, interface: str, method: str, form: str = "", *words: object) -> Any:
        """Calls a method whose arguments have the signature `form`: what it gives, as a tuple
        where it is more than one thing. Raises DBusErrorResponse if it refuses."""
        at = DBusAddress(of.path, of.program, f"{ATSPI}.{interface}")
        given = _asked(self._bus, new_method_call(at, method, form or None, words))
        return given[0] if len(given) == 1 else given

    def get(self, of: Ref, interface: str, name: str) -> Any:
        """The value of a property."""
        at = DBusAddress(of.path, of.program, "org.freedesktop.DBus.Properties")
        words = (f"{ATSPI}.{interface}", name)
        ((_, value),) = _asked(self._bus, new_method_call(at, "Get", "ss", words))
        return value

    def states(self, of: Ref) -> frozenset[str]:
        """What is true of it, out of STATES."""
        low, high = self.ask(of, "Accessible", "GetState")
        return frozenset(state for at, state in enumerate(STATES) if (low | high << 32) >> at & 1)

    def programs(self) -> list[Ref]:
        registry = Ref(f"{ATSPI}.Registry", ROOT)
        return [Ref(*each) for each in self.ask(registry, "Accessible", "GetChildren")]

    def await_program(self, process: int) -> Ref:
        """The program with this process number, once it is there."""
        rule = MatchRule(type="signal", interface=f"{ATSPI}.Event.Object", path=ROOT)
        _asked(self._bus, message_bus.AddMatch(rule))
        with self._bus.filter(rule) as queue:
            while True:
                for program in self.programs():
                    if self._process(program) == process:
                        return program
                self._bus.recv_until_filtered(queue, timeout=PATIENCE)

    def _process(self, program: Ref) -> int:
        """Its process number; 0 where it went just now."""
        try:
            (number,) = _asked(self._bus, message_bus.GetConnectionUnixProcessID(program.program))
        except DBusErrorResponse:
            return 0
        return int(number)

    def register(self, *events: str) -> None:
        """Has programs tell of some events ("object:announcement") from now on, or soon."""
        registry = DBusAddress("/org/a11y/atspi/registry", f"{ATSPI}.Registry", f"{ATSPI}.Registry")
        for event in events:
            _asked(self._bus, new_method_call(registry, "RegisterEvent", "s", (event,)))

    @contextmanager
    def listening(self, program: Ref) -> Iterator[list[Told]]:
        """What a program tells of the events that were registered until the end of the block."""
        rule = MatchRule(type="signal", sender=program.program, interface=f"{ATSPI}.Event.Object")
        _asked(self._bus, message_bus.AddMatch(rule))
        self.get(program, "Accessible", "Name")  # what was told before has come with this answer
        told: list[Told] = []
        with self._bus.filter(rule, bufsize=10_000) as queue:
            yield told
            self.get(program, "Accessible", "Name")
            while queue:
                message = queue.popleft()
                fields = {key.name: value for key, value in message.header.fields.items()}
                detail, first, second, (_, about) = message.body[:4]
                of = Ref(fields["sender"], fields["path"])
                told.append(Told(fields["member"], detail, first, second, about, of))


def _asked(bus: DBusConnection, message: Any) -> tuple[Any, ...]:
    answer: tuple[Any, ...] = unwrap_msg(bus.send_and_get_reply(message, timeout=PATIENCE))
    return answer
