"""What the campaign holds on voters and what its profiler makes of it. All of it may be wrong; none of it is the truth.

Everything here depends only on the ground and on which files are held, so it is worked out once per set of files.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.campaign.commands import Criterion
from game.campaign.ground import Ground
from game.electorate.data.broker import real_accuracy
from game.electorate.data.holding import Holding, collect, merge
from game.electorate.data.quiz import circle
from game.electorate.data.scorecard import Scorecard, choose, fit, score
from game.electorate.data.survey import Survey, ask
from game.electorate.data.targets import Target
from game.scenario.model import AGE_BANDS, Source

Files = tuple[str, ...]
"""Ids of data sources, in the scenario's order."""
GUESSES = ("concern", "leaning", "persuadable", "stays-home", "lookalike")
"""Kinds of criteria that only the profiler can answer."""


@dataclass(frozen=True, eq=False)
class Guess:
    """One scorecard with its verdict on every voter: ``points`` int32 [N], ``chosen`` bool [N]."""

    card: Scorecard
    points: npt.NDArray[np.int32]
    chosen: npt.NDArray[np.bool_]


def usable(ground: Ground, files: Files) -> Files:
    """The files that may be used for guesses and targeting under the law in force.

    Where the law asks for consent, only consent that was really given counts (GDPR, Regulation (EU) 2024/900).
    """
    return tuple(file for file in files if ground.law.allows(ground.sources[file].consent))


def survey(ground: Ground) -> Survey:
    """The campaign's own survey, taken before the first day; at most a third of a very small town answers."""
    size = min(ground.scenario.campaign.survey_size, ground.population.n // 3)
    return ground.derived(
        ("survey",),
        lambda: ask(ground.population, ground.start, size, ground.streams, "survey", ground.parameters),
    )


def file_of(ground: Ground, source: Source) -> Holding:
    """What is in one source's file: the same whoever buys it and whenever."""
    return ground.derived(("file", source.id), lambda: _collect(ground, source))


def _collect(ground: Ground, source: Source) -> Holding:
    inside = _listed(ground, source)
    given = source.consent == "given"
    made = collect(
        ground.population,
        [ground.signals[signal] for signal in source.signals],
        source.coverage if inside is None else 1.0,
        source.reliability,
        given,
        ground.streams,
        source.id,
        real_accuracy(source.reliability, given, ground.parameters),
    )
    return made if inside is None else made.among(inside)


def _listed(ground: Ground, source: Source) -> npt.NDArray[np.bool_] | None:
    """Who is in a file whose people are not drawn at random, bool [N]; None for all other files."""
    if source.kind == "quiz":
        return quiz_circle(ground, source)
    if source.kind == "survey" and source.owned:
        asked = np.zeros(ground.population.n, dtype=np.bool_)
        asked[survey(ground).voters] = True
        return asked
    return None


def quiz_circle(ground: Ground, source: Source) -> npt.NDArray[np.bool_]:
    """Those who played the quiz, and their friends, who never did: bool [N]."""
    return circle(ground.population, source.coverage, ground.streams, source.id, ground.parameters).inside


def records(ground: Ground, source: Source) -> int:
    """How many real people are in the source's file, as the seller says."""
    return round(source.coverage * ground.population.n * ground.population.weight)


def holding(ground: Ground, files: Files) -> Holding:
    """The files merged on each person; where two disagree the more reliable one stands."""
    kept = tuple(file for file in files if ground.sources[file].signals)
    return ground.derived(
        ("holding", kept), lambda: merge(ground.population, [file_of(ground, ground.sources[file]) for file in kept])
    )


def guess(ground: Ground, files: Files, criterion: Criterion) -> Guess:
    """The profiler's verdict for a guessed criterion, fitted on the survey with the usable ones of ``files``."""
    kept = tuple(file for file in usable(ground, files) if ground.sources[file].signals)
    return ground.derived(("guess", kept, criterion), lambda: _guess(ground, kept, criterion))


def _guess(ground: Ground, files: Files, criterion: Criterion) -> Guess:
    held = holding(ground, files)
    card = fit(ground.population, ground.start, held, survey(ground), target(ground, criterion), ground.parameters)
    points = score(ground.population, held, card)
    return Guess(card, points, choose(card, points))


def target(ground: Ground, criterion: Criterion) -> Target:
    """What a guessed criterion asks the profiler for."""
    if criterion.kind == "concern":
        return Target("concern", concern=ground.concerns[criterion.value])
    if criterion.kind == "leaning":
        return Target("leaning", side=0 if criterion.value == "for" else 1)
    if criterion.kind == "lookalike":
        return Target("lookalike", side=ground.own)
    if criterion.kind in ("persuadable", "stays-home"):
        return Target(criterion.kind)
    raise ValueError(f"{criterion.kind} is a fact, not a guess")


def members(ground: Ground, files: Files, criteria: tuple[Criterion, ...]) -> npt.NDArray[np.bool_]:
    """Who fits the sentence as the campaign believes: *or* within a kind, *and* between kinds. Empty: everyone."""
    kept = tuple(file for file in usable(ground, files) if ground.sources[file].signals)
    return ground.derived(("members", kept, criteria), lambda: _members(ground, kept, criteria))


def _members(ground: Ground, files: Files, criteria: tuple[Criterion, ...]) -> npt.NDArray[np.bool_]:
    inside = np.ones(ground.population.n, dtype=np.bool_)
    for kind in dict.fromkeys(criterion.kind for criterion in criteria):
        either = np.zeros(ground.population.n, dtype=np.bool_)
        for criterion in criteria:
            if criterion.kind == kind:
                either |= fits(ground, files, criterion)
        inside &= either
    return inside


def fits(ground: Ground, files: Files, criterion: Criterion) -> npt.NDArray[np.bool_]:
    """Who fits one word of the sentence: bool [N]."""
    population = ground.population
    if criterion.kind == "age":
        in_band: npt.NDArray[np.bool_] = population.band == AGE_BANDS.index(criterion.value)
        return in_band
    if criterion.kind == "district":
        at_home: npt.NDArray[np.bool_] = population.district == ground.districts[criterion.value]
        return at_home
    if criterion.kind == "signal":
        held, index = holding(ground, usable(ground, files)), ground.signals[criterion.value]
        known: npt.NDArray[np.bool_] = held.known[index] & held.value[index]
        return known
    return guess(ground, files, criterion).chosen


def sure(ground: Ground, files: Files, criteria: tuple[Criterion, ...]) -> float | None:
    """The profiler's claimed accuracy for all guesses together; None where the sentence holds facts only.

    Words of one kind are alternatives, so the least sure of them counts; kinds are taken as independent.
    """
    by_kind: dict[str, float] = {}
    for criterion in criteria:
        if criterion.kind in GUESSES:
            claimed = float(guess(ground, files, criterion).card.claimed)
            by_kind[criterion.kind] = min(claimed, by_kind.get(criterion.kind, 1.0))
    if not by_kind:
        return None
    product = 1.0
    for claimed in by_kind.values():
        product *= claimed
    return product


def from_file(ground: Ground, files: Files, signal: str) -> Files:
    """Which of ``files`` hold ``signal``."""
    return tuple(file for file in files if signal in ground.sources[file].signals)
