"""Memory beside the pages: what stays is not searched for garbage, what is over goes back to the system."""

from __future__ import annotations

import gc
import sys
from functools import lru_cache
from typing import Any


def settle() -> None:
    """What is in memory now is going to stay: the collector of garbage shall not walk through it again and again.

    It stops the game for 60 ms each time that it does, in the middle of a motion. Called when the scenarios are read
    and when a run begins.
    """
    gc.unfreeze()  # what a run left behind that is over
    gc.collect()
    gc.freeze()
    give_back()


def give_back() -> None:
    """Give the system back what pages before needed; takes up to 5 ms. Where its library does so by itself: nothing.

    Between the small things that stay, the large pictures that pages draw and drop leave gaps: 40 MB in a run.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


@lru_cache(maxsize=1)
def _trim() -> Any:
    """The function of the GNU library that does it, if this is the library here."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes  # the title needs neither this nor what it does

    return getattr(ctypes.CDLL(None), "malloc_trim", None)
