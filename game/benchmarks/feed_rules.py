"""What the feed is made of, as a table that agents can walk through one source after the other."""

from __future__ import annotations

from dataclasses import dataclass

from game.electorate.parameters import Parameters
from game.electorate.plan import NightPlan
from game.electorate.ranking import CLASS_AROUSAL, CLASSES, supplies


@dataclass(frozen=True)
class Source:
    """One class of posts.

    ``supply`` posts a day, ``lean`` -1…1, ``arousal`` 0…1, ``wear`` what one post takes from trust, ``friends``: its lean
    is that of the reader's friends, ``partisan``: it argues for a side, ``crowd``: readers take it for other people's
    opinion.
    """

    kind: str
    supply: float
    lean: float
    arousal: float
    wear: float
    friends: bool
    partisan: bool
    crowd: bool


def sources(plan: NightPlan, parameters: Parameters) -> tuple[Source, ...]:
    """Return every class of posts that has any supply under ``plan``."""
    p = parameters
    leans = {
        "outrage-for": p.outrage_lean,
        "outrage-against": -p.outrage_lean,
        "bots-for": p.outrage_lean,
        "bots-against": -p.outrage_lean,
    }
    wear = {"clickbait": p.trust_clickbait, "bots-for": p.trust_bot, "bots-against": p.trust_bot}
    crowd = ("friends", "bots-for", "bots-against")
    return tuple(
        Source(
            kind=kind,
            supply=supply,
            lean=leans.get(kind, 0.0),
            arousal=CLASS_AROUSAL[kind],
            wear=wear.get(kind, 0.0),
            friends=kind == "friends",
            partisan=kind.startswith("outrage"),
            crowd=kind in crowd,
        )
        for kind, supply in zip(CLASSES, supplies(plan.bots, p), strict=True)
        if supply > 0.0
    )
