"""Text from files on pages: never markup, and a link only where one was asked for."""

import re
from typing import Final

from data.model.links import is_safe_link

_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:^=&'\"@/])")
_LINK_LIKE: Final = re.compile(
    r"(?<=https:)(?=//)|(?<=http:)(?=//)|(?<=www)(?=\.)|(?<=@)", re.IGNORECASE
)
_WORD_JOINER: Final = "\u2060"
"""Takes no room. The browser looks for addresses after it has taken the escapes away."""


def plain(text: str) -> str:
    """Escape a text so that Streamlit's markdown shows it letter by letter, addresses too."""
    apart = _LINK_LIKE.sub(_WORD_JOINER, text)
    return _MARKDOWN.sub(r"\\\1", apart).replace("\n", "  \n")


def linked(text: str) -> str:
    """Give markdown that leads where a safe link leads; any other text is `plain`."""
    return f"<{text}>" if is_safe_link(text) else plain(text)
