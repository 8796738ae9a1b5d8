-- Open a round and give its number.
-- writes: rounds
-- $plan_year integer
-- $name varchar
-- $as_of date
-- $deadline date
-- $opened_by varchar
-- -> round_id
insert into report_round (round_id, plan_year, name, as_of, deadline, opened_by)
values (
    nextval('round_number'),
    $plan_year,
    $name,
    $as_of,
    $deadline,
    $opened_by
)
returning round_id;
