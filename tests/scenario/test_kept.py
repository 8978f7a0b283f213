"""What was read of a scenario is kept for the next time: the same result, and never a wrong or old one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from game import resources, settings
from game.scenario import kept, library, reader
from game.scenario.loaded import Loaded

pytestmark = pytest.mark.gate  # together they take the seconds that the quick suite does not have


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped scenario."""
    return Path(shutil.copytree(resources.scenarios() / "tram-vote", tmp_path / "tram-vote"))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every folder that is read from its files."""
    seen: list[Path] = []
    read = reader.load

    def watched(folder: Path) -> Loaded:
        seen.append(folder)
        return read(folder)

    monkeypatch.setattr(reader, "load", watched)
    return seen


def _files() -> list[Path]:
    return sorted((settings.cache_folder() / "scenarios").glob("*"))


def test_the_second_reading_gives_the_same_without_the_files(folder: Path, reads: list[Path]) -> None:
    """Scenario, field for field, and warnings are those of the first reading; the YAML is not parsed again."""
    (folder / "notes.txt").write_text("nobody reads this", encoding="utf-8")
    first, second = kept.load(folder), kept.load(folder)
    assert reads == [folder]
    assert first.scenario is not None
    assert second.scenario is not None
    assert second.scenario is not first.scenario
    assert second == first
    assert repr(second.scenario) == repr(first.scenario)
    assert second.scenario.model_fields_set == first.scenario.model_fields_set
    assert [problem.code for problem in second.problems] == ["unknown-file"]
    assert second.locales == first.locales
    assert len(_files()) == 1


@pytest.mark.parametrize("name", ["scenario", "town", "campaign", "feed", "debrief"])
def test_a_change_in_any_file_is_noticed(name: str, folder: Path, reads: list[Path]) -> None:
    """One byte more, even of a comment and with the old time of writing, and the folder is read again."""
    kept.load(folder)
    file = folder / f"{name}.yaml"
    about = file.stat()
    file.write_bytes(file.read_bytes() + b"#\n")
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert kept.load(folder).scenario is not None
    assert len(reads) == 2
    kept.load(folder)
    assert len(reads) == 2
    assert len(_files()) == 1


def test_a_stranger_in_the_folder_and_another_working_folder_are_noticed(
    folder: Path, reads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What problems are told of, and how they name the file, is never old."""
    kept.load(folder)
    (folder / "notes.txt").write_text("nobody reads this", encoding="utf-8")
    (seen,) = kept.load(folder).problems
    assert seen.code == "unknown-file"
    monkeypatch.chdir(folder.parent)
    (seen,) = kept.load(folder).problems
    assert seen.path == "tram-vote/notes.txt"
    assert len(reads) == 3


def test_a_picture_that_is_gone_is_noticed(folder: Path, reads: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The pictures that there are belong to what the result depends on."""
    kept.load(folder)
    monkeypatch.setattr(kept, "_game", lambda: b"other pictures")
    kept.load(folder)
    assert len(reads) == 2


def test_broken_scenarios_are_not_kept(folder: Path, reads: list[Path]) -> None:
    """Errors are told with line and column each time; a scenario that was mended is there at once."""
    whole = (folder / "town.yaml").read_bytes()
    (folder / "town.yaml").write_bytes(b"districts: [\n")
    for _time in range(2):
        broken = kept.load(folder)
        assert broken.scenario is None
        assert all(problem.line >= 1 and problem.column >= 1 for problem in broken.problems)
    assert len(reads) == 2
    assert _files() == []
    (folder / "town.yaml").write_bytes(whole)
    assert kept.load(folder).scenario is not None


@pytest.mark.parametrize(
    "damage", [b"", bytes(range(256)) * 40, b"x" * 6_000_000], ids=["empty", "no text", "too large"]
)
def test_a_damaged_file_is_read_over(damage: bytes, folder: Path, reads: list[Path]) -> None:
    """It is as if nothing had been kept, and what is written then is whole."""
    kept.load(folder)
    (file,) = _files()
    file.write_bytes(damage)
    assert kept.load(folder).scenario is not None
    assert len(reads) == 2
    kept.load(folder)
    assert len(reads) == 2


def test_one_wrong_byte_anywhere_is_noticed(folder: Path, reads: list[Path]) -> None:
    """A flipped letter in key, checksum, scenario or warnings, and a cut-off end, never reach the game."""
    right = kept.load(folder)
    (file,) = _files()
    content = file.read_bytes()
    spoilt = [content[:at] + bytes((content[at] ^ 1,)) + content[at + 1 :] for at in (3, 70, 5_000, len(content) - 1)]
    for number, one in enumerate([*spoilt, content[:-1], content[: len(content) // 2]], 2):
        file.write_bytes(one)
        assert kept.load(folder) == right
        assert len(reads) == number


def test_where_nothing_can_be_written_everything_works(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A file stands where the cache folder would be: scenarios are read each time, and nothing is said."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "cache").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv(settings.HOME, str(tmp_path / "home"))
    for _time in range(2):
        assert kept.load(folder).scenario is not None


def test_nothing_is_written_for_who_wants_nothing_kept(folder: Path, reads: list[Path]) -> None:
    """Without ``keep`` nothing comes to the disk, but what is there already is used."""
    kept.load(folder, keep=False)
    assert _files() == []
    kept.load(folder)
    kept.load(folder, keep=False)
    assert len(reads) == 2


def test_checking_reads_anew(reads: list[Path]) -> None:
    """``persuadable check`` tells what is in the files, whatever was kept; playing takes what was kept."""
    library.every()
    library.every()
    shipped = len(library.shipped())
    assert len(reads) == shipped
    library.check([resources.scenarios()])
    assert len(reads) == 2 * shipped


def test_a_folder_that_is_not_there_is_told_as_ever(tmp_path: Path) -> None:
    """The reader says so, not the cache."""
    (problem,) = kept.load(tmp_path / "nothing").problems
    assert problem.code == "no-folder"
