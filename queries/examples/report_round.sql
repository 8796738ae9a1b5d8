-- Put the newest round of the example at the moment it is said to be opened.
-- writes: rounds
-- $moment varchar
update report_round
set opened_at = cast($moment as timestamptz)
where opened_at > cast($moment as timestamptz);
