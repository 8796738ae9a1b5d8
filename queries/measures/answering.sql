-- Whether a measure is stored, of which plan, and the divisions that lead or support it.
-- reads: plans, catalogue, batches
-- $measure_id varchar
-- -> measures, plan_year, divisions
select
    (
        select count(*)
        from current_measure
        where current_measure.measure_id = $measure_id
    ) as measures,
    (
        select max(current_measure.plan_year)
        from current_measure
        where current_measure.measure_id = $measure_id
    ) as plan_year,
    coalesce(
        array_agg(distinct measure_division.division order by measure_division.division),
        cast(array[] as varchar[])
    ) as divisions
from measure_division
where measure_division.measure_id = $measure_id;
