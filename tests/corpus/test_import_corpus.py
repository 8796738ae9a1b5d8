"""Every bad and awkward file through the whole import: read, compared, saved or refused."""

import time
from itertools import groupby
from operator import itemgetter

import pytest

from data.commands.importing.sheet_answers import FileFinding
from data.commands.running import main
from data.containers.cell_columns import Grid
from data.containers.formats.delimited import read_strictly, read_text
from data.containers.gate.signatures import Container, container_of
from data.database import check, open_database
from data.importers import read, recognise
from data.model.identity import Doubt
from data.model.problems import BLOCKING, ProblemCode
from tests.corpus.awkward_agencies import NATIONS
from tests.corpus.awkward_containers import CONTAINERS
from tests.corpus.awkward_layouts import ENCODED, LAYOUTS, PRINTED, SEPARATED
from tests.corpus.awkward_offices import OFFICES
from tests.corpus.awkward_plans import PLANS
from tests.corpus.awkward_values import VALUES
from tests.corpus.awkward_workbooks import WORKBOOKS
from tests.corpus.doubtful_sheets import DOUBTFUL
from tests.corpus.felt import memory_felt
from tests.corpus.refused_archives import ARCHIVES
from tests.corpus.refused_contents import CONTENTS
from tests.corpus.refused_prints import PRINTS
from tests.corpus.refused_sheets import SHEETS
from tests.corpus.refused_surprises import SURPRISES
from tests.corpus.tables import Outcome
from tests.helpers.answers import answered
from tests.sheet_reading import recognised_sheets

pytestmark = pytest.mark.child

TABLES = VALUES | LAYOUTS | NATIONS | OFFICES | ENCODED | SEPARATED | PRINTED
REFUSED = ARCHIVES | SHEETS | CONTENTS | SURPRISES | PRINTS
AWKWARD = TABLES | WORKBOOKS | CONTAINERS | PLANS | DOUBTFUL
MOST_FELT = 64 * 1024 * 1024
SECONDS = 300
"""For all files together on a machine with other work; alone it is a tenth of that."""


def outcome_of(imported):
    frame = imported.scores
    named = zip(frame["agency"], frame["year"], frame["code"], frame["value"], strict=True)
    return Outcome(
        imported.form,
        (imported.rows_read, imported.rows_imported),
        {f"{agency} {year} {code}".strip(): value for agency, year, code, value in named},
        tuple(f"{problem.code.value} {problem.cell}" for problem in imported.problems),
        len(imported.measures),
    )


def blocks(outcome):
    return any(found.partition(" ")[0] in BLOCKING for found in outcome.found)


def saves(outcome):
    return bool(outcome.scores or outcome.measures) and not blocks(outcome)


@pytest.fixture
def files(tmp_path):
    """Give the path of each file of the corpus, written; bad and awkward ones take turns."""
    folder = tmp_path / "files"
    folder.mkdir()
    builders = {name: one.build for name, one in AWKWARD.items()}
    builders |= {name: build for name, (_, build) in REFUSED.items()}
    paths = {}
    for at, name in enumerate(sorted(builders, key=lambda name: name[::-1])):
        paths[name] = folder / f"คะแนน-{at:03}.xlsx"
        paths[name].write_bytes(builders[name]())
    return paths


@pytest.mark.parametrize("what", AWKWARD)
def test_an_awkward_file_gives_its_stated_scores_and_findings(what):
    sheets = recognised_sheets("คะแนน.csv", AWKWARD[what].build())
    assert tuple(outcome_of(read(sheet)) for sheet in sheets) == AWKWARD[what].sheets


def test_text_read_by_columns_gives_what_the_strict_reader_gives():
    by_columns = 0
    for what, awkward in AWKWARD.items():
        content = awkward.build()
        if container_of(content) is not Container.TEXT:
            continue
        quick, strict = read_text("คะแนน", content), read_strictly("คะแนน", content)
        by_columns += isinstance(quick.rows, Grid)
        assert quick == strict, what
        assert all_of(read(recognise(quick))) == all_of(read(recognise(strict))), what
    assert by_columns > 20


def all_of(imported):
    frames = [frame.astype(str).to_dict("records") for frame in (imported.scores, imported.levels)]
    return (outcome_of(imported), imported.problems, imported.measures, *frames)


@pytest.mark.long
def test_one_command_takes_every_file_and_saves_exactly_the_sound_sheets(
    files, empty_store, capsys
):
    begun = time.monotonic()
    with memory_felt() as felt:
        code = main(["import", *map(str, files.values()), "--json"])
    assert code == 1
    assert time.monotonic() - begun < SECONDS
    largest = max(path.stat().st_size for path in files.values())
    assert felt.growth <= MOST_FELT + 4 * largest
    answers = answered(capsys.readouterr().out)
    by_file = {path: list(own) for path, own in groupby(answers, itemgetter("path"))}
    assert list(by_file) == [str(path) for path in files.values()]
    for name, path in files.items():
        assert_answered(name, by_file[str(path)])
    assert_stored(empty_store, answers)


def assert_answered(name, answers):
    if name in REFUSED:
        ((problem,),) = [answer["problems"] for answer in answers]
        assert (problem["code"], problem["value"]) == ("unreadable", REFUSED[name][0]), name
        assert not any(answer["saved"] for answer in answers)
        return
    due = AWKWARD[name].sheets
    for answer, outcome in zip(answers, due, strict=True):
        # Beside the other files of one store, a measure may be one of theirs, or scores may jump.
        asked = [one for one in answer["problems"] if is_asked_by_the_store(one)]
        assert answer["saved"] == (saves(outcome) and not asked), name
        rows = (answer["rows_read"], answer["rows_imported"])
        assert rows == outcome.rows, name
        assert answer["rows_rejected"] == rows[0] - rows[1], name
        # A plan of one file takes the measures of another file's out.
        stored = [one for one in answer["problems"] if one["code"] == FileFinding.WITHDRAWS]
        told = (one for one in answer["problems"] if one not in (*asked, *stored))
        found = tuple(f"{one['code']} {one['cell']}" for one in told)
        assert found == outcome.found, name
        kept = sum(answer[change] for change in ("added", "changed", "unchanged"))
        assert kept == (len(outcome.scores) + outcome.measures) * answer["saved"], name


def is_asked_by_the_store(problem):
    doubts = {Doubt.NO_BODY, Doubt.JUMP, Doubt.OTHER_SHEET}
    return problem["code"] == ProblemCode.ASK_MEASURE or problem["expected"] in doubts


def assert_stored(empty_store, answers):
    fresh = {answer["batch_id"] for answer in answers if answer["saved"]}
    database = open_database(empty_store)
    try:
        found = check(database)
    finally:
        database.close()
    assert found.sound
    assert fresh == set(range(1, found.batches + 1))


def test_the_corpus_is_large_enough_to_mean_something():
    assert len(REFUSED) >= 100
    assert len(AWKWARD) >= 150
