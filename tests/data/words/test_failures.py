"""Failures in Thai: one code word never says of a file what it says of the catalogue."""

import pytest

from data.framework.tables import Fault
from data.importers.sheets.opening import Unreadability
from data.model.errors import FaultyFrameworkError, UnreadableFileError, UnsafeSignInError
from data.people.sign_in import Weakness
from data.words.access import WEAKNESSES
from data.words.failures import FAULTS, UNREADABLE, failure


@pytest.mark.parametrize("reason", Unreadability)
def test_a_file_that_cannot_be_read_is_told_of_as_a_file(reason):
    assert failure(UnreadableFileError("ก.xlsx", reason)).endswith(UNREADABLE[reason])


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_of_the_catalogue_is_told_of_as_one(fault):
    assert failure(FaultyFrameworkError("2569.toml", "items[3]", fault)).endswith(FAULTS[fault])


@pytest.mark.parametrize("weakness", Weakness)
def test_a_weak_sign_in_is_told_of_as_one(weakness):
    assert WEAKNESSES[weakness] in failure(UnsafeSignInError("secrets.toml", weakness))


@pytest.mark.parametrize(
    "reason",
    [
        Unreadability.EMPTY,
        Unreadability.TOO_LARGE,
        Unreadability.UNKNOWN_CONTAINER,
        Unreadability.UNKNOWN_ENCODING,
        Unreadability.ENCRYPTED,
        Unreadability.DAMAGED,
        Unreadability.BROKEN_QUOTES,
    ],
)
def test_what_people_send_every_day_comes_with_what_to_do_next(reason):
    assert "โปรด" in UNREADABLE[reason] or "ให้" in UNREADABLE[reason]
