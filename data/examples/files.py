"""The files the example is made of, read by the importers like any other."""

from pathlib import Path
from typing import Final

from data import importers
from data.database import Database, Source, save
from data.framework.setting_up import Agency, agency_from
from data.model.identity import SheetKind
from data.model.records import Import

FOLDER: Final = Path(__file__).parent
AGENCY_FILE: Final = FOLDER / "agency.toml"
PLAN_FILE: Final = FOLDER / "action-plan-2569.txt"
SCORES_FILE: Final = FOLDER / "scores-sample.csv"
NEIGHBOURS_FILE: Final = FOLDER / "neighbours.csv"
REPORTS_FILE: Final = FOLDER / "reports.csv"
SCHEDULES_FILE: Final = FOLDER / "schedules.csv"
COMMENTS_FILE: Final = FOLDER / "comments.csv"
EVIDENCE_FILE: Final = FOLDER / "evidence.csv"
ROUNDS_FILE: Final = FOLDER / "rounds.csv"
MARKS_FILE: Final = FOLDER / "round-marks.csv"


def example_agency() -> Agency:
    """Give Kutsakon as the form of the first start offers it."""
    return agency_from(AGENCY_FILE)


def import_file(
    database: Database, path: Path, imported_by: str, *, invented: bool = False
) -> None:
    """Import every sheet of a file into a store; `invented` numbers say so row by row.

    Raises:
        ItaError: as `save`.
    """
    source = Source(path.name, path.read_bytes(), imported_by, is_sample=invented)
    for sheet in read_file(path):
        save(database, sheet, source)


def read_file(path: Path) -> list[Import]:
    """Read every sheet of a file of the example; its scores count as results.

    They call themselves invented, which is asked about whoever brings them in.

    Raises:
        ItaError: as `read_sheets`.
        OSError: the file cannot be read.
    """
    sheets = importers.read_sheets(path.name, path.read_bytes())
    return [_read(recognised) for recognised in importers.recognise_sheets(sheets)]


def _read(recognised: importers.Recognised) -> Import:
    is_scores = recognised.form in importers.SCORE_FORMS
    choices = importers.Choices(kind=SheetKind.RESULT if is_scores else None)
    return importers.read(recognised, choices)
