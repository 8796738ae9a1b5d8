-- Let the numbers of a store from before go on where they stood: each sequence gives those away.
select
    (
        select count(nextval('batch_number'))
        from range((select max(batch_id) from import_batch))
    ) as import_batch,
    (
        select count(nextval('report_number'))
        from range((select max(report_id) from status_report))
    ) as status_report,
    (
        select count(nextval('audit_number'))
        from range((select max(audit_id) from audit))
    ) as audit,
    (
        select count(nextval('version_number'))
        from range((select max(version_id) from catalogue_version))
    ) as catalogue_version,
    (
        select count(nextval('schedule_number'))
        from range((select max(schedule_id) from step_schedule))
    ) as step_schedule,
    (
        select count(nextval('comment_number'))
        from range((select max(comment_id) from measure_comment))
    ) as measure_comment,
    (
        select count(nextval('evidence_number'))
        from range((select max(evidence_id) from evidence))
    ) as evidence,
    (
        select count(nextval('round_number'))
        from range((select max(round_id) from report_round))
    ) as report_round,
    (
        select count(nextval('event_number'))
        from range((select max(event_id) from round_event))
    ) as round_event;
