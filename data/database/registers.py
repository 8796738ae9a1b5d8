"""The register of a database that holds several agencies, for who need not know the engine."""

from typing import TYPE_CHECKING

from data.database.protocol import Place
from data.model.errors import StoreDriverMissingError
from data.model.places import Address

if TYPE_CHECKING:
    from data.database.postgresql.register import Register


def register_of(place: Place) -> "Register | None":
    """Give the register of the database at a place, None of a file and of one agency's database.

    Raises:
        StoreUnreachableError: no server answers, it does not let us in, or the class says why.
    """
    if not isinstance(place, Address):
        return None
    register = register_for(place)
    return register if register.is_made() else None


def register_for(place: Address) -> "Register":
    """Give the register of a database, be it made or not.

    Raises:
        StoreUnreachableError: as `register_of`.
    """
    place.require_supported()
    try:
        from data.database.postgresql.register import register_at  # noqa: PLC0415  optional
    except ImportError as missing:
        raise StoreDriverMissingError from missing
    return register_at(place.text)
