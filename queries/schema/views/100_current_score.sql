-- The newest visible value of each score, with the published value it replaced, if any.
-- mark is "p" where it is provisional (though it was revised, too), "r" revised, "" neither.
create or replace view current_score as
with version as (
    select
        score.agency_id,
        score.year,
        score.level,
        score.code,
        score.value,
        score.provisional,
        score.batch_id,
        visible_batch.sheet,
        score.cell,
        visible_batch.is_sample,
        row_number() over newest_first as recency,
        lead(score.value) over newest_first as previous_value,
        coalesce(lead(score.provisional) over newest_first, false) as previous_provisional
    from addressed_score as score
    inner join visible_batch on score.batch_id = visible_batch.batch_id
    window newest_first as (
        partition by score.agency_id, score.year, score.level, score.code
        order by score.batch_id desc
    )
)

select
    agency_id,
    year,
    level,
    code,
    value,
    provisional,
    previous_value,
    coalesce(previous_value <> value and not previous_provisional, false) as revised,
    case
        when provisional then 'p'
        when previous_value <> value and not previous_provisional then 'r'
        else ''
    end as mark,
    is_sample,
    batch_id,
    sheet,
    cell
from version
where recency = 1;
