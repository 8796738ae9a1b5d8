"""What a fresh start shows: the real Kutsakon plan, and sample scores that say they are samples."""

from pathlib import Path
from typing import Final

import queries
from data import importers
from data.database import Database, Source, save
from data.model.access import planner_here

FOLDER: Final = Path(__file__).parent
PLAN_FILE: Final = FOLDER / "action-plan-2569.txt"
SAMPLE_FILE: Final = FOLDER / "scores-sample.csv"
LOADER: Final = "examples"


def load_examples(database: Database) -> None:
    """Import the examples through the importers themselves."""
    for path, is_sample in ((PLAN_FILE, False), (SAMPLE_FILE, True)):
        content = path.read_bytes()
        for recognised in importers.recognise_sheets(importers.read_sheets(path.name, content)):
            source = Source(path.name, content, LOADER, is_sample=is_sample)
            save(database.acting_as(planner_here(LOADER)), importers.read(recognised), source)


def load_examples_into_fresh_store(database: Database) -> None:
    """Import the examples where nothing was ever imported; an emptied store stays empty."""
    if queries.read(database, "batches/batches").empty:
        load_examples(database)
