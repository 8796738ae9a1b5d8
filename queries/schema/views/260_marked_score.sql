-- Current scores as exact decimals.
create or replace view marked_score as
select
    agency_id,
    year,
    level,
    code,
    -- A double holds what a sheet prints, up to nine decimals of it.
    value::decimal(18, 9) as score,
    mark,
    is_sample
from current_score;
