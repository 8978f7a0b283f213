"""A survey: people who were asked, agreed, and answered about themselves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.electorate.chance import LANE_LEVELS, Streams
from game.electorate.parameters import Parameters
from game.electorate.population import Bools, Mind, Population


@dataclass(frozen=True, eq=False)
class Survey:
    """People who answered questions about themselves, of their own will.

    ``voters`` i32 [n], ascending. ``spoken`` i32 [n]: whose truth the answer tells; nearly always one's own, else that of
    anybody (a slip, a joke, a wrong line). None: everybody's answer is true.
    """

    voters: npt.NDArray[np.int32]
    spoken: npt.NDArray[np.int32] | None = None

    def answers(self, fits: Bools) -> Bools:
        """Return what the respondents say, bool [n], where ``fits`` bool [N] is true of the town."""
        said: Bools = fits[self.voters if self.spoken is None else self.spoken]
        return said


def ask(
    population: Population, mind: Mind, n: int, streams: Streams, key: str, parameters: Parameters | None = None
) -> Survey:
    """Draw ``n`` respondents (fewer in a tiny town) among those who are willing.

    The chance to be willing is ``survey_base + survey_trust * trust``; an answer is true with ``own_accuracy``. Without
    ``parameters`` the central ones count.
    """
    p = parameters or Parameters()
    chance = mind.T * np.float32(p.survey_trust) + np.float32(p.survey_base)
    willing = np.flatnonzero(streams.uniforms("survey", key, "willing", n=population.n) < chance)
    asked = streams.sample("survey", key, n=n, of=int(willing.size))
    voters = willing[asked].astype(np.int32)
    honest = streams.lanes("survey", key, "true", n=voters.size) < np.float32(p.own_accuracy * LANE_LEVELS)
    anybody = streams.words("survey", key, "slip", n=voters.size) % np.uint64(population.n)
    return Survey(voters, np.where(honest, voters, anybody.astype(np.int32)).astype(np.int32))
