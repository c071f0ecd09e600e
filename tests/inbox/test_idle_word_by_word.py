"""IDLE against a server whose every byte and pause is scripted: the faults that imapclient alone has."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from mailbot.clock import monotonic
from mailbot.inbox.idle import InboxClient

PATIENCE = 5.0

Say = Callable[[bytes], None]


@contextmanager
def client_of(on_idle: Callable[[Say], bool]) -> Iterator[InboxClient]:
    """A client of a server that does ``on_idle`` when IDLE comes, then (if that returned True) waits for DONE."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with connection, connection.makefile("rb") as lines:
            connection.sendall(b"* OK [CAPABILITY IMAP4rev1 IDLE] hello\r\n")
            for line in lines:
                tag, _, command = line.strip().partition(b" ")
                if command == b"IDLE":
                    if not on_idle(connection.sendall):
                        return
                    lines.readline()  # DONE
                    connection.sendall(tag + b" OK idle is over\r\n")
                elif command == b"CAPABILITY":
                    connection.sendall(b"* CAPABILITY IMAP4rev1 IDLE\r\n" + tag + b" OK done\r\n")
                else:
                    connection.sendall(tag + b" OK done\r\n")

    thread = threading.Thread(target=serve)
    thread.start()
    client = InboxClient("127.0.0.1", listener.getsockname()[1], ssl=False, timeout=PATIENCE)
    client._imap.state = "SELECTED"
    try:
        yield client
    finally:
        client.shutdown()
        listener.close()
        thread.join(PATIENCE)


def seconds_waited(client: InboxClient) -> float:
    start = monotonic()
    client.wait_for_news(PATIENCE)
    return monotonic() - start


def test_news_in_the_same_segment_as_the_plus_is_seen() -> None:
    def on_idle(say: Say) -> bool:
        say(b"+ idling\r\n* 7 EXISTS\r\n")
        return True

    with client_of(on_idle) as client:
        assert seconds_waited(client) < 1


def test_news_before_the_plus_is_seen() -> None:
    def on_idle(say: Say) -> bool:
        say(b"* 7 EXISTS\r\n+ idling\r\n")
        return True

    with client_of(on_idle) as client:
        assert seconds_waited(client) < 1


def test_a_line_that_comes_in_two_halves_is_read_to_its_end() -> None:
    def on_idle(say: Say) -> bool:
        say(b"+ idling\r\n")
        pause(0.1)
        say(b"* 7 EXI")
        pause(0.1)
        say(b"STS\r\n")
        return True

    with client_of(on_idle) as client:
        assert seconds_waited(client) < 1
        assert client.noop()[0] == b"done"


def test_a_server_that_hangs_up_is_noticed_and_not_waited_for_again_and_again() -> None:
    def on_idle(say: Say) -> bool:
        say(b"+ idling\r\n")
        return False

    with client_of(on_idle) as client:
        start = monotonic()
        with pytest.raises((InboxClient.AbortError, OSError)):
            client.wait_for_news(PATIENCE)
        assert monotonic() - start < 1


def test_a_server_that_says_goodbye_is_noticed() -> None:
    def on_idle(say: Say) -> bool:
        say(b"+ idling\r\n* BYE shutting down\r\n")
        return False

    with client_of(on_idle) as client, pytest.raises((InboxClient.AbortError, OSError)):
        client.wait_for_news(PATIENCE)


def test_a_quiet_server_is_waited_for_as_long_as_asked() -> None:
    def on_idle(say: Say) -> bool:
        say(b"+ idling\r\n")
        return True

    with client_of(on_idle) as client:
        start = monotonic()
        client.wait_for_news(0.2)
        assert 0.2 <= monotonic() - start < 1


def pause(seconds: float) -> None:
    threading.Event().wait(seconds)
