"""Noun phrases for people: a head noun, what qualifies it, names, and the words left over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from claims.people_units import Unit, noun_phrases, read_units
from claims.people_words import NOTHING, Leaves, Sense, fold, key_of, lexicon

_PERSONS = frozenset({"noun", "open", "victim", "apart"})
_THINGS = frozenset({"thing", "household"})
_NOUNS = _PERSONS | _THINGS | {"national", "community"}
_TAILS = frozenset({"of", "via", "with"})
_UNKNOWN = frozenset({"", "actor"})
_LONGEST_ACRONYM = 6
_LONGEST_NAME = 5
"""Words that a text of capitalised words alone may have to be one person's name."""


class Phrase(NamedTuple):
    """One noun phrase: what it says, what its head noun says alone, and what it leaves over.

    ``single``: of one person; ``named``: with a person's name; ``cut``: it ended at a preposition.
    """

    sense: Sense | None
    bare: Sense | None
    single: bool
    named: bool
    cut: bool
    unread: list[str]


def qualify(head: Sense, by: Sense) -> Sense:
    """What a noun says once a modifier is added: the finer of the two, and the modifier where they differ."""
    if head.statuses == NOTHING or by.statuses == NOTHING:
        return head
    statuses, weak = head.statuses, head.weak
    if by.statuses is not None and (statuses is None or not by.weak or weak):
        common = by.statuses if statuses is None else by.statuses & statuses
        statuses, weak = common or by.statuses, by.weak and (weak or head.statuses is None)
    demography = head.demography
    if by.demography is not None:
        common = by.demography & (demography or NOTHING)
        demography = common or by.demography
    return Sense(statuses, demography, head.traits | by.traits, weak)


def read_phrases(text: str) -> tuple[list[Sense], list[str]]:
    """The noun phrases of a text that are counted together, and the words not understood."""
    reader = _ListReader()
    for mark, units in noun_phrases(read_units(text)):
        reader.take(mark, units)
    return reader.senses or [sense for sense in reader.waiting if not _national(sense)], reader.unread


@dataclass(slots=True)
class _ListReader:
    """Reads a list phrase by phrase.

    ``waiting`` holds modifiers without a noun: "male and" in "male and female students" qualifies the noun to
    come. ``last_single`` and ``last_named`` tell of the phrase before; ``cut``: one has ended at a preposition.
    """

    senses: list[Sense] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    waiting: list[Sense] = field(default_factory=list)
    last_single: bool = False
    last_named: bool = False
    cut: bool = False

    def take(self, mark: str, units: list[Unit]) -> None:
        """Read the next noun phrase; ``mark`` is the break before it."""
        phrase = _read_phrase(units)
        self.unread += phrase.unread
        if phrase.sense is None:
            self.waiting += [Sense(traits=_nationality(word)) for word in phrase.unread]
            return
        only_named = phrase.named and phrase.bare is None
        if phrase.sense.statuses == NOTHING and self.cut and self.senses:
            self.unread += [unit.text for unit in units if unit.role in _THINGS]
        elif mark == "," and self.senses and self.last_named and phrase.single:
            self.senses[-1] = qualify(phrase.sense, self.senses[-1])  # "Khan, a teacher"
        elif mark == "," and self.senses and self.last_single and only_named:
            self.senses[-1] = qualify(self.senses[-1], phrase.sense)  # "a teacher, Khan"
        elif phrase.bare is None and not phrase.named:
            self.waiting.append(phrase.sense)
            return
        else:
            self.senses += [*_shared(phrase.bare, self.waiting), phrase.sense]
        self.last_single, self.last_named = phrase.single, only_named
        self.cut = self.cut or phrase.cut
        self.waiting = []


def _nationality(word: str) -> Leaves:
    return frozenset({f"nationality:{key_of(word)}"})


def _national(sense: Sense) -> bool:
    return any(trait.startswith("nationality:") for trait in sense.traits)


def _shared(bare: Sense | None, waiting: list[Sense]) -> list[Sense]:
    """The head noun of a phrase under the modifiers that waited for it; nations wait only for "nationals"."""
    if bare is None:
        return []
    fitting = [sense for sense in waiting if not _national(sense) or _national(bare)]
    plain = bare._replace(traits=frozenset(t for t in bare.traits if not t.startswith("nationality:")))
    return [qualify(plain, modifier) for modifier in fitting]


def _read_phrase(units: list[Unit]) -> Phrase:
    """Read one noun phrase: the last noun before a preposition is its head, the words before qualify it."""
    reader = _PhraseReader()
    for at, unit in enumerate(units):
        if unit.role in _TAILS and reader.noun and not reader.particle(unit, units[at + 1 :]):
            reader.take_tail(unit, units[at + 1 :])
            break
        reader.take(unit, units[at + 1 :])
    return reader.phrase()


@dataclass(slots=True)
class _PhraseReader:
    """Reads a noun phrase word by word.

    ``before`` is the word before when it is no noun and no modifier. ``muted``: "not" or "non" came before, so
    that the words say nothing of the people. ``owned``: an owner came before ("the chief's", "their").
    """

    sense: Sense | None = None
    bare: Sense | None = None
    noun: Unit | None = None
    names: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    before: str = ""
    cut: bool = False
    muted: str = ""
    owned: bool = False

    def particle(self, unit: Unit, after: list[Unit]) -> bool:
        """Is the word a particle inside a person's name ("Omar al Bashir")?"""
        return bool(self.names and after) and fold(unit.text) in lexicon().particles and _capital(after[0])

    def take(self, unit: Unit, after: list[Unit]) -> None:
        """Read one word; ``after`` are those that follow it."""
        role = unit.role
        if self._mute(unit):
            return
        self.roles.add(role)
        self.owned = self.owned or role == "own"
        if self.particle(unit, after) or self._inside_a_name(unit):
            self.names.append(unit.text)
        elif unit.word and role in _NOUNS:
            self._take_noun(unit, unit.word.sense)
        elif unit.word and role == "adj":
            self.sense = qualify(self.sense or Sense(), unit.word.sense)
        elif role in _UNKNOWN:
            (self.names if _capital(unit) else self.unread).append(unit.text)
        self.before = unit.text if role in _UNKNOWN else ""

    def _mute(self, unit: Unit) -> bool:
        """Is the word, or what it says, denied? "Non" denies the next word, "not" all up to a "but"."""
        if unit.role in ("not", "non"):
            self.muted = unit.role
            return True
        denied = bool(self.muted) and (unit.role in _NOUNS | _UNKNOWN or unit.role == "adj")
        if denied:
            self.unread.append(unit.text)
        if self.muted == "non" or unit.role == "but":
            self.muted = ""
        return denied

    def _inside_a_name(self, unit: Unit) -> bool:
        """Is the noun, as "Amir" or "King", a part of a person's name?"""
        one_person = self.noun is not None and not self.noun.plural
        return bool(self.names) and one_person and unit.role in _NOUNS and unit.text[0].isupper()

    def _take_noun(self, unit: Unit, says: Sense) -> None:
        """Make a noun the head; capitalised words before it were no person's name."""
        if unit.role == "national" and self.before:
            says = says._replace(traits=_nationality(self.before))
            self.unread = [word for word in self.unread if word != self.before]
            self.names = [word for word in self.names if word != self.before]
        self.unread, self.names = self.unread + self.names, []
        if self._of_a_victim_or_kin(unit, says):
            self.unread.append(unit.text)
            return
        if unit.role == "household" and self._kin(unit):
            unit = Unit(unit.text, lexicon().words["relative"], unit.plural)
            says = lexicon().words["relative"].sense
        if self.noun and self._only_owner(unit, says):
            self._set_owner_aside(self.noun)
        of_people = unit.role not in _THINGS and self.sense is not None and self.sense.statuses != NOTHING
        self.sense = qualify(says, self.sense) if self.sense and of_people else says
        self.bare, self.noun, self.owned = says, unit, False

    def _of_a_victim_or_kin(self, unit: Unit, says: Sense) -> bool:
        """Does the noun only say whose kin or victims they are, as a genitive without a preposition does?"""
        after = self.noun is not None and self.noun.role in ("apart", "victim")
        return after and not unit.text.isascii() and _no_private_person(says)

    def _kin(self, family: Unit) -> bool:
        """Is a family somebody's relatives? Otherwise it is a unit in which people are counted."""
        pronoun = self.owned and not self.noun and not self.unread
        owner = self.sense if self.noun else None
        return pronoun or _no_private_person(owner) or (self.owned and not family.plural)

    def _only_owner(self, unit: Unit, says: Sense) -> bool:
        """Do the words before say whose people the noun counts, and not what they are themselves?"""
        if unit.role == "apart" and _no_private_person(self.sense):
            return True
        free = unit.role == "victim" or (unit.role != "open" and (says.weak or says.statuses is None))
        return self.owned and (free or self._guards_a_civilian(says))

    def _guards_a_civilian(self, says: Sense) -> bool:
        """Are those counted armed and their owner not, as in "the minister's bodyguards"?"""
        tree = lexicon().leaves
        if self.sense is None or not self.sense.statuses or not says.statuses:
            return False
        return self.sense.statuses <= tree["civilian"] and says.statuses <= tree["combatant"]

    def _set_owner_aside(self, owner: Unit) -> None:
        self.unread.append(owner.text)
        self.sense = None
        self.roles -= {"senior", "former", "title"}

    def take_tail(self, by: Unit, units: list[Unit]) -> None:
        """What follows a preposition says who general heads were ("members of ..."); else it is only kept."""
        self.roles.add(by.role)
        self.cut = True
        if self.noun and self.noun.role == "household":
            self._take_family(self.noun, _read_phrase(units))
        if self.noun is None or not _says_who(by, self.noun):
            self.unread += [unit.text for unit in units if unit.role in _NOUNS | _UNKNOWN]
            return
        inner = _read_phrase(units)
        self.unread += inner.unread
        if inner.named:
            self.unread += [unit.text for unit in units if _capital(unit)]
        if self.sense and inner.sense:
            self.sense = qualify(self.sense, inner.sense)

    def _take_family(self, family: Unit, owner: Phrase) -> None:
        """A family "of militants", or one family "of a teacher": they are counted as relatives."""
        if _no_private_person(owner.sense) or (owner.single and not family.plural):
            self.bare = self.sense = lexicon().words["relative"].sense

    def phrase(self) -> Phrase:
        """The phrase as read to its end."""
        one_noun = self.noun is not None and self.noun.role in _PERSONS and not self.noun.plural
        single = one_noun or "title" in self.roles
        named = self._names_a_person(single)
        sense = self.sense
        if named:
            name = "name:" + " ".join(map(fold, self.names))
            sense = qualify(sense or Sense(), Sense(traits=frozenset({name})))
        if sense:
            sense = _ranked(sense, self.roles)
        unread = self.unread if named else self.unread + self.names
        return Phrase(sense, self.bare, single or named, named, self.cut, unread)

    def _names_a_person(self, single: bool) -> bool:
        """Are the capitalised words a person's name? A lone one with an s may be a people's or a party's."""
        if not self.names or self.noun:
            return bool(self.names) and single
        if len(self.names) == 1 and "title" not in self.roles and self.names[0].endswith("s"):
            return False
        return not self.unread and not self.sense and len(self.names) <= _LONGEST_NAME


def _says_who(by: Unit, head: Unit) -> bool:
    """Does what follows say who the people were? "Victims of" somebody were not that somebody."""
    return by.role in ("of", "via") and (head.role == "open" or (head.role == "victim" and by.role == "via"))


def _no_private_person(sense: Sense | None) -> bool:
    """Are they all of forces, armed groups or the state?"""
    return sense is not None and bool(sense.statuses) and "private" not in (sense.statuses or NOTHING)


def _capital(unit: Unit) -> bool:
    """Might the unknown word be part of a person's name? Short words in capitals are acronyms."""
    acronym = unit.text.isupper() and len(unit.text) <= _LONGEST_ACRONYM
    return unit.word is None and unit.text[0].isupper() and not acronym


def _ranked(sense: Sense, roles: set[str]) -> Sense:
    """Apply "senior" and "former"; a community tells nothing of an armed group that its side does not tell."""
    tree = lexicon().leaves
    armed = bool(sense.statuses) and (sense.statuses or NOTHING) <= tree["combatant"]
    if "former" in roles and armed:
        return Sense(tree["civilian"], sense.demography, sense.traits | {"veteran"}, weak=True)
    if armed:
        sense = sense._replace(traits=frozenset(t for t in sense.traits if not t.startswith("community:")))
    if "senior" not in roles or sense.statuses == NOTHING:
        return sense
    if sense.statuses is None or sense.statuses <= tree["armed group"]:
        return sense._replace(statuses=tree["leader"], weak=sense.statuses is None)
    return sense._replace(traits=sense.traits | {"rank:senior"})
