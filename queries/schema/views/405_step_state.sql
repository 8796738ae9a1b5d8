-- The report on each step about the newest day up to one; of one day the report typed last.
create or replace macro step_state(as_of, known_at := null) as table
    select
        step_id,
        reported_at,
        status,
        note,
        reported_by,
        status_on,
        max(report_id) over (partition by step_id) as seen_report
    from active_report
    where
        kind = 'step'
        and about_on <= as_of
        and (known_at is null or reported_on <= known_at)
    qualify row_number() over (
        partition by step_id
        order by about_on desc, report_id desc
    ) = 1;
