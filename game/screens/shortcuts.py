"""Every letter that does something, by name and page; and what becomes of them when the player moves some.

The keys that screens name are the usual ones. What the player moved is kept as ``id of the shortcut -> key`` in the
settings; `keymaps` turns that into what the ui needs. Tab, Enter, Space, Esc, digits, arrows and F-keys are not here:
they mean the same everywhere and stay. Letters that depend on the scenario (the lines of the ballot, the two sides of a
vote) are not listed either; where one of them is taken, it moves to the key that became free.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from game.i18n import _, listing, ngettext, number
from game.ui.keys import LAYOUTS, closed

Keys = Mapping[str, str]
"""What the player moved: id of a shortcut -> key."""

_DESKS = ("Briefing", "DataDesk", "AudienceDesk", "MessageDesk", "ActionDesk")
_DEBRIEF = ("Result", "Why", "TwoFeedsScreen", "WhatIf", "WhatElse", "Techniques", "Talk")
_READ = (
    *_DESKS, "PollArchive", "Overnight", "PersonaChoice", "FeedScreen", "DebatePage", "EveningBreak", "RightsPage",
    "LateralReading", "BallotScreen", *_DEBRIEF, "HowSure", "CardLibrary",
)  # fmt: skip


@dataclass(frozen=True)
class Shortcut:
    """A key with what it does, on pages named by the class of their screen."""

    id: str
    key: str
    pages: tuple[str, ...]
    name: Callable[[], str]
    """What it does, in the player's language."""


@dataclass(frozen=True)
class Group:
    """The shortcuts of one place, for the list."""

    id: str
    icon: str
    name: Callable[[], str]
    shortcuts: tuple[Shortcut, ...]


@dataclass(frozen=True)
class Moved:
    """What came of moving a shortcut: the keys as they are now, or who has the key and why it cannot change places."""

    keys: Keys | None = None
    holder: Shortcut | None = None
    blocker: Shortcut | None = None


def spots(key: str) -> frozenset[str]:
    """The labels that a key can have: a key found by its place has another one on another keyboard."""
    if not key.startswith("scan:"):
        return frozenset({key})
    letter = key[5:]
    return frozenset({letter} | {layout[letter] for layout in LAYOUTS.values() if letter in layout})


def _clash(one: str, other: str) -> bool:
    """Can two keys be one and the same? Two places never are."""
    if one.startswith("scan:") and other.startswith("scan:"):
        return one == other
    return not spots(one).isdisjoint(spots(other))


def can_be_moved_to(key: str) -> bool:
    """Is it a key that a shortcut can have: one sign, and no digit?"""
    return len(key) == 1 and key.isprintable() and not key.isdigit() and not key.isspace()


def key_of(shortcut: Shortcut, keys: Keys) -> str:
    """The key that a shortcut has now."""
    return keys.get(shortcut.id, shortcut.key)


def by_id(wanted: str) -> Shortcut | None:
    """The shortcut with an id."""
    return next((one for one in every() if one.id == wanted), None)


def holders(shortcut: Shortcut, key: str, keys: Keys) -> tuple[Shortcut, ...]:
    """Other shortcuts that have a key on a page where this one is."""
    return tuple(other for other in _neighbours()[shortcut.id] if _clash(key_of(other, keys), key))


def move(shortcut: Shortcut, key: str, keys: Keys, *, swap: bool = False) -> Moved:
    """Give a shortcut another key.

    Where somebody has that key on one of its pages, nothing changes and the holder is told; with ``swap`` the two change
    places, unless a third stands in the way.
    """
    taken = holders(shortcut, key, keys)
    if not taken:
        return Moved(_with(keys, shortcut, key))
    holder = taken[0]
    if not swap:
        return Moved(holder=holder)
    if len(taken) > 1:
        return Moved(holder=holder, blocker=taken[1])
    tried = _with(_with(keys, shortcut, key), holder, key_of(shortcut, keys))
    for one in (shortcut, holder):
        blocking = holders(one, key_of(one, tried), tried)
        if blocking:
            return Moved(holder=holder, blocker=blocking[0])
    return Moved(tried, holder=holder)


def _with(keys: Keys, shortcut: Shortcut, key: str) -> dict[str, str]:
    """The keys with one of them changed; a usual key is not kept."""
    rest = {name: kept for name, kept in keys.items() if name != shortcut.id}
    return rest if key == shortcut.key else {**rest, shortcut.id: key}


def settled(keys: Keys) -> dict[str, str]:
    """The moved keys without those that make no sense: unknown names, impossible keys, two shortcuts on one key."""
    known = {one.id: one for one in every()}
    places = {one.key for one in every() if one.key.startswith("scan:")}
    good = {
        name: key for name, key in keys.items() if name in known and (can_be_moved_to(key) or key in places)
    }  # keys by place come from changing places
    while True:
        bad = [name for name, key in good.items() if holders(known[name], key, good)]
        if not bad:
            return {name: key for name, key in good.items() if key != known[name].key}
        for name in bad:
            del good[name]


def keymaps(keys: Keys) -> dict[str, dict[str, str]]:
    """For every page with moved keys: usual key -> key, as ``Prefs.keymap`` wants it."""
    moved: dict[str, dict[str, str]] = {}
    for shortcut in every():
        if shortcut.id in keys:
            for page in shortcut.pages:
                moved.setdefault(page, {})[shortcut.key] = keys[shortcut.id]
    return {page: closed(map_) for page, map_ in moved.items()}


def where(shortcut: Shortcut) -> str:
    """The pages of a shortcut in words: their names, or how many there are."""
    names = _page_names()
    if len(shortcut.pages) > 2:
        return ngettext("{n} page", "{n} pages", len(shortcut.pages)).format(n=number(len(shortcut.pages)))
    return listing([names.get(page, page) for page in shortcut.pages])


def _page_names() -> dict[str, str]:
    return {
        "Title": _("Title"), "Chooser": _("Choose a campaign"), "Pause": _("Menu"), "SettingsScreen": _("Settings"),
        "ProblemsScreen": _("Scenarios with problems"), "DataDesk": _("Data"), "AudienceDesk": _("Audience"),
        "MessageDesk": _("Message"), "ActionDesk": _("Street"), "Overnight": _("Overnight"),
        "PersonaChoice": _("Who are you?"), "FeedScreen": _("Your feed"), "LateralReading": _("A closer look"),
        "BallotScreen": _("Ballot"), "Result": _("The result"), "TwoFeedsScreen": _("Two feeds"),
        "Techniques": _("Techniques"), "Talk": _("Talk"), "CardLibrary": _("Cards and sources"),
        "Credits": _("Credits and sources"),
    }  # fmt: skip


@cache
def _neighbours() -> dict[str, tuple[Shortcut, ...]]:
    """For every shortcut the others that are on one of its pages."""
    return {
        one.id: tuple(other for other in every() if other is not one and not set(other.pages).isdisjoint(one.pages))
        for one in every()
    }


@cache
def every() -> tuple[Shortcut, ...]:
    """All shortcuts, in the order of the list."""
    return tuple(shortcut for group in groups() for shortcut in group.shortcuts)


@cache
def groups() -> tuple[Group, ...]:
    """All shortcuts by place, in the order of the game."""
    return (
        Group("everywhere", "globe", lambda: _("Everywhere"), tuple(_everywhere())),
        Group("menus", "bars", lambda: _("Menus"), tuple(_menus())),
        Group("desks", "chess-board", lambda: _("War room"), tuple(_desks())),
        Group("message", "pen-nib", lambda: _("Message"), tuple(_message())),
        Group("street", "bullhorn", lambda: _("Street"), tuple(_street())),
        Group("phone", "mobile-screen", lambda: _("Phone"), tuple(_phone())),
        Group("debrief", "newspaper", lambda: _("Debrief"), tuple(_debrief())),
    )


def _everywhere() -> Iterable[Shortcut]:
    yield Shortcut("read-aloud", "R", _READ, lambda: _("Read aloud"))
    yield Shortcut("sure", "H", ("Pause", "Credits", "WhatElse"), lambda: _("How sure are we?"))


def _menus() -> Iterable[Shortcut]:
    title, chooser, pause, settings = ("Title",), ("Chooser",), ("Pause",), ("SettingsScreen",)
    yield Shortcut("title.new", "N", title, lambda: _("New campaign"))
    yield Shortcut("title.again", "A", title, lambda: _("Meet your last campaign again"))
    yield Shortcut("title.open", "O", title, lambda: _("Somebody else’s campaign"))
    yield Shortcut("title.settings", "S", (*title, *pause), lambda: _("Settings"))
    yield Shortcut("title.cards", "C", title, lambda: _("Cards and sources"))
    yield Shortcut("cards.credits", "C", ("CardLibrary",), lambda: _("Credits and sources"))
    yield Shortcut("cards.family", "F", ("CardLibrary",), lambda: _("Family"))
    yield Shortcut("title.language", "L", title, lambda: _("Language"))
    yield Shortcut("title.quit", "Q", title, lambda: _("Quit"))
    yield Shortcut("begin", "B", (*title, *chooser, "Campaigns"), lambda: _("Begin"))
    yield Shortcut("chooser.length", "L", chooser, lambda: _("Length"))
    yield Shortcut("chooser.rules", "W", chooser, lambda: _("Law in force"))
    yield Shortcut("chooser.coin", "C", chooser, lambda: _("Let a coin decide who hires you."))
    yield Shortcut("chooser.problems", "P", chooser, lambda: _("Scenarios with problems"))
    yield Shortcut("problems.again", "R", ("ProblemsScreen",), lambda: _("Read again"))
    yield Shortcut("projector", "J", (*chooser, *pause), lambda: _("Projector"))
    yield Shortcut("pause.take-back", "Z", pause, lambda: _("Take back"))
    yield Shortcut("pause.cards", "T", pause, lambda: _("Cards and sources"))
    yield Shortcut("pause.how", "G", pause, lambda: _("Show me how"))
    yield Shortcut("pause.continue", "C", pause, lambda: _("Continue"))
    yield Shortcut("pause.export", "X", pause, lambda: _("Export this campaign"))
    yield Shortcut("pause.leave", "Q", pause, lambda: _("Save and go to the title"))
    yield Shortcut("settings.reading", "R", settings, lambda: _("Reading"))
    yield Shortcut("settings.seeing", "S", settings, lambda: _("Seeing"))
    yield Shortcut("settings.hearing", "H", settings, lambda: _("Hearing"))
    yield Shortcut("settings.controls", "C", settings, lambda: _("Controls"))
    yield Shortcut("settings.time", "T", settings, lambda: _("Time"))
    yield Shortcut("settings.keys", "K", settings, lambda: _("Change the shortcuts"))
    yield Shortcut("settings.privacy", "P", settings, lambda: _("Privacy"))


def _desks() -> Iterable[Shortcut]:
    data, audience = ("DataDesk",), ("AudienceDesk",)
    yield Shortcut("end-the-day", "N", _DESKS, lambda: _("End the day"))
    yield Shortcut("polls", "P", (*_DESKS, "PollArchive"), lambda: _("Poll archive"))
    yield Shortcut("data.buy", "B", data, lambda: _("Buy"))
    yield Shortcut("data.lawyer", "L", data, lambda: _("Ask the lawyer"))
    yield Shortcut("data.consent", "X", data, lambda: _("Why does consent matter?"))
    yield Shortcut("audience.add", "+", audience, lambda: _("Add a word"))
    yield Shortcut("audience.map", "M", audience, lambda: _("Map"))
    yield Shortcut("audience.stance", "S", audience, lambda: _("Stance"))
    yield Shortcut("audience.segment", "G", audience, lambda: _("Segment"))
    yield Shortcut("in-words", "W", (*audience, "Overnight"), lambda: _("In words"))
    yield Shortcut("night.movers", "O", ("Overnight",), lambda: _("Only those who moved"))


def _message() -> Iterable[Shortcut]:
    page = ("MessageDesk",)
    yield Shortcut("message.claim", "C", page, lambda: _("Claim"))
    yield Shortcut("message.tone", "T", page, lambda: _("Tone"))
    yield Shortcut("message.headline", "H", page, lambda: _("Headline"))
    yield Shortcut("message.label", "L", page, lambda: _("Sponsor label"))
    yield Shortcut("message.version", "V", page, lambda: _("The other version"))
    yield Shortcut("message.test", "S", page, lambda: _("Test"))
    yield Shortcut("message.a", "A", page, lambda: _("Send {letter}").format(letter="A"))
    yield Shortcut("message.b", "B", page, lambda: _("Send {letter}").format(letter="B"))


def _street() -> Iterable[Shortcut]:
    page = ("ActionDesk",)
    for row, places in enumerate(("QWET", "ASDF")):
        for at, place in enumerate(places, 1):
            name = _amplifying if row == 0 else _walking
            yield Shortcut(f"street.{place.lower()}", f"scan:{place}", page, lambda name=name, at=at: name(at))  # type: ignore[misc]  # because mypy cannot infer lambdas with defaults
    yield Shortcut("street.trust", "X", page, lambda: _("What does it cost in trust?"))


def _amplifying(at: int) -> str:
    return _("Above, card {n}").format(n=at)


def _walking(at: int) -> str:
    return _("In the street, card {n}").format(n=at)


def _phone() -> Iterable[Shortcut]:
    feed, check = ("FeedScreen",), ("LateralReading",)
    yield Shortcut("persona.surprise", "Z", ("PersonaChoice",), lambda: _("Surprise me"))
    yield Shortcut("feed.like", "L", feed, lambda: _("Like"))
    yield Shortcut("feed.share", "S", (*feed, *check), lambda: _("Share"))
    yield Shortcut("feed.check", "C", feed, lambda: _("Check it"))
    yield Shortcut("feed.end", "E", feed, lambda: _("Read to the end"))
    yield Shortcut("feed.why", "W", feed, lambda: _("Why this ad?"))
    yield Shortcut("feed.report", "X", (*feed, *check), lambda: _("Report"))
    yield Shortcut("feed.comments", "T", feed, lambda: _("Comments"))
    yield Shortcut("feed.messages", "M", feed, lambda: _("Messages"))
    yield Shortcut("feed.account", "U", feed, lambda: _("About this account"))
    yield Shortcut("feed.rights", "Y", feed, lambda: _("Your rights"))
    yield Shortcut("feed.debate", "D", feed, lambda: _("Go there"))
    yield Shortcut("check.tell", "T", check, lambda: _("Tell the one who shared it"))
    yield Shortcut("ballot.cast", "V", ("BallotScreen",), lambda: _("Fold it. Into the box."))


def _debrief() -> Iterable[Shortcut]:
    feeds, talk = ("TwoFeedsScreen",), ("Talk",)
    yield Shortcut("result.envelope", "O", ("Result",), lambda: _("The envelope"))
    yield Shortcut("result.close", "C", ("Result",), lambda: _("How close was it?"))
    yield Shortcut("feeds.evening", "E", feeds, lambda: _("Another evening"))
    yield Shortcut("feeds.voter", "V", feeds, lambda: _("Another voter"))
    yield Shortcut("feeds.cards", "T", feeds, lambda: _("The techniques"))
    yield Shortcut("techniques.sources", "S", ("Techniques", "CardLibrary"), lambda: _("Show sources"))
    yield Shortcut("talk.again", "P", talk, lambda: _("Play again"))
    yield Shortcut("talk.title", "B", talk, lambda: _("Back to the title"))
