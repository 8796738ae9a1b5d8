-- What closed rounds hold for good of each measure, the oldest round first.
-- reads: rounds
-- -> round_id, measure_id, status, percent, status_on, budget_planned, budget_spent, evidence, note, overdue, awaiting_evidence, steps_done, steps_counted, reported_by
with held as (
    select
        round_id,
        unnest(
            from_json(
                content -> 'measures',
                '[{
                    "measure_id": "VARCHAR",
                    "status": "VARCHAR",
                    "percent": "INTEGER",
                    "status_on": "DATE",
                    "budget_planned": "DOUBLE",
                    "budget_spent": "DOUBLE",
                    "evidence": "VARCHAR",
                    "note": "VARCHAR",
                    "overdue": "BOOLEAN",
                    "awaiting_evidence": "BOOLEAN",
                    "steps_done": "INTEGER",
                    "steps_counted": "INTEGER",
                    "reported_by": "VARCHAR"
                }]'
            )
        ) as measure
    from round_snapshot
)

select
    held.round_id,
    held.measure.measure_id,
    held.measure.status,
    held.measure.percent,
    held.measure.status_on,
    held.measure.budget_planned,
    held.measure.budget_spent,
    held.measure.evidence,
    held.measure.note,
    held.measure.overdue,
    held.measure.awaiting_evidence,
    held.measure.steps_done,
    held.measure.steps_counted,
    held.measure.reported_by
from held
order by held.round_id, held.measure.measure_id;
