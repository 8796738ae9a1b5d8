-- Every report that counts, of leads, of supporters and on steps, that about the newest day first.
-- reads: reports, batches
-- $measure_id varchar or null for every measure
-- $most integer or null for every report
-- -> active_report.*
select *
from active_report
where $measure_id is null or measure_id = $measure_id
order by about_on desc, report_id desc
limit $most;
