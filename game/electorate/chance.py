"""Keyed random streams: the same question always gets the same dice.

A draw is named by its purpose and keys (day, ad, voter), never by how many draws came before it. A counterfactual that
leaves out one ad therefore shares all other luck with the original run. A digest of the name is the state in which PCG64
starts; only its ``random_raw`` is used, which numpy promises to keep stable; everything else is made from its 16-bit lanes
by exact arithmetic.
"""

from __future__ import annotations

import math
import sys
import threading
from collections.abc import Iterator
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

LANE_LEVELS = 65536
"""A lane is a whole number from 0 to this, exclusive."""
_SQRT3 = math.sqrt(3.0)
_BLOCK = 16384
"""Words made at a time where only something made of them is kept; it changes no draw."""
_LOW, _HIGH = np.uint64(0x0000_FFFF_0000_FFFF), np.uint64(0xFFFF_FFFF)


class _Source(threading.local):
    """One generator per thread; it is set to the state of a draw before each draw, which is quicker than making one."""

    def __init__(self) -> None:
        self.generator = np.random.PCG64(0)


_SOURCE = _Source()


class Streams:
    """All luck of one run.

    Args:
        seed: any whole number; two runs with equal seeds share every draw.
    """

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def _source(self, purpose: str, keys: tuple[int | str, ...]) -> np.random.PCG64:
        """Return this thread's generator, set to where the draw starts: state and increment out of one digest."""
        name = "|".join([str(self.seed), purpose, *(f"{type(key).__name__[0]}{key}" for key in keys)])
        digest = blake2b(name.encode(), digest_size=32).digest()
        start, step = int.from_bytes(digest[:16], "little"), int.from_bytes(digest[16:], "little")
        generator = _SOURCE.generator
        generator.state = {
            "bit_generator": "PCG64",
            "state": {"state": start, "inc": step | 1},
            "has_uint32": 0,
            "uinteger": 0,
        }
        return generator

    def words(self, purpose: str, *keys: int | str, n: int) -> npt.NDArray[np.uint64]:
        """Return ``n`` words of 64 random bits for this purpose and these keys."""
        raw: npt.NDArray[np.uint64] = self._source(purpose, keys).random_raw(max(n, 1))
        return raw if n else raw[:0]

    def _blocks(
        self, purpose: str, keys: tuple[int | str, ...], n: int
    ) -> Iterator[tuple[slice, npt.NDArray[np.uint64]]]:
        """Yield the ``n`` words of :meth:`words` block by block, so that they never lie in memory together.

        No other draw may be made in between: a thread has one generator.
        """
        generator = self._source(purpose, keys)
        for low in range(0, n, _BLOCK):
            high = min(low + _BLOCK, n)
            yield slice(low, high), generator.random_raw(high - low)

    def lanes(self, purpose: str, *keys: int | str, n: int) -> npt.NDArray[np.uint16]:
        """Return ``n`` whole numbers from 0 to 65535, each level equally likely."""
        words = self.words(purpose, *keys, n=(n + 3) // 4)
        if sys.byteorder == "big":
            words = words.byteswap()
        return words.view("<u2")[:n].astype(np.uint16, copy=False)

    def uniforms(self, purpose: str, *keys: int | str, n: int) -> npt.NDArray[np.float32]:
        """Return ``n`` numbers in [0, 1), multiples of 2**-16."""
        return np.multiply(self.lanes(purpose, *keys, n=n), np.float32(1.0 / LANE_LEVELS), dtype=np.float32)

    def normals(self, purpose: str, *keys: int | str, n: int) -> npt.NDArray[np.float32]:
        """Return ``n`` bell-shaped numbers, mean 0, standard deviation 1, never beyond 3.5: each the sum of four lanes."""
        out = np.empty(n, np.float32)
        for part, words in self._blocks(purpose, keys, n):
            # Two lanes are added in each half of a word, then the halves.
            upper = words >> np.uint64(16)
            upper &= _LOW
            words &= _LOW
            words += upper
            np.right_shift(words, np.uint64(32), out=upper)
            words += upper
            words &= _HIGH
            out[part] = words
        out -= np.float32(2.0 * (LANE_LEVELS - 1))
        out *= np.float32(_SQRT3 / LANE_LEVELS)
        return out

    def below(self, purpose: str, *keys: int | str, n: int, of: int) -> npt.NDArray[np.int32]:
        """Return ``n`` whole numbers from 0 to ``of``, exclusive: the upper half of a word times ``of``, shifted back."""
        out = np.empty(n, np.int32)
        for part, words in self._blocks(purpose, keys, n):
            words >>= np.uint64(32)
            words *= np.uint64(of)
            words >>= np.uint64(32)
            out[part] = words
        return out

    def chance(self, purpose: str, *keys: int | str) -> float:
        """Return one number in [0, 1) with 53 bits, for a single decision such as a scandal."""
        return (int(self.words(purpose, *keys, n=1)[0]) >> 11) / 9007199254740992.0

    def bell(self, purpose: str, *keys: int | str) -> float:
        """Return one bell-shaped number, mean 0 and standard deviation 1."""
        return float(self.normals(purpose, *keys, n=1)[0])

    def sample(self, purpose: str, *keys: int | str, n: int, of: int) -> npt.NDArray[np.int32]:
        """Return ``n`` distinct numbers below ``of``, ascending; all of them when ``n`` is at least ``of``."""
        if n >= of:
            return np.arange(of, dtype=np.int32)
        if n <= 0:
            return np.zeros(0, dtype=np.int32)
        words = self.words(purpose, *keys, n=of)
        smallest = np.partition(words, n - 1)[n - 1]
        return np.flatnonzero(words <= smallest)[:n].astype(np.int32)

    def order(self, purpose: str, *keys: int | str, n: int) -> npt.NDArray[np.int64]:
        """Return a random order of ``0 … n-1``."""
        return np.argsort(self.words(purpose, *keys, n=n), kind="stable").astype(np.int64, copy=False)


def exact_mean(values: npt.NDArray[np.float32]) -> float:
    """Return the mean of ``values`` through whole numbers of 2**-20, so that no order of adding can change it.

    An empty array has mean 0: callers ask about groups that may be empty.
    """
    if values.size == 0:
        return 0.0
    flat, total = values.reshape(-1), 0
    for low in range(0, flat.size, _BLOCK):
        whole = flat[low : low + _BLOCK] * np.float32(1048576.0)
        total += int(np.sum(np.rint(whole, out=whole).astype(np.int64)))
    return total / (1048576.0 * values.size)
