"""A row of a list of shortcuts, which takes the next key that is pressed while it listens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Unpack

from game.ui.items import Item
from game.ui.layout import Column, Row, Spacer
from game.ui.leaves import KeyCap
from game.ui.paragraph import Text
from game.ui.widget import Common


class KeyRow(Item):
    """What a key does, where, and the key. Pressing it calls `on_press`; while `listening` every key goes to `on_given`.

    `listening` holds the words that stand in the place of the key meanwhile. Tab still moves on.
    """

    def __init__(
        self,
        label: str,
        where: str,
        key: str,
        on_press: Callable[[], object],
        on_given: Callable[[str], object],
        *,
        listening: str = "",
        moved: bool = False,
        **common: Unpack[Common],
    ) -> None:
        asked = Text(listening, "label", color="guess") if listening else KeyCap(key, fixed=True, look="strong" * moved)
        inside = Row(
            Column(Text(label, "strong"), Text(where, "small", color="text2"), grow=1), Spacer(size=8), asked,
            gap=12, align="center",
        )  # fmt: skip
        common.setdefault("min_height", 52)
        value = listening or key.removeprefix("scan:")
        super().__init__(inside, on_press, label=label, description=where, value=value, pad=(4, 16), **common)
        self.listening, self.on_given = bool(listening), on_given

    def on_key(self, key: str) -> bool:
        """While listening, take whatever comes."""
        if self.listening:
            self.on_given(key)
        return self.listening
