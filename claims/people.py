"""Who was counted: the victims of a claim, as worded, read into status, age and sex, and narrower traits.

Two counts can only disagree when they count the same people, or one a part of the other; `compare_people`
says which. The words are data (``data/people.yaml``); whose losses they are is not read here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from claims.people_boxes import NOT, Box, Relation, boxes_of, compare_boxes
from claims.people_phrases import qualify, read_phrases
from claims.people_units import plain, spoken
from claims.people_words import EVERYONE, NOTHING, Leaves, Sense, kept, key_of, lexicon

__all__ = ["CHILDREN", "EVERYONE", "Box", "People", "Relation", "armed", "civilian", "compare_people", "read_people"]

CHILDREN = frozenset({"boy", "girl"})

LONGEST = 1000
"""Characters of a victims cell that are read; what lies beyond is a document, kept whole among the unread."""

_MOST_SENSES = 40
"""Kinds of people that one cell is narrowed into; a longer list is taken as it first stands."""


@dataclass(frozen=True, slots=True)
class People:
    """The counted people. ``statuses`` and ``demography`` are the smallest that hold all ``boxes``."""

    statuses: Leaves
    demography: Leaves
    traits: Leaves
    whole: bool
    mostly: Leaves
    including: tuple[str, ...]
    materiel: bool
    unread: tuple[str, ...]
    boxes: tuple[Box, ...]
    presumed: bool = False
    """Whether the status is only presumed from the word: women and children are taken for civilians."""

    def __hash__(self) -> int:
        """Of what tells people apart; every field of two equal ones is equal, so the rest need not be hashed."""
        return hash((self.boxes, self.unread, self.including))

    @property
    def unpresumed(self) -> People:
        """The same people without a status that is only presumed."""
        return _without_presumption(self) if self.presumed else self


@kept(1 << 14)
def _without_presumption(people: People) -> People:
    anybody = lexicon().leaves["people"]
    boxes = tuple(box._replace(statuses=anybody) if box.statuses else box for box in people.boxes)
    return replace(people, boxes=boxes, presumed=False)


@kept(1 << 16)
def read_people(victims: str, status: str = "") -> People:
    """Read who was counted from the victims' words and the status column; never raises on any text.

    Words that are not understood, among them the names of actors and nations, are kept in ``unread``.
    """
    reader = _Reader()
    for kind, part in _remarks(plain(victims[:LONGEST])):
        reader.take(kind, part)
    if rest := victims[LONGEST:]:
        reader.unread.append(rest)
    return reader.people(status)


@kept(1 << 16)
def compare_people(a: People, b: People) -> Relation:
    """How the people of one claim stand to those of another; PART reads "a is a part of b".

    Judged facet by facet. A part and a whole in different facets, or traits of which neither contains the
    other, overlap; two different persons' names are disjoint. Words not understood take no part.
    """
    table = [[compare_boxes(x, y) for y in b.boxes] for x in a.boxes]
    inside = all(any(cell in (Relation.EQUAL, Relation.PART) for cell in row) for row in table)
    columns = zip(*table, strict=True)
    around = all(any(cell in (Relation.EQUAL, Relation.WHOLE) for cell in column) for column in columns)
    if inside and around:
        return Relation.EQUAL
    if inside or around:
        return Relation.PART if inside else Relation.WHOLE
    if all(cell is Relation.DISJOINT for row in table for cell in row):
        return Relation.DISJOINT
    return Relation.OVERLAP


def armed(people: People) -> bool:
    """Are all the counted people combatants, or members of forces or armed groups?"""
    return bool(people.statuses) and people.statuses <= lexicon().leaves["combatant"]


def civilian(people: People) -> bool:
    """Are all the counted people civilians?"""
    return bool(people.statuses) and people.statuses <= lexicon().leaves["civilian"]


@dataclass(slots=True)
class _Reader:
    """Reads a victims cell remark by remark; ``senses`` are the kinds of people counted so far."""

    senses: list[Sense] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    including: list[str] = field(default_factory=list)
    mostly: Leaves = NOTHING
    whole: bool = False

    def take(self, kind: str, part: str) -> None:
        """Read a remark of a kind ("mostly", "except", ...)."""
        if kind == "include":
            if words := spoken(part).strip(" ,;.:"):
                self.including.append(words)
            return
        says, unread = read_phrases(part)
        nobody_yet = not self.senses and not self.unread
        self.unread += unread
        if kind == "relative" or not says:
            return
        if kind in ("mostly", "all") and not _counted(part):
            self.whole = True
        if kind == "mostly":
            self._take_mostly(says, nobody_yet)
        elif kind == "except":
            self._leave_out(says)
        else:
            self._narrow(says)

    def _take_mostly(self, says: list[Sense], nobody_yet: bool) -> None:
        """Note what most of them are, which narrows nothing: "mostly women" counts others too."""
        self.mostly |= NOTHING.union(*(sense.demography or sense.statuses or NOTHING for sense in says))
        if nobody_yet:
            self.senses = [sense._replace(demography=None) for sense in says]
        elif not self.senses:
            self.senses = [Sense()]

    def _leave_out(self, says: list[Sense]) -> None:
        rest = _without(self.senses or [Sense()], says)
        if rest == self.senses:
            self.whole = True  # "militants, not civilians" leaves nobody out: it insists
        self.senses = rest

    def _narrow(self, says: list[Sense]) -> None:
        if not self.senses:
            self.senses = says
            return
        pairs = ((sense, by) for sense in self.senses[:_MOST_SENSES] for by in says[:_MOST_SENSES])
        narrowed = list(dict.fromkeys(qualify(sense, by) for sense, by in pairs))
        if len(narrowed) <= _MOST_SENSES:
            self.senses = narrowed

    def people(self, status: str) -> People:
        """The people as read, with what the status column says."""
        senses = _with_status(self.senses, status) or [Sense()]
        boxes = boxes_of(senses)
        persons = [box for box in boxes if box.statuses] or list(boxes)
        return People(
            statuses=NOTHING.union(*(box.statuses for box in persons)),
            demography=NOTHING.union(*(box.demography for box in persons)),
            traits=frozenset.intersection(*(box.traits for box in persons)),
            whole=self.whole,
            mostly=self.mostly,
            including=tuple(self.including),
            materiel=not persons[0].statuses,
            unread=tuple(dict.fromkeys(word for word in self.unread if len(word) > 1)),
            boxes=boxes,
            presumed=any(s.weak for s in senses) and all(s.weak or not s.statuses for s in senses),
        )


def _remarks(text: str) -> list[tuple[str, str]]:
    """The text cut at its connectors, each part with the kind of remark it is ("head" for the first)."""
    parts, kind, start = [], "head", 0
    for match in lexicon().connectors.finditer(text):
        parts.append((kind, text[start : match.start()]))
        kind, start = match.lastgroup or "head", match.end()
        if kind == "include" and " of " in match[0]:  # "8 of them children" keeps its figure
            start = match.start()
    return [*parts, (kind, text[start:])]


def _counted(part: str) -> bool:
    """Does the remark open with a figure ("all seven militants")? Then it is no remark about them all."""
    first = key_of(part).split(" ")[0]
    word = lexicon().words.get(first)
    return first[:1].isdigit() or (word is not None and word.role == "number")


def _without(senses: list[Sense], left_out: list[Sense]) -> list[Sense]:
    """The people of ``senses`` who are none of those left out, where one facet can say so."""
    people = lexicon().leaves["people"]
    for out in left_out:
        if out.statuses and not out.weak:
            kept = [s._replace(statuses=(s.statuses or people) - out.statuses) for s in senses]
            senses = [s for s in kept if s.statuses] or senses
        elif out.traits:
            senses = [s._replace(traits=s.traits | {NOT + trait for trait in out.traits}) for s in senses]
        elif out.demography:
            rest = [s._replace(demography=(s.demography or EVERYONE) - out.demography) for s in senses]
            senses = [s for s in rest if s.demography] or senses
    return senses


def _with_status(senses: list[Sense], status: str) -> list[Sense]:
    """Bring in the status column: the words' finer reading inside it stays, otherwise the column decides."""
    column, admits = _read_status(status)
    if not column:
        return senses
    things = [sense for sense in senses if sense.statuses == NOTHING]
    persons = [sense for sense in senses if sense.statuses != NOTHING] if senses else [Sense()]
    fitting = [sense for sense in persons if sense.statuses is None or sense.statuses & admits] or persons
    return [_under(sense, by, admits) for sense in fitting for by in column] + things


def _read_status(status: str) -> tuple[list[Sense], Leaves]:
    """What the status column says, and the statuses that it admits; nothing when it leaves the status open."""
    key = key_of(status)
    if not key or key in lexicon().no_status:
        return [], NOTHING
    if key in lexicon().columns:
        leaves, admits = lexicon().columns[key]
        return [Sense(leaves)], admits
    column, _ = read_phrases(status)
    return column, NOTHING.union(*(sense.statuses or NOTHING for sense in column))


def _under(sense: Sense, column: Sense, admits: Leaves) -> Sense:
    """A reading of the words under one of the status column."""
    finer = sense.statuses & admits if sense.statuses else NOTHING
    if finer and not (column.statuses or NOTHING) & finer:
        return sense._replace(statuses=finer, traits=sense.traits | column.traits, weak=False)
    return qualify(sense, column)
