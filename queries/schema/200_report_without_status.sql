-- A supporter's report carries no status, so it may be null.
alter table status_report alter column status drop not null;
