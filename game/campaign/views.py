"""Makes the strategist's view from the state: everything bought, collected or inferred, and nothing else."""

from __future__ import annotations

import math

import numpy as np

from game.campaign.actions import refusal, still_running
from game.campaign.audience import tidy, vocabulary
from game.campaign.commands import Criterion, Version
from game.campaign.counsel import spoken
from game.campaign.dots import night_view, sampled
from game.campaign.estimate import estimate, shares_among
from game.campaign.knowledge import GUESSES, guess, holding, members, records, sure
from game.campaign.placements import advertisement, tonight_ad
from game.campaign.state import Booking, Draft, PollResult, State
from game.campaign.view import (
    ActionView,
    CampaignView,
    DraftView,
    Interval,
    Poll,
    SegmentView,
    SourceView,
    WordOption,
)
from game.electorate.ballot import gap_margin, margin
from game.electorate.delivery import price_per_thousand
from game.scenario.model import Action, Source

ROLL_CRITERIA = 5
"""Name, address, street, age and district: what the electoral roll says of everybody."""
DEPTH = {
    "ads": 0.7,
    "influencer": 0.7,
    "hashtag": 0.35,
    "bots": 0.1,
    "click-site": 0.0,
    "score": 0.0,
    "doors": 1.0,
    "hall": 0.3,
    "school": 0.3,
    "concert": 0.3,
    "answers": 0.5,
    "donations": 0.1,
}
"""Points of opinion moved per person reached, at once: ads Coppock et al. 2020, doors Pons 2018; the others are modelling
choices below these. What the street moves is trust and turnout rather than opinion."""


def view(state: State) -> CampaignView:
    """Everything that act I's screens draw."""
    ground = state.ground
    return CampaignView(
        side=ground.side,
        day=state.day,
        days=ground.days,
        moves=ground.scenario.head.moves,
        moves_left=state.moves_left,
        money=state.money,
        poll=poll_view(state.polls[-1]),
        polls=tuple(poll_view(result) for result in state.polls),
        trust_campaign=state.polls[-1].trust,
        sources=tuple(_source(state, source) for source in ground.scenario.campaign.sources),
        criteria_per_voter=_criteria(state),
        words=tuple(_word(state, word) for word in vocabulary(ground, state.owned)),
        segments=tuple(
            segment_view(state, criteria, f"segment-{number}") for number, criteria in enumerate(state.segments, 1)
        ),
        segment=segment_view(state, state.audience, _segment_id(state)) if state.segments else None,
        drafts={version: _draft(state, version, draft) for version, draft in state.drafts},
        test=state.test,
        sent=state.sent,
        actions=tuple(_action(state, action) for action in ground.actions.values()),
        news=state.news,
        pending=state.pending,
        counsel=spoken(state),
        night=night_view(state),
        over=state.over,
    )


def poll_view(result: PollResult) -> Poll:
    """A poll with its 95 % margins; the gap's margin is that of a difference, so it is wider."""
    asked = max(result.asked, 1)
    parts = dict(zip(("for", "undecided", "against"), result.counts, strict=True))
    shares = {name: Interval(count / asked, margin(count / asked, asked)) for name, count in parts.items()}
    first, second = shares["for"].value, shares["against"].value
    return Poll(result.day, result.asked, shares, Interval(first - second, gap_margin(first, second, asked)))


def segment_view(state: State, criteria: tuple[Criterion, ...], name: str | None = None) -> SegmentView:
    """An audience as the campaign believes it: size, believed shares, expected misfits, price of a thousand views."""
    ground = state.ground
    criteria = tidy(criteria)
    inside = members(ground, state.owned, criteria)
    size = round(int(np.count_nonzero(inside)) * ground.population.weight)
    certainty = sure(ground, state.owned, criteria)
    voters, _step = sampled(ground)
    return SegmentView(
        id=name,
        criteria=criteria,
        size=size,
        shares=shares_among(estimate(state).stance[inside]),
        misfits=0 if certainty is None else round(size * (1.0 - certainty)),
        sure=certainty,
        price_per_thousand=_price(state, criteria) if inside.any() else 0.0,
        members=inside[voters],
    )


def _price(state: State, criteria: tuple[Criterion, ...]) -> float:
    """What the network quotes for a thousand views, with the message sent or, before there is one, a plain true claim."""
    ground = state.ground
    draft = state.draft(state.sent) or next(
        Draft(claim.id, "policy", "plain", True) for claim in ground.claims.values() if claim.side == ground.side
    )
    action = next((one for one in ground.actions.values() if one.kind == "ads"), None)
    nightly = action.price / action.nights if action is not None else 0.0
    asked = Booking(
        f"{ground.side}-quote", ground.side, "", state.day, 1, 0, audience=criteria, files=state.owned, draft=draft
    )
    ad = advertisement(ground, asked, members(ground, state.owned, criteria), nightly)
    others = [
        tonight_ad(ground, booking)
        for booking in state.bookings
        if booking.draft is not None and booking.runs(state.day) and ground.actions[booking.action].kind == "ads"
    ]
    return float(price_per_thousand(ground.population, state.mind, ad, others, ground.parameters))


def _segment_id(state: State) -> str | None:
    return f"segment-{state.segments.index(state.audience) + 1}" if state.audience in state.segments else None


def _source(state: State, source: Source) -> SourceView:
    ground = state.ground
    owned = source.id in state.owned
    guesses: tuple[tuple[str, float], ...] = tuple((boast.concern, boast.sure) for boast in source.boasts)
    if owned and guesses:  # the seller's boast gives way to what the profiler finds it can do
        guesses = tuple(
            (concern, float(guess(ground, state.owned, Criterion("concern", concern)).card.claimed))
            for concern, _ in guesses
        )
    bought_before = any(bought.source == source.id for bought in state.purchases)
    return SourceView(
        id=source.id,
        owned=owned,
        affordable=not bought_before and state.moves_left >= 1 and state.money >= source.price,
        records=records(ground, source),
        asked_lawyer=source.id in state.lawyer,
        guesses=guesses,
    )


def _criteria(state: State) -> int:
    """Criteria that the database holds on an average voter.

    The roll's, the known traces, and one guess per scorecard for those of whom any trace is known.
    """
    ground = state.ground
    held = holding(ground, state.owned)
    voters = ground.population.n
    traces = int(np.count_nonzero(held.known)) / voters
    touched = int(np.count_nonzero(held.known.any(axis=0))) / voters
    cards = len(ground.scenario.town.concerns) + 4  # leaning, persuadable, stays at home, lookalike
    return math.floor(ROLL_CRITERIA + traces + touched * cards + 0.5)


def _word(state: State, word: Criterion) -> WordOption:
    if word.kind not in GUESSES:
        return WordOption(word, True, None)
    return WordOption(word, False, float(guess(state.ground, state.owned, word).card.claimed))


def _draft(state: State, version: Version, draft: Draft) -> DraftView:
    truth = state.ground.claims[draft.claim].truth
    return DraftView(version, draft.claim, truth, draft.tone, draft.headline, draft.signed)


def _action(state: State, action: Action) -> ActionView:
    refused = refusal(state, action.id)
    planned = state.planned_today(action.id) is not None
    left = 0
    for booking in state.bookings:
        if booking.action == action.id and booking.day < state.day and booking.runs(state.day):
            left = max(left, booking.day + booking.nights - state.day)
    reach = action.people
    if action.kind == "ads":
        inside = members(state.ground, state.owned, state.audience)
        reach = min(reach, round(int(np.count_nonzero(inside)) * state.ground.population.weight))
    return ActionView(
        id=action.id,
        desk="amplify" if action in state.ground.scenario.campaign.amplify else "street",
        price=action.price,
        people=reach,
        depth=DEPTH[action.kind],
        planned=planned or still_running(state, action.id),
        nights_left=left,
        refusal=None if refused is None else refused.code,
    )
