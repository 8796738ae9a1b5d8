-- What was told of measures up to a day.
-- reads: reports, evidence, batches
-- $as_of date the day reported about
-- $known_at date or null for every report, else those typed up to that day
-- -> told_on.*
select *
from told_on($as_of, known_at := $known_at)
order by measure_id;
