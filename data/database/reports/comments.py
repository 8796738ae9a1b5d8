"""Appending what people write beside a measure."""

import queries
from data.database.connection import Database
from data.database.permits import Permit, permitted
from data.model.access import Action, require
from data.model.errors import InvalidStatusError, UnknownMeasureError
from data.model.records import LONGEST_TEXT


def add_comment(database: Database, measure_id: str, text: str, commented_by: str = "") -> int:
    """Append a comment and give its number.

    Raises:
        InvalidStatusError: there is nothing in it, or too much.
        UnknownMeasureError: there is no such measure.
        NotAllowedError: none of the person's divisions leads or supports the measure.
    """
    with permitted(database, Action.COMMENT, measure_id) as permit:
        signed = permit.person.signature(commented_by)
        return append_comment(permit, measure_id, text, signed, None)


def append_comment(
    permit: Permit, measure_id: str, text: str, signed: str, batch_id: int | None
) -> int:
    """Append a comment in a transaction, under the number of the file it came in.

    Raises:
        InvalidStatusError, UnknownMeasureError, NotAllowedError: as above.
    """
    fields = {"comment": text.strip(), "reported_by": signed.strip()}
    for field, value in fields.items():
        if not 0 < len(value) <= LONGEST_TEXT:
            raise InvalidStatusError(field)
    require(permit.person, Action.COMMENT, measure_id)
    require_answering(permit, measure_id)
    number = queries.number(
        permit.cursor,
        "comments/insert_comment",
        measure_id=measure_id,
        text=fields["comment"],
        commented_by=fields["reported_by"],
        batch_id=batch_id,
    )
    permit.log(measure_id, f"#{number}")
    return number


def require_answering(permit: Permit, measure_id: str) -> None:
    """Refuse a measure that is none, or that none of the person's divisions leads or supports.

    Raises:
        UnknownMeasureError, NotAllowedError: as it says.
    """
    known = queries.fetch(permit.cursor, "measures/answering", measure_id=measure_id)
    if known is None or not known["measures"]:
        raise UnknownMeasureError(measure_id)
    permit.require(measure_id, known["divisions"])
