-- What was told of measures up to a day: the report of their leads that counts, whether proof is.
-- The newest day reported about counts, whenever it was typed; of one day the report typed last.
-- A budget stands until another one is told.
-- known_at leaves out what was typed after a day. The plan is not asked: a report cannot change it.
create or replace macro told_on(as_of, known_at := null) as table
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
        select measure_id
        from supporter_report
        where evidence <> ''
        union
        select measure_id
        from current_evidence
        where
            concat(link, stored_name) <> ''
            and cast(added_at as date) <= as_of
            and (known_at is null or cast(added_at as date) <= known_at)
    )

    select
        coalesce(latest_report.measure_id, proof.measure_id) as measure_id,
        latest_report.seen_report as report_id,
        latest_report.* exclude (
            measure_id, step_id, kind, division, report_id, agency_id, batch_id, reported_on,
            file_name, sha256, seen_report
        ),
        latest_report.budget_planned - latest_report.budget_spent as budget_left,
        proof.measure_id is not null as proven
    from latest_report
    full join proof on latest_report.measure_id = proof.measure_id;
