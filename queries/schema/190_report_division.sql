-- The division a report speaks for; each supporter has a newest report of its own.
alter table status_report add column division varchar default '';
