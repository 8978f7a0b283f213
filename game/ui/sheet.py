"""The page as pixels: kept from frame to frame, and painted again only where it looks different."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import pygame

from game.ui import focus as travel
from game.ui import overlay
from game.ui.overlay import Note
from game.ui.painter import Painter
from game.ui.rect import Rect
from game.ui.reuse import area
from game.ui.theme import Theme
from game.ui.widget import PAGE_WIDTH

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.widget import Widget

_MOST_PARTS = 6
_MOST_SHARE = 0.7
"""Of the page: when more than this must be painted again, all of it is."""


class _Seen(NamedTuple):
    """What the last painting showed beside the tree itself: whatever differs from it is painted again.

    `active` is in focus, under the pointer, and held down; `areas` is where those three were.
    """

    active: tuple[str, str, str]
    areas: dict[str, Rect]
    ring: overlay.Ring | None
    notes: list[Note]


class Sheet:
    """The pixels of an App's page.

    What looks different is either told (`spoil`), or found out by itself: focus, pointer and pressing, the ring, notes
    over the page, and widgets that were seen to ask for the progress of an animation while they were drawn.
    """

    def __init__(self, app: App) -> None:
        self.app = app
        self.surface: pygame.Surface | None = None
        self._spoilt: list[Rect] = []
        self._all = True
        self._seen = _Seen(("", "", ""), {}, None, [])
        self._target: pygame.Surface | None = None
        self._live: set[str] = set()

    # -- what looks different ----------------------------------------------------------------------------------
    def spoil(self, *areas: Rect) -> None:
        """Paint these areas of the page (as layout counts) again; all of it when none is given."""
        self._spoilt += areas
        self._all = self._all or not areas

    def spoil_widgets(self, widgets: Iterable[Widget]) -> None:
        """Paint widgets again."""
        self._spoilt += [area(widget) for widget in widgets]

    def spoil_ids(self, ids: Iterable[str]) -> None:
        """Paint the widgets with these ids again."""
        for tree in (self.app.root, self.app.top):
            if tree is not None:
                found = [travel.by_id(tree, name) for name in ids]
                self.spoil_widgets(widget for widget in found if widget is not None)

    def spoil_live(self) -> None:
        """Paint again what looks different in every frame, as far as it says so, and what did so the last time."""
        live = {widget.id for widget in self.app.root.walk() if getattr(widget, "live", False)}
        self.spoil_ids(live | self._live)
        self._live = live

    def spoil_animated(self, names: Iterable[str]) -> None:
        """Paint again what shows one of these animations; all of the page where that is not known."""
        for name in names:
            readers = self.app.env.readers.get(name)
            if readers is None:
                self._all = True
            else:
                self.spoil_ids(readers)

    # -- painting ----------------------------------------------------------------------------------------------
    def bring(self, target: pygame.Surface, *, whole: bool) -> list[pygame.Rect]:
        """Paint what looks different and bring it to `target`, all of it if asked for; the parts of `target` that changed."""
        fresh = self._paint()
        if self.surface is None:
            return []
        if whole or target is not self._target:
            self._target = target
            fresh = [self.surface.get_rect()]
        target.set_clip(None)
        for part in fresh:
            target.blit(self.surface, part.topleft, part)
        return fresh

    def _paint(self) -> list[pygame.Rect]:
        app, env = self.app, self.app.env
        if self.surface is None or self.surface.get_size() != app.size:
            self.surface, self._all = pygame.Surface(app.size), True
        theme = Theme(app.screen.mood, app.prefs)
        p = Painter(self.surface, app.factor, app.origin, theme, PAGE_WIDTH if app.words.rtl else None)
        p.bleeds = True
        seen = self._look(p, theme)
        parts = [self.surface.get_rect()] if self._all else self._parts(p)
        if self._all:  # whoever shows an animation asks for it now
            for name in app.motion.running:
                env.readers.setdefault(name, set())
        self._seen, self._spoilt, self._all = seen, [], False
        ground = theme.color(app.screen.background() or "page")
        for part in parts:
            p.clip(part)
            self.surface.fill(ground)
            app.root.paint(p)
            if app.top is not None:
                app.top.paint(p)
            if seen.ring is not None:
                seen.ring.paint(p)
            for note in seen.notes:
                note.paint(p)
        p.clip(None)
        return parts

    def _look(self, p: Painter, theme: Theme) -> _Seen:
        """See what lies over the tree now, and spoil where it was and is if that is not the same as before."""
        app, env, before = self.app, self.app.env, self._seen
        beside = (
            overlay.tip_note(p, app.active, env)
            or overlay.reason_note(p, app.active, env)
            or overlay.focus_note(p, app.active, env)
        )
        ring = overlay.ring_of(app.active, env)
        told = None
        if app.toast is not None:
            avoid = [each for each in (ring and ring.area, beside and beside.box) if each]
            said = (*app.toast, id(app.screen))
            told = overlay.toast_note(p, theme, said, env, app.active, avoid)
        else:
            env.kept.pop("toast", None)
        notes = [beside, told]
        now = _Seen(
            active=(env.focused, env.hovered, env.pressed),
            areas={},
            ring=ring,
            notes=[note for note in notes if note],
        )
        for name in set(now.active):
            widget = travel.by_id(app.active, name) or travel.by_id(app.root, name)  # a key of the page under a dialog
            if widget is not None:
                now.areas[name] = area(widget)
        for old, new in zip(before.active, now.active, strict=True):
            if old != new:
                self._spoilt += [
                    side.areas[name] for side in (before, now) for name in (old, new) if name in side.areas
                ]
        if before.ring != now.ring:
            self._spoilt += [ring.area for ring in (before.ring, now.ring) if ring is not None]
        if before.notes != now.notes:
            self._spoilt += [note.box for note in (*before.notes, *now.notes)]
        return now

    def _parts(self, p: Painter) -> list[pygame.Rect]:
        """What is spoilt in pixels, put together where it overlaps."""
        assert self.surface is not None  # noqa: S101 because _paint has just seen to it
        whole = self.surface.get_rect()
        parts: list[pygame.Rect] = []
        for spoilt in self._spoilt:
            part = p.bled(spoilt).inflate(4, 4).clip(whole)
            if part.w <= 0 or part.h <= 0:
                continue
            touching = part.collidelistall(parts)
            while touching:
                part = part.unionall([parts[i] for i in touching])
                parts = [one for i, one in enumerate(parts) if i not in touching]
                touching = part.collidelistall(parts)
            parts.append(part)
        if len(parts) > _MOST_PARTS:
            parts = [parts[0].unionall(parts[1:])]
        if sum(part.w * part.h for part in parts) > _MOST_SHARE * whole.w * whole.h:
            return [whole]
        return parts
