"""Runs on the disk: beginning, resuming, giving up, exporting a campaign and opening somebody else's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from game.campaign.commands import CampaignCommand
from game.scenario.model import Scenario
from game.session.codec import Command, encode
from game.session.fingerprint import fingerprint
from game.session.journal import ENGINE, Header, Journal, Notice, Reading, head, line, read, second
from game.session.replay import CannotReplayError, replay
from game.session.session import Session
from game.session.setup import Setup


@dataclass(frozen=True, eq=False)
class Resumed:
    """What came of opening a saved run: the session, if there is one, and what must be said."""

    session: Session | None
    notices: tuple[Notice, ...]


def begin(scenario: Scenario, setup: Setup, path: Path | None) -> Session:
    """Begin a run that is saved at ``path``; None keeps everything in memory (``--ephemeral``).

    A run that was saved there before is given up. If nothing can be written, play goes on; ``notices(session)`` says so.
    """
    session = Session(scenario, setup)
    if path is not None:
        _attach(session, path)
    return session


def notices(session: Session) -> tuple[Notice, ...]:
    """What must be said about saving since the run was opened; usually nothing."""
    return tuple(session.scribe.notices) if isinstance(session.scribe, Journal) else ()


def peek(path: Path) -> Header | None:
    """Which run is saved at ``path``, if it can be continued: for the title's *Continue*. Never raises."""
    try:
        reading = read(path)
    except OSError:
        return None
    return None if reading.ended else reading.header


def resume(path: Path, scenario: Scenario) -> Resumed:
    """Open the run saved at ``path`` exactly where it was left.

    What is damaged is kept aside under another name; the good part is played on with. A run of another scenario or engine
    is kept aside and not opened.
    """
    try:
        reading = read(path)
    except OSError as error:
        return Resumed(None, (Notice("unreadable", error.strerror or path.name),))
    refused = _refusal(reading, scenario)
    if refused is not None or reading.header is None:
        return Resumed(None, (*(refused or reading.notices), *_aside(path)))
    said = list(reading.notices)
    if reading.damaged:
        said += _aside(path, copy=True)
    feed, told = _feed_part(path, reading)
    said += told
    session, stopped = _replayed(scenario, reading.header.settings, (*reading.commands, *feed))
    if stopped is not None:
        said += [*_aside(path, copy=True), stopped]
    _attach(session, path, ended=reading.ended)
    return Resumed(session, (*said, *notices(session)))


def _refusal(reading: Reading, scenario: Scenario) -> tuple[Notice, ...] | None:
    """Why a journal cannot be opened with this scenario, or None."""
    header = reading.header
    if header is None:
        return reading.notices
    if header.scenario != scenario.id or header.settings.scenario_id != scenario.id:
        return (Notice("other-scenario", header.scenario),)
    if header.engine != ENGINE:  # first: another game reads other things of the same scenario
        return (Notice("other-engine", header.engine),)
    if header.fingerprint != fingerprint(scenario):
        return (Notice("changed-scenario", header.scenario),)
    return None


def _feed_part(path: Path, campaign: Reading) -> tuple[tuple[Command, ...], list[Notice]]:
    """Act II's commands. A damaged rest is dropped, not kept aside: nobody's evenings are to be kept."""
    if campaign.damaged or campaign.ended or not second(path).exists():
        return (), []
    try:
        reading = read(second(path))
    except OSError as error:
        return (), [Notice("unreadable", error.strerror or path.name)]
    if reading.header is None or reading.header.settings != (campaign.header and campaign.header.settings):
        return (), [Notice("feed-lost", second(path).name)]
    return reading.commands, list(reading.notices)


def _replayed(scenario: Scenario, setup: Setup, commands: tuple[Command, ...]) -> tuple[Session, Notice | None]:
    """The session after as many of the commands as are accepted."""
    try:
        return replay(scenario, setup, commands), None
    except CannotReplayError as error:
        return replay(scenario, setup, commands[: error.index]), Notice("not-legal", str(error.index + 2))


def _attach(session: Session, path: Path, *, ended: bool = False) -> None:
    setup = session.setup
    header = Header(session.scenario.id, fingerprint(session.scenario), setup.seed, setup)
    journal = Journal(path, header)
    journal.begin(session.commands, ended=ended)
    session.scribe = journal


def _aside(path: Path, *, copy: bool = False) -> tuple[Notice, ...]:
    """Keep a file under a new name that no file has; the original goes unless a good part of it is played on with."""
    number = 1
    while (kept := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    try:
        if copy:
            kept.write_bytes(path.read_bytes())
        else:
            path.replace(kept)
    except OSError as error:
        return (Notice("disk", error.strerror or path.name),)
    return (Notice("kept-aside", kept.name),)


def give_up(session: Session, path: Path) -> None:
    """Give up a run: both its files are erased, and it is not written down any further."""
    session.scribe = None
    erase(path)


def erase(path: Path) -> None:
    """Erase both files of the run saved at ``path``, as far as they can be."""
    for file in (second(path), path):
        try:
            file.unlink(missing_ok=True)
        except OSError:
            continue  # a file that cannot be erased was not written by this game either


def export_campaign(session: Session, path: Path) -> None:
    """Write the campaign (act I only, never the evenings) to a file that others can open as their feed's campaign.

    Raises:
        ValueError: the campaign is not over yet.
        OSError: the file cannot be written.
    """
    if session.phase == "campaign":
        raise ValueError("the campaign is not over yet")
    header = Header(session.scenario.id, fingerprint(session.scenario), session.setup.seed, session.setup)
    text, chain = line("", head(header))
    texts = [text]
    for command in session.commands:
        if isinstance(command, get_args(CampaignCommand)):
            text, chain = line(chain, encode(command))
            texts.append(text)
    path.write_text("".join(texts), encoding="ascii", newline="\n")


def open_campaign(path: Path, scenario: Scenario, save: Path | None) -> Resumed:
    """Open somebody's campaign file as the campaign behind one's own feed: a session in act II, saved at ``save``.

    The file itself is only read. A damaged or unfinished one is refused, never half played.
    """
    try:
        reading = read(path)
    except OSError as error:
        return Resumed(None, (Notice("unreadable", error.strerror or path.name),))
    refused = _refusal(reading, scenario)
    if refused is not None or reading.header is None or reading.notices:
        return Resumed(None, refused or reading.notices)
    session, stopped = _replayed(scenario, reading.header.settings, reading.commands)
    if stopped is not None:
        return Resumed(None, (stopped,))
    if session.phase != "feed":
        return Resumed(None, (Notice("not-finished", path.name),))
    if save is not None:
        _attach(session, save)
    return Resumed(session, notices(session))
