"""``persuadable demo`` and ``replay``: a whole run without a window, told in words and, if wanted, drawn."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game import i18n
from game.cli import refuse
from game.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.cli.album import Album
    from game.players.play import Strategy
    from game.scenario.model import Scenario
    from game.session.codec import Command
    from game.session.session import Session


def run(arguments: argparse.Namespace) -> int:
    """Play or replay, print the transcript, write what was asked for."""
    if arguments.screens and arguments.out is None:
        return refuse("--screens needs --out DIR to draw into")
    if arguments.command == "replay":
        return _replay(arguments)
    found = chosen_scenario(arguments.scenario)
    if isinstance(found, int):
        return found
    if arguments.persona is not None and arguments.persona not in found.ids["personas"]:
        return refuse(f"no persona '{arguments.persona}'; choose from {', '.join(found.ids['personas'])}")
    session = new_session(found, arguments, arguments.seed)
    return _tell(session, arguments, strategy=arguments.strategy)


def chosen_scenario(name: str) -> Scenario | int:
    """The scenario of an id or path, or the exit code after saying why not."""
    from game.scenario import library
    from game.scenario.problems import errors, render

    loaded = library.find(name)
    if loaded is None:
        return refuse(f"no such scenario: {name}")
    if loaded.scenario is None:
        sys.stderr.write(render(errors(loaded.problems)))
        return 1
    return loaded.scenario


def new_session(scenario: Scenario, arguments: argparse.Namespace, seed: int) -> Session:
    """A fresh session as the command line asks for."""
    from game.session.session import Session
    from game.session.setup import usual

    setup = usual(
        scenario, side=arguments.side, seed=seed, days=arguments.days, voters=arguments.voters, rules=arguments.rules
    )
    return Session(scenario, setup)


def _replay(arguments: argparse.Namespace) -> int:
    from game.session.journal import read
    from game.session.session import Session

    try:
        reading = read(arguments.journal)
    except OSError as error:
        return refuse(f"{arguments.journal}: {error.strerror}")
    if reading.header is None:
        return refuse(f"{arguments.journal} is no journal of this game")
    found = chosen_scenario(reading.header.scenario)
    if isinstance(found, int):
        return found
    for notice in reading.notices:
        print(f"persuadable: {arguments.journal}: {notice.code} {notice.detail}", file=sys.stderr)  # noqa: T201  # because printing is what a command line does
    return _tell(Session(found, reading.header.settings), arguments, commands=reading.commands, strategy="honest")


def _tell(
    session: Session, arguments: argparse.Namespace, *, strategy: Strategy, commands: Iterable[Command] = ()
) -> int:
    """Play, tell every accepted command, close with the debrief; act II of a bare campaign is played by ``strategy``."""
    from game.cli.narrator import Narrator
    from game.players.play import play
    from game.session.session import Rejected

    album = _album(session, arguments)
    narrator = Narrator(session, i18n.localise(session.scenario), _line, album)
    narrator.opening()
    session.scribe = narrator
    for number, command in enumerate(commands, start=2):
        if isinstance(session.submit(command), Rejected):
            return refuse(f"{arguments.journal}: line {number} is refused by the rules: {type(command).__name__}")
    if session.phase != "debrief":
        play(session, strategy, persona=arguments.persona)
    narrator.closing()
    if arguments.out is not None:
        try:
            _write(session, arguments.out, narrator)
        except OSError as error:
            return refuse(f"cannot write to {arguments.out}: {error.strerror}")
    return 0


def _album(session: Session, arguments: argparse.Namespace) -> Album | None:
    if not arguments.screens:
        return None
    from game.cli.album import Album

    return Album(session, arguments.out / "screens", arguments.size)


def _line(text: str) -> None:
    sys.stdout.write(text + "\n")


def _write(session: Session, folder: Path, narrator: object) -> None:
    """``transcript.txt``, ``result.json`` and ``journal.jsonl`` in ``folder``; the journal holds act I only."""
    from game.cli.narrator import Narrator
    from game.session.saving import export_campaign

    assert isinstance(narrator, Narrator)  # noqa: S101  # because only _tell calls this
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "transcript.txt").write_text("\n".join(narrator.told) + "\n", encoding="utf-8", newline="\n")
    (folder / "result.json").write_text(json.dumps(narrator.result(), indent=2) + "\n", encoding="utf-8", newline="\n")
    export_campaign(session, folder / "journal.jsonl")
    print(_("Written to {folder}.").format(folder=folder), file=sys.stderr)  # noqa: T201  # because printing is what a command line does
