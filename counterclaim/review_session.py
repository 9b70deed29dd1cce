"""Looking through drafts one at a time: what each key does. A decision is on the disk before the next prompt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import click

from claims.review.context import context_of
from claims.review.desk import Desk
from counterclaim.review_editing import edited_columns, repeated_draft, written_columns
from counterclaim.review_keys import Keys
from counterclaim.review_texts import Texts
from reports.escape import visible
from reports.layout import wrap
from reports.review_item import item_lines, told


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide lines may be and whether they may be coloured; ``say`` prints one paragraph."""

    width: int
    color: bool

    def say(self, text: str) -> None:
        """Print a text on lines that fit, with nothing in it that acts on a screen."""
        for line in wrap(visible(text), self.width):
            click.echo(line)


class Session:
    """One person's way through the drafts of a desk, from the first that is not decided."""

    def __init__(self, desk: Desk, keys: Keys, texts: Texts, screen: Screen) -> None:
        self.desk, self.keys, self.texts, self.screen = desk, keys, texts, screen
        self.name = self._undecided_after(-1)
        self.does: dict[str, Callable[[], bool]] = {
            "a": self._accept, "e": self._edit, "d": self._drop, "r": self._repeats, "w": self._write,
            "s": self._skip, "b": self._back, "u": self._undo, "?": self._help, "h": self._help,
        }  # fmt: skip

    def run(self) -> None:
        """Show drafts and do what the keys say, until one says to stop or there are no more keys."""
        self._show()
        while (key := self.keys.key(self._prompt()).lower()) not in ("", "q"):
            click.echo(told()["keys"].get(key, {}).get("name", ""))
            if key not in self.does:
                self.screen.say(f"{key!r} is no key here; ? lists them")
            elif (self.name or key in "bu?h") and self.does[key]():
                self._show()
        click.echo()

    def _show(self) -> None:
        if not self.name:
            self.screen.say(f"That was the last. {progress(self.desk)}")
            return
        row = self.desk.row[self.name]
        place = [*self.desk.row].index(self.name) + 1
        heading = f"{place} of {len(self.desk.row)} · {progress(self.desk)}"
        context = context_of(row, self.texts.of(row))
        for line in item_lines(row, context, heading=heading, width=self.screen.width, color=self.screen.color):
            click.echo(line)

    def _prompt(self) -> str:
        if not self.name:
            return "back, undo, help or quit? [b u ? q] "
        names = [key["name"] for key in told()["keys"].values()]
        brief = " ".join(told()["keys"])
        long = ", ".join(names[:-1]) + f" or {names[-1]}? [{brief}] "
        return long if len(long) < self.screen.width else f"[{brief}] "

    def _undecided_after(self, place: int) -> str:
        names = [*self.desk.row]
        return next((name for name in names[place + 1 :] if name not in self.desk.done), "")

    def _place(self) -> int:
        return [*self.desk.row].index(self.name) if self.name else len(self.desk.row)

    def _on(self) -> bool:
        self.name = self._undecided_after(self._place())
        return True

    def _accept(self) -> bool:
        refused = self.desk.accept(self.name)
        for one in refused:
            self.screen.say(f"not accepted: {one.column}: {one.reason}; e edits it")
        return not refused and self._on()

    def _drop(self) -> bool:
        self.desk.drop(self.name)
        return self._on()

    def _edit(self) -> bool:
        if self.desk.row[self.name].get("kind") == "look_here":
            self.screen.say("this is a sentence to look at and no claim yet; w writes one from it")
            return False
        return not edited_columns(self.desk, self.name, self.keys, self.screen.say) or self._on()

    def _write(self) -> bool:
        written_columns(self.desk, self.name, self.keys, self.screen.say)
        return True

    def _repeats(self) -> bool:
        return repeated_draft(self.desk, self.name, self.keys, self.screen.say) and self._on()

    def _skip(self) -> bool:
        return self._on()

    def _back(self) -> bool:
        names = [*self.desk.row]
        self.name = names[max(0, self._place() - 1)] if names else ""
        return True

    def _undo(self) -> bool:
        undone = self.desk.undo()
        if undone is None:
            self.screen.say("there is no decision to take back")
            return False
        self.screen.say(f"taken back: {undone.decision.value}")
        if undone.claims and undone.claims[0] in self.desk.row:
            self.name = undone.claims[0]
        elif self.name not in self.desk.row:
            self.name = self._undecided_after(-1)
        return True

    def _help(self) -> bool:
        for key, what in told()["keys"].items():
            for line in wrap(what["help"], self.screen.width, f"  {key}  {what['name']:<8} ", " " * 5):
                click.echo(line)
        return False


def progress(desk: Desk) -> str:
    """How far the drafts of a desk are decided, in words."""
    statuses = [str(row.get("status", "draft")) for row in desk.row.values() if row.get("kind") != "look_here"]
    looks = [name for name, row in desk.row.items() if row.get("kind") == "look_here" and name not in desk.done]
    parts = [f"{statuses.count(status)} {status}" for status in ("accepted", "edited", "dropped") if status in statuses]
    to_do = f"{statuses.count('draft')} to decide" + (f" and {len(looks)} to look at" if looks else "")
    return ", ".join([*parts, to_do])
