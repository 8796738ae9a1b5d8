-- Budget spent on a measure in baht up to the report, where it tells.
alter table status_report add column budget_spent double;
