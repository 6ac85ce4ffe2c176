"""Bar charts as SVG, for light and dark backgrounds."""

from __future__ import annotations

import math
from html import escape
from typing import NamedTuple

WIDTH = 820
# The ends of bars, and their height.
LEFT, RIGHT = 300, 730
BAR, STEP, GAP = 12, 17, 30
HEAD, FOOT = 62, 24
# Letters of the small font that fit to the left of the bars.
LETTERS = 42

STYLE = """
text { font: 12px system-ui, sans-serif; fill: #24292f }
.title { font-size: 16px; font-weight: 600 }
.group { font-weight: 600 }
.soft { fill: #57606a }
.line { stroke: #d0d7de; stroke-width: 1 }
.paper { fill: #ffffff }
.c0 { fill: #0969da } .c1 { fill: #1a7f37 } .c2 { fill: #9a6700 } .c3 { fill: #8250df } .c4 { fill: #bc4c00 }
.peer { fill: #afb8c1 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.soft { fill: #9da7b3 }
.line { stroke: #30363d }
.paper { fill: #0d1117 }
.c0 { fill: #4493f8 } .c1 { fill: #3fb950 } .c2 { fill: #d29922 } .c3 { fill: #ab7df8 } .c4 { fill: #f0883e }
.peer { fill: #6e7681 }
}
"""


class Bar(NamedTuple):
    """A bar: its name, value, what stands behind it, and its class in the style."""

    name: str
    value: float
    label: str
    kind: str


class Group(NamedTuple):
    """Bars under a heading."""

    title: str
    bars: list[Bar]


class Unit:
    """The format of the marks of a scale."""

    def __init__(self, *steps: tuple[float, str]) -> None:
        self.steps = steps

    def __call__(self, value: float) -> str:
        """The value in the largest unit that leaves at least one of it."""
        size, name = next((step for step in self.steps if value >= step[0] * 0.999), self.steps[-1])
        return f"{value / size:g} {name}"


def shortened(text: str) -> str:
    """A text that fits next to the bars."""
    return text if len(text) <= LETTERS else f"{text[: LETTERS - 1]}…"


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    """Words at a place."""
    return f'<text x="{x:.0f}" y="{y:.0f}" class="{kind}" text-anchor="{anchor}">{escape(words)}</text>'


def marks(least: float, most: float) -> list[float]:
    """Powers of ten around the values, so that the shortest bar is seen; if they are many, not all."""
    first = math.floor(math.log10(least / 1.5))
    last = max(math.ceil(math.log10(most)), first + 1)
    step = max(1, math.ceil((last - first) / 8))
    return [10.0**power for power in range(first, last + step, step)]


def chart(title: str, note: str, groups: list[Group], unit: Unit, base: float | None = None) -> str:
    """A chart with a logarithmic scale. Bars begin at its left end, or at `base`."""
    values = [bar.value for group in groups for bar in group.bars] + ([base] if base else [])
    scale = marks(min(values), max(values))
    first, last = math.log10(scale[0]), math.log10(scale[-1])

    def place(value: float) -> float:
        return LEFT + (math.log10(value) - first) / (last - first) * (RIGHT - LEFT)

    bars, y = [], HEAD
    for group in groups:
        y += GAP
        bars.append(text(16, y - 6, group.title, "group"))
        for bar in group.bars:
            from_x, to_x = sorted((place(base or scale[0]), place(bar.value)))
            size = f'x="{from_x:.1f}" y="{y}" width="{max(to_x - from_x, 1):.1f}" height="{BAR}"'
            bars.append(f'<rect {size} class="{bar.kind}"/>')
            bars.append(text(LEFT - 8, y + 10, shortened(bar.name), "soft", "end"))
            bars.append(text(max(to_x, from_x + 1) + 5, y + 10, bar.label))
            y += STEP
    height = y + FOOT
    lines = []
    for mark in scale:
        x = place(mark)
        lines.append(
            f'<line x1="{x:.1f}" y1="{HEAD + 6}" x2="{x:.1f}" y2="{height - 12}" class="line"/>'
        )
        lines.append(text(x, HEAD, unit(mark), "soft", "middle"))
    head = [text(16, 26, title, "title"), text(16, 44, note, "soft")]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
            f'width="{WIDTH}" height="{height}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<style>{STYLE}</style>",
            f'<rect width="{WIDTH}" height="{height}" rx="6" class="paper"/>',
            *head,
            *lines,
            *bars,
            "</svg>\n",
        ]
    )


TIME = Unit((1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1.0, "ns"))
TIMES_FASTER = Unit((1.0, "×"))
