-- The divisions that lead a measure, or those that support it.
-- reads: plans, catalogue, batches
-- $measure_id varchar
-- $role varchar lead or support
-- -> divisions
select coalesce(array_agg(division order by division), cast(array[] as varchar[])) as divisions
from measure_division
where measure_id = $measure_id and role = $role;
