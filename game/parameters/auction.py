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
    demand_most: float = choice(
        4.0, 2.0, 6.0, N_("ads per place"), N_("from this much demand for one place on, the price rises no further")
    )
    delivery_match: float = choice(0.5, 0.2, 0.8, N_("gain"), N_("delivery prefers those expected to click"))
    ad_click: float = choice(0.02, 0.005, 0.04, N_("probability"), N_("chance of a click on a plain ad"))
    wording_click: float = choice(
        0.2, 0.0, 0.4, N_("gain"), N_("how far a wording that persuades better is also clicked on more")
    )
    hope_click: float = choice(1.05, 1.0, 1.15, N_("factor"), N_("clicks on a hopeful ad against a plain one"))
    fear_click: float = choice(
        1.15, 1.0, 1.3, N_("factor"), N_("clicks on a fearful ad against a plain one"), source="robertson-2023"
    )
    anger_click: float = choice(
        1.2, 1.0, 1.4, N_("factor"), N_("clicks on an angry ad against a plain one"), source="milli-2025"
    )
    curiosity_click: float = choice(
        1.05, 1.01, 1.12, N_("factor"), N_("clicks on a headline that keeps the point back"), source="robertson-2023"
    )
    outrage_click: float = choice(
        1.07,
        1.01,
        1.15,
        N_("factor"),
        N_("clicks on an outraged headline; one negative word alone gives 2.3 % more"),
        source="robertson-2023",
    )
    share_chance: float = choice(0.15, 0.0, 0.3, N_("probability"), N_("a click is passed on to a friend"))
    passed_on: float = choice(0.5, 0.2, 1.0, N_("factor"), N_("effect of an ad passed on by a friend"))
