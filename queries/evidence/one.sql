-- One piece of evidence that was not withdrawn.
-- reads: evidence
-- $evidence_id integer
-- -> measure_id, name, stored_name, media_type, thumbnail
select
    measure_id,
    name,
    stored_name,
    media_type,
    thumbnail
from current_evidence
where evidence_id = $evidence_id;
