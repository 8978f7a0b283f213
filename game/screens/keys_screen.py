"""The shortcuts: choose one, press the key that it shall have; who had that key is asked to change places."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.i18n import _
from game.screens import shortcuts
from game.screens.settings_frame import framed
from game.screens.shortcuts import Shortcut
from game.ui import (
    Binding,
    Button,
    Column,
    Dialog,
    KeyCap,
    KeyRow,
    Row,
    Rule,
    Screen,
    Text,
    Widget,
)
from game.ui.keys import cap_text

if TYPE_CHECKING:
    from game.screens.lobby import Lobby


class KeysScreen(Screen):
    """Places left, their shortcuts in the middle, how it is done on the right."""

    mood = "war"

    def __init__(self, lobby: Lobby) -> None:
        super().__init__()
        self.lobby = lobby
        self.group = shortcuts.groups()[0].id
        self.listening = ""

    def title(self) -> str:
        """The page's name."""
        return _("Shortcuts")

    def first_focus(self) -> str:
        """The place whose shortcuts are listed."""
        return f"group-{self.group}"

    def bindings(self) -> list[Binding]:
        """Digits, because letters are what is chosen here."""
        return [
            Binding(f"1-{len(shortcuts.groups())}", _("Place")),
            Binding("Enter", _("Choose")),
            Binding("Backspace", _("Back to default"), self._usual),
            Binding("Esc", _("Back"), self.app.back, right=True, strong=True),
        ]

    def compose(self) -> Widget:
        """Three columns, as in the settings."""
        if self.listening and self.app.focused_id != f"key-{self.listening}":
            self.listening = ""  # whoever goes away does not want a new key
        group = next(one for one in shortcuts.groups() if one.id == self.group)
        places = [
            Button(
                one.name(),
                partial(self._open, one.id),
                kind="row",
                icon=one.icon,
                key=str(at),
                selected=one.id == self.group,
                id=f"group-{one.id}",
            )
            for at, one in enumerate(shortcuts.groups(), 1)
        ]
        rows = [self._row(one) for one in group.shortcuts]
        middle = Column(*rows, gap=4, group=True)
        return framed(self.title(), places, middle, self._about(), self.app.prefs.text_scale)

    def _row(self, one: Shortcut) -> Widget:
        return KeyRow(
            one.name(),
            shortcuts.where(one),
            shortcuts.key_of(one, self._keys),
            partial(self._listen, one.id),
            partial(self._given, one),
            listening=_("Press a key") if self.listening == one.id else "",
            moved=one.id in self._keys,
            id=f"key-{one.id}",
        )

    def _about(self) -> list[Widget]:
        chosen = shortcuts.by_id(self.app.focused_id.removeprefix("key-"))
        inside: list[Widget] = [
            Text(
                _("Choose a shortcut with Enter or a click, then press the key that it shall have."),
                "body",
                color="text2",
            ),
            Text(
                _("Tab, Enter, Space, Esc, digits, arrows and F-keys mean the same everywhere and stay."),
                "body",
                color="text2",
            ),
        ]
        if chosen is not None:
            inside += [
                Rule(),
                Text(chosen.name(), "h3", role="heading"),
                Row(
                    Text(_("Usual key:"), "label", color="text2"),
                    KeyCap(chosen.key, fixed=True),
                    gap=10,
                    align="center",
                ),
            ]
        reset = Button(
            _("All shortcuts back to default"),
            self._all_usual,
            id="all-usual",
            disabled="" if self._keys else _("None was changed."),
        )
        return [*inside, reset]

    # -- acting

    @property
    def _keys(self) -> shortcuts.Keys:
        return self.lobby.settings.keys

    def _open(self, group: str) -> None:
        """List the shortcuts of a place and go to the first of them."""
        self.group, self.listening = group, ""
        first = next(one for one in shortcuts.groups() if one.id == group).shortcuts[0]
        self.app.focus(f"key-{first.id}")

    def _listen(self, wanted: str) -> None:
        self.listening = "" if self.listening == wanted else wanted
        if self.listening:
            self.app.announce(_("Press a key"), toast=False)

    def _given(self, one: Shortcut, key: str) -> None:
        """A key was pressed for a shortcut."""
        if key == "Esc":
            self.listening = ""
        elif key in ("Backspace", "Del"):
            self.listening = ""
            self._move(one, one.key)
        elif shortcuts.can_be_moved_to(key):
            self.listening = ""
            self._move(one, key)
        else:
            self.app.announce(_("This key stays as it is. Choose a letter or a sign."))

    def _move(self, one: Shortcut, key: str) -> None:
        outcome = shortcuts.move(one, key, self._keys)
        if outcome.keys is not None:
            self._keep(outcome.keys)
            self.app.announce(_("{name}: {key}").format(name=one.name(), key=self._cap(key)))
        elif outcome.holder is not None:
            self._ask(one, key, outcome.holder)

    def _ask(self, one: Shortcut, key: str, holder: Shortcut) -> None:
        """The key is taken: change places?"""
        swapped = shortcuts.move(one, key, self._keys, swap=True)
        taken = _("{key} is already the key of “{name}”.").format(key=self._cap(key), name=holder.name())

        def swap() -> None:
            self.app.close()
            if swapped.keys is not None:
                self._keep(swapped.keys)
                self.app.announce(_("The two have changed places."))

        why = ""
        if swapped.keys is None and swapped.blocker is not None:
            why = _("They cannot change places: “{name}” stands in the way.").format(name=swapped.blocker.name())
        ask = _("They can change places: “{name}” would get {key}.").format(
            name=holder.name(), key=self._cap(shortcuts.key_of(one, self._keys))
        )
        self.app.open(
            Dialog(
                _("{key} is taken").format(key=self._cap(key)),
                Text(taken, "body"),
                Text(why or ask, "body"),
                buttons=[
                    *([] if why else [Button(_("Change places"), swap, kind="primary", id="swap")]),
                    Button(_("Leave it"), self.app.close, key="Esc", id="leave-it"),
                ],
            )
        )

    def _usual(self) -> None:
        """Backspace: the shortcut in focus gets its usual key again."""
        one = shortcuts.by_id(self.app.focused_id.removeprefix("key-"))
        if one is not None:
            self._move(one, one.key)

    def _all_usual(self) -> None:
        self._keep({})
        self.app.announce(_("Back to default."))

    def _keep(self, keys: shortcuts.Keys) -> None:
        self.lobby.change(keys=dict(keys))

    def _cap(self, key: str) -> str:
        return cap_text(key, self.app.prefs.layout, self.app.words.keys, self.app.env.learnt)
