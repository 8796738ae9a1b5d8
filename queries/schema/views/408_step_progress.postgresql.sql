-- How many steps of each version of a measure are done on a day, and the percent that proposes.
-- sqlfluff:dialect:postgres
create or replace function step_progress(as_of date, known_at date default null)
returns table (
    measure_id varchar,
    batch_id integer,
    steps_counted bigint,
    steps_done bigint,
    proposed_percent bigint
)
language sql stable
as $$
    with counted as (
        select
            step.measure_id,
            step.batch_id,
            count(*) filter (where coalesce(state.status, '') <> 'cancelled') as steps_counted,
            count(*) filter (where state.status = 'done') as steps_done,
            count(state.status) as steps_reported
        from step
        left join step_state(as_of, known_at) as state on step.step_id = state.step_id
        group by step.measure_id, step.batch_id
    )

    select
        measure_id,
        batch_id,
        steps_counted,
        steps_done,
        case when steps_reported > 0 then step_percent(steps_done, steps_counted) end
    from counted
$$;
