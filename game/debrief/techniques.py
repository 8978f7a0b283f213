"""Which technique cards a run has met, and how: by one's own hand, on the phone, or as a consequence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from game.campaign.knowledge import GUESSES
from game.session.session import Session
from game.session.story import Story

How = Literal["bought", "done", "seen", "happened"]
Add = Callable[[str, How, str], None]
"""Takes a mechanism, how it was met and by what; only the first cause of a mechanism is kept."""


@dataclass(frozen=True)
class Met:
    """A card that this run has met: through which mechanism, how, and by what (an id of a source, action, post or event)."""

    card: str
    mechanism: str
    how: How
    what: str


def techniques(session: Session) -> tuple[Met, ...]:
    """The cards met, in the order of the scenario's cards; each once, with its first cause."""
    causes = _causes(session.story())
    out = []
    for card in session.scenario.debrief.cards:
        first = next(((name, causes[name]) for name in card.mechanisms if name in causes), None)
        if first is not None:
            out.append(Met(card.id, first[0], first[1][0], first[1][1]))
    return tuple(out)


def _causes(story: Story) -> dict[str, tuple[How, str]]:
    """The first cause of each mechanism."""
    found: dict[str, tuple[How, str]] = {}

    def add(mechanism: str, how: How, what: str) -> None:
        found.setdefault(mechanism, (how, what))

    ground = story.ground
    for purchase in story.campaign.purchases:
        source = ground.sources[purchase.source]
        add(source.mechanism, "bought", source.id)
    for booking in story.campaign.bookings:
        if booking.side != ground.side or (booking.draft is None and booking.action not in ground.actions):
            continue
        add(ground.actions[booking.action].mechanism, "done", booking.action)
        if booking.audience:
            add("M7", "done", booking.action)
        if any(word.kind in GUESSES for word in booking.audience):
            add("M3", "done", booking.action)
        draft = booking.draft
        if draft is not None:
            _message(
                add,
                ground.claims[draft.claim].truth,
                draft.tone,
                draft.headline,
                signed=draft.signed,
                what=booking.action,
            )
    if story.campaign.tests:
        add("M22", "done", "test")
    for struck in story.campaign.struck:
        event = next(item for item in ground.scenario.campaign.events if item.id == struck.event)
        add(event.mechanism, "happened", event.id)
    _seen(story, add)
    add("M23", "happened", "result")
    return found


def _message(add: Add, truth: str, tone: str, headline: str, *, signed: bool, what: str, how: How = "done") -> None:
    if not signed:
        add("M8", how, what)
    if tone in ("fear", "anger"):
        add("M9", how, what)
    if truth != "true":
        add("M10", how, what)
    if headline == "curiosity":
        add("M11", how, what)
    if truth == "fabricated" and tone == "anger":
        add("M13", how, what)


def _seen(story: Story, add: Add) -> None:
    posts = {post.id: post for post in story.scenario.feed.posts}
    for record in story.evenings:
        for post in record.posts[: record.seen]:
            view = post.view
            if view.claim is not None and view.tone is not None and view.headline is not None:
                _message(
                    add, post.truth or "true", view.tone, view.headline, signed=view.signed, what=view.id, how="seen"
                )
                add("M7", "seen", view.id)
            if view.kind == "bot" or view.bot_comments:
                add("M12", "seen", view.id)
            if view.authored is not None:
                for mechanism in posts[view.authored].mechanisms:
                    add(mechanism, "seen", view.authored)
        add("M14", "seen", f"evening-{record.evening}")
    if story.feed is not None and story.feed.attended:
        add("M19", "done", story.feed.attended[0])
