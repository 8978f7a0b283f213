"""The living electorate: a systematic sample of dots, what the campaign believes of them, and how a night moved them."""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt

from game.campaign.commands import Criterion
from game.campaign.estimate import Estimate, estimate, leaning
from game.campaign.ground import Ground
from game.campaign.knowledge import guess, holding
from game.campaign.state import Night, State
from game.campaign.view import DotFile, DotsView, NightView

MOST_DOTS = 2500
STANDINGS: tuple[Literal["unknown", "inferred", "known"], ...] = ("unknown", "inferred", "known")
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000)
EFFECT_OF_ONE_AD = 0.007
"""Share of those reached whose vote choice one ad moves at once: 0.7 points (Coppock et al. 2020)."""


def sampled(ground: Ground) -> tuple[npt.NDArray[np.int32], int]:
    """The voters shown, district by district, and how many simulated voters each stands for."""
    return ground.derived(("dots",), lambda: _sampled(ground))


def _sampled(ground: Ground) -> tuple[npt.NDArray[np.int32], int]:
    population = ground.population
    homes = [np.flatnonzero(population.district == index) for index in range(len(ground.scenario.town.districts))]
    step = next(
        step for step in STEPS if sum(-(-home.size // step) for home in homes) <= MOST_DOTS or step == STEPS[-1]
    )
    shown = np.concatenate([home[min(step // 2, max(home.size - 1, 0)) :: step] for home in homes])
    return shown.astype(np.int32), step


def dots_view(state: State) -> DotsView:
    """The dots as the campaign sees them now."""
    ground = state.ground
    voters, step = sampled(ground)
    believed = estimate(state)
    return DotsView(
        voters_per_dot=max(1, round(step * ground.population.weight)),
        voter=voters,
        district=ground.population.district[voters],
        age=ground.population.age[voters],
        stance=believed.stance[voters],
        standing=believed.standing[voters],
    )


def dot_file(state: State, dot: int) -> DotFile:
    """What the campaign holds on the voter of dot ``dot``.

    Raises:
        IndexError: there is no such dot.
    """
    ground = state.ground
    voters, _step = sampled(ground)
    if not 0 <= dot < voters.size:
        raise IndexError(f"dot {dot} of {voters.size}")
    voter = int(voters[dot])
    district = ground.scenario.town.districts[int(ground.population.district[voter])]
    held = holding(ground, state.owned)
    believed = estimate(state)
    guesses = []
    if held.known[:, voter].any():
        for concern in ground.scenario.town.concerns:
            made = guess(ground, state.owned, Criterion("concern", concern.id))
            if made.chosen[voter]:
                guesses.append((concern.id, float(made.card.claimed)))
    side = leaning(float(believed.stance[voter]))
    return DotFile(
        voter=voter,
        district=district.id,
        street=street_of(ground, voter),
        age=int(ground.population.age[voter]),
        signals=tuple(
            signal.id
            for index, signal in enumerate(ground.scenario.town.signals)
            if held.known[index, voter] and held.value[index, voter]
        ),
        guesses=tuple(guesses),
        leaning="undecided" if side == 0 else "for" if side > 0 else "against",
        standing=STANDINGS[int(believed.standing[voter])],
    )


def street_of(ground: Ground, voter: int) -> int:
    """Where a voter lives, as the electoral roll says: index into the streets of the voter's district."""
    district = ground.scenario.town.districts[int(ground.population.district[voter])]
    return int(ground.streams.chance("street", voter) * len(district.streets))


def night_view(state: State) -> NightView | None:
    """Last night as the campaign estimates it; None before the first."""
    if not state.nights:
        return None
    ground, record = state.ground, state.nights[-1]
    voters, step = sampled(ground)
    before, after = _before(state), estimate(state)
    was, now = before.stance[voters], after.stance[voters]
    sign = np.float32(1.0 if ground.side == "for" else -1.0)
    each = step * ground.population.weight
    toward = _crossed(was * sign, now * sign)
    away = _crossed(-was * sign, -now * sign)
    return NightView(
        day=record.day,
        before=was,
        after=now,
        moment=_moments(ground, record, voters),
        toward=round(toward * each),
        away=round(away * each),
        claimable=min(_claimable(record), round(toward * each)),
        reached=record.reached,
        clicked=record.clicked,
        spent=record.spent,
        trust=state.polls[-1].trust,
        trust_before=state.polls[-2].trust,
        alerts=tuple(item.id for item in state.news if item.kind == "event"),
        milestones=_milestones(ground, record),
    )


def _before(state: State) -> Estimate:
    """The belief of the evening before, with the files held now, so that only the night's news moves a dot."""
    return estimate(state, polls=len(state.polls) - 1)


def _crossed(was: npt.NDArray[np.float32], now: npt.NDArray[np.float32]) -> int:
    """Dots that moved up by at least one group (against, undecided, for)."""
    line = np.float32(0.15)
    up = ((was < line) & (now >= line)) | ((was <= -line) & (now > -line))
    return int(np.count_nonzero(up))


def _moments(ground: Ground, record: Night, voters: npt.NDArray[np.int32]) -> npt.NDArray[np.float32]:
    """When each dot moves: spread over the night, those reached by an ad before midnight when phones are still on."""
    moment = ground.streams.uniforms("moment", record.day, n=ground.population.n)
    touched = np.zeros(ground.population.n, dtype=np.bool_)
    touched[record.delivery.voter] = True
    return np.where(touched, moment * np.float32(0.35), moment)[voters].astype(np.float32)


def _claimable(record: Night) -> int:
    """Crossings that the campaign's own work can explain: its reach times the published effect of one ad."""
    return round(record.reached * EFFECT_OF_ONE_AD)


def _milestones(ground: Ground, record: Night) -> tuple[tuple[float, str], ...]:
    """Marks on the night's timeline, 0 (22:00) to 1 (06:00), for what ran."""
    own = any(ad.side == ground.own for ad in record.plan.ads)
    others = any(ad.side == ground.rival for ad in record.plan.ads) or any(
        contact.side == ground.rival for contact in record.plan.street
    )
    marks = [
        (0.06, "street", any(contact.side == ground.own for contact in record.plan.street)),
        (0.19, "ads", own),
        (0.31, "bots", record.plan.bots[ground.own] > 0),
        (0.44, "rival", others or record.plan.bots[ground.rival] > 0),
        (0.69, "story", bool(record.plan.shocks)),
        (0.94, "poll", True),
    ]
    return tuple((at, what) for at, what, happened in marks if happened)
