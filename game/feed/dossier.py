"""What could be told to a voter who asks: the public register of ads, and what each campaign holds on one person.

Plain values that the session takes from the finished campaign. Which of them anybody gets to see, and when, is the
business of ``rights``.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.model import HeadlineStyle, SideId, Tone

Word = tuple[str, str]
"""A word of an audience sentence: its kind and value."""
ROLL = ("age", "district")
"""Kinds of words that stand in the electoral roll; every other kind is bought, collected or guessed."""


@dataclass(frozen=True)
class Listing:
    """One ad as a public register lists it: who said what to whom, in which nights, for how many euros a night."""

    ad: str
    side: SideId
    claim: str
    tone: Tone
    headline: HeadlineStyle
    audience: tuple[Word, ...]
    nights: tuple[int, ...]
    nightly: float

    def spent(self, night: int) -> int:
        """Euros up to and in ``night``."""
        return round(self.nightly * sum(1 for each in self.nights if each <= night))


@dataclass(frozen=True)
class HeldTrace:
    """A file says of the person that they leave this trace, or that they do not; ``right`` if that is so."""

    signal: str
    says: bool
    right: bool


@dataclass(frozen=True)
class HeldFile:
    """A data source in which the person stands; ``since`` is the day on which the campaign got it, 0 for from the start."""

    source: str
    since: int
    traces: tuple[HeldTrace, ...]


@dataclass(frozen=True)
class HeldGuess:
    """Something that a model guessed about the person for an ad of day ``since``: ``fits`` or not, and how sure it claims to be."""

    kind: str
    value: str
    since: int
    fits: bool
    sure: float


@dataclass(frozen=True)
class Dossier:
    """Everything that one campaign holds on one person."""

    files: tuple[HeldFile, ...] = ()
    guesses: tuple[HeldGuess, ...] = ()

    def until(self, day: int) -> Dossier:
        """What was there on ``day``."""
        return Dossier(
            tuple(each for each in self.files if each.since <= day),
            tuple(each for each in self.guesses if each.since <= day),
        )
