-- What the plan gives a measure, in baht.
alter table measure add column if not exists budget_planned double;
