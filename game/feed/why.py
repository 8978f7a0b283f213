"""'Why this ad?': the true causes, cut down to what a network admits."""

from __future__ import annotations

from game.feed.state import Broadcast, Reason, Shown
from game.feed.view import WhyThisAd

ADMITTED = {"none": (), "2016": ("age", "district"), "2026": ("age", "district", "signal")}
"""Kinds of reasons that a network names, by the law in force: never a guess."""


def why_this_ad(cast: Broadcast, post: Shown) -> WhyThisAd:
    """The answer for a campaign's post: the payer if labelled, at most one reason, and whether a register lists it."""
    reasons: tuple[Reason, ...] = cast.reasons.get(post.ad or "", ())
    admitted = ADMITTED[cast.rules]
    reason = next((reason for kind in admitted for reason in reasons if reason[0] == kind), None)
    return WhyThisAd(
        post=post.id,
        sponsor=post.view.account if post.view.signed else None,
        reason=reason,
        register=cast.rules == "2026",
    )
