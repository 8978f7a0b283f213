"""Why you saw this: the causal chain of every campaign post, from the data trace to the rank on the phone.

Nothing is told here that the simulation did not do: sources from the booking, points from the scorecard that chose, price
and rank from the auction's log, effect from the night's log.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.campaign.commands import Criterion
from game.campaign.knowledge import GUESSES, fits, target
from game.campaign.misfits import misfits
from game.campaign.state import Booking
from game.electorate.data.scorecard import Scorecard
from game.electorate.data.targets import truth
from game.feed.state import EveningRecord, Shown
from game.feed.view import PostView, WhyThisAd
from game.feed.why import why_this_ad
from game.scenario.model import SideId, Truth
from game.session.session import Session
from game.session.setup import first_weekday
from game.session.story import Story


@dataclass(frozen=True)
class Evidence:
    """A data trace that spoke for a guess: how it looks on file, whose file it was in, its points on the scorecard.

    ``mistaken``: the file says so, and it is not true of this person.
    """

    signal: str
    source: str
    points: int
    mistaken: bool


@dataclass(frozen=True)
class Inference:
    """One guess of the model about the persona: what it claimed, how surely, and whether it was right."""

    criterion: Criterion
    claimed: float
    right: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class CausalTrace:
    """The true chain behind one post on the persona's phone.

    ``criteria`` is the whole audience sentence, ``known`` the facts and ``inferences`` the guesses in it that let this
    voter in. ``size`` and ``misfits`` count real people: in the segment, and those of them for whom a guess was wrong.
    ``day`` is the campaign's day of the booking, ``weekday`` its day of the week (0 is Monday). ``price`` is what this voter's impression cost in euros; ``effect`` is how far it moved the persona's stance (-2…2).
    ``place`` is the signal whose places the ad followed to this phone, or None; ``mood``: it waited for a face that a
    camera took for tense.
    """

    impression: str
    post: PostView
    evening: int
    side: SideId
    own: bool
    channel: str
    truth: Truth | None
    action: str
    booking: str
    day: int
    weekday: int
    criteria: tuple[Criterion, ...]
    known: tuple[Criterion, ...]
    inferences: tuple[Inference, ...]
    size: int
    misfits: int
    price: float
    rank: int
    effect: float
    admitted: WhyThisAd | None
    place: str | None = None
    mood: bool = False


def traces(session: Session) -> tuple[CausalTrace, ...]:
    """The chain of every campaign or bot post that was on the persona's screen, in the order seen."""
    story = session.story()
    out: list[CausalTrace] = []
    for record in story.evenings:
        for at, post in enumerate(record.posts[: record.seen], start=1):
            if post.view.impression is not None:
                out.append(_trace(story, record, at, post))
    return tuple(out)


def _trace(story: Story, record: EveningRecord, rank: int, post: Shown) -> CausalTrace:
    if post.ad is None:
        return _network(story, record, rank, post)
    booking = story.booking(post.ad)
    row = next(
        int(row) for row in record.delivery.of(story.voter or 0) if record.delivery.id(int(row)) == post.view.impression
    )
    known, inferences = _reasons(story, booking)
    inside = story.segment(booking.files, booking.audience)
    wrong = misfits(story.ground, booking.audience) & inside
    ad = record.delivery.ads[int(record.delivery.ad[row])]
    aimed = not bool(record.delivery.organic[row])
    feed = story.feed
    return CausalTrace(
        impression=post.view.impression or "",
        post=post.view,
        evening=record.evening,
        side=booking.side,
        own=booking.side == story.ground.side,
        channel=ad.channel,
        truth=post.truth,
        action=booking.action,
        booking=booking.id,
        day=booking.day,
        weekday=_weekday(story, booking.day),
        criteria=booking.audience,
        known=known,
        inferences=inferences,
        size=round(int(np.count_nonzero(inside)) * story.population.weight),
        misfits=round(int(np.count_nonzero(wrong)) * story.population.weight),
        price=float(record.delivery.price[row]),
        rank=rank,
        effect=float(record.log.effects[row]),
        admitted=None if feed is None else why_this_ad(feed.cast, post, feed.voter),
        place=story.scenario.town.signals[ad.place].id if aimed and ad.place is not None else None,
        mood=aimed and ad.mood is not None,
    )


def _network(story: Story, record: EveningRecord, rank: int, post: Shown) -> CausalTrace:
    """A bot's post: it was aimed at nobody, it stands in everybody's feed."""
    side: SideId = "for" if post.side == 0 else "against"
    night = next(night for night in story.nights if night.day == record.night)
    running = [
        item for item in night.bookings if item.side == side and story.ground.actions[item.action].kind == "bots"
    ]
    booking = running[0] if running else None
    return CausalTrace(
        impression=post.view.impression or "",
        post=post.view,
        evening=record.evening,
        side=side,
        own=side == story.ground.side,
        channel="bots",
        truth=post.truth,
        action=booking.action if booking else "",
        booking=booking.id if booking else "",
        day=booking.day if booking else record.night,
        weekday=_weekday(story, booking.day if booking else record.night),
        criteria=(),
        known=(),
        inferences=(),
        size=round(story.population.n * story.population.weight),
        misfits=0,
        price=0.0,
        rank=rank,
        effect=0.0,
        admitted=None,
    )


def _weekday(story: Story, day: int) -> int:
    return (first_weekday(story.scenario, story.setup.days) + day - 1) % 7


def _reasons(story: Story, booking: Booking) -> tuple[tuple[Criterion, ...], tuple[Inference, ...]]:
    """The words of the sentence that fitted the persona: facts, and guesses with what spoke for them."""
    voter = story.voter or 0
    known: list[Criterion] = []
    guesses: list[Inference] = []
    for criterion in booking.audience:
        if criterion.kind not in GUESSES:
            if bool(fits(story.ground, booking.files, criterion)[voter]):
                known.append(criterion)
            continue
        verdict = story.guess(booking.files, criterion)
        if not bool(verdict.chosen[voter]):
            continue
        really = bool(
            truth(story.population, story.start, target(story.ground, criterion), story.ground.parameters)[voter]
        )
        guesses.append(
            Inference(criterion, float(verdict.card.claimed), really, _evidence(story, booking, verdict.card, voter))
        )
    return tuple(known), tuple(guesses)


def _evidence(story: Story, booking: Booking, card: Scorecard, voter: int) -> tuple[Evidence, ...]:
    """The traces on file that added points to this guess, the strongest first."""
    files = story.usable(booking.files)
    held = story.held(files)
    out: list[Evidence] = []
    for signal, index in story.ground.signals.items():
        points = int(card.points[index])
        if points <= 0 or not (held.known[index, voter] and held.value[index, voter]):
            continue
        source = next((file for file in files if _says(story, file, index, voter)), "")
        out.append(Evidence(signal, source, points, mistaken=not bool(story.population.traces[index, voter])))
    return tuple(sorted(out, key=lambda item: (-item.points, item.signal)))


def _says(story: Story, source: str, signal: int, voter: int) -> bool:
    if not story.ground.sources[source].signals:
        return False
    held = story.file(source)
    return bool(held.known[signal, voter] and held.value[signal, voter])
