"""Serving the page on a loopback address until it is stopped."""

from __future__ import annotations

import gc
import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from threading import Thread

import uvicorn

from reports.web.app import create_app
from reports.web.desk import Desk

HOST = "127.0.0.1"


class PortTaken(Exception):
    """The port cannot be had, with the remedy."""


def run(desk: Desk, port: int, *, opened: bool, tell: Callable[[str], object]) -> None:
    """Serve until interrupted; port 0 is a free one. ``tell`` is told the address, which is ``opened`` in a browser.

    Raises PortTaken.
    """
    gc.enable()  # the command runs without the collector; a server runs long
    with bound(port) as listening:
        address = f"http://{HOST}:{listening.getsockname()[1]}/"
        config = uvicorn.Config(
            create_app(desk, now), log_level="warning", lifespan="off", access_log=False, server_header=False
        )
        tell(f"serving {address}  (stop with Ctrl-C)")
        if opened:
            Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])


def bound(port: int) -> socket.socket:
    """A socket that listens already, so that a browser may come before the server is ready. Raises PortTaken."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise PortTaken(f"port {port} cannot be used ({error.strerror}); name another one with --port") from None
    return listening


def now() -> str:
    """The time of a decision, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
