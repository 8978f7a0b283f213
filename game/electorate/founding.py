"""How a town is founded: voters made from the author's districts, concerns and signals, the personas first.

One property after the other is drawn, each from luck of its own; working space is a few numbers per voter, so that ten
million fit where they can be played.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from game.electorate.chance import LANE_LEVELS, Streams, exact_mean
from game.electorate.parameters import Parameters
from game.electorate.population import AGAINST, FOR, SIGN, TIES, Bools, Floats, Population
from game.scenario.model import Persona, Signal, Town

_BAND_STARTS = (18, 30, 45, 65)
_BAND_SPANS = (12, 15, 20, 24)
_MIDDLE = np.float32(0.5)
LOT = 32_768
"""Voters whose numbers are mixed up together; beyond this size of town, friends get numbers near each other."""
_CONCERN_SD, _TURNOUT_SD = np.float32(0.17), np.float32(0.15)
"""Yardsticks: about the spread in any town, so that the weights of signals mean steps of one standard deviation."""


def found(
    town: Town, personas: Sequence[Persona], n: int, streams: Streams, parameters: Parameters | None = None
) -> Population:
    """Found the town: ``n`` voters (at least one per persona), the personas first, with the values their author gave.

    The author's means of concerns, turnout and trust and the rates of signals are met almost exactly, because each is
    shifted or cut at the value that gives it; only single draws differ between seeds.
    """
    n = max(n, len(personas), 1)
    return _Settler(town, tuple(personas), n, streams, parameters or Parameters()).population()


def _settle_mean(values: Floats, mean: float, low: float = 0.0, high: float = 1.0) -> Floats:
    """Shift ``values`` inside their limits until their mean is the author's; a few rounds suffice."""
    for _ in range(4):
        values += np.float32(mean - exact_mean(values))
        np.clip(values, low, high, out=values)
    return values


def _quantile(values: Floats, share: float) -> np.float32:
    """Return the value that ``share`` of all lie below, as one of the values."""
    k = min(values.size - 1, max(0, int(values.size * share)))
    return np.float32(np.partition(values, k)[k])


class _Settler:
    """Works out one property after the other; later ones lean on earlier ones."""

    def __init__(self, town: Town, personas: tuple[Persona, ...], n: int, streams: Streams, p: Parameters) -> None:
        self.town, self.personas, self.n, self.streams, self.p = town, personas, n, streams, p
        self.district = self._districts()
        self.x0 = self._stances()
        self.ring = self._ring()
        if n > LOT:
            self._renumber()
        self.stance: Floats = self.x0 / np.float32(p.stance_spread)
        self.age, self.band = self._ages()
        self.youth: Floats = np.clip((np.float32(48) - self.age.astype(np.float32)) / np.float32(18), -2.0, 2.0)
        self.anxiety = np.clip(self._bell("anxiety", sd=p.anxiety_spread) + _MIDDLE, 0.0, 1.0)
        self._author(self.anxiety, [q.anxiety for q in personas])
        self.concerns = self._concerns()

    def population(self) -> Population:
        """Put the town together."""
        n, town, p = self.n, self.town, self.p
        c0 = np.abs(self.x0) * np.float32(p.certainty_stance)
        c0 += self._bell("certainty", sd=p.certainty_spread)
        c0 += np.float32(p.certainty_floor)
        np.clip(c0, 0.0, 1.0, out=c0)
        self._author(c0, [q.certainty for q in self.personas])
        trust = _settle_mean(self._bell("trust", sd=p.trust_spread), town.trust)
        self._author(trust, [q.trust for q in self.personas])
        p0 = self._turnout(c0)
        traces = self._traces(p0)
        use = self._bell("use", sd=p.use_spread)
        use += np.asarray([p.use_18, p.use_30, p.use_45, p.use_65], np.float32)[self.band]
        np.clip(use, 0.05, 0.98, out=use)
        self._author(use, [1.0] * len(self.personas))
        del self.youth, self.stance
        ties = self._ties()
        m0 = np.zeros(n, np.float32)
        for k in range(TIES):
            m0 += self.x0[ties[k]]
        m0 /= np.float32(TIES)
        guess = self._bell("profile", sd=p.profile_spread)
        guess += self.x0 * np.float32(p.profile_known)
        a0 = self.anxiety * np.float32(p.reactivity_anxiety)
        a0 += np.float32(p.reactivity_floor)
        a0 *= use
        a0 *= np.float32(p.arousal_start)
        return Population(
            n=n,
            weight=town.voters / n,
            districts=len(town.districts),
            age=self.age,
            band=self.band,
            district=self.district,
            anxiety=self.anxiety,
            concerns=self.concerns,
            traces=traces,
            ties=ties,
            use=use,
            x0=self.x0,
            c0=c0,
            T0=trust,
            p0=p0,
            a0=np.clip(a0, 0.0, 1.0, out=a0),
            m0=m0,
            P0=np.clip(guess, -1.0, 1.0, out=guess),
            trust0=self._campaign_trust(),
            high=np.asarray([_quantile(row, 2 / 3) for row in self.concerns], np.float32),
            low=np.asarray([_quantile(row, 1 / 5) for row in self.concerns], np.float32),
        )

    def _bell(self, *keys: int | str, sd: float = 1.0) -> Floats:
        values = self.streams.normals("population", *keys, n=self.n)
        if sd != 1.0:
            values *= np.float32(sd)
        return values

    @staticmethod
    def _author(values: Floats, authored: Sequence[float]) -> None:
        values[: len(authored)] = authored

    def _districts(self) -> npt.NDArray[np.int16]:
        """Give each district its share of voters (largest remainder), in random order over the town."""
        shares = [max(0.0, d.voters) for d in self.town.districts]
        total = sum(shares) or 1.0
        exact = [self.n * share / total for share in shares]
        counts = [int(e) for e in exact]
        by_rest = sorted(range(len(counts)), key=lambda k: (counts[k] - exact[k], k))
        for k in range(self.n - sum(counts)):
            counts[by_rest[k % len(counts)]] += 1
        homes = np.repeat(np.arange(len(counts), dtype=np.int16), counts)
        homes = homes[self.streams.order("population", "homes", n=self.n)]
        ids = [d.id for d in self.town.districts]
        for voter, persona in enumerate(self.personas):
            homes[voter] = ids.index(persona.district) if persona.district in ids else homes[voter]
        return homes

    def _ages(self) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.int8]]:
        young = np.asarray([d.young for d in self.town.districts], np.float32)[self.district]
        u = self.streams.uniforms("population", "band", n=self.n)
        older = u >= young
        u -= young
        u /= np.maximum(np.float32(1) - young, np.float32(1e-3))
        band = older.astype(np.int8)
        band += (u >= np.float32(self.p.share_30)) & older
        band += (u >= np.float32(self.p.share_30 + self.p.share_45)) & older
        within = self.streams.uniforms("population", "age", n=self.n)
        within *= np.asarray(_BAND_SPANS, np.float32)[band]
        age = np.asarray(_BAND_STARTS, np.int16)[band]
        age += within.astype(np.int16)
        band[: len(self.personas)] = 0
        age[: len(self.personas)] = [q.age for q in self.personas]
        return age, band

    def _stances(self) -> Floats:
        lean = np.asarray([d.lean for d in self.town.districts], np.float32)
        mood = np.float32(self.p.town_mood * self.streams.bell("population", "mood"))
        x0 = self._bell("stance", sd=self.p.stance_spread)
        x0 += (lean + mood)[self.district]
        np.clip(x0, -1.0, 1.0, out=x0)
        self._author(x0, [q.stance for q in self.personas])
        return x0

    def _concerns(self) -> Floats:
        p = self.p
        worry = (self.anxiety - _MIDDLE) / np.float32(p.anxiety_spread)
        rows = np.empty((len(self.town.concerns), self.n), np.float32)
        for row, concern in zip(rows, self.town.concerns, strict=True):
            row[:] = self._bell("concern", concern.id, sd=p.concern_spread)
            for values, weight in ((self.stance, concern.lean), (self.youth, concern.young), (worry, concern.worry)):
                if weight:
                    row += values * np.float32(p.concern_link * weight)
            _settle_mean(row, concern.mean)
            self._author(row, [q.concerns.get(concern.id, float(row[k])) for k, q in enumerate(self.personas)])
        return rows

    def _turnout(self, c0: Floats) -> Floats:
        """Return the chance of voting: it grows with age and with certainty."""
        p = self.p
        p0 = self._bell("turnout", sd=p.turnout_spread)
        p0 += np.asarray([p.turnout_18, p.turnout_30, p.turnout_45, p.turnout_65], np.float32)[self.band]
        p0 += c0 * np.float32(p.turnout_certainty)
        _settle_mean(p0, self.town.turnout, 0.03, 0.97)
        self._author(p0, [q.turnout for q in self.personas])
        return p0

    def _traces(self, p0: Floats) -> Bools:
        keen = (p0 - np.float32(self.town.turnout)) / _TURNOUT_SD
        rows = np.empty((len(self.town.signals), self.n), np.bool_)
        for row, signal in zip(rows, self.town.signals, strict=True):
            self._leave(row, signal, keen)
            row[: len(self.personas)] = [signal.id in q.signals for q in self.personas]
        return rows

    def _leave(self, leaves: Bools, signal: Signal, keen: Floats) -> None:
        """Mark who leaves the trace: the highest ``rate`` of a score, so that the author's rate is met."""
        holders = round(signal.rate * self.n)
        if holders <= 0:
            leaves[:] = False
            return
        unit = np.float32(self.p.trace_loading)
        score = self._bell("trace", signal.id)
        for concern, row in zip(self.town.concerns, self.concerns, strict=True):
            weight = signal.concerns.get(concern.id, 0)
            if weight:
                score += (row - np.float32(exact_mean(row))) * (unit * np.float32(weight) / _CONCERN_SD)
        for values, step in ((self.stance, signal.lean), (self.youth, signal.young), (keen, signal.turnout)):
            if step:
                score += values * (unit * np.float32(step))
        edge = np.partition(score, self.n - min(holders, self.n))[self.n - min(holders, self.n)]
        np.greater_equal(score, edge, out=leaves)

    def _ring(self) -> npt.NDArray[np.int32]:
        """Return everybody in the order of a ring by district and milieu.

        The milieu is partly stance, so friends think alike: corr(x_i, x_j) of about 0.4.
        """
        hom = self.p.homophily
        milieu = self._bell("milieu", sd=1.0 - hom * hom / (1.0 + hom * hom))
        milieu += self.x0 * np.float32(hom / self.p.stance_spread)
        milieu += self.district * np.float32(16)
        return np.argsort(milieu, kind="stable").astype(np.int32)

    def _renumber(self) -> None:
        """Give voters of a large town numbers by milieu, in lots with a random order inside; personas stay first.

        Friends then stand near each other in memory, which is what a night of a million voters waits for. A town that
        fits in one lot keeps its numbers.
        """
        words = self.streams.words("population", "numbers", n=self.n)
        order = self.ring[self.ring >= len(self.personas)]
        for first in range(0, order.size, LOT):
            lot = order[first : first + LOT]
            order[first : first + LOT] = lot[np.argsort(words[first : first + lot.size], kind="stable")]
        del words
        order = np.concatenate([np.arange(len(self.personas), dtype=np.int32), order])
        number = np.empty(self.n, np.int32)
        number[order] = np.arange(self.n, dtype=np.int32)
        self.district, self.x0, self.ring = self.district[order], self.x0[order], number[self.ring]

    def _ties(self) -> npt.NDArray[np.int32]:
        """Return twelve friends each: neighbours on the ring, some of them rewired to anybody."""
        n, ring = self.n, self.ring
        ties = np.empty((TIES, n), dtype=np.int32)
        everybody = np.arange(n, dtype=np.int32)
        for k in range(TIES):
            step = k // 2 + 1
            ties[k, ring] = np.roll(ring, step if k % 2 == 0 else -step)
            rewired = self.streams.lanes("ties", "rewire", k, n=n) < round(self.p.rewired * LANE_LEVELS)
            anybody = self.streams.below("ties", "whom", k, n=n, of=n)
            oneself = np.flatnonzero(anybody == everybody)
            anybody[oneself] = (anybody[oneself] + 1) % n
            np.copyto(ties[k], anybody, where=rewired)
        return ties

    def _campaign_trust(self) -> Floats:
        """Return trust in each campaign, [2, N]: more in the one whose side one leans to."""
        p = self.p
        trust = np.empty((2, self.n), np.float32)
        for side in (FOR, AGAINST):
            trust[side] = self._bell("campaign-trust", side, sd=p.campaign_trust_spread)
            trust[side] += self.x0 * np.float32(p.campaign_trust_side * SIGN[side])
        trust += np.float32(p.campaign_trust)
        return np.clip(trust, 0.02, 0.98, out=trust)
