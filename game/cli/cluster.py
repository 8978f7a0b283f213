"""A Dask cluster as an executor for sweeps. Dask is an optional extra; nothing else in the game knows of it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from game import __version__
from game.i18n import _
from game.session.journal import ENGINE

PATIENCE = 5
"""Seconds to wait for a scheduler, and then for a worker."""


class ClusterError(Exception):
    """The cluster cannot be used; the message is one sentence for the terminal."""


@dataclass(frozen=True)
class Cluster:
    """A cluster that is there: an executor that survives workers that die, and how many runs it can play at once."""

    executor: Executor
    threads: int


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """Use the cluster whose scheduler listens at ``address``, such as ``tcp://10.0.0.5:8786``.

    Raises:
        ClusterError: Dask is not installed, nobody answers there, no worker is there, its workers have another version
            of the game, or the cluster goes away before the end.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise ClusterError(_("--dask needs Dask: install persuadable[dask]")) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it has to say is said here in one line
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError, ImportError) as error:
        raise ClusterError(_("no Dask scheduler answers at {address}").format(address=address)) from error
    try:
        with client:
            _check_workers(client, address)
            with client.get_executor(retries=3) as executor:
                yield Cluster(executor, sum(client.nthreads().values()))
    except (OSError, CancelledError, distributed.KilledWorker) as error:
        raise ClusterError(_("the Dask cluster at {address} went away").format(address=address)) from error


def _check_workers(client: Any, address: str) -> None:
    """Is a worker there, and do all have this game in this version?"""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        raise ClusterError(_("the Dask cluster at {address} has no worker").format(address=address)) from None
    try:
        there = set(client.run(version).values())
    except (ImportError, AttributeError):
        there = set()
    if there != {version()}:
        raise ClusterError(
            _("the workers of the Dask cluster at {address} need persuadable {version} installed").format(
                address=address, version=__version__
            )
        )


def version() -> str:
    """Version of the game and of its rules, where this is called."""
    return f"{__version__} {ENGINE}"
