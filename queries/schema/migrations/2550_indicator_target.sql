-- The score an indicator is to reach, where it is another one than that of its year.
alter table indicator_version add column if not exists target decimal(18, 9);
