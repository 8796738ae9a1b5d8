"""Text from files on pages: never markup."""

import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:^=&'\"@/])")


def plain(text: str) -> str:
    """Escape a text so that Streamlit's markdown shows it letter by letter."""
    return _MARKDOWN.sub(r"\\\1", text).replace("\n", "  \n")
