-- How many registered indicators lie over 30 points from the year before, and one of those.
-- What the file says of the year before counts before what the store holds of it.
-- reads: scores, batches
-- $is_sample boolean samples are only compared with samples, real scores with real ones
-- -> pairs, jumps, old_value, new_value, cell_part, cell_row, cell_column
with incoming as (
    select
        agency_id,
        year,
        code,
        value,
        cast(cell_part as varchar) as cell_part,
        cell_row,
        cell_column
    from incoming_score
    where level = 'indicator'
),

held as (
    select
        agency_id,
        year,
        code,
        value
    from current_score
    where
        is_sample = $is_sample
        and level = 'indicator'
        and agency_id in (select incoming.agency_id from incoming)
        and year in (select incoming.year - 1 from incoming)
),

follower as (
    -- Of a file of one year and an agency whose year before nobody knows no score needs a look.
    select *
    from incoming
    where
        year - 1 in (select earlier.year from incoming as earlier)
        or year - 1 in (select held.year from held)
),

pair as (
    select
        follower.value as new_value,
        coalesce(earlier.value, held.value) as old_value,
        follower.cell_part,
        follower.cell_row,
        follower.cell_column
    from follower
    left join incoming as earlier
        on
            follower.agency_id = earlier.agency_id
            and follower.year = earlier.year + 1
            and follower.code = earlier.code
    left join held
        on
            follower.agency_id = held.agency_id
            and follower.year = held.year + 1
            and follower.code = held.code
),

first_jump as (
    select
        old_value,
        new_value,
        cell_part,
        cell_row,
        cell_column
    from pair
    where abs(new_value - old_value) > 30
    order by cell_part, cell_row, cell_column
    limit 1
),

counted as (
    select
        count(old_value) as pairs,
        count(*) filter (where abs(new_value - old_value) > 30) as jumps
    from pair
)

select
    counted.pairs,
    counted.jumps,
    first_jump.old_value,
    first_jump.new_value,
    first_jump.cell_part,
    first_jump.cell_row,
    first_jump.cell_column
from counted
left join first_jump on counted.jumps > 0;
