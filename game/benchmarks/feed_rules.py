"""What tonight's feed is made of, as a table that agents can walk through one source after the other."""

from __future__ import annotations

from dataclasses import dataclass

from game.electorate.parameters import Parameters
from game.electorate.plan import NightPlan
from game.electorate.ranking import CLASSES, arousals, supplies


@dataclass(frozen=True)
class Source:
    """One class of posts.

    ``supply`` posts a day, ``lean`` -1…1, ``arousal`` 0…1, ``gain`` what the ranking gives it whoever reads, ``wear`` what
    one post takes from trust, ``friends``: its lean is that of the reader's friends, ``partisan``: it argues for a side,
    ``crowd``: readers take it for other people's opinion.
    """

    kind: str
    supply: float
    lean: float
    arousal: float
    gain: float
    wear: float
    friends: bool
    partisan: bool
    crowd: bool


def sources(plan: NightPlan, parameters: Parameters) -> tuple[Source, ...]:
    """Return every class of posts that has any supply under ``plan``, weighed by its ranking."""
    p = parameters
    leans = {
        "outrage-for": p.outrage_lean,
        "outrage-against": -p.outrage_lean,
        "bots-for": p.outrage_lean,
        "bots-against": -p.outrage_lean,
    }
    wear = {"clickbait": p.trust_clickbait, "bots-for": p.trust_bot, "bots-against": p.trust_bot}
    return tuple(
        Source(
            kind=kind,
            supply=supply,
            lean=leans.get(kind, 0.0),
            arousal=arousal,
            gain=_gain(kind, arousal, plan, p),
            wear=wear.get(kind, 0.0),
            friends=kind == "friends",
            partisan=kind.startswith("outrage"),
            crowd=kind == "friends" or kind.startswith("bots"),
        )
        for kind, supply, arousal in zip(CLASSES, supplies(plan, p), arousals(p), strict=True)
        if supply > 0.0
    )


def match(plan: NightPlan, parameters: Parameters) -> float:
    """Return what the ranking gives a post that agrees with past clicks; bridging takes it instead."""
    return {
        "engagement": parameters.rank_match,
        "chronological": 0.0,
        "bridging": -parameters.bridge_across,
    }[plan.ranking]


def _gain(kind: str, arousal: float, plan: NightPlan, p: Parameters) -> float:
    if plan.ranking == "engagement":
        return p.rank_arousal * arousal
    if plan.ranking == "bridging":
        return p.bridge_lift if kind in ("friends", "news") else -p.bridge_damp
    return 0.0
