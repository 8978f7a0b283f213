"""A column that breathes where there is room and closes up where there is not."""

from __future__ import annotations

from typing import Any

from game.ui import Column, Widget


class Loose(Column):
    """A column whose gaps widen by up to ``most`` design units where it is given more height than it needs."""

    kind = "loose"

    def __init__(self, *children: Widget | None, most: float = 10, **common: Any) -> None:
        super().__init__(*children, **common)
        self.most = most

    def lead(self, spare: float, count: int) -> tuple[float, float]:
        """Nothing before the first; between them an equal share of what is left over."""
        return 0.0, self.gap + min(self.most, spare / max(1, count - 1))
