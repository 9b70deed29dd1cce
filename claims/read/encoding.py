"""Which encoding a text file is in, found in one pass over its bytes that also takes its SHA-256.

UTF-8 and the byte order marks are certain. A file with no valid UTF-8 beyond ASCII is taken to be in one old code
page throughout, and a warning names it. A file that mixes UTF-8 with something else is read as UTF-8, and the rows
whose bytes are not UTF-8 are left to be rejected one by one: a guess would put wrong names into a report unseen.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass
from typing import Any, BinaryIO

from claims.lexicon import data
from claims.read.result import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 20
_SAMPLE = 1 << 16
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_REMEDY = "save the file as UTF-8 (in a spreadsheet: CSV UTF-8), or name its encoding with --encoding"


@dataclass(frozen=True, slots=True)
class Text:
    """How to read a file as text.

    ``mixed`` says that some lines are not in ``encoding``; ``repair`` is the encoding the user named for those.
    ``note`` is a sentence for the user when the encoding was guessed.
    """

    encoding: str = "utf-8"
    mixed: bool = False
    repair: str = ""
    note: str = ""


UTF8 = Text()


def digest(stream: BinaryIO) -> str:
    """The SHA-256 of what the stream holds."""
    seen = hashlib.sha256()
    while chunk := stream.read(_CHUNK):
        seen.update(chunk)
    return seen.hexdigest()


def scan(stream: BinaryIO, path: str, encoding: str | None) -> tuple[str, Text]:
    """The SHA-256 of a file and how to read it as text; ``encoding`` is what the user named, if anything.

    Raises UnreadableFile for a file that is no text, and for one whose encoding cannot be told.
    """
    seen, head, utf8 = hashlib.sha256(), b"", True
    decoder = codecs.getincrementaldecoder("utf-8")()
    while chunk := stream.read(_CHUNK):
        head = head or chunk[:_SAMPLE]
        seen.update(chunk)
        utf8 = utf8 and _decodes(decoder, chunk)
    utf8 = utf8 and _decodes(decoder, b"", final=True)
    return seen.hexdigest(), _decide(stream, path, head, utf8, encoding)


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _decide(stream: BinaryIO, path: str, head: bytes, utf8: bool, encoding: str | None) -> Text:
    named = _named(path, encoding)
    if marked := next((codec for mark, codec in _MARKS if head.startswith(mark)), ""):
        if marked == "utf-8-sig":
            return Text(marked) if utf8 else Text(marked, mixed=True, repair=named)
        return Text(_checked(stream, path, marked))
    if wide := _wide(head):
        return Text(_checked(stream, path, wide))
    if b"\0" in head or len(_CONTROL.findall(head)) * 50 > len(head):
        raise UnreadableFile(path, "it is not a text; give a CSV, JSON, JSON Lines, YAML, XLSX, XLS or ODS file")
    if utf8:
        return Text()
    return _old(stream, path, named)


def _named(path: str, encoding: str | None) -> str:
    if not encoding:
        return ""
    try:
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise UnreadableFile(path, f"{encoding!r} is no known encoding; name one such as utf-8 or cp1252") from None


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: the zero bytes of its ASCII characters all lie on one side of the pairs."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(head) < 4 or not even + odd or min(even, odd) * 20 > even + odd:
        return ""
    codec = "utf-16-be" if even > odd else "utf-16-le"
    try:
        text = codecs.getincrementaldecoder(codec)().decode(head)
    except UnicodeDecodeError:
        return ""
    return codec if "\0" not in text and sum(c in "\n,;:\t{" or c.isalnum() for c in text) * 2 > len(text) else ""


def _checked(stream: BinaryIO, path: str, codec: str) -> str:
    decoder = codecs.getincrementaldecoder(codec)()
    stream.seek(0)
    while chunk := stream.read(_CHUNK):
        if not _decodes(decoder, chunk):
            raise UnreadableFile(path, f"it begins as {codec.upper()} text but is damaged; {_REMEDY}")
    if not _decodes(decoder, b"", final=True):
        raise UnreadableFile(path, f"it is {codec.upper()} text that breaks off in mid-character; {_REMEDY}")
    return codec


def _old(stream: BinaryIO, path: str, named: str) -> Text:
    both, sample = _lines(stream)
    if both:
        return Text(mixed=True, repair=named)
    if named:
        return Text(named, mixed=True)
    codec, name = _code_page(sample)
    if not codec:
        raise UnreadableFile(path, f"it is not UTF-8 and its encoding cannot be told; {_REMEDY}")
    note = f"the file is not UTF-8 and was read as {name}; if names look odd, {_REMEDY}"
    return Text(codec, mixed=True, note=note)


def _lines(stream: BinaryIO) -> tuple[bool, bytes]:
    """Whether some lines are UTF-8 beyond ASCII while others are not UTF-8, and a sample of the latter."""
    stream.seek(0)
    valid, sample = False, bytearray()
    for line in stream:
        if line.isascii():
            continue
        try:
            line.decode()
            valid = True
        except UnicodeDecodeError:
            if len(sample) < _SAMPLE:
                sample += line[:_SAMPLE]
    return valid, bytes(sample)


def _code_page(sample: bytes) -> tuple[str, str]:
    runs = _HIGH_RUN.findall(sample)
    in_words = sum(len(run) for run in runs if len(run) > 2)
    pages: dict[str, Any] = data("claims", "encodings.yaml")
    if in_words * 2 < sum(map(len, runs)):
        return pages["western"]["codec"], pages["western"]["name"]
    rated = {codec: _share(runs, codec, page["common"]) for codec, page in pages["scripts"].items()}
    best = max(rated, key=rated.__getitem__)
    return (best, pages["scripts"][best]["name"]) if rated[best] > 0.6 else ("", "")


def _share(runs: list[bytes], codec: str, common: str) -> float:
    """How much of the words above ASCII is made of the common letters of a code page's languages."""
    text = b" ".join(runs).decode(codec, "replace").casefold().replace(" ", "")
    return sum(c in common for c in text) / len(text)
