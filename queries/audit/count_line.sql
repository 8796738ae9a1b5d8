-- How many lines of the audit are this one: 1 where the write that logged it was saved.
-- A number alone may be given again by a server that crashed before it wrote down that it was.
-- reads: audit
-- $audit_id integer
-- $logged_at varchar as `insert_line` gave it
-- -> lines
select count(*) as lines
from audit
where audit_id = $audit_id and cast(logged_at as varchar) = $logged_at;
