-- scores is JSON here, of the same keys.
-- sqlfluff:dialect:postgres
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
    max(fiscal_year.target) as target,
    max(fiscal_year.steady_band) as steady_band,
    bool_or(known.is_sample) as is_sample,
    max(known.code) filter (where known.level = 'level') as published_level,
    coalesce(
        array_agg(code_number(known.code)) filter (
            where known.level = 'indicator' and known.code ~ '^[0-9]+$'
        ),
        array[]::integer[]
    ) as scored_indicators,
    jsonb_object_agg(
        known.level || ' ' || known.code,
        jsonb_build_object('score', known.score, 'mark', known.mark)
    ) filter (where known.level in ('total', 'instrument', 'indicator')) as scores
from known
inner join fiscal_year on known.year = fiscal_year.year
group by known.agency_id, known.year;
