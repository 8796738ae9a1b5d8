-- Total and instruments of an agency and year with their basis, and the level that follows.
-- A level is not certain when a missing instrument could make it a better one. Without a total the
-- published level is kept.
create or replace view year_reading as
with judged as (
    select
        total_reading.agency_id,
        total_reading.year,
        any_value(total_reading) as reading,
        min(level_rule.rank) filter (
            where
            total_reading.value >= level_rule.total_from
            and (
                level_rule.each_from is null
                or (
                    total_reading.lowest >= level_rule.each_from
                    and total_reading.instruments_known = total_reading.instruments_expected
                )
            )
        ) as reached_rank,
        min(level_rule.rank) filter (
            where
            total_reading.value >= level_rule.total_from
            and coalesce(total_reading.lowest >= level_rule.each_from, true)
        ) as possible_rank,
        min(level_rule.rank) filter (
            where level_rule.name = total_reading.published_level
        ) as published_rank
    from total_reading
    left join level_rule on total_reading.year = level_rule.year
    group by total_reading.agency_id, total_reading.year
)

select
    judged.agency_id,
    judged.year,
    judged.reading.is_sample,
    judged.reading.target,
    judged.reading.value as total,
    judged.reading.basis,
    judged.reading.mark,
    judged.reading.published,
    judged.reading.recomputed,
    judged.reading.instruments,
    judged.reading.instruments_known,
    judged.reading.instruments_expected,
    judged.reading.indicators_known,
    judged.reading.indicators_expected,
    level_now.name as level,
    level_now.rank as level_rank,
    coalesce(judged.reached_rank = judged.possible_rank, true) as certain,
    case
        when judged.reached_rank is not null then 'derived'
        when level_now.name is not null then 'published'
        else 'missing'
    end as level_basis,
    judged.reading.published_level,
    -- "at least ผ่าน" does not contradict a printed ผ่านดี; a printed ต้องปรับปรุง does.
    coalesce(
        level_now.name <> judged.reading.published_level
        and (
            judged.reached_rank = judged.possible_rank
            or coalesce(judged.published_rank > judged.reached_rank, true)
        ),
        false
    ) as level_differs,
    level_next.name as next_level,
    level_next.rank as next_rank,
    level_next.total_from as next_total_from,
    level_next.each_from as next_each_from,
    level_next.evidence as next_evidence
from judged
left join level_rule as level_now
    on
        judged.year = level_now.year
        and coalesce(judged.reached_rank, judged.published_rank) = level_now.rank
left join level_rule as level_next
    on judged.year = level_next.year and judged.reached_rank - 1 = level_next.rank;
