-- The report on each step about the newest day up to one.
-- sqlfluff:dialect:postgres
create or replace function step_state(as_of date, known_at date default null)
returns table (
    step_id varchar,
    reported_at timestamptz,
    status varchar,
    note varchar,
    reported_by varchar,
    status_on date,
    seen_report integer
)
language sql stable
as $$
    select distinct on (step_id)
        step_id,
        reported_at,
        status,
        note,
        reported_by,
        status_on,
        max(report_id) over (partition by step_id)
    from active_report
    where
        kind = 'step'
        and about_on <= as_of
        and (known_at is null or reported_on <= known_at)
    order by step_id, about_on desc, report_id desc
$$;
