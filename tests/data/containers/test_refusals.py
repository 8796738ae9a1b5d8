import time

import pytest

from data.importers.sheets.opening import read_sheets
from data.model.errors import UnreadableFileError
from tests.corpus.felt import memory_felt
from tests.corpus.refused_archives import ARCHIVES
from tests.corpus.refused_contents import CONTENTS
from tests.corpus.refused_prints import PRINTS
from tests.corpus.refused_sheets import SHEETS
from tests.corpus.refused_surprises import SURPRISES

pytestmark = pytest.mark.child

MOST_FELT = 64 * 1024 * 1024
REFUSED = ARCHIVES | SHEETS | CONTENTS | SURPRISES | PRINTS


@pytest.mark.parametrize("what", REFUSED)
def test_a_bad_file_is_refused_for_its_reason_within_seconds(what):
    reason, build = REFUSED[what]
    content = build()
    begun = time.monotonic()
    with memory_felt() as felt, pytest.raises(UnreadableFileError) as refusal:
        read_sheets("คะแนน ปี 2568.xlsx", content)
    assert refusal.value.reason == reason
    assert time.monotonic() - begun < 10
    # A text is decoded here, and its letters may take four bytes each.
    assert felt.growth <= MOST_FELT + 4 * len(content)
