"""The files the example is made of, read by the importers like any other."""

from pathlib import Path
from typing import Final

from data import importers
from data.database import Database, Source, save
from data.framework.setting_up import Agency, agency_from
from data.model.identity import SheetKind

FOLDER: Final = Path(__file__).parent
AGENCY_FILE: Final = FOLDER / "agency.toml"
PLAN_FILE: Final = FOLDER / "action-plan-2569.txt"
SCORES_FILE: Final = FOLDER / "scores-sample.csv"
NEIGHBOURS_FILE: Final = FOLDER / "neighbours.csv"
REPORTS_FILE: Final = FOLDER / "reports.csv"
SCHEDULES_FILE: Final = FOLDER / "schedules.csv"
COMMENTS_FILE: Final = FOLDER / "comments.csv"
EVIDENCE_FILE: Final = FOLDER / "evidence.csv"


def example_agency() -> Agency:
    """Give Kutsakon as the form of the first start offers it."""
    return agency_from(AGENCY_FILE)


def import_file(
    database: Database, path: Path, imported_by: str, *, invented: bool = False
) -> None:
    """Import every sheet of a file into a store; `invented` numbers say so row by row.

    The files of scores call themselves invented, which is asked about whoever brings them in.

    Raises:
        ItaError: as `save`.
    """
    content = path.read_bytes()
    for recognised in importers.recognise_sheets(importers.read_sheets(path.name, content)):
        source = Source(path.name, content, imported_by, is_sample=invented)
        is_scores = recognised.form in importers.SCORE_FORMS
        choices = importers.Choices(kind=SheetKind.RESULT if is_scores else None)
        save(database, importers.read(recognised, choices), source)
