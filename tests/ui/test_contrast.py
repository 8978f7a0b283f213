"""Colours as WCAG 2.2 and people with other eyes see them, worked out from the tables of the theme."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.ui import Column, Frame, Place, Prefs, Screen, StanceBar, Text, Theme, Toggle, Widget, overlay
from game.ui.dot_sprites import dimmed
from game.ui.painter import Painter
from game.ui.pilot import Pilot
from game.ui.theme import STYLES, Colour, MoodName, contrast, luminance, parse
from tests.ui.eyes import look

MOODS: tuple[MoodName, ...] = ("war", "feed", "paper")
CONTRASTS: tuple[Literal["standard", "high"], ...] = ("standard", "high")
COLOURS: tuple[Literal["blue-orange", "light-dark", "shapes"], ...] = ("blue-orange", "light-dark", "shapes")
STANCES = ("for", "undecided", "against")
THEMES = [
    Theme(mood, Prefs(contrast=level, colours=colours)) for mood, level, colours in product(MOODS, CONTRASTS, COLOURS)
]
GROUNDS = ("page", "raised", "sunk", "sel")
TINTS = ("pink", "butter", "sky", "pink.2", "butter.2", "mauve", "white", "peach", "peach.2")
PAPERS = ("paper", "slip", "marker", "marker.pale", "manila")
_EYES: dict[str, npt.ArrayLike] = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
"""What each kind of eye makes of linear RGB (Machado, Oliveira and Fernandes 2009, severity 1)."""


def _name(theme: Theme) -> str:
    return f"{theme.mood}-{theme.prefs.contrast}-{theme.prefs.colours}"


@pytest.mark.parametrize("theme", THEMES, ids=_name)
def test_the_table_of_colours_keeps_the_ratios_of_wcag(theme: Theme) -> None:
    """Text 4.5:1 (7:1 in high contrast) on every ground of its mood; marks, borders and axes 3:1."""
    text = 7.0 if theme.prefs.contrast == "high" else 4.5
    grounds = (*GROUNDS, *{"war": (), "feed": TINTS, "paper": PAPERS}[theme.mood])

    def ratio(ink: str, ground: str) -> float:
        return contrast(theme.color(ink), theme.color(ground))

    for ink, ground in product(("text", "text2"), grounds):
        assert ratio(ink, ground) >= text, (ink, ground)
    for ink, ground in product((*STANCES, "ctl", "axis"), GROUNDS):
        assert ratio(ink, ground) >= 3, (ink, ground)
    for ink, ground in product((*STANCES, "danger"), ("page", "raised")):
        assert ratio(ink, ground) >= text, (ink, ground)
    for fill in ("accent", "accent.hover", "accent.down"):
        assert ratio("on_accent", fill) >= 4.5, fill


@pytest.mark.parametrize("theme", THEMES, ids=_name)
def test_notes_over_the_page_can_be_read(theme: Theme) -> None:
    """Tooltips and announcements: bone on the dark pages, plum on the light ones."""
    fill, ink = ("bone", "ink.base") if theme.dark else ("plum", "white")
    assert contrast(theme.color(fill), theme.color(ink)) >= 7
    assert contrast(theme.color(fill), theme.color("page")) >= 7


@pytest.mark.parametrize("theme", THEMES, ids=_name)
def test_dimmed_dots_keep_three_to_one(theme: Theme) -> None:
    """Dots that are not in focus step back, but stay to be seen."""
    for stance, ground in product(STANCES, ("page", "raised", "sunk")):
        behind = theme.color(ground)
        assert contrast(dimmed(theme.color(stance), behind), behind) >= 3, (stance, ground)


@pytest.mark.parametrize("theme", THEMES, ids=_name)
def test_the_focus_ring_is_two_bands_of_which_one_stands_out_anywhere(theme: Theme) -> None:
    """Neighbouring bands of the ring differ by 9:1, so that one of them has 3:1 on any ground (technique C40)."""

    class Bands(Painter):
        """Remembers the borders that it is given."""

        def __init__(self) -> None:
            super().__init__(pygame.Surface((100, 100)), 1, (0, 0), theme)
            self.seen: list[Colour] = []

        def rect(self, *_place: Any, border: str = "", **_more: Any) -> None:
            """Note the border."""
            self.seen.append(self.color(border))

    class Page(Screen):
        """A page with one switch."""

        def compose(self) -> Widget:
            """The switch."""
            return Toggle("On", True, bool, id="it")

    pilot = Pilot(Page())
    pilot.screen.mood = theme.mood
    pilot.app.set_prefs(theme.prefs)
    pilot.app.ensure()
    bands = Bands()
    overlay.ring(bands, pilot.app.root, pilot.app.env)
    lights = [luminance(colour) for colour in bands.seen]
    assert (max(lights) + 0.05) / (min(lights) + 0.05) >= 9


def _linear(colour: Colour) -> npt.NDArray[np.float64]:
    share = np.array(colour) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def _lab(linear: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """CIE L*a*b* (white D65)."""
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ linear
    x, y, z = np.cbrt(xyz / (0.9505, 1.0, 1.089))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("eyes", _EYES)
@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme.prefs.colours == "blue-orange"], ids=_name)
def test_stances_stay_apart_for_eyes_that_see_fewer_colours(theme: Theme, eyes: str) -> None:
    """Blue, orange and lilac differ by 20 of CIE 1976 and more without red, green or blue cones."""
    seen = {s: _lab(np.clip(np.asarray(_EYES[eyes]) @ _linear(theme.color(s)), 1e-9, 1)) for s in STANCES}
    for one, other in combinations(STANCES, 2):
        assert np.linalg.norm(seen[one] - seen[other]) >= 20, (one, other)


@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme.prefs.colours == "light-dark"], ids=_name)
def test_light_and_dark_tell_stances_apart_without_any_colour(theme: Theme) -> None:
    """In greyscale the three differ by 12 of lightness (L* of 0 to 100) and more."""
    light = [float(_lab(_linear(theme.color(stance)))[0]) for stance in STANCES]
    assert all(abs(a - b) >= 12 for a, b in combinations(light, 2)), light


@pytest.mark.parametrize("stance", STANCES)
@pytest.mark.parametrize("colours", COLOURS)
def test_marks_differ_by_shape_in_greyscale(
    colours: Literal["blue-orange", "light-dark", "shapes"], stance: str
) -> None:
    """Disc, ring and diamond cover other pixels, whatever their colours."""
    theme = Theme("war", Prefs(colours=colours))

    def grey(which: str) -> npt.NDArray[np.bool_]:
        surface = pygame.Surface((40, 40))
        surface.fill(theme.color("page"))
        Painter(surface, 1, (0, 0), theme).stance(20, 20, 12, which)
        ground = surface.map_rgb(theme.color("page"))
        return np.asarray(pygame.surfarray.array2d(surface) != ground)

    for other in STANCES:
        if other != stance:
            different = np.count_nonzero(grey(stance) != grey(other))
            assert different >= 0.15 * np.count_nonzero(grey(stance)), other


def _bar(prefs: Prefs) -> list[bytes]:
    """The three parts of a bar as pictures."""

    class Page(Screen):
        """A page with one bar."""

        def compose(self) -> Widget:
            """For, undecided and against, a third each."""
            return Frame(Place(0, 0, 300, 20, StanceBar([(stance, 1 / 3) for stance in STANCES])))

    pilot = Pilot(Page(), prefs=prefs)
    pictures = []
    for x in (20, 120, 220):
        part = pygame.transform.grayscale(pilot.surface.subsurface((x, 4, 64, 12)))
        pictures.append(pygame.image.tobytes(part, "RGB"))
    return pictures


def test_colours_and_what_replaces_them_cannot_be_switched_off_together() -> None:
    """With shapes only, dots keep their shapes and bars their texture, whatever the two switches say."""
    off = Prefs(colours="shapes", shapes=False, hatching=False)
    assert off.shaped
    assert off.textured
    assert len(set(_bar(off))) == 3
    assert Prefs(colours="light-dark", shapes=False).shaped
    assert not Prefs(shapes=False).shaped
    assert len(set(_bar(Prefs(colours="light-dark", hatching=False)))) == 3


def test_the_eyes_of_the_tests_see_what_is_too_faint() -> None:
    """A grey word on a grey panel, and letters on a fill of their own, are found with their ratios."""

    class Page(Screen):
        """Two texts: one that can be read, and one that cannot."""

        def compose(self) -> Widget:
            """The faint one is #26375A on the page."""
            return Column(Text("plain"), Text("faint", color="line.soft"))

    seen = {sight.what: sight for sight in look(Pilot(Page()).app) if sight.kind == "text"}
    assert seen["plain"].worst == pytest.approx(contrast(parse("#F5F2E9"), parse("#0E182B")), abs=0.01)
    assert seen["faint"].worst < 2


def test_no_type_is_smaller_than_sixteen() -> None:
    """Nothing is set smaller than 16 units at 100 %."""
    assert min(style.size for styles in STYLES.values() for style in styles.values()) >= 16
