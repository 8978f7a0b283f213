"""Who lives in the town: voters made from the author's districts, concerns and signals, and what is on their minds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
import numpy.typing as npt

from game.electorate.chance import Streams, exact_mean
from game.electorate.parameters import Parameters
from game.scenario.model import Persona, SideId, Signal, Town

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
FOR, AGAINST = 0, 1
SIGN = (1.0, -1.0)
"""Direction of a side on the stance axis, by side index."""
TIES = 12
"""Friends whose posts a voter sees; a fixed number keeps them one array."""
_BAND_STARTS = (18, 30, 45, 65)
_BAND_SPANS = (12, 15, 20, 24)
_OLDER_SHARES = (0.27, 0.64)
_TURNOUT_BY_BAND = (-0.13, -0.02, 0.05, 0.08)
_USE_BY_BAND = (0.82, 0.68, 0.5, 0.32)


def side_index(side: SideId) -> int:
    """Return the index of a side: 0 for ``for``, 1 for ``against``."""
    return FOR if side == "for" else AGAINST


@dataclass(eq=False)
class Mind:
    """What changes from night to night; all arrays are float32 over N voters unless said otherwise.

    ``x`` stance -1…1, ``c`` certainty 0…1, ``T`` trust in each other and the vote 0…1, ``a`` arousal 0…1, ``m`` perceived
    majority -1…1, ``P`` what the platform takes a voter's side to be -1…1, ``s`` ads remembered, ``h`` shift of turnout
    (probability), ``x0`` and ``T0`` what stance and trust return to, ``trust`` [2, N] trust in each campaign 0…1,
    ``told`` u32 what somebody has heard how often (two bits for each side and subject, see ``ads.falsehood``).
    """

    x: Floats
    c: Floats
    T: Floats
    a: Floats
    m: Floats
    P: Floats
    s: Floats
    h: Floats
    x0: Floats
    T0: Floats
    trust: Floats
    told: npt.NDArray[np.uint32]

    def copy(self) -> Mind:
        """Return an independent copy."""
        return Mind(*(getattr(self, item.name).copy() for item in fields(self)))


@dataclass(frozen=True, eq=False)
class Population:
    """What does not change: N voters, each standing for ``weight`` people.

    ``age`` years i16 [N], ``band`` index into ``AGE_BANDS`` i8 [N], ``district`` i16 [N], ``anxiety`` 0…1, ``concerns``
    [C, N] 0…1, ``traces`` bool [S, N], ``ties`` i32 [12, N] voters whose posts one sees, ``use`` chance of an evening on
    the phone, ``x0 c0 T0 p0 a0`` stance, certainty, trust, turnout probability and arousal at the start, ``m0`` perceived
    majority, ``P0`` the platform's guess, ``trust0`` [2, N], ``high`` [C] where the town's upper third of each
    concern begins, ``low`` [C] where its lowest fifth ends.
    """

    n: int
    weight: float
    districts: int
    age: npt.NDArray[np.int16]
    band: npt.NDArray[np.int8]
    district: npt.NDArray[np.int16]
    anxiety: Floats
    concerns: Floats
    traces: Bools
    ties: npt.NDArray[np.int32]
    use: Floats
    x0: Floats
    c0: Floats
    T0: Floats
    p0: Floats
    a0: Floats
    m0: Floats
    P0: Floats
    trust0: Floats
    high: Floats
    low: Floats

    @cached_property
    def paths(self) -> npt.NDArray[np.intp]:
        """The ties once more, as the processor's own index type: quicker to follow, twice the room."""
        return self.ties.astype(np.intp)

    def start(self) -> Mind:
        """Return everybody's mind on the first morning."""
        zero = np.zeros(self.n, dtype=np.float32)
        return Mind(
            x=self.x0.copy(),
            c=self.c0.copy(),
            T=self.T0.copy(),
            a=self.a0.copy(),
            m=self.m0.copy(),
            P=self.P0.copy(),
            s=zero.copy(),
            h=zero,
            x0=self.x0.copy(),
            T0=self.T0.copy(),
            trust=self.trust0.copy(),
            told=np.zeros(self.n, dtype=np.uint32),
        )


def found(
    town: Town, personas: Sequence[Persona], n: int, streams: Streams, parameters: Parameters | None = None
) -> Population:
    """Found the town: ``n`` voters (at least one per persona), the personas first, with the values their author gave.

    The author's means of concerns, turnout and trust and the rates of signals are met almost exactly, because each is
    shifted or cut at the value that gives it; only single draws differ between seeds.
    """
    p = parameters or Parameters()
    n = max(n, len(personas), 1)
    settler = _Settler(town, tuple(personas), n, streams, p)
    return settler.population()


def unit_interval(values: Floats) -> Floats:
    """Clip to 0…1 in place and return the array."""
    return np.clip(values, 0.0, 1.0, out=values)


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
        self.age, self.band = self._ages()
        self.youth: Floats = np.clip((np.float32(48) - self.age.astype(np.float32)) / np.float32(18), -2.0, 2.0)
        self.x0 = self._stances()
        self.stance: Floats = self.x0 / np.float32(p.stance_spread)
        self.anxiety = unit_interval(self._bell("anxiety") * np.float32(0.2) + np.float32(0.5))
        self._author(self.anxiety, [q.anxiety for q in personas])
        self.concerns = self._concerns()

    def population(self) -> Population:
        """Put the town together."""
        n, town = self.n, self.town
        c0 = unit_interval(
            self._bell("certainty") * np.float32(0.15) + (np.abs(self.x0) * np.float32(0.4) + np.float32(0.3))
        )
        self._author(c0, [q.certainty for q in self.personas])
        trust = _settle_mean(self._bell("trust") * np.float32(0.15) + np.float32(town.trust), town.trust)
        self._author(trust, [q.trust for q in self.personas])
        p0 = self._bell("turnout") * np.float32(0.1) + np.asarray(_TURNOUT_BY_BAND, np.float32)[self.band]
        p0 += np.float32(town.turnout) + (c0 - np.float32(0.45)) * np.float32(0.3)
        p0 = _settle_mean(p0, town.turnout, 0.03, 0.97)
        self._author(p0, [q.turnout for q in self.personas])
        use = self._bell("use") * np.float32(0.12) + np.asarray(_USE_BY_BAND, np.float32)[self.band]
        use = np.clip(use, 0.05, 0.98)
        self._author(use, [1.0] * len(self.personas))
        ties = self._ties()
        m0 = np.zeros(n, np.float32)
        for k in range(TIES):
            m0 += self.x0[ties[k]]
        m0 /= np.float32(TIES)
        trust0 = np.stack([self._campaign_trust(side) for side in (FOR, AGAINST)])
        guess = np.clip(self.x0 * np.float32(0.5) + self._bell("profile") * np.float32(0.25), -1.0, 1.0)
        return Population(
            n=n,
            weight=town.voters / n,
            districts=len(town.districts),
            age=self.age,
            band=self.band,
            district=self.district,
            anxiety=self.anxiety,
            concerns=self.concerns,
            traces=self._traces(p0),
            ties=ties,
            use=use,
            x0=self.x0,
            c0=c0,
            T0=trust,
            p0=p0,
            a0=use * (np.float32(0.4) + np.float32(1.2) * self.anxiety) * np.float32(0.5),
            m0=m0,
            P0=guess,
            trust0=trust0,
            high=np.asarray([_quantile(row, 2 / 3) for row in self.concerns], np.float32),
            low=np.asarray([_quantile(row, 1 / 5) for row in self.concerns], np.float32),
        )

    def _bell(self, *keys: int | str) -> Floats:
        return self.streams.normals("population", *keys, n=self.n)

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
        rest = (u - young) / np.maximum(np.float32(1) - young, np.float32(1e-3))
        band = (u >= young).astype(np.int8)
        band += (rest >= np.float32(_OLDER_SHARES[0])) & (u >= young)
        band += (rest >= np.float32(_OLDER_SHARES[1])) & (u >= young)
        within = self.streams.uniforms("population", "age", n=self.n) * np.asarray(_BAND_SPANS, np.float32)[band]
        age = np.asarray(_BAND_STARTS, np.int16)[band] + within.astype(np.int16)
        band[: len(self.personas)] = 0
        age[: len(self.personas)] = [q.age for q in self.personas]
        return age, band

    def _stances(self) -> Floats:
        lean = np.asarray([d.lean for d in self.town.districts], np.float32)[self.district]
        mood = np.float32(self.p.town_mood * self.streams.bell("population", "mood"))
        x0: Floats = np.clip(self._bell("stance") * np.float32(self.p.stance_spread) + (lean + mood), -1.0, 1.0)
        self._author(x0, [q.stance for q in self.personas])
        return x0

    def _concerns(self) -> Floats:
        worry = (self.anxiety - np.float32(0.5)) / np.float32(0.2)
        rows = []
        for concern in self.town.concerns:
            row = self._bell("concern", concern.id) * np.float32(0.16)
            row += self.stance * np.float32(0.12 * concern.lean)
            row += self.youth * np.float32(0.12 * concern.young)
            row += worry * np.float32(0.12 * concern.worry)
            row = _settle_mean(row + np.float32(concern.mean), concern.mean)
            self._author(row, [q.concerns.get(concern.id, float(row[k])) for k, q in enumerate(self.personas)])
            rows.append(row)
        return np.stack(rows)

    def _traces(self, p0: Floats) -> Bools:
        keen = (p0 - np.float32(self.town.turnout)) / np.float32(0.15)
        ids = [concern.id for concern in self.town.concerns]
        cares = [(row - np.float32(exact_mean(row))) / np.float32(0.17) for row in self.concerns]
        rows = []
        for signal in self.town.signals:
            row = self._signal(signal, dict(zip(ids, cares, strict=True)), keen)
            row[: len(self.personas)] = [signal.id in q.signals for q in self.personas]
            rows.append(row)
        return np.stack(rows)

    def _signal(self, signal: Signal, cares: dict[str, Floats], keen: Floats) -> Bools:
        """Return who leaves the trace: the highest ``rate`` of a score, so that the author's rate is met."""
        unit = np.float32(self.p.trace_loading)
        score = self._bell("trace", signal.id)
        for concern, weight in signal.concerns.items():
            if concern in cares:
                score += cares[concern] * (unit * np.float32(weight))
        score += self.stance * (unit * np.float32(signal.lean))
        score += self.youth * (unit * np.float32(signal.young))
        score += keen * (unit * np.float32(signal.turnout))
        holders = round(signal.rate * self.n)
        if holders <= 0:
            return np.zeros(self.n, dtype=np.bool_)
        edge = np.partition(score, self.n - holders)[self.n - holders]
        leaves: Bools = score >= edge
        return leaves

    def _ties(self) -> npt.NDArray[np.int32]:
        """Return twelve friends each: neighbours on a ring ordered by district and milieu, some of them rewired.

        The milieu is partly stance, so friends think alike: corr(x_i, x_j) of about 0.4.
        """
        n, hom = self.n, self.p.homophily
        milieu = self.stance * np.float32(hom) + self._bell("milieu") * np.float32(1.0 - hom * hom / (1.0 + hom * hom))
        milieu += self.district.astype(np.float32) * np.float32(16)
        ring = np.argsort(milieu, kind="stable").astype(np.int32)
        ties = np.empty((TIES, n), dtype=np.int32)
        for step in range(TIES // 2):
            ties[2 * step, ring] = np.roll(ring, step + 1)
            ties[2 * step + 1, ring] = np.roll(ring, -step - 1)
        rewire = self.streams.uniforms("ties", "rewire", n=TIES * n).reshape(TIES, n) < np.float32(self.p.rewired)
        anybody = (self.streams.words("ties", "whom", n=TIES * n) % np.uint64(n)).astype(np.int32).reshape(TIES, n)
        anybody = np.where(anybody == np.arange(n, dtype=np.int32), (anybody + 1) % n, anybody)
        np.copyto(ties, anybody, where=rewire)
        return ties

    def _campaign_trust(self, side: int) -> Floats:
        trust = self._bell("campaign-trust", side) * np.float32(0.08)
        trust += self.x0 * np.float32(0.2 * SIGN[side]) + np.float32(0.5)
        return np.clip(trust, 0.02, 0.98, out=trust)
