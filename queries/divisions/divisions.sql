-- Divisions to choose from: the agency's own in official order, then others that measures name.
-- reads: plans, catalogue, batches
-- -> division, own
with named_elsewhere as (
    select distinct measure_division.division
    from measure_division
    where measure_division.division not in (select division.division from division)
),

candidate as (
    select
        division,
        true as own,
        position
    from division
    union all
    select
        division,
        false as own,
        0 as position
    from named_elsewhere
)

select
    division,
    own
from candidate
order by own desc, position asc, division asc;
