"""A dozen pictures for what words cannot guard: the map, the swarm, phones, paper, the drawn pages.

After a change that was meant: ``python -m tests.screens.test_pixels`` draws all of them anew, with names of places only
those. Look at them before they are committed. They are made on Linux x64: elsewhere the last bit of a blend may differ.
"""

from __future__ import annotations

import os
import platform
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")  # also when run as a program, without pytest

import pygame

from game.ui import App
from tests.screens.every_place import STOPS

PICTURES: dict[str, tuple[str, int]] = {
    "title": ("en", 100),
    "briefing on day 3": ("en", 100),
    "audience on day 3": ("en", 100),
    "message on day 3": ("fr", 100),
    "actions on day 3": ("en", 100),
    "overnight on day 3": ("en", 100),
    "persona": ("ar-XB", 100),
    "feed": ("en", 100),
    "ballot": ("fr", 100),
    "result": ("en", 100),
    "why": ("en", 100),
    "settings: seeing": ("en", 150),
}
"""Place -> language and size of text."""
FOLDER = Path(__file__).parent / "pixels"
LEVELS = 3
"""A channel of a pixel may differ by so much."""
SHARE = 0.0001
"""Pixels that may differ by more, as a share of all."""
HERE = platform.system() == "Linux" and platform.machine() == "x86_64"

Pixels = np.ndarray[Any, np.dtype[np.int16]]


def drawn(app: App) -> Pixels:
    """The page in half size: each pixel the mean of four, width x height x 3."""
    surface = pygame.Surface((1280, 720))
    app.redraw()
    app.paint(surface)
    whole = pygame.surfarray.array3d(surface).astype(np.int16)
    return (whole[::2, ::2] + whole[1::2, ::2] + whole[::2, 1::2] + whole[1::2, 1::2] + 2) // 4


def file_of(place: str) -> Path:
    """Where the picture of a place lies."""
    return FOLDER / f"{re.sub(r'[^a-z0-9]+', '-', place)}.png"


def different(kept: Pixels, now: Pixels) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which pixels differ by more than the tolerance."""
    wrong: np.ndarray[Any, np.dtype[np.bool_]] = np.any(np.abs(kept - now) > LEVELS, axis=2)
    return wrong


@pytest.mark.gate
@pytest.mark.skipif(not HERE, reason="the pictures were made on Linux x64; other systems blend the last bit otherwise")
@pytest.mark.parametrize("place", PICTURES)
def test_a_page_looks_as_it_did(place: str, tmp_path: Path) -> None:
    """Fewer than one pixel in ten thousand differs by more than three levels from the picture that was looked at."""
    app = STOPS[place]().see(*PICTURES[place])
    now = drawn(app)
    kept = pygame.surfarray.array3d(pygame.image.load(file_of(place))).astype(np.int16)
    wrong = different(kept, now)
    if wrong.mean() < SHARE:
        return
    shown = tmp_path / "before-now-difference.png"
    compared(kept, now, wrong, shown)
    again = f"python -m tests.screens.test_pixels {place!r}"
    pytest.fail(
        f"{place}: {wrong.mean():.3%} of it differs, {where(app, wrong)}.\nSee {shown}\nIf it is meant: {again}"
    )


def test_pictures_and_places_belong_together() -> None:
    """At most a dozen, one for each place that is named, none left behind, none large."""
    files = set(FOLDER.glob("*.png"))
    assert files == {file_of(place) for place in PICTURES}
    assert len(PICTURES) <= 12
    assert all(file.stat().st_size < 200_000 for file in files)


def test_a_difference_is_found_and_shown(tmp_path: Path) -> None:
    """A word of another colour is more than the tolerance; what differs is framed, named and drawn in red."""
    app = STOPS["ballot"]().see("en", 100)
    before = drawn(app)
    assert not different(before, drawn(app)).any()
    now = before.copy()
    now[200:260, 100:110] += np.int16(LEVELS + 1)
    wrong = different(before, now)
    assert wrong.mean() > SHARE
    assert where(app, wrong).startswith("from 400,200 to 520,220")
    compared(before, now, wrong, tmp_path / "shown.png")
    assert pygame.image.load(tmp_path / "shown.png").get_size() == (640, 1080)


def where(app: App, wrong: np.ndarray[Any, np.dtype[np.bool_]]) -> str:
    """The frame around all differences, in units of the page, and what lies in it."""
    xs, ys = np.nonzero(wrong)
    left, top, right, bottom = (int(2 * edge) for edge in (xs.min(), ys.min(), xs.max() + 1, ys.max() + 1))
    inside = [
        node.name
        for node in app.semantics().walk()
        if node.bounds[0] < right
        and node.bounds[0] + node.bounds[2] > left
        and node.bounds[1] < bottom
        and node.bounds[1] + node.bounds[3] > top
        and node.name
        and node.role not in ("page", "dialog")
    ]
    return f"from {left},{top} to {right},{bottom}: {', '.join(inside[:6]) or 'nothing that has a name'}"


def compared(kept: Pixels, now: Pixels, wrong: np.ndarray[Any, np.dtype[np.bool_]], file: Path) -> None:
    """Before, now, and now in grey with what differs in red, one below the other."""
    grey = np.repeat((now.mean(axis=2, keepdims=True) // 2).astype(np.int16), 3, axis=2)
    grey[wrong] = (255, 0, 0)
    pygame.image.save(_surface(np.concatenate([kept, now, grey], axis=1)), file)


def _surface(pixels: Pixels) -> pygame.Surface:
    return pygame.surfarray.make_surface(pixels.clip(0, 255).astype(np.uint8))


def write(places: list[str]) -> None:
    """Draw the pictures of some places anew, and without names all of them."""
    os.environ["PERSUADABLE_HOME"] = tempfile.mkdtemp()
    FOLDER.mkdir(exist_ok=True)
    for place in places or PICTURES:
        pygame.image.save(_surface(drawn(STOPS[place]().see(*PICTURES[place]))), file_of(place))


if __name__ == "__main__":
    write(sys.argv[1:])
