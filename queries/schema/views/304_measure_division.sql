-- Who answers for a measure: lead, or support; "*" among the supporters is every other own division.
create or replace view measure_division as
with lead_division as (
    select
        measure_id,
        unnest(lead) as division
    from current_measure
),

named_support as (
    select
        measure_id,
        unnest(support) as division
    from current_measure
),

all_support as (
    select
        named_support.measure_id,
        coalesce(division.division, named_support.division) as division
    from named_support
    left join division on named_support.division = '*'
)

select
    measure_id,
    division,
    'lead' as role
from lead_division
union
select
    all_support.measure_id,
    all_support.division,
    'support' as role
from all_support
where
    not exists (
        select 1
        from lead_division
        where
            lead_division.measure_id = all_support.measure_id
            and lead_division.division = all_support.division
    );
