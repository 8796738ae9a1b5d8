"""Giving a finished file its name, also where somebody looks at the file that had it."""

import time
from pathlib import Path
from typing import Final

_IN_USE: Final = frozenset({5, 32, 33})
"""What Windows says while another program has a file open, as a virus scanner does for moments."""

_PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)


def put_in_place(arriving: Path, target: Path) -> None:
    """Replace `target` by a finished file in one step; on Windows try again for three seconds.

    Raises:
        OSError: the disk does not do it, or the target stayed in use.
    """
    for pause in _PAUSES:
        try:
            arriving.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _IN_USE:
                raise
            time.sleep(pause)
        else:
            return
    arriving.replace(target)
