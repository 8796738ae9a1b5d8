-- What the lead, a supporter or those who took a step said last of some measures or steps.
-- sqlfluff:dialect:postgres
create or replace function last_report(
    spoken_as varchar, supporter varchar, subjects varchar[], days date[], fingerprint varchar
)
returns table (
    reported_at timestamptz,
    status varchar,
    percent smallint,
    note varchar,
    evidence varchar,
    reported_by varchar,
    batch_id integer,
    budget_planned double precision,
    budget_spent double precision,
    status_on date,
    reported_on date,
    file_name varchar,
    sha256 varchar,
    about_on date,
    subject varchar,
    newest_by varchar,
    report_id integer,
    taken boolean
)
language sql stable
as $$
    with voice as (
        select
            *,
            case when kind = 'step' then step_id else measure_id end as subject
        from active_report
        where kind = spoken_as and (supporter is null or division = supporter)
    ),

    typed as (
        select
            subject,
            max(report_id) as report_id,
            (array_agg(reported_by order by report_id desc))[1] as newest_by,
            bool_or(coalesce(sha256 = fingerprint, false)) as taken
        from voice
        group by subject
    ),

    asked as (
        select *
        from unnest(subjects, days) as given (subject, day)
    ),

    newest as (
        select distinct on (voice.subject)
            voice.*,
            last_told(voice.budget_planned) over told as planned,
            last_told(voice.budget_spent) over told as spent
        from voice
        inner join asked on voice.subject = asked.subject
        where asked.day is null or voice.about_on <= asked.day
        window told as (
            partition by voice.subject
            order by voice.about_on, voice.report_id
        )
        order by voice.subject, voice.about_on desc, voice.report_id desc
    )

    select
        newest.reported_at,
        newest.status,
        newest.percent,
        newest.note,
        newest.evidence,
        newest.reported_by,
        newest.batch_id,
        newest.planned,
        newest.spent,
        newest.status_on,
        newest.reported_on,
        newest.file_name,
        newest.sha256,
        newest.about_on,
        asked.subject,
        typed.newest_by,
        coalesce(typed.report_id, 0),
        coalesce(typed.taken, false)
    from asked
    left join typed on asked.subject = typed.subject
    left join newest on asked.subject = newest.subject
$$;
