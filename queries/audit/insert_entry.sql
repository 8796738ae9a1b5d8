-- Append who did what, or was refused; numbers go on where they stood.
-- $person varchar
-- $role varchar or empty for somebody without a role
-- $action varchar
-- $subject varchar what it was done to
-- $outcome varchar allowed or refused
-- $detail varchar
insert into audit (audit_id, person, role, action, subject, outcome, detail)
select
    coalesce(max(audit_id), 0) + 1 as audit_id,
    $person as person,
    $role as role,
    $action as action,
    $subject as subject,
    $outcome as outcome,
    $detail as detail
from audit;
