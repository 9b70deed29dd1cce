"""Results made by hand for the tests of the reports: every verdict, a rejected row, a warning, an explanation."""

from __future__ import annotations

from typing import Any

from reconcile.result import (
    About,
    Clue,
    CountAsRead,
    Event,
    Explanation,
    Factors,
    Finding,
    Input,
    Link,
    PopulationAsRead,
    Range,
    ReadClaim,
    RejectedRow,
    Result,
    Retold,
    Run,
    Verdict,
)  # fmt: skip
from reconcile.said import Chain, Concession, Move, Position, Step

NORTH, SOUTH = "North Side", "South Side"
ALL_POLICIES = ["acled", "airwars", "gtd", "plain", "scad"]


def run(**changed: Any) -> Run:
    return Run(
        **{
            "tool": "counterclaim", "version": "0.1.0", "numeral_policy": "plain",
            "inputs": [Input(path="claims.csv", sha256="0" * 64, claims=9, rejected=1)], "decisions": 0,
            "data_versions": {"reconcile/evidence": 1}, "warnings": [], **changed,
        }
    )  # fmt: skip


def casualty(
    name: str, wording: str, low: int, high: int | None, who: str, camp: str | None, event: str = "e-1", **columns: Any
) -> ReadClaim:
    said = {
        "kind": "casualty", "date": "2025-10-11", "place": "the border", "event_type": "clash", "measure": "killed",
        "victims": "soldiers", "claimant": who, "source": "Example Agency", "published": "2025-10-15T08:30:00Z",
        **columns,
    }  # fmt: skip
    people = PopulationAsRead(measure=said["measure"], side=NORTH, statuses=["soldier"], demography=[], traits=[])
    return ReadClaim(
        id=name, event_id=event, voice=who, camp=camp, third_party=camp is None,
        relation="other-side-loss" if camp == SOUTH else "own-loss",
        quantity=CountAsRead(low=low, high=high, wording=wording), population=people, **said,
    )  # fmt: skip


def statement_claim(name: str, who: str, camp: str | None, event: str = "e-2", **columns: Any) -> ReadClaim:
    said = {"date": "2025-10-09", "place": "the capital", "claimant": who, "source": "Other Paper", **columns}
    return ReadClaim(id=name, event_id=event, voice=who, camp=camp, third_party=camp is None, relation=None, **said)


def finding(name: str, verdict: Verdict, about: About, event: str, claims: list[str], **changed: Any) -> Finding:
    return Finding(
        **{
            "id": name, "rule": "a-rule", "about": about, "verdict": verdict, "event": event, "claims": claims,
            "echoes": {}, "severity": 59,
            "factors": Factors(magnitude=0.59, directness=1.0, independence=1.0, firmness=1.0),
            "explanation": f"{' and '.join(claims)} are compared.", "policies": [], **changed,
        }
    )  # fmt: skip


def link(one: str = "N-1", two: str = "S-1") -> Link:
    clues = [
        Clue(name="prior", detail="any two claims that come near each other", bits=-2.5),
        Clue(name="date", detail="same day", bits=3.0),
        Clue(name="place", detail="the border / the border: same locality", bits=3.45),
    ]
    return Link(claims=[one, two], bits=3.95, clues=clues)


def chain() -> Chain:
    """The southern spokesman's figure, which rose."""
    first = Step(claim="S-2", said="2025-10-12", wording="dozens", victims="soldiers", low=12, high=99, move=None,
                 standing=False)  # fmt: skip
    second = Step(claim="S-1", said="2025-10-15T08:30:00Z", wording="at least 58", victims="soldiers", low=58,
                  high=None, move=Move.UP, standing=True)  # fmt: skip
    return Chain(voice="Southern spokesman", side=SOUTH, population="soldiers", measure="killed",
                 steps=[first, second], undated=[])  # fmt: skip


def position(voice: str, camp: str, stance: str, claim: str) -> Position:
    return Position(voice=voice, side=camp, accused=NORTH, accused_side=NORTH, stance=stance, act="the air strikes",
                    claims=[claim], standing=True)  # fmt: skip


def sample() -> Result:
    """Nine claims about three events, with a finding of every verdict."""
    claims = [
        casualty("N-1", "23", 23, 23, "Northern army", NORTH),
        casualty("N-2", "23", 23, 23, "Northern ministry of defence", NORTH, published="2025-10-16"),
        casualty("S-1", "at least 58", 58, None, "Southern spokesman", SOUTH, quote="at least 58"),
        casualty("S-2", "dozens", 12, 99, "Southern spokesman", SOUTH, published="2025-10-12"),
        casualty("T-1", "about 40", 32, 48, "Independent monitor", None, victims="people", ward="B"),
        statement_claim("N-3", "Northern ministry", NORTH, kind="responsibility", stance="denies",
                        accused=NORTH, act="the air strikes"),
        statement_claim("S-3", "Southern ministry", SOUTH, kind="responsibility", stance="accuses",
                        accused=NORTH, act="the air strikes"),
        statement_claim("N-4", "Northern ministry", NORTH, kind="characterization", frame="retaliatory"),
        statement_claim("T-2", "A resident", None, "e-3", kind="characterization", frame="shelling"),
    ]  # fmt: skip
    findings = [
        finding("f-count", Verdict.CONTRADICTION, About.COUNT, "e-1", ["N-1", "S-1"], gap=35,
                echoes={"N-1": ["N-2"]}, policies=ALL_POLICIES, notes=["The lower figure is an own-loss admission."],
                explanation="Northern army said 23 soldiers killed; Southern spokesman said at least 58."),
        finding("f-blame", Verdict.CONTRADICTION, About.RESPONSIBILITY, "e-2", ["S-3", "N-3"], severity=80,
                explanation="One says North Side did it, the other denies it."),
        finding("f-tense", Verdict.TENSION, About.COUNT, "e-1", ["N-1", "T-1"], severity=12, gap=9,
                policies=["plain"], explanation="23 and about 40 meet only on a strained reading."),
        finding("f-rev", Verdict.REVISION, About.COUNT, "e-1", ["S-2", "S-1"], severity=5,
                explanation="Southern spokesman first said dozens, later at least 58: revised up."),
        finding("f-prog", Verdict.PROGRESSION, About.COUNT, "e-1", ["S-2", "T-1"], severity=4),
        finding("f-cor", Verdict.CORROBORATION, About.COUNT, "e-1", ["S-2", "T-1"], severity=1),
        finding("f-rep", Verdict.REPETITION, About.SOURCING, "e-1", ["N-1", "N-2"], severity=1),
        finding("f-gap", Verdict.GAP, About.SOURCING, "e-2", ["S-3"], severity=9),
    ]  # fmt: skip
    events = [
        Event(id="e-1", label="the border, clash, 2025-10-11", date="2025-10-11", place="the border",
              claims=["N-1", "N-2", "S-1", "S-2", "T-1"], why_grouped=[link(), link("N-1", "T-1")],
              findings=["f-count", "f-tense", "f-rev", "f-prog", "f-cor", "f-rep"],
              estimates=[Range(population="soldiers", measure="killed", low=12, high=None, conceded_low=23,
                               conceded_high=23, claims=["N-1", "S-1", "S-2"])],
              origins=[
                  Retold(claim="N-2", of="N-1", origin="Northern army", why="same words", reason="same words as N-1",
                         changed=[]),
                  Retold(claim="S-2", of="S-1", origin="Southern spokesman", why="relayed_from",
                         reason="relayed from S-1", changed=["the figure"]),
              ],
              chains=[chain()]),
        Event(id="e-2", label="the capital, air strike", date="2025-10-09", place="the capital",
              claims=["N-3", "S-3", "N-4"], findings=["f-blame", "f-gap"], estimates=[], why_grouped=[],
              responsibility=[position("Northern ministry", NORTH, "denies", "N-3"),
                              position("Southern ministry", SOUTH, "accuses", "S-3")],
              concessions=[Concession(side=NORTH, about="status", what="Northern army said civilians were killed",
                                      claims=["N-1"], agrees_with=["T-1"])]),
        Event(id="e-3", label="somewhere", date="", place="", claims=["T-2"], findings=[], estimates=[],
              why_grouped=[]),
    ]  # fmt: skip
    rejected = [RejectedRow(path="claims.csv", row=7, column="quantity", value="1/2", reason="write a whole number")]
    warnings = ["claims.csv, row 3: “07/10/2025” can be read in two ways"]
    return Result(run=run(warnings=warnings), claims=claims, events=events, findings=findings, ledger=[],
                  rejected=rejected)  # fmt: skip


def explanation() -> Explanation:
    """The two figures of the sample, explained."""
    result = sample()
    claims = {c.id: c for c in result.claims}
    return Explanation(
        first=claims["N-1"], second=claims["S-1"], same_event=True, link=link(),
        grouping=["Their own evidence puts them in one event."], path=[link("N-1", "T-1"), link("T-1", "S-1")],
        comparison=["Both count the same people.", "The two intervals share no number."],
        findings=[f for f in result.findings if f.id == "f-count"],
    )  # fmt: skip


_FIXED = frozenset(
    {*About, *Verdict, "casualty", "responsibility", "characterization", "killed", "accuses", "denies", "own-loss",
     "other-side-loss", "soldier", *Move, "status"}
)  # fmt: skip


def with_every_text(text: str) -> Result:
    """The sample with every free text, ids among them, replaced by ``text``; a number keeps distinct texts distinct."""
    seen: dict[str, str] = {}

    def changed(value: Any) -> Any:
        if isinstance(value, str):
            return value if not value or value in _FIXED else seen.setdefault(value, f"{text} {len(seen)}")
        if isinstance(value, dict):
            keep = {k: (changed(k) if k in names else k) for k in value}
            return {keep[k]: changed(v) for k, v in value.items()}
        return [changed(v) for v in value] if isinstance(value, list) else value

    plain = sample().model_dump(mode="json")
    names = {c["id"] for c in plain["claims"]}
    return Result.model_validate(changed(plain))


def exchanged(value: Any, one: str, two: str) -> Any:
    """A value with two words exchanged for each other in every text."""
    if isinstance(value, str):
        return value.replace(one, "\0").replace(two, one).replace("\0", two)
    if isinstance(value, dict):
        return {exchanged(k, one, two): exchanged(v, one, two) for k, v in value.items()}
    return [exchanged(v, one, two) for v in value] if isinstance(value, list) else value


HOSTILE = {
    "script tag": "<script>alert(1)</script><img src=x onerror=y>",
    "ANSI colours": "\x1b[31mred\x1b[0m \x1b[2J",
    "OSC title and link": "\x1b]0;title\x07 \x1b]8;;https://example.org\x1b\\link",
    "C1 controls": "\x9b31m \x90q\x9c",
    "bidi override": "\u202eevil\u202c \u2066x\u2069 \u200f",
    "formula": '=HYPERLINK("http://example.org";"x")',
    "other formula": "@SUM(1+1)*cmd|' /C calc'!A0",
    "pipes": "a | b || c \\| d",
    "line breaks": "one\r\ntwo\n\n# three\n| a |\n|---|\n\u2028four\x85five",
    "tabs and nul": "\ta\x00b\x0bc",
    "backticks": "`code` ``` ```` ~~~",
    "markdown": "# h *b* _i_ [x](http://e.org) ![y](z) > q - l 1. n --- === $x$ :smile:",
    "mentions": "@octocat #123 GH-12 org/repo#5 me@example.org www.example.org https://example.org",
    "entities": "&lt;b&gt; &#64;you &amp;",
    "details": "</details></summary><details open>",
    "emoji": "👨‍👩‍👧 🇬🇧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "Arabic": "قال المتحدث إن 58 جنديا قتلوا (على الأقل)",
    "Hebrew in English": "the word הרוגים and 23 more",
    "Persian joiners": "می‌خواهم",
    "Chinese": "至少五十八名士兵在边境的战斗中丧生，另有一百二十三人受伤。",
    "zero width": "a\u200bb\ufeffc\u00add\u2060e\U000e0041f",
    "long word": "x" * 300,
    "long figure": "1" * 90,
    "combining": "e\u0301\u0301\u0301 \u0301",
    "blank": " ",
    "backslash at the end": "a\\",
    "noncharacter": "a\uffffb",
}
