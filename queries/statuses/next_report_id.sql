-- The number the next status report gets.
-- -> report_id
select nextval('report_number') as report_id;
