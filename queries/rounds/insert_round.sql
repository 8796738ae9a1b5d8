-- Open a round and give its number.
-- writes: reports
-- $plan_year integer
-- $name varchar
-- $as_of date
-- $deadline date
-- $opened_by varchar
-- -> round_id
insert into report_round (round_id, plan_year, name, as_of, deadline, opened_by)
select
    coalesce(max(round_id), 0) + 1 as round_id,
    $plan_year,
    $name,
    $as_of,
    $deadline,
    $opened_by
from report_round
returning round_id;
