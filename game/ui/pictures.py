"""Drawings from the assets, rasterised once for each size in device pixels and kept within a budget."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pygame

from game import resources
from game.ui.shapes import rounded_mask
from game.ui.surfaces import SurfaceCache

_RASTERS = SurfaceCache(1.75)
Crop = tuple[float, float, float, float]


@lru_cache(maxsize=512)
def locate(name: str) -> Path:
    """The file of a drawing: an absolute path as it stands, or a name such as `people/ines` in the shipped art."""
    path = Path(name)
    return path if path.is_absolute() else resources.art(name.removesuffix(".svg"))


@lru_cache(maxsize=512)
def natural_size(name: str) -> tuple[float, float]:
    """Width and height that the drawing itself asks for. Raises FileNotFoundError."""
    path = locate(name)
    if path.suffix != ".svg":
        surface = pygame.image.load(str(path))
        return float(surface.get_width()), float(surface.get_height())
    head = path.read_text("utf-8")[:2000]
    box = re.search(r"viewBox=[\"']\s*[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)", head)
    if box:
        return float(box[1]), float(box[2])
    width, height = re.search(r"\bwidth=[\"']([\d.]+)", head), re.search(r"\bheight=[\"']([\d.]+)", head)
    return (float(width[1]), float(height[1])) if width and height else (100.0, 100.0)


def raster(
    name: str, width: int, height: int, *, crop: Crop | None, cover: bool, radius: float, turned: bool = False
) -> pygame.Surface:
    """The drawing at width x height pixels: `crop` (x, y, w, h in its own units) or all of it.

    With `cover` it fills the box and what is over is cut, else it fits inside and the rest is clear. `radius` rounds
    the corners, in pixels. `turned`: left and right exchanged.
    """
    key = (name, width, height, crop, cover, round(radius, 2), turned)

    def make() -> pygame.Surface:
        drawn = _draw(name, max(1, width), max(1, height), crop, cover, radius)
        return pygame.transform.flip(drawn, True, False) if turned else drawn

    return _RASTERS.get(key, make)


def _draw(name: str, width: int, height: int, crop: Crop | None, cover: bool, radius: float) -> pygame.Surface:
    nw, nh = natural_size(name)
    cx, cy, cw, ch = crop or (0.0, 0.0, nw, nh)
    scale = max(width / cw, height / ch) if cover else min(width / cw, height / ch)
    whole = _whole(name, max(1, math.ceil(nw * scale - 0.01)), max(1, math.ceil(nh * scale - 0.01)))
    result = pygame.Surface((width, height), pygame.SRCALPHA)
    x = round((width - cw * scale) / 2 - cx * scale)
    y = round((height - ch * scale) / 2 - cy * scale)
    result.blit(whole, (x, y))
    if radius:
        result.blit(rounded_mask(width, height, radius), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return result


def _whole(name: str, width: int, height: int) -> pygame.Surface:
    path = locate(name)
    if path.suffix == ".svg":
        return pygame.image.load_sized_svg(BytesIO(path.read_bytes()), (width, height))
    return pygame.transform.smoothscale(pygame.image.load(str(path)).convert_alpha(), (width, height))
