"""The law in force as a plain value: what a campaign must do, what it may lose, and what a voter may ask for.

Three rule sets, each a simplification with a date. No campaign rule names a year: it asks the ``Law``.

``none``  nobody regulates anything: no real country, the yardstick for the other two.
``2016``  a European town in 2016: data protection exists (the directive of 1995) and is weakly enforced, ads name no payer,
          no register, and an access request is answered when the campaign is over.
``2026``  the same town ten years later: the GDPR (EU 2016/679, applies since 25 May 2018; Articles 9, 15, 17), the Digital
          Services Act (EU 2022/2065, since 17 February 2024; Article 38) and the regulation on political advertising
          (EU 2024/900, since 10 October 2025).

What the game simplifies: since October 2025 the largest platforms sell no political ads in the EU at all, while here they
still do; unpaid opinion is outside Regulation 2024/900, here every ad, influencer and hashtag is paid for. The removal
within 24 hours is a modelling choice: it stands for Germany's NetzDG (1 September 2017), whose duty covered plainly
unlawful posts after a complaint and ended on 14 May 2024.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from game.scenario.model import Cause, RuleSet

Right = Literal["register", "access", "erasure", "ranking"]
"""What a voter may ask for: the ad register, one's own data, to be forgotten, another order of the feed."""
Answer = Literal["never", "after-vote", "next-evening"]
"""When a campaign answers somebody who asks what it holds on them."""
DATA_DEEDS: tuple[Cause, ...] = ("source-without-consent", "source-unclear")
"""Deeds that the data-protection authority fines; every other fine falls under the rules on advertising."""


@dataclass(frozen=True)
class Law:
    """One rule set.

    ``consent``: only data with consent that was really given may be used. ``label``: every paid post names its payer.
    ``register``: every paid post stands in a public register. ``removal``: a network is gone after its first night.
    ``fine_data`` and ``fine_ads``: highest fine as a share of the campaign's whole budget, 0 to 1. ``admits``: kinds of
    reasons that a network names when asked 'why this ad?', the first that fits. ``rights``: what a voter may ask for.
    ``answer``: when an access request is answered.
    """

    rules: RuleSet
    consent: bool = False
    label: bool = False
    register: bool = False
    removal: bool = False
    fine_data: float = 0.0
    fine_ads: float = 0.0
    admits: tuple[str, ...] = ()
    rights: frozenset[Right] = frozenset()
    answer: Answer = "never"

    def allows(self, consent: str) -> bool:
        """May data that were collected with this consent (``given``, ``unclear``, ``none``) be used?"""
        return not self.consent or consent == "given"

    def fine_cap(self, cause: Cause) -> float:
        """The highest fine for a deed, as a share of the campaign's whole budget."""
        return self.fine_data if cause in DATA_DEEDS else self.fine_ads

    def fine(self, cause: Cause, share: float, budget: int, money: int) -> int:
        """Euros to pay: the share asked for, at most the cap, and never more than the ``money`` that is left."""
        return max(0, min(int(min(share, self.fine_cap(cause)) * budget), money))


NO_LAW = Law("none")
"""No rules at all."""
LAW_2016 = Law(
    "2016",
    fine_data=0.01,
    fine_ads=0.01,
    admits=("age", "district"),
    rights=frozenset({"access"}),
    answer="after-vote",
)
"""Europe in 2016. That fines stay at one per cent is a modelling choice: ceilings then were low and national."""
LAW_2026 = Law(
    "2026",
    consent=True,
    label=True,
    register=True,
    removal=True,
    fine_data=0.04,
    fine_ads=0.06,
    admits=("age", "district", "signal"),
    rights=frozenset({"register", "access", "erasure", "ranking"}),
    answer="next-evening",
)
"""Europe in 2026. Ceilings: 4 % for data (GDPR, Article 83), 6 % for labels and notices (EU 2024/900, Article 25).

The GDPR's other ceiling, 20 million euros, is beyond any campaign here and left out. An answer by the next evening is
the game's own haste: the GDPR gives a month (Article 12).
"""
LAWS: Mapping[RuleSet, Law] = MappingProxyType({law.rules: law for law in (NO_LAW, LAW_2016, LAW_2026)})
"""Every rule set by its name in the scenario."""
