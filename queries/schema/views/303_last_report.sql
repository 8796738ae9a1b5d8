-- What the lead, a supporter or those who took a step said last of some measures or steps.
-- Current is the report about the newest day, up to a day where one is asked beside its subject.
-- report_id and newest_by are of the one typed last, whatever day it is about: who knew fewer may
-- not overwrite. taken tells whether the file of a fingerprint has given one of them.
create or replace macro last_report(spoken_as, supporter, subjects, days, fingerprint) as table
    with voice as (
        select
            *,
            if(kind = 'step', step_id, measure_id) as subject
        from active_report
        where kind = spoken_as and (supporter is null or division = supporter)
    ),

    typed as (
        select
            subject,
            max(report_id) as report_id,
            arg_max(reported_by, report_id) as newest_by,
            bool_or(coalesce(sha256 = fingerprint, false)) as taken
        from voice
        group by subject
    ),

    asked as (
        select
            unnest(cast(subjects as varchar[])) as subject,
            unnest(cast(days as date[])) as day
    ),

    newest as (
        select
            voice.*
            exclude (measure_id, step_id, kind, division, report_id, agency_id)
            replace (
                last_told(voice.budget_planned, voice.subject, voice.about_on, voice.report_id)
                    as budget_planned,
                last_told(voice.budget_spent, voice.subject, voice.about_on, voice.report_id)
                    as budget_spent
            )
        from voice
        inner join asked on voice.subject = asked.subject
        where asked.day is null or voice.about_on <= asked.day
        qualify row_number() over (
            partition by voice.subject
            order by voice.about_on desc, voice.report_id desc
        ) = 1
    )

    select
        newest.* exclude (subject),
        asked.subject,
        typed.newest_by,
        coalesce(typed.report_id, 0) as report_id,
        coalesce(typed.taken, false) as taken
    from asked
    left join typed on asked.subject = typed.subject
    left join newest on asked.subject = newest.subject;
