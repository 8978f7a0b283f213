"""Keyed random streams: the same question always gets the same dice.

A draw is named by its purpose and keys (day, ad, voter), never by how many draws came before it. A counterfactual that
leaves out one ad therefore shares all other luck with the original run. Only ``random_raw`` of PCG64 is used, which numpy
promises to keep stable; everything else is made from its 16-bit lanes by exact arithmetic.
"""

from __future__ import annotations

import math
import sys
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

LANE_LEVELS = 65536
"""A lane is a whole number from 0 to this, exclusive."""
_SQRT3 = math.sqrt(3.0)


class Streams:
    """All luck of one run.

    Args:
        seed: any whole number; two runs with equal seeds share every draw.
    """

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def words(self, purpose: str, *keys: int | str, n: int) -> npt.NDArray[np.uint64]:
        """Return ``n`` words of 64 random bits for this purpose and these keys."""
        name = "|".join([str(self.seed), purpose, *(f"{type(key).__name__[0]}{key}" for key in keys)])
        entropy = int.from_bytes(blake2b(name.encode(), digest_size=16).digest(), "little")
        raw = np.random.PCG64(np.random.SeedSequence(entropy)).random_raw(max(n, 1))
        return np.asarray(raw, dtype=np.uint64)[:n]

    def lanes(self, purpose: str, *keys: int | str, n: int) -> npt.NDArray[np.uint16]:
        """Return ``n`` whole numbers from 0 to 65535, each level equally likely."""
        words = self.words(purpose, *keys, n=(n + 3) // 4)
        if sys.byteorder == "big":
            words = words.byteswap()
        return words.view("<u2")[:n].astype(np.uint16, copy=False)

    def uniforms(self, purpose: str, *keys: int | str, n: int) -> npt.NDArray[np.float32]:
        """Return ``n`` numbers in [0, 1), multiples of 2**-16."""
        out = self.lanes(purpose, *keys, n=n).astype(np.float32)
        out *= np.float32(1.0 / LANE_LEVELS)
        return out

    def normals(self, purpose: str, *keys: int | str, n: int) -> npt.NDArray[np.float32]:
        """Return ``n`` bell-shaped numbers, mean 0, standard deviation 1, never beyond 3.5: the sum of four lanes."""
        four = self.lanes(purpose, *keys, n=4 * n).reshape(4, n).astype(np.float32)
        out: npt.NDArray[np.float32] = four[0] + four[1] + four[2] + four[3]
        out -= np.float32(2.0 * (LANE_LEVELS - 1))
        out *= np.float32(_SQRT3 / LANE_LEVELS)
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
        return np.argsort(self.words(purpose, *keys, n=n), kind="stable").astype(np.int64)


def exact_mean(values: npt.NDArray[np.float32]) -> float:
    """Return the mean of ``values`` through whole numbers of 2**-20, so that no order of adding can change it.

    An empty array has mean 0: callers ask about groups that may be empty.
    """
    if values.size == 0:
        return 0.0
    return int(np.sum(np.rint(values * np.float32(1048576.0)).astype(np.int64))) / (1048576.0 * values.size)
