"""The catalogue of what ITA is in each fiscal year: data files, read and checked."""

from data.framework.agency import AgencyPrefix, Division, Organisation
from data.framework.breaks import Break, Comparisons, Pairing, Relation, Scope
from data.framework.loading import (
    agency_key,
    catalogue_faults,
    catalogue_folder,
    catalogue_revision,
    comparisons,
    faults_in,
    framework,
    instrument_codes,
    look_again,
    organisation,
    years,
)
from data.framework.model import (
    Evidence,
    Framework,
    Indicator,
    Instrument,
    Item,
    LevelRule,
    NationalScore,
    Participation,
)
from data.framework.tables import Fault

__all__ = [
    "AgencyPrefix",
    "Break",
    "Comparisons",
    "Division",
    "Evidence",
    "Fault",
    "Framework",
    "Indicator",
    "Instrument",
    "Item",
    "LevelRule",
    "NationalScore",
    "Organisation",
    "Pairing",
    "Participation",
    "Relation",
    "Scope",
    "agency_key",
    "catalogue_faults",
    "catalogue_folder",
    "catalogue_revision",
    "comparisons",
    "faults_in",
    "framework",
    "instrument_codes",
    "look_again",
    "organisation",
    "years",
]
