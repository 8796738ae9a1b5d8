-- Whether a step is one of a measure in force.
-- reads: plans, batches
-- $step_id varchar
-- $measure_id varchar
-- -> steps
select count(*) as steps
from current_step
where step_id = $step_id and measure_id = $measure_id;
