-- The day the reported state held, where a report tells it; reported_at is when it was written.
alter table status_report add column status_on date;
