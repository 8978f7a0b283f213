"""One dot, larger: what a legend shows of the living electorate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.dot_sprites import FULL, sheet
from game.ui.signs import Sign

if TYPE_CHECKING:
    from game.ui.painter import Painter


class DotMark(Sign):
    """The mark of a stance (1, 0, -1) that is known, guessed or unknown (2, 1, 0), on a ground."""

    kind = "dot"

    def __init__(self, standing: int, stance: int = 1, size: float = 16, label: str = "", ground: str = "page") -> None:
        super().__init__(label)
        self.standing, self.stance, self.ground = standing, stance, ground
        self.natural = (size, size)

    def draw(self, p: Painter) -> None:
        """Draw the dot in the middle."""
        mark = sheet(min(self.rect.w, self.rect.h) * 0.36, p.theme, self.ground, p.factor).one(
            FULL, self.standing, self.stance
        )
        x, y = p.at(self.rect.cx, self.rect.cy)
        p.surface.blit(mark, (round(x) - mark.get_width() // 2, round(y) - mark.get_height() // 2))
