-- The percent that steps propose for their measure.
-- $done integer how many are done
-- $counted integer how many are not cancelled
-- -> percent
select cast(step_percent($done, $counted) as integer) as percent;
