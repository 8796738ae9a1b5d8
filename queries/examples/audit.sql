-- Put what was logged last of the example at the moment it is said to have happened.
-- writes: audit
-- $moment varchar
update audit
set logged_at = cast($moment as timestamptz)
where logged_at > cast($moment as timestamptz);
