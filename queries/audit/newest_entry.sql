-- The number of the newest line of the audit, 0 where there is none.
-- reads: audit
-- -> audit_id
select coalesce(max(audit_id), 0) as audit_id
from audit;
