-- Take out the sheet of a score, which its batch tells; the views over it are made anew.
-- sqlfluff:dialect:postgres
alter table score drop column if exists sheet cascade;
