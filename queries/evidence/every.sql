-- All evidence ever added, and what became of it, in the order it was added.
-- reads: evidence
-- -> evidence_id, measure_id, step_id, proves, name, link, sha256, media_type, size, item_year, item, added_by, added_at, withdrawn_by, withdrawn_at
select
    evidence.evidence_id,
    evidence.measure_id,
    evidence.step_id,
    evidence.proves,
    evidence.name,
    evidence.link,
    left(evidence.stored_name, 64) as sha256,
    evidence.media_type,
    evidence.size,
    evidence.item_year,
    evidence.item,
    evidence.added_by,
    evidence.added_at,
    coalesce(evidence_withdrawal.withdrawn_by, '') as withdrawn_by,
    evidence_withdrawal.withdrawn_at
from evidence
left join evidence_withdrawal on evidence.evidence_id = evidence_withdrawal.evidence_id
order by evidence.evidence_id;
