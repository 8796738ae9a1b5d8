"""Pages from templates: every text is escaped, also one that came from a hostile file."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from data.exporters.cells.cell_text import clean_text
from data.words.files import site as words

if TYPE_CHECKING:
    import jinja2

_TEMPLATES: Final = Path(__file__).parent / "templates"


def rendered(template: str, content: Mapping[str, Any]) -> bytes:
    """Fill a template of this folder.

    Raises:
        jinja2.UndefinedError: it asks for what the content does not have.
    """
    return _environment().get_template(template).render(content).encode()


@cache
def _environment() -> "jinja2.Environment":
    # Loaded with the first site: no page needs it.
    import jinja2  # noqa: PLC0415
    import markupsafe  # noqa: PLC0415

    def cleaned(value: object) -> object:
        plain = isinstance(value, str) and not isinstance(value, markupsafe.Markup)
        return clean_text(str(value)) if plain else value

    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["words"] = words
    return made
