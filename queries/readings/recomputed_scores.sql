-- Instruments and totals that nobody published and that all their parts are known of.
-- reads: scores, catalogue, batches
-- $years integer[] or null for every year
-- $levels varchar[] or null for instruments and totals
-- $agency varchar part of an agency's name, or null for the home agency
-- $all_agencies boolean
-- -> agency, is_home, year, level, code, score, provisional, revised, mark, sample
with recomputed as (
    select
        agency_id,
        year,
        'instrument' as level,
        instrument as code,
        position,
        value as score,
        mark,
        year_is_sample as sample
    from instrument_reading
    where basis = 'recomputed'
    union all
    select
        agency_id,
        year,
        'total' as level,
        'total' as code,
        0 as position,
        value as score,
        mark,
        is_sample as sample
    from total_reading
    where basis = 'recomputed'
)

select
    agency.name as agency,
    agency.is_home,
    recomputed.year,
    recomputed.level,
    recomputed.code,
    recomputed.score,
    contains(recomputed.mark, 'p') as provisional,
    false as revised,
    recomputed.mark,
    recomputed.sample
from recomputed
inner join agency on recomputed.agency_id = agency.agency_id
where
    ($years is null or recomputed.year = any($years))
    and ($levels is null or recomputed.level = any($levels))
    and (
        $all_agencies
        or ($agency is null and agency.is_home)
        or contains(agency.name, $agency)
    )
order by agency.agency_id, recomputed.year, recomputed.position;
