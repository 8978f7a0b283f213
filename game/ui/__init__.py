"""Our widgets: the only room that imports pygame. It knows nothing of voters or ads.

A screen is written against the names below: see `Screen`, `App` and the containers. Units are those of a page of
1280 x 720; the App scales them to the window.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # a game does not greet on the terminal

from game.ui.app import App
from game.ui.buttons import Button
from game.ui.controls import Field, Slider, Toggle
from game.ui.frames import Box, Dialog, HintBar, LoopLogo, Pager, Panel, Phone
from game.ui.items import Item
from game.ui.keys import Binding
from game.ui.layout import Column, Frame, Grid, Mood, Row, Spacer, Stack
from game.ui.leaves import Avatar, Canvas, Icon, KeyCap, Picture, Rule
from game.ui.painter import Painter, Rect
from game.ui.paper import Arrow, Marker, Note, Receipt, Scissors, Slip, Strike, Tag, Tilt, Wobble
from game.ui.paper import arrow as draw_arrow
from game.ui.paper import ring as draw_ring
from game.ui.paragraph import Rich, Text
from game.ui.screen import Screen
from game.ui.scrolling import Place, Scroll
from game.ui.semantics import Node, as_text, spoken
from game.ui.text import Span, markup
from game.ui.theme import MoodName, Prefs, Theme, Words, contrast
from game.ui.widget import Widget
from game.ui.window import NoDisplay, open_window, png, render, run, start_video

if TYPE_CHECKING:
    from game.ui.callout import Callout, Chip, Over
    from game.ui.charts import Footprint, Interval, PollBand, Slope, StanceBar
    from game.ui.choices import Choice, Option
    from game.ui.dot_mark import DotMark
    from game.ui.dots import Dots
    from game.ui.figures import Figure
    from game.ui.key_row import KeyRow
    from game.ui.signs import Battery, Certainty, Coins, ConsentMark, Coverage, Progress, RiskTicks, StanceMark

_LATER = {
    "Callout": "callout",
    "Chip": "callout",
    "Footprint": "charts",
    "Interval": "charts",
    "PollBand": "charts",
    "Slope": "charts",
    "StanceBar": "charts",
    "Choice": "choices",
    "Option": "choices",
    "Over": "callout",
    "DotMark": "dot_mark",
    "Dots": "dots",
    "Figure": "figures",
    "KeyRow": "key_row",
    "Battery": "signs",
    "Certainty": "signs",
    "Coins": "signs",
    "ConsentMark": "signs",
    "Coverage": "signs",
    "Progress": "signs",
    "RiskTicks": "signs",
    "StanceMark": "signs",
}
"""What the title does not need, and so does not wait for (some of it loads NumPy): name -> module."""


def __getattr__(name: str) -> object:
    """Load such a name's module when it is first asked for."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)


__all__ = [
    "App",
    "Arrow",
    "Avatar",
    "Battery",
    "Binding",
    "Box",
    "Button",
    "Callout",
    "Canvas",
    "Certainty",
    "Chip",
    "Choice",
    "Coins",
    "Column",
    "ConsentMark",
    "Coverage",
    "Dialog",
    "DotMark",
    "Dots",
    "Field",
    "Figure",
    "Footprint",
    "Frame",
    "Grid",
    "HintBar",
    "Icon",
    "Interval",
    "Item",
    "KeyCap",
    "KeyRow",
    "LoopLogo",
    "Marker",
    "Mood",
    "MoodName",
    "NoDisplay",
    "Node",
    "Note",
    "Option",
    "Over",
    "Pager",
    "Painter",
    "Panel",
    "Phone",
    "Picture",
    "Place",
    "PollBand",
    "Prefs",
    "Progress",
    "Receipt",
    "Rect",
    "Rich",
    "RiskTicks",
    "Row",
    "Rule",
    "Scissors",
    "Screen",
    "Scroll",
    "Slider",
    "Slip",
    "Slope",
    "Spacer",
    "Span",
    "Stack",
    "StanceBar",
    "StanceMark",
    "Strike",
    "Tag",
    "Text",
    "Theme",
    "Tilt",
    "Toggle",
    "Widget",
    "Wobble",
    "Words",
    "as_text",
    "contrast",
    "draw_arrow",
    "draw_ring",
    "markup",
    "open_window",
    "png",
    "render",
    "run",
    "spoken", "start_video",
]  # fmt: skip
