"""The luck of ads: one die per voter and night, turned for each ad by a key of its own.

A voter's 32 random bits of the night are mixed with a key made of the ad's id (the finaliser of MurmurHash3: shifts,
exclusive or and products modulo 2**32, the same on every machine). So only those whom an ad can reach are drawn for, and
no ad knows of any other.
"""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from game.electorate.chance import Streams

Bits = npt.NDArray[np.uint32]


def dice(night: int, n: int, streams: Streams) -> Bits:
    """Return 32 random bits for each of ``n`` voters on one night."""
    words = streams.words("ads", night, n=(n + 1) // 2)
    return words.astype("<u8", copy=False).view("<u4")[:n].astype(np.uint32, copy=False)


def turned(dice: Bits, night: int, ad: str, streams: Streams) -> Bits:
    """Return the bits of some voters for one ad, in a new array."""
    name = f"{streams.seed}|{night}|{ad}".encode()
    key = int.from_bytes(blake2b(name, digest_size=4).digest(), "little")
    bits: Bits = dice ^ np.uint32(key)
    bits ^= bits >> np.uint32(16)
    bits *= np.uint32(0x85EBCA6B)
    bits ^= bits >> np.uint32(13)
    bits *= np.uint32(0xC2B2AE35)
    bits ^= bits >> np.uint32(16)
    return bits


def taken(bits: Bits) -> npt.NDArray[np.uint16]:
    """Return the lane that decides whether an ad takes a voter, 0…65535."""
    return (bits >> np.uint32(16)).astype(np.uint16)


def clicks(bits: Bits) -> npt.NDArray[np.uint16]:
    """Return the lane that decides whether a voter clicks, 0…65535."""
    return bits.astype(np.uint16)
