"""The luck of ads: whom one is shown to, and who clicks on it.

Only those whom an ad can reach are asked. A voter's number is mixed with two keys out of a digest of seed, night and ad (the
finaliser of MurmurHash3: shifts, exclusive or and products modulo 2**32, the same on every machine), so no ad knows of any
other, and a voter's luck knows of no other voter.
"""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from game.electorate.chance import Streams

Bits = npt.NDArray[np.uint32]
_ODD = 0x9E3779B1


def bits(night: int, ad: str, voters: npt.NDArray[np.integer], streams: Streams) -> Bits:
    """Return 32 random bits for each of some voters and one ad on one night."""
    name = f"ads|{streams.seed}|{night}|{ad}".encode()
    keys = int.from_bytes(blake2b(name, digest_size=8).digest(), "little")
    out = voters.astype(np.uint32)
    out *= np.uint32(_ODD)
    out += np.uint32(keys >> 32)
    out ^= out >> np.uint32(16)
    out ^= np.uint32(keys & 0xFFFFFFFF)
    out *= np.uint32(0x85EBCA6B)
    out ^= out >> np.uint32(13)
    out *= np.uint32(0xC2B2AE35)
    out ^= out >> np.uint32(16)
    return out


def taken(bits: Bits) -> npt.NDArray[np.uint16]:
    """Return the lane that decides whether an ad takes a voter, 0…65535."""
    return (bits >> np.uint32(16)).astype(np.uint16)


def clicks(bits: Bits) -> npt.NDArray[np.uint16]:
    """Return the lane that decides whether a voter clicks, 0…65535."""
    return bits.astype(np.uint16)
