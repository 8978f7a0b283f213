"""How advertising reaches people and what it costs."""

from __future__ import annotations

from dataclasses import dataclass

from game.parameters.parameter import N_, choice


@dataclass(frozen=True)
class AuctionParameters:
    """How advertising reaches people and what it costs."""

    cpm: float = choice(
        120.0, 60.0, 200.0, N_("euros per 1,000"), N_("price of a thousand impressions before demand and quality")
    )
    demand_price: float = choice(0.5, 0.2, 1.0, N_("gain"), N_("price rises with demand over supply"))
    delivery_match: float = choice(0.5, 0.2, 0.8, N_("gain"), N_("delivery prefers those expected to click"))
    ad_click: float = choice(0.02, 0.005, 0.04, N_("probability"), N_("chance of a click on a plain ad"))
    share_chance: float = choice(0.15, 0.0, 0.3, N_("probability"), N_("a click is passed on to a friend"))
    passed_on: float = choice(0.5, 0.2, 1.0, N_("factor"), N_("effect of an ad passed on by a friend"))
