-- How many steps of each version of a measure are done on a day, and the percent that proposes.
-- Cancelled steps are left out; before anything was reported on a step nothing is proposed.
create or replace macro step_progress(as_of, known_at := null) as table
    select
        step.measure_id,
        step.batch_id,
        count(*) filter (coalesce(state.status, '') <> 'cancelled') as steps_counted,
        count(*) filter (state.status = 'done') as steps_done,
        if(
            count(state.status) > 0,
            step_percent(steps_done, steps_counted),
            null
        ) as proposed_percent
    from step
    left join step_state(as_of, known_at := known_at) as state on step.step_id = state.step_id
    group by step.measure_id, step.batch_id;
