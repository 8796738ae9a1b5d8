-- How many lines of the audit have a number: 1 where the write that logged it was saved.
-- reads: audit
-- $audit_id integer
-- -> entries
select count(*) as entries
from audit
where audit_id = $audit_id;
