-- Keep the divisions of a store from before as a version of their own; their other names come later.
insert into agency_division_version
select
    0 as version_id,
    1 as agency_id,
    true as own,
    position,
    division as name,
    [] as aliases,
    'unknown' as evidence
from division;
