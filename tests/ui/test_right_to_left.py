"""Pages and lines from right to left: mirrored, shaped, in the right order, and read in the order of the text."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pygame
import pytest

from game.ui import Frame, Place, Row, Screen, Text, Widget, Words, bidi, coverage, fonts
from game.ui.pilot import Pilot
from game.ui.text import break_lines
from tests.ui.pages import Shop, Town

SALAM, WORLD = "سلام", "עולם"
ARABIC = Words(language="ar", rtl=True)


def shop(words: Words = ARABIC) -> Pilot:
    """The shop on a page from right to left."""
    return Pilot(Shop(), words=words)


@pytest.mark.parametrize(
    ("text", "rtl", "seen"),
    [
        (f"{SALAM} 30 {SALAM}", True, [f" {SALAM}", "30", f"{SALAM} "]),
        (f"{SALAM} Loop, {SALAM}", True, [f", {SALAM}", "Loop", f"{SALAM} "]),
        (f"Loop {SALAM}", True, [SALAM, "Loop"]),
        (f"Loop {SALAM}", False, ["Loop ", SALAM]),
        (f"{SALAM}: −6", True, ["−6", f"{SALAM}: "]),
        (f"{SALAM}: −€600", True, ["−€600", f"{SALAM}: "]),
        ("41% ± 3", True, ["41% ± 3"]),
        (SALAM, False, [SALAM]),
    ],
)
def test_stretches_stand_in_the_order_of_seeing(text: str, rtl: bool, seen: list[str]) -> None:
    """Figures and Latin names keep their own direction; the page's direction orders the stretches."""
    found = ["".join(part).strip(" ") for part, _ in bidi.stretches(text, rtl)]
    assert found == [part.strip(" ") for part in seen]


def test_lines_break_in_the_order_of_reading() -> None:
    """Whatever the width, the lines of a mixed text hold its words in order, and every stretch has its place."""
    shop()
    words = f"{SALAM} one two {SALAM} {SALAM} 30 {WORLD} three {SALAM}."
    pieces = ((words, "sans", 20, 0),)
    for width in (90, 140, 220, 1000):
        lines = break_lines(pieces, width, True)
        assert " ".join(line.text for line in lines) == words
        for line in lines:
            assert line.width <= width
            assert sum(run.width for run in line.runs) == line.width
            assert [run.x for run in line.runs] == sorted(run.x for run in line.runs)


def test_letters_are_joined() -> None:
    """Arabic is shaped: a word is narrower than its letters apart."""
    shop()
    assert fonts.width(SALAM, "sans", 40) < sum(fonts.width(letter, "sans", 40) for letter in SALAM)


def test_brackets_open_towards_their_text() -> None:
    """A bracket that opens before an Arabic word is drawn as a closing one."""
    shop()
    line = fonts.line_surface(f"({SALAM}", "sans", 60, (0, 0, 0), 0, True)
    right = line.subsurface((line.get_width() - 20, 0, 20, line.get_height())).get_bounding_rect()
    alone = fonts.line_surface(")", "sans", 60, (0, 0, 0)).get_bounding_rect()
    assert right.w == pytest.approx(alone.w, abs=4)
    assert right.h > 30


@pytest.mark.parametrize("face", ["sans", "serif", "manrope_medium", "amatic_bold", "fredoka", "arabic", "hebrew"])
def test_coverage_is_what_the_font_draws(face: str) -> None:
    """The table read from the file agrees with SDL on letters of many scripts."""
    shop()

    def drawn(letter: str) -> bytes:
        return pygame.image.tobytes(fonts.font(face, 20).render(letter, True, (0, 0, 0)), "RGBA")

    for letter in "aéœŁжΩşאب−×→中ệ":
        assert coverage.has(face, letter) == (drawn(letter) != drawn("\u2fe0")), (face, letter)


def test_missing_letters_come_from_another_face() -> None:
    """Greek, Cyrillic, Hebrew and Arabic are found for every face of the game."""
    shop()
    for face in ("sans", "serif_black", "manrope_bold", "amatic_bold", "fredoka"):
        for letter in "Ωжאب":
            assert coverage.has(coverage.face_for(face, letter), letter)


def test_the_page_is_mirrored_and_reads_as_before() -> None:
    """The first column stands at the right; the tree says the same in the same order; Tab goes the same way."""
    plain, mirrored = shop(Words()), shop()
    assert plain.text() == mirrored.text()
    for a, b in zip(plain.tree().walk(), mirrored.tree().walk(), strict=True):
        if a.id != "age":  # a word of a Latin line stands where the line has it
            assert b.bounds[0] == pytest.approx(1280 - a.bounds[0] - a.bounds[2])
    for _ in range(6):
        assert plain.press("Tab").focused() == mirrored.press("Tab").focused()


def test_pointer_and_arrows_follow_the_eye() -> None:
    """What is clicked is what is seen there; the left arrow goes on, the right one back."""
    pilot = shop()
    pilot.click_text("Buy")
    assert isinstance(pilot.screen, Shop)
    assert pilot.screen.done == ["buy"]
    pilot.app.focus("tone")
    pilot.press("Left")
    assert pilot.screen.tone == "fear"
    pilot.app.focus("budget")
    pilot.press("Left")
    assert pilot.screen.budget == pytest.approx(0.5)


def test_maps_are_not_mirrored() -> None:
    """Dots keep their places among each other, only their field moves; the lens goes where the arrow points."""
    plain, mirrored = Pilot(Town()), Pilot(Town(), words=ARABIC)
    for pilot, x in ((plain, 100 + 160), (mirrored, 1280 - 500 + 160)):
        pilot.click(x, 120)
        assert isinstance(pilot.screen, Town)
        assert pilot.screen.picked == [1]
        pilot.press("Right")
        pilot.press("Enter")
        assert pilot.screen.picked == [1, 2]


class Page(Screen):
    """Two words in a row."""

    def compose(self) -> Widget:
        """A short row at the left edge."""
        return Frame(Place(40, 40, 600, 100, Row(Text("AAAA", color="#FF0000"), Text("B", color="#0000FF"), gap=20)))


def test_a_row_is_drawn_from_the_right() -> None:
    """The first thing of a row is the rightmost, and its letters are not turned round."""
    pilot = Pilot(Page(), words=ARABIC)
    pixels = pygame.surfarray.array3d(pilot.surface).astype(int)
    reds = np.flatnonzero(((pixels[:, :, 0] - pixels[:, :, 2]) > 120).any(axis=1))
    blues = np.flatnonzero(((pixels[:, :, 2] - pixels[:, :, 0]) > 120).any(axis=1))
    assert reds.max() == pytest.approx(1240, abs=3)
    assert blues.max() < reds.min()


def test_latin_pages_do_not_import_bidi() -> None:
    """Players of Latin languages pay nothing for the other direction."""
    code = (
        "import sys; from tests.ui.pages import Shop; from game.ui.pilot import Pilot; Pilot(Shop()).png();"
        "sys.exit('bidi' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
