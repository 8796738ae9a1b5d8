"""Files under a password: opened with the right one, told of a wrong one."""

import pytest

from data.importers.sheets.opening import Unreadability, read_sheets
from data.model.errors import UnreadableFileError
from tests.corpus.refused_prints import printed_score
from tests.helpers.workbooks import LONG, book_of, under_password

FILES = {
    "workbook": lambda: under_password(book_of(LONG, (2568, "IIT", 85.21)), "ลับ 1"),
    "print": lambda: printed_score("ลับ 1"),
}


def reason(content, password):
    with pytest.raises(UnreadableFileError) as refused:
        read_sheets("a", content, password)
    return refused.value.reason


@pytest.mark.parametrize("kind", FILES)
def test_a_password_opens_its_file_and_no_other_does(kind):
    content = FILES[kind]()

    assert reason(content, "") == Unreadability.ENCRYPTED
    assert reason(content, "ลับ 2") == Unreadability.WRONG_PASSWORD
    (sheet,) = read_sheets("a", content, "ลับ 1")
    assert {str(cell) for row in sheet.rows for cell in row} >= {"IIT", "85.21"}


def test_a_password_for_a_file_without_one_changes_nothing():
    content = book_of(LONG, (2568, "IIT", 85.21))

    assert read_sheets("a", content, "ลับ") == read_sheets("a", content)


@pytest.mark.child
def test_the_password_reaches_the_reading_process_by_its_pipe():
    assert read_sheets("a", printed_score("ลับ 1"), "ลับ 1")[0].rows[-1] == ("IIT", "85.21")
