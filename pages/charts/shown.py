"""A figure as a page shows it: without what the page writes itself, in the colours of its theme."""

from functools import cache
from typing import Any, Final, cast

import plotly.io

from data.words import palette
from pages.charts import canvas

_FOLLOWING: Final = {
    colour: f"#0000{place}" for place, colour in enumerate(palette.ON_DARK, start=11)
}
"""Streamlit's browser side puts a colour of `chartSequentialColors` in the place of each."""


def on_a_page(whole: canvas.Chart) -> canvas.Chart:
    """Give a figure without its heading and legend, in colours of the theme that looks at it.

    A page writes heading and legend in its full width.
    """
    sent = _following(whole.to_dict())
    layout = sent["layout"] | {"template": _template()}
    if "meta" in layout:
        meta, notes, margin = layout.pop("meta"), layout["annotations"], layout["margin"]
        written = canvas.HEADING["name"]
        layout["annotations"] = [note for note in notes if note.get("name") != written]
        layout["height"] -= meta["above"] + meta["below"]
        top, bottom = margin["t"] - meta["above"], margin["b"] - meta["below"]
        layout["margin"] = margin | {"t": top, "b": bottom}
        del layout["title"]
    return canvas.Chart(sent["data"], layout)


@cache
def _template() -> dict[str, Any]:
    """Give what the browser fills with the colours of the theme."""
    return cast("dict[str, Any]", plotly.io.templates[plotly.io.templates.default].to_plotly_json())


def _following(sent: Any) -> Any:  # noqa: ANN401  whatever a figure holds
    """Give what is sent with the colours that are others on a dark page left to the theme."""
    if isinstance(sent, dict):
        return {key: _following(value) for key, value in sent.items()}
    if isinstance(sent, list | tuple):
        return [_following(value) for value in sent]
    return _FOLLOWING.get(sent, sent) if isinstance(sent, str) else sent
