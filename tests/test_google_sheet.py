"""A public sheet is fetched only when asked, and only as CSV; everything else says what to do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from command import HEADER, NORTH, refused, table

from claims.read import UnreadableFile, load
from claims.read.how import How
from claims.read.importers import google_sheet, web
from claims.read.importers.google_sheet import csv_at, export_address

SHEET = "https://docs.google.com/spreadsheets/d/1AbC_d-9/edit#gid=42"


@pytest.mark.parametrize(
    ("address", "export"),
    [
        (SHEET, "https://docs.google.com/spreadsheets/d/1AbC_d-9/export?format=csv&gid=42"),
        (SHEET.partition("/edit")[0], "https://docs.google.com/spreadsheets/d/1AbC_d-9/export?format=csv"),
        (SHEET.replace("/edit", "/edit?usp=sharing&gid=7"), "https://docs.google.com/spreadsheets/d/1AbC_d-9/export?format=csv&gid=7"),
        ("https://docs.google.com/spreadsheets/u/0/d/K/edit", "https://docs.google.com/spreadsheets/d/K/export?format=csv"),
        ("https://docs.google.com/spreadsheets/d/e/2PACX-1/pubhtml?gid=3", "https://docs.google.com/spreadsheets/d/e/2PACX-1/pub?output=csv&gid=3&single=true"),
        ("https://docs.google.com.evil.example/spreadsheets/d/K/edit", ""),
        ("https://evil.example/https://docs.google.com/spreadsheets/d/K/edit", ""),
        ("https://example.org/claims.csv", ""),
    ],
)  # fmt: skip
def test_the_export_address(address: str, export: str) -> None:
    assert export_address(address) == export


def test_nothing_is_fetched_unless_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(google_sheet, "fetch", never)
    assert "add --online to fetch it" in refused("report", SHEET)
    assert "only Google Sheets are read by their address" in refused("report", "https://example.org/c.csv", "--online")


CSV = table([HEADER, NORTH]).encode()
ANSWERS: dict[str, tuple[int, str, bytes]] = {
    "/csv": (200, "text/csv; charset=utf-8", CSV),
    "/login": (200, "text/html; charset=utf-8", b"<html>Sign in</html>"),
    "/image": (200, "image/png", b"x"),
    "/gone": (404, "text/html", b"no"),
    "/private": (401, "text/html", b"no"),
    "/large": (200, "text/csv", b"x" * 2000),
}


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/redirect":
            self.send_response(302)
            self.send_header("Location", "/csv")
            self.end_headers()
            return
        if self.path == "/slow":
            threading.Event().wait(0.6)
        status, kind, content = ANSWERS.get(self.path, ANSWERS["/csv"])
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Server) as made:
        thread = threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{made.server_port}"
        made.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["/csv", "/redirect"])
def test_csv_is_taken(path: str, server: str) -> None:
    assert csv_at(server + path, SHEET) == CSV


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/login", "not public"), ("/private", "not public"), ("/gone", "the server answered 404"),
        ("/image", "what came is image/png, not CSV"),
    ],
)  # fmt: skip
def test_what_is_no_csv_is_told(path: str, reason: str, server: str) -> None:
    with pytest.raises(UnreadableFile, match=reason) as error:
        csv_at(server + path, SHEET)
    assert error.value.path == SHEET


def test_size_and_time_end(server: str) -> None:
    with pytest.raises(web.NotFetched, match="larger than 1,000"):
        web.fetch(server + "/large", largest=1000)
    with pytest.raises(web.NotFetched, match="no answer within"):
        web.fetch(server + "/slow", seconds=0.1)
    with pytest.raises(web.NotFetched):
        web.fetch("http://127.0.0.1:1/")


def test_a_sheet_is_read_as_a_file_under_its_address(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(google_sheet, "export_address", lambda address: server + "/csv")
    loaded = load(SHEET, how=How(online=True))
    assert [c.id for c in loaded.claims] == ["N-1"] and loaded.places == [(SHEET, 2)]
    assert Path(SHEET).exists() is False
