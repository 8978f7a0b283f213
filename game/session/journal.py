"""The saved run: JSON Lines, a header and one command a line, each with a checksum over everything before it.

Nothing is ever rewritten while a run is played: a command that was taken back is followed by a line that says so, and the
next time the run is opened both are left out.

Act I's commands are kept. Act II's stand in a second file that is erased when the run ends or is given up. Nothing is lost
but the command under way: every line is on the disk before its answer is. What cannot be read is kept aside and said.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from game.feed.commands import FeedCommand
from game.session.codec import Command, NotACommandError, decode, encode
from game.session.session import PLANS
from game.session.setup import Setup, from_json

FORMAT = 1
"""Version of the file format; a newer one is refused and kept."""
ENGINE = "2"
"""Version of the rules: the same commands mean the same run only within one engine."""
LARGEST = 20_000_000
"""Bytes; a longer file is no journal of ours."""
ENDED = {"mark": "ended"}
"""The line after the vote."""
TAKEN_BACK = {"mark": "taken-back"}
"""The line after a command that was taken back."""


@dataclass(frozen=True)
class Notice:
    """Something about saving that the player should hear: a code for the sentence, and what it is about."""

    code: str
    detail: str = ""


@dataclass(frozen=True)
class Header:
    """The first line: which run this is."""

    scenario: str
    fingerprint: str
    seed: int
    settings: Setup
    engine: str = ENGINE
    format: int = FORMAT
    part: str = "campaign"  # or feed: the second file


@dataclass(frozen=True)
class Reading:
    """A journal as found: the good part, what was wrong, and whether anything was wrong with what is kept."""

    header: Header | None
    commands: tuple[Command, ...]
    notices: tuple[Notice, ...]
    ended: bool = False
    damaged: bool = False


def line(chain: str, body: Any) -> tuple[str, str]:
    """One line of a journal and the checksum that it ends with; the next line's checksum covers this one."""
    payload = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    checksum = hashlib.blake2b(f"{chain}{payload}".encode(), digest_size=8).hexdigest()
    return f'{{"is":{payload},"sum":"{checksum}"}}\n', checksum


def head(header: Header) -> dict[str, Any]:
    """The header as JSON."""
    return dataclasses.asdict(header)


def second(path: Path) -> Path:
    """The file of act II beside the journal at ``path``."""
    return path.with_name(f"{path.stem}-feed{path.suffix}")


def read(path: Path) -> Reading:
    """Read a journal as far as it is good.

    Raises:
        OSError: the file cannot be read.
    """
    if path.stat().st_size > LARGEST:
        return Reading(None, (), (Notice("foreign", path.name),), damaged=True)
    pieces = path.read_bytes().split(b"\n")
    cut_off = pieces.pop()
    first = _body(pieces[0], "") if pieces else None
    header = None if first is None else _header(first[0])
    if header is None or first is None:
        return Reading(None, (), (_stranger(first and first[0], path.name),), damaged=True)
    commands: list[Command] = []
    notices: list[Notice] = []
    chain, ended = first[1], False
    for number, piece in enumerate(pieces[1:], 2):
        found = _body(piece, chain)
        if found is None:
            return Reading(header, tuple(commands), (Notice("checksum", str(number)),), damaged=True)
        body, chain = found
        if body == ENDED:
            ended = True
            continue
        if body == TAKEN_BACK and commands and isinstance(commands[-1], PLANS):
            commands.pop()
            continue
        try:
            commands.append(decode(body))
        except NotACommandError:
            return Reading(header, tuple(commands), (Notice("checksum", str(number)),), damaged=True)
    if cut_off.strip():
        notices.append(Notice("tail-cut", path.name))
    return Reading(header, tuple(commands), tuple(notices), ended)


def _body(piece: bytes, chain: str) -> tuple[Any, str] | None:
    """What a line says and its checksum; None where it is damaged."""
    try:
        value = json.loads(piece)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or set(value) != {"is", "sum"}:
        return None
    _text, checksum = line(chain, value["is"])
    return (value["is"], checksum) if value["sum"] == checksum else None


def _stranger(value: Any, name: str) -> Notice:
    """What to say of a file without a header that can be read: of a newer or older game, or no journal at all."""
    if isinstance(value, dict):
        if type(value.get("format")) is int and value["format"] > FORMAT:
            return Notice("newer", name)
        engine = value.get("engine")
        if value.get("format") == FORMAT and type(engine) is str and engine != ENGINE:
            return Notice("other-engine", engine)
    return Notice("foreign", name)


def _header(value: Any) -> Header | None:
    if not isinstance(value, dict) or set(value) != {field.name for field in dataclasses.fields(Header)}:
        return None
    texts = (value["scenario"], value["fingerprint"], value["engine"], value["part"])
    if value["format"] != FORMAT or any(type(text) is not str for text in texts) or type(value["seed"]) is not int:
        return None
    try:
        settings = from_json(value["settings"])
    except (ValueError, TypeError):
        return None
    return Header(
        value["scenario"], value["fingerprint"], value["seed"], settings, value["engine"], FORMAT, value["part"]
    )


class Journal:
    """Writes a run down as it is played. After the first failure it stays silent and says so once."""

    def __init__(self, path: Path, header: Header) -> None:
        self.path = path
        self.header = header
        self.notices: list[Notice] = []
        self.working = True
        self._chains: dict[Path, str] = {}

    def begin(self, commands: tuple[Command, ...] = (), *, ended: bool = False) -> None:
        """Start the files anew with ``commands``; written beside and moved into place, so that no half of it is seen."""
        feed = tuple(command for command in commands if _is_feed(command))
        self._write(self.path, self.header, tuple(c for c in commands if not _is_feed(c)), ended=ended)
        if feed:
            self._write(second(self.path), dataclasses.replace(self.header, part="feed"), feed)
        else:
            self._erase()

    def record(self, command: Command) -> None:
        """Append one accepted command; it is on the disk when this returns."""
        path = second(self.path) if _is_feed(command) else self.path
        if path not in self._chains:
            self._write(path, dataclasses.replace(self.header, part="feed" if _is_feed(command) else "campaign"), ())
        self._append(path, encode(command))

    def finish(self) -> None:
        """The run has ended: act II's commands are erased; the campaign stays."""
        self._append(self.path, ENDED)
        self._erase()

    def take_back(self) -> None:
        """Append that the last command of act I was taken back."""
        self._append(self.path, TAKEN_BACK)

    def _append(self, path: Path, body: Any) -> None:
        if not self.working:
            return
        text, chain = line(self._chains[path], body)
        try:
            with path.open("a", encoding="ascii", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            self._fail(error)
        else:
            self._chains[path] = chain

    def _write(self, path: Path, header: Header, commands: tuple[Command, ...], *, ended: bool = False) -> None:
        text, chain = line("", head(header))
        texts = [text]
        bodies: list[Any] = [encode(command) for command in commands]
        for body in [*bodies, ENDED] if ended else bodies:
            text, chain = line(chain, body)
            texts.append(text)
        self._chains[path] = chain
        if not self.working:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f"{path.name}.new")
            with beside.open("w", encoding="ascii", newline="\n") as file:
                file.write("".join(texts))
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError as error:
            self._fail(error)

    def _erase(self) -> None:
        self._chains.pop(second(self.path), None)
        try:
            second(self.path).unlink(missing_ok=True)
        except OSError as error:
            self._fail(error)

    def _fail(self, error: OSError) -> None:
        if self.working:
            self.notices.append(Notice("disk", error.strerror or type(error).__name__))
        self.working = False


def _is_feed(command: Command) -> bool:
    return isinstance(command, get_args(FeedCommand))
