"""The sections of the settings: what can be chosen about reading, seeing, hearing, controls, time and privacy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game import i18n
from game.i18n import _, labelled, listing, percent
from game.screens import last_campaign
from game.screens.preferences import PROJECTED
from game.screens.turns import pairs
from game.settings import TEXT_SCALES
from game.ui import Button, Choice, Column, KeyCap, Option, Row, Rule, Slider, Text, Toggle, Widget, system

if TYPE_CHECKING:
    from game.screens.lobby import Lobby

FIELDS: dict[str, tuple[str, ...]] = {
    "reading": ("text_scale", "wide_spacing", "projector", "pairs"),
    "seeing": ("text_scale", "colours", "contrast", "motion", "shapes", "hatching"),
    "hearing": ("sound", "volume", "captions", "read_aloud", "voice_speed"),
    "controls": ("keyboard", "keys"),
    "time": ("long_notes",),
    "privacy": (),
}
"""The settings of each section that Backspace brings back; language, full screen and privacy are never undone by it."""


def reading(lobby: Lobby) -> Widget:
    """Language, size, letter spacing; notes for beginners; a class at the wall, two at one keyboard."""
    names = [Option(code, name) for code, name in i18n.languages().items()]
    return Column(
        Choice(_("Language"), names, i18n.language(), lobby.set_language, id="language"),
        _text_size(lobby),
        _switch(lobby, "wide_spacing", _("Wide letter spacing"), _("For easier decoding, all three acts")),
        Toggle(
            _("Show me how"),
            lobby.settings.tutorial,
            lambda on: lobby.companion.show_how(on, again=on),
            description=_("Notes explain each step while you play"),
            id="tutorial",
        ),
        Rule(),
        _switch(
            lobby,
            "projector",
            _("Projector"),
            _("Text at {size} or more, high contrast, votes by hand").format(size=percent(PROJECTED / 100)),
        ),
        _switch(lobby, "pairs", _("Two at one keyboard"), _("You take turns: by day, later by post")),
        _names(lobby) if lobby.settings.pairs else None,
        gap=14,
    )


def _names(lobby: Lobby) -> Widget:
    """What two players are called; nobody is asked for their own name."""

    def choose(which: str) -> None:
        lobby.names = int(which)

    options = [Option(str(at), listing(pair)) for at, pair in enumerate(pairs())]
    return Choice(_("You are called"), options, str(lobby.names), choose, id="names")


def _switch(lobby: Lobby, field: str, label: str, description: str, *, disabled: str = "") -> Widget:
    """A setting that is on or off, by the name of its field."""
    return Toggle(
        label,
        getattr(lobby.settings, field),
        lambda on: lobby.change(**{field: on}),
        description=description,
        disabled=disabled,
        id=field,
    )


def _choice(lobby: Lobby, field: str, label: str, options: list[Option], *, disabled: str = "") -> Widget:
    """A setting that is one of a few words, by the name of its field."""
    return Choice(
        label,
        options,
        getattr(lobby.settings, field),
        lambda word: lobby.change(**{field: word}),
        disabled=disabled,
        id=field,
    )


def _text_size(lobby: Lobby) -> Widget:
    choice = Choice(
        _("Text size"),
        [Option(str(scale), percent(scale / 100)) for scale in TEXT_SCALES],
        str(lobby.settings.text_scale),
        lambda value: lobby.change(text_scale=int(value)),
        id="text_scale",
    )
    if not lobby.settings.projector or lobby.settings.text_scale >= PROJECTED:
        return choice
    told = _("At least {size} while the projector is on.").format(size=percent(PROJECTED / 100))
    return Column(choice, Text(told, "label", color="text2"), gap=4)


def seeing(lobby: Lobby) -> Widget:
    """Size, colours, contrast, motion, and what else tells the stances apart."""
    now = lobby.settings
    colours = [
        Option("blue-orange", _("Blue, orange"), stance="for against" if now.colours == "blue-orange" else ""),
        Option("light-dark", _("Light and dark")),
        Option("shapes", _("Shapes only")),
    ]
    contrast = [
        Option("standard", _("Standard")),
        Option("high", _("High")),
        Option("system", _("Follow the system")),
    ]
    motion = [
        Option("full", _("Full")),
        Option("gentle", _("Gentle")),
        Option("none", _("None")),
        Option("system", _("Follow the system")),
    ]
    return Column(
        _text_size(lobby),
        _choice(lobby, "colours", _("Colours"), colours),
        _choice(lobby, "contrast", _("Contrast"), contrast),
        Text(_("High while the projector is on."), "label", color="text2")
        if now.projector and now.contrast != "high"
        else None,
        _silent(now.contrast == "system" and system.high_contrast() is None),
        _choice(lobby, "motion", _("Motion"), motion),
        _silent(now.motion == "system" and system.reduced_motion() is None),
        Rule(),
        _switch(
            lobby,
            "shapes",
            _("Shapes on every dot"),
            _("Circle for, ring undecided, diamond against"),
            disabled="" if now.colours == "blue-orange" else _("Without blue and orange, shapes stay on."),
        ),
        _switch(
            lobby,
            "hatching",
            _("Hatching on bars"),
            _("Texture as well as colour"),
            disabled=_("Without colours, hatching stays on.") if now.colours == "shapes" else "",
        ),
        Toggle(
            _("Full screen"),
            lobby.app.fullscreen,
            lobby.full_screen,
            description=_("F11 does the same, anywhere"),
            id="full-screen",
        ),
        gap=18,
    )


def _silent(unknown: bool) -> Widget | None:
    """What to say where the computer cannot be asked what it is set to."""
    told = _("This computer does not tell the game what it is set to. Choose here instead.")
    return Text(told, "label", color="text2") if unknown else None


def hearing(lobby: Lobby) -> Widget:
    """Sounds, their loudness and captions; the voice, where the computer has one."""
    now = lobby.settings
    speeds = [Option("slow", _("Slow")), Option("usual", _("As usual")), Option("fast", _("Fast"))]
    missing = "" if lobby.senses.can_speak else _("The game has no voice on this computer yet.")

    def louder(volume: float) -> None:
        lobby.change(volume=round(volume * 100))
        lobby.app.sound("vote")

    return Column(
        _switch(lobby, "sound", _("Sound"), _("Six small sounds; the game needs none of them")),
        Slider(
            _("Volume"),
            now.volume / 100,
            louder,
            text=percent(now.volume / 100),
            disabled="" if now.sound else _("Sound is off."),
            id="volume",
        ),
        _switch(
            lobby, "captions", _("Captions"), _("What a sound says is shown in words as well, even with sound off")
        ),
        Rule(),
        _switch(
            lobby,
            "read_aloud",
            _("Read every new page aloud"),
            _("F2 reads any page, and stops at the second press"),
            disabled=missing,
        ),
        _choice(lobby, "voice_speed", _("Speed of the voice"), speeds, disabled=missing),
        Text(
            missing or _("The voice is the computer’s own. Nothing is sent anywhere."),
            "label",
            color="text2",
            aloud="" if missing else None,  # the switches above say why
        ),
        gap=20,
    )


def controls(lobby: Lobby) -> Widget:
    """The keyboard: which one, which letters, and the keys that stay."""
    rows = (
        ("Tab", _("Next thing; with Shift the one before")),
        ("Enter", _("Do what has the focus ring")),
        ("Esc", _("Back, or the menu; never a vote")),
        ("F1", _("Help on this page")),
        ("F3", _("Notes that show how: no more of them")),
        ("F4", _("Count the hands, with the projector on")),
        ("F11", _("Full screen")),
        ("Ctrl +", _("Larger text; Ctrl − makes it smaller")),
        ("Ctrl Z", _("Take back the last plan of the day")),
    )
    layouts = [
        Option("auto", _("Find out")),
        Option("qwerty", "QWERTY"),
        Option("azerty", "AZERTY"),
        Option("qwertz", "QWERTZ"),
    ]
    return Column(
        Text(_("Keyboard"), "h2", role="heading"),
        Text(
            _("Every action shows its key. The mouse alone or a finger alone is enough as well."), "body", color="text2"
        ),
        _choice(lobby, "keyboard", _("Letters on the keys"), layouts),
        Row(Button(_("Change the shortcuts"), lobby.open_keys, key="K", icon="keyboard", id="keys")),
        Rule(),
        Text(_("These keys stay as they are:"), "label", color="text2", role="heading"),
        Column(
            *(
                Row(
                    Row(KeyCap(key), width=90 * max(1.0, lobby.app.prefs.text_scale * 0.7)),
                    Text(text, "body", grow=1),
                    gap=12,
                    align="center",
                    aloud=labelled(lobby.app.words.keys.get(key, key), text),
                )
                for key, text in rows
            ),
            gap=7,
        ),
        gap=12,
    )


def time(lobby: Lobby) -> Widget:
    """What the clock may do: nothing, and notes that wait longer."""
    return Column(
        Text(_("No clock runs"), "h2", role="heading"),
        Text(
            _(
                "Nothing in this game happens because you are slow. A day ends when you end it, a post waits until you pass it on, and the battery of the phone is spent by what you do, not by the minute. There is nothing to switch off."
            ),
            "body",
            color="text2",
        ),
        Text(
            _("The night plays by itself: Space stops it, the arrows go through it, Enter skips it."),
            "body",
            color="text2",
        ),
        Rule(),
        _switch(
            lobby,
            "long_notes",
            _("Notes stay longer"),
            _("What appears at the foot of the page stays three times as long"),
        ),
        gap=18,
    )


def privacy(lobby: Lobby) -> Widget:
    """What is kept, and how to have nothing kept."""
    return Column(
        _switch(
            lobby, "ephemeral", _("Keep nothing on this computer"), _("Runs live in memory only: for shared accounts")
        ),
        Rule(),
        Text(_("What is kept"), "h3", role="heading"),
        Text(
            _(
                "Your campaign’s decisions, so that you can continue. What you do as a voter is erased when the run ends. Nothing is sent anywhere, and nobody asks who you are."
            ),
            "body",
            color="text2",
        ),
        Button(
            _("Erase the saved run"),
            lobby.erase,
            kind="secondary",
            id="erase",
            disabled="" if lobby.saved() or last_campaign.kept(lobby) else _("Nothing is saved."),
        ),
        gap=18,
    )
