"""Persuadable: run the campaign, then meet it in your own feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    __version__: str


def __getattr__(name: str) -> str:
    """The version, looked up when it is asked for: reading what is installed would keep the title waiting."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("persuadable")
    except PackageNotFoundError:  # a checkout that was never installed
        return "0.0.0"
