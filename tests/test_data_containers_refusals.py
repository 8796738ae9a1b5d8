import time

import pytest

from data.errors import UnreadableFileError
from data.importers.sheets import read_sheets
from tests.corpus.refused_archives import ARCHIVES
from tests.corpus.refused_contents import CONTENTS
from tests.corpus.refused_sheets import SHEETS

REFUSED = ARCHIVES | SHEETS | CONTENTS


@pytest.mark.parametrize("what", REFUSED)
def test_a_bad_file_is_refused_for_its_reason_within_seconds(what):
    reason, build = REFUSED[what]
    content = build()
    begun = time.monotonic()
    with pytest.raises(UnreadableFileError) as refusal:
        read_sheets("คะแนน ปี 2568.xlsx", content)
    assert refusal.value.reason == reason
    assert time.monotonic() - begun < 10
