"""What a speaker says that somebody did: an accusation, a deed of the speaker's own, or the denial of one."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.actors import is_actor
from claims.extract.charge import Charge, Range
from claims.extract.frame import Frame
from claims.extract.parties import Parties
from claims.extract.parties_told import can_do, side_of
from claims.extract.reach import frame_of

_OPEN = frozenset({"would", "could", "may", "might", "will", "should", "if", "can", "must", "to"})
_OWN_DENIAL = "denies a deed of its own"
_NEVER = frozenset({"not", "never", "didn't", "hadn't", "hasn't", "haven't", "don't", "doesn't", "wasn't", "weren't"})


class Deeds(Parties):
    """Reads statements that a named party did something."""

    def _deeds(self, at: int) -> Iterator[Charge]:
        """What is said to have been done by a verb, or by "an attack by Y"."""
        frame = frame_of(self.analysis.sentence, self.analysis.frames, at, self.words)
        if frame is None or frame.said_by is None:
            yield from self._told(at)
            return
        if not self._carries(frame, at):
            return
        bare = self._low(at).startswith("carr") and self._low(at + 1) != "out"
        if self._has("act_verbs", at) and not bare and self.doers.is_verb(at):
            yield from self._deed(frame, at)
        if self._has("acts", at) and not self.doers.is_verb(at):
            yield from self._deed_by(frame, at) if self._low(at + 1) == "by" else self._deed_named(frame, at)
        if self._has("attacks", at):
            yield from self._because(frame, at)
        size = self.words.match("blame.avowals", self.tokens, at) or self._answers_with(at)
        if size:
            yield from self._avowed(frame, at, size)
        if self._low(at) in ("part", "participated") and self._low(at + 1) == "in":
            yield from self._took_part(frame, at)

    def _told(self, at: int) -> Iterator[Charge]:
        """What a quotation that goes on, or a party's own communique, tells of an attack."""
        if self._has("acts", at) and self._low(at + 1) == "by" and self.teller(at):
            by = self._phrase(at + 2)
            if by is not None and self._kind(by) == "party" and not self._is_own(by, None):
                yield Charge("accuses", None, by, at, by[1], "deed by")
        if not (self._has("attacks", at) and self.doers.is_verb(at)) or not self.teller(at):
            return
        passive = self.doers.is_passive(at)
        who = self.doers.by(at + 1) if passive else self.doers.subject(at) if self.doers.has_object(at) else None
        if who is None or self._is_open(at) or (passive and self._is_own(who, None)):
            return
        group = {self._low(p) for p in range(self.doers.group_start(at), at)}
        own = self._is_own(who, None)
        if group & _NEVER:
            if own:
                yield Charge("denies", None, None, who[0], at + 1, _OWN_DENIAL)
        elif own and not self._is_counted(at):
            stance = "denies" if self._is_limited(at) else "claims"
            yield Charge(stance, None, who, who[0], at + 1, "own deed told", self._act_from(at))
        elif not own and self._kind(who) == "party" and not self._is_described(who):
            yield Charge("accuses", None, who, who[0], at + 1, "deed told", self._act_from(at))

    def _carries(self, frame: Frame, at: int) -> bool:
        """Whether a frame reports deeds: not one that accuses or denies, which is read by itself."""
        if frame.stance == "denies" or self._has("accuses", frame.first) or frame.first == at:
            return False
        if self._any("disclaim", frame.first - 3, frame.first) is not None:
            return False  # "denied a report by diplomats that it had sent"
        if frame.said_by is not None and self.words.has("speech.tallies", self._low(frame.said_by[1] - 1)):
            return False  # "by Israeli tallies" counts; it accuses nobody
        if self._low(frame.first) == "alleged" and self._low(frame.first - 1) in ("'s", "the", "an", "of"):
            return False
        if any(self.words.has("blame.unproved", self._low(p)) for p in range(frame.last, at)):
            return False
        cut = [p + 1 for p in range(frame.last, at) if self._low(p) in (";", ":", "while", "whereas", "but")]
        start = cut[-1] if cut else frame.last
        return not any(self._has("disclaim", p) or self._has("accuses", p) for p in range(start, at))

    def _deed(self, frame: Frame, verb: int) -> Iterator[Charge]:
        """ "X said (that) Y attacked": Y is accused, or claims its own deed when Y is X."""
        speaker = frame.said_by
        who = self._doer(frame, verb)
        if who is None or speaker is None or self._is_open(verb) or self._is_aside(frame, verb):
            return
        own = self._is_own(who, speaker)
        group = {self._low(p) for p in range(self.doers.group_start(verb), verb)} | {self._low(verb - 1)}
        first = min(frame.first, who[0], speaker[0])
        if group & _NEVER or self._low(who[0]) in ("no", "not", "none") or self._has_no_object(verb):
            party = own or self._kind(who) == "party"
            if party or self._low(who[0]) == "no":
                itself = own and self._kind(who) in ("pronoun", "")
                accused = speaker if itself else self._not_one_of(who) if party else None
                yield Charge("denies", speaker, accused, first, verb + 1, _OWN_DENIAL, answers=not party)
            return
        admits = frame.stance == "admits" and (own or not side_of(self._text(who)))
        if own and not admits and self._is_counted(verb):
            return
        theirs = self._low(who[0]) == "they" and self.analysis.sentence.in_quotes(who[0])
        if not own and not admits and not theirs and (self._kind(who) != "party" or self._is_described(who)):
            return
        stance = "admits" if admits else "claims" if own else "accuses"
        if own and self._is_limited(verb):
            stance = "denies"
        itself = (own or admits) and self._kind(who) in ("pronoun", "deed", "weapon", "")
        accused = None if theirs and not own else speaker if itself else who
        last = max(verb + 1, frame.last)
        act = self._act_from(verb)
        yield Charge(stance, speaker, accused, first, last, "said to have done", act, answers=accused is None)

    def _not_one_of(self, who: Range) -> Range:
        """The party in "none of our men", "not one of its soldiers"."""
        of = next((p for p in range(who[0], min(who[0] + 4, who[1] - 1)) if self._low(p) == "of"), None)
        return (of + 1, who[1]) if of is not None and self._low(who[0]) in ("none", "not", "no", "neither") else who

    def _because(self, frame: Frame, at: int) -> Iterator[Charge]:
        """ "The rebels said the camp had been hit because it housed troops": who gives the reason did it."""
        speaker, hit = frame.said_by, self.doers.subject(at)
        if speaker is None or hit is None or not can_do(self._text(speaker), self.words) or hit[0] < speaker[1]:
            return
        suffered = self._kind(hit) in ("owned", "pronoun") or is_actor(self._text(hit))
        if self.doers.is_passive(at) and "because" in (self._low(at + 1), self._low(at + 2)) and not suffered:
            yield Charge("claims", speaker, speaker, min(speaker[0], frame.first), at + 2, "own deed explained")

    def _doer(self, frame: Frame, verb: int) -> Range | None:
        """The subject of a deed; the speaker itself right after its verb ("reported conducting strikes")."""
        first = self.doers.group_start(verb)
        if self.doers.is_passive(verb):
            whole = first < verb or self._has("attacks", verb)
            return self.doers.by(verb + 1) if whole else None
        if not self.doers.has_object(verb):
            return None
        if frame.kind in ("before", "participle") and first <= frame.last <= verb and frame.said_by is not None:
            relative = frame.said_by[0] - 1
            asked = self._low(relative) in ("which", "who")
            return (
                self.doers.antecedent(relative)
                if asked
                else frame.said_by
                if first < frame.last or (self._low(verb).endswith("ing") or self._low(verb - 1) in ("have", "to"))
                else None
            )
        if self._low(verb).endswith("ing") and self._low(first - 1) in ("of", "for", "from", "by"):
            return None  # "accused Y of killing" is read as an accusation
        return self.doers.subject(verb)

    def _is_limited(self, verb: int) -> bool:
        """ "Our drones hit only military targets": who says so denies the rest."""
        end = self._clause_end(verb)
        if self._low(end) == "," and self._low(end + 1) == "not":
            return True  # "we attack armed men, not the people"
        return "only" in [self._low(p) for p in (verb - 1, verb + 1, verb + 2)] or self._low(verb + 3) == "only"

    def _has_no_object(self, verb: int) -> bool:
        """ "Conducted no operation", but not "killed no fewer than"."""
        return self._low(verb + 1) == "no" and self._low(verb + 2) not in ("fewer", "less", "more")

    def _is_open(self, verb: int) -> bool:
        """Whether a deed is only possible, asked about or still to come; "might have attacked" is a hedged charge."""
        group = [self._low(p) for p in range(self.doers.group_start(verb), verb)] + [self._low(verb - 1)]
        start = self.doers.clause_start(self.doers.group_start(verb))
        if self._low(start - 1) in ("if", "whether", "unless", "who", "which"):
            return not self._is_cleft(start - 1)
        return bool(_OPEN & set(group)) and "have" not in group

    def _is_cleft(self, relative: int) -> bool:
        """ "It was the army which killed them" tells what "the army killed them" does."""
        who = self.doers.antecedent(relative)
        return who is not None and self._low(who[0] - 2) in ("it", "that") and self._low(who[0] - 1) in ("is", "was")

    def _is_aside(self, frame: Frame, verb: int) -> bool:
        """Whether a deed only dates what is said: "when X struck", "since it sent"."""
        start = self.doers.clause_start(self.doers.group_start(verb))
        opened = self._low(start - 1) in ("when", "after", "since", "before", "as", "because", "until")
        if self._low(start - 1) in ("after", "because", "since") and self._is_of_enemy(frame, start):
            return False
        return opened and not start <= frame.first < verb

    def _is_of_enemy(self, frame: Frame, start: int) -> bool:
        """Whether who speaks gives the other side's deed for a reason: "after Y mined the roads"."""
        who = self._phrase(start)
        one = side_of(self._text(frame.said_by)) if frame.said_by is not None and frame.kind == "before" else ""
        other = side_of(self._text(who)) if who is not None else ""
        fights = frame.said_by is not None and self._kind(frame.said_by) == "party"
        return bool(other and one != other and (one or fights))

    def _is_counted(self, verb: int) -> bool:
        """Whether a count of people or things is what a verb tells: then it is a claim about losses."""
        told = [one for one in self.analysis.losses if one.first <= verb < one.last and one.persons is not None]
        if told:
            return not (told[0].count is None and told[0].high == 1)
        if not self._has("takes", verb):
            return False
        after = verb + 1
        return any(count.first <= after + 2 and after <= count.first for count in self.analysis.counts)

    def _is_described(self, who: Range) -> bool:
        """Whether a party is told only by what it did: "gunmen", "the attackers"."""
        owned = "'s" in self._text(who)  # "Taylor's men" names them
        return self._has("described", who[1] - 1) and not owned and not side_of(self._text(who))

    def _deed_by(self, frame: Frame, at: int) -> Iterator[Charge]:
        """ "X said an attack by Y", where Y is not X."""
        who = self._phrase(at + 2)
        speaker = frame.said_by
        if who is None or speaker is None:
            return
        if not is_actor(self._text(who)) and self._kind(who) != "owned":
            return
        if self._is_own(who, speaker):
            yield Charge("claims", speaker, who, min(speaker[0], frame.first), who[1], "own deed named")
            return
        yield Charge("accuses", speaker, who, min(speaker[0], frame.first), who[1], "deed by")

    def _deed_named(self, frame: Frame, at: int) -> Iterator[Charge]:
        """ "X said the Syrian strikes were a crime": a deed of Y is what the statement is about."""
        start = self.doers.clause_start(at)
        span = self._phrase(start)
        speaker = frame.said_by
        if speaker is None or span is None or frame.kind != "before" or span[1] != at + 1 or self._low(start) == "no":
            return
        if self._kind(span) == "party" and not self._is_own(span, speaker) and side_of(self._text(span)):
            told = any(self.words.has("function.be", self._low(p)) for p in range(at + 1, at + 8))
            if told:
                yield Charge("accuses", speaker, span, min(speaker[0], frame.first), at + 1, "deed named")

    def _answers_with(self, at: int) -> int:
        """ "Was a 'preliminary response' to": one token, for a predicate noun of answering."""
        before = {self._low(p) for p in range(max(0, at - 5), at)}
        return int(
            self._low(at) in ("response", "retaliation", "reprisal", "revenge", "answer")
            and bool(before & {"was", "is", "were"})
        )

    def _avowed(self, frame: Frame, at: int, size: int) -> Iterator[Charge]:
        """ "X said the strike was in retaliation for": X owns it, unless it is told of somebody else."""
        speaker = frame.said_by
        subject = self.doers.subject(at)
        if speaker is None or subject is None or frame.kind not in ("before", "participle", "after"):
            return
        if self.analysis.sentence.in_quotes(subject[0]) and self._low(subject[0]) not in (
            "we",
            "our",
            "it",
            "the",
            "this",
        ):
            return
        if self._low(at + size - 1).startswith("self-defen"):
            if self._kind(subject) == "pronoun" or self._is_own(subject, speaker):
                yield Charge("admits", speaker, speaker, min(speaker[0], frame.first), at + size, "in self-defence")
            return
        about = self._kind(subject) == "pronoun" or self.doers.is_deed(subject) or self._low(subject[1] - 1) == "target"
        teller = self.teller(at).lower().split()
        if not about or any(self.words.has("blame.bystanders", word.strip(",")) for word in teller):
            return
        if is_actor(self._text(subject)) and not self._is_own(subject, speaker):
            return
        if any(self._has("accuses", p) for p in range(max(0, at - 12), at)):
            return  # "blamed X, saying the raid was revenge for"
        yield Charge("claims", speaker, speaker, min(speaker[0], frame.first), at + size, "own deed explained")

    def _took_part(self, frame: Frame, at: int) -> Iterator[Charge]:
        """ "X said two of them had taken part in the attack"."""
        first = at - 1 if self._low(at) == "part" else at
        who = self.doers.subject(first)
        if (
            who is None
            or frame.said_by is None
            or (self._any("acts", at, at + 8) or self._any("mutual", at, at + 8)) is None
        ):
            return
        if self._is_own(who, frame.said_by):
            if self._low(who[0]) in ("none", "not", "no") or {"not", "never"} & {
                self._low(p) for p in range(who[1], at)
            }:
                last = self._clause_end(at)
                yield Charge("denies", frame.said_by, self._not_one_of(who), who[0], last, _OWN_DENIAL)
            return
        yield Charge("accuses", frame.said_by, who, min(who[0], frame.said_by[0]), self._clause_end(at), "took part")
