-- Measures with the state their leads reported about a day, and the flags that depend on that day.
-- The newest day reported about counts, whenever it was typed; of one day the report typed last.
-- A budget stands until another one is told.
-- known_at leaves out what was typed after a day. A withdrawn measure is closed, never late.
-- How many days make a measure late, due soon or silent, the office has decided.
create or replace macro measure_on(as_of, known_at := null) as table
    with known_report as (
        select *
        from active_report
        where about_on <= as_of and (known_at is null or reported_on <= known_at)
    ),

    latest_report as (
        select
            * replace (
                last_told(budget_planned, measure_id, about_on, report_id) as budget_planned,
                last_told(budget_spent, measure_id, about_on, report_id) as budget_spent
            ),
            max(report_id) over (partition by measure_id) as seen_report
        from known_report
        where kind = 'lead'
        qualify row_number() over (
            partition by measure_id
            order by about_on desc, report_id desc
        ) = 1
    ),

    supporter_report as (
        select
            measure_id,
            evidence
        from known_report
        where kind = 'support'
        qualify row_number() over (
            partition by measure_id, division
            order by report_id desc
        ) = 1
    ),

    proof as (
        select
            measure_id,
            evidence
        from supporter_report
        union all
        select
            measure_id,
            concat(link, stored_name) as evidence
        from current_evidence
        where
            cast(added_at as date) <= as_of
            and (known_at is null or cast(added_at as date) <= known_at)
    ),

    supported as (
        select
            measure_id,
            bool_or(evidence <> '') as has_evidence
        from proof
        group by measure_id
    )

    select
        current_measure.*,
        latest_report.* exclude (
            measure_id, step_id, kind, division, batch_id, file_name, sha256, reported_on,
            about_on, seen_report
        )
        replace (
            coalesce(latest_report.seen_report, 0) as report_id,
            coalesce(latest_report.status, 'not-reported') as status,
            coalesce(latest_report.note, '') as note,
            coalesce(latest_report.evidence, '') as evidence
        ),
        latest_report.budget_planned - latest_report.budget_spent as budget_left,
        current_measure.withdrawn
        or coalesce(latest_report.status, '') in ('done', 'cancelled') as closed,
        coalesce(
            not closed
            and date_diff('day', current_measure.end_date, as_of) > office.late_days,
            false
        ) as overdue,
        coalesce(
            not closed
            and date_diff('day', current_measure.end_date, as_of)
            between -office.due_soon_days and office.late_days,
            false
        ) as due_soon,
        coalesce(
            not closed
            and date_diff(
                'day',
                greatest(current_measure.start_date, latest_report.about_on),
                as_of
            ) > office.silent_days,
            false
        ) as silent,
        coalesce(
            not current_measure.withdrawn
            and latest_report.status = 'done'
            and latest_report.evidence = ''
            and not coalesce(supported.has_evidence, false),
            false
        ) as awaiting_evidence
    from current_measure
    cross join office
    left join latest_report on current_measure.measure_id = latest_report.measure_id
    left join supported on current_measure.measure_id = supported.measure_id;
