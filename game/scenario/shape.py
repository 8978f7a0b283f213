"""The format's shape as data: which fields hold texts, references and nested models.

One walk over the annotations of ``model.py``, used by the reader, the references check, the extractor and the
localiser, so that none of them knows a field by name.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import StringConstraints

from game.scenario.model import Art, Authored, Icon, RefersTo, Translatable

COLLECTIONS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "people": (("scenario", "people"),),
    "sides": (("scenario", "sides"),),
    "districts": (("town", "districts"),),
    "concerns": (("town", "concerns"),),
    "signals": (("town", "signals"),),
    "sources": (("campaign", "sources"),),
    "claims": (("campaign", "claims"),),
    "pictures": (("campaign", "pictures"),),
    "actions": (("campaign", "amplify"), ("campaign", "street")),
    "events": (("campaign", "events"),),
    "accounts": (("feed", "accounts"),),
    "personas": (("feed", "personas"),),
    "posts": (("feed", "posts"),),
    "replies": (("feed", "replies"),),
    "messages": (("feed", "messages"),),
    "debates": (("feed", "debates"),),
    "pages": (("feed", "pages"),),
    "cards": (("debrief", "cards"),),
    "studies": (("debrief", "studies"),),
}
"""Where each collection of ``Scenario.ids`` is written: file and top-level key."""

_ART, _ICON = get_args(Art)[1], get_args(Icon)[1]


@dataclass(frozen=True)
class Shape:
    """What may stand in one place of a file; exactly one of the parts below is set, or none for plain values."""

    text: bool = False
    """A text that players read."""
    limit: int | None = None
    """Longest text, in characters."""
    art: bool = False
    """The name of a picture file."""
    icon: bool = False
    """The name of an icon."""
    choices: frozenset[str] = frozenset()
    """The words of which one must stand here."""
    refers: str = ""
    """The collection that this id must be in."""
    model: type[Authored] | None = None
    item: Shape | None = None
    """Of a list."""
    key: Shape | None = None
    """Of a table with free keys."""
    value: Shape | None = None
    about: str = field(default="", compare=False)
    """What the field is for, in the format's own words."""

    @property
    def speaks(self) -> bool:
        """Is there a translatable text in here?"""
        return self.text or bool(
            (self.item and self.item.speaks)
            or (self.value and self.value.speaks)
            or (self.model and any(shape.speaks for shape in fields(self.model).values()))
        )


@cache
def fields(model: type[Authored]) -> Mapping[str, Shape]:
    """Field name -> shape, in the model's order."""
    hints = get_type_hints(model, include_extras=True)
    return {name: _shape(hints[name], (), info.description or "") for name, info in model.model_fields.items()}


@cache
def speaking(model: type[Authored]) -> Mapping[str, Shape]:
    """Those fields with a translatable text somewhere inside."""
    return {name: shape for name, shape in fields(model).items() if shape.speaks}


def _shape(annotation: Any, marks: tuple[Any, ...], about: str) -> Shape:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _shape(inner, (*marks, *more), about)
    parts = [part for part in get_args(annotation) if part is not type(None)]
    if origin in (Union, types.UnionType) and len(parts) == 1:
        return _shape(parts[0], marks, about)
    if origin is tuple:
        return Shape(item=_shape(parts[0], (), about), about=about)
    if origin is Mapping:
        return Shape(key=_shape(parts[0], (), ""), value=_shape(parts[1], (), about), about=about)
    if isinstance(annotation, type) and issubclass(annotation, Authored):
        return Shape(model=annotation, about=about)
    return Shape(
        text=any(isinstance(mark, Translatable) for mark in marks),
        limit=_limit(marks),
        choices=_choices(annotation),
        art=_ART in marks,
        icon=_ICON in marks,
        refers=next((mark.collection for mark in marks if isinstance(mark, RefersTo)), ""),
        about=about,
    )


def _choices(annotation: Any) -> frozenset[str]:
    words = get_args(annotation) if get_origin(annotation) is Literal else ()
    return frozenset(word for word in words if isinstance(word, str))


def _limit(marks: tuple[Any, ...]) -> int | None:
    for mark in marks:
        if isinstance(mark, StringConstraints):
            return mark.max_length
    return None
