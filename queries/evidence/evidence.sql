-- Evidence of measures in force, in the order it was added.
-- reads: plans, evidence, batches
-- -> evidence_id, measure_id, step_id, plan_year, proves, name, link, stored_name, media_type, size, thumbnail, item_year, item, added_by, added_at
select
    current_evidence.evidence_id,
    current_evidence.measure_id,
    current_evidence.step_id,
    current_measure.plan_year,
    current_evidence.proves,
    current_evidence.name,
    current_evidence.link,
    current_evidence.stored_name,
    current_evidence.media_type,
    current_evidence.size,
    current_evidence.thumbnail,
    current_evidence.item_year,
    current_evidence.item,
    current_evidence.added_by,
    current_evidence.added_at
from current_evidence
inner join current_measure on current_evidence.measure_id = current_measure.measure_id
order by current_evidence.evidence_id;
