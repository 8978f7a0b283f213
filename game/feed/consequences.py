"""What an evening does to the persona: what was read, liked, shared and checked, as the simulation's ``Lived``.

These sizes are modelling choices. Their order is evidence-led: reading more than passing, checking before sharing protects,
correcting a false claim takes most of its effect away without turning people round (corrections work, backfire is rare).
"""

from __future__ import annotations

from collections.abc import Iterator

from game.electorate.day import Lived
from game.feed.state import FeedState, Shown
from game.feed.view import PostState

PASSED, READ, REACTED, SHARED = 0.5, 1.2, 1.3, 1.5
"""Share of an ordinary ad's effect that is left after passing, reading, liking or sharing it."""
CHECKED_TRUE = 1.0
EXPOSED_FALSE, EXPOSED_HIDDEN = -0.15, 0.2
"""After a check that shows the claim to be untrue, or only who hides behind it."""
TRUST_FALSE, TRUST_HIDDEN, TRUST_SOUND = -0.06, -0.03, 0.01
"""Change of trust in the campaign that is behind a post, 0 to 1, after checking."""
FOOLED = -0.002
"""Trust in the town after a fabricated post that was liked or shared unchecked."""
SHARED_STANCE = 0.25
"""What one shared post adds to what friends see of one's stance."""
REPLY_CLICKS = 1.0
"""To the platform a comment is interest, whatever it says."""
MANNERS = {
    "agree": (0.006, 0.002),
    "doubt": (-0.006, 0.0),
    "ask": (0.0, 0.004),
    "calm": (0.0, 0.006),
    "joke": (0.0, 0.001),
}
"""A prepared comment's push on one's own stance along the post's lean, and on trust in the town (saying is believing)."""
DEBATE_TRUST, DEBATE_TOWN, DEBATE_TURNOUT = 0.03, 0.03, 0.01
"""An evening at the debate: trust in both campaigns and in the town, and turnout. No stance (decisions.md)."""


def exposed(post: Shown, state: PostState) -> str | None:
    """What the questions asked so far have shown of a post: ``false``, ``hidden`` or nothing.

    'What do others say?' and 'Where is the picture from?' show an untrue claim or picture; 'Who is behind it?' shows a
    sponsor who does not sign, or a bot.
    """
    untrue = post.truth in ("misleading", "fabricated")
    if untrue and "others" in state.checked and post.findings:
        return "false"
    if post.truth == "fabricated" and "picture" in state.checked and post.picture is not None:
        return "false"
    if "behind" in state.checked and post.side is not None and not post.view.signed:
        return "hidden"
    return None


def lived(state: FeedState) -> Lived:
    """Tonight as it was lived: the posts on screen and what was done with each."""
    seen = list(_seen(state))
    ads = {post.id: factor(post, did) for post, did in seen if post.ad is not None}
    if state.delivery is not None:
        for row in state.delivery.of(state.voter):
            ads.setdefault(state.delivery.id(int(row)), 0.0)  # delivered, but never on screen
    crowd = [post.lean for post, _did in seen if post.view.kind == "bot" or post.view.bot_comments or post.ad is None]
    town = sum(_town_trust(post, did, state) for post, did in seen) + DEBATE_TOWN * _went(state)
    return Lived(
        clicks=tuple(click for post, did in seen for click in clicks(post, did)),
        seen=tuple((post.lean, attention(did)) for post, did in seen if post.lean != 0.0 and post.ad is None),
        arousal=_stirred(state, [post.arousal for post, _did in seen]),
        climate=_mean(crowd),
        dx=sum(_said(post, did, state) for post, did in seen),
        dT=town,
        dh=DEBATE_TURNOUT * _went(state),
        trust=(
            _campaign_trust(seen, 0) + DEBATE_TRUST * _went(state),
            _campaign_trust(seen, 1) + DEBATE_TRUST * _went(state),
        ),
        ads=ads,
        shared=max(-0.6, min(0.6, sum(SHARED_STANCE * post.lean for post, did in seen if did.shared))),
    )


def _seen(state: FeedState) -> Iterator[tuple[Shown, PostState]]:
    """The posts that were on screen, in order, with what was done."""
    yield from zip(state.posts[: state.at + 1], state.states[: state.at + 1], strict=True)


def attention(did: PostState) -> float:
    """How much of a post got through: 1 read in full, less when passed, nothing once seen through or reported."""
    if did.reported:
        return 0.0
    return 1.0 if did.read or did.reacted or did.shared else 0.4


def factor(post: Shown, did: PostState) -> float:
    """What is left of an ad's usual effect after what was done with it."""
    shown = exposed(post, did)
    if shown == "false":
        return EXPOSED_FALSE
    if shown == "hidden":
        return EXPOSED_HIDDEN
    if did.reported:
        return 0.0
    if did.checked:
        return CHECKED_TRUE
    if did.shared:
        return SHARED
    if did.reacted:
        return REACTED
    return READ if did.read else PASSED


def clicks(post: Shown, did: PostState) -> Iterator[tuple[float, float]]:
    """What the platform learns from: (lean, how many clicks' worth). It cannot tell anger from joy."""
    worth = 1.0 * did.reacted + 1.5 * did.shared + 0.5 * did.read + REPLY_CLICKS * (did.reply is not None)
    if post.lean != 0.0 and worth:
        yield (post.lean, worth)
    if post.lean != 0.0 and (did.reported or did.muted):
        yield (-post.lean, 0.5)


def _campaign_trust(seen: list[tuple[Shown, PostState]], side: int) -> float:
    change = 0.0
    for post, did in seen:
        if post.side != side or not did.checked:
            continue
        shown = exposed(post, did)
        sound = TRUST_SOUND if post.truth == "true" and post.view.signed else 0.0
        change += {"false": TRUST_FALSE, "hidden": TRUST_HIDDEN}.get(shown or "", sound)
    return max(-0.2, change)


def _town_trust(post: Shown, did: PostState, state: FeedState) -> float:
    fooled = FOOLED * (post.truth == "fabricated" and (did.reacted or did.shared) and not did.checked)
    return fooled + (MANNERS[_manner(did.reply, state)][1] if did.reply is not None else 0.0)


def _said(post: Shown, did: PostState, state: FeedState) -> float:
    return MANNERS[_manner(did.reply, state)][0] * post.lean if did.reply is not None else 0.0


def _manner(reply: str, state: FeedState) -> str:
    return next(one.manner for one in state.cast.scenario.feed.replies if one.id == reply)


def _went(state: FeedState) -> int:
    """Debates attended tonight."""
    tonight = {
        debate.id for debate in state.cast.scenario.feed.debates if debate.evening == state.cast.authored(state.evening)
    }
    return len(tonight & set(state.attended))


def _stirred(state: FeedState, arousal: list[float]) -> float | None:
    """Mean arousal of what was seen, times how easily this voter is stirred: the factor that ``day.night`` uses for all."""
    mean = _mean(arousal)
    return None if mean is None else mean * (0.4 + 1.2 * float(state.cast.population.anxiety[state.voter]))


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
