-- Put the newest schedules of the example at the moment they are said to be of.
-- writes: reports
-- $moment varchar
update step_schedule
set set_at = cast($moment as timestamptz)
where set_at > cast($moment as timestamptz);
