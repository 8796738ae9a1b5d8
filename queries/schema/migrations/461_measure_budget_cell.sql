-- Where the plan tells what it gives a measure; '' where it does not.
alter table measure add column if not exists budget_cell varchar default '';
