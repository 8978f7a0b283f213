"""Dots: how they come from place to place, what their marks tell, and the lens."""

from __future__ import annotations

from itertools import product
from typing import Literal

import numpy as np
import pytest

from game.ui import Dots, Frame, Place, Prefs, Screen, Theme, Widget
from game.ui.dot_sprites import DIM, FULL, GUESSED, KNOWN, LEAST, RINGED, UNKNOWN, mark_coverage, sheet
from game.ui.flights import OWN_TIME, SORTING, along, bows, own_share, stagger
from game.ui.pilot import Pilot
from game.ui.theme import contrast, parse
from game.ui.trails import Trails

GROUND = "#0A1221"


class Square(Screen):
    """Nine dots in a square, with a note on each; those picked are remembered."""

    mood = "war"

    def __init__(self) -> None:
        super().__init__()
        self.pinned = -1

    def title(self) -> str:
        """The name of the page."""
        return "Square"

    def compose(self) -> Widget:
        """The dots."""
        xy = [(100 + 60 * (n % 3), 100 + 60 * (n // 3)) for n in range(9)]
        dots = Dots(
            xy, [1, 0, -1] * 3, tell=lambda i: f"Dot {i}\nOf nine", on_pick=self.pick, pinned=self.pinned,
            label="Nine dots", width=600, height=400, id="dots",
        )  # fmt: skip
        return Frame(Place(100, 100, 600, 400, dots))

    def pick(self, index: int) -> None:
        """Hold the note."""
        self.pinned = index


def test_arrows_move_the_lens_from_dot_to_dot_and_enter_picks() -> None:
    """The lens begins in the middle, goes to the neighbour in the direction of the arrow and stays at the edge."""
    pilot = Pilot(Square())
    pilot.app.focus("dots")
    assert "Dot 4" in pilot.text()
    pilot.press("Right")
    assert "Dot 5" in pilot.text()
    pilot.press("Up", "Up", "Left")
    assert "Dot 1" in pilot.text()
    pilot.press("Enter")
    assert pilot.app.screen.pinned == 1  # type: ignore[attr-defined]  # because Square has it


def test_the_lens_follows_the_pointer_to_the_nearest_dot() -> None:
    """Within reach of the pointer lies one dot; elsewhere none is looked at."""
    pilot = Pilot(Square())
    dots = next(widget for widget in pilot.app.root.walk() if isinstance(widget, Dots))
    assert dots.nearest(100 + 160 + 6, 100 + 160 - 5) == 4
    assert dots.nearest(100 + 20, 100 + 20) == -1
    pilot.hover(100 + 222, 100 + 161)
    dots = next(widget for widget in pilot.app.root.walk() if isinstance(widget, Dots))
    assert dots.looked_at() == 5


def test_a_sort_takes_each_dot_nine_tenths_of_a_second_and_the_last_starts_a_quarter_later() -> None:
    """Motion as the design guide has it: 900 ms each, 0 to 250 ms later by number, slow at both ends."""
    start = stagger(2000)
    assert start.min() == 0
    assert 0.24 < start.max() * SORTING < 0.25
    assert pytest.approx(0.9) == OWN_TIME * SORTING
    own = own_share(0.5 * OWN_TIME, np.zeros(1, np.float32), OWN_TIME)
    assert own[0] == pytest.approx(0.5, abs=1e-4)
    assert own_share(0.1 * OWN_TIME, np.zeros(1, np.float32), OWN_TIME)[0] < 0.05


def test_dots_are_where_they_were_before_and_where_they_go_after() -> None:
    """At the ends nothing is between; on the way every dot lies between its two places, and halfway it changes."""
    rng = np.random.default_rng(1)
    a, b = rng.uniform(0, 500, (50, 2)), rng.uniform(0, 500, (50, 2))
    at = [0.0]
    dots = Dots(a, np.ones(50), to=b, to_stance=-np.ones(50), t=lambda: at[0])
    assert (dots.state()[0] == a.astype(np.float32)).all()
    resting = dots.live
    at[0] = 0.5
    places, stances = dots.state()
    assert (resting, dots.live) == (False, True)
    assert ((places >= np.minimum(a, b) - 1e-3) & (places <= np.maximum(a, b) + 1e-3)).all()
    assert set(stances.tolist()) == {1, -1}
    at[0] = 1.0
    assert (dots.state()[0] == b.astype(np.float32)).all()
    assert (dots.state()[1] == -1).all()


def test_without_time_of_their_own_dots_are_here_or_there() -> None:
    """Where nothing may travel a dot stands at its old place until its moment, then at the new one."""
    dots = Dots(
        [(0, 0), (0, 10)], [0, 0], to=[(50, 0), (50, 10)], t=0.4, start=[0.2, 0.8], own_time=0.0, arcs=[1, -1]
    )  # fmt: skip
    assert dots.state()[0].tolist() == [[50, 0], [0, 10]]


def test_bows_stay_inside_their_field() -> None:
    """Whatever the way, no bow reaches over the headline above or the axis below; one goes over and one goes under."""
    rng = np.random.default_rng(2)
    a, b = (rng.uniform((0, 40), (800, 380), (300, 2)).astype(np.float32) for _ in range(2))
    way = np.where(rng.random(300) < 0.5, 1, -1).astype(np.int8)
    points = along(bows(a, b, way, 420), np.broadcast_to(np.linspace(0, 1, 60), (300, 60)))
    assert points[..., 1].min() >= 0
    assert points[..., 1].max() <= 420
    middle = points[:, 30, 1]
    between = (a[:, 1] + b[:, 1]) / 2
    assert (middle[way > 0] < between[way > 0]).all()
    assert (middle[way < 0] > between[way < 0]).all()


def _trails() -> Trails:
    a = np.array([[10, 80], [20, 20]], np.float32)
    b = np.array([[180, 80], [160, 20]], np.float32)
    way = np.array([1, -1], np.int8)
    return Trails(bows(a, b, way, 100), way < 0, (parse("#5CAAFF"), parse("#FF9B42")), 1.0, (200, 100))


def _inked(trails: Trails) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    import pygame

    return pygame.surfarray.array_alpha(trails.surface)


def test_bows_that_grow_end_up_like_those_drawn_at_once() -> None:
    """Step by step or all at once gives the same picture; going back in time takes ink away again."""
    slow, quick = _trails(), _trails()
    shares = [np.array([k / 10, max(0.0, k / 10 - 0.3)], np.float32) for k in range(11)]
    for share in shares:
        slow.up_to(share)
    quick.up_to(shares[-1])
    assert np.abs(_inked(slow).astype(int) - _inked(quick)).max() <= 2
    whole = _inked(slow).astype(int).sum()
    slow.up_to(shares[4])
    assert 0 < _inked(slow).astype(int).sum() < whole
    slow.up_to(np.zeros(2, np.float32))
    assert not _inked(slow).any()


def test_the_one_way_is_a_whole_line_and_the_other_a_dashed_one() -> None:
    """Two bows of like length: the dashed one has gaps, and so less ink."""
    trails = _trails()
    trails.up_to(np.array([1, 0], np.float32))
    whole = int((_inked(trails) > 60).sum())
    trails.up_to(np.array([0, 1], np.float32))
    dashed = int((_inked(trails) > 60).sum())
    assert 0 < dashed < 0.85 * whole


@pytest.mark.parametrize("stance", [1, 0, -1])
def test_known_guessed_and_unknown_look_different_without_colour(stance: int) -> None:
    """A guess is cut in two along its middle, what is unknown is smaller; what is known is whole."""
    marks = {standing: mark_coverage(stance, standing, 6.0, 25, 12.5, 12.5) for standing in (UNKNOWN, GUESSED, KNOWN)}
    assert marks[KNOWN].sum() > marks[GUESSED].sum() > marks[UNKNOWN].sum()
    assert marks[GUESSED][:, 12].sum() < 0.35 * max(marks[KNOWN][:, 12].sum(), 1)
    wide = {standing: int((mark.max(axis=0) > 0.5).sum()) for standing, mark in marks.items()}
    assert wide[UNKNOWN] < 0.85 * wide[KNOWN]


@pytest.mark.parametrize("contrasts", ["standard", "high"])
@pytest.mark.parametrize("colours", ["blue-orange", "light-dark", "shapes"])
@pytest.mark.parametrize("ground", ["page", "raised", "sunk"])
def test_every_mark_keeps_a_contrast_of_three_to_one(
    contrasts: Literal["standard", "high"], colours: Literal["blue-orange", "light-dark", "shapes"], ground: str
) -> None:
    """Dimmed and unknown dots as well, in all modes: measured in the middle of the drawn mark."""
    theme = Theme("war", Prefs(contrast=contrasts, colours=colours))
    marks, behind = sheet(8.5, theme, ground, 1.0), theme.color(ground)
    for look, standing, stance in product((DIM, FULL), (UNKNOWN, GUESSED, KNOWN), (1, 0, -1)):
        mark = marks.one(look, standing, stance)
        solid = max(
            (mark.get_at((x, y)) for x in range(mark.get_width()) for y in range(mark.get_height())),
            key=lambda pixel: pixel.a,
        )
        assert contrast((solid.r, solid.g, solid.b), behind) >= LEAST - 0.05, (look, standing, stance)


def test_a_member_has_a_ring_of_another_colour() -> None:
    """The ring under a member is lemon on ink: seen with and without the colour of its stance."""
    marks = sheet(3.1, Theme("war"), "page", 2.0)
    ringed, plain = marks.one(RINGED, KNOWN, 1), marks.one(FULL, KNOWN, 1)
    assert ringed.get_width() > plain.get_width()
    lemon = parse("#FFE25A")
    pixels = [ringed.get_at((x, ringed.get_height() // 2))[:3] for x in range(ringed.get_width())]
    assert any(np.abs(np.subtract(pixel, lemon)).max() < 40 for pixel in pixels)


def test_what_stands_still_is_drawn_once() -> None:
    """Painting the same dots again takes the kept picture; other dots make another one."""
    pilot = Pilot(Square())
    pilot.png()
    kept = pilot.app.env.drawn["still:dots"][1]
    pilot.app.refresh()
    pilot.png()
    assert pilot.app.env.drawn["still:dots"][1] is kept
