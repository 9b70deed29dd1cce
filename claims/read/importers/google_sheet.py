"""A public Google Sheet by the address in the browser: read as the CSV that Google makes of it.

``https://docs.google.com/spreadsheets/d/KEY/edit#gid=GID`` is exported as
``https://docs.google.com/spreadsheets/d/KEY/export?format=csv&gid=GID``. Nothing else is fetched from the network,
and this only when the user asked for it.
"""

from __future__ import annotations

import re

from claims.read.importers.web import NotFetched, fetch
from claims.read.result import UnreadableFile

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_SHEET = re.compile(
    r"https?://docs\.google\.com/spreadsheets/(?:u/\d+/)?d/(?P<key>(?!e/)[\w-]+)(?P<rest>[/?#].*)?", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"https?://docs\.google\.com/spreadsheets/(?:u/\d+/)?d/e/(?P<key>[\w-]+)(?P<rest>[/?#].*)?", re.IGNORECASE
)
_GID = re.compile(r"[?&#]gid=(\d+)")
_CSV = ("text/csv", "application/csv", "text/plain", "application/octet-stream")


def is_address(path: str) -> bool:
    """Whether a path is an address on the network."""
    return _ADDRESS.match(path) is not None


def export_address(address: str) -> str:
    """Where the CSV of a sheet is; an empty text for an address that is no Google Sheet."""
    gid = _GID.search(address)
    if found := _PUBLISHED.fullmatch(address):
        return f"https://docs.google.com/spreadsheets/d/e/{found['key']}/pub?output=csv" + (
            f"&gid={gid[1]}&single=true" if gid else ""
        )
    if found := _SHEET.fullmatch(address):
        return f"https://docs.google.com/spreadsheets/d/{found['key']}/export?format=csv" + (
            f"&gid={gid[1]}" if gid else ""
        )
    return ""


def fetched(address: str, online: bool) -> bytes:
    """The CSV of a public sheet. Raises UnreadableFile, before anything is sent, unless ``online`` allows it."""
    export = export_address(address)
    if not export:
        raise UnreadableFile(address, "only Google Sheets are read by their address; download the file and name it")
    if not online:
        raise UnreadableFile(address, "this is on the network; add --online to fetch it, or download it as CSV")
    return csv_at(export, address)


def csv_at(export: str, address: str) -> bytes:
    """What is at an address, when it is CSV; ``address`` is how the user calls it. Raises UnreadableFile."""
    try:
        kind, content = fetch(export)
    except NotFetched as error:
        if error.status in (401, 403):
            raise UnreadableFile(address, _PRIVATE) from None
        raise UnreadableFile(
            address, f"it could not be fetched: {error}; download it as CSV and name the file"
        ) from None
    if kind == "text/html":
        raise UnreadableFile(address, _PRIVATE)
    if kind not in _CSV:
        raise UnreadableFile(address, f"what came is {kind or 'of no named type'}, not CSV; check the address")
    return content


_PRIVATE = (
    "the sheet is not public: a web page came instead of it; in Google Sheets choose Share, General access, Anyone "
    "with the link, or download it as CSV"
)
