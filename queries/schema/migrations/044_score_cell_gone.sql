-- Take out the address of a score, which is made where it is shown.
alter table score drop column if exists cell;
