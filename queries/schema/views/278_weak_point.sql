-- Indicators and items of an agency that are under the target of their year, the lowest first.
-- What reaches the target is no weak point, however low it stands among the others.
create or replace view weak_point as
with point as (
    select
        agency_id,
        year,
        'indicator' as level,
        indicator::varchar as code,
        indicator,
        name,
        score,
        mark,
        target
    from indicator_reading
    where score is not null
    union all
    select
        marked_score.agency_id,
        marked_score.year,
        'item' as level,
        marked_score.code,
        item.indicator,
        item.name,
        marked_score.score,
        marked_score.mark,
        fiscal_year.target
    from marked_score
    inner join fiscal_year on marked_score.year = fiscal_year.year
    left join item on marked_score.year = item.year and marked_score.code = item.code
    where marked_score.level = 'item'
)

select
    agency_id,
    year,
    level,
    code,
    indicator,
    name,
    score,
    mark,
    target,
    target - score as gap,
    -- Equal scores share a rank: 70, 70, 80 are 1, 1, 3.
    rank() over (partition by agency_id, year, level order by score) as rank
from point
where score < target;
