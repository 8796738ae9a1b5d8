-- Put the newest withdrawal of the example at the moment it is said to be of.
-- writes: evidence
-- $moment varchar
update evidence_withdrawal
set withdrawn_at = cast($moment as timestamptz)
where withdrawn_at > cast($moment as timestamptz);
