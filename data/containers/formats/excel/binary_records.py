"""The records that a binary Excel workbook is made of ([MS-XLSB] 2.1.4)."""

import struct
from collections.abc import Iterator

from data.containers.gate.reasons import RefusedError, Unreadability

_LONGEST_NUMBER = 4


def records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the kind and the body of each record.

    Raises:
        RefusedError: a record says it is longer than the part.
    """
    at = 0
    while at < len(part):
        kind, at = _packed_number(part, at)
        size, at = _packed_number(part, at)
        if at + size > len(part):
            raise RefusedError(Unreadability.DAMAGED)
        yield kind, part[at : at + size]
        at += size


def _packed_number(part: bytes, at: int) -> tuple[int, int]:
    """Read a number of seven bits a byte, lowest first; the eighth bit says that more follow."""
    number = 0
    for place, byte in enumerate(part[at : at + _LONGEST_NUMBER]):
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            return number, at + place + 1
    raise RefusedError(Unreadability.DAMAGED)


def u32(body: bytes, at: int) -> int:
    """Read an unsigned number of four bytes.

    Raises:
        RefusedError: the record is too short.
    """
    if at + 4 > len(body):
        raise RefusedError(Unreadability.DAMAGED)
    number: int = struct.unpack_from("<I", body, at)[0]
    return number


def wide_text(body: bytes, at: int) -> tuple[str, int]:
    """Read a text with its length before it; give it with the place behind it.

    Raises:
        RefusedError: the record is too short.
    """
    start, length = at + 4, u32(body, at)
    end = start + 2 * length
    if end > len(body):
        raise RefusedError(Unreadability.DAMAGED)
    return body[start:end].decode("utf-16-le", "replace"), end
