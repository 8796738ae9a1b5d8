-- Every write and every refusal, newest first.
-- reads: audit
-- $persons varchar[] or null for everybody
-- $actions varchar[] or null for every action
-- $first_day date or null for no limit
-- $last_day date or null for no limit
-- -> audit_id, logged_at, person, role, action, subject, outcome, detail
select
    audit_id,
    logged_at,
    person,
    role,
    action,
    subject,
    outcome,
    detail
from audit
where
    ($persons is null or person = any($persons))
    and ($actions is null or action = any($actions))
    and ($first_day is null or cast(logged_at as date) >= $first_day)
    and ($last_day is null or cast(logged_at as date) <= $last_day)
order by audit_id desc;
