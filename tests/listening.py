"""A web server on this machine that answers nobody, and knows who has come."""

import socket
from collections.abc import Iterator
from typing import NamedTuple

import pytest


class Listening(NamedTuple):
    socket: socket.socket

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.socket.getsockname()[1]}"

    def asked(self) -> bool:
        """Whether anybody has come. Who comes waits in the queue of the system until then."""
        self.socket.setblocking(False)
        try:
            connection, _ = self.socket.accept()
        except BlockingIOError:
            return False
        connection.close()
        return True


@pytest.fixture
def listening() -> Iterator[Listening]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield Listening(server)


def dependent_style(address: str) -> str:
    """A style of citation as thousands are: it only says which other it is the same as."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="en-GB">
  <info>
    <title>Journal of Talks</title>
    <id>{address}/journal-of-talks</id>
    <link href="{address}/styles/the-parent" rel="independent-parent"/>
    <updated>2020-01-01T00:00:00+00:00</updated>
  </info>
</style>
"""
