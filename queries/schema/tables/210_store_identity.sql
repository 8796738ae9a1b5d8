-- Which store this is, stamped on workbooks handed out; copies and backups keep it.
-- An example is a store of its own that stands still at a day; null is a real store.
create table store_identity as
select
    cast(gen_random_uuid() as varchar) as store_id,
    cast(null as date) as example_day;
