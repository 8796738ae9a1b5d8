"""Files in one ZIP: the same files give the same bytes, whenever and wherever it is made."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

_FIRST_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3


def archive(files: Mapping[str, bytes]) -> bytes:
    """Pack files under their names (with `/` between folders), in the order given."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _FIRST_MOMENT)
            entry.create_system = _UNIX
            entry.compress_type = zipfile.ZIP_DEFLATED
            whole.writestr(entry, content)
    return target.getvalue()


def timeless(content: bytes) -> bytes:
    """Pack a ZIP (a Word file is one) again without the moments its parts were written at."""
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        return archive({name: whole.read(name) for name in whole.namelist()})
