"""What reading a scenario folder gave, kept in the user's cache folder: the same bytes are not read and checked twice.

What is kept is JSON with a checksum, goes through the same models as the YAML did, and counts only for the very bytes,
place, pictures and version of the game that it was made from. Whatever is wrong with it, the folder is read anew and it
is written again. Scenarios with errors are never kept: their authors are about to change them.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import astuple
from functools import cache
from hashlib import blake2b
from pathlib import Path

from pydantic import ValidationError

from game import resources, settings
from game.scenario.loaded import Loaded
from game.scenario.model import FILES, Scenario
from game.scenario.problems import Problem

_RECIPE = b"persuadable scenario 1"
"""Changes when what is kept is written in another way."""
_LARGEST = 5_000_000
"""Bytes of the five files together, and of what is kept of them: more is read anew each time."""


def load(folder: Path, *, keep: bool = True) -> Loaded:
    """Read a scenario folder with all checks, or take what was kept of it.

    Args:
        folder: the folder with the five files.
        keep: write down what was read; what is there already is taken either way.

    Returns:
        The same as ``reader.load``.
    """
    key = _key(folder)
    file = settings.cache_folder() / "scenarios" / f"{_name(folder)}.json"
    found = None if key is None else _taken(file, key, folder)
    if found is not None:
        return found
    from game.scenario import reader

    loaded = reader.load(folder)
    if keep and key is not None and key == _key(folder) and loaded.scenario is not None:
        with contextlib.suppress(OSError):  # a convenience: without it the folder is read at each start
            settings.write_whole(file, _written(key, loaded.scenario, loaded.problems))
    return loaded


def _name(folder: Path) -> str:
    """One file for each place, so that the cache does not grow while an author writes."""
    return blake2b(os.fsencode(folder.absolute()), digest_size=16).hexdigest()


def _key(folder: Path) -> bytes | None:
    """A digest of all that the result depends on, in hexadecimal; None where something cannot be read."""
    digest = blake2b(_RECIPE, digest_size=32)
    digest.update(_game())

    def add(part: bytes) -> None:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)

    left = _LARGEST
    try:
        add(os.fsencode(folder.resolve()))
        add(os.fsencode(Path.cwd()))  # problems name the file as it is seen from here
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            add(os.fsencode(entry.name))
            add(bytes((entry.is_symlink(), entry.is_file(follow_symlinks=False))))
        for name in FILES:
            with (folder / f"{name}.yaml").open("rb") as stream:
                source = stream.read(left + 1)
            left -= len(source)
            if left < 0:
                return None
            add(source)
    except OSError:
        return None
    return digest.hexdigest().encode()


@cache
def _game() -> bytes:
    """What else a result depends on: the code that reads and checks, and the names of the pictures that there are."""
    digest = blake2b(digest_size=32)
    here, art = Path(__file__).parent, resources.assets() / "art"
    with contextlib.suppress(OSError):
        for folder in (here, here / "checks", here / "model"):
            for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
                if entry.is_file():
                    about = entry.stat()
                    digest.update(f"{entry.name} {about.st_size} {about.st_mtime_ns}\n".encode())
        for _folder, _folders, names in sorted(os.walk(art)):
            digest.update("\n".join(sorted(names)).encode())
    return digest.digest()


def _written(key: bytes, scenario: Scenario, problems: tuple[Problem, ...]) -> bytes:
    """Key and checksum, the scenario, the warnings: a line each."""
    body = b"\n".join(
        (
            scenario.model_dump_json(exclude_unset=True).encode(),
            json.dumps([astuple(problem) for problem in problems]).encode(),
        )
    )
    return b"%s %s\n%s" % (key, _sum(body), body)


def _taken(file: Path, key: bytes, folder: Path) -> Loaded | None:
    """What was kept, if it is whole and belongs to this key."""
    try:
        with file.open("rb") as stream:
            content = stream.read(_LARGEST + 1)
    except OSError:
        return None
    head, _line, body = content.partition(b"\n")
    if head != b"%s %s" % (key, _sum(body)):
        return None
    written, _line, told = body.partition(b"\n")
    try:
        scenario = Scenario.model_validate_json(written)
        problems = tuple(Problem(*each) for each in json.loads(told))
    except (ValidationError, ValueError, TypeError):
        return None
    return Loaded(folder, scenario, problems)


def _sum(body: bytes) -> bytes:
    return blake2b(body, digest_size=16).hexdigest().encode()
