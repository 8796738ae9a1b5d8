-- Indicators and items of an agency that are under their target, the lowest first.
-- It is that of the indicator where it has one of its own, else that of the year.
-- What reaches the target is no weak point, however low it stands among the others. change is since
-- the year before: null across a break, and of an item that the crosswalk does not call the same.
create or replace view weak_point as
with point as (
    select
        agency_id,
        to_year as year,
        'indicator' as level,
        indicator::varchar as code,
        indicator,
        max(name) as name,
        max(score) as score,
        max(mark) as mark,
        max(target) as target,
        max(steady_band) as steady_band,
        max(change) filter (where from_year = to_year - 1 and not broken) as change
    from indicator_change
    where score is not null
    group by agency_id, to_year, indicator
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
        coalesce(indicator.target, fiscal_year.target) as target,
        fiscal_year.steady_band,
        marked_score.score - earlier.score as change
    from marked_score
    inner join fiscal_year on marked_score.year = fiscal_year.year
    left join item on marked_score.year = item.year and marked_score.code = item.code
    left join indicator
        on marked_score.year = indicator.year and item.indicator = indicator.number
    left join item_pair
        on
            marked_score.code = item_pair.to_item
            and marked_score.year = item_pair.to_year
            and marked_score.year - 1 = item_pair.from_year
            and item_pair.relation = 'same'
    left join marked_score as earlier
        on
            marked_score.agency_id = earlier.agency_id
            and item_pair.from_year = earlier.year
            and item_pair.from_item = earlier.code
            and earlier.level = 'item'
    where marked_score.level = 'item'
),

ranked as (
    select
        *,
        -- Equal scores share a rank: 70, 70, 80 are 1, 1, 3.
        rank() over (partition by agency_id, year, level order by score) as rank,
        max(score) over (partition by agency_id, year, level) as highest
    from point
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
    change,
    rank,
    -- All that share the third place; none where all scores are equal.
    rank <= 3 and score < highest as lowest,
    coalesce(change < -steady_band, false) as fallen
from ranked
where score < target;
