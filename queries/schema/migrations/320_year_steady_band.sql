-- How many points of change count as steady between the year before and this one.
alter table fiscal_year_version add column if not exists steady_band decimal(18, 9) default 1;
