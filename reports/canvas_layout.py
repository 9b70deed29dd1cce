"""Where the cards of a canvas stand: columns inside groups, groups on shelves. All lengths are pixels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reports.layout import display_width

Item = dict[str, Any]
"""A node or a line of the canvas, as JSON has it."""

CARD_WIDTH = 400
_GAP, _BETWEEN, _MARGIN = 40, 240, 40
_SHELF = 6000
_LINE, _PADDING, _CHARACTER = 26, 44, 9


def card_height(text: str, wide: int) -> int:
    """Room for Markdown of a card, ``wide`` columns wide; escaped characters are counted, so that it is never short."""
    room = (CARD_WIDTH * wide - _PADDING) // _CHARACTER
    lines = sum(1 + display_width(line) // room for line in text.split("\n"))
    return lines * _LINE + _PADDING


def moved(items: list[Item], x: int, y: int) -> list[Item]:
    """The items, each moved by the same way."""
    return [{**item, "x": item.get("x", 0) + x, "y": item.get("y", 0) + y} for item in items]


def columns(group: Item, cards: list[list[Item]], below: Item | None) -> list[Item]:
    """A group with columns of cards side by side, and one card below them across all; its corner is at 0, 0."""
    placed: list[Item] = []
    floor = _MARGIN
    for n, column in enumerate(cards):
        y = _MARGIN
        for card in column:
            placed += moved([card], _MARGIN + n * (CARD_WIDTH + _BETWEEN), y)
            y += card["height"] + _GAP
        floor = max(floor, y)
    if below is not None:
        placed += moved([below], _MARGIN, floor)
        floor += below["height"] + _GAP
    width = 2 * _MARGIN + max(len(cards), 1) * (CARD_WIDTH + _BETWEEN) - _BETWEEN
    return [{**group, "x": 0, "y": 0, "width": width, "height": floor - _GAP + _MARGIN}, *placed]


def shelves(groups: list[list[Item]]) -> Iterator[Item]:
    """Groups from left to right, and a new shelf below where one is full."""
    x = y = depth = 0
    for group in groups:
        width, height = group[0]["width"], group[0]["height"]
        if x and x + width > _SHELF:
            x, y, depth = 0, y + depth + _BETWEEN, 0
        yield from moved(group, x, y)
        x, depth = x + width + _BETWEEN, max(depth, height)


def stacked(head: Item, rest: Iterator[Item]) -> Iterator[Item]:
    """One card above everything else."""
    yield from moved([head], 0, -head["height"] - _GAP)
    yield from rest
