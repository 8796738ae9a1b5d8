-- The agency whose measure was reported on.
alter table status_report add column agency_id integer default 1;
