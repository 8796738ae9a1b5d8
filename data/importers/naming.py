"""The agency that a file plainly is of, for a store that nobody has set up yet."""

from collections.abc import Iterable

from data.framework import organisation
from data.framework.setting_up import Agency, agency_named
from data.importers.files import read_sheets
from data.importers.recognised import Recognised
from data.importers.recognition import recognise_sheets


def agency_of_file(file_name: str, content: bytes) -> Agency | None:
    """Give the one agency the titles of a file name; None where they name none, or several.

    Raises:
        UnreadableFileError: the file cannot be opened.
    """
    return agency_of_sheets(recognise_sheets(read_sheets(file_name, content)))


def agency_of_sheets(sheets: Iterable[Recognised]) -> Agency | None:
    """Give the one agency that recognised sheets name, as `agency_of_file` does."""
    words = organisation()
    named = [sheet.identity.agency.value for sheet in sheets if sheet.identity.agency]
    agencies = {words.agency_key(text): agency_named(text, words) for text in named if text}
    [agency] = agencies.values() if len(agencies) == 1 else [None]
    return agency
