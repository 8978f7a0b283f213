"""Texts of scenarios on their way to translators and back: Babel extractor and localiser.

Both name a text by the same context, ``<scenario id>/<file>.<path>``, where list items go by their id (else their
position): ``tram-vote/campaign.claims.last-tram.texts.fear.curiosity``. A text keeps its translation when others are
moved around it, and one English word may become two in another language.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from pathlib import PurePath
from typing import Any, BinaryIO

from game.scenario.model import FILES, Authored, Scenario
from game.scenario.shape import Shape, fields, speaking
from game.scenario.tree import Node, Rows, Scalar, Table, parse
from game.scenario.written import identity

Translate = Callable[[str, str], str]
"""``translate(context, text)``: the text in another language, or itself."""
Message = tuple[int, str, tuple[str, str], list[str]]
"""Line, gettext function, (context, text), comments: what Babel takes from an extractor."""


def extract(
    fileobj: BinaryIO, keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Message]:
    """Every text of one scenario file, for Babel (see ``babel.cfg``).

    Args:
        fileobj: the file; its name gives scenario (the folder) and file.
        keywords: not used: fields speak for themselves, by ``Translatable`` in the model.
        comment_tags: not used: the comment is the field's own description.
        options: not used.
    """
    del keywords, comment_tags, options
    place = PurePath(fileobj.name)
    if place.stem not in FILES:
        return
    tree = parse(fileobj.read(), lambda *_, **__: None)
    if tree is not None:
        yield from _texts(Shape(model=FILES[place.stem]), tree, f"{place.parent.name}/{place.stem}")


def _texts(shape: Shape, node: Node, context: str) -> Iterator[Message]:
    if shape.text and isinstance(node, Scalar) and isinstance(node.value, str) and node.value:
        yield node.mark.line, "pgettext", (context, node.value), [_comment(shape)]
    elif shape.model is not None and isinstance(node, Table):
        known = fields(shape.model)
        for key, value in node.entries.items():
            if key in known and known[key].speaks:
                yield from _texts(known[key], value, f"{context}.{key}")
    elif shape.item is not None and isinstance(node, Rows):
        for index, value in enumerate(node.items):
            yield from _texts(shape.item, value, f"{context}.{identity(value) or index}")
    elif shape.value is not None and isinstance(node, Table):
        for key, value in node.entries.items():
            yield from _texts(shape.value, value, f"{context}.{key}")


def _comment(shape: Shape) -> str:
    limit = f"At most {shape.limit} characters." if shape.limit else ""
    return f"{limit} {shape.about}".strip()


def localise(scenario: Scenario, translate: Translate) -> Scenario:
    """A copy of the scenario in which every translatable text went through ``translate``; all else is shared.

    The copy skips validation: a translation may be longer than the source may be, and ids and numbers are the same.
    """
    made: dict[str, Any] = {
        name: _copy(getattr(scenario, name), f"{scenario.id}/{'scenario' if name == 'head' else name}", translate)
        for name in Scenario.model_fields
    }
    return Scenario.model_construct(**made)


def _copy(value: Authored, context: str, translate: Translate) -> Authored:
    kind = type(value)
    old = value.__dict__
    new = {name: old[name] for name in kind.model_fields}
    for name, shape in speaking(kind).items():
        part = new[name]
        if part is not None:
            new[name] = _translated(shape, part, f"{context}.{name}", translate)
    return kind.model_construct(value.model_fields_set, **new)


def _translated(shape: Shape, part: Any, context: str, translate: Translate) -> Any:
    if shape.text:
        return translate(context, part) if part else part
    if shape.model is not None:
        return _copy(part, context, translate)
    if shape.item is not None:
        item = shape.item
        if item.model is not None and "id" in _names(item.model):
            return tuple(_copy(one, f"{context}.{one.id}", translate) for one in part)
        return tuple(_translated(item, one, f"{context}.{index}", translate) for index, one in enumerate(part))
    if shape.value is not None:
        return {key: _translated(shape.value, one, f"{context}.{key}", translate) for key, one in part.items()}
    return part


@cache
def _names(model: type[Authored]) -> frozenset[str]:
    return frozenset(model.model_fields)
