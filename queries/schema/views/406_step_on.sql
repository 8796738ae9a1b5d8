-- Steps with who takes them by when, and the state reported about a day, as measure_on has it.
-- A date set by somebody counts for every day of view. A step of a closed measure is never late.
create or replace macro step_on(as_of, known_at := null) as table
    with latest_schedule as (
        select *
        from active_schedule
        where known_at is null or cast(set_at as date) <= known_at
        qualify row_number() over (
            partition by step_id
            order by schedule_id desc
        ) = 1
    )

    select
        current_step.*,
        latest_schedule.due_date is null as proposed,
        latest_report.* exclude (
            measure_id, step_id, kind, division, batch_id, file_name, sha256, reported_on,
            about_on, seen_report
        )
        replace (
            coalesce(latest_report.seen_report, 0) as report_id,
            coalesce(latest_report.status, 'not-reported') as status,
            coalesce(latest_report.note, '') as note
        ),
        coalesce(latest_schedule.schedule_id, 0) as schedule_id,
        coalesce(nullif(latest_schedule.division, ''), current_step.lead[1], '') as division,
        coalesce(latest_schedule.due_date, current_step.even_date) as due_date,
        measure.closed or coalesce(latest_report.status, '') in ('done', 'cancelled') as closed,
        coalesce(
            not (measure.closed or coalesce(latest_report.status, '') in ('done', 'cancelled'))
            and date_diff(
                'day', coalesce(latest_schedule.due_date, current_step.even_date), as_of
            ) > office.late_days,
            false
        ) as overdue,
        coalesce(
            not (measure.closed or coalesce(latest_report.status, '') in ('done', 'cancelled'))
            and date_diff(
                'day', coalesce(latest_schedule.due_date, current_step.even_date), as_of
            ) between -office.due_soon_days and office.late_days,
            false
        ) as due_soon
    from current_step
    cross join office
    inner join measure_on(as_of, known_at := known_at) as measure
        on current_step.measure_id = measure.measure_id
    left join latest_schedule on current_step.step_id = latest_schedule.step_id
    left join step_state(as_of, known_at := known_at) as latest_report
        on current_step.step_id = latest_report.step_id;
