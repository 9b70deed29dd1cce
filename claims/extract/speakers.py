"""Who a speaker's words mean: pronouns and short forms are led back to the fuller words before them."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.extract.words import Words

_PERSON = frozenset({"he", "she"})
_GROUP = frozenset({"they", "it", "we"})


@dataclass(slots=True)
class Speakers:
    """The speakers of a document so far, the latest last; filled sentence by sentence."""

    words: Words
    said: list[str] = field(default_factory=list)

    def resolve(self, text: str) -> tuple[str, bool]:
        """The fuller words for a speaker, and whether they were found elsewhere."""
        low = text.lower()
        if low in _PERSON:
            found = next((s for s in reversed(self.said) if self._is_person(s)), None)
        elif low in _GROUP:
            found = next((s for s in reversed(self.said) if not self._is_person(s)), None)
        else:
            found = self._fuller(text)
        return (found, True) if found and found != text else (text, False)

    def note(self, text: str) -> None:
        """Remember who spoke."""
        if text.lower() not in _PERSON | _GROUP:
            self.said.append(text)
            del self.said[:-40]

    def _is_person(self, text: str) -> bool:
        """Whether the words mean one person: a role, or two words of a name that no body ends."""
        words = [word.strip(",") for word in text.split()]
        if any(self.words.has("speech.roles", word.lower()) for word in words):
            return True
        names = [word for word in words if word[:1].isupper()]
        return len(names) >= 2 and not self.words.has("speech.bodies", words[-1].lower())

    def _fuller(self, text: str) -> str | None:
        """ "The ministry" is the last ministry named; a surname alone is the last person of that name."""
        words = text.split()
        if len(words) == 2 and words[0].lower() in ("the", "that", "this"):
            return next(
                (s for s in reversed(self.said) if words[1].lower() in s.lower().split() and len(s.split()) > 2), None
            )
        if len(words) == 1 and words[0][:1].isupper():
            return next(
                (s for s in reversed(self.said) if words[0] in s.replace(",", " ").split()[-1:] and len(s.split()) > 1),
                None,
            )
        return None
