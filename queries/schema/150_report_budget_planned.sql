-- Budget planned for a measure in baht, where a report tells it.
alter table status_report add column budget_planned double;
