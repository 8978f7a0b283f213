"""Where scenarios come from: with the game, the player's own folder, or any path."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game import resources, settings
from game.scenario.kept import load
from game.scenario.loaded import Loaded
from game.scenario.problems import Problem


def shipped(*, keep: bool = True) -> tuple[Loaded, ...]:
    """The scenarios that come with the game, by id. Broken ones are there too, with their problems.

    Here and below, ``keep`` says whether what was read may be kept in the cache for the next time.
    """
    return _all(resources.scenarios(), keep)


def own_folder() -> Path:
    """Where players put scenarios of their own or of others. Not created here."""
    return settings.data_folder() / "scenarios"


def own(*, keep: bool = True) -> tuple[Loaded, ...]:
    """The scenarios in the player's own folder, by id. Broken ones are there too, with their problems."""
    return _all(own_folder(), keep)


def every(*, keep: bool = True) -> tuple[Loaded, ...]:
    """Shipped scenarios first, then the player's own; an own folder cannot hide a shipped scenario of the same id."""
    first = shipped(keep=keep)
    taken = {loaded.id for loaded in first}
    return first + tuple(loaded for loaded in own(keep=keep) if loaded.id not in taken)


def find(name: str, *, keep: bool = True) -> Loaded | None:
    """A scenario by id (shipped before own), or by the path of its folder; nothing when there is neither.

    A path may also name one of the five files.
    """
    if name and not set(name) & set("/\\.\0"):
        for root in (resources.scenarios(), own_folder()):
            if (root / name).is_dir():
                return load(root / name, keep=keep)
    folder = _folder(Path(name)) if name and "\0" not in name else None
    return load(folder, keep=keep) if folder is not None and folder.is_dir() else None


def check(paths: Iterable[Path]) -> tuple[Problem, ...]:
    """All problems of the scenarios at these paths: scenario folders, files in them, or folders of scenario folders.

    Everything is read anew, whatever was kept.
    """
    from game.scenario import reader

    folders: dict[Path, None] = {}
    for path in paths:
        folder = _folder(path)
        for found in _inside(folder) or (folder,):
            folders[found] = None
    return tuple(problem for folder in folders for problem in reader.load(folder).problems)


def _folder(path: Path) -> Path:
    return path.parent if path.suffix in {".yaml", ".yml"} and not path.is_dir() else path


def _inside(folder: Path) -> list[Path]:
    """The scenario folders in a folder that is none itself."""
    try:
        if any(folder.glob("*.yaml")):
            return []
        return sorted(path for path in folder.iterdir() if path.is_dir() and any(path.glob("*.yaml")))
    except OSError:
        return []


def _all(root: Path, keep: bool) -> tuple[Loaded, ...]:
    return tuple(load(folder, keep=keep) for folder in _inside(root))
