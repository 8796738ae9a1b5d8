-- Append who did what, or was refused, and give the number of the line.
-- writes: audit
-- $person varchar
-- $role varchar or empty for somebody without a role
-- $action varchar
-- $subject varchar what it was done to
-- $outcome varchar allowed or refused
-- $detail varchar
-- -> audit_id
insert into audit (audit_id, person, role, action, subject, outcome, detail)
values (
    nextval('audit_number'),
    $person,
    $role,
    $action,
    $subject,
    $outcome,
    $detail
)
returning audit_id;
