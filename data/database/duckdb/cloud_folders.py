"""Folders that a program copies to the cloud while they are written: no place for a store.

Half of a store and half of its log would arrive elsewhere, and an older one may come back.
"""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import Final

_NAMES: Final = re.compile(
    r"""
    onedrive(\ ?-.*)? | dropbox(\ ?[-(].*)? | google\ ?drive(-.*)? | (my|shared)\ drives?
    | cloudstorage | icloud\ ?drive | com~apple~clouddocs
    | box(\ sync|-box) | nextcloud | owncloud | pcloud\ ?drive | megasync | synologydrive
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What the programs call their folders, on Windows, macOS (~/Library/CloudStorage) and Linux."""

_MARKS: Final = (
    ".dropbox",
    ".dropbox.cache",
    ".shortcut-targets-by-id",  # the drive Google shows, in whatever language its folders are
    ".tmp.drivedownload",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".stfolder",
)
_VARIABLES: Final = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Where Windows says its folder is, as which Documents and Desktop are often redirected."""


def is_synchronised(path: Path) -> bool:
    """Tell whether a place lies in a folder that some program keeps in step with a cloud."""
    place = path.absolute()
    places = {place, place.resolve()}
    return any(is_cloud_path(one, os.environ) for one in places) or any(
        folder.joinpath(mark).exists()
        for one in places
        for folder in one.parents
        for mark in _MARKS
    )


def is_cloud_path(path: PurePath, environment: Mapping[str, str]) -> bool:
    """Tell the same by the names in a path, of whatever system, and by what Windows says."""
    named = (environment.get(name) for name in _VARIABLES)
    within = (_is_within(path.parts, type(path)(folder).parts) for folder in named if folder)
    return any(map(_NAMES.fullmatch, path.parts)) or any(within)


def _is_within(parts: Iterable[str], folder: Iterable[str]) -> bool:
    inner, outer = ([part.casefold() for part in each] for each in (parts, folder))
    return bool(outer) and inner[: len(outer)] == outer
