-- Measures with the state they had on a day, and the flags that depend on that day.
create macro measure_on(as_of) as table
    with latest_report as (
        select
            status_report.measure_id,
            status_report.report_id,
            status_report.status,
            status_report.percent,
            status_report.note,
            status_report.evidence,
            status_report.reported_by,
            status_report.reported_at,
            cast(status_report.reported_at as date) as reported_on
        from status_report
        left join import_batch on status_report.batch_id = import_batch.batch_id
        where
            reported_on <= as_of
            and coalesce(import_batch.state, 'active') = 'active'
        qualify row_number() over (
            partition by status_report.measure_id
            order by status_report.report_id desc
        ) = 1
    )

    select
        current_measure.*,
        latest_report.percent,
        latest_report.reported_by,
        latest_report.reported_at,
        coalesce(latest_report.report_id, 0) as report_id,
        coalesce(latest_report.status, 'not-reported') as status,
        coalesce(latest_report.note, '') as note,
        coalesce(latest_report.evidence, '') as evidence,
        coalesce(latest_report.status, '') in ('done', 'cancelled') as closed,
        coalesce(not closed and current_measure.end_date < as_of, false) as overdue,
        coalesce(
            not closed and current_measure.end_date between as_of and as_of + interval 30 days,
            false
        ) as due_soon,
        coalesce(
            not closed
            and date_diff(
                'day',
                greatest(current_measure.start_date, latest_report.reported_on),
                as_of
            ) > 90,
            false
        ) as silent,
        coalesce(latest_report.status = 'done' and latest_report.evidence = '', false)
            as awaiting_evidence
    from current_measure
    left join latest_report on current_measure.measure_id = latest_report.measure_id;
