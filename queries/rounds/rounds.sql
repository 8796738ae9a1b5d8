-- Rounds of reporting, the newest first; closed ones have a hash of what they hold.
-- reads: rounds
-- -> round_id, plan_year, name, as_of, deadline, opened_by, opened_at, closed, closed_by, closed_at, sha256
select
    report_round.round_id,
    report_round.plan_year,
    report_round.name,
    report_round.as_of,
    report_round.deadline,
    report_round.opened_by,
    report_round.opened_at,
    round_snapshot.round_id is not null as closed,
    coalesce(round_snapshot.closed_by, '') as closed_by,
    round_snapshot.closed_at,
    coalesce(round_snapshot.sha256, '') as sha256
from report_round
left join round_snapshot on report_round.round_id = round_snapshot.round_id
order by report_round.round_id desc;
