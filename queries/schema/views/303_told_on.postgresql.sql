-- What was told of measures up to a day: the report of their leads that counts, whether proof is.
-- sqlfluff:dialect:postgres
create or replace function told_on(as_of date, known_at date default null)
returns table (
    measure_id varchar,
    report_id integer,
    reported_at timestamptz,
    status varchar,
    percent smallint,
    note varchar,
    evidence varchar,
    reported_by varchar,
    budget_planned double precision,
    budget_spent double precision,
    status_on date,
    about_on date,
    budget_left double precision,
    proven boolean
)
language sql stable
as $$
    with known_report as (
        select *
        from active_report
        where about_on <= as_of and (known_at is null or reported_on <= known_at)
    ),

    latest_report as (
        select distinct on (measure_id)
            *,
            last_told(budget_planned) over told as planned,
            last_told(budget_spent) over told as spent,
            max(report_id) over (partition by measure_id) as seen_report
        from known_report
        where kind = 'lead'
        window told as (
            partition by measure_id
            order by about_on, report_id
        )
        order by measure_id, about_on desc, report_id desc
    ),

    supporter_report as (
        select distinct on (measure_id, division)
            measure_id,
            evidence
        from known_report
        where kind = 'support'
        order by measure_id, division, report_id desc
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
        coalesce(latest_report.measure_id, proof.measure_id),
        latest_report.seen_report,
        latest_report.reported_at,
        latest_report.status,
        latest_report.percent,
        latest_report.note,
        latest_report.evidence,
        latest_report.reported_by,
        latest_report.planned,
        latest_report.spent,
        latest_report.status_on,
        latest_report.about_on,
        latest_report.planned - latest_report.spent,
        proof.measure_id is not null
    from latest_report
    full join proof on latest_report.measure_id = proof.measure_id
$$;
