"""Who plans without a sign-in: a link that counts once, and the signed cookie it is changed for."""

import hashlib
import hmac
import os
import secrets
import time
from pathlib import Path
from typing import Final

from data.model.errors import StoreUnreachableError
from data.model.files import put_in_place

COOKIE: Final = "ita_planner"
LINK_PATH: Final = "/planner/"
COOKIE_SECONDS: Final = 180 * 24 * 3600
LINK_SECONDS: Final = 3600
"""A link nobody has used by then is void; another one costs a command."""

_KEY: Final = "planner.key"
_LINK: Final = "planner.link"
_ADDRESS: Final = "app.address"
_ADDRESS_WITHOUT_APP: Final = "http://localhost:8501"


def new_link(folder: Path) -> str:
    """Give a link to the app that makes one browser the planner's; an older unused one is void.

    `folder` is that of the store.

    Raises:
        StoreUnreachableError: nothing can be written there.
    """
    secret = secrets.token_urlsafe(32)
    _write(folder / _LINK, _digest(secret))
    address = _read(folder / _ADDRESS) or _ADDRESS_WITHOUT_APP
    return f"{address}{LINK_PATH}{secret}"


def renew_key(folder: Path) -> None:
    """Make every cookie given so far void.

    Raises:
        StoreUnreachableError: nothing can be written there.
    """
    _write(folder / _KEY, secrets.token_hex(32))


def note_address(folder: Path, address: str) -> None:
    """Write down where the app listens, for the links that a command makes.

    Raises:
        StoreUnreachableError: nothing can be written there.
    """
    _write(folder / _ADDRESS, address)


def cookie_for(folder: Path, secret: str) -> str | None:
    """Change the secret of a link for a cookie, once; None when it is not, or no longer, valid.

    Raises:
        StoreUnreachableError: nothing can be written there.
    """
    link = folder / _LINK
    if not hmac.compare_digest(_read(link), _digest(secret)):
        return None
    try:
        made = link.stat().st_mtime
        link.unlink()  # of two who use it at once only one gets here
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreUnreachableError from error
    if time.time() - made > LINK_SECONDS:
        return None
    if not _read(folder / _KEY):
        renew_key(folder)
    told = f"{int(time.time())}.{secrets.token_hex(8)}"
    return f"{told}.{_signature(folder, told)}"


def is_planners(folder: Path, cookie: str) -> bool:
    """Tell whether a cookie was given for a link, under the key of now, within its days."""
    told, _, signature = cookie.rpartition(".")
    made = told.partition(".")[0]
    return (
        bool(_read(folder / _KEY))
        and hmac.compare_digest(signature.encode(), _signature(folder, told).encode())
        and made.isdecimal()
        and time.time() - int(made) <= COOKIE_SECONDS
    )


def _signature(folder: Path, told: str) -> str:
    key = _read(folder / _KEY).encode()
    return hmac.new(key, f"{COOKIE}.{told}".encode(), hashlib.sha256).hexdigest()


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _write(path: Path, text: str) -> None:
    """Replace a file by one that only its owner may read."""
    arriving = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(arriving, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
        put_in_place(arriving, path)
    except OSError as error:
        raise StoreUnreachableError from error
