"""Overnight: the swarm moves as the campaign estimates it, then the poll, reach, clicks, trust and alerts."""

from __future__ import annotations

from functools import partial

from game.campaign.view import NightView
from game.i18n import _, clock, ngettext, number
from game.screens.dot_words import dot_text
from game.screens.electorate_view import dot_legend, paint_axis
from game.screens.night_figures import night_figures
from game.screens.night_list import night_list
from game.screens.night_words import (
    FLIGHT,
    HOURS,
    claim_words,
    crossing,
    crossing_words,
    crossings,
    group_name,
    milestones,
    setting_out,
    time_of,
)
from game.screens.playing import Playing
from game.screens.swarm import growth, night_swarm
from game.screens.town_map import stance_class
from game.screens.war_room import LARGE
from game.ui import (
    Binding,
    Button,
    Canvas,
    Dots,
    Frame,
    HintBar,
    Painter,
    Panel,
    Place,
    Rect,
    Screen,
    Spacer,
    Text,
    Widget,
)
from game.ui.timeline import Timeline

SECONDS = float(HOURS)
"""How long the night lasts on screen when motion is full: an hour in a second."""
SWARM = (64, 132, 800, 420)
AXIS = 562
TIMELINE = 636
PICTURE = "swarm"


class Overnight(Screen):
    """The night as a picture that can be paused, scrubbed and skipped, and read as words."""

    mood = "war"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self.playing = playing
        self.at = 0.0
        self.paused = False
        self.only_movers = False
        self.worded = False
        self.pinned = -1
        self._last: float | None = None
        night = playing.campaign.night
        assert night is not None, "the night screen follows a night"  # noqa: S101  # because the flow shows it only after EndDay
        self.night: NightView = night
        self.before_class, self.after_class = stance_class(night.before), stance_class(night.after)
        _x, _y, width, height = SWARM
        self.swarm = night_swarm(night.before, night.after, night.moment, width=width, height=height)
        self.movers = self.swarm.way != 0
        self.setting_out = setting_out(night)

    def title(self) -> str:
        """What moved, in one line each way."""
        toward = ngettext("{n} voter moved your way.", "{n} voters moved your way.", self.night.toward)
        away = ngettext("{n} moved the other way.", "{n} moved the other way.", self.night.away)
        return toward.format(n=number(self.night.toward)) + "\n" + away.format(n=number(self.night.away))

    def entered(self) -> None:
        """The night begins; without motion it is over at once."""
        self.app.sound("overnight")
        if not self.app.travels:
            self.at = 1.0
        self.ticking = self.at < 1

    def background(self) -> str:
        """The night is darker than the war room."""
        return "sunk"

    def first_focus(self) -> str:
        """Enter goes on."""
        return "morning"

    def bindings(self) -> list[Binding]:
        """Space, arrows, O as mock-up 08 draws them; in the picture arrows move the lens."""
        looking = self.app.focused_id == PICTURE and not self.worded
        return [
            Binding("Space", _("Go on") if self.paused else _("Pause"), self._pause),
            *([Binding("Left Right Up Down", _("Look at another dot"))] if looking else []),
            Binding("Left Right", _("Scrub the night"), self._scrub, hint=not looking),
            Binding("O", _("Everyone") if self.only_movers else _("Only those who moved"), self._only),
            Binding("W", _("As a picture") if self.worded else _("In words"), self._word, hint=not self.large),
            Binding("R", _("Read aloud"), self.app.read_aloud, hint=False),
            *self._escape(),
        ]

    def _escape(self) -> list[Binding]:
        """Esc lets go of the note that is held, else it opens the menu."""
        if self.pinned >= 0:
            return [Binding("Esc", _("Let go"), partial(self._pin, self.pinned))]
        return [Binding("Esc", _("Menu"), partial(self.playing.over, "pause"), hint=False)]

    def tick(self, now: float) -> bool:
        """Let the night go on; what shows the time is painted anew by itself. True when the morning has come."""
        passed = 0.0 if self._last is None else now - self._last
        self._last = now
        if not self.paused:
            self.at = min(1.0, self.at + passed / SECONDS)
        if self.at < 1:
            return False
        self.ticking = False
        return True

    def compose(self) -> Widget:
        """Swarm, axis and timeline left, figures right."""
        view = self.playing.campaign
        night = self.night
        heading = self._heading()
        return Frame(
            *heading,
            *(self._words(heading[0]) if self.worded else self._picture()),
            Place(48, TIMELINE - 30, 832, 64, self._timeline(), scroll=False),
            Place(936, 0, 344, 672, Panel(fill="page", radius=0, pad=0, width=344, height=672), scroll=False),
            Place(
                952,
                20 if self.large else 28,
                312,
                (508 if self.huge else 540) if self.large else 564,
                night_figures(self.playing, view, night, lambda: self.at, self._extras(), large=self.large),
            ),
            Place(
                952,
                (544 if self.huge else 580) if self.large else 604,
                312,
                (118 if self.huge else 86) if self.large else 52,
                Button(self._onward(view.over), self._morning, kind="primary", key="Enter", id="morning"),
                scroll=False,
            ),
            Place(0, 672, 1280, 48, HintBar()),
        )

    @property
    def huge(self) -> bool:
        """True where the text is so large that two words do not stand beside each other in the column of figures."""
        return self.app.prefs.text_scale >= 1.75

    def _heading(self) -> list[Place]:
        """What moved; where the text is large, the note moves into the column of figures, which scrolls."""
        if self.large:
            return [Place(64, 20, 840, 0, Text(self.title(), "h2", role="heading"))]
        title = Place(64, 34, 548, 0, Text(self.title(), "hero", role="heading"))
        if self.worded:
            return [title]
        return [title, Place(632, 36, 256, 0, Text(claim_words(self.night), "body", color="text2"))]

    def _words(self, title: Place) -> list[Widget]:
        words = night_list(self.playing, self.playing.campaign, self.night, large=self.large)
        top = 112 if self.large else 146
        return [Place(64, top, 816, TIMELINE - 40 - top, words, id="night-list", below=title, gap=8)]

    def _picture(self) -> list[Widget]:
        x, y, width, height = SWARM
        dots = Dots(
            self.swarm.before,
            self.before_class,
            standing=self.playing.session.dots_view().standing,
            to=self.swarm.after,
            to_stance=self.after_class,
            t=lambda: self.at,
            start=self.setting_out,
            own_time=FLIGHT if self.app.travels else 0.0,
            focus=self.movers if self.only_movers else None,
            arcs=self.swarm.way,
            ground="sunk",
            radius=3.1 * growth(len(self.before_class)),
            label=_("The town sorted by stance, from certain against to certain for"),
            description=self.in_words(),
            tell=self.tell,
            on_pick=self._pin,
            pinned=self.pinned,
            width=width,
            height=height,
            id=PICTURE,
        )
        middle = Canvas(self._middle, label="", width=800, height=AXIS - 130, mirror=False)
        line = sum(self.swarm.undecided) / 2 / width
        axis = Canvas(
            lambda p, area: paint_axis(p, area, line), label="", width=800, height=64 if self.huge else 44, mirror=False
        )
        return [
            Place(64, 130, 800, AXIS - 130, middle, scroll=False),
            *([] if self.large else [Place(740, AXIS - 84, 130, 72, dot_legend("sunk", stacked=True), scroll=False)]),
            Place(x, y, width, height, dots, scroll=False),
            Place(64, AXIS, 800, axis.height or 44, axis, scroll=False),
        ]

    def _timeline(self) -> Widget:
        every = 2 if self.large else 1
        return Timeline(
            _("The night"),
            lambda: self.at,
            self._to,
            tell=time_of,
            marks=milestones(self.night),
            scale=[(hour / HOURS, clock((22 + hour) % 24)) for hour in range(0, HOURS + 1, every)],
            step=1 / 48,
            live=self.ticking,
            named=self.app.prefs.text_scale <= 1,
            width=832,
            height=64,
            id="timeline",
        )

    def _middle(self, painter: Painter, area: Rect) -> None:
        """A dotted line where stances turn from one side to the other."""
        x = area.x + sum(self.swarm.undecided) / 2
        painter.hatch(x - 1, area.y, 2, area.h, "line", level=True, period=7, thickness=2)

    # -- in words

    def in_words(self) -> str:
        """Who went from where to where, in one line."""
        per_dot = self.playing.session.dots_view().voters_per_dot
        went = [crossing_words(old, new, dots * per_dot) for old, new, dots in crossings(self.night)]
        return "; ".join(went) or _("Nobody changed sides.")

    def tell(self, index: int) -> str:
        """What is known of a dot, and what it did tonight."""
        who, *facts = dot_text(self.playing, index).split("\n")
        if not self.movers[index]:
            return "\n".join((who, _("Did not change sides."), *facts))
        moved = _("Moved from {old} to {new} at about {time}.").format(
            old=group_name(int(self.before_class[index])),
            new=group_name(int(self.after_class[index])),
            time=time_of(float(crossing(self.night)[index])),
        )
        return "\n".join((who, moved, *facts))

    def _happened(self) -> str:
        """The last event until now, with its time."""
        passed = [mark for mark in milestones(self.night) if mark[0] <= self.at]
        return _("{time}: {event}").format(time=time_of(passed[-1][0]), event=passed[-1][1]) if passed else ""

    def _extras(self) -> list[Widget]:
        """What has no room in the picture where the text is large: the list's button, what happened, what dots mean."""
        if not self.large:
            return []
        happened = self._happened()
        other = _("As a picture") if self.worded else _("In words")
        return [
            Button(other, self._word, key="W", id="in-words"),
            Text(happened, "small_strong") if happened else Spacer(0),
            dot_legend(),
        ]

    def _clock(self) -> str:
        return time_of(self.at)

    @property
    def large(self) -> bool:
        """True where the text is so large that the page shows one thing after the other."""
        return self.app.prefs.text_scale >= LARGE

    def _onward(self, over: bool) -> str:
        if over:
            return _("To the voters")
        return _("To the morning") if self.at >= 1 else _("Skip to morning")

    # -- acting

    def _pause(self) -> None:
        self.paused = not self.paused
        self._last = None
        self.ticking = not self.paused and self.at < 1

    def _scrub(self, key: str) -> None:
        self._to(self.at + (1 if key == "Right" else -1) / 16)

    def _to(self, at: float) -> None:
        self.at = min(1.0, max(0.0, at))
        self.paused = True
        self.ticking = False
        happened = self._happened()
        self.app.announce(f"{self._clock()}. {happened}" if happened else self._clock(), toast=False)

    def _only(self) -> None:
        self.only_movers = not self.only_movers

    def _word(self) -> None:
        self.worded = not self.worded
        self.pinned = -1

    def _pin(self, index: int) -> None:
        self.pinned = -1 if index == self.pinned else index

    def _morning(self) -> None:
        self.playing.go("persona" if self.playing.session.phase != "campaign" else "briefing")
