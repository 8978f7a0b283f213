"""``persuadable``: the game in its window; without a display, one line and the demonstration."""

from __future__ import annotations

import argparse
import sys

from game import settings
from game.i18n import _
from game.screens.lobby import Lobby

DEMONSTRATION = ["demo", "tram-vote"]
"""What is played in words where there is no window."""


def run(arguments: argparse.Namespace) -> int:
    """Open the window and play until it closes."""
    from game.screens.start import play

    for folder in arguments.scenarios:
        if not folder.is_dir():
            from game.cli import refuse

            return refuse(f"no such scenario folder: {folder}")
    chosen, notices = settings.load()
    lobby = Lobby(chosen, ephemeral=arguments.ephemeral, extra=tuple(arguments.scenarios))
    reason = play(
        lobby, notices=notices, campaign=getattr(arguments, "campaign", None), full_screen=arguments.full_screen
    )
    if reason is None:
        return 0
    print(_("No display here ({reason}): the demonstration follows in words.").format(reason=reason), file=sys.stderr)  # noqa: T201  # because printing is what a command line does
    from game.cli import demo
    from game.cli.arguments import parse

    words = [*DEMONSTRATION, *(["--lang", arguments.lang] if arguments.lang else [])]
    stand_in = parse(words)
    if isinstance(stand_in, int):
        return stand_in
    return demo.run(stand_in)
