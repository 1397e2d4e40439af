"""What is drawn: bars of points, and the line of earlier scores. Each is told in words beside it or in its label."""

from __future__ import annotations

from collections.abc import Sequence

from poalint.formats.html.elements import Markup, tag

_WIDE, _HIGH, _EDGE = 160, 64, 5
_WHOLE = 100


def bar(points: float, of: float, kind: str) -> Markup:
    """A bar that is filled as far as ``points`` go of ``of``; ``kind`` is the class of what fills it."""
    filled = round(_WHOLE * points / of, 2) if of else 0
    return tag(
        "svg",
        tag("rect", class_="track", width=_WHOLE, height=8),
        tag("rect", class_=f"fill {kind}", width=filled, height=8),
        class_="bar", viewBox=f"0 0 {_WHOLE} 8", preserveAspectRatio="none", aria_hidden="true",
    )  # fmt: skip


def trend(scores: Sequence[tuple[str, int]], label: str) -> Markup:
    """A line through scores, oldest first, each with the name of its report; the scale is always 0 to 100."""
    step = (_WIDE - 2 * _EDGE) / max(1, len(scores) - 1)
    room = _HIGH - 2 * _EDGE
    places = [(_EDGE + step * at, _EDGE + room * (1 - each / _WHOLE)) for at, (_, each) in enumerate(scores)]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = [
        tag("circle", tag("title", f"{name}: {score}"), cx=f"{x:.1f}", cy=f"{y:.1f}", r=2.5)
        for (name, score), (x, y) in zip(scores, places, strict=True)
    ]
    ground = tag("line", x1=_EDGE, x2=_WIDE - _EDGE, y1=_HIGH - _EDGE, y2=_HIGH - _EDGE)
    return tag(
        "svg", ground, tag("polyline", points=points), dots,
        class_="trend", viewBox=f"0 0 {_WIDE} {_HIGH}", role="img", aria_label=label,
    )  # fmt: skip
