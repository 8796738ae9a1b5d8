-- Whether a step is in force, and the report on it typed last (0 = none).
-- reads: plans, reports, batches
-- $step_id varchar
-- -> subjects, report_id
select
    (
        select count(*)
        from current_step
        where current_step.step_id = $step_id
    ) as subjects,
    coalesce(max(report_id), 0) as report_id
from active_report
where step_id = $step_id;
