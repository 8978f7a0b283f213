"""How a player comes to every place by keys, from where a wandering can begin."""

from __future__ import annotations

ROUTES: dict[str, tuple[str, str]] = {
    "Title": ("title", ""),
    "Chooser": ("title", "N"),
    "SettingsScreen": ("title", "S"),
    "KeysScreen": ("title", "S C K"),
    "ProblemsScreen": ("title", "N P"),
    "CardLibrary": ("title", "C"),
    "Credits": ("title", "C C"),
    "Campaigns": ("title", "O"),
    "Briefing": ("first morning", ""),
    "DataDesk": ("first morning", "1"),
    "AudienceDesk": ("second morning", "2"),
    "MessageDesk": ("second morning", "3"),
    "ActionDesk": ("second morning", "4"),
    "PollArchive": ("second morning", "P"),
    "Pause": ("second morning", "Esc"),
    "Overnight": ("first morning", "N N"),
    "PersonaChoice": ("choice", ""),
    "FeedScreen": ("evening", ""),
    "RightsPage": ("evening", "Y"),
    "LateralReading": ("evening", "C"),
    "EveningBreak": ("evening", "Esc Enter"),
    "DebatePage": ("second evening", "D Enter"),
    "BallotScreen": ("booth", ""),
    "Result": ("debrief", ""),
    "Why": ("debrief", "Right"),
    "TwoFeedsScreen": ("debrief", "Right Right"),
    "WhatIf": ("debrief", "Right Right Right"),
    "WhatElse": ("debrief", "Right Right Right Right"),
    "Techniques": ("debrief", "Right Right Right Right Right"),
    "Talk": ("debrief", "Right Right Right Right Right Right"),
    "HowSure": ("debrief", "Esc H"),
}
"""Class of a page -> where to begin, and the keys from there."""
