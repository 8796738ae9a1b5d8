"""Which version of the app this is; its project file says so, it is not installed as a package."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

_PROJECT: Final = Path(__file__).parents[2] / "pyproject.toml"
CHANGELOG: Final = Path(__file__).parents[1] / "CHANGELOG.md"
"""What each version brought, in words for those who use it."""


@cache
def version() -> str:
    """Give the version as its users see it: 1.1.0."""
    return str(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"])
