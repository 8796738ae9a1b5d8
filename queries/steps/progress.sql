-- How many steps of each version of a measure are done on a day, and the percent that proposes.
-- reads: plans, reports, batches
-- $as_of date the day reported about
-- $known_at date or null for every report, else those typed up to that day
-- -> step_progress.*
select *
from step_progress($as_of, known_at := $known_at)
order by measure_id, batch_id;
