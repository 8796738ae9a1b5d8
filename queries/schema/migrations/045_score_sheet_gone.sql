-- Take out the sheet of a score, which its batch tells.
alter table score drop column if exists sheet;
