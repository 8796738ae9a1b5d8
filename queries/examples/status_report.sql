-- Put the newest reports of the example at the moment they are said to be of.
-- writes: reports
-- $moment varchar
update status_report
set reported_at = cast($moment as timestamptz)
where reported_at > cast($moment as timestamptz);
