"""What things cost on an evening. The battery is spent by actions, never by the clock."""

from __future__ import annotations

from game.feed.state import FeedState

COSTS: dict[str, int] = {
    "pass": 1,
    "read": 3,
    "react": 0,
    "share": 1,
    "comment": 2,
    "verify": 6,
    "why": 2,
    "report": 2,
    "mute": 1,
    "register": 2,
    "access": 4,
    "erasure": 4,
    "ranking": 2,
}
"""Attention per action. A like is free: that is how the network wants it."""


def affordable(state: FeedState, action: str) -> bool:
    """Is there attention enough? Scrolling on is always possible."""
    return action == "pass" or (COSTS[action] <= state.attention and state.attention > 0)


def cost(state: FeedState, action: str) -> int:
    """What ``action`` takes from the battery now; passing takes what is left if that is less."""
    return min(COSTS[action], state.attention)
