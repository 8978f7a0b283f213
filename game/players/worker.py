"""One run of a sweep, wherever it is played: what it is told, what it gives back, and how it travels to another process."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from game.campaign.commands import AnswerEvent, CampaignCommand, EndDay
from game.campaign.misfits import wrong_inference_rate
from game.electorate.ballot import Ballots, ballot
from game.electorate.core import COMPILED_FROM, use_compiled
from game.electorate.measures import polarisation, trust_town
from game.players.play import Strategy, play
from game.players.spirit import answers_of, in_that_spirit
from game.scenario.model import Scenario
from game.session.session import Session
from game.session.setup import Setup


@dataclass(frozen=True)
class Replay:
    """A campaign as somebody ran it: its commands are given again on the same days, and what cannot be is skipped.

    Events come by luck: those of another week are answered as in the recorded one, or in the same spirit.

    Nobody lives act II in it: the voter whom a player becomes keeps to its default behaviour, and all ballots count.
    """

    commands: tuple[CampaignCommand, ...]


How = Strategy | Replay
"""How a run of a sweep is played: by a bot, or as a recorded campaign."""


@dataclass(frozen=True)
class Run:
    """One run's end.

    ``margin`` in points for the player's side, ``turnout`` 0 to 100, changes in points of 100 from the first morning to
    the vote, ``wrong_inference_rate`` 0 to 1: of the ads shown because of a guess, the share shown to somebody whom it got wrong.
    """

    seed: int
    won: bool
    margin: float
    turnout: float
    trust_change: float
    polarisation_change: float
    wrong_inference_rate: float


@dataclass(frozen=True)
class Job:
    """What all runs of a sweep share: the scenario, the settings but for the seed, and how they are played."""

    scenario: Scenario
    setup: Setup
    how: How

    def packed(self) -> bytes:
        """The job as bytes that another process understands."""
        return zlib.compress(pickle.dumps((self.scenario, self.setup, self.how), protocol=5), 1)


def play_one(job: Job, seed: int) -> Run:
    """Play one run to its end and measure it; large towns use the compiled core where numba is installed (same bits)."""
    use_compiled(job.setup.voters >= COMPILED_FROM)
    session = Session(job.scenario, replace(job.setup, seed=seed))
    ballots = _again(session, job.how) if isinstance(job.how, Replay) else play(session, job.how).story().ballots
    if ballots is None:
        raise RuntimeError("a bot left a run unfinished")
    story, ground = session.story(), session.ground
    before = polarisation(story.population, story.start, ground.streams, ground.parameters)
    after = polarisation(story.population, story.mind, ground.streams, ground.parameters)
    return Run(
        seed=seed,
        won=ballots.winner == ground.own,
        margin=float(ballots.margin(ground.own)),
        turnout=100 * float(ballots.turnout),
        trust_change=trust_town(story.mind) - trust_town(story.start),
        polarisation_change=after - before,
        wrong_inference_rate=wrong_inference_rate(session.campaign),
    )


def _again(session: Session, how: Replay) -> Ballots:
    """Give the recorded commands as far as they can be given, end the days that are left, and count the vote.

    Other weeks bring other events: each is answered as it was answered, or in the spirit of the answers that were given.
    """
    answers = in_that_spirit(session.scenario, answers_of(how.commands))
    for command in how.commands:
        if session.phase == "campaign" and not isinstance(command, AnswerEvent):
            _answer(session, answers)
            session.submit(command)  # what is refused changes nothing
    while session.phase == "campaign":
        _answer(session, answers)
        session.submit(EndDay())
    ground = session.ground
    return ballot(ground.population, session.campaign.mind, ground.streams, ground.parameters)


def _answer(session: Session, answers: Mapping[str, str]) -> None:
    for event in session.campaign.pending:
        session.submit(AnswerEvent(event, answers[event]))


def settle(key: str, packed: bytes) -> None:
    """Let this process know a job, so that its runs need to name it only."""
    _known.clear()
    _known[key] = packed


def play_packed(key: str, packed: bytes | None, seed: int) -> Run:
    """Play one run of a packed job; ``packed`` may be left out where the process was told before (``settle``)."""
    return play_one(_unpacked(_known[key] if packed is None else packed), seed)


_known: dict[str, bytes] = {}
"""The job that this process was started for."""


@lru_cache(maxsize=1)
def _unpacked(packed: bytes) -> Job:
    """The job; unpacked once for all runs of a process."""
    parts = pickle.loads(zlib.decompress(packed))  # noqa: S301  # because this program packed it itself
    return Job(*cast("tuple[Scenario, Setup, How]", parts))
