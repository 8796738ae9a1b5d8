"""Which store this is: what a workbook handed out is stamped with."""

import queries


def store_id(reader: queries.Reader) -> str:
    """Give the identity of a store; its copies and backups share it."""
    return str(queries.read(reader, "store/identity")["store_id"].iloc[0])
