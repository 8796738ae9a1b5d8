-- Append who did what, or was refused; numbers go on where they stood.
-- writes: audit
-- $person varchar
-- $role varchar or empty for somebody without a role
-- $action varchar
-- $subject varchar what it was done to
-- $outcome varchar allowed or refused
-- $detail varchar
insert into audit (audit_id, person, role, action, subject, outcome, detail)
values (
    nextval('audit_number'),
    $person,
    $role,
    $action,
    $subject,
    $outcome,
    $detail
);
