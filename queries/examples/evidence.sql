-- Put the newest evidence of the example at the moment it is said to be of.
-- writes: evidence
-- $moment varchar
update evidence
set added_at = cast($moment as timestamptz)
where added_at > cast($moment as timestamptz);
