"""The title in a window, watched: a child process of ``persuadable bench interface``.

``python -m game.cli.bench_title [SECONDS]`` plays as ``persuadable`` does and tells the processor time at the first
frame. Without SECONDS it ends there; with them it waits on the title until all is quiet and tells as JSON what share of a
core the waiting takes.
"""

from __future__ import annotations

import json
import os
import sys
import time
from threading import Thread
from threading import enumerate as enumerate_threads
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.lobby import Lobby
    from game.ui import App

SETTLE = 4.0
"""Seconds until what follows the first frame (sound, voice, screen readers) is over, once the scenarios are read."""


def main(words: list[str]) -> int:
    """Play, and watch."""
    from game.screens import start

    make = start.make_app

    def watched(lobby: Lobby) -> App:
        app = make(lobby)
        usual = app.on_shown
        app.on_shown = lambda: _shown(app, words, usual)
        return app

    start.make_app = watched
    from game.cli import run

    return run(["play", "--ephemeral", "--lang", "en"])


def _shown(app: App, words: list[str], usual: Callable[[], object] | None) -> None:
    """The first frame is on screen; what the game itself does then comes after the measuring."""
    app.on_shown = None
    processor = time.process_time()
    tree = app.semantics()
    focusable = any("focused" in node.states for node in tree.walk())
    if not (focusable and type(app.screen).__name__ == "Title"):
        sys.stderr.write(f"the first page is not the title with something in focus:\n{app.as_text()}\n")
        _leave(1)
    if not words:
        sys.stdout.write(f"{processor}\n")
        _leave(0)
    if usual is not None:
        usual()
    Thread(target=_watch, args=(float(words[0]),), daemon=True).start()


def _watch(seconds: float) -> None:
    """See what waiting costs."""
    from game.screens.reading import THREAD
    from game.ui.window import driver

    for each in enumerate_threads():
        if each.name == THREAD:
            each.join()
    time.sleep(SETTLE)
    began, processor = time.perf_counter(), time.process_time()
    time.sleep(seconds)
    share = (time.process_time() - processor) / (time.perf_counter() - began)
    sys.stdout.write(json.dumps({"share": share, "driver": driver()}) + "\n")
    _leave(0)


def _leave(code: int) -> None:
    """End at once: closing down is no part of what is measured."""
    sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
