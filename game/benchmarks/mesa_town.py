"""The same town, the same day, written for Mesa as its users write it: one object per voter, one method per step.

Three stages, each for all voters before the next begins: everybody posts, everybody reads and thinks it over, everybody
changes. So all read yesterday's town, as in the game. There is no numpy inside: agents hold plain numbers and the list
of their friends. The equations are those of ``game/electorate``; a test holds the two together within 1e-5 after 20 days.

The town, the constants and the luck of who is on the phone come from outside, so that both run the same twenty days.
This is the only module that imports Mesa; import it only where :func:`game.benchmarks.agreement.has_mesa` says so.
"""

from __future__ import annotations

from collections.abc import Callable

from mesa import Agent, Model

from game.benchmarks.feed_rules import Source, match, sources
from game.electorate.chance import Streams
from game.electorate.delivery import awake
from game.electorate.parameters import Parameters
from game.electorate.plan import NightPlan
from game.electorate.population import Mind, Population
from game.electorate.ranking import tonight

PROPERTIES = ("x", "c", "T", "a", "m", "P", "s")
"""What changes from day to day without a campaign; names as in :class:`game.electorate.population.Mind`."""


def _within(value: float, low: float, high: float) -> float:
    return low if value < low else high if value > high else value


class Voter(Agent):
    """One voter. Single letters are the names of the model: see ``Mind`` and ``Population``."""

    def __init__(
        self,
        model: MesaTown,
        anxiety: float,
        x: float,
        c: float,
        T: float,  # noqa: N803  because T is the model's name for trust
        a: float,
        m: float,
        P: float,  # noqa: N803  because P is the model's name for the platform's guess
        s: float,
        x0: float,
        c0: float,
        T0: float,  # noqa: N803  because T is the model's name for trust
    ) -> None:
        super().__init__(model)
        self.town = model
        self.anxiety = anxiety
        self.x, self.c, self.T, self.a, self.m, self.P, self.s = x, c, T, a, m, P, s
        self.x0, self.c0, self.T0 = x0, c0, T0
        self.friends: list[Voter] = []
        self.online = False
        self.shown = 0.0
        self.next: tuple[float, float, float, float, float, float] = (x, c, T, a, m, P)

    def post(self) -> None:
        """Show a stance: milder where one believes to be in a minority (spiral of silence)."""
        self.shown = self.x * _within(1.0 + self.town.p.silence * self.x * self.m, 0.0, 1.0)

    def read(self) -> None:
        """Read friends and feed as they are today and think of what one will be tomorrow; change nothing yet."""
        p = self.town.p
        seen, pull = self.hear_friends()
        x = self.x + p.anchor * (self.x0 - self.x)
        c = self.c + p.certainty_return * (self.c0 - self.c)
        trust = self.T + p.trust_return * (self.T0 - self.T)
        moved = p.friends_pull * pull
        stirred, m, guess = 0.0, self.m, self.P
        if self.online:
            feed = self.feed(seen)
            plus = minus = slant = crowd = social = worn = 0.0
            for source, share in feed:
                stirred += share * source.arousal
                worn += share * source.wear
                if source.lean > 0.0:
                    plus += share
                elif source.lean < 0.0:
                    minus += share
                if source.crowd:
                    social += share
                    crowd += share * (seen if source.friends else source.lean)
                if source.partisan:
                    slant += share if source.lean > 0.0 else -share
                    moved += p.outrage_pull * p.slots * share * self.listen(source.lean - self.x)
            moved += p.conformity * (self.m - self.x)
            guess += self.clicks(plus, minus)
            m += p.climate_pace * (crowd / social - self.m)
            c += p.certainty_push * slant * self.x
            trust -= p.slots * worn * self.T
            stirred *= p.reactivity_floor + p.reactivity_anxiety * self.anxiety
        a = self.a + p.arousal_pace * (stirred - self.a)
        x += (1.0 - self.c) * moved
        self.next = (x, c, trust, a, m, guess)

    def change(self) -> None:
        """Become what one thought."""
        x, c, trust, a, m, guess = self.next
        self.x = _within(x, -1.0, 1.0)
        self.c = _within(c, 0.0, 1.0)
        self.T = _within(trust, 0.0, 1.0)
        self.a = _within(a, 0.0, 1.0)
        self.m = _within(m, -1.0, 1.0)
        self.P = _within(guess, -1.0, 1.0)
        self.s *= self.town.p.ad_memory

    def hear_friends(self) -> tuple[float, float]:
        """Return the mean stance that tonight's three friends show, and their mean pull."""
        seen = pull = 0.0
        for k in self.town.posting:
            shown = self.friends[k].shown
            seen += shown
            pull += self.listen(shown - self.x)
        return seen / 3.0, pull / 3.0

    def listen(self, distance: float) -> float:
        """Return how far somebody at ``distance`` pulls: the further away, the less one listens."""
        return distance * max(0.0, 1.0 - (distance / self.town.p.listening) ** 2)

    def feed(self, seen: float) -> list[tuple[Source, float]]:
        """Return what the feed shows and in which shares."""
        weights = []
        for source in self.town.sources:
            lean = seen if source.friends else source.lean
            engagement = source.gain + self.town.match * lean * self.P
            weights.append(source.supply * max(0.0, 1.0 + engagement / 8.0) ** 8)
        total = sum(weights)
        return [(source, weight / total) for source, weight in zip(self.town.sources, weights, strict=True)]

    def clicks(self, plus: float, minus: float) -> float:
        """Return how far tonight's clicks on partisan posts move what the platform believes."""
        p = self.town.p
        lean = p.outrage_lean
        keen = 1.0 + p.click_arousal * p.arousal_outrage
        liked = plus * max(0.0, keen + p.click_match * lean * self.x) * (lean - self.P)
        disliked = minus * max(0.0, keen - p.click_match * lean * self.x) * (lean + self.P)
        return p.base_click * p.slots * p.profile_learning * (liked - disliked)


class MesaTown(Model):
    """The whole town; ``step`` is one day.

    Args:
        population: who lives there; voters keep their order.
        mind: how they start.
        plan: what runs each day: bots and the ranking; ads are no part of the daily core.
        luck: from the number of a day to who is on the phone, in the order of the voters.
        parameters: the constants.
    """

    def __init__(
        self,
        population: Population,
        mind: Mind,
        plan: NightPlan,
        luck: Callable[[int], list[bool]],
        parameters: Parameters,
    ) -> None:
        super().__init__(rng=0)
        self.p = parameters
        self.luck = luck
        self.day = 0
        self.posting: tuple[int, ...] = ()
        self.sources = sources(plan, parameters)
        self.match = match(plan, parameters)
        start = {name: getattr(mind, name).tolist() for name in PROPERTIES}
        anchors = {"x0": mind.x0.tolist(), "c0": population.c0.tolist(), "T0": mind.T0.tolist()}
        Voter.create_agents(self, population.n, anxiety=population.anxiety.tolist(), **start, **anchors)
        self.voters: list[Voter] = list(self.agents)
        for voter, ties in zip(self.voters, population.ties.T.tolist(), strict=True):
            voter.friends = [self.voters[other] for other in ties]

    def step(self) -> None:
        """Everybody posts, then everybody reads, then everybody changes."""
        self.posting = tonight(self.day)
        for voter, online in zip(self.voters, self.luck(self.day), strict=True):
            voter.online = online
        self.agents.do("post")
        self.agents.do("read")
        self.agents.do("change")
        self.day += 1

    def state(self, name: str) -> list[float]:
        """Return one property of all voters, in their order."""
        values: list[float] = self.agents.get(name)
        return values


def luck_of(population: Population, streams: Streams) -> Callable[[int], list[bool]]:
    """Return the game's own luck of who is on the phone, for :class:`MesaTown`."""
    return lambda day: awake(population, day, streams).tolist()
