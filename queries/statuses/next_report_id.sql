-- The number the next status report gets.
-- reads: reports
-- -> report_id
select coalesce(max(report_id), 0) + 1 as report_id
from status_report;
