"""The statements as PostgreSQL is asked them: the same text, or the one that stands beside it.

Only the style of parameters is another one: `$years`, of the type its header declares, is
`%(years)s::integer[]` to psycopg.
"""

import functools
import re
from typing import Final

from queries.subjects import FOLDER, parsed

_DECLARED: Final = re.compile(r"^-- \$(\w+) (\w+(?:\[\])?)", re.MULTILINE)
_COMMENT: Final = re.compile(r"^\s*--.*\n", re.MULTILINE)
_PARAMETER: Final = re.compile(r"\$(\w+)")


@functools.cache
def text(name: str) -> str:
    """Give the SQL text of `subject/query` with the parameters as psycopg binds them."""
    common = parsed(name).text
    types = dict(_DECLARED.findall(common))
    own = FOLDER / f"{name}.postgresql.sql"
    asked = own.read_text(encoding="utf-8") if own.exists() else common
    escaped = _COMMENT.sub("", asked).replace("%", "%%")
    return _PARAMETER.sub(lambda found: f"%({found[1]})s::{types[found[1]]}", escaped)
