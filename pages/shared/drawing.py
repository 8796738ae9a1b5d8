"""Drawing a figure with its name for assistive technology, and the words around pages."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.documents.paper import typesetting
from data.documents.pictures.drawing import picture
from data.framework import is_example, office, organisation
from data.model.access import Action
from data.model.places import former_catalogue_folder
from data.tables.filters import Filters
from data.tables.handouts import batch_names, dated_name
from data.words import filters as filter_words
from data.words import navigation as words
from pages.charts import canvas
from pages.charts.shown import on_a_page
from pages.shared import example
from pages.shared.elements import markup
from pages.shared.safe import plain
from pages.shared.session import can, database, kept, later
from queries import batches as batch_queries

_PICTURES: Final = {".png": "image/png", ".svg": "image/svg+xml"}
_SCOPE: Final = "scope_line"
_SKETCHES: Final = Path(__file__).parent / "elements"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure, what it says to those who cannot see it, and the file name of its pictures.

    `foot` is what a picture says below; of itself it is whose it is, the filters, the source.
    """

    figure: canvas.Chart
    alt: str
    name: str
    foot: tuple[str, ...] | None = None
    shown: canvas.Chart = field(init=False)
    """The figure as a page shows it, which writes its heading itself."""

    def __post_init__(self) -> None:
        """Make it once for all who see it."""
        object.__setattr__(self, "shown", on_a_page(self.figure))


def draw(drawing: Drawing, on_click: Callable[[Any], None] | None = None) -> None:
    """Draw a figure below its heading and the buttons of its pictures.

    `on_click` is given the customdata of the point that was clicked.
    """
    with card(drawing):
        chart(drawing, on_click)
        explained(drawing)


@contextmanager
def card(drawing: Drawing) -> Iterator[DeltaGenerator]:
    """Draw the card of a figure with its heading, and give the place of what is chosen there."""
    heading = canvas.heading_of(drawing.figure)
    with st.container(gap="xxsmall", border=True, key=f"card_chart_{drawing.name}"):
        head = f"chart_head_{drawing.name}"
        with st.container(horizontal=True, vertical_alignment="center", key=head):
            markup.draw(markup.takeaway(heading.takeaway, heading.subtitle, sample=is_example()))
            choices = st.container(width="content")
            offer_pictures(drawing.name, lambda: drawing.figure, drawing.foot)
        yield choices


def explained(drawing: Drawing) -> None:
    """Say what the colours of a figure mean."""
    heading = canvas.heading_of(drawing.figure)
    notes = (markup.text(note, "quiet") for note in heading.notes)
    markup.draw(markup.keys(heading.legend), *notes)


def chart(drawing: Drawing, on_click: Callable[[Any], None] | None = None) -> None:
    """Draw the figure alone."""
    event = st.plotly_chart(
        drawing.shown,
        config=dict(canvas.CONFIG),
        alt=drawing.alt,
        key=f"chart_{drawing.name}",
        on_select="rerun" if on_click else "ignore",
        selection_mode="points",
    )
    points = event["selection"]["points"] if on_click and isinstance(event, dict) else []
    if on_click and points and "customdata" in points[0]:
        on_click(points[0]["customdata"])


def offer_pictures(
    name: str, draw_figure: Callable[[], canvas.Chart], foot: Sequence[str] | None = None
) -> None:
    """Draw the buttons that build the pictures of a figure when they are clicked."""
    foot = _foot() if foot is None else foot
    with st.container(horizontal=True, width="content", gap="small", key=f"pictures_{name}"):
        for suffix, mime in _PICTURES.items():
            st.download_button(
                words.PICTURE[suffix],
                data=later(partial(_picture, draw_figure, foot, suffix)),
                file_name=dated_name(name, suffix),
                mime=mime,
                key=f"chart_{name}{suffix}",
                on_click="ignore",
                type="tertiary",
                icon=":material/image:",
                help=words.PICTURE_HELP,
            )


def _foot() -> tuple[str, ...]:
    """Say under a picture what the page says around its figure: whose, the filters, the source."""
    shown = st.session_state.get(_SCOPE, "")
    files = batches_in_use()
    source = words.SOURCE.format(files=" · ".join(files)) if files else ""
    return tuple(filter(None, (organisation().name, shown, source)))


def _picture(draw_figure: Callable[[], canvas.Chart], foot: Sequence[str], suffix: str) -> bytes:
    setting = typesetting.svg if suffix == ".svg" else typesetting.png
    return setting("picture", picture(draw_figure().to_dict(), foot))


def scope(filters: Filters) -> None:
    """Write what the page shows: the scope line and unknown values of a link."""
    unknown = st.session_state.pop("unknown_in_link", [])
    if unknown:
        named = ", ".join(plain(value) for value in unknown)
        st.warning(filter_words.UNKNOWN_IN_LINK.format(values=named), icon=":material/link_off:")
    parts = filter_words.SEPARATOR.join(filters.scope())
    st.session_state[_SCOPE] = words.SCOPE.format(parts=parts)
    st.caption(words.SCOPE.format(parts=plain(parts)))


def agency() -> None:
    """Say over the title whose dashboard this is."""
    markup.draw(markup.agency(organisation().name, office().logo))


def former_catalogue() -> None:
    """Say what to do with a folder of catalogue files that is named, but no longer read."""
    folder = former_catalogue_folder()
    if folder:
        st.warning(plain(words.FORMER_FOLDER.format(folder=folder)), icon=":material/rule:")


def source() -> None:
    """Write which imports the page stands on."""
    files = batches_in_use()
    if files:
        st.caption(words.SOURCE.format(files=plain(" · ".join(files))), width="content")


def score_source() -> None:
    """Write which imports the page stands on, and where each score leads to its cell."""
    with st.container(horizontal=True, vertical_alignment="center"):
        source()
        st.page_link("pages/yearly_trends.py", label=words.TO_CELLS, icon=":material/search:")


@kept
def batches_in_use() -> tuple[str, ...]:
    """Name the import batches whose values count now."""
    return batch_names(batch_queries.batches(database()))


def nothing_yet(title: str, body: str, sketch: str = "scores") -> None:
    """Say what is missing beside a sketch of what will be there, and how to begin; end the page."""
    grid = st.grid(3, min_column_width=280, gap="small")
    with grid, st.container(border=True, key="card_nothing"):
        st.image(_SKETCHES / f"{sketch}.svg", alt="", width="stretch")
    with (
        grid.cell(column_span=2),
        st.container(border=True, height="stretch", gap="xxsmall", key="card_begin"),
    ):
        st.header(title, anchor=False)
        st.markdown(body)
        if can(Action.IMPORT):
            st.page_link("pages/import_files.py", label=words.GO_IMPORT, width="stretch")
            lines(words.STEPS_AFTER_IMPORT)
        example.link()
    st.stop()


def lines(texts: Sequence[str]) -> None:
    """Write short lines below each other, letter by letter."""
    st.markdown("  \n".join(plain(text) for text in texts))
