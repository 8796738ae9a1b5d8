-- Years of the catalogue in which an agency has a score or a published level, with both at hand.
-- scores is a map of all but the items: "indicator 3" -> {score, mark}.
create or replace view agency_year as
with known as (
    select
        agency_id,
        year,
        level,
        code,
        score,
        mark,
        is_sample
    from marked_score
    union all
    select
        current_published_level.agency_id,
        current_published_level.year,
        'level' as level,
        current_published_level.published_level as code,
        null as score,
        '' as mark,
        import_batch.is_sample
    from current_published_level
    inner join import_batch on current_published_level.batch_id = import_batch.batch_id
)

select
    known.agency_id,
    known.year,
    any_value(fiscal_year.target) as target,
    any_value(fiscal_year.steady_band) as steady_band,
    bool_or(known.is_sample) as is_sample,
    any_value(known.code) filter (where known.level = 'level') as published_level,
    coalesce(
        list(try_cast(known.code as integer)) filter (where known.level = 'indicator'), []
    ) as scored_indicators,
    map_from_entries(
        list(
            row(
                known.level || ' ' || known.code,
                struct_pack(score := known.score, mark := known.mark)
            )
        ) filter (where known.level in ('total', 'instrument', 'indicator'))
    ) as scores
from known
inner join fiscal_year on known.year = fiscal_year.year
group by known.agency_id, known.year;
