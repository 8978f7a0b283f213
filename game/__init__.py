"""Persuadable: run the campaign, then meet it in your own feed."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("persuadable")
except PackageNotFoundError:  # a checkout that was never installed
    __version__ = "0.0.0"
