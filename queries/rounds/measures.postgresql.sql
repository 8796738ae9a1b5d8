-- What closed rounds hold for good of each measure, the oldest round first.
-- sqlfluff:dialect:postgres
select
    round_snapshot.round_id,
    measure.*
from round_snapshot
cross join
    lateral jsonb_to_recordset(round_snapshot.content::jsonb -> 'measures')
        as measure (
            measure_id varchar,
            status varchar,
            percent integer,
            status_on date,
            budget_planned double precision,
            budget_spent double precision,
            evidence varchar,
            note varchar,
            overdue boolean,
            awaiting_evidence boolean,
            steps_done integer,
            steps_counted integer,
            reported_by varchar
        )
order by round_snapshot.round_id, measure.measure_id;
