"""Whether the settings of the sign-in hold: a known cookie secret forges any identity."""

import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

from data.model.errors import UnsafeSignInError

SHORTEST_SECRET: Final = 32
FEWEST_LETTERS: Final = 10
"""Different characters: all but one in 10,000 of 32 random hexadecimal digits have them."""
SAMPLE_WORDS: Final = ("change", "replace", "secret", "sample", "example", "password")


class Weakness(StrEnum):
    """Why nobody can be let in with these settings."""

    NOT_READABLE = "secrets-not-readable"
    NOT_TOML = "secrets-not-toml"
    EMPTY = "sign-in-empty"
    MISSING = "cookie-secret-missing"
    SHORT = "cookie-secret-short"
    SAMPLE = "cookie-secret-sample"


def providers(files: Iterable[Path]) -> tuple[str, ...]:
    """Name the configured providers, "" for the one without a name; empty when there is none.

    The files are those of Streamlit's secrets, later ones counting over earlier.

    Raises:
        UnsafeSignInError: one cannot be read, or its secret is none.
    """
    read = [(path.name, _read(path)) for path in files if path.is_file()]
    sections = [(name, settings["auth"]) for name, settings in read if "auth" in settings]
    if not sections:
        return ()
    name, section = sections[-1]
    settings = section if isinstance(section, dict) else {}
    named = tuple(key for key, value in settings.items() if _is_provider(value))
    found = (*([""] if _is_provider(settings) else []), *named)
    weakness = _weakness(settings) if found else Weakness.EMPTY
    if weakness:
        raise UnsafeSignInError(name, weakness)
    return found


def is_in_time(claims: Mapping[str, object], now: float) -> bool:
    """Tell whether a token still holds at a moment (seconds since 1970); one without an end never.

    Streamlit keeps the claims in a cookie for 30 days and does not look at them again.
    """
    end = claims.get("exp")
    return isinstance(end, int | float) and not isinstance(end, bool) and now < end


def _is_provider(value: object) -> bool:
    return isinstance(value, dict) and "client_id" in value


def _read(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise UnsafeSignInError(path.name, Weakness.NOT_READABLE) from error
    except tomllib.TOMLDecodeError as error:
        raise UnsafeSignInError(path.name, Weakness.NOT_TOML) from error


def _weakness(section: Mapping[str, object]) -> Weakness | None:
    secret = section.get("cookie_secret")
    if not isinstance(secret, str) or not secret:
        return Weakness.MISSING
    if len(secret) < SHORTEST_SECRET:
        return Weakness.SHORT
    told = secret.casefold()
    if len(set(told)) < FEWEST_LETTERS or any(word in told for word in SAMPLE_WORDS):
        return Weakness.SAMPLE
    return None
