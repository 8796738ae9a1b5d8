-- Append who did what, or was refused, and give what the line is known by.
-- writes: audit
-- $person varchar
-- $role varchar or empty for somebody without a role
-- $action varchar
-- $subject varchar what it was done to
-- $outcome varchar allowed or refused
-- $detail varchar
-- -> audit_id, logged_at
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
returning audit_id, cast(logged_at as varchar) as logged_at;
