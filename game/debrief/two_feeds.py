"""Two feeds: the same evenings on the phones of two voters of the same town."""

from __future__ import annotations

from dataclasses import dataclass

from game.feed import rules
from game.feed.commands import ChoosePersona, PutPhoneDown
from game.feed.state import FeedState, Shown
from game.feed.view import PostView
from game.session.session import Session


@dataclass(frozen=True)
class FeedPair:
    """One evening on two phones. ``common`` pairs the indexes of posts that both saw: the same post, or the same ad."""

    evening: int
    mine: tuple[PostView, ...]
    other: tuple[PostView, ...]
    common: tuple[tuple[int, int], ...]


def two_feeds(session: Session, other: str) -> tuple[FeedPair, ...]:
    """The player's evenings beside those of persona ``other``, who only looks and puts the phone down.

    The other feed comes from the same plans and the same luck; nothing of the player's run changes.

    Raises:
        ValueError: act II has not been played.
    """
    story = session.story()
    if story.feed is None:
        raise ValueError("there is no feed to compare yet")
    theirs = _onlooker(story.feed, other)
    pairs = []
    for mine, posts in zip(story.evenings, theirs, strict=False):
        own = mine.posts
        keys = {_key(post): index for index, post in enumerate(posts)}
        common = tuple((index, keys[_key(post)]) for index, post in enumerate(own) if _key(post) in keys)
        pairs.append(
            FeedPair(mine.evening, tuple(post.view for post in own), tuple(post.view for post in posts), common)
        )
    return tuple(pairs)


def _key(post: Shown) -> str:
    """What makes two posts the same: the author's post, the ad, or the bot's line."""
    if post.ad is not None:
        return f"ad:{post.ad}"
    return f"post:{post.view.authored}" if post.view.authored is not None else f"bot:{post.view.bot}"


def _onlooker(feed: FeedState, persona: str) -> tuple[tuple[Shown, ...], ...]:
    """The evenings of another persona in the same town."""
    state = rules.begin(feed.cast)
    evenings: list[tuple[Shown, ...]] = []
    state = _do(state, ChoosePersona(persona))
    while state.ballot is None and not state.voting:
        evenings.append(state.posts)
        state = _do(state, PutPhoneDown())
    return tuple(evenings)


def _do(state: FeedState, command: ChoosePersona | PutPhoneDown) -> FeedState:
    decision = rules.decide(state, command)
    if isinstance(decision, tuple):
        for event in decision:
            state = rules.evolve(state, event)
        return state
    raise ValueError(f"the onlooker cannot {type(command).__name__}: {decision.code}")
