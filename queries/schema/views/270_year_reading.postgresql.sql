-- Total and instruments of an agency and year, and the level that follows.
-- sqlfluff:dialect:postgres
create or replace view year_reading as
with ruled as materialized (
    select *
    from level_rule
),

judged as (
    select
        total_reading.*,
        rank.*
    from total_reading
    cross join lateral (
        select
            min(ruled.rank) filter (
                where
                total_reading.value >= ruled.total_from
                and (
                    ruled.each_from is null
                    or (
                        total_reading.lowest >= ruled.each_from
                        and total_reading.instruments_known = total_reading.instruments_expected
                    )
                )
            ) as reached_rank,
            min(ruled.rank) filter (
                where
                total_reading.value >= ruled.total_from
                and coalesce(total_reading.lowest >= ruled.each_from, true)
            ) as possible_rank,
            min(ruled.rank) filter (
                where ruled.name = total_reading.published_level
            ) as published_rank
        from ruled
        where ruled.year = total_reading.year
    ) as rank
)

select
    judged.agency_id,
    judged.year,
    judged.is_sample,
    judged.target,
    judged.value as total,
    judged.basis,
    judged.mark,
    judged.published,
    judged.recomputed,
    judged.instruments,
    judged.instruments_known,
    judged.instruments_expected,
    judged.indicators_known,
    judged.indicators_expected,
    level_now.name as level,
    level_now.rank as level_rank,
    coalesce(judged.reached_rank = judged.possible_rank, true) as certain,
    case
        when judged.reached_rank is not null then 'derived'
        when level_now.name is not null then 'published'
        else 'missing'
    end as level_basis,
    judged.published_level,
    -- "at least ผ่าน" does not contradict a printed ผ่านดี; a printed ต้องปรับปรุง does.
    coalesce(
        level_now.name <> judged.published_level
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
left join ruled as level_now
    on
        judged.year = level_now.year
        and coalesce(judged.reached_rank, judged.published_rank) = level_now.rank
left join ruled as level_next
    on judged.year = level_next.year and judged.reached_rank - 1 = level_next.rank;
