"""Dots in words: what is held on the people of one, and how the town is divided, district by district."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.campaign.view import DotsView
from game.i18n import _, listing, number, percent
from game.scenario.model import Scenario
from game.screens.playing import Playing
from game.screens.shares import printed
from game.screens.town_map import stance_class

STANCES = (1, 0, -1)
STANDINGS = (2, 1, 0)
Split = tuple[int, int, int]


@dataclass(frozen=True)
class District:
    """A district as the campaign sees it, in dots.

    ``stances`` counts for, undecided, against; ``standings`` counts known, guessed, unknown; ``inside`` counts who fits
    the audience. ``index`` is -1 for the whole town.
    """

    index: int
    name: str
    dots: int
    stances: Split
    standings: Split
    inside: int

    def share(self, count: int) -> float:
        """A count as a share of the district's dots."""
        return count / max(self.dots, 1)

    def shares(self, counts: Split) -> tuple[float, ...]:
        """Counts that make up the district as shares to be printed: they add up to a hundred per cent."""
        return printed([self.share(count) for count in counts])


def districts(dots: DotsView, texts: Scenario, members: npt.NDArray[np.bool_] | None = None) -> tuple[District, ...]:
    """Every district with people in it, then the whole town."""
    classes = stance_class(dots.stance)
    fits = np.zeros(len(dots.voter), bool) if members is None else members

    def one(index: int, name: str, here: npt.NDArray[np.bool_]) -> District:
        stances = tuple(int((classes[here] == kind).sum()) for kind in STANCES)
        standings = tuple(int((dots.standing[here] == kind).sum()) for kind in STANDINGS)
        return District(index, name, int(here.sum()), stances, standings, int(fits[here].sum()))  # type: ignore[arg-type]  # because mypy does not count the three

    rows = [one(index, district.name, dots.district == index) for index, district in enumerate(texts.town.districts)]
    everybody = one(-1, texts.head.town, np.ones(len(dots.voter), bool))
    return (*(row for row in rows if row.dots), everybody)


def stance_words(row: District) -> str:
    """``45% for, 20% undecided, 35% against``."""
    shares = [percent(share) for share in row.shares(row.stances)]
    return _("{for_} for, {undecided} undecided, {against} against").format(
        for_=shares[0], undecided=shares[1], against=shares[2]
    )


def leaning_words(row: District) -> str:
    """``45% for, 20% undecided``: where talking may still move somebody."""
    shares = [percent(share) for share in row.shares(row.stances)]
    return _("{for_} for, {undecided} undecided").format(for_=shares[0], undecided=shares[1])


def standing_words(row: District) -> str:
    """``6% known, 50% guessed, 44% unknown``."""
    shares = [percent(share) for share in row.shares(row.standings)]
    return _("{known} known, {guessed} guessed, {unknown} unknown").format(
        known=shares[0], guessed=shares[1], unknown=shares[2]
    )


def in_words(dots: DotsView, texts: Scenario) -> str:
    """The picture in one line: each district and its believed stances."""
    return "; ".join(
        _("{district}: {shares}").format(district=row.name, shares=stance_words(row))
        for row in districts(dots, texts)[:-1]
    )


def people_of(playing: Playing, index: int) -> str:
    """Who the people of a dot are: how many, and in which street they live."""
    held = playing.session.dot_file(index)
    district = next(item for item in playing.texts.town.districts if item.id == held.district)
    street = district.streets[held.street % len(district.streets)]
    return _("{n} people, {street}").format(n=number(playing.session.dots_view().voters_per_dot), street=street)


def dot_text(playing: Playing, index: int) -> str:
    """What the campaign holds on the people of one dot: a heading, then what is known, guessed, and their leaning."""
    held = playing.session.dot_file(index)
    texts = playing.texts
    signals = {signal.id: signal.clause for signal in texts.town.signals}
    concerns = {concern.id: concern.guess for concern in texts.town.concerns}
    known = [_("about {age}").format(age=number(held.age)), *(signals[signal] for signal in held.signals)]
    lines = [people_of(playing, index), _("Known: {facts}.").format(facts=listing(known))]
    if held.guesses:
        guesses = [
            _("{guess}, {sure} sure").format(guess=concerns[concern], sure=percent(sure))
            for concern, sure in held.guesses[:2]
        ]
        lines.append(_("Guessed: {guesses}.").format(guesses="; ".join(guesses)))
    leaning = {"for": _("for"), "undecided": _("undecided"), "against": _("against")}[held.leaning]
    source = {"unknown": _("a guess from the roll alone"), "inferred": _("guessed"), "known": _("they said so")}[
        held.standing
    ]
    lines.append(_("Leaning: {leaning} ({source}).").format(leaning=leaning, source=source))
    return "\n".join(lines)
