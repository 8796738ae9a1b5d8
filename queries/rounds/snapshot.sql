-- What a closed round holds.
-- reads: rounds
-- $round_id integer
-- -> name, plan_year, as_of, sha256, content, closed_at
select
    report_round.name,
    report_round.plan_year,
    report_round.as_of,
    round_snapshot.sha256,
    round_snapshot.content,
    round_snapshot.closed_at
from round_snapshot
inner join report_round on round_snapshot.round_id = report_round.round_id
where round_snapshot.round_id = $round_id;
