"""The server that a peer's page talks to."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import PageServer


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PageServer]:
    """A server with one package and one event."""
    package = tmp_path / "packages" / "peer"
    package.mkdir(parents=True)
    (package / "peer.js").write_text("peer()")
    (tmp_path / "secret").write_text("secret")
    with PageServer(tmp_path / "packages", b'[{"id": 1}]') as server:
        yield server


def asked(server: PageServer, method: str, path: str, body: str = "") -> tuple[int, bytes]:
    """The answer's status and body."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    try:
        connection.request(method, path, body)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_serves_what_a_page_needs(server: PageServer) -> None:
    """The page, what it is made with, and its events."""
    assert asked(server, "GET", "/pages/watch.js")[0] == 200
    assert asked(server, "GET", "/packages/peer/peer.js") == (200, b"peer()")
    assert asked(server, "GET", "/events") == (200, b'[{"id": 1}]')


@pytest.mark.parametrize("path", ["/secret", "/packages/../secret", "/packages/%2e%2e/secret", "/"])
def test_serves_nothing_else(server: PageServer, path: str) -> None:
    """No file outside its two folders, however it is asked for."""
    assert asked(server, "GET", path)[0] == 404


def test_takes_reports(server: PageServer) -> None:
    """What the page says arrives where it is waited for."""
    asked(server, "POST", "/frames", "[[16.7, true]]")
    assert server.reports["/frames"].get(timeout=10) == [[16.7, True]]


def test_passes_orders_on(server: PageServer) -> None:
    """Each order reaches the page at once, and the conversation ends with the server's last."""
    server.orders.put("watch")
    server.orders.put("report")
    server.orders.put("end")
    assert asked(server, "GET", "/orders") == (200, b"data: watch\n\ndata: report\n\n")
