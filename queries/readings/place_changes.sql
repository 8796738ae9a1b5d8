-- The change of one agency between two years beside the mean change of its groups, for a code.
-- The same agencies in both years, whatever else was assessed in one of them.
-- reads: scores, catalogue, batches
-- $agency_id integer
-- $from_year integer
-- $to_year integer
-- $level varchar total, instrument or indicator
-- $code varchar
-- $recomputed boolean whether any score may have to be recomputed
-- -> among, own, mean
with moved as (
    select
        agency_id,
        max(score) filter (where year = $to_year)
        - max(score) filter (where year = $from_year) as change
    from agency_score
    where
        year in ($from_year, $to_year)
        and level = $level
        and code = $code
        and (basis = 'published' or $recomputed)
    group by agency_id
)

select
    own.among,
    (max(moved.change) filter (where moved.agency_id = $agency_id))::double as own,
    sum(moved.change)::double / count(*) as mean
from agency_group as own
inner join agency_group as member on own.among = member.among and own.key = member.key
inner join moved on member.agency_id = moved.agency_id
where own.agency_id = $agency_id and moved.change is not null
group by own.among
order by own.among;
