"""The moment that widgets live in: sizes, preferences, what is in focus, pointed at, held down and on its way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.ui.keys import Binding
from game.ui.motion import Eases
from game.ui.pointing import Pointing
from game.ui.theme import Prefs, Words

if TYPE_CHECKING:
    from game.ui.widget import Widget


@dataclass
class Env:
    """What widgets may know about the moment: sizes, preferences, and which of them is in focus, hovered, pressed."""

    factor: float = 1.0
    prefs: Prefs = field(default_factory=Prefs)
    words: Words = field(default_factory=Words)
    hovered: str = ""
    pressed: str = ""
    pointer: tuple[float, float] | None = None
    scroll: dict[str, float] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)
    drawn: dict[str, Any] = field(default_factory=dict)
    """Pictures that widgets keep of themselves while their page is shown."""
    bindings: Sequence[Binding] = ()
    keymap: Mapping[str, str] = field(default_factory=dict)
    """Keys of this page that the player moved: usual key -> key that is pressed."""
    learnt: dict[str, str] = field(default_factory=dict)
    """What stands on the keys that were pressed so far, by the letter in their place on QWERTY."""
    progress: Callable[[str], float] = lambda _name: 1.0
    now: Callable[[], float] = lambda: 0.0
    eases: Eases = field(default_factory=Eases)
    """Values that are on their way to a new one."""
    pointing: Pointing = field(default_factory=Pointing)
    generation: int = 0
    drawing: Widget | None = None
    """What is being drawn."""
    readers: dict[str, set[str]] = field(default_factory=dict)
    """Who asked how far an animation is while being drawn: name of the animation -> ids."""
    asked: bool = False
    """True once something asked for the focus (set to False by whoever wants to know)."""
    _focused: str = ""

    @property
    def focused(self) -> str:
        """The id of the widget in focus."""
        self.asked = True
        return self._focused

    @focused.setter
    def focused(self, wanted: str) -> None:
        self._focused = wanted

    @property
    def rtl(self) -> bool:
        """True if the page goes from right to left."""
        return self.words.rtl
