-- Indicators of an agency and year: what the catalogue lists ("x" = no score) and what is scored.
-- An indicator that is scored but not listed in its year has no name and no instrument.
create view indicator_reading as
with read as (
    select
        agency_year.agency_id,
        agency_year.year,
        indicator.number as indicator,
        coalesce(indicator.name, indicator.number::varchar) as name,
        indicator.instrument,
        agency_year.scores['indicator ' || indicator.number].score as score,
        agency_year.scores['indicator ' || indicator.number].mark as mark,
        agency_year.target
    from agency_year
    inner join indicator on agency_year.year = indicator.year
    union all
    select
        marked_score.agency_id,
        marked_score.year,
        marked_score.code::integer as indicator,
        null as name,
        null as instrument,
        marked_score.score,
        marked_score.mark,
        fiscal_year.target
    from marked_score
    inner join fiscal_year on marked_score.year = fiscal_year.year
    left join indicator
        on
            marked_score.year = indicator.year
            and marked_score.code = indicator.number::varchar
    where marked_score.level = 'indicator' and indicator.number is null
)

select
    agency_id,
    year,
    indicator,
    name,
    instrument,
    score,
    coalesce(mark, 'x') as mark,
    target,
    greatest(target - score, 0) as gap
from read;
