-- Evidence that was not withdrawn.
create or replace view current_evidence as
select evidence.*
from evidence
left join evidence_withdrawal on evidence.evidence_id = evidence_withdrawal.evidence_id
where evidence_withdrawal.evidence_id is null;
