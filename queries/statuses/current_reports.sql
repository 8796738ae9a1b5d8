-- The current report of the lead, or of one supporter, on some measures: about the newest day.
-- reads: plans, reports, batches
-- $measure_ids varchar[]
-- $days date[] beside them: only reports about days up to this one, or null for every day
-- $supporter varchar or null for the lead
-- $sha256 varchar of a file; taken tells whether that file has given a report on the measure
-- -> measure_id, plan_year, action, lead, withdrawn, last_report.*
select
    current_measure.measure_id,
    current_measure.plan_year,
    current_measure.action,
    current_measure.lead,
    current_measure.withdrawn,
    said.*
from
    last_report(
        case when $supporter is null then 'lead' else 'support' end,
        $supporter,
        $measure_ids,
        $days,
        $sha256
    ) as said
inner join current_measure on said.subject = current_measure.measure_id
order by current_measure.plan_year, current_measure.position;
