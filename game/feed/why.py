"""'Why this ad?': the true causes, cut down to what a network admits."""

from __future__ import annotations

from game.campaign.law import LAWS
from game.feed.state import Broadcast, Reason, Shown
from game.feed.view import WhyThisAd
from game.scenario.model import AGE_BANDS


def why_this_ad(cast: Broadcast, post: Shown, voter: int) -> WhyThisAd:
    """The answer to ``voter`` for a campaign's post: the payer if labelled, at most one reason, and whether a register lists it."""
    reasons: tuple[Reason, ...] = cast.reasons.get(post.ad or "", ())
    law = LAWS[cast.rules]
    reason = next(
        (reason for kind in law.admits for reason in reasons if reason[0] == kind and _fits(cast, reason, voter)), None
    )
    return WhyThisAd(
        post=post.id,
        sponsor=post.view.account if post.view.signed else None,
        reason=reason,
        register=law.register,
    )


def _fits(cast: Broadcast, reason: Reason, voter: int) -> bool:
    """Is this the word of the sentence that let this voter in? Of several ages or districts only the voter's own is named."""
    kind, value = reason
    town = cast.scenario.town
    if kind == "age":
        return AGE_BANDS[int(cast.population.band[voter])] == value
    if kind == "district":
        return town.districts[int(cast.population.district[voter])].id == value
    return True
