-- The numbers of lines of the audit.
create sequence audit_number;
