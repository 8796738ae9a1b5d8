-- What every agency has for each code of a year: as published, else recomputed from all its parts.
create or replace view agency_score as
select
    agency_id,
    year,
    level,
    code,
    score,
    mark,
    'published' as basis
from marked_score
union all
select
    agency_id,
    year,
    'instrument' as level,
    instrument as code,
    value as score,
    mark,
    basis
from instrument_reading
where basis = 'recomputed'
union all
select
    agency_id,
    year,
    'total' as level,
    'total' as code,
    value as score,
    mark,
    basis
from total_reading
where basis = 'recomputed';
