"""The one function that changes act II's state: it folds an event into it."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch
from typing import Any

from game.feed import events
from game.feed.events import FeedEvent
from game.feed.state import FeedState
from game.feed.view import PostState


def evolve(state: FeedState, event: FeedEvent) -> FeedState:
    """The state after ``event``. Never refuses: what cannot be was refused by ``decide``."""
    return _fold(event, state)


def touched(post: PostState, what: str, value: Any = True) -> PostState:
    """The post's state with one more thing done."""
    return replace(post, **{what: value})


@singledispatch
def _fold(event: object, state: FeedState) -> FeedState:
    raise TypeError(f"no such event: {event!r} on evening {state.evening}")


@_fold.register
def _chosen(event: events.PersonaChosen, state: FeedState) -> FeedState:
    return replace(state, persona=event.persona)


@_fold.register
def _began(event: events.EveningBegan, state: FeedState) -> FeedState:
    shown = {post.view.authored for post in event.posts if post.view.authored is not None}
    return replace(
        state,
        evening=event.evening,
        attention=event.attention,
        posts=event.posts,
        states=tuple(PostState() for _post in event.posts),
        at=0,
        delivery=event.delivery,
        papers=state.papers + event.papers,
        used=state.used | shown,
    )


def _here(state: FeedState, cost: int, what: str, value: Any = True) -> FeedState:
    """Something done with the post on screen."""
    states = list(state.states)
    states[state.at] = touched(states[state.at], what, value)
    return replace(state, attention=state.attention - cost, states=tuple(states))


@_fold.register
def _passed(event: events.PostPassed, state: FeedState) -> FeedState:
    state = _here(state, event.cost, "passed")
    return replace(state, at=state.at + 1)


@_fold.register
def _touched(event: events.PostTouched, state: FeedState) -> FeedState:
    post = state.posts[state.at]
    state = _here(state, event.cost, event.what)
    if event.what == "muted":
        state = replace(state, silenced=state.silenced | {post.source})
        return _without_later(state, lambda other: other.source == post.source)
    if event.what == "reported" and post.ad is not None:
        state = replace(state, removed=state.removed | {post.ad})
        return _without_later(state, lambda other: other.ad == post.ad)
    return state


def _without_later(state: FeedState, gone: Any) -> FeedState:
    """The rest of tonight's feed without the posts that are ``gone``; what was on screen stays."""
    keep = [index for index, post in enumerate(state.posts) if index <= state.at or not gone(post)]
    return replace(
        state, posts=tuple(state.posts[index] for index in keep), states=tuple(state.states[index] for index in keep)
    )


@_fold.register
def _commented(event: events.PostCommented, state: FeedState) -> FeedState:
    return _here(state, event.cost, "reply", event.reply)


@_fold.register
def _checked(event: events.PostChecked, state: FeedState) -> FeedState:
    return _here(state, event.cost, "checked", (*state.states[state.at].checked, event.question))


@_fold.register
def _why(event: events.WhyAnswered, state: FeedState) -> FeedState:
    return replace(_here(state, event.cost, "asked_why"), why=(*state.why, (event.answer.post, event.answer)))


@_fold.register
def _replied(event: events.MessageAnswered, state: FeedState) -> FeedState:
    return replace(state, answered=(*state.answered, (event.message, event.answer)))


@_fold.register
def _attended(event: events.DebateAttended, state: FeedState) -> FeedState:
    return replace(state, attention=state.attention - event.cost, attended=(*state.attended, event.debate))


@_fold.register
def _looked_up(event: events.RegisterRead, state: FeedState) -> FeedState:
    page = event.page
    return replace(state, attention=state.attention - event.cost, register=(*state.register, (page.post, page)))


@_fold.register
def _right(event: events.RightUsed, state: FeedState) -> FeedState:
    return replace(state, attention=state.attention - event.cost, requests=(*state.requests, event.request))


@_fold.register
def _ended(event: events.EveningEnded, state: FeedState) -> FeedState:
    return replace(state, mind=event.record.after, evenings=(*state.evenings, event.record))


@_fold.register
def _booth(_event: events.BoothOpened, state: FeedState) -> FeedState:
    return replace(state, voting=True, posts=(), states=(), at=0, delivery=None)


@_fold.register
def _voted(event: events.BallotCast, state: FeedState) -> FeedState:
    return replace(state, ballot=event.choice, ballots=event.ballots, papers=state.papers + event.papers)
