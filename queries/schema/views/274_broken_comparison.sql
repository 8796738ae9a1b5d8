-- Which scores of two years of the catalogue cannot be compared: total, instrument or indicator.
-- A break of an instrument breaks its indicators (as listed in the later year) and the total.
create or replace view broken_comparison as
with between_years as (
    select
        earlier.year as from_year,
        later.year as to_year,
        comparison_break.scope,
        comparison_break.codes
    from fiscal_year as earlier
    inner join fiscal_year as later on earlier.year < later.year
    inner join comparison_break
        on
            earlier.year <= comparison_break.from_year
            and later.year >= comparison_break.to_year
)

select distinct
    from_year,
    to_year,
    'total' as level,
    'total' as code
from between_years
where scope in ('total', 'instruments')
union all
select distinct
    between_years.from_year,
    between_years.to_year,
    'instrument' as level,
    instrument.code
from between_years
inner join instrument on between_years.to_year = instrument.year
where
    between_years.scope = 'instruments'
    and (cardinality(between_years.codes) = 0 or instrument.code = any(between_years.codes))
union all
select distinct
    between_years.from_year,
    between_years.to_year,
    'indicator' as level,
    indicator.number::varchar as code
from between_years
inner join indicator on between_years.to_year = indicator.year
where
    (
        between_years.scope = 'indicators'
        and (
            cardinality(between_years.codes) = 0
            or indicator.number::varchar = any(between_years.codes)
        )
    )
    or (
        between_years.scope = 'instruments'
        and (
            cardinality(between_years.codes) = 0 or indicator.instrument = any(between_years.codes)
        )
    );
