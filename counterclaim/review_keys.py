"""What a person types while looking through drafts: single keys and lines, from a terminal or out of a pipe."""

from __future__ import annotations

import os
import sys
from collections import deque
from typing import BinaryIO, Protocol

import click

_ARROWS = {"\x1b[C": "s", "\x1b[D": "b", "\x1bOC": "s", "\x1bOD": "b"}
"""Right leaves a draft for later, left goes back."""
_END_OF_INPUT = "\x04"


class Keys(Protocol):
    """Where keys come from."""

    def key(self, prompt: str) -> str:
        """The next key, or an empty text when there are no more."""

    def line(self, prompt: str) -> str | None:
        """The next line without its end and the blanks around it, or None when there are no more."""


class TypedKeys:
    """Keys of a terminal, each taken as it is pressed."""

    def __init__(self) -> None:
        self.waiting: deque[str] = deque()

    def key(self, prompt: str) -> str:
        """The next key; of keys pressed at once each counts."""
        while not self.waiting:
            typed = _pressed(prompt)
            if typed in ("", _END_OF_INPUT):
                return ""
            self.waiting.extend(_ARROWS.get(typed, "") if typed.startswith("\x1b") else typed)
        return self.waiting.popleft()

    def line(self, prompt: str) -> str | None:
        """A line, edited as the terminal lets people edit."""
        self.waiting.clear()
        try:
            return input(prompt).strip()
        except EOFError:
            click.echo()
            return None


def _pressed(prompt: str) -> str:
    """What is pressed once the prompt is shown; what was typed ahead of it counts too."""
    if sys.platform == "win32":
        click.echo(prompt, nl=False)
        return click.getchar()
    import termios
    import tty

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle, termios.TCSADRAIN)
        click.echo(prompt, nl=False)
        return os.read(handle, 32).decode("utf-8", "replace")
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


class PipedKeys:
    """Keys out of a pipe or a file: blanks and line ends between keys do not count; a line runs to its end.

    A line end right behind a key belongs to the key, so that keys may be written one a line.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.behind_a_key = False

    def key(self, prompt: str) -> str:
        """The next key that is no blank."""
        click.echo(prompt, nl=False)
        while (byte := self.stream.read(1)).isspace():
            pass
        self.behind_a_key = bool(byte)
        return byte.decode("latin-1")

    def line(self, prompt: str) -> str | None:
        """The next line, shown behind its prompt as if it had been typed."""
        from reports.escape import visible

        click.echo(prompt, nl=False)
        read = self.stream.readline()
        if self.behind_a_key and read and not read.strip():
            read = self.stream.readline()
        self.behind_a_key = False
        text = read.decode("utf-8", "replace").strip()
        click.echo(visible(text))
        return text if read else None


def keys_of_stdin() -> Keys:
    """Keys from standard input, whichever of the two it is."""
    if sys.stdin.isatty():
        return TypedKeys()
    return PipedKeys(sys.stdin.buffer)
