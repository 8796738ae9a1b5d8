"""The catalogue of what ITA is in each fiscal year, and which agency's dashboard this is."""

from data.framework.agency import AgencyPrefix, Division, Organisation
from data.framework.breaks import Break, Comparisons, Pairing, Relation, Scope
from data.framework.checks import catalogue_faults
from data.framework.holding import (
    agency_key,
    apart,
    belong_to,
    catalogue_revision,
    comparisons,
    counting,
    framework,
    held,
    hold,
    instrument_codes,
    is_example,
    is_one_of_several,
    of_own,
    office,
    organisation,
    present_day,
    turn_to,
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
from data.framework.office import Office, Signatory, SignatoryRole
from data.framework.roster import Roster
from data.framework.tables import Fault
from data.framework.whole import Catalogue, CataloguePart, part_name
