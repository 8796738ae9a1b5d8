-- Which store this is, stamped on workbooks handed out; copies and backups keep it.
create table store_identity as
select cast(uuid() as varchar) as store_id;
