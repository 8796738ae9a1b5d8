-- The divisions that lead a measure, or those that support it.
-- reads: plans, catalogue, batches
-- $measure_id varchar
-- $role varchar lead or support
-- -> divisions
select coalesce(list(division order by division), []) as divisions
from measure_division
where measure_id = $measure_id and role = $role;
