"""Every picture and icon that is named exists."""

from __future__ import annotations

from collections.abc import Iterator

from game import resources
from game.scenario.problems import Problem
from game.scenario.tree import Scalar
from game.scenario.written import Written, meant


def check(written: Written) -> Iterator[Problem]:
    """Names without a file under ``assets/art``, and icons that the icon font does not have."""
    art = resources.assets() / "art"
    for file, path, shape, node in written.walk():
        if not (shape.art or shape.icon) or not isinstance(node, Scalar) or not isinstance(node.value, str):
            continue
        name = node.value
        if not name.replace("/", "").replace("-", "").replace("_", "").isalnum() or len(name) > 80:
            continue  # the form is told already, and such a name may lead out of the folder
        if shape.art and not resources.art(name).is_file():
            near = meant(name, (found.relative_to(art).with_suffix("").as_posix() for found in art.glob("*/*.svg")))
            message = f"there is no picture '{name}'"
            yield written.problem(file, path, "no-picture", message, near or f"draw assets/art/{name}.svg")
        if shape.icon and not resources.has_icon(name):
            near = meant(name, resources.icon_names())
            message = f"there is no icon '{name}'"
            yield written.problem(file, path, "no-icon", message, near or "see fontawesome.com, free, solid")
