"""Writing a report to a file so that a reader never finds half of one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

_BLOCK = 1 << 20


def write_beside_then_rename(path: str | Path, chunks: Iterable[str] | Iterable[bytes]) -> None:
    """Write UTF-8 text, or bytes, to a new file beside ``path`` and put it in place when it is whole; raises OSError.

    A link is followed, the permissions of a file that was there are kept, and a path that is no regular file (a
    device, a pipe) is written to directly. When anything goes wrong the old file stays as it was.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file() and not target.is_dir():
        with target.open("wb") as stream:
            stream.writelines(_encoded(chunks))
        return
    if target.is_dir():
        raise IsADirectoryError(21, "it is a folder; name a file in it", str(path))
    _replace(target, chunks)


def blocks_of(path: Path) -> Iterator[bytes]:
    """The bytes of a file that was built on disk, piece by piece, to hand them on."""
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            yield block


def _encoded(chunks: Iterable[str] | Iterable[bytes]) -> Iterator[bytes]:
    return (chunk.encode() if isinstance(chunk, str) else chunk for chunk in chunks)


def _replace(target: Path, chunks: Iterable[str] | Iterable[bytes]) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:50]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(_encoded(chunks))
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is there, or those that a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
