"""The course of a plan in, a picture of it out: a step for each figure along a true axis of time, as PNG.

A step line and not bars: an amount holds from the day on which it is told until the next. Only this module draws.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from PIL import Image, ImageDraw, ImageFont

from flows.alerts.dates import write_short_day
from flows.alerts.history import Chart, Point

WIDTH, HEIGHT = 400, 172  # as it is shown, in CSS pixels; a phone is hardly narrower, so letters stay legible there
SCALE = 2  # pixels of the picture for one of CSS, for fine displays
TOP, BOTTOM, LEFT = 34, 30, 2  # around the line: room for the amounts above it and the days below
DOT = 5
GAP = 10  # between two labels, at the least
SMALL, PLAIN, LARGE = 13, 14, 17  # sizes of letters: days, amounts, the alert's own amount
MOST_OF_IT = 0.7
COLOURS = 64  # that the file keeps: enough for smooth edges


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of a picture. The ground is that of the card on which it stands."""

    ground: str
    ink: str
    dim: str
    line: str
    area: str
    now: str
    now_area: str


LIGHT = Theme("#ffffff", "#16191d", "#5d6670", "#7f8b98", "#eef1f4", "#0b5cad", "#dbe9f7")
DARK = Theme("#181b20", "#eceff3", "#a0a9b4", "#7b8794", "#23282f", "#7db7f5", "#1d3550")


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in its place, in pixels."""

    point: Point
    x: int
    y: int


@lru_cache(maxsize=32)  # of one alert to many people
def draw_chart(chart: Chart, theme: Theme = LIGHT) -> bytes:
    """A PNG of `WIDTH` by `HEIGHT`, `SCALE` times as fine. What it shows in words is `chart.words`."""
    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), theme.ground)
    pen = ImageDraw.Draw(image)
    spots = tuple(_placed(chart))
    _steps(pen, spots, theme)
    for spot in spots:
        _dot(image, spot, theme.now if spot is spots[-1] else theme.line, theme.ground)
    _amounts(pen, spots, theme)
    _days(pen, spots, theme)
    file = io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _placed(chart: Chart) -> Iterator[Spot]:
    """Time from left to right, amounts from zero up. Where all is of one day the steps are even."""
    first, last = chart.points[0].day, chart.points[-1].day
    largest = max(point.value for point in chart.points)
    width, height = (WIDTH - LEFT - DOT) * SCALE - _last_width(chart.points[-1]), (HEIGHT - TOP - BOTTOM) * SCALE
    for place, point in enumerate(chart.points):
        along = _share(point.day, first, last) if last > first else place / (len(chart.points) - 1)
        x, y = (LEFT + DOT) * SCALE + along * width, TOP * SCALE + (1 - float(point.value / largest)) * height
        yield Spot(point, round(x), round(y))


def _last_width(point: Point) -> float:
    """The alert's own step is as long as its labels, and never more than most of the picture."""
    longest = max(_width(point.words, _own_size(point)), _width(write_short_day(point.day), SMALL))
    return min(longest + GAP * SCALE, WIDTH * SCALE * MOST_OF_IT)


def _own_size(point: Point) -> int:
    return LARGE if _width(point.words, LARGE) <= WIDTH * SCALE / 2 else PLAIN


def _share(day: date, first: date, last: date) -> float:
    return min(1.0, max(0.0, (day - first) / (last - first)))


def _steps(pen: ImageDraw.ImageDraw, spots: Sequence[Spot], theme: Theme) -> None:
    """The area below the line, the ground that it stands on, and the line. The alert's own step is coloured."""
    ground, edge = (HEIGHT - BOTTOM) * SCALE, (WIDTH - 1) * SCALE
    ends = [*(spot.x for spot in spots[1:]), edge]
    for spot, end in zip(spots, ends, strict=True):
        area = theme.now_area if spot is spots[-1] else theme.area
        pen.rectangle((spot.x, spot.y, end, ground), fill=area)
    pen.line((LEFT * SCALE, ground, edge, ground), fill=theme.line, width=SCALE)
    level = spots[0].y
    for spot, end in zip(spots, ends, strict=True):
        colour = theme.now if spot is spots[-1] else theme.line
        pen.line((spot.x, level, spot.x, spot.y, end, spot.y), fill=colour, width=2 * SCALE)
        level = spot.y


def _dot(image: Image.Image, spot: Spot, colour: str, ground: str) -> None:
    """Full; hollow where it is a rumour."""
    _disc(image, spot, DOT * SCALE, colour)
    if spot.point.rumour:
        _disc(image, spot, (DOT - 2) * SCALE, ground)


def _disc(image: Image.Image, spot: Spot, radius: int, colour: str) -> None:
    """Drawn four times as large, for a smooth edge."""
    size, fine = 2 * radius + 1, 4
    mask = Image.new("L", (size * fine, size * fine))
    ImageDraw.Draw(mask).ellipse((0, 0, size * fine - 1, size * fine - 1), fill=255)
    image.paste(colour, (spot.x - radius, spot.y - radius), mask.resize((size, size)))


def _amounts(pen: ImageDraw.ImageDraw, spots: Sequence[Spot], theme: Theme) -> None:
    """Each amount above its step, where the step is long enough; beside the line where that comes from above. Only the
    alert's own has its unit, which is that of all."""
    level = 0
    for spot, end in zip(spots, [*(spot.x for spot in spots[1:]), WIDTH * SCALE], strict=True):
        now = spot is spots[-1]
        words, size = (spot.point.words, _own_size(spot.point)) if now else (spot.point.number, PLAIN)
        begin = spot.x + (DOT + 2) * SCALE if level < spot.y and spot is not spots[0] else _begin(spot)
        if begin + _width(words, size) + (0 if now else GAP) <= end:
            colour = theme.now if now else theme.ink
            pen.text((begin, spot.y - (DOT + 4) * SCALE), words, colour, _font(size), anchor="ls")
        level = spot.y


def _days(pen: ImageDraw.ImageDraw, spots: Sequence[Spot], theme: Theme) -> None:
    """The last day and the first, and of the others those for which there is room."""
    taken: list[tuple[float, float]] = []
    for spot in (spots[-1], *spots[:-1]):
        words = write_short_day(spot.point.day)
        begin, end = _begin(spot), _begin(spot) + _width(words, SMALL) + GAP * SCALE
        if all(end <= other or begin >= other_end for other, other_end in taken):
            taken.append((begin, end))
            pen.text((begin, (HEIGHT - 8) * SCALE), words, theme.dim, _font(SMALL), anchor="ls")


def _begin(spot: Spot) -> int:
    """Labels begin where the dot does."""
    return spot.x - DOT * SCALE


def _width(words: str, size: int) -> float:
    return _font(size).getlength(words)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """The font that comes with Pillow. Labels are our own English words, so its Latin letters are enough."""
    font = ImageFont.load_default(size * SCALE)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise RuntimeError("Pillow was built without FreeType: install its wheel")
    return font
